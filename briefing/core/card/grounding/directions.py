"""Which way a figure moved: up or down, from or to; by the verb, or by what it is compared with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from briefing.core.card.grounding import amounts
from briefing.core.card.grounding.fault import Fault
from briefing.core.card.grounding.source import Row
from briefing.core.language import hedges
from briefing.core.language.figures import Quantity
from briefing.core.language.patterns import lazy


def check(claim: Row, figure: Quantity, source: Row, other: Quantity) -> Iterator[Fault]:
    """Yield what a claim makes of a figure's movement that the source does not."""
    yield from _polarity(claim, figure, source, other)
    yield from _role(claim, figure, source, other)


def _polarity(claim: Row, figure: Quantity, source: Row, other: Quantity) -> Iterator[Fault]:
    ours = _direction(claim, figure)
    theirs = _direction(source, other)
    if ours and theirs and ours != theirs and not _as_compared(claim, figure, source, other):
        yield Fault("POLARITY", f"{figure.text}: the source says the opposite direction")


_LOST = lazy(r"\blos[ts]", re.I)


def _as_compared(claim: Row, figure: Quantity, source: Row, other: Quantity) -> bool:
    """Say whether the direction read from a verb is none: a loss, or the same comparison."""
    ours, theirs = compared(claim, figure), compared(source, other)
    by_verb = _way(source.text, other.start, other.end)
    return bool(ours and ours == theirs) or bool(not by_verb and _LOST.search(claim.text))


def _direction(row: Row, figure: Quantity) -> int:
    return _way(row.text, figure.start, figure.end) or compared(row, figure)


_AGAINST = lazy(
    r"\b(?:from|against|compared (?:with|to)|versus|(?:more|less|fewer|higher|lower|slower|faster|"
    r"weaker|stronger|better|worse) than)"
    r"(?: the| just| only| a| an)?\s+$"
)


def compared(row: Row, figure: Quantity) -> int:
    """Return which way a figure moved by the first of its kind it is compared with, 0 for none."""
    for q in row.figures:
        if q.start < figure.end or q.kind != figure.kind or not q.value or not figure.value:
            continue
        if _AGAINST.search(row.text[figure.end : q.start]):
            alike = amounts.units_agree(figure, q) and figure.currency == q.currency
            near = Decimal("0.2") < figure.value / q.value < 5
            return (figure.value > q.value) - (figure.value < q.value) if alike and near else 0
    return 0


@lru_cache(maxsize=512)
def _way(sentence: str, at: int, after: int) -> int:
    start, end = segment(sentence, at, after)
    near = _NO_RISE.sub(lambda m: "_" * len(m[0]), sentence[start:end])
    return hedges.direction(near, at - start, 60)


_NO_RISE = lazy(
    r"\bup to\b|\b(?:ma[dk]e|makes|making|open\w*|set|sets) up\b|"
    r"\b(?:pay|pays|paid|paying|break|lay|laid)(?: \w+){0,2} down\b|"
    r"\bgrowth (?=(?:was|were|has|had|is|slow|eas|fell|drop|weak|impact)\w*\b)",
    re.I,
)

_BEFORE = lazy(r"\b(from|to|by)\s+(?:a |an |the |just |only |some |record )*\Z")


def _role(claim: Row, figure: Quantity, source: Row, other: Quantity) -> Iterator[Fault]:
    """A figure reached is no figure moved by, nor one started from."""
    ours, theirs = (
        _BEFORE.search(claim.text[: figure.start]),
        _BEFORE.search(source.text[: other.start]),
    )
    moved = bool(_direction(claim, figure) and _direction(source, other))
    moved = moved or bool(ours and theirs and {ours[1], theirs[1]} == {"from", "to"})
    if ours and theirs and ours[1] != theirs[1] and moved:
        yield Fault("FIGURE_ROLE", f"{ours[1]} {figure.text}: the source says {theirs[1]} it")


@lru_cache(maxsize=512)
def segment(sentence: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of the part of a sentence round a figure, cut at commas and the like."""
    left = max((m.end() for m in _CUT.finditer(sentence[:start])), default=0)
    right = _CUT.search(sentence[end:])
    return left, end + right.start() if right else len(sentence)


_CUT = lazy(r"[;:()]|,(?!\d)| - | while | whereas ")
