"""Numerals read as decimals: separators of six languages, and numbers in words."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from briefing.core.language import figures_words as words_of
from briefing.core.language import text
from briefing.core.language.patterns import lazy

_LONGEST = 30
_SPACES = str.maketrans("", "", "'’\u00a0\u202f ")
_GERMAN = lazy(r"\d,\d{1,2}(?!\d)|\b(?:Prozent|Milliarden|Millionen|Filialen|Mio|Mrd)\b")
_GROUPED = lazy(r"\d[. ]\d{3}(?!\d)")


@lru_cache(maxsize=16)
def style(source: str) -> str | None:
    """Return the language whose separators the text uses, or None for English ones."""
    if _GERMAN.search(source):
        return text.language(source) or "de"
    return text.language(source) if _GROUPED.search(source) else None


def decimal(digits: str, language: str | None = None) -> Decimal | None:
    """Read digits with separators; `1.234` is a thousand only in languages that write so."""
    if len(digits) > _LONGEST:
        return None
    if not digits.isdecimal():
        digits = digits.translate(_SPACES)
    comma, dot = digits.rfind(","), digits.rfind(".")
    if comma >= 0 and dot >= 0:
        thousands, point = (",", ".") if dot > comma else (".", ",")
        digits = digits.replace(thousands, "").replace(point, ".")
    elif comma >= 0:
        grouped = re.fullmatch(r"\d{1,3}(?:,\d{2,3})*,\d{3}", digits)
        european = language in ("de", "fr", "es") and digits.count(",") == 1
        digits = digits.replace(",", "" if grouped and not european else ".")
    elif re.fullmatch(r"\d{1,3}(?:\.\d{3})+", digits) and (
        digits.count(".") > 1 or language in ("de", "es", "fr")
    ):
        digits = digits.replace(".", "")
    try:
        return Decimal(digits)
    except InvalidOperation:
        return None


def spelled(phrase: str) -> Decimal | None:
    """Read a number in words: "twenty-five", "a" before a scale; None for "dozens"."""
    total = 0
    for word in re.split(r"[ -]", phrase.strip().lower()):
        if word in ("a", "an"):
            total += 1
        elif word in words_of.ONES:
            total += words_of.ONES[word]
        elif word in words_of.TENS:
            total += words_of.TENS[word]
        elif word in words_of.NUMERALS:
            total += words_of.NUMERALS[word]
        else:
            return None
    return Decimal(total)


def any_of(options: object) -> str:
    """Return an alternative of the options, the longest first."""
    listed = sorted(map(str, options), key=len, reverse=True)  # type: ignore[call-overload]
    return "|".join(re.escape(o) for o in listed)


def bounded(options: object) -> str:
    """Return an alternative of the options, latin words closed by a word boundary."""
    listed = sorted(map(str, options), key=len, reverse=True)  # type: ignore[call-overload]
    return "|".join(
        re.escape(o) + (r"(?![A-Za-zÀ-ÿ])" if re.match("[a-zà-ÿ]", o[-1]) else "") for o in listed
    )
