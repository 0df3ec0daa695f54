"""The full-text index: what goes in, and when.

Chinese, Japanese and Korean run without spaces, so their runs go in as overlapping pairs of
characters (and the last one alone): any two characters in a row are then a phrase, any one the
beginning of a word. Articles are indexed by the thousand, in the order of their numbers, which is
several times cheaper than one by one; whoever searches first takes in what is missing.
"""

from __future__ import annotations

import itertools
import re
import sqlite3
from array import array
from functools import cache

from briefing.errors import StoreError
from briefing.io.store.database import LAST, WAITING, Database
from briefing.io.store.rows import is_wide

BATCH = 4_000
"""Articles indexed in one transaction."""
_AT_ONCE = 250  # texts in memory
PATIENCE = 0.25
"""Seconds a search waits for a writer before it does without the newest articles."""

_WIDE = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"


@cache
def _run() -> re.Pattern[str]:
    """Return the pattern of a run; most processes meet none, and it takes time to compile."""
    return re.compile(f"[{_WIDE}]+")


@cache
def _piece() -> re.Pattern[str]:
    return re.compile(f'[{_WIDE}]+|[^{_WIDE}\x00"]+')


def indexed(text: str) -> str:
    """Return text as the index reads it: runs of CJK characters as overlapping pairs."""
    return _run().sub(_pairs, text) if is_wide(text) else text


def _pairs(m: re.Match[str]) -> str:
    run = m.group()
    pairs = [a + b for a, b in itertools.pairwise(run)]
    return f" {' '.join(pairs)} {run[-1]} "


def wanted(text: str, *, prefix: bool = False) -> str:
    """Return the phrase of the index for words of a query, quoted for FTS5.

    Each run of CJK characters becomes its pairs; a single one the beginning of a pair.
    """
    parts: list[str] = []
    for piece in _piece().findall(text):
        if not _run().match(piece):
            parts.append(f'"{piece.strip()}"')
        elif len(piece) == 1:
            parts.append(f'"{piece}" *')
        else:
            parts.append(f'"{" ".join(a + b for a, b in itertools.pairwise(piece))}"')
    parts = [p for p in parts if any(c.isalnum() for c in p)]
    if not parts:
        return '""'
    if prefix and not parts[-1].endswith("*"):
        parts[-1] += " *"
    # A phrase of two scripts is torn where the script changes: the last pair of a run is followed
    # by its last character alone. Its parts must all be there.
    return parts[0] if len(parts) == 1 else f"({' AND '.join(parts)})"


_ROW = "select n, t, marks, title, text, authors from articles join texts using (t)"
_PUT = "insert into fulltext (rowid, title, text, author) values (?, ?, ?, ?)"
_TAKE = "insert into fulltext (fulltext, rowid, title, text, author) values ('delete', ?, ?, ?, ?)"


def catch_up(db: Database, *, wait: float = PATIENCE, at_least: int = 1) -> None:
    """Index what is not indexed yet, if there is that much of it and no writer in the way."""
    while db.value(WAITING) >= at_least:
        try:
            with db.write(wait) as link:
                _take_in(link)
        except StoreError:
            return


def _take_in(link: sqlite3.Connection) -> None:
    first = link.execute("select t from reached").fetchone()[0]
    last = first + BATCH
    turn = link.execute(
        "select n, t from articles where t > ? and t <= ? order by n", (first, last)
    ).fetchall()
    marks: list[tuple[int, int]] = []
    for at in range(0, len(turn), _AT_ONCE):
        some = [t for _, t in turn[at : at + _AT_ONCE]]
        rows = link.execute(
            f"{_ROW} where t in ({','.join('?' * len(some))}) order by n", some
        ).fetchall()
        link.executemany(_PUT, ((n, *map(indexed, texts)) for n, _, _, *texts in rows))
        marks += [(mark, t) for _, t, raw, *_ in rows for mark in array("I", raw)]
    link.executemany("insert into marks values (?, ?)", sorted(marks))
    link.execute(f"update reached set t = min(?, {LAST})", (last,))


def _is_in(link: sqlite3.Connection, t: int) -> bool:
    return bool(link.execute("select 1 from reached where t >= ?", (t,)).fetchone())


def take_out(link: sqlite3.Connection, t: int) -> None:
    """Take an article out of the index, before its text or number changes or it goes."""
    if not _is_in(link, t):
        return
    n, _, marks, *texts = link.execute(f"{_ROW} where t = ?", (t,)).fetchone()
    link.execute(_TAKE, (n, *map(indexed, texts)))
    link.executemany(
        "delete from marks where mark = ? and t = ?", [(mark, t) for mark in array("I", marks)]
    )


def put_back(link: sqlite3.Connection, t: int) -> None:
    """Index a changed article again at once, if its turn has been already."""
    if not _is_in(link, t):
        return
    n, _, marks, *texts = link.execute(f"{_ROW} where t = ?", (t,)).fetchone()
    link.execute(_PUT, (n, *map(indexed, texts)))
    link.executemany("insert into marks values (?, ?)", [(mark, t) for mark in array("I", marks)])
