"""Send: the payload as it will arrive, the targets, Enter to send, d for a dry run."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence

from textual import events
from textual.containers import Horizontal
from textual.widget import Widget

from briefing.models import Article, Briefing, Card
from briefing.tui.screens.room import Kit, Room
from briefing.tui.sheets.block import Block, label, line, run
from briefing.tui.tally import Tally
from briefing.tui.widgets.paper import Paper

_NOTHING = (
    "No targets are set up. Add one to the settings file, for instance:",
    '[targets.team]\nkind = "slack"\nurl = "https://hooks.slack.com/services/…"',
    "`briefing config path` says where the file is.",
)


class Sending(Room):
    """A preview over the room; nothing leaves before Enter."""

    name_shown = "Send"

    def __init__(self, kit: Kit, noun: Card | Article | Briefing, kind: str) -> None:
        super().__init__(kit)
        self.noun, self.kind = noun, kind
        self.targets = Paper(id="targets")
        self.preview = Paper(id="preview")
        self._said: list[Block] = []
        self._names: Sequence[str] = ()

    def body(self) -> Iterable[Widget]:
        """Return targets and preview."""
        yield Horizontal(self.targets, self.preview, id="panes")

    def on_mount(self) -> None:
        """Ask which targets there are."""
        self.hints.hints = (("⏎", "send"), ("d", "dry run"), ("Esc", "back"))
        self.targets.focus()
        self.errand(self._begin(), "send")

    def show_hints(self) -> None:
        """Keep the keys of this screen."""

    async def _begin(self) -> None:
        names = await self.ask(self.desk.targets)
        # Those of the kind that was asked for come first, if their names say so.
        self._names = sorted(names, key=lambda name: self.kind not in name.lower())
        self._draw()
        if self._names:
            await self._preview(self._names[0])

    def _draw(self) -> None:
        if not self._names:
            words = [Block((run(text, "muted"),), gap=1) for text in _NOTHING]
            self.targets.show([line("Nowhere to send to", "title"), *words])
            return
        rows = [line(name, key=name) for name in self._names]
        self.targets.show([label("Targets", gap=0), *rows, *self._said])

    def on_paper_moved(self, event: Paper.Moved) -> None:
        """Show the payload of the target under the cursor."""
        if isinstance(event.key, str):
            self.errand(self._preview(event.key), "preview")

    async def _preview(self, target: str) -> None:
        text = await self.ask(lambda: self.desk.preview(target, self.noun))
        self.preview.show([Block((run(text),))], keep=False)

    def on_paper_opened(self, event: Paper.Opened) -> None:
        """Send."""
        if event.paper is self.targets and isinstance(event.key, str):
            self.errand(self._send(event.key, dry=False), "send")

    async def on_key(self, event: events.Key) -> None:
        """Take d for a dry run; all else is as everywhere."""
        if event.key == "d" and isinstance(self.targets.cursor, str):
            event.stop()
            event.prevent_default()
            self.errand(self._send(self.targets.cursor, dry=True), "send")

    async def _send(self, target: str, *, dry: bool) -> None:
        tally = Tally("dry run" if dry else "sent")
        began = time.monotonic()
        self.bar.busy = f"sending to {target} …"
        try:
            async for batch in self.stream(
                lambda gone: self.desk.send(target, self.noun, dry_run=dry)
            ):
                tally.take(batch)
        finally:
            self.bar.busy = ""
        words = tally.result(time.monotonic() - began)
        self._said = [line(words, "bad" if tally.failures else "good", gap=1)]
        self._draw()

    def do_back(self) -> None:
        """Leave without sending."""
        self.app.pop_screen()
