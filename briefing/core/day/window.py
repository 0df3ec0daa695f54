"""The day as the reader lives it: from which moment to which, in UTC, summer time included."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta, tzinfo
from datetime import date as Date

from briefing.errors import ConfigError

FIRST, LAST = 1900, 2200
"""Years a briefing may be of: the days around each have dates too."""


def of(date: str, timezone: str = "UTC", day_starts: int = 0) -> tuple[str, str]:
    """Return (since, until) of a day in a zone as UTC time stamps, `until` not included.

    The day begins at `day_starts` o'clock on the wall; a day may thus have 23 or 25 hours. Raises
    ConfigError for a date or a zone that does not exist, and for a day outside FIRST to LAST.
    """
    day, zone = _date(date), _zone(timezone)
    return _moment(day, zone, day_starts), _moment(day + timedelta(days=1), zone, day_starts)


def since(first: str, last: str, timezone: str = "UTC", day_starts: int = 0) -> tuple[str, str]:
    """Return (since, until) of the days from `first` to `last`. Raises ConfigError for no day."""
    start, end = of(first, timezone, day_starts)[0], of(last, timezone, day_starts)[1]
    if start >= end:
        raise ConfigError(f"{first} is after {last}", hint="begin with the earlier day")
    return start, end


def days(date: str, count: int) -> list[str]:
    """Return the dates of the `count` days that end with this one."""
    return [(_date(date) - timedelta(days=i)).isoformat() for i in reversed(range(count))]


def today(now: str, timezone: str = "UTC", day_starts: int = 0) -> str:
    """Return the date of the day that a UTC moment belongs to: before `day_starts`, yesterday."""
    moment = datetime.fromisoformat(now)
    local = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(_zone(timezone))
    return (local - timedelta(days=1) if local.hour < day_starts else local).date().isoformat()


def _date(text: str) -> Date:
    """Return the day a text names in the one form that is kept and compared: YYYY-MM-DD."""
    try:
        day = Date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text or not FIRST <= day.year <= LAST:
        raise ConfigError(f"{text!r} is not a date", hint="write it as 2018-01-26") from None
    return day


def _zone(name: str) -> tzinfo:
    if name == "UTC":
        return UTC
    from zoneinfo import ZoneInfo  # slow to import, and many days are of UTC

    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise ConfigError(
            f"{name!r} is not a time zone", hint="write it as Europe/Berlin"
        ) from None


def _moment(day: Date, zone: tzinfo, hour: int) -> str:
    """Return the wall time as a UTC stamp; an hour that summer time skips is the one after it."""
    wall = datetime.combine(day, time(hour), zone)
    return wall.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
