"""Articles leave: taken away by hand, which can be undone, or let go with age."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Any

from briefing import wire
from briefing.io.store import index, rows
from briefing.models import Article

_TRASH = "select n, arrived, read, starred from articles where id = ?"


def remove(link: sqlite3.Connection, ids: Iterable[str]) -> list[Any]:
    """Delete articles with their sources; return all that is needed to bring them back."""
    gone = []
    for id in dict.fromkeys(ids):
        row = link.execute(_TRASH, (id,)).fetchone()
        if not row:
            continue
        n, arrived = row[0], row[1]
        article = rows.article(link.execute(f"{rows.ARTICLE} where n = ?", (n,)).fetchone())
        places = link.execute(
            "select key, url, (select url from origins where f = feed), "
            "(select name from places where p = place), own, arrived from sources "
            "where n = ? order by s",
            (n,),
        ).fetchall()
        gone.append([wire.to_dict(article), arrived, places, *_sketch(link, n)])
        _delete(link, n)
    return gone


def bring_back(link: sqlite3.Connection, gone: list[Any]) -> int:
    """Insert removed articles again; one that came back by itself meanwhile stays as it is."""
    count = 0
    for kept, arrived, places, marks, order in gone:
        article = wire.from_dict(Article, kept)
        if link.execute("select 1 from articles where id = ?", (article.id,)).fetchone():
            continue
        n = rows.number(link, article.published, arrived)
        rows.insert(link, n, article, arrived, (tuple(marks), bytes.fromhex(order)))
        for key, url, feed, site, own, when in places:
            rows.add_place(link, n, rows.Place(key, url, feed, site, bool(own), when))
        count += 1
    return count


def _sketch(link: sqlite3.Connection, n: int) -> tuple[list[int], str]:
    marks = [mark for (mark,) in link.execute("select mark from marks where n = ?", (n,))]
    order: bytes = link.execute("select sketch from texts where n = ?", (n,)).fetchone()[0]
    return marks, order.hex()


def _delete(link: sqlite3.Connection, n: int) -> None:
    index.take_out(link, n)
    link.execute("delete from articles where n = ?", (n,))


_OLD = """
select n, id from articles a
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
    for n, id in old:
        _delete(link, n)
        link.execute("delete from cards where article = ?", (id,))
        link.execute("delete from versions where id = ?", (id,))
    return len(old)
