"""What was decided by hand is written down with what stood before it: the way back.

An act is taken back by who did it, the last one first. While a process has the archive open its
acts are its own; those it leaves behind can be taken back by who opens the archive after it.
"""

from __future__ import annotations

import os
import sqlite3
from typing import Any

from briefing.io.store.database import Database

KEPT = 100
"""Acts that can be taken back."""
_MINE = "select u, act, before from undoing where held = ? order by u desc limit 1"
_LEFT = "select u, act, before from undoing where held = '' and u <= ? order by u desc limit 1"


class Acts:
    """The acts of whoever opened the archive."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._name = os.urandom(8).hex()
        self._left: int = db.value("select coalesce(max(u), 0) from undoing")
        self._acted = False

    def write_down(self, link: sqlite3.Connection, act: str, before: list[Any]) -> None:
        """Remember what stood before an act; what is older than the last acts is let go."""
        import json

        self._acted = True
        link.execute(
            "insert into undoing (act, before, held) values (?, ?, ?)",
            (act, json.dumps(before, ensure_ascii=False), self._name),
        )
        link.execute(
            "delete from undoing where u <= (select u from undoing order by u desc limit 1 "
            "offset ?)",
            (KEPT,),
        )

    def take(self, link: sqlite3.Connection) -> tuple[str, list[Any]] | None:
        """Return the last act and what stood before it, to be brought back now."""
        import json

        row = link.execute(_MINE, (self._name,)).fetchone()
        row = row or link.execute(_LEFT, (self._left,)).fetchone()
        if not row:
            return None
        number, act, before = row
        link.execute("delete from undoing where u = ?", (number,))
        return act, json.loads(before)

    def leave(self) -> None:
        """Leave one's acts to who opens the archive next."""
        if self._acted:
            with self._db.write() as link:
                link.execute("update undoing set held = '' where held = ?", (self._name,))
