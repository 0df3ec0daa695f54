"""Which figures tell most: what an editor reads first stands first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from briefing.core.card.measures_words import METRIC
from briefing.core.card.numbers_period import NOT_STATED
from briefing.core.language.patterns import lazy
from briefing.models import Number, Point

KINDS = {"money": 3.0, "percent": 2.5, "points": 2.5, "count": 1.5, "ratio": 1.0, "ordinal": 0.3}
_EARLIER = " (earlier figure)"
_BUSINESS = lazy(rf"(?i)\b(?:{METRIC}|per share|price of|guidance|stores|jobs|stake|fine|net)\b")


def ordered(numbers: Sequence[Number], headline: str, told: Iterable[Point]) -> tuple[Number, ...]:
    """Return the figures of a card by weight, an earlier figure right behind the one it is of.

    `told` are the lede and the points: what they print weighs more, so does what the headline
    does, and what says what it measures and when; then the article's order decides.
    """
    rows = [point.text for point in told]
    weights = [_weight(n, headline, rows) - 0.02 * min(i, 60) for i, n in enumerate(numbers)]
    for i, number in enumerate(numbers):
        base = _base(numbers[:i], number)
        if base is not None:
            weights[i] = weights[base] - 0.001
    order = sorted(range(len(numbers)), key=lambda i: (-weights[i], i))
    return tuple(numbers[i] for i in order)


def _weight(number: Number, headline: str, rows: Sequence[str]) -> float:
    weight = KINDS.get(number.kind, 0.5)
    weight += 3.0 * _holds(headline, number.value)
    if rows:
        weight += 2.0 * _holds(rows[0], number.value)
        weight += 1.5 * any(_holds(row, number.value) for row in rows[1:])
    weight += 1.0 if number.measures != NOT_STATED else -1.5
    if _BUSINESS.search(number.measures):
        weight += 1.6 if number.status == "projected" else 0.8  # an outlook is news
    weight += 0.5 * (number.period not in ("", NOT_STATED))
    return weight + 0.2 * min(3, len(number.evidence) - 1)


def _holds(text: str, value: str) -> bool:
    """Say whether a text prints a figure as one of its own, not as a part of another."""
    return value in text and re.search(rf"(?<![\w.,]){re.escape(value)}(?![\w%])", text) is not None


def _base(before: Sequence[Number], number: Number) -> int | None:
    """Return the place of the figure that an earlier figure is held against."""
    if not number.measures.endswith(_EARLIER):
        return None
    bare, own = number.measures.removesuffix(_EARLIER), set(number.evidence)
    names = (bare, f"rise in {bare}", f"fall in {bare}")
    for i in range(len(before) - 1, -1, -1):
        n = before[i]
        if n.kind == number.kind and n.measures in names and own & set(n.evidence):
            return i
    return None
