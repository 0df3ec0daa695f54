"""Lists of articles: which a query finds, in what order, and the line each is shown by."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from briefing.io.store import compiling, index, snippets, times
from briefing.io.store.database import Database
from briefing.models import Headline, Status
from briefing.models.query import Query

RANKED = 500
"""The newest matches among which the best are looked for: news ages, and time stays bounded."""
COMMON = 8_000
"""Articles with a word, from which on it is too common to tell them apart: bm25 would read all of
its places to find that out, so titles and time decide."""
_WEIGHTS = "8.0, 1.0, 2.0"  # title, text, author
_AT_ONCE = 500

_HEADLINE = """
select a.n, a.id, a.title, a.site,
    (select o.url from sources s join origins o on o.f = s.feed where s.t = a.t
     order by s.own desc, s.s limit 1),
    a.url, a.published, a.arrived, a.verdict,
    (select status from cards where article = a.id and latest),
    (select count(distinct coalesce(key, s)) from sources where t = a.t), a.words,
    a.read, a.starred, (select note from status where id = a.id),
    (select group_concat(tag, char(31)) from (select tag from tags where id = a.id order by tag))
from articles a where {} in ({})
"""


class Asked:
    """A query made ready: what it finds, how often, in what order."""

    def __init__(self, db: Database, query: Query, now: str) -> None:
        self.db, self.query = db, query
        second = times.moment(now)
        self.plan = compiling.plan(query, now=times.now() if second is None else second)
        if self.plan.match or "fulltext match" in self.plan.where:
            index.catch_up(db)

    def _from(self, what: str) -> tuple[str, dict[str, Any]]:
        """Return the statement that selects `what` of articles `a`, without an order."""
        where = f" where {self.plan.where}" if self.plan.where else ""
        if not self.plan.match:
            return f"select {what} from articles a{where}", self.plan.args
        source = "fulltext cross join articles a on a.n = fulltext.rowid"
        where = f" and {self.plan.where}" if self.plan.where else ""
        if not where and "a." not in what:
            source = "fulltext"
        sql = f"select {what} from {source} where fulltext match :match{where}"
        return sql, self.plan.args | {"match": self.plan.match}

    def _newest(self) -> str:
        return "fulltext.rowid" if self.plan.match else "a.n"

    def numbers(self, order: Literal["newest", "best"], limit: int, offset: int) -> list[int]:
        """Return the numbers of a page of what is found."""
        limit, offset = max(0, limit), max(0, offset)
        if order == "newest" or not self.plan.match:
            return self._latest(limit, offset)
        if self._is_common():
            return self._titled_first(max(RANKED, limit + offset))[offset : offset + limit]
        sql, given = self._from(f"fulltext.rowid as n, bm25(fulltext, {_WEIGHTS}) as rank")
        args = {"ranked": max(RANKED, limit + offset), "limit": limit, "offset": offset}
        found = self.db.all(
            f"select n from ({sql} order by fulltext.rowid desc limit :ranked) "
            "order by rank, n desc limit :limit offset :offset",
            given | args,
        )
        return [n for (n,) in found]

    def _latest(self, limit: int, offset: int = 0) -> list[int]:
        n = self._newest()
        sql, given = self._from(f"{n} as n")
        args = {"limit": limit, "offset": offset}
        found = self.db.all(f"{sql} order by {n} desc limit :limit offset :offset", given | args)
        return [n for (n,) in found]

    def _is_common(self) -> bool:
        probe = "select 1 from fulltext where fulltext match ? limit 1 offset ?"
        return any(self.db.one(probe, (phrase, COMMON)) for phrase in self.plan.phrases)

    def _titled_first(self, limit: int) -> list[int]:
        """Return the newest matches, those whose titles match before the others."""
        latest = self._latest(limit)
        if not latest:
            return []
        titled = {
            n
            for (n,) in self.db.all(
                "select rowid from fulltext where fulltext match ? and rowid >= ?",
                (f"{{title}} : ({self.plan.match})", latest[-1]),
            )
        }
        return sorted(latest, key=lambda n: n not in titled)

    def count(self) -> int:
        """Return how many are found."""
        if self.plan.match and not self.plan.where:
            sql = "select count(*) from fulltext where fulltext match :match"
            return int(self.db.value(sql, {"match": self.plan.match}))
        sql, given = self._from("count(*)")
        return int(self.db.value(sql, given))

    def ids(self) -> list[str]:
        """Return the ids of all that are found, newest first."""
        sql, given = self._from("a.id")
        return [id for (id,) in self.db.all(f"{sql} order by {self._newest()} desc", given)]

    def per_day(self, first: int, last: int) -> dict[int, int]:
        """Return {day number: how many} for the days from first to last."""
        n = self._newest()
        sql, given = self._from(f"{n} / {times.SLOTS * 86_400} as day, count(*)")
        sql += " and " if " where " in sql else " where "
        sql += f"{n} >= :first and {n} < :last group by day"
        spans = {
            "first": first * 86_400 * times.SLOTS,
            "last": (last + 1) * 86_400 * times.SLOTS,
        }
        return dict(self.db.all(sql, given | spans))


def headlines(db: Database, numbers: Sequence[int], query: Query | None) -> list[Headline]:
    """Return the headlines of these articles in this order, with snippets of a query."""
    found = {row[0]: row for row in _rows(db, "a.n", numbers)}
    wanted = snippets.finder(query) if query is not None else None
    texts = _texts(db, list(found)) if wanted else {}
    return [
        _headline(found[n], snippets.snippet(texts.get(n, ""), wanted) if wanted else "")
        for n in numbers
        if n in found
    ]


def headlines_of(db: Database, ids: Sequence[str]) -> list[Headline]:
    """Return the headlines of these articles in this order; what is gone is left out."""
    found = {row[1]: _headline(row, "") for row in _rows(db, "a.id", ids)}
    return [found[id] for id in ids if id in found]


def _rows(db: Database, column: str, keys: Sequence[Any]) -> list[tuple[Any, ...]]:
    found = []
    for at in range(0, len(keys), _AT_ONCE):
        some = keys[at : at + _AT_ONCE]
        found += db.all(_HEADLINE.format(column, ",".join("?" * len(some))), some)
    return found


def _texts(db: Database, numbers: Sequence[int]) -> dict[int, str]:
    found: dict[int, str] = {}
    for at in range(0, len(numbers), _AT_ONCE):
        some = numbers[at : at + _AT_ONCE]
        marks = ",".join("?" * len(some))
        found.update(
            db.all(f"select n, text from articles join texts using (t) where n in ({marks})", some)
        )
    return found


def _headline(row: tuple[Any, ...], snippet: str) -> Headline:
    return Headline(
        id=row[1],
        title=row[2],
        site=row[3],
        feed=row[4],
        url=row[5],
        published=row[6],
        arrived=row[7],
        verdict=row[8],
        card_status=row[9],
        sources=max(1, row[10]),
        words=row[11],
        status=Status(
            read=bool(row[12]),
            starred=bool(row[13]),
            note=row[14] or "",
            tags=tuple(row[15].split("\x1f")) if row[15] else (),
        ),
        snippet=snippet,
    )
