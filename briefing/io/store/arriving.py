"""What becomes of an article that arrives: new, known, updated, or a copy of one we have."""

from __future__ import annotations

import hashlib
import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from briefing import wire
from briefing.io.store import index, rows
from briefing.io.store.rows import Place
from briefing.io.store.thinking import Thinking
from briefing.io.store.times import SLOTS
from briefing.models import Added, Article

_WORTH = {
    verdict: worth
    for worth, verdict in enumerate(
        ("empty", "consent_wall", "link_list", "too_short", "paywall", "article")
    )
}
STUB = 0.5
"""A text shorter than this share of what we have does not replace it: a feed's teaser comes again
after the page was read."""
LONG = 100  # words from which that is held to
NEAR = 14 * 86_400 * SLOTS
"""How far apart in time a text and its copy can be."""
CANDIDATES = 5  # texts held against a new one, those that share most with it
COMMON = 8  # articles that share a mark, from which on it tells nothing
READ = 200  # marks looked at


def keep(
    link: sqlite3.Connection, think: Thinking, a: Article, *, arrived: str, feed: str | None
) -> Added:
    """Take an article in; return its id in the archive and its arrival."""
    key = fingerprint(think, a.url)
    place = Place(key, a.url or "", feed, a.site, True, arrived)
    row = link.execute("select n from articles where id = ?", (a.id,)).fetchone()
    if row:
        return _again(link, think, row[0], a, place)
    if key is not None:
        row = link.execute(
            "select n, own from sources where key = ? order by own desc, s limit 1", (key,)
        ).fetchone()
        if row and row[1]:
            return _again(link, think, row[0], a, place)
        if row:
            return _carried(link, row[0], place._replace(own=False))
    sketch = _sketch(think, a)
    n = rows.number(link, a.published, arrived)
    if sketch[0] and (other := _copied(link, think, sketch, n)) is not None:
        return _carried(link, other, place._replace(own=False))
    rows.insert(link, n, a, arrived, sketch)
    rows.add_place(link, n, place)
    return Added(a.id, "new")


def fingerprint(think: Thinking, url: str | None) -> int | None:
    """Return the number that stands for the page behind an address."""
    if not url:
        return None
    digest = hashlib.sha256(think.canonical(url).encode("utf-8", "replace")).digest()
    return int.from_bytes(digest[:8], "big", signed=True)


def _sketch(think: Thinking, a: Article) -> rows.Sketch:
    return think.sketch(a.text) if a.verdict == "article" else ((), b"")


def _copied(link: sqlite3.Connection, think: Thinking, sketch: rows.Sketch, n: int) -> int | None:
    """Return the number of the article whose text this is too."""
    marks, order = sketch
    found: dict[int, list[int]] = {}
    for mark, other in link.execute(
        f"select mark, n from marks where mark in ({_places(marks)}) and n between ? and ? limit ?",
        (*marks, n - NEAR, n + NEAR, READ),
    ):
        found.setdefault(mark, []).append(other)
    # A mark of many articles is a line that sites print under everything: it leads nowhere.
    shared = Counter(
        other for others in found.values() if len(others) <= COMMON for other in others
    )
    likely = [other for other, _ in shared.most_common(CANDIDATES)]
    orders = dict(
        link.execute(f"select n, sketch from texts where n in ({_places(likely)})", likely)
    )
    return next((other for other in likely if think.same(orders[other], order)), None)


def _places(values: Sequence[int]) -> str:
    return ",".join("?" * len(values))


def _carried(link: sqlite3.Connection, n: int, place: Place) -> Added:
    """Note one more place that carries an article; say whether it is one more."""
    id = link.execute("select id from articles where n = ?", (n,)).fetchone()[0]
    there = link.execute(
        "select s, feed, (select url from origins where f = feed) from sources "
        "where n = ? and key is ?",
        (n, place.key),
    ).fetchall()
    if place.feed is None:
        if there or place.key is None:
            return Added(id, "known")
    elif any(url == place.feed for _, _, url in there):
        return Added(id, "known")
    elif free := next((s for s, feed, _ in there if feed is None), None):
        feed = rows.origin(link, place.feed)
        link.execute("update sources set feed = ? where s = ?", (feed, free))
        return Added(id, "known")
    rows.add_place(link, n, place)
    return Added(id, "copy")


def _again(link: sqlite3.Connection, think: Thinking, n: int, a: Article, place: Place) -> Added:
    """An article that we have comes again: keep the better of the two, and the earlier text."""
    old = rows.article(link.execute(f"{rows.ARTICLE} where n = ?", (n,)).fetchone())
    id, arrival = _carried(link, n, place)
    new = better(old, a)
    if new == old:
        return Added(id, arrival)
    if (new.title, new.text) != (old.title, old.text):
        _keep_version(link, old, place.arrived)
    index.take_out(link, n)
    rows.replace(link, n, new, _sketch(think, new))
    if new.published != old.published:
        _move(link, n, new.published, place.arrived)
    return Added(id, "updated")


def better(old: Article, new: Article) -> Article:
    """Return what to keep of two readings of one article, under the id it has."""
    worse = _WORTH[new.verdict] < _WORTH[old.verdict]
    stub = (
        _WORTH[new.verdict] == _WORTH[old.verdict]
        and old.words >= LONG
        and new.words < STUB * old.words
    )
    if worse or stub:
        return _filled(old, new)
    return _filled(replace(new, id=old.id, url=old.url or new.url), old)


def _filled(a: Article, other: Article) -> Article:
    """Return an article with what only the other reading knows."""
    return replace(
        a,
        title=a.title or other.title,
        site=a.site or other.site,
        authors=a.authors or other.authors,
        editor=a.editor or other.editor,
        published=a.published or other.published,
        language=a.language or other.language,
        image=a.image or other.image,
        caption=a.caption or other.caption,
    )


def _keep_version(link: sqlite3.Connection, old: Article, until: str) -> None:
    link.execute(
        "insert into versions select ?, coalesce(max(version), 0) + 1, ?, ? from versions "
        "where id = ?",
        (old.id, until, wire.dumps(old), old.id),
    )


def _move(link: sqlite3.Connection, n: int, published: str | None, arrived: str) -> None:
    """Give an article the number of its new date; it is out of the index at this moment."""
    link.execute("delete from unindexed where n = ?", (n,))
    new = rows.number(link, published, arrived)
    link.execute("update articles set n = ? where n = ?", (new, n))
    link.execute("insert into unindexed values (?)", (new,))
