"""What was sent, what was not: a parcel for each part and target."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields

from briefing.io.store.database import Database
from briefing.models import Parcel

_NAMES = tuple(f.name for f in fields(Parcel))
_SELECT = f"select {', '.join(_NAMES)} from parcels"


class Outbox:
    """See `desk/ports.py`."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def get(self, key: str, target: str) -> list[Parcel]:
        """Return the parcels of one thing for one target, by part."""
        return self._parcels("where key = ? and target = ? order by part", (key, target))

    def save(self, parcels: Iterable[Parcel]) -> None:
        """Insert or replace by key, target and part."""
        with self._db.write() as link:
            link.executemany(
                f"insert or replace into parcels ({', '.join(_NAMES)}) "
                f"values ({', '.join('?' * len(_NAMES))})",
                [tuple(getattr(p, name) for name in _NAMES) for p in parcels],
            )

    def waiting(self, target: str | None = None) -> list[Parcel]:
        """Return parcels that are pending, failed or unknown, oldest first."""
        order = "order by updated, key, target, part"
        if target is None:
            return self._parcels(f"where state <> 'sent' {order}")
        return self._parcels(f"where state <> 'sent' and target = ? {order}", (target,))

    def _parcels(self, where: str, args: tuple[str, ...] = ()) -> list[Parcel]:
        rows = self._db.all(f"{_SELECT} {where}", args)
        return [Parcel(**dict(zip(_NAMES, row, strict=True))) for row in rows]
