"""Keys typed faster than a room opens: held until somebody has the focus, then handed over.

Without this, `/kroger` typed in one go would lose its first letters to the room one leaves.
"""

from __future__ import annotations

from textual import events
from textual.app import App

from briefing import plain

PATIENCE = 50  # looks, one every 20 ms, at a screen where nothing has the focus


class TypeAhead(App[None]):
    """An app that loses no key while it changes its screen."""

    _held: list[events.Key] | None = None
    _looks = 0

    async def on_event(self, event: events.Event) -> None:
        """Hold keys while nothing has the focus; clean what is pasted, whatever field it is for."""
        if isinstance(event, events.Paste):
            event.text = plain.block(event.text)
        if isinstance(event, events.Key) and event.key == "ctrl+j":
            # What a terminal makes of Enter until the reader has it to itself.
            event = events.Key("enter", "\r")
        if isinstance(event, events.Key) and not event.is_forwarded and self._must_wait():
            if self._held is None:
                self._held, self._looks = [], 0
                self.set_timer(0.02, self._release)
            self._held.append(event)
        else:
            await super().on_event(event)

    def again(self, event: events.Key) -> None:
        """Take back a key that came to a room after it was left."""
        self.post_message(events.Key(event.key, event.character))

    def _must_wait(self) -> bool:
        return self._held is not None or (bool(self.screen_stack) and self.screen.focused is None)

    async def _release(self) -> None:
        self._looks += 1
        if self.screen.focused is None and self._looks < PATIENCE:
            self.set_timer(0.02, self._release)
            return
        held, self._held = self._held or [], None
        for key in held:
            if self.screen.focused is None:
                await super().on_event(key)
            else:
                await self.on_event(key)
