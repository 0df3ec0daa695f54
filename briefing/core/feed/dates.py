"""Dates of feeds: RFC 822 and ISO 8601 with their many misspellings, to ISO, no zone invented.

Dates that cannot be meant (before 1990, after 2100) are none.
"""

from __future__ import annotations

import re
from datetime import datetime

from briefing.core.language.patterns import lazy
from briefing.core.page import dates

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_RFC = re.compile(
    r"(?:[^\W\d]{2,10}\.?,?\s+)?(\d{1,2})[\s-]+([A-Za-z]{3})[a-z]*\.?,?[\s-]+(\d{4}|\d\d),?"
    r"(?:\s+(\d{1,2}):(\d\d)(?::(\d\d))?(?:[.,]\d+)?\s*"
    r"(Z|UT|UTC|GMT|E[SD]T|C[SD]T|M[SD]T|P[SD]T|(?:GMT|UTC)?[+-]\d\d:?\d\d)?)?",
)
_CTIME = lazy(
    r"(?:[^\W\d]{2,10}\.?,?\s+)?([A-Za-z]{3})[a-z]*\.?\s+(\d{1,2}),?\s+(\d{1,2}):(\d\d):(\d\d)\s+"
    r"(?:(Z|UT|UTC|GMT|E[SD]T|C[SD]T|M[SD]T|P[SD]T)\s+)?(\d{4})"
)
_ISO = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?(?:[.,]\d+)?\s?(Z|[+-]\d\d:?\d\d)?)?$",
    re.IGNORECASE,
)
_PARTIAL = lazy(r"(\d{4})(?:-(\d\d))?$")
_HOURS = {  # RFC 822, section 5.1
    "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
}  # fmt: skip


def iso(value: str) -> str | None:
    """Return a feed's date as ISO: with the zone it gave, without one if it gave none."""
    value = value.strip()
    if m := _ISO.match(value):
        year, month, day, hour, minute, second, zone = m.groups()
        return _made(int(year), int(month), int(day), hour, minute, second, zone)
    if m := _RFC.match(value):
        d, name, year, hour, minute, second, zone = m.groups()
        if name.lower() in _MONTHS:
            return _made(_year(year), _month(name), int(d), hour, minute, second, zone)
    if m := _CTIME.match(value):
        name, d, hour, minute, second, zone, year = m.groups()
        if name.lower() in _MONTHS:
            return _made(_year(year), _month(name), int(d), hour, minute, second, zone)
    if _PARTIAL.match(value):
        return None  # a year or a month is no day
    return dates.iso(value)


def _month(name: str) -> int:
    return _MONTHS.index(name.lower()) + 1


def _year(text: str) -> int:
    if len(text) == 4:
        return int(text)
    return int(text) + (2000 if int(text) < 70 else 1900)  # RFC 2822, section 4.3


def _made(
    year: int, month: int, day: int, hour: str | None, minute: str, second: str | None,
    zone: str | None,
) -> str | None:  # fmt: skip
    if not 1990 <= year <= 2100:
        return None
    date = f"{year:04}-{month:02}-{day:02}"
    if hour is None:
        text = date
    else:
        text = f"{date}T{int(hour):02}:{minute}:{min(int(second or 0), 59):02}{_offset(zone)}"
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return date if hour is not None and _is_date(date) else None
    return text


def _is_date(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _offset(zone: str | None) -> str:
    if not zone:
        return ""
    zone = zone.upper()
    if zone in _HOURS:
        return f"{_HOURS[zone]:+03}:00"
    digits = zone.removeprefix("GMT").removeprefix("UTC").replace(":", "")
    if not digits or not digits[1:].isdigit():
        return "+00:00"
    return f"{digits[:3]}:{digits[3:5]}"
