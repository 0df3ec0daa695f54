"""Articles and headlines out of rows, and rows out of articles."""

from __future__ import annotations

import json
import sqlite3
from typing import Any, NamedTuple

from briefing.io.store import times
from briefing.models import Article

COLUMNS = (
    "id, title, text, url, site, authors, editor, published, language, verdict, image, caption"
)
ARTICLE = f"select {COLUMNS} from articles join texts using (n)"


def article(row: tuple[Any, ...]) -> Article:
    """Return the article of a row of `COLUMNS`."""
    return Article(
        id=row[0],
        title=row[1],
        text=row[2],
        url=row[3],
        site=row[4],
        authors=tuple(json.loads(row[5])),
        editor=row[6],
        published=row[7],
        language=row[8],
        verdict=row[9],
        image=row[10],
        caption=row[11],
    )


Sketch = tuple[tuple[int, ...], bytes]
"""Marks and order of a text: see `Thinking`."""


class Place(NamedTuple):
    """Where an article was carried: the fingerprint of its address, the address, feed, site."""

    key: int | None
    url: str
    feed: str | None
    site: str | None
    own: bool
    arrived: str


def number(link: sqlite3.Connection, published: str | None, arrived: str) -> int:
    """Return a free number for an article of that moment."""
    second = times.moment(published)
    if second is None:
        second = times.moment(arrived)
    if second is None:
        second = times.now()
    while True:
        first = second * times.SLOTS
        last = link.execute(
            "select max(n) from articles where n >= ? and n < ?", (first, first + times.SLOTS)
        ).fetchone()[0]
        if last is None:
            return first
        if last + 1 < first + times.SLOTS:
            return int(last) + 1
        second += 1


def insert(link: sqlite3.Connection, n: int, a: Article, arrived: str, sketch: Sketch) -> None:
    """Write an article's rows; its status, if it was known before, comes back to it."""
    known = link.execute("select read, starred from status where id = ?", (a.id,)).fetchone()
    link.execute(
        "insert into articles (n, id, title, site, url, published, arrived, verdict, language, "
        "words, read, starred) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(n, a.id, a.title, a.site, a.url, a.published, arrived, a.verdict, a.language),
            *(a.words, *(known or (0, 0))),
        ),
    )
    link.execute("insert into texts values (?, ?, ?, ?, ?, ?, ?)", (n, sketch[1], *_text(a)))
    link.executemany("insert into marks values (?, ?)", [(mark, n) for mark in sketch[0]])
    link.execute("insert into unindexed values (?)", (n,))


def _text(a: Article) -> tuple[Any, ...]:
    authors = json.dumps(a.authors, ensure_ascii=False) if a.authors else "[]"
    return a.text, authors, a.editor, a.image, a.caption


def replace(link: sqlite3.Connection, n: int, a: Article, sketch: Sketch) -> None:
    """Write a changed article over its rows; it was taken out of the index before."""
    link.execute(
        "update articles set title = ?, site = ?, url = ?, published = ?, verdict = ?, "
        "language = ?, words = ? where n = ?",
        (a.title, a.site, a.url, a.published, a.verdict, a.language, a.words, n),
    )
    link.execute(
        "update texts set sketch = ?, text = ?, authors = ?, editor = ?, image = ?, caption = ? "
        "where n = ?",
        (sketch[1], *_text(a), n),
    )
    link.execute("delete from marks where n = ?", (n,))
    link.executemany("insert into marks values (?, ?)", [(mark, n) for mark in sketch[0]])
    link.execute("insert into unindexed values (?)", (n,))


def origin(link: sqlite3.Connection, url: str) -> int:
    """Return the number of a feed's address."""
    row = link.execute("select f from origins where url = ?", (url,)).fetchone()
    if row:
        return int(row[0])
    return int(link.execute("insert into origins (url) values (?)", (url,)).lastrowid or 0)


def _place(link: sqlite3.Connection, site: str | None, url: str) -> int | None:
    name = site or url.split("://")[-1].split("/")[0].removeprefix("www.")
    if not name:
        return None
    row = link.execute("select p from places where name = ?", (name,)).fetchone()
    if row:
        return int(row[0])
    host = url.split("://")[-1].split("/")[0].lower() if "://" in url else ""
    done = link.execute("insert into places (name, host) values (?, ?)", (name, host))
    return int(done.lastrowid or 0)


def add_place(link: sqlite3.Connection, n: int, place: Place) -> None:
    """Note that an article was carried there."""
    link.execute(
        "insert into sources (n, key, url, feed, place, own, arrived) values (?, ?, ?, ?, ?, ?, ?)",
        (
            n,
            place.key,
            place.url,
            origin(link, place.feed) if place.feed else None,
            _place(link, place.site, place.url),
            place.own,
            place.arrived,
        ),
    )
