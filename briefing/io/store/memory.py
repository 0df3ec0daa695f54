"""Small things worth remembering, by kind and key."""

from __future__ import annotations

from briefing.io.store.database import Database


class Memory:
    """See `desk/ports.py`."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def recall(self, kind: str, key: str) -> str | None:
        """Return what was remembered."""
        value: str | None = self._db.value(
            "select value from memory where kind = ? and key = ?", (kind, key)
        )
        return value

    def remember(self, kind: str, key: str, value: str, *, now: str) -> None:
        """Remember, in place of what was there."""
        with self._db.write() as link:
            link.execute(
                "insert or replace into memory (kind, key, value, at) values (?, ?, ?, ?)",
                (kind, key, value, now),
            )

    def items(self, kind: str) -> dict[str, str]:
        """Return everything of a kind, by key."""
        return dict(
            self._db.all("select key, value from memory where kind = ? order by key", (kind,))
        )

    def forget(self, kind: str, key: str) -> None:
        """Forget; nothing happens if there was nothing."""
        with self._db.write() as link:
            link.execute("delete from memory where kind = ? and key = ?", (kind, key))
