"""How likely two items tell one event, as log-odds: what they share, and what their like share.

Two logistic models, one for full texts and one for headlines. Each is asked twice: first of a
pair alone, then with what the likeliest neighbours of the two share, since two reports of one
event that share no words are both alike to a third (document expansion).
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Sequence
from typing import NamedTuple

from briefing.core.day.likeness_weights import ALONE, TOGETHER
from briefing.core.day.terms import Profile, Terms

DOING = 0.02  # likeness beyond common names that two texts need: what is done, not who does it
LEAST = 0.02  # likeness below which a pair is not looked at
NEIGHBOURS = 6  # likeliest neighbours whose words an item borrows
DOUBTED = {True: 0.5, False: 0.02}  # chance of one event from which words are lent, by `told`
_FLOOR = 0.01  # likeness of which the logarithm is taken at least
_QUIET = 0.02  # the same for the level among texts; headlines share too little to have one
_MOST = 30.0  # log-odds beyond which a chance is 0 or 1


class Pair(NamedTuple):
    """Two items that may tell one event: their places, their likeness, what the models look at."""

    left: int
    right: int
    likeness: float
    told: bool
    features: tuple[float, ...]


def dot(a: Terms, b: Terms) -> float:
    """Return the product of two vectors; exactly rounded, so that order is all one."""
    return math.fsum([a[t] * b[t] for t in a.keys() & b.keys()])


def pair(i: int, j: int, a: Profile, b: Profile, level: float, told: bool) -> Pair | None:
    """Return the pair of two items, None if they share next to nothing.

    `level` is how alike unrelated items of their language are, `told` says that both have a text.
    """
    common = a.names.keys() & b.names.keys()
    naming = math.fsum([a.names[t] * b.names[t] for t in common]) if common else 0.0
    wording = dot(a.words, b.words)
    likeness = naming + wording + dot(a.others, b.others)
    if likeness < LEAST:
        return None
    known = focus = 0.0
    named = bool(a.focus and b.focus)
    if told and common:
        likeness *= min(1.0, (likeness - naming) / DOING)
        if likeness < LEAST:
            return None
    if common:
        known = max(
            math.fsum([a.names[t] for t in common]) / a.naming,
            math.fsum([b.names[t] for t in common]) / b.naming,
        )
        ours, theirs = len(a.focus & common), len(b.focus & common)
        focus = math.sqrt(ours * theirs / (len(a.focus) * len(b.focus)))
    return Pair(
        i,
        j,
        likeness,
        told,
        (
            math.log(max(_FLOOR, likeness)),
            math.log(max(0.0, likeness - naming) + 0.02),
            math.log((naming / (a.length[0] * b.length[0]) if naming else 0.0) + 0.02),
            math.log((wording / (a.length[1] * b.length[1]) if wording else 0.0) + 0.08),
            known,
            focus,
            float(named),
            float(named and not focus),
            math.log(max(_QUIET, level) / _QUIET) if told else 0.0,
            float(told and _apart(a.months, b.months)),
            float(told and _apart(a.years, b.years)),
        ),
    )


def _apart(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a) and bool(b) and a.isdisjoint(b)


def odds(count: int, pairs: Sequence[Pair]) -> list[float]:
    """Return the log-odds that each pair of `count` items tells one event."""
    first = [score(ALONE[p.told], p.features) for p in pairs]
    return [
        score(TOGETHER[p.told], (*p.features, borrowed))
        for p, borrowed in zip(pairs, expanded(count, pairs, first), strict=True)
    ]


def score(weights: Sequence[float], features: Sequence[float]) -> float:
    """Return the log-odds of features; the last of the weights is the intercept."""
    return weights[-1] + sum([w * f for w, f in zip(weights, features, strict=False)])


def expanded(count: int, pairs: Sequence[Pair], first: Sequence[float]) -> list[float]:
    """Return for each pair the logarithm of their likeness once both borrowed from neighbours.

    An item borrows the terms of others by the chance that they tell its event. Likenesses of pairs
    that were not looked at are 0.
    """
    near: list[dict[int, float]] = [{i: 1.0} for i in range(count)]
    chance: list[list[tuple[float, int]]] = [[] for _ in range(count)]
    for p, score in zip(pairs, first, strict=True):
        near[p.left][p.right] = near[p.right][p.left] = p.likeness
        likely = 1 / (1 + math.exp(min(_MOST, max(-_MOST, -score))))
        if likely >= DOUBTED[p.told]:
            chance[p.left].append((likely, p.right))
            chance[p.right].append((likely, p.left))
    lent = [heapq.nlargest(NEIGHBOURS, c) if len(c) > NEIGHBOURS else sorted(c) for c in chance]
    reach: list[dict[int, float]] = []
    for i in range(count):
        sums = dict(near[i])
        for likely, k in lent[i]:
            for j, likeness in near[k].items():
                sums[j] = sums.get(j, 0.0) + likely * likeness
        reach.append(sums)
    length = [
        math.sqrt(reach[i][i] + sum([w * reach[i].get(k, 0.0) for w, k in lent[i]]))
        for i in range(count)
    ]
    found = []
    for p in pairs:
        of_left = reach[p.left].get
        both = of_left(p.right, 0.0) + sum([w * of_left(k, 0.0) for w, k in lent[p.right]])
        found.append(math.log(max(_FLOOR, both / (length[p.left] * length[p.right]))))
    return found
