"""Library: sources, headlines, text."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Input

from briefing import plain
from briefing.models import Headline
from briefing.tui.screens import gathering
from briefing.tui.screens.finding import Finding, Order
from briefing.tui.screens.room import Kit
from briefing.tui.screens.texts import Texts
from briefing.tui.sheets.sources import Chosen
from briefing.tui.widgets.headlines import Headlines
from briefing.tui.widgets.paper import Paper
from briefing.tui.widgets.reading import Reading
from briefing.tui.widgets.sources import Sources

FIRST = 60  # headlines of the first answer: more than any screen shows


class Library(Finding, Texts):
    """Three panes; on a narrow screen one at a time."""

    name_shown = "Library"

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.sources = Sources(id="sources")
        self.rows = Headlines(id="headlines")
        self.reading = Reading(id="reading")
        self.rows.today = kit.today()
        self.chosen = Chosen("Unread", "is:unread")
        self.filter = ""
        self.order: Order = "newest"
        self.given: list[str] = []
        self.unread: int | None = None

    def body(self) -> Iterable[Widget]:
        """Return the three panes, and the line for searching."""
        yield Horizontal(self.sources, self.rows, self.reading, id="panes")
        yield Input(placeholder="search: words, company:Kroger, is:unread …", id="find")

    def on_mount(self) -> None:
        """Begin with the list, then the sources."""
        self.reading.say("Choose a headline; Enter opens it.")
        self.rows.focus()
        self.front("headlines")
        self.load()
        self.load_sources()

    # -- the list

    def load(self, *, reset: bool = False) -> None:
        """Fetch the list: the first headlines at once, then the ids of all."""
        if reset:
            self.rows.reset()
        self.rows.empty = "Loading …"
        self.sources.stand(self.chosen, quiet=True)
        if self.chosen.kind == "given":
            work = self._load_given(self.given)
        else:
            work = self._load(self.query_now, self.order)
        self.errand(work, "list", otherwise=self._broken)

    def _broken(self, words: str) -> None:
        """Say in the list why there is none; what was there before is another list's."""
        self.rows.empty = words
        self.rows.show([])

    async def _load_given(self, ids: list[str]) -> None:
        found = await self.ask(lambda: self.desk.headlines_of(ids))
        self.rows.empty = self.nothing()
        self.rows.show([h.id for h in found], found)
        self.place()

    async def _load(self, query: str, order: Order) -> None:
        first = await self.ask(lambda: self.desk.headlines(query, order=order, limit=FIRST))
        self.rows.empty = self.nothing()
        if self.rows.cursor == 0:
            self.rows.show([h.id for h in first], first)
        else:  # the whole list comes in a moment, and the place in it is to be kept
            self.rows.patch(first)
        if order == "best":
            many = await self.ask(lambda: self.desk.headlines(query, order="best", limit=1000))
            self.rows.show([h.id for h in many], many)
        elif len(first) == FIRST:
            self.rows.show(await self.ask(lambda: self.desk.ids(query)), first)
        elif len(first) != len(self.rows.ids):
            self.rows.show([h.id for h in first], first)
        self.place()

    def nothing(self) -> str:
        """Return the words for an empty list."""
        if self.filter:
            return f"Nothing matches {self.filter!r}. Esc shows all again."
        if self.chosen.kind == "search":
            return f"Nothing matches {self.chosen.name}."
        if self.chosen.query == "is:unread":
            return "All read. 1 shows everything."
        return "Nothing here yet."

    def on_headlines_needed(self, event: Headlines.Needed) -> None:
        """Fetch headlines that came into sight."""
        self.errand(self._fill(event.ids), "fill")

    async def _fill(self, ids: list[str]) -> None:
        self.rows.patch(await self.ask(lambda: self.desk.headlines_of(ids)))

    def on_headlines_opened(self, event: Headlines.Opened) -> None:
        """Open an article and go there."""
        self.open_article(event.id, go=True)

    def on_headlines_moved(self, event: Headlines.Moved) -> None:
        """Show the article under the cursor beside the list, where there is room."""
        if self.has_class("-broad") or (self.has_class("-wide") and self.reading.article):
            self.open_article(event.id, go=False)

    def current(self) -> str | None:
        """Return the article that commands are about."""
        if self.in_text() and self.reading.article:
            return self.reading.article.id
        return self.rows.current_id

    def headline(self, id: str) -> Headline | None:
        """Return the headline of an article."""
        return self.rows.known(id)

    def changed(self, headlines: list[Headline]) -> None:
        """Show new states of articles."""
        self.rows.patch(headlines)
        self.load_sources()

    async def neighbour(self, by: int) -> str | None:
        """Return the next unread article of the list, and stand on it."""
        ids, at = self.rows.ids, self.rows.cursor + by
        while 0 <= at < len(ids):
            window = list(ids[at : at + 100] if by > 0 else ids[max(0, at - 99) : at + 1][::-1])
            if any(self.rows.known(id) is None for id in window):
                self.rows.patch(await self.ask(partial(self.desk.headlines_of, window)))
            for id in window:
                found = self.rows.known(id)
                if found is not None and not found.status.read:
                    self.rows.stand(at)
                    return id
                at += by
        return None

    def show_given(self, name: str, ids: list[str]) -> None:
        """Show these articles and no others; a single one is opened."""
        self.given = ids
        self.chosen, self.filter = Chosen(name, "", "given"), ""
        self.load(reset=True)
        self.rows.focus()
        if len(ids) == 1:
            self.open_article(ids[0], go=True)

    # -- the sources

    def load_sources(self) -> None:
        """Fetch watchlists, feeds and tags with their counts."""
        self.errand(self._load_sources(), "sources")

    async def _load_sources(self) -> None:
        desk = self.desk
        shelf = await self.ask(lambda: gathering.shelf(desk))
        self.sources.fill(shelf)
        self.unread = shelf.unread
        self.kit.counted(shelf.unread)
        self.place()
        lines = await self.ask(
            lambda: {w.query: desk.per_day(w.query, 14) for w in desk.watchlists()}
        )
        self.sources.fill(shelf, lines)

    def on_paper_opened(self, event: Paper.Opened) -> None:
        """Show what a source holds."""
        if event.paper is self.sources:
            if isinstance(event.key, Chosen):
                self.choose(event.key)
            else:
                self.sources.fold(event.key)
        elif event.paper is self.reading.notes:
            self.show_evidence()

    def recount(self) -> None:
        """Count what the sources hold."""
        self.load_sources()

    def choose(self, chosen: Chosen) -> None:
        """Show another list, and go there."""
        self.chosen, self.filter, self.order = chosen, "", "newest"
        self.load(reset=True)
        self.rows.focus()

    # -- where one is

    def on_descendant_focus(self) -> None:
        """Bring the focused pane to the front of a narrow screen."""
        pane = self.focused
        if pane is self.sources:
            self.front("sources")
        elif pane is self.rows:
            self.front("headlines")
        elif self.in_text():
            self.front("reading")

    def front(self, pane: str) -> None:
        """Say which pane a narrow screen shows."""
        for name in ("sources", "headlines", "reading"):
            self.set_class(name == pane, f"-front-{name}")

    def breadcrumb(self) -> str:
        """Return the way to the pane: Library › Kroger › title."""
        path = ["Library"]
        if self.focused is not self.sources:
            # Where a list of the unread was not fetched again since, the number is still today's.
            is_unread = self.query_now == "is:unread" and self.unread is not None
            count = self.unread if is_unread else len(self.rows.ids)
            what = self.chosen.name + (f" · {self.filter}" if self.filter else "")
            path.append(f"{what} ({count:,})" if count else what)
        if self.in_text() and self.reading.article and self.has_class("-narrow"):
            path.append(plain.line(self.reading.article.title, 60))
        return " › ".join(path)

    def do_back(self) -> None:
        """Go back: text, list, all of the list, Today."""
        if self.in_text():
            self.rows.focus()
        elif self.filter:
            self.filter = ""
            self.load()
        elif self.focused is self.sources:
            self.rows.focus()
        else:
            super().do_back()
