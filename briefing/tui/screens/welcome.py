"""The first start: five ways to something to read, each one key away."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from textual import events
from textual.message import Message
from textual.widget import Widget

from briefing.tui.screens.room import Kit, Room
from briefing.tui.sheets import welcome as sheet
from briefing.tui.widgets.paper import Paper


class Welcome(Room):
    """What one sees while there is nothing to read."""

    name_shown = "Welcome"

    class Chosen(Message):
        """An offer was taken: its digit, and the newsboat file that was found."""

        def __init__(self, digit: str, newsboat: Path | None) -> None:
            super().__init__()
            self.digit = digit
            self.newsboat = newsboat

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.paper = Paper(id="welcome")
        self._found: Sequence[Path] = ()

    def body(self) -> Iterable[Widget]:
        """Return the one pane."""
        yield self.paper

    def on_mount(self) -> None:
        """Show the offers; look for newsboat meanwhile."""
        self.paper.show(sheet.blocks((), self.desk.editor_state()))
        self.paper.focus()
        self.errand(self._look(), "look")

    async def _look(self) -> None:
        self._found = await self.ask(self.desk.newsboat_files)
        self.paper.show(sheet.blocks(self._found, self.desk.editor_state()))

    async def on_key(self, event: events.Key) -> None:
        """Take a digit; all else is as everywhere."""
        if event.key in ("1", "2", "3", "4", "5"):
            event.stop()
            event.prevent_default()
            self._choose(event.key)

    def on_paper_opened(self, event: Paper.Opened) -> None:
        """Take the offer under the cursor."""
        if isinstance(event.key, str):
            self._choose(event.key)

    def _choose(self, digit: str) -> None:
        self.post_message(self.Chosen(digit, self._found[0] if self._found else None))
