"""Dates as people read them: short in lists, whole in headings. What is missing is said."""

from __future__ import annotations

from datetime import date

_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def parsed(text: str | None) -> date | None:
    """Return the date of an ISO text, or None."""
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def short(text: str | None, today: str = "") -> str:
    """Return `20 Nov`, or `11/2018` for another year than today's; empty if there is none."""
    day = parsed(text)
    if day is None:
        return ""
    if today and str(day.year) != today[:4]:
        return f"{day.month:02}/{str(day.year)[2:]}"
    return f"{day.day} {_MONTHS[day.month - 1]}"


def full(text: str | None) -> str:
    """Return `20 Nov 2026`, or say that the date is missing."""
    day = parsed(text)
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}" if day else "date missing"


def heading(text: str) -> str:
    """Return `Fri 20 Nov`."""
    day = parsed(text)
    return f"{day:%a} {day.day} {_MONTHS[day.month - 1]}" if day else text


def clock(text: str | None) -> str:
    """Return `20 Nov 14:05` of a UTC stamp, or `never`."""
    return f"{short(text)} {text[11:16]}".strip() if text else "never"
