"""Finding in the library: search as you type, filters, the command line, marks on whole lists."""

from __future__ import annotations

from functools import partial
from typing import Literal

from textual import events
from textual.timer import Timer
from textual.widgets import Input

from briefing.tui.screens.asking import Ask
from briefing.tui.screens.room import Room
from briefing.tui.sheets.sources import Chosen
from briefing.tui.widgets.headlines import Headlines
from briefing.tui.widgets.sources import Sources

Order = Literal["newest", "best"]
PAUSE = 0.12  # seconds without a key before a search begins


def both(query: str, other: str) -> str:
    """Return the query of what two queries find."""
    return f"({query}) {other}" if query and other else query or other


def begun(words: str) -> str:
    """Return the query of words that are still typed: the last one may go on."""
    last = words.split()[-1] if words.split() else ""
    open_ended = last.isascii() and last.isalnum() and last not in ("AND", "OR", "NOT")
    return f"{words}*" if open_ended and words.count('"') % 2 == 0 else words


class Finding(Room):
    """A room with a list that can be searched and narrowed."""

    sources: Sources
    rows: Headlines
    chosen: Chosen
    filter: str
    order: Order
    given: list[str]
    _before: tuple[Chosen, str, Order] | None = None
    _pending: Timer | None = None
    _finding: str = "search"

    @property
    def query_now(self) -> str:
        """Return the query of the list as it is narrowed now."""
        return both(self.chosen.query, self.filter)

    def load(self, *, reset: bool = False) -> None:
        """Fetch the list again."""
        raise NotImplementedError

    # -- search as you type

    def do_search(self) -> None:
        """Open the search line: everything is searched, best first."""
        self._open_line("search", "")

    def do_filter(self) -> None:
        """Open the search line for this list only."""
        self._open_line("filter", self.filter)

    def _open_line(self, kind: str, value: str) -> None:
        self._finding = kind
        self._before = (self.chosen, self.filter, self.order)
        field = self.query_one("#find", Input)
        field.value = value
        self.add_class("-finding")
        field.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search when the typing rests."""
        if self._before is None:
            return
        if self._pending is not None:
            self._pending.stop()
        self._pending = self.set_timer(PAUSE, partial(self._search, event.value.strip()))

    def _search(self, words: str) -> None:
        if self._before is None:
            return
        chosen, _, order = self._before
        if self._finding == "filter":
            self.chosen, self.filter, self.order = chosen, words, order
        elif words:
            self.chosen = Chosen(f"“{words}”", begun(words), "search")
            self.filter, self.order = "", "best"
        else:
            self.chosen, self.filter, self.order = self._before
        self.load(reset=True)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keep what was found."""
        if self._pending is not None:
            self._pending.stop()
        words = event.value.strip()
        if self._finding == "search" and words and begun(words) != self.chosen.query:
            self._search(words)
        self._close_line(keep=True)

    async def on_key(self, event: events.Key) -> None:
        """Let Escape close the search line, arrows leave it."""
        if self.has_class("-finding") and event.key in ("escape", "down", "tab"):
            event.stop()
            event.prevent_default()
            self._close_line(keep=event.key != "escape")

    def _close_line(self, *, keep: bool) -> None:
        if not keep and self._before is not None:
            self.chosen, self.filter, self.order = self._before
            self.load()
        self._before = None
        self.remove_class("-finding")
        self.rows.focus()

    def find(self, words: str) -> None:
        """Show what a query finds, best first."""
        self.chosen, self.filter, self.order = Chosen(f"“{words}”", words, "search"), "", "best"
        self.load(reset=True)
        self.rows.focus()

    # -- views

    def do_show_all(self) -> None:
        """Show all."""
        self._view(Chosen("All", ""), "")

    def do_show_unread(self) -> None:
        """Show unread only."""
        self._view(Chosen("Unread", "is:unread"), "is:unread")

    def do_show_starred(self) -> None:
        """Show starred only."""
        self._view(Chosen("Starred", "is:starred"), "is:starred")

    def _view(self, view: Chosen, filter: str) -> None:
        """Narrow the source that is shown, or change the view where there is none."""
        if self.chosen.kind == "view":
            self.chosen, self.filter = view, ""
        else:
            self.filter = filter
        self.load(reset=True)

    def do_order(self) -> None:
        """Newest first, or best match first."""
        self.order = "newest" if self.order == "best" else "best"
        self.tell("Newest first." if self.order == "newest" else "Best match first.")
        self.load(reset=True)

    def do_watchlist(self) -> None:
        """Keep the present search as a watchlist."""
        query = self.query_now
        words = f"A name for: {query or 'everything'}"
        name = self.filter or self.chosen.name.strip("“”")
        self.app.push_screen(Ask("Keep as a watchlist", words, name), partial(self._keep, query))

    def _keep(self, query: str, name: str | None) -> None:
        if name:
            self.errand(self._save_watchlist(name, query), "watchlist")

    async def _save_watchlist(self, name: str, query: str) -> None:
        await self.ask(lambda: self.desk.save_watchlist(name, query))
        self.tell(f"{name} is a watchlist now.")
        self.load_sources()

    def load_sources(self) -> None:
        """Fetch the sources again."""

    def do_drop_watchlist(self) -> None:
        """Drop the watchlist under the cursor."""
        key = self.sources.cursor
        if isinstance(key, Chosen) and key.kind == "watchlist":
            self.errand(self._drop(key), "watchlist")
        else:
            self.tell("Only watchlists can be dropped here; feeds in Feeds (H).")

    async def _drop(self, key: Chosen) -> None:
        await self.ask(lambda: self.desk.drop_watchlist(key.name))
        self.tell(f"Dropped {key.name}. Its query was: {key.query}")
        self.load_sources()

    # -- marks on many

    def do_read_listed(self) -> None:
        """Mark all in this list read; z takes it back."""
        self.errand(self._mark_read(self.query_now), "mark", exclusive=False)

    async def _mark_read(self, query: str) -> None:
        def mark() -> int:
            if self.chosen.kind == "given":
                return self.desk.mark(self.given, read=True)
            return self.desk.mark(self.desk.ids(both(query, "is:unread")), read=True)

        count = await self.ask(mark)
        self.tell(f"{count:,} marked read. z takes it back.")
        self.reload()

    def reload(self) -> None:
        """Fetch list and sources again."""
        self.load()
        self.load_sources()
