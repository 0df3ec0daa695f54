"""Which terms of a headline tell an event, and which only a field: "Delhi", "shares", "China".

A headline is short, and one rare name in common looks like one event. Where those who share a
term share nothing else, it is the name of a place or of a trade.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

Terms = dict[str, float]
COHESIVE = 0.01  # likeness without a term of those who share it from which it tells an event
GUESS, PAIRS = 0.008, 1  # what that likeness is taken to be before any pair is seen; its weight


def weighed(vectors: Sequence[Terms], told: Sequence[bool]) -> list[Terms]:
    """Return the vectors, in those of headlines what tells no event made lighter.

    `told` says which items have a text.
    """
    under: dict[str, list[int]] = defaultdict(list)
    for place, vector in enumerate(vectors):
        if not told[place]:
            for term in vector:
                if " " not in term:
                    under[term].append(place)
    worth = {
        term: min(1.0, _cohesion(term, [vectors[i] for i in places]) / COHESIVE)
        for term, places in under.items()
        if len(places) > 1
    }
    return [
        vector if full else {term: weight * worth.get(term, 1.0) for term, weight in vector.items()}
        for vector, full in zip(vectors, told, strict=True)
    ]


def _cohesion(term: str, vectors: Sequence[Terms]) -> float:
    """Return how alike vectors are that share a term, on the mean, by all but that term."""
    sums: dict[str, float] = defaultdict(float)
    squares: dict[str, float] = defaultdict(float)
    for vector in vectors:
        for other, weight in vector.items():
            sums[other] += weight
            squares[other] += weight * weight
    alike = sum(
        total * total - squares[other] for other, total in sums.items() if term not in other.split()
    )
    pairs = len(vectors) * (len(vectors) - 1) / 2
    return (alike / 2 + GUESS * PAIRS) / (pairs + PAIRS)
