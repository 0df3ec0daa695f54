"""Time as the archive orders it: seconds since 1900, and the keys of articles made of them.

An article's number is its moment (published, or else arrived) times 1,024 plus a slot, so that
the table and the full-text index are in the order of time by themselves: the newest of any
selection are found without sorting it.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

SLOTS = 1024
"""Articles that one second can hold before they spill into the next."""
_ERA = datetime(1900, 1, 1, tzinfo=UTC)
_LAST = datetime(2199, 12, 31, tzinfo=UTC)


def moment(stamp: str | None) -> int | None:
    """Return the second of an ISO date or time (UTC where no zone is named); None if it is none.

    A date alone is its noon: so it lies within that day in every time zone.
    """
    if not stamp:
        return None
    try:
        time = datetime.fromisoformat(stamp.strip())
    except ValueError:
        return None
    if len(stamp.strip()) <= 10:
        time = time.replace(hour=12)
    time = time if time.tzinfo else time.replace(tzinfo=UTC)
    if not _ERA.year < time.year < _LAST.year:
        return None
    return (time - _ERA) // timedelta(seconds=1)


def now() -> int:
    """Return the present second."""
    return (datetime.now(UTC) - _ERA) // timedelta(seconds=1)


def day(second: int) -> int:
    """Return the number of the UTC day of a second."""
    return second // 86_400
