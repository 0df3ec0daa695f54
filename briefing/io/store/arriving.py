"""What becomes of an article that arrives: new, known, updated, or a copy of one we have."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from briefing import wire
from briefing.io.store import copying, index, rows, weighing
from briefing.io.store.rows import Place
from briefing.io.store.thinking import Thinking
from briefing.models import Added, Article

Item = tuple[Article, str | None, str | None]  # article, feed url, guid
_AT_ONCE = 400


def fingerprint(think: Thinking, url: str | None) -> int | None:
    """Return the number that stands for the page behind an address."""
    if not url:
        return None
    digest = hashlib.sha256(think.canonical(url).encode("utf-8", "replace")).digest()
    return int.from_bytes(digest[:8], "big", signed=True)


class Arrivals:
    """Articles that arrive together, in one transaction: what is known is looked up at once."""

    def __init__(
        self,
        link: sqlite3.Connection,
        think: Thinking,
        recent: copying.Recent,
        items: Sequence[Item],
        arrived: str,
    ) -> None:
        self.link, self.think, self.recent, self.arrived = link, think, recent, arrived
        self.items = items
        self.names = rows.Names(link)
        self.keys = {a.url: fingerprint(think, a.url) for a, _, _ in items if a.url}
        ids = [a.id for a, _, _ in items]
        self.by_id: dict[str, int] = self._look("select id, t from articles where id in", ids)
        self.status = {
            known: (read, starred)
            for known, read, starred in self._rows(
                "select id, read, starred from status where id in", ids
            )
        }
        self.by_key: dict[int, tuple[int, int]] = {}
        keys = [k for k in self.keys.values() if k is not None]
        for key, t, own in self._rows("select key, t, own from sources where key in", keys):
            if own or key not in self.by_key:
                self.by_key[key] = (t, own)
        fresh = [item for item in items if not self._is_known(item[0])]
        self.by_guid = self._guids(fresh)
        recent.look(link)
        self.sketches = {id(a): self._sketch(a) for a, _, _ in fresh}
        marks = (mark for marks, _ in self.sketches.values() for mark in marks)
        self.kin = copying.Kin(link, think, recent, marks)
        self.numbers = {id(a): rows.number(a, arrived) for a, _, _ in fresh}
        wanted = list(self.numbers.values())
        self.given = {n for (n,) in self._rows("select n from articles where n in", wanted)}

    def _rows(self, sql: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
        found: list[tuple[Any, ...]] = []
        for at in range(0, len(values), _AT_ONCE):
            some = values[at : at + _AT_ONCE]
            found += self.link.execute(f"{sql} ({','.join('?' * len(some))})", some)
        return found

    def _look(self, sql: str, values: Sequence[Any]) -> dict[Any, Any]:
        return {row[0]: row[1] for row in self._rows(sql, values)}

    def _is_known(self, a: Article) -> bool:
        return a.id in self.by_id or (a.url is not None and self.keys.get(a.url) in self.by_key)

    def _guids(self, items: Sequence[Item]) -> dict[tuple[str, str], int]:
        """Return the articles that feeds announced under these names: their address may change."""
        named: dict[str, list[str]] = {}
        for _, feed, guid in items:
            if feed and guid:
                named.setdefault(feed, []).append(guid)
        return {
            (feed, guid): t
            for feed, guids in named.items()
            for guid, t in self._rows(
                "select guid, t from entries join articles on id = article "
                f"where feed = {self.names.origin(feed)} and guid in",
                guids,
            )
        }

    def keep(self) -> list[Added]:
        """Take the articles in, in their order."""
        return [self._keep(*item) for item in self.items]

    def _keep(self, a: Article, feed: str | None, guid: str | None) -> Added:
        key = self.keys.get(a.url) if a.url else None
        place = Place(key, a.url or "", feed, a.site, True, self.arrived)
        t = self.by_id.get(a.id)
        if t is not None:
            return self._again(t, a, place)
        if key is not None and key in self.by_key:
            t, own = self.by_key[key]
            if own:
                return self._again(t, a, place)
            return self._carried(t, place._replace(own=False))
        if feed and guid and (t := self.by_guid.get((feed, guid))) is not None:
            return self._again(t, a, place, moved=True)
        return self._new(a, place, guid)

    def _new(self, a: Article, place: Place, guid: str | None) -> Added:
        sketch, n = self.sketches[id(a)], self.numbers[id(a)]
        if n in self.given:
            n = rows.free_number(self.link, n, a.id)
        if sketch[0]:
            original = self.kin.original(sketch, n)
            if original is not None:
                return self._carried(original, place._replace(own=False))
        t = self.recent.last + 1
        rows.insert(self.link, (n, t), a, self.arrived, sketch, self.status.get(a.id))
        self.given.add(n)
        self.recent.add(t, n, sketch)
        self.by_id[a.id] = t
        self._add_place(t, place)
        if guid and place.feed and not a.url:
            self.link.execute(
                "insert or ignore into entries values (?, ?, '', ?)",
                (self.names.origin(place.feed), guid, a.id),
            )
            self.by_guid[place.feed, guid] = t
        return Added(a.id, "new")

    def _sketch(self, a: Article) -> rows.Sketch:
        return self.think.sketch(a.text) if a.verdict == "article" else ((), b"")

    def _add_place(self, t: int, place: Place) -> None:
        rows.add_place(self.link, self.names, t, place)
        if place.key is not None and (place.own or place.key not in self.by_key):
            self.by_key[place.key] = (t, int(place.own))

    def _carried(self, t: int, place: Place) -> Added:
        """Note one more place that carries an article; say whether it is one more."""
        id = self.link.execute("select id from articles where t = ?", (t,)).fetchone()[0]
        there = self.link.execute(
            "select s, feed from sources where t = ? and key is ?", (t, place.key)
        ).fetchall()
        feed = self.names.origin(place.feed) if place.feed else None
        if feed is None:
            if there or place.key is None:
                return Added(id, "known")
        elif any(other == feed for _, other in there):
            return Added(id, "known")
        elif free := next((s for s, other in there if other is None), None):
            self.link.execute("update sources set feed = ? where s = ?", (feed, free))
            return Added(id, "known")
        self._add_place(t, place)
        return Added(id, "copy")

    def _again(self, t: int, a: Article, place: Place, *, moved: bool = False) -> Added:
        """An article that we have comes again: keep the better of the two, and the earlier text.

        One that `moved` is at the address that it comes with.
        """
        link = self.link
        old = rows.article(link.execute(f"{rows.ARTICLE} where t = ?", (t,)).fetchone())
        added = self._carried(t, place)
        new = weighing.better(old, a)
        new = replace(new, url=a.url or old.url) if moved else new
        if new == old:
            return added
        if (new.title, new.text) != (old.title, old.text):
            self._keep_version(old)
        index.take_out(link, t)
        sketch = self._sketch(new)
        rows.replace(link, t, new, sketch)
        number = link.execute("select n from articles where t = ?", (t,)).fetchone()[0]
        if new.published != old.published:
            number = rows.free_number(link, rows.number(new, self.arrived), new.id)
            link.execute("update articles set n = ? where t = ?", (number, t))
            self.given.add(number)
        if t > self.recent.reached:
            self.recent.add(t, number, sketch)
        index.put_back(link, t)
        return Added(old.id, "updated")

    def _keep_version(self, old: Article) -> None:
        self.link.execute(
            "insert into versions select ?, coalesce(max(version), 0) + 1, ?, ? from versions "
            "where id = ?",
            (old.id, self.arrived, wire.dumps(old), old.id),
        )
