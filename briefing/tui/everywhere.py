"""Commands that mean the same in every room: going, undoing, finding, help, themes, leaving."""

from __future__ import annotations

from inspect import isawaitable
from typing import TYPE_CHECKING, Any

from textual.app import App

from briefing.tui import questions
from briefing.tui.running import Runs
from briefing.tui.screens.room import Room

if TYPE_CHECKING:
    from textual.screen import Screen

    from briefing.desk.desk import Desk
    from briefing.tui.keymap import Keymap


class Everywhere(Runs, App[None]):
    """An app whose commands work in every room."""

    desk: Desk
    keymap: Keymap
    arrived: int = 0
    undone: int = 0

    async def go(self, mode: str) -> Screen[Any]:
        """Go to a room."""
        raise NotImplementedError

    async def at_library(self, name: str, *args: object) -> None:
        """Go to the library and carry out something there."""
        library = await self.go("library")
        result = getattr(library, name)(*args)
        if isawaitable(result):
            await result

    # -- rooms

    async def do_today(self) -> None:
        """Go to Today."""
        await self.go("today")

    async def do_library(self) -> None:
        """Go to the library."""
        await self.go("library")

    async def do_briefings(self) -> None:
        """Go to the past days."""
        await self.go("briefings")

    async def do_ledger(self) -> None:
        """Go to the questions."""
        await self.go("ledger")

    async def do_health(self) -> None:
        """Go to the feeds."""
        await self.go("health")

    # -- finding

    async def do_search(self) -> None:
        """Search in the library."""
        await self.at_library("do_search")

    async def do_filter(self) -> None:
        """Narrow the list of the library."""
        await self.at_library("do_filter")

    async def do_watchlist(self) -> None:
        """Keep the search of the library."""
        await self.at_library("do_watchlist")

    def do_command_line(self) -> None:
        """Open the line for commands and queries."""
        from briefing.tui.screens.keys import CommandLine

        self.push_screen(CommandLine(), self._obey)

    def _obey(self, text: str | None) -> None:
        if text:
            self.call_later(self.obey, text)

    async def obey(self, text: str) -> None:
        """Carry out a command by its name, or find what a query means."""
        from briefing.tui.commands import BY_NAME

        word, _, rest = text.partition(" ")
        rest = rest.strip()
        if word == "theme" and rest:
            self.set_theme(rest)
        elif word == "add" and rest:
            self.take_in(rest)
        elif word in ("q", "q!", "wq", "exit"):
            self.exit()
        elif text in BY_NAME:
            await self.carry_out(text)
        else:
            await self.at_library("find", text)

    def take_in(self, text: str) -> None:
        """Add a link, a text, a file or a feed."""
        raise NotImplementedError

    async def carry_out(self, name: str) -> None:
        """Carry out a command where the reader is."""
        if isinstance(self.screen, Room):
            await self.screen.carry_out(name)

    # -- undoing, showing

    def do_undo(self) -> None:
        """Take the last change back."""
        self.errand(self._undo(), "mark", exclusive=False)

    async def _undo(self) -> None:
        back = await self.ask(self.desk.undo)
        if back.ids:
            self.undone += 1
            count = len(back.ids)
            self.tell(f"Taken back, {count:,} {back.what}{'s' if count > 1 else ''}.")
        else:
            self.tell("There is nothing to take back.")
        self.reload_room()

    def reload_room(self) -> None:
        """Have the room fetch again what it shows."""
        if isinstance(self.screen, Room):
            self.screen.reload()
        self.count()

    def count(self) -> None:
        """Count what is unread."""

    def do_show_new(self) -> None:
        """Show what arrived."""
        self.arrived = 0
        self.reload_room()
        self.show_news()

    def do_read_all(self) -> None:
        """Mark everything read; z takes it back."""
        self.errand(self._read_all(), "mark", exclusive=False)

    async def _read_all(self) -> None:
        count = await self.ask(lambda: self.desk.mark(self.desk.ids("is:unread"), read=True))
        self.tell(f"{count:,} marked read. z takes it back.")
        self.reload_room()

    # -- help, palette, themes

    def do_help(self) -> None:
        """Show the help; a command chosen there is carried out."""
        from briefing.tui.screens.keys import Help

        self.push_screen(Help(self.keymap), self._chosen)

    def do_palette(self) -> None:
        """Show all commands by name."""
        from briefing.tui.screens.keys import Palette

        self.push_screen(Palette(self.keymap), self._chosen)

    def _chosen(self, name: str | None) -> None:
        if name:
            self.call_later(self.carry_out, name)

    def do_theme(self) -> None:
        """Choose a theme."""
        ours = [name for name in self.available_themes if name.startswith("briefing-")]
        names = [*ours, *sorted(set(self.available_themes) - set(ours))]
        questions.choose(self, "Theme", names, self._set_theme)

    def _set_theme(self, name: str | None) -> None:
        if name:
            self.set_theme(name)

    def set_theme(self, name: str) -> None:
        """Change the theme for now."""
        if name in self.available_themes:
            self.theme = name
            self.tell(f'{name}, for now. `theme = "{name}"` under [reader] keeps it.')
        else:
            self.failed(f"No theme is called {name!r}.")

    # -- stopping, leaving

    def do_stop(self) -> None:
        """Stop what is running."""
        if not self.stop():
            self.tell("Nothing is running.")

    def do_quit(self) -> None:
        """Leave; what is running ends."""
        self.exit()

    def action_help_quit(self) -> None:
        """Answer Ctrl-C, which means something else in many terminals."""
        self.tell("Q quits, or Ctrl-Q.")
