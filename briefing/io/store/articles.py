"""Articles and, apart from them, what we did with them: the face of this room."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal

from briefing import plain
from briefing.io.store import rows, times, waiting
from briefing.io.store.copying import Recent
from briefing.io.store.database import Database
from briefing.io.store.thinking import Thinking

if TYPE_CHECKING:
    from briefing.io.store import listing
    from briefing.io.store.acts import Acts
    from briefing.models import Added, Article, Headline, Status

_PRUNED = 500  # articles let go in one transaction


class Articles:
    """See `desk/ports.py`, whose protocol this satisfies by shape."""

    def __init__(self, db: Database, think: Thinking, acts: Acts) -> None:
        self._db, self._think, self._acts = db, think, acts
        self._recent = Recent()

    # ------------------------------------------------------------------ what they wrote

    def add(
        self, article: Article, *, arrived: str, feed: str | None = None, guid: str | None = None
    ) -> Added:
        """Keep an article; a better or changed one updates, a copy adds a source."""
        return self.add_many([(article, feed, guid)], arrived=arrived)[0]

    def add_many(
        self, articles: Iterable[tuple[Article, str | None, str | None]], *, arrived: str
    ) -> list[Added]:
        """Keep many (article, feed url, guid) in one transaction."""
        from briefing.io.store.arriving import Arrivals

        items = list(articles)
        try:
            with self._db.write() as link:
                added = Arrivals(link, self._think, self._recent, items, arrived).keep()
                news = [a.id for a in added if a.arrival in ("new", "updated")]
                waiting.note(link, news, arrived)
        except BaseException:
            self.forget()
            raise
        return added

    def forget(self) -> None:
        """Forget what a transaction brought that came to nothing."""
        self._recent.forget()

    def get(self, id: str) -> Article | None:
        """Return an article."""
        row = self._db.one(f"{rows.ARTICLE} where id = ?", (id,))
        return rows.article(row) if row else None

    def by_url(self, url: str) -> Article | None:
        """Return the article that an address carries, whatever its tracking parameters."""
        from briefing.io.store.arriving import fingerprint

        key = fingerprint(self._think, url)
        row = self._db.one(
            f"{rows.ARTICLE} where t = (select t from sources where key = ? "
            "order by own desc, s limit 1)",
            (key,),
        )
        return rows.article(row) if row else None

    def between(self, since: str | None, until: str | None) -> list[Article]:
        """Return articles published (or, undated, arrived) in the window, oldest first, by id."""
        first, last = times.moment(since), times.moment(until)
        found = self._db.all(
            f"{rows.ARTICLE} where n >= ? and n < ? order by n / {times.SLOTS}, id",
            (
                0 if first is None else first * times.SLOTS,
                2**62 if last is None else last * times.SLOTS,
            ),
        )
        return [rows.article(row) for row in found]

    def unheld(self) -> list[Article]:
        """Return what came or changed while a question was open, and was not held against it."""
        return waiting.articles(self._db)

    def held(self, ids: Iterable[str]) -> None:
        """Note that articles were held against the open questions."""
        with self._db.write() as link:
            waiting.over(link, ids)

    def sources(self, id: str) -> list[tuple[str, str]]:
        """Return (site or feed title, url) of every place that carried this article."""
        found = self._db.all(
            "select coalesce(p.name, nullif(feeds.title, ''), o.url, s.url), s.url "
            "from articles a join sources s on s.t = a.t left join places p on p.p = s.place "
            "left join origins o on o.f = s.feed left join feeds on feeds.url = o.url "
            "where a.id = ? order by s.own desc, s.s",
            (id,),
        )
        return list(dict.fromkeys((plain.address(name), url) for name, url in found))

    def versions(self, id: str) -> list[Article]:
        """Return the earlier texts of an article, oldest first."""
        from briefing import wire
        from briefing.models import Article

        found = self._db.all("select article from versions where id = ? order by version", (id,))
        return [wire.loads(Article, text) for (text,) in found]

    # ------------------------------------------------------------------ lists

    def headlines(
        self,
        query: str = "",
        *,
        order: Literal["newest", "best"] = "newest",
        limit: int = 200,
        offset: int = 0,
        now: str = "",
        snippets: bool = False,
    ) -> list[Headline]:
        """Return headlines that match a query; ConfigError for one that cannot be read.

        "best" ranks the newest 500 matches: by bm25, words of the title heaviest, or where a word
        is in thousands of articles those with the words in the title first. Snippets mark the
        query's words «so».
        """
        from briefing.io.store import listing

        asked = self._asked(query, now)
        numbers = asked.numbers(order, limit, offset)
        return listing.headlines(self._db, numbers, asked.query if snippets else None)

    def headlines_of(self, ids: Sequence[str]) -> list[Headline]:
        """Return the headlines of these articles, in their order; what is gone is left out."""
        from briefing.io.store import listing

        return listing.headlines_of(self._db, ids)

    def count(self, query: str = "", *, now: str = "") -> int:
        """Return how many articles match a query."""
        return self._asked(query, now).count()

    def ids(self, query: str = "", *, now: str = "") -> list[str]:
        """Return the ids of all articles that match a query, newest first."""
        return self._asked(query, now).ids()

    def per_day(self, query: str, *, days: int, now: str) -> list[int]:
        """Return articles that match per UTC day, for `days` days up to now, oldest first."""
        second = times.moment(now)
        last = times.day(times.now() if second is None else second)
        first = last - max(1, days) + 1
        found = self._asked(query, now).per_day(first, last)
        return [found.get(day, 0) for day in range(first, last + 1)]

    def _asked(self, query: str, now: str) -> listing.Asked:
        from briefing.io.store import listing  # a refresh lists nothing

        return listing.Asked(self._db, self._think.parse(query), now)

    # ------------------------------------------------------------------ what we did

    def mark(
        self,
        ids: Iterable[str],
        *,
        read: bool | None = None,
        starred: bool | None = None,
        add_tags: Sequence[str] = (),
        drop_tags: Sequence[str] = (),
        note: str | None = None,
    ) -> int:
        """Change status of many at once, undoably; return how many changed."""
        from briefing.io.store import marking

        with self._db.write() as link:
            return marking.mark(
                link,
                self._acts,
                ids,
                read=read,
                starred=starred,
                add_tags=add_tags,
                drop_tags=drop_tags,
                note=note,
            )

    def status(self, id: str) -> Status:
        """Return what we did with an article, whether it is still here or not."""
        from briefing.io.store import marking

        with self._db.read() as link:
            return marking.status(link, id)

    def tags(self) -> dict[str, int]:
        """Return the tags in use with the number of their articles."""
        return dict(
            self._db.all(
                "select min(tag), count(*) from tags join articles using (id) "
                "group by tag order by tag"
            )
        )

    def remove(self, ids: Iterable[str]) -> int:
        """Delete articles, undoably; return how many there were."""
        from briefing.io.store import removing

        with self._db.write() as link:
            gone = removing.remove(link, ids)
            if gone:
                self._acts.write_down(link, "remove", gone)
            return len(gone)

    def prune(self, *, before: str) -> int:
        """Delete articles that arrived before a time, never starred, noted, tagged or briefed."""
        from briefing.io.store import removing

        count = 0
        while True:
            with self._db.write() as link:
                gone = removing.prune(link, before, _PRUNED)
            count += gone
            if gone < _PRUNED:
                return count
