"""Articles out of rows, and rows out of articles."""

from __future__ import annotations

import json
import sqlite3
from array import array
from typing import TYPE_CHECKING, Any, NamedTuple
from zlib import crc32

from briefing.io.store import times

if TYPE_CHECKING:
    from briefing.models import Article

COLUMNS = (
    "id, title, text, url, site, authors, editor, published, language, verdict, image, caption"
)
ARTICLE = f"select {COLUMNS} from articles join texts using (t)"

_LEADS = bytes([*range(0xE3, 0xEE), 0xEF])  # first bytes of U+3000 to U+DFFF, U+F000 on
Key = tuple[int, int]
"""An article's n and t: its places in time and in the order of arrival."""
Sketch = tuple[tuple[int, ...], bytes]
"""Marks and order of a text: see `Thinking`."""


def article(row: tuple[Any, ...]) -> Article:
    """Return the article of a row of `COLUMNS`."""
    from briefing.models import Article  # a refresh without news needs none

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


class Place(NamedTuple):
    """Where an article was carried: the fingerprint of its address, the address, feed, site."""

    key: int | None
    url: str
    feed: str | None
    site: str | None
    own: bool
    arrived: str


class Names:
    """The numbers of feeds and sites, each looked up once in a transaction."""

    def __init__(self, link: sqlite3.Connection) -> None:
        self._link = link
        self._origins: dict[str, int] = {}
        self._places: dict[str, int] = {}

    def origin(self, url: str) -> int:
        """Return the number of a feed's address."""
        if url not in self._origins:
            self._origins[url] = origin(self._link, url)
        return self._origins[url]

    def place(self, site: str | None, url: str) -> int | None:
        """Return the number of a site, named or else by its host."""
        host = url.split("/", 3)[2].lower() if "://" in url else ""
        name = site or host.removeprefix("www.")
        if not name:
            return None
        if name not in self._places:
            link = self._link
            link.execute("insert or ignore into places (name, host) values (?, ?)", (name, host))
            row = link.execute("select p from places where name = ?", (name,)).fetchone()
            self._places[name] = row[0]
        return self._places[name]


def origin(link: sqlite3.Connection, url: str) -> int:
    """Return the number of a feed's address."""
    row = link.execute("select f from origins where url = ?", (url,)).fetchone()
    if row:
        return int(row[0])
    return int(link.execute("insert into origins (url) values (?)", (url,)).lastrowid or 0)


def number(a: Article, arrived: str) -> int:
    """Return the first number an article would have: its moment, and a slot that its id names."""
    second = times.moment(a.published)
    if second is None:
        second = times.moment(arrived)
    if second is None:
        second = times.now()
    return second * times.SLOTS + hash_of(a.id) % times.SLOTS


def free_number(link: sqlite3.Connection, first: int, id: str) -> int:
    """Return the first free number for an article whose first number is this.

    Thousands can share a moment (a day's noon, where only the date is known): each tries one
    slot in second after second, so that few looks are needed.
    """
    second, slot, step = first // times.SLOTS, hash_of(id), 0
    while True:
        n = (second + step) * times.SLOTS + (slot * (2 * step + 1) + step) % times.SLOTS
        if not link.execute("select 1 from articles where n = ?", (n,)).fetchone():
            return n
        step += 1


def hash_of(id: str) -> int:
    """Return a number that is the same for an id on every machine."""
    return crc32(id.encode("utf-8", "replace"))


def insert(
    link: sqlite3.Connection, key: Key, a: Article, arrived: str, sketch: Sketch, known: Any
) -> None:
    """Write an article's rows; `known` is (read, starred) where its status is known already."""
    n, t = key
    link.execute("insert into texts values (?, ?, ?, ?, ?, ?, ?, ?)", (t, *_text(a, sketch)))
    read, starred = known or (0, 0)
    link.execute(
        "insert into articles values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(n, t, a.id, a.title, a.site, a.url, a.published, arrived, a.verdict, a.language),
            *(count_words(a), read, starred),
        ),
    )


def count_words(a: Article) -> int:
    """Return `a.words`; texts as we make them, with single spaces, are counted by these."""
    text = a.text
    lines = text.count("\n")
    blank = text.count("\n\n")
    odd = lines != 2 * blank or "  " in text or not text or text[0].isspace() or "\xa0" in text
    if odd or text[-1].isspace() or " \n" in text or "\n " in text or is_wide(text):
        return a.words
    return text.count(" ") + blank + 1


def is_wide(text: str) -> bool:
    """Say whether text may hold CJK characters, in a tenth of the time a pattern takes."""
    if text.isascii():
        return False
    raw = text.encode("utf-8", "replace")
    return len(raw.translate(None, _LEADS)) < len(raw)


def _text(a: Article, sketch: Sketch) -> tuple[Any, ...]:
    authors = json.dumps(a.authors, ensure_ascii=False) if a.authors else "[]"
    marks = array("I", sketch[0]).tobytes()
    return marks, sketch[1], a.text, authors, a.editor, a.image, a.caption


def replace(link: sqlite3.Connection, t: int, a: Article, sketch: Sketch) -> None:
    """Write a changed article over its rows; it was taken out of the index before."""
    link.execute(
        "update articles set title = ?, site = ?, url = ?, published = ?, verdict = ?, "
        "language = ?, words = ? where t = ?",
        (a.title, a.site, a.url, a.published, a.verdict, a.language, count_words(a), t),
    )
    link.execute(
        "update texts set marks = ?, sketch = ?, text = ?, authors = ?, editor = ?, image = ?, "
        "caption = ? where t = ?",
        (*_text(a, sketch), t),
    )


def add_place(link: sqlite3.Connection, names: Names, t: int, place: Place) -> None:
    """Note that an article was carried there."""
    link.execute(
        "insert into sources (t, key, url, feed, place, own, arrived) values (?, ?, ?, ?, ?, ?, ?)",
        (
            t,
            place.key,
            place.url,
            names.origin(place.feed) if place.feed else None,
            names.place(place.site, place.url),
            place.own,
            place.arrived,
        ),
    )
