"""Small words of a briefing: dates as people say them, counts, likeness of two statements."""

from __future__ import annotations

from datetime import date as Date

from briefing.core.language import text as language

_MONTHS = (
    "January February March April May June July August September October November December"
).split()


def day(date: str) -> str:
    """Return `2018-01-26` or a time stamp as `26 January`; what is no date is returned as it is."""
    try:
        found = Date.fromisoformat(date[:10])
    except ValueError:
        return date
    return f"{found.day} {_MONTHS[found.month - 1]}"


def count(number: int, one: str, many: str = "") -> str:
    """Return `1 source` or `3 sources`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def length(text: str) -> int:
    """Return the number of words."""
    return len(text.split())


def says_same(a: str, b: str) -> float:
    """Return the share of a's content words that b holds, 0 to 1: 1 when a says nothing new."""
    return language.overlap(language.content_words(a), language.content_words(b))


def sentence(text: str) -> str:
    """Return text ended by a full stop, unless it ends by a mark of its own."""
    text = text.strip()
    return text if not text or text[-1] in ".!?。！？…\"”'’" else text + "."
