"""Publication dates as printed: ISO strings with the zone the source gave, or None.

Refuses to guess: a string that is not wholly a date is no date, and nothing is ever read out
of running text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from briefing.core.language.patterns import lazy

_ISO = lazy(
    r"(\d{4})-?(\d\d)-?(\d\d)"
    r"(?:[T ]+(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?(?!\d)",
    re.I,
)
_YMD = lazy(r"(\d{4})[./年](\d{1,2})[./月](\d{1,2})日?(?!\d)")
_DMY = lazy(r"(\d{1,2})[.](\d{1,2})[.](\d{4})(?!\d)")
# A year of two figures counts only beside a weekday or a time of day.
_SHORT = lazy(
    r"(?:^|[^\d.])(?:(?:mo|di|mi|do|fr|sa|so|mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?"
    r"(\d{1,2})\.(\d{1,2})\.(\d\d)(?=[\s,|·-]+\d{1,2}[:.]\d\d)",
    re.I,
)
_SLASHED = lazy(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(\d{4})(?![\d/])")
_MONTHS = {
    name: n
    for n, names in enumerate(
        (
            "jan january januar janvier enero gennaio janeiro januari ene",
            "feb february februar février fevrier febrero febbraio fevereiro februari fév",
            "mar march märz maerz mrz mars marzo março maart",
            "apr april avril abril aprile avr abr",
            "may mai mayo maggio maio mei maj",
            "jun june juni juin junio giugno junho",
            "jul july juli juillet julio luglio julho juil",
            "aug august août aout agosto augustus ago augusti",
            "sep sept september septembre septiembre settembre setembro",
            "oct october oktober octobre octubre ottobre outubro okt",
            "nov november novembre noviembre novembro",
            "dec december dezember décembre decembre diciembre dicembre dezembro dez déc dic",
        ),
        1,
    )
    for name in names.split()
}
_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY_FIRST = lazy(
    rf"(\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?[\s-]+(?:de\s+)?({_NAMES})\.?,?[\s-]+(?:de\s+)?(\d{{4}})(?!\d)",
    re.I,
)
_MONTH_FIRST = lazy(rf"({_NAMES})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})(?!\d)", re.I)
_YEAR_FIRST = lazy(rf"(?<!\d)(\d{{4}})\s+({_NAMES})\.?\s+(\d{{1,2}})(?!\d)", re.I)
_PRINTED = (
    (_YMD, "ymd"),
    (_DMY, "dmy"),
    (_SHORT, "dmy"),
    (_DAY_FIRST, "dMy"),
    (_MONTH_FIRST, "Mdy"),
    (_YEAR_FIRST, "yMd"),
)


def iso(value: str | None) -> str | None:
    """Return a machine's date (ISO 8601, RFC 2822, compact) as ISO, its zone as printed."""
    value = (value or "").strip()
    if not value or len(value) > 80:
        return None
    if m := _ISO.match(value):
        return _whole(m)
    if re.match(r"(?i)(mon|tue|wed|thu|fri|sat|sun)[a-z]*,? ", value):
        from email.utils import parsedate_to_datetime  # loads half of `email`

        try:
            return parsedate_to_datetime(value).isoformat()
        except (ValueError, TypeError, IndexError, OverflowError):
            pass
    return printed(value)


def believable(day: str | None, now: str) -> str | None:
    """Return a date unless it is more than a day after `now` (both ISO): a lie or a mistake."""
    if day is None or day[:10] <= now[:10]:
        return day
    tomorrow = date.fromisoformat(now[:10]) + timedelta(days=1)
    return day if day[:10] <= tomorrow.isoformat() else None


def _whole(m: re.Match[str]) -> str | None:
    year, month, day, hour, minute, second, zone = m.groups()
    found = _date(int(year), int(month), int(day))
    if not found or not hour or not zone or not _real_time(hour, minute, second):
        return found
    zone = zone.upper()
    offset = "+00:00" if zone in ("Z", "UTC", "GMT") else zone
    if offset[1:].isdigit():
        offset = f"{offset[:3]}:{offset[3:] or '00'}"
    text = f"{found}T{hour}:{minute}:{second or '00'}{offset}"
    try:
        return datetime.fromisoformat(text).isoformat()
    except ValueError:
        return found


def _real_time(hour: str, minute: str, second: str | None) -> bool:
    return int(hour) < 24 and int(minute) < 60 and int(second or 0) < 60


def printed(value: str) -> str | None:
    """Return the first date a short byline states in words or figures, or None.

    Figures whose order of day and month is open (03/04/2024) are not read.
    """
    return next(all_printed(value), None)


def all_printed(value: str) -> Iterator[str]:
    """Yield the dates a short line states: ISO first, then figures, then words."""
    value = re.sub(r"\d{8,}", " ", value)
    for m in _ISO.finditer(value):
        if found := _whole(m):
            yield found
    for pattern, order in _PRINTED:
        for m in pattern.finditer(value):
            parts = dict(zip(order, m.groups(), strict=False))
            month = _MONTHS.get(parts["M"].lower()) if "M" in parts else int(parts["m"])
            year = int(parts["y"]) + (2000 if len(parts["y"]) == 2 else 0)
            if month and (found := _date(year, month, int(parts["d"]))):
                yield found
    for m in _SLASHED.finditer(value):
        one, two, year = map(int, m.groups())
        clear = (one > 12) != (two > 12) or one == two
        if clear and (found := _date(year, min(one, two), max(one, two))):
            yield found


def _date(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat() if 1990 <= year <= 2100 else None
    except ValueError:
        return None
