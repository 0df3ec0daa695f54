"""Articles that came or changed while questions were open, until they are held against them.

Written down in the transaction that keeps them, so that no process that dies leaves one out.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import TYPE_CHECKING

from briefing.io.store import rows
from briefing.io.store.database import Database

if TYPE_CHECKING:
    from briefing.models import Article

_KIND = "unheld"  # of what is remembered: the key is an article's id
_LIVE = "select 1 from questions where state in ('open', 'answered') limit 1"


def note(link: sqlite3.Connection, ids: Iterable[str], arrived: str) -> None:
    """Have articles wait, if a question is live: a later one looks back by itself."""
    if link.execute(_LIVE).fetchone():
        link.executemany(
            "insert or ignore into memory (kind, key, value, at) values (?, ?, '', ?)",
            [(_KIND, id, arrived) for id in ids],
        )


def articles(db: Database) -> list[Article]:
    """Return those that wait, oldest arrival first."""
    found = db.all(
        f"{rows.ARTICLE} where id in (select key from memory where kind = ?) order by t", (_KIND,)
    )
    return [rows.article(row) for row in found]


def over(link: sqlite3.Connection, ids: Iterable[str]) -> None:
    """Have them wait no longer."""
    link.executemany("delete from memory where kind = ? and key = ?", [(_KIND, id) for id in ids])
