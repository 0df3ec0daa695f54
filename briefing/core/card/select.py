"""Choose the sentences that tell an article: selection with repair.

Every sentence that can stand alone gets a value from a linear model (position, centrality, title
and lede coverage, news weight); of the best ones the set is taken that is worth most without
saying anything twice (after Carbonell and Goldstein's maximal marginal relevance, 1998).
"""

from __future__ import annotations

import itertools
import operator
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from briefing.core.card import reading as readings
from briefing.core.card import select_features, select_weights
from briefing.core.card.reading import Reading, Row
from briefing.core.card.repair import Standing, first_person, stand_alone
from briefing.core.card.select_pairs import Pairs
from briefing.core.language import text
from briefing.core.language.patterns import lazy
from briefing.models import Point

POOL = 12  # candidates from which sets are built


class Candidate(NamedTuple):
    """A sentence as it can be printed, its features and its value.

    `needs` is the sentence that must be printed, word for word, just before it.
    """

    row: Row
    text: str
    repaired: bool
    value: float
    bag: frozenset[str]
    features: Sequence[float]
    needs: int | None = None


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
    chosen = best_set(reading, with_followers(reading), max_sentences, max_words)
    return [Point(text=c.text, evidence=(c.row.index,), repaired=c.repaired) for c in chosen]


Form = tuple[Row, Standing, int | None]


def candidates(reading: Reading) -> list[Candidate]:
    """Return the sentences that stand alone, the most valuable first."""
    standing = _standing(reading)
    return _valued(reading, [(row, s, None) for row, s in standing])


@lru_cache(maxsize=2)  # a summary and a card are asked for in one breath
def _standing(reading: Reading) -> Sequence[tuple[Row, Standing]]:
    found = [(row, s) for row in reading.rows if (s := stand_alone(reading, row))]
    # A whole text in the first person (a letter, a call): its sentences are better than none.
    return found or [
        (row, s) for row in reading.rows if (s := stand_alone(reading, row, follows=True))
    ]


def with_followers(reading: Reading) -> list[Candidate]:
    """Return the candidates, and the sentences that can be printed after the one before them."""
    standing = _standing(reading)
    forms: list[Form] = [(row, s, None) for row, s in standing]
    usable = {row.index for row, _ in standing}
    for row in reading.rows:
        if row.index in usable or row.index - 1 not in usable:
            continue
        loose = stand_alone(reading, row, follows=True)
        if loose and not loose.repaired and not first_person(loose.text):
            forms.append((row, loose, row.index - 1))
            usable.add(row.index)
    return _valued(reading, forms)


def _valued(reading: Reading, forms: Sequence[Form]) -> list[Candidate]:
    table = select_features.table(reading, forms)
    found = [
        Candidate(
            row,
            s.text,
            s.repaired,
            _dot(select_weights.SENTENCE, features),
            frozenset(text.content_words(s.text)) if s.repaired else row.bag,
            features,
            needs,
        )
        for (row, s, needs), features in zip(forms, table, strict=True)
    ]
    return sorted(found, key=lambda c: (-c.value, c.row.index, c.repaired))


def best_set(reading: Reading, pool: Sequence[Candidate], most: int, words: int) -> list[Candidate]:
    """Return the set of candidates worth most within the budget, in text order."""
    best: tuple[float, tuple[Candidate, ...]] = (float("-inf"), ())
    hedged = leads_with_hedge(reading)
    worth = _judge(reading, pool[:POOL], words)
    for chosen in sets(pool[:POOL], most, words):
        value = worth(chosen)
        if hedged and not any(c.row.evidential or c.row.modal for c in chosen):
            value -= 1.0
        if value > best[0]:
            best = (value, chosen)
    return sorted(best[1], key=lambda c: c.row.index)


def _judge(
    reading: Reading, pool: Sequence[Candidate], words: int
) -> Callable[[Sequence[Candidate]], float]:
    """Return the function that values a set: its sentences in sum and on average, and together."""
    whole, pairs = select_features.Whole(reading, words), Pairs(reading)
    total = {id(c): _dot(select_weights.TOTAL, c.features) for c in pool}
    mean = {id(c): _dot(select_weights.MEAN, c.features) for c in pool}
    length = {id(c): len(c.text.split()) for c in pool}
    held = {id(c): pairs.of(c.text) for c in pool}

    def worth(chosen: Sequence[Candidate]) -> float:
        here = list(map(id, chosen))
        together = whole.features(
            [c.bag for c in chosen],
            [c.row.index for c in chosen],
            sum(map(length.__getitem__, here)),
            pairs.weight(frozenset().union(*map(held.__getitem__, here))),
        )
        value = sum(map(total.__getitem__, here)) + sum(map(mean.__getitem__, here)) / len(here)
        return value + _dot(select_weights.SET, together)

    return worth


def _dot(weights: Mapping[str, float], values: Sequence[float]) -> float:
    """Return the weighted sum; a table's rows stand in the order of the features."""
    total: float = sum(map(operator.mul, weights.values(), values))
    return total


def sets(pool: Sequence[Candidate], most: int, words: int) -> Iterator[tuple[Candidate, ...]]:
    """Yield the sets of up to three candidates that keep the budget and say nothing twice."""
    lengths = {id(c): len(c.text.split()) for c in pool}
    apart = {
        (id(a), id(b))
        for a, b in itertools.combinations(pool, 2)
        if a.row.index != b.row.index and not alike(a.bag, b.bag)
    }
    for size in range(1, min(most, 3, len(pool)) + 1):
        for chosen in itertools.combinations(pool, size):
            here = list(map(id, chosen))
            if (
                sum(map(lengths.__getitem__, here)) <= words
                and apart.issuperset(itertools.combinations(here, 2))
                and _followed(chosen)
            ):
                yield chosen


def _followed(chosen: Sequence[Candidate]) -> bool:
    """Say whether each sentence that needs the one before it stands with that one."""
    return all(
        c.needs is None or any(o.row.index == c.needs and not o.repaired for o in chosen)
        for c in chosen
    )


def alike(a: frozenset[str], b: frozenset[str]) -> bool:
    """Say whether two bags of stems tell the same."""
    common = len(a & b)
    return common >= 0.45 * len(a | b) or common >= 0.7 * min(len(a), len(b))


_RUMOUR = lazy(
    r"\b(?:reportedly|rumou?r\w*|in talks|said to be|is said to|unconfirmed|speculat\w+|"
    r"explores?|mulls?|mulling|"
    r"in discussions|sources close|people familiar|alleged(?:ly)?|suspected)\b",
    re.I,
)


def leads_with_hedge(reading: Reading) -> bool:
    """Say whether title or opening call the news a rumour or an allegation."""
    lead = " ".join([reading.title, *(row.text for row in reading.rows[:3])])
    return bool(_RUMOUR.search(lead))
