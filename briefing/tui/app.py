"""The reader: opens the desk, puts the rooms in place, carries out what concerns all of them."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Sequence
from concurrent.futures import Future, wait
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from briefing.tui import errands, sweeping, themes
from briefing.tui.adding import Adding
from briefing.tui.commands import BY_NAME
from briefing.tui.keymap import Keymap
from briefing.tui.screens import gathering
from briefing.tui.screens.room import Kit, News, Room
from briefing.tui.screens.today import Today
from briefing.tui.typeahead import TypeAhead

if TYPE_CHECKING:
    from briefing.config import Config
    from briefing.desk.desk import Desk
    from briefing.tui.screens.health import Health
    from briefing.tui.screens.welcome import Welcome
    from briefing.tui.sheets.today import Front
    from briefing.tui.tally import Tally

PATIENCE = 0.3  # seconds the first screen waits for the archive, to be painted once and whole
# Widths at which panes stand side by side, heights at which there is room for the keys.
WIDTHS = ((0, "-narrow"), (100, "-wide"), (160, "-broad"))
HEIGHTS = ((0, "-low"), (12, "-high"))


def run(config: Config, *, sources: Sequence[str] = (), now: str | None = None) -> int:
    """Open the reader, on these sources if there are any; return the exit code."""
    from briefing.desk.desk import Desk

    keymap = Keymap(config.reader.keymap, config.reader.keys)
    desk = Desk(config, now=now)
    # A key is answered between two steps of whatever is parsed meanwhile; those are made short.
    sys.setswitchinterval(0.0005)
    first = errands.ahead(lambda: gathering.front(desk))
    reader = Reader(desk, keymap, sources=sources, first=first)
    wait([first], PATIENCE)
    reader.run()
    return _leave(desk, reader.return_code or 0)


def _leave(desk: Desk, code: int) -> int:
    """Close the desk; where something hangs, end without it: all that was decided is on disk."""
    closing = threading.Thread(target=desk.close, daemon=True)
    closing.start()
    closing.join(0.4)
    main = threading.main_thread()
    if any(t is not main and not t.daemon for t in threading.enumerate()):
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    return code


class Reader(Adding, TypeAhead):
    """Rooms and keys."""

    CSS_PATH = "briefing.tcss"
    TITLE = "briefing"
    DEFAULT_MODE = "today"
    ENABLE_COMMAND_PALETTE = False

    def __init__(
        self,
        desk: Desk,
        keymap: Keymap,
        *,
        sources: Sequence[str] = (),
        first: Future[Front] | None = None,
    ) -> None:
        super().__init__()
        self._first = first
        self.HORIZONTAL_BREAKPOINTS, self.VERTICAL_BREAKPOINTS = [*WIDTHS], [*HEIGHTS]
        self.desk, self.keymap = desk, keymap
        self.kit = Kit(
            desk, keymap, desk.today, self.news, self.counted, self.again, lambda: self.undone
        )
        self.given = tuple(sources)
        self.unread = self.loaded = 0
        self.arrived = 0
        for theme in themes.OURS:
            self.register_theme(theme)
        self.set_reactive(Reader.theme, self._known(desk.config.reader.theme))
        self.stylesheet.set_variables(self.get_css_variables())

    def get_default_screen(self) -> Today:
        """Return Today: as the screen of a mode it would be styled twice before it is painted."""
        width = next(name for least, name in reversed(WIDTHS) if self.size.width >= least)
        height = next(name for least, name in reversed(HEIGHTS) if self.size.height >= least)
        return Today(self.kit, self._first, shape=(width, height))

    def _known(self, theme: str) -> str:
        return theme if theme in self.available_themes else themes.DARK.name

    def on_mount(self) -> None:
        """Take in what was given, and begin to refresh if the settings say so."""
        for mode, room in ROOMS.items():
            self.add_mode(mode, partial(room, self.kit))
        if self.given:
            self.add_given(self.given)
        minutes = self.desk.config.reader.refresh_minutes
        if minutes > 0:
            self.set_timer(1.0, self.do_refresh)
            self.set_interval(minutes * 60, self.do_refresh)

    # -- what every bar shows

    def news(self) -> News:
        """Return the state of things and what is running."""
        parts = [f"{self.unread:,} unread", self.desk.editor_state()]
        busy = self.busy()
        if not busy and self.arrived:
            busy = f"{self.arrived:,} arrived · {self.keymap.label(BY_NAME['show-new'])} shows"
        return News(" · ".join(parts), busy)

    def show_news(self) -> None:
        """Show the news in the bar of the room."""
        for screen in self.screen_stack:
            if isinstance(screen, Room):
                screen.show_news()

    def count(self) -> None:
        """Count what is unread."""
        self.errand(self._count(), "count", otherwise=self._uncounted)

    def counted(self, unread: int) -> None:
        """Show how many articles are unread; what was loaded until now has come to stay."""
        self.unread = unread
        self.show_news()
        if len(sys.modules) != self.loaded:
            self.loaded = len(sys.modules)
            self.call_after_refresh(sweeping.set_aside)

    def _uncounted(self, words: str) -> None:
        """Leave the count as it is: the room says what is wrong with the archive."""

    async def _count(self) -> None:
        self.counted(await self.ask(lambda: self.desk.count("is:unread")))

    def ended(self, tally: Tally) -> None:
        """Announce what came; nothing is forced into a list."""
        self.arrived += tally.new
        self.count()
        if isinstance(self.screen, Room):
            self.screen.recount()

    # -- rooms

    async def go(self, mode: str) -> Screen[Any]:
        """Leave what lies over the room and go to another."""
        while len(self.screen_stack) > 1:
            await self.pop_screen()
        await self.switch_mode(mode)
        return self.screen

    def on_today_bare(self, event: Today.Bare) -> None:
        """Greet who starts for the first time."""
        event.stop()
        if not self.given and not self.running:
            self.call_later(self.go, "welcome")

    def on_health_retry(self, event: Health.Retry) -> None:
        """Fetch one feed."""
        self.refresh_feeds(urls=(event.url,))

    async def on_room_wanted(self, event: Room.Wanted) -> None:
        """Show an article in the library."""
        await self.show_articles("Article", [event.id])

    def on_welcome_chosen(self, event: Welcome.Chosen) -> None:
        """Carry out an offer of the first start."""
        self.welcome(event.digit, event.newsboat)


def _library(kit: Kit) -> Room:
    from briefing.tui.screens.library import Library

    return Library(kit)


def _briefings(kit: Kit) -> Room:
    from briefing.tui.screens.briefings import Briefings

    return Briefings(kit)


def _ledger(kit: Kit) -> Room:
    from briefing.tui.screens.ledger import Ledger

    return Ledger(kit)


def _health(kit: Kit) -> Room:
    from briefing.tui.screens.health import Health

    return Health(kit)


def _welcome(kit: Kit) -> Room:
    from briefing.tui.screens.welcome import Welcome

    return Welcome(kit)


ROOMS = {
    "today": Today,
    "library": _library,
    "briefings": _briefings,
    "ledger": _ledger,
    "health": _health,
    "welcome": _welcome,
}
