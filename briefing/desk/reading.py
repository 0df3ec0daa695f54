"""The desk, first half: sources become articles and cards, articles are found and marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Literal

from briefing.desk.cancelling import Cancelled, never
from briefing.desk.tools import Tools
from briefing.errors import BriefingError, ConfigError

if TYPE_CHECKING:
    from briefing.core.page.sniff import Kind
    from briefing.desk import intake
    from briefing.desk.events import ArticleAdded, Draft, Note, SourceRefused
    from briefing.desk.pictures import Picture
    from briefing.models import Article, Card, Headline, Status, Undone

_CENTURY = 36_525  # days: nothing in an archive is older


class ReadingDesk(Tools):
    """What can be asked about sources, articles and cards."""

    # ------------------------------------------------------------------ sources

    def extract(
        self, sources: Sequence[str], *, kind: Kind | None = None
    ) -> Iterator[Article | SourceRefused]:
        """Yield the articles of sources, whatever their verdict; keeps nothing."""
        from briefing.desk import events

        for found in self._found(sources, kind):
            yield found if isinstance(found, events.SourceRefused) else found[1]

    def _found(self, sources: Sequence[str], kind: Kind | None) -> Iterator[intake.Found]:
        from briefing.desk import intake

        return intake.articles(sources, lambda: self.net, now=self.now(), kind=kind)

    def readable(
        self, sources: Sequence[str], *, kind: Kind | None = None
    ) -> Iterator[Article | SourceRefused]:
        """Yield the articles of sources; walls and lists of links are refused."""
        from briefing.desk import events, intake

        for found in intake.readable(self._found(sources, kind)):
            yield found if isinstance(found, events.SourceRefused) else found[1]

    def add(
        self, sources: Sequence[str], *, kind: Kind | None = None
    ) -> Iterator[ArticleAdded | SourceRefused]:
        """Take sources into the archive and hold them against the ledger."""
        yield from self._keep(self._found(sources, kind))

    def _keep(self, found: Iterable[intake.Found]) -> Iterator[ArticleAdded | SourceRefused]:
        from briefing.desk import intake

        for event in intake.keep(self.archive, found, now=self.now()):
            self._hold(event)
            yield event

    def add_line(self, line: dict[str, Any]) -> ArticleAdded:
        """Take one line of `add --jsonl` in."""
        from briefing.desk import intake

        event = intake.keep_line(self.archive, line, now=self.now())
        self._hold(event)
        return event

    def _hold(self, event: ArticleAdded | SourceRefused) -> None:
        from briefing.desk import events

        if isinstance(event, events.ArticleAdded) and event.arrival in ("new", "updated"):
            from briefing.desk import ledger

            live = self.archive.questions.all(("open", "answered"))
            ledger.hold(self.archive, [event.article], live, now=self.now())

    def paste(self, text: str) -> Iterator[ArticleAdded | SourceRefused]:
        """Take in what was pasted: an address, or the text of a page."""
        from briefing.desk import intake

        url, page = intake.pasted(text)
        yield from (
            self.add([url]) if page is None else self._keep(intake.of_pages([page], now=self.now()))
        )

    # ------------------------------------------------------------------ cards

    def cards(
        self, sources: Sequence[str], *, kind: Kind | None = None, dry_run: bool = False
    ) -> Iterator[Card | SourceRefused | Draft | Note | str]:
        """Yield a card for each article of sources; with `dry_run`, what a model would be sent."""
        from briefing.desk import events, intake

        planned: list[Article] = []
        for found in intake.readable(self._found(sources, kind)):
            if isinstance(found, events.SourceRefused):
                yield found
            elif dry_run:
                planned.append(found[1])
            else:
                yield from self._card(*found)
        if dry_run:
            yield self.editor.plan(planned)

    def _card(self, origin: str, article: Article) -> Iterator[Card | SourceRefused | Draft | Note]:
        try:
            yield from self.editor.card(article)
        except BriefingError as error:
            from briefing.desk import events

            yield events.SourceRefused(origin=origin, error=error)

    def summarise(self, id: str, *, cancelled: Cancelled = never) -> Iterator[Draft | Note | Card]:
        """Yield the card of an article of the archive, the last item; it is kept."""
        from briefing.models import Card

        article = self._article(id)
        for item in self.editor.card(article, cancelled=cancelled):
            if isinstance(item, Card) and item.made_by == "offline":
                self.archive.cards.save(id, "offline", item, made=self.now())
            yield item

    def card(self, id: str) -> Card | None:
        """Return the kept card of an article."""
        return self.archive.cards.latest(id)

    def check(self, card: dict[str, Any], source: str) -> dict[str, Any]:
        """Hold anybody's card against a source; return the verdict and the findings."""
        from briefing.core.card import ground
        from briefing.desk import events

        for found in self.extract([source]):
            if isinstance(found, events.SourceRefused):
                raise found.error
            text = f"{found.title}\n\n{found.text}" if found.title else found.text
            line = {"id": card.get("id"), "source": text}
            line |= {"card": card} if "claims" not in card else {"claims": card["claims"]}
            return ground.answer(line)
        raise ConfigError(f"{source}: nothing to check against")

    # ------------------------------------------------------------------ articles

    def _article(self, id: str) -> Article:
        article = self.archive.articles.get(id)
        if article is None:
            raise BriefingError(f"no article {id!r} is in the archive")
        return article

    def article(self, id: str) -> Article | None:
        """Return an article."""
        return self.archive.articles.get(id)

    def headlines(
        self,
        query: str = "",
        *,
        order: Literal["newest", "best"] = "newest",
        limit: int = 200,
        snippets: bool = False,
    ) -> list[Headline]:
        """Return the headlines a query finds."""
        return self.archive.articles.headlines(
            query, order=order, limit=limit, now=self.now(), snippets=snippets
        )

    @staticmethod
    def finds_all(query: str) -> bool:
        """Say whether a query names nothing, and so finds everything. Raises ConfigError."""
        from briefing.core import query as queries

        return queries.parse(query) == queries.parse("")

    def headlines_of(self, ids: Sequence[str]) -> list[Headline]:
        """Return the headlines of these articles, in their order; what is gone is left out."""
        return self.archive.articles.headlines_of(ids)

    def ids(self, query: str = "") -> list[str]:
        """Return the ids of the articles a query finds, newest first."""
        return self.archive.articles.ids(query, now=self.now())

    def count(self, query: str = "") -> int:
        """Return how many articles a query finds."""
        return self.archive.articles.count(query, now=self.now())

    def per_day(self, query: str, days: int) -> list[int]:
        """Return the articles per day that a query finds, oldest day first."""
        return self.archive.articles.per_day(query, days=days, now=self.now())

    def mark(self, ids: Iterable[str], **marks: Any) -> int:
        """Change the status of articles (read, starred, add_tags, drop_tags, note), undoably."""
        return self.archive.articles.mark(ids, **marks)

    def undo(self) -> Undone:
        """Take the last change back, of articles or of a question; say what it touched."""
        undone = self.archive.undo()
        if undone.what == "question":
            from briefing.desk import ledger

            ledger.unrefuse(self.archive, undone.ids)
        return undone

    def remove(self, ids: Iterable[str]) -> int:
        """Remove articles, undoably."""
        return self.archive.articles.remove(ids)

    def status(self, id: str) -> Status:
        """Return what we did with an article."""
        return self.archive.articles.status(id)

    def sources(self, id: str) -> list[tuple[str, str]]:
        """Return (name, address) of every place that carried an article."""
        return self.archive.articles.sources(id)

    def versions(self, id: str) -> list[Article]:
        """Return the earlier texts of an article."""
        return self.archive.articles.versions(id)

    def picture(self, id: str) -> Picture:
        """Fetch an article's lead picture."""
        from briefing.desk import pictures

        return pictures.picture(self.archive, self.net, id)

    def tags(self) -> Mapping[str, int]:
        """Return the tags in use with the number of their articles."""
        return self.archive.articles.tags()

    def prune(self) -> int:
        """Delete what the settings no longer keep; never starred, tagged or briefed articles."""
        days = min(self.config.archive.keep_days, _CENTURY)
        if not days:
            return 0
        before = datetime.fromisoformat(self.now()) - timedelta(days=days)
        return self.archive.articles.prune(before=before.isoformat(timespec="seconds"))
