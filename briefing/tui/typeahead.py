"""What is typed or pasted faster than a room opens: held until somebody has the focus, then given.

Without this, `/kroger` typed in one go would lose its first letters to the room one leaves.
"""

from __future__ import annotations

from textual import events
from textual.app import App

from briefing import plain

PATIENCE = 50  # looks, one every 20 ms, at a screen where nothing has the focus

Typed = events.Key | events.Paste


class TypeAhead(App[None]):
    """An app that loses no key while it changes its screen."""

    _held: list[Typed] | None = None
    _looks = 0

    async def on_event(self, event: events.Event) -> None:
        """Hold keys while nothing has the focus; clean what is pasted, whatever field it is for."""
        if isinstance(event, events.Paste):
            event.text = plain.block(event.text)
        if isinstance(event, events.Key) and event.key == "ctrl+j":
            # What a terminal makes of Enter until the reader has it to itself.
            event = events.Key("enter", "\r")
        if isinstance(event, Typed) and not event.is_forwarded and self._must_wait():
            if self._held is None:
                self._held, self._looks = [], 0
                self.set_timer(0.02, self._release)
            self._held.append(event)
        else:
            await super().on_event(event)

    def again(self, event: Typed) -> None:
        """Take back what came to a room after it was left."""
        if isinstance(event, events.Key):
            self.post_message(events.Key(event.key, event.character))
        else:
            self.post_message(events.Paste(event.text))

    def _must_wait(self) -> bool:
        return self._held is not None or (bool(self.screen_stack) and self.screen.focused is None)

    async def _release(self) -> None:
        self._looks += 1
        if self.screen.focused is None and self._looks < PATIENCE:
            self.set_timer(0.02, self._release)
            return
        held, self._held = self._held or [], None
        for typed in held:
            if self.screen.focused is None:
                await super().on_event(typed)
            else:
                await self.on_event(typed)
