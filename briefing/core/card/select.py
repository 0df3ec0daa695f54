"""Choose the sentences that tell an article: selection with repair.

Every sentence that can stand alone gets a value from a linear model (position, centrality, title
and lede coverage, news weight); of the best ones the set is taken that is worth most without
saying anything twice (after Carbonell and Goldstein's maximal marginal relevance, 1998).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.core.card import reading as readings
from briefing.core.card import select_features, select_weights
from briefing.core.card.reading import Reading, Row
from briefing.core.card.repair import Standing, stand_alone
from briefing.core.language import text
from briefing.models import Point

_POOL = 10  # candidates from which sets are built


class Candidate(NamedTuple):
    """A sentence that can be printed, as it would be, and its value."""

    row: Row
    text: str
    repaired: bool
    value: float
    bag: frozenset[str]


def summary(
    title: str,
    text: str,
    *,
    max_sentences: int = 3,
    max_words: int = 75,
    language: str | None = None,
) -> list[Point]:
    """Return up to `max_sentences` sentences of at most `max_words` words in all, in text order.

    Each point stands alone or follows the sentence it refers to; empty for a text without prose.
    """
    reading = readings.of(title, text, language)
    pool = candidates(reading)
    chosen = best_set(reading, pool, max_sentences, max_words)
    return [Point(text=c.text, evidence=(c.row.index,), repaired=c.repaired) for c in chosen]


def candidates(reading: Reading) -> list[Candidate]:
    """Return the sentences that stand alone, the most valuable first."""
    standing = [(row, s) for row in reading.rows if (s := stand_alone(reading, row))]
    if not standing:
        standing = [(row, s) for row in reading.rows if (s := _loosely(reading, row))]
    rows = [row for row, _ in standing]
    values = _values(reading, rows, [s.repaired for _, s in standing])
    found = [
        Candidate(row, s.text, s.repaired, value, frozenset(text.content_words(s.text)))
        for (row, s), value in zip(standing, values, strict=True)
    ]
    return sorted(found, key=lambda c: (-c.value, c.row.index))


def _loosely(reading: Reading, row: Row) -> Standing | None:
    """A whole sentence although it speaks in the first person: better than nothing."""
    return stand_alone(reading, row, follows=True)


def _values(reading: Reading, rows: Sequence[Row], repaired: Sequence[bool]) -> list[float]:
    table = select_features.table(reading, rows, repaired)
    weights = [select_weights.SENTENCE.get(name, 0.0) for name in select_features.NAMES]
    return [sum(map(float.__mul__, weights, features)) for features in table]


def best_set(
    reading: Reading, pool: Sequence[Candidate], most: int, words: int
) -> list[Candidate]:
    """Return the set of candidates worth most within the budget, in text order."""
    best: tuple[float, tuple[Candidate, ...]] = (float("-inf"), ())
    hedged = _leads_with_hedge(reading)
    for chosen in _sets(pool[:_POOL], most, words):
        value = _worth(chosen)
        if hedged and not any(c.row.evidential or c.row.modal for c in chosen):
            value -= 1.0
        if value > best[0]:
            best = (value, chosen)
    return sorted(best[1], key=lambda c: c.row.index)


def _sets(pool: Sequence[Candidate], most: int, words: int) -> Iterator[tuple[Candidate, ...]]:
    for size in range(1, min(most, 3, len(pool)) + 1):
        for chosen in itertools.combinations(pool, size):
            if sum(len(c.text.split()) for c in chosen) <= words and not _twice(chosen):
                yield chosen


def _twice(chosen: Sequence[Candidate]) -> bool:
    return any(alike(a.bag, b.bag) for a, b in itertools.combinations(chosen, 2))


def alike(a: frozenset[str], b: frozenset[str]) -> bool:
    """Say whether two bags of stems tell the same."""
    common = len(a & b)
    return common >= 0.45 * len(a | b) or common >= 0.7 * min(len(a), len(b))


def _worth(chosen: Sequence[Candidate]) -> float:
    value = sum(c.value for c in chosen)
    for a, b in itertools.combinations(chosen, 2):
        value -= 0.5 * len(a.bag & b.bag) / (min(len(a.bag), len(b.bag)) or 1)
    return value


_RUMOUR = re.compile(
    r"\b(?:reportedly|rumou?r\w*|in talks|said to be|is said to|unconfirmed|speculat\w+|explores?|mulls?|mulling|"
    r"in discussions|sources close|people familiar|alleged(?:ly)?|suspected)\b", re.I
)


def _leads_with_hedge(reading: Reading) -> bool:
    lead = " ".join([reading.title, *(row.text for row in reading.rows[:3])])
    return bool(_RUMOUR.search(lead))
