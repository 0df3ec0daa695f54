"""What runs for the whole app, whatever room one is in: refresh, import, add, briefing.

Each run has a tally in the bar, ends with one sentence, and can be stopped.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from briefing.tui.errands import Errands

if TYPE_CHECKING:
    from briefing.tui.tally import Tally

    Then = Callable[[Tally, object], None]


class Runs(Errands):
    """An app that has things running."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.running: dict[str, Tally] = {}

    def start(
        self,
        verb: str,
        work: Callable[[Callable[[], bool]], Iterable[object]],
        then: Then | None = None,
    ) -> None:
        """Run a generator of the desk; `then` gets the tally and the last thing it yielded."""
        from briefing.tui.tally import Tally

        if verb in self.running:
            self.tell(f"{verb} is running already. X stops it.")
            return
        self.running[verb] = Tally(verb)
        self.show_news()
        self.errand(self._run(verb, work, then), f"run {verb}")

    async def _run(
        self,
        verb: str,
        work: Callable[[Callable[[], bool]], Iterable[object]],
        then: Then | None,
    ) -> None:
        tally, began, last = self.running[verb], time.monotonic(), None
        try:
            async for batch in self.stream(work):
                tally.take(batch)
                last = batch[-1]
                self.show_news()
        except asyncio.CancelledError:
            self.tell(f"{verb}: stopped. {tally.running().removeprefix('↻ ')}")
            raise
        finally:
            del self.running[verb]
            self.show_news()
        say = self.failed if tally.failures and not tally.good else self.tell
        say(tally.result(time.monotonic() - began))
        self.ended(tally)
        if then is not None:
            then(tally, last)

    def busy(self) -> str:
        """Return what is running, in words."""
        return "  ".join(tally.running() for tally in self.running.values())

    def stop(self) -> bool:
        """Stop everything that runs; say whether there was anything."""
        verbs = list(self.running)
        for verb in verbs:
            self.workers.cancel_group(self, f"run {verb}")
        return bool(verbs)

    def show_news(self) -> None:
        """Show what is running."""

    def ended(self, tally: Tally) -> None:
        """Learn that a run came to its end."""
