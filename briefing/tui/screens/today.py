"""Today: the stories of the day, cards one key away. The screen one opens on."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from concurrent.futures import Future
from functools import cached_property
from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.message import Message
from textual.widget import Widget

from briefing import plain
from briefing.tui import errands
from briefing.tui.screens import gathering
from briefing.tui.screens.room import Kit
from briefing.tui.screens.texts import Texts
from briefing.tui.sheets import dates, notice
from briefing.tui.sheets import today as sheet
from briefing.tui.sheets.block import line
from briefing.tui.sheets.today import Front, Told
from briefing.tui.widgets.paper import Paper

if TYPE_CHECKING:
    from briefing.models import Card, Headline
    from briefing.tui.widgets.reading import Reading

PAUSE = 0.02  # seconds the terminal has for the list, before the card is made

_TEXT = {"-wide": 46, "-broad": 57}  # cells of a line of the list, by the widths of the style sheet


class Stories(Paper):
    """The day, a story a stop."""

    places = ("stories", "pane", "everywhere")


class Today(Texts):
    """The day at the left, the card at the right; on a narrow screen one at a time."""

    name_shown = "Today"

    class Bare(Message):
        """There is nothing at all: no feeds, no articles, no briefing."""

    def __init__(
        self,
        kit: Kit,
        first: Future[Front] | None = None,
        *,
        shape: tuple[str, ...] = (),
    ) -> None:
        """`first` is what it shows at first, where somebody began to fetch that already; `shape`
        are the classes of the screen's size, known before the first layout."""
        super().__init__(kit, classes=" ".join(("-front-stories", *shape)))
        self._first = first or errands.ahead(lambda: gathering.front(kit.desk))
        self.stories = Stories(id="stories", width=next((_TEXT[s] for s in shape if s in _TEXT), 0))
        self.front = Front(kit.today())
        self._cards: dict[str, Card] = {}
        self._placing: asyncio.Future[None] | None = None

    def body(self) -> Iterable[Widget]:
        """Return the stories; the card comes beside them when they are on the screen."""
        yield Horizontal(self.stories, id="panes")

    @cached_property
    def reading(self) -> Reading:  # type: ignore[override]  # made when it is asked for
        """Return the card beside the stories."""
        from briefing.tui.widgets.reading import Reading

        return Reading(id="reading", view="card")

    def on_mount(self) -> None:
        """Show what the archive holds."""
        self.stories.focus()
        if self._first.done() and not self._first.exception():
            self._fill(self._first.result())
        else:
            self.stories.show([line("Loading …", "muted", indent=1)])
            self.errand(self._begin(), "today", otherwise=self._broken)

    async def _begin(self) -> None:
        self._fill(await asyncio.wrap_future(self._first))

    def reload(self) -> None:
        """Show what the archive holds now; the cursor stays."""
        self.errand(self._load(), "today", otherwise=self._broken)

    async def _load(self) -> None:
        self._fill(await self.ask(lambda: gathering.front(self.desk)))

    def _fill(self, front: Front) -> None:
        self.front = front
        briefing = self.front.briefing
        self._cards = {s.card.id: s.card for s in briefing.stories} if briefing else {}
        for story in briefing.stories if briefing else ():
            self._cards.update({ref.id: story.card for ref in story.articles[:1]})
        self._draw()
        self.place()
        self.kit.counted(front.waiting)
        if front.bare:
            self.post_message(self.Bare())
        if not self.query("#reading"):
            self.call_after_refresh(self._begin_card)
        elif self._stale():
            self._follow()

    def _begin_card(self) -> None:
        self.errand(self._put_card(), "pane")

    async def _put_card(self) -> None:
        """Put the card beside the stories, when the terminal has got these."""
        await asyncio.sleep(PAUSE)
        await self.settled()
        if self.reading.article is None:
            self.reading.say("The card of the story under the cursor comes here.")
        self._follow()

    async def settled(self) -> None:
        """Return when the card has its place, which it gets now if it has none yet."""
        if self._placing is None:
            self._placing = asyncio.ensure_future(self._place_card())
        await asyncio.shield(self._placing)  # who asks may be cancelled; the next waits for it too

    async def _place_card(self) -> None:
        await self.query_one("#panes").mount(self.reading)

    def _follow(self) -> None:
        """Show the card of the story under the cursor, unless the reader has asked for one."""
        asked = any(w.group == "open" and not w.is_finished for w in self.workers)
        if self._beside() and not self.in_text() and not asked:
            self._peek(self.stories.cursor)

    def _stale(self) -> bool:
        """Say whether the card is that of another story than the one under the cursor."""
        key, article = self.stories.cursor, self.reading.article
        return not isinstance(key, Told) or article is None or article.id not in key.ids

    def _broken(self, words: str) -> None:
        self.stories.show(notice.blocks("Today cannot be shown.", words))

    def _draw(self) -> None:
        watched = self.desk.config.daily.watchlist
        self.stories.show(sheet.blocks(self.front, watched))

    def _beside(self) -> bool:
        """Say whether the card stands beside the stories."""
        return self.app.size.width >= 100

    # -- what the texts ask

    def current(self) -> str | None:
        """Return the lead article of the story under the cursor, or the one that is read."""
        if self.in_text() and self.reading.article:
            return self.reading.article.id
        key = self.stories.cursor
        return key.ids[0] if isinstance(key, Told) and key.ids else None

    def headline(self, id: str) -> Headline | None:
        """Return the headline of an article."""
        return self.front.known.get(id)

    def copies(self, id: str) -> list[str]:
        """Return the articles of the story: they are read together."""
        key = self.stories.cursor
        if isinstance(key, Told) and id in key.ids and key.part in ("story", "also"):
            return list(key.ids)
        return [id]

    def kept_card(self, id: str) -> Card | None:
        """Return the card the briefing has of an article."""
        return self._cards.get(id)

    def told_by(self, id: str) -> int:
        """Return how many independent sources the story has."""
        stories = self.front.briefing.stories if self.front.briefing else ()
        found = (s.independent for s in stories if any(a.id == id for a in s.articles))
        return next(found, 0)

    def count_unread(self, unread: int) -> None:
        """Show how many articles are unread, under the stories too."""
        self.front = self.front._replace(waiting=unread)
        super().count_unread(unread)

    def changed(self, headlines: list[Headline]) -> None:
        """Show new states of articles."""
        self.front = self.front._replace(
            known={**self.front.known, **{h.id: h for h in headlines}},
            unread=[self._newer(h, headlines) for h in self.front.unread],
        )
        self._draw()

    @staticmethod
    def _newer(old: Headline, headlines: list[Headline]) -> Headline:
        return next((h for h in headlines if h.id == old.id), old)

    async def neighbour(self, by: int) -> str | None:
        """Return the next unread story, and stand on it."""
        keys = [b.key for b in self.stories.blocks if isinstance(b.key, Told) and b.key.ids]
        if self.stories.cursor not in keys:
            return None
        at = keys.index(self.stories.cursor) + by
        while 0 <= at < len(keys):
            key = keys[at]
            found = self.front.known.get(key.ids[0]) if isinstance(key, Told) else None
            if isinstance(key, Told) and found is not None and not found.status.read:
                self.stories.stand(key, quiet=True)
                return key.ids[0]
            at += by
        return None

    # -- moving

    def on_paper_moved(self, event: Paper.Moved) -> None:
        """Show the card beside the stories, where there is room."""
        if event.paper is self.stories and self._beside():
            self._peek(event.key)

    def _peek(self, key: object) -> None:
        if isinstance(key, Told) and key.ids:
            self.open_article(key.ids[0], go=False)

    def on_paper_opened(self, event: Paper.Opened) -> None:
        """Go to the card of a story, or from a point to its evidence."""
        if event.paper is self.stories and isinstance(event.key, Told):
            if event.key.ids:
                self.open_article(event.key.ids[0], go=True)
        elif event.paper is self.reading.notes:
            self.show_evidence()

    def do_card(self) -> None:
        """Show the text beside the card, or instead of it where there is no room."""
        reading = self.reading
        reading.set_view("card" if reading.view != "card" else "both" if self.roomy else "article")
        self.set_class(reading.view == "article", "-texting")
        if self.in_text():
            (reading.text if reading.view == "article" else reading.notes).focus()
        reading.light()

    def do_read_listed(self) -> None:
        """Mark the stories of the day read; z takes it back."""
        keys = [b.key for b in self.stories.blocks]
        ids = [i for key in keys if isinstance(key, Told) for i in key.ids]
        self.errand(self._read_listed(list(dict.fromkeys(ids))), "mark", exclusive=False)

    async def _read_listed(self, ids: list[str]) -> None:
        count = await self.ask(lambda: self.desk.mark(ids, read=True))
        self.tell(f"{count:,} marked read. z takes it back.")
        self.reload()

    def do_back(self) -> None:
        """Go from the text to the card, from the card to the stories; from there quit."""
        reading = self.reading
        if self.focused is reading.text and reading.view == "article" and reading.card:
            reading.set_view("card")
            reading.notes.focus()
        elif self.in_text():
            self.stories.focus()
        else:
            self.call_later(self.carry_out, "quit")

    def on_descendant_focus(self) -> None:
        """Bring the focused pane to the front of a narrow screen."""
        self.set_class(self.in_text(), "-front-reading")
        self.set_class(not self.in_text(), "-front-stories")

    def breadcrumb(self) -> str:
        """Return the way to the pane: Today › title."""
        briefing = self.front.briefing
        stories = len(briefing.stories) + len(briefing.also) if briefing else 0
        path = f"Today · {dates.heading(self.kit.today())}"
        if stories:
            path += f" · {stories} stories"
        if self.in_text() and self.reading.article and self.has_class("-narrow"):
            return f"Today › {plain.line(self.reading.article.title, 60)}"
        return path
