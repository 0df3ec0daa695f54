"""What every screen is: a bar, a body, a line of keys; one way from a key to a command.

A room starts every call on the desk as an errand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from inspect import isawaitable
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget

from briefing.tui.commands import BY_NAME, COMMANDS, Command
from briefing.tui.errands import Errands
from briefing.tui.keymap import Keymap
from briefing.tui.widgets.bar import Bar, Hints

if TYPE_CHECKING:
    from briefing.desk.desk import Desk

DEFAULT_PLACES = ("everywhere",)


class News(NamedTuple):
    """What every bar shows: the state of things, and what is running."""

    state: str = ""
    busy: str = ""


class Kit(NamedTuple):
    """What a room is given: the desk, the keys, today's date (ISO), the news for its bar, who
    takes over a count of unread articles, and what is typed too late; how often something was
    taken back, whatever room it was done in."""

    desk: Desk
    keymap: Keymap
    today: Callable[[], str]
    news: Callable[[], News]
    counted: Callable[[int], None]
    again: Callable[[events.Key | events.Paste], None]
    undone: Callable[[], int]


class Room(Errands, Screen[None]):
    """A screen of the reader."""

    name_shown: ClassVar[str] = ""

    class Wanted(Message):
        """An article is to be shown in the library."""

        def __init__(self, id: str) -> None:
            super().__init__()
            self.id = id

    def __init__(self, kit: Kit, *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self.kit = kit
        self._undone = kit.undone()
        self.bar = Bar()
        self.hints = Hints()

    @property
    def desk(self) -> Desk:
        """Return the desk."""
        return self.kit.desk

    def compose(self) -> ComposeResult:
        """Put bar, body and keys on the wall."""
        yield self.bar
        yield from self.body()
        yield self.hints

    def body(self) -> Iterable[Widget]:
        """Return what is between bar and keys."""
        return ()

    # -- keys and commands

    def places(self) -> tuple[str, ...]:
        """Return where the focus is, in the words of the commands."""
        return getattr(self.focused, "places", DEFAULT_PLACES)

    async def on_key(self, event: events.Key) -> None:
        """Carry out the command of a key that no field took for itself.

        Textual calls this after the `on_key` of a room built on it, unless that one prevents it.
        """
        if self._late(event):
            return
        if self.focused is not None and self.focused.check_consume_key(event.key, event.character):
            return
        name = self.kit.keymap.find(event.key, self.places())
        if name is not None:
            event.stop()
            event.prevent_default()
            await self.carry_out(name)

    def on_paste(self, event: events.Paste) -> None:
        """Leave a text to the dialog that was asked for just before it was pasted."""
        self._late(event)

    def _late(self, event: events.Key | events.Paste) -> bool:
        """Hand back what came after this room was left; say whether it did."""
        if self.app.screen is self:  # `is_current` holds under a dialog too
            return False
        event.stop()
        event.prevent_default()
        self.kit.again(event)
        return True

    async def carry_out(self, name: str) -> bool:
        """Run a command at the focused pane or the nearest thing around it that knows it."""
        method = f"do_{name.replace('-', '_')}"
        node: Any
        for node in [*(self.focused or self).ancestors_with_self]:
            action = getattr(node, method, None)
            if action is not None:
                result = action()
                if isawaitable(result):
                    await result
                return True
        return False

    def commands_here(self) -> list[Command]:
        """Return the commands that work where the focus is."""
        places = self.places()
        found: dict[str, Command] = {}
        for place in places:
            for command in COMMANDS:
                if place in command.places:
                    found.setdefault(command.name, command)
        return list(found.values())

    def show_hints(self) -> None:
        """Show the keys of the place where the focus is."""
        order = ("open", "on", "move")
        here = [c for c in self.commands_here() if c.hint and c.name != "help"]
        here.sort(key=lambda c: order.index(c.hint) if c.hint in order else len(order))
        keys = self.kit.keymap
        hints = [(keys.label(c), c.hint) for c in here if keys.keys[c.name]]
        self.hints.hints = (*hints, (keys.label(BY_NAME["help"]), "help"))

    def on_descendant_focus(self) -> None:
        """Follow the focus with the keys and the place."""
        self.show_hints()
        self.place()

    def breadcrumb(self) -> str:
        """Return where one is."""
        return self.name_shown

    def on_screen_resume(self) -> None:
        """Show the place, the news and the keys again; and what was taken back meanwhile."""
        self.place()
        self.show_news()
        self.show_hints()
        if self._undone != self.kit.undone():
            self._undone = self.kit.undone()
            self.reload()

    def place(self) -> None:
        """Show where one is."""
        self.bar.place = self.breadcrumb()

    def show_news(self) -> None:
        """Show the state of things and what is running."""
        self.bar.state, self.bar.busy = self.kit.news()

    def reload(self) -> None:
        """Fetch again what this room shows; cursor and scroll stay."""

    def recount(self) -> None:
        """Count again what this room counts: something arrived."""

    def do_back(self) -> None:
        """Go home."""
        self.call_later(self.carry_out, "today")

    def do_next_pane(self) -> None:
        """Go to the next pane."""
        self.focus_next()

    def do_previous_pane(self) -> None:
        """Go to the pane before."""
        self.focus_previous()

    def do_zen(self) -> None:
        """Show nothing but the text, or everything again."""
        self.toggle_class("-zen")
