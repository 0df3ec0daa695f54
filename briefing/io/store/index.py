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

from briefing.errors import StoreError
from briefing.io.store.database import Database

BATCH = 4_000
"""Articles indexed in one transaction."""
PATIENCE = 0.25
"""Seconds a search waits for a writer before it does without the newest articles."""

_WIDE = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
_RUN = re.compile(f"[{_WIDE}]+")
_PIECE = re.compile(f'[{_WIDE}]+|[^{_WIDE}\x00"]+')
_LEADS = bytes([*range(0xE3, 0xEE), 0xEF])  # first bytes of U+3000 to U+DFFF, U+F000 on


def indexed(text: str) -> str:
    """Return text as the index reads it: runs of CJK characters as overlapping pairs."""
    return _RUN.sub(_pairs, text) if is_wide(text) else text


def is_wide(text: str) -> bool:
    """Say whether text may hold CJK characters, in a tenth of the time a pattern takes."""
    if text.isascii():
        return False
    raw = text.encode("utf-8", "replace")
    return len(raw.translate(None, _LEADS)) < len(raw)


def _pairs(m: re.Match[str]) -> str:
    run = m.group()
    pairs = [a + b for a, b in itertools.pairwise(run)]
    return f" {' '.join(pairs)} {run[-1]} "


def wanted(text: str, *, prefix: bool = False) -> str:
    """Return the phrase of the index for words of a query, quoted for FTS5.

    Each run of CJK characters becomes its pairs; a single one the beginning of a pair.
    """
    parts: list[str] = []
    for piece in _PIECE.findall(text):
        if not _RUN.match(piece):
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


_WAITING = "select coalesce(max(t), 0) - (select t from reached) from texts"


def catch_up(db: Database, *, wait: float = PATIENCE, at_least: int = 1) -> None:
    """Index what is not indexed yet, if there is that much of it and no writer in the way."""
    while db.value(_WAITING) >= at_least:
        try:
            with db.write(wait) as link:
                _take_in(link)
        except StoreError:
            return


def _take_in(link: sqlite3.Connection) -> None:
    first = link.execute("select t from reached").fetchone()[0]
    last = first + BATCH
    rows = link.execute(
        "select n, title, text, authors, t, marks from texts join articles using (t) "
        "where t > ? and t <= ? order by n",
        (first, last),
    ).fetchall()
    link.executemany(
        "insert into fulltext (rowid, title, text, author) values (?, ?, ?, ?)",
        ((row[0], indexed(row[1]), indexed(row[2]), indexed(row[3])) for row in rows),
    )
    marks = sorted((mark, row[4]) for row in rows for mark in array("I", row[5]))
    link.executemany("insert into marks values (?, ?)", marks)
    link.execute("update reached set t = min(?, (select coalesce(max(t), 0) from texts))", (last,))


def _is_in(link: sqlite3.Connection, t: int) -> bool:
    return bool(link.execute("select 1 from reached where t >= ?", (t,)).fetchone())


def take_out(link: sqlite3.Connection, t: int) -> None:
    """Take an article out of the index, before its text or number changes or it goes."""
    if not _is_in(link, t):
        return
    n, title, text, authors, marks = _row(link, t)
    link.execute(
        "insert into fulltext (fulltext, rowid, title, text, author) values ('delete', ?, ?, ?, ?)",
        (n, indexed(title), indexed(text), indexed(authors)),
    )
    link.executemany(
        "delete from marks where mark = ? and t = ?", [(mark, t) for mark in array("I", marks)]
    )


def put_back(link: sqlite3.Connection, t: int) -> None:
    """Index a changed article again at once, if its turn has been already."""
    if not _is_in(link, t):
        return
    n, title, text, authors, marks = _row(link, t)
    link.execute(
        "insert into fulltext (rowid, title, text, author) values (?, ?, ?, ?)",
        (n, indexed(title), indexed(text), indexed(authors)),
    )
    link.executemany("insert into marks values (?, ?)", [(mark, t) for mark in array("I", marks)])


def _row(link: sqlite3.Connection, t: int) -> tuple[int, str, str, str, bytes]:
    row: tuple[int, str, str, str, bytes] = link.execute(
        "select n, title, text, authors, marks from texts join articles using (t) where t = ?",
        (t,),
    ).fetchone()
    return row
