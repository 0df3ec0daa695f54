"""An archive that keeps parcels in memory, and may be made to stop at a moment of one's choice."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import nullcontext

from briefing.models import Parcel


class Outbox:
    """The outbox of `desk/ports.py`."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str, int], Parcel] = {}
        self.saving: Callable[[Parcel], None] = lambda parcel: None
        self.saved: Callable[[Parcel], None] = lambda parcel: None

    def get(self, key: str, target: str) -> list[Parcel]:
        """Return the parcels of a key and a target, by part."""
        return [p for (k, t, _), p in sorted(self.kept.items()) if (k, t) == (key, target)]

    def save(self, parcels: Iterable[Parcel]) -> None:
        """Keep parcels."""
        for parcel in parcels:
            self.saving(parcel)
            self.kept[parcel.key, parcel.target, parcel.part] = parcel
            self.saved(parcel)

    def waiting(self, target: str | None = None) -> list[Parcel]:
        """Return what has not been sent."""
        return [p for p in self.kept.values() if p.state != "sent" and target in (None, p.target)]


class Archive:
    """As much of an archive as sending needs."""

    def __init__(self) -> None:
        self.outbox = Outbox()

    def lock(self, name: str, *, wait: float = 0.0) -> nullcontext[None]:
        """Take a lock that is always free."""
        return nullcontext()
