"""What every screen is: a bar, a body, a line of keys; one way from a key to a command.

A room starts every call on the desk as an errand. Errors end here, as one line for the reader.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Coroutine, Iterable
from inspect import isawaitable
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, TextArea
from textual.worker import Worker

from briefing import plain
from briefing.errors import BriefingError
from briefing.tui import errands
from briefing.tui.commands import BY_NAME, COMMANDS, Command
from briefing.tui.keymap import Keymap
from briefing.tui.widgets.bar import Bar, Hints

if TYPE_CHECKING:
    from briefing.desk.desk import Desk

T = TypeVar("T")
DEFAULT_PLACES = ("everywhere",)


class Kit(NamedTuple):
    """What a room is given: the desk, the keys, and today's date (ISO)."""

    desk: Desk
    keymap: Keymap
    today: Callable[[], str]


class Room(Screen[None]):
    """A screen of the reader."""

    name_shown: ClassVar[str] = ""
    HORIZONTAL_BREAKPOINTS: ClassVar[list[tuple[int, str]] | None] = [
        (0, "-narrow"),
        (100, "-wide"),
        (160, "-broad"),
    ]

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.kit = kit
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
        """Carry out the command of a key that no field took for itself."""
        if isinstance(self.focused, Input | TextArea) and event.is_printable:
            return
        name = self.kit.keymap.find(event.key, self.places())
        if name is not None:
            event.stop()
            event.prevent_default()
            await self.carry_out(name)

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
        self.bar.place = self.breadcrumb()

    def breadcrumb(self) -> str:
        """Return where one is."""
        return self.name_shown

    def on_screen_resume(self) -> None:
        """Show the place and the keys again."""
        self.bar.place = self.breadcrumb()
        self.show_hints()

    def do_next_pane(self) -> None:
        """Go to the next pane."""
        self.focus_next()

    def do_previous_pane(self) -> None:
        """Go to the pane before."""
        self.focus_previous()

    def do_zen(self) -> None:
        """Show nothing but the text, or everything again."""
        self.toggle_class("-zen")

    # -- errands

    def errand(
        self, work: Coroutine[Any, Any, None], group: str, *, exclusive: bool = True
    ) -> Worker[None]:
        """Start something slow; in one group the newest wins."""
        return self.run_worker(
            self._guarded(work), group=group, exclusive=exclusive, exit_on_error=False
        )

    async def _guarded(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except BriefingError as error:
            self.failed(error.line())
        except Exception as error:  # the outermost line of this face
            self.failed(f"That went wrong: {type(error).__name__}: {error}")

    async def ask(self, work: Callable[[], T]) -> T:
        """Call the desk in a thread and return its answer."""
        return await errands.call(work)

    def stream(
        self, work: Callable[[Callable[[], bool]], Iterable[T]]
    ) -> AsyncIterator[list[T]]:
        """Run a generator of the desk in a thread and hand over what it yields, in batches."""
        return errands.stream(work)

    def tell(self, words: str) -> None:
        """Say something in passing."""
        self.notify(plain.line(words, 300), markup=False, timeout=4)

    def failed(self, words: str) -> None:
        """Say that something could not be done."""
        self.notify(plain.line(words, 300), markup=False, severity="error", timeout=8)
