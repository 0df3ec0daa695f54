"""The full-text index: what goes in, and when.

Chinese, Japanese and Korean run without spaces, so their runs go in as overlapping pairs of
characters (and the last one alone): any two characters in a row are then a phrase, any one the
beginning of a word. Articles are indexed by the hundred, in the order of their numbers, which is
several times cheaper than one by one; whoever searches first takes in what is missing.
"""

from __future__ import annotations

import itertools
import re
import sqlite3

from briefing.errors import StoreError
from briefing.io.store.database import Database

BATCH = 2_000
"""Articles indexed in one transaction."""
PATIENCE = 0.25
"""Seconds a search waits for a writer before it does without the newest articles."""

_WIDE = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
_RUN = re.compile(f"[{_WIDE}]+")
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
    for piece in re.findall(f'[{_WIDE}]+|[^{_WIDE}\x00"]+', text):
        if not _RUN.match(piece):
            parts.append(f'"{piece.strip()}"')
        elif len(piece) == 1:
            parts.append(f'"{piece}" *')
        else:
            pairs = [a + b for a, b in itertools.pairwise(piece)]
            parts.append(f'"{" ".join(pairs)}"')
    parts = [p for p in parts if any(c.isalnum() for c in p)]
    if not parts:
        return '""'
    if prefix and not parts[-1].endswith("*"):
        parts[-1] += " *"
    # A phrase of two scripts is torn where the script changes: the last pair of a run is followed
    # by its last character alone, so its parts stand near each other instead.
    return parts[0] if len(parts) == 1 else f"({' AND '.join(parts)})"


def catch_up(db: Database, *, wait: float = PATIENCE, at_least: int = 1) -> None:
    """Index what is not indexed yet, if there is that much of it and no writer in the way."""
    sql = "select 1 from unindexed limit 1 offset ?"
    while db.one(sql, (at_least - 1,)):
        try:
            with db.write(wait) as link:
                _take_in(link)
        except StoreError:
            return
        wait = PATIENCE


def _take_in(link: sqlite3.Connection) -> None:
    rows = link.execute(
        "select n, title, text, authors from unindexed join articles using (n) "
        "join texts using (n) order by n limit ?",
        (BATCH,),
    ).fetchall()
    link.executemany(
        "insert into fulltext (rowid, title, text, author) values (?, ?, ?, ?)",
        ((n, indexed(title), indexed(text), indexed(authors)) for n, title, text, authors in rows),
    )
    link.executemany("delete from unindexed where n = ?", ((row[0],) for row in rows))


def take_out(link: sqlite3.Connection, n: int) -> None:
    """Take an article out of the index, before its text changes or goes."""
    if link.execute("delete from unindexed where n = ?", (n,)).rowcount:
        return
    row = link.execute(
        "select title, text, authors from articles join texts using (n) where n = ?", (n,)
    ).fetchone()
    if row:
        link.execute(
            "insert into fulltext (fulltext, rowid, title, text, author) "
            "values ('delete', ?, ?, ?, ?)",
            (n, *map(indexed, row)),
        )
