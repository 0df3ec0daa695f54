"""Subscriptions, what we learned on visits, and the entries that were seen."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from briefing.io.store import rows, times
from briefing.io.store.database import Database
from briefing.models import Feed

_NAMES = Feed._fields
_SELECT = f"select {', '.join(_NAMES)} from feeds"
_SAVE = (
    f"insert or replace into feeds ({', '.join(_NAMES)}) values ({', '.join('?' * len(_NAMES))})"
)
_TAGS = _NAMES.index("tags")
_RECENT = 28 * 86_400 * times.SLOTS


class Feeds:
    """See `desk/ports.py`."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def all(self) -> list[Feed]:
        """Return every subscription, by url."""
        return [_feed(row) for row in self._db.all(f"{_SELECT} order by url")]

    def get(self, url: str) -> Feed | None:
        """Return a subscription."""
        row = self._db.one(f"{_SELECT} where url = ?", (url,))
        return _feed(row) if row else None

    def save(self, feeds: Iterable[Feed]) -> None:
        """Insert or replace by url."""
        with self._db.write() as link:
            link.executemany(_SAVE, [_row(f) for f in feeds])

    def rename(self, old: str, new: str) -> None:
        """Give a moved feed its new address; its articles and entries come along.

        Where the new address is followed already, that subscription stays as it is.
        """
        if old == new:
            return
        with self._db.write() as link:
            if link.execute("select 1 from feeds where url = ?", (new,)).fetchone():
                link.execute("delete from feeds where url = ?", (old,))
            else:
                link.execute("update feeds set url = ? where url = ?", (new, old))
            before = link.execute("select f from origins where url = ?", (old,)).fetchone()
            if not before:
                return
            there = link.execute("select f from origins where url = ?", (new,)).fetchone()
            if not there:
                link.execute("update origins set url = ? where f = ?", (new, before[0]))
                return
            link.execute("update sources set feed = ? where feed = ?", (there[0], before[0]))
            link.execute(
                "update or ignore entries set feed = ? where feed = ?", (there[0], before[0])
            )
            link.execute("delete from origins where f = ?", before)

    def remove(self, url: str) -> bool:
        """End a subscription; its articles stay, what was known of its entries goes."""
        with self._db.write() as link:
            gone = link.execute("delete from feeds where url = ?", (url,)).rowcount
            link.execute(
                "delete from entries where feed = (select f from origins where url = ?)", (url,)
            )
            return bool(gone)

    def known(self, url: str, guids: Iterable[str]) -> dict[str, str]:
        """Return {guid: hash of the entry} for those of a feed's entries that were seen."""
        return dict(
            self._db.all(
                "select guid, hash from entries where feed = (select f from origins where url = ?) "
                "and guid in (select value from json_each(?))",
                (url, json.dumps([*guids], ensure_ascii=False)),
            )
        )

    def note_entries(self, url: str, entries: Mapping[str, tuple[str, str]]) -> None:
        """Remember {guid: (hash, article id)} for a feed."""
        if not entries:
            return
        with self._db.write() as link:
            feed = rows.origin(link, url)
            link.executemany(
                "insert or replace into entries (feed, guid, hash, article) values (?, ?, ?, ?)",
                [(feed, guid, hash, article) for guid, (hash, article) in entries.items()],
            )

    def counts(self) -> dict[str, tuple[int, int]]:
        """Return {feed url: (unread, articles of the last 28 days)} for every subscription.

        The days end with the latest arrival: a replay of the past counts as it did then.
        """
        arrived = self._db.value("select arrived from articles order by t desc limit 1")
        latest = times.moment(arrived) or times.now()
        found = {
            url: (unread, recent)
            for url, unread, recent in self._db.all(
                "select o.url, sum(not a.read), sum(a.n >= ?) from sources s "
                "join articles a on a.t = s.t join origins o on o.f = s.feed group by s.feed",
                (latest * times.SLOTS - _RECENT,),
            )
        }
        return {url: found.get(url, (0, 0)) for (url,) in self._db.all("select url from feeds")}


def _feed(row: tuple[Any, ...]) -> Feed:
    feed = Feed._make(row)
    return feed._replace(
        tags=tuple(json.loads(row[_TAGS])) if row[_TAGS] != "[]" else (),
        full_text=bool(feed.full_text),
        muted=bool(feed.muted),
    )


def _row(feed: Feed) -> list[Any]:
    row: list[Any] = list(feed)
    row[_TAGS] = json.dumps(feed.tags, ensure_ascii=False) if feed.tags else "[]"
    return row
