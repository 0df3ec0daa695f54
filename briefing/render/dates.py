"""Dates as a briefing prints them."""

from __future__ import annotations

from datetime import date as Date

_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTHS = (
    "January February March April May June July August September October November December"
).split()


def _parsed(text: str | None) -> Date | None:
    try:
        return Date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def long(text: str | None) -> str:
    """Return `Friday 26 January 2018`; what is no date is returned as it is."""
    day = _parsed(text)
    if day is None:
        return text or ""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def short(text: str | None) -> str:
    """Return `26 January 2018`, or "date missing"."""
    day = _parsed(text)
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}" if day else "date missing"
