"""Articles leave: taken away by hand, which can be undone, or let go with age."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable
from typing import Any

from briefing import wire
from briefing.io.store import index, rows

_TRASH = "select t, arrived from articles where id = ?"
_LAST = "select max((select t from reached), coalesce((select max(t) from texts), 0))"


def remove(link: sqlite3.Connection, ids: Iterable[str]) -> list[Any]:
    """Delete articles with their sources; return all that is needed to bring them back."""
    gone = []
    for id in dict.fromkeys(ids):
        row = link.execute(_TRASH, (id,)).fetchone()
        if not row:
            continue
        t, arrived = row
        article = rows.article(link.execute(f"{rows.ARTICLE} where t = ?", (t,)).fetchone())
        places = link.execute(
            "select key, url, (select url from origins where f = feed), "
            "(select name from places where p = place), own, arrived from sources "
            "where t = ? order by s",
            (t,),
        ).fetchall()
        gone.append([wire.to_dict(article), arrived, places, *_sketch(link, t)])
        _delete(link, t)
    return gone


def bring_back(link: sqlite3.Connection, gone: list[Any]) -> tuple[str, ...]:
    """Insert removed articles again and return their ids; one that came back by itself meanwhile
    stays as it is."""
    from briefing.models import Article  # who only reads a list needs none

    back: list[str] = []
    names = rows.Names(link)
    for kept, arrived, places, marks, order in gone:
        article = wire.from_dict(Article, kept)
        if link.execute("select 1 from articles where id = ?", (article.id,)).fetchone():
            continue
        t = link.execute(_LAST).fetchone()[0] + 1
        known = link.execute(
            "select read, starred from status where id = ?", (article.id,)
        ).fetchone()
        n = rows.free_number(link, rows.number(article, arrived), article.id)
        rows.insert(link, (n, t), article, arrived, (tuple(marks), bytes.fromhex(order)), known)
        for key, url, feed, site, own, when in places:
            rows.add_place(link, names, t, rows.Place(key, url, feed, site, bool(own), when))
        back.append(article.id)
    return tuple(back)


def _sketch(link: sqlite3.Connection, t: int) -> tuple[list[int], str]:
    marks, order = link.execute("select marks, sketch from texts where t = ?", (t,)).fetchone()
    return list(array("I", marks)), order.hex()


def _delete(link: sqlite3.Connection, t: int) -> None:
    index.take_out(link, t)
    link.execute("delete from texts where t = ?", (t,))


_OLD = """
select t, id from articles a
where arrived < ? and not starred
  and not exists (select 1 from status where id = a.id and note <> '')
  and not exists (select 1 from tags where id = a.id)
  and not exists (select 1 from briefed where article = a.id)
order by n limit ?
"""


def prune(link: sqlite3.Connection, before: str, limit: int) -> int:
    """Delete up to `limit` articles that arrived before a time, with their cards and versions.

    What is starred, noted, tagged or briefed stays.
    """
    old = link.execute(_OLD, (before, limit)).fetchall()
    for t, id in old:
        _delete(link, t)
        link.execute("delete from cards where article = ?", (id,))
        link.execute("delete from versions where id = ?", (id,))
    return len(old)
