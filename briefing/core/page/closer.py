"""A closer look at the blocks of a page that are in doubt after a first judgement of all.

What the first look thinks of the blocks around, of those in the same element and of those with
the same names tells most of it; what the block says tells the rest.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Hashable

from briefing.core.page import phrases, signals
from briefing.core.page.blocks import Block

SURE = 2.4  # log-odds beyond which a first judgement stands
_MOST = 5.3  # log-odds to which a first judgement is cut
_LONG = 60  # characters
_AROUND = 4
COLUMNS = (
    *signals.COLUMNS,
    *phrases.KINDS,
    "speaks",
    *(f"judged_{i:+}" for i in range(-_AROUND, _AROUND + 1)),
    *(
        "judged_near group_judged alike_judged alike alike_mean after_first before_last before "
        "share size lead count near_share"
    ).split(),
)


def vectors(
    page: list[Block], first: list[list[float] | None], judged: list[float]
) -> list[list[float] | None]:
    """Return one vector for each block in doubt, None for all others.

    `first` are the vectors of the first look, `judged` its log-odds (any figure where it has no
    vector).
    """
    n = len(page)
    odds = [
        -_MOST if v is None else max(-_MOST, min(_MOST, z))
        for v, z in zip(first, judged, strict=True)
    ]
    doubt = [v is not None and abs(z) < SURE for v, z in zip(first, odds, strict=True)]
    if not any(doubt):
        return [None] * n
    likely = [1 / (1 + math.exp(-z)) for z in odds]
    kept = [len(b.text) if z > 0 else 0 for b, z in zip(page, odds, strict=True)]
    sums = [0]
    for size in kept:
        sums.append(sums[-1] + size)
    total = sums[-1] or 1
    long = [i for i, size in enumerate(kept) if size > _LONG]
    lead, last = (long[0], long[-1]) if long else (n, -1)
    groups = _sums(page, likely, odds, [b.group for b in page])
    names = _sums(page, likely, odds, [(b.tag, b.near) for b in page])
    edge = [-6.0] * _AROUND
    padded = [*edge, *odds, *edge]
    found: list[list[float] | None] = [None] * n
    for i, (block, vector) in enumerate(zip(page, first, strict=True)):
        if vector is None or not doubt[i]:
            continue
        size = len(block.text)
        around = padded[i : i + 2 * _AROUND + 1]
        group, alike = groups[block.group], names[block.tag, block.near]
        kinds = phrases.hits(block.text)
        others, count = alike[0] - size, alike[3] - 1
        found[i] = [
            *vector,
            *map(float, kinds),
            float(sum(kinds)),
            *around,
            sum(around) / len(around),
            group[1] / group[0],
            (alike[1] - size * likely[i]) / others if others else -1.0,
            alike[3],
            (alike[2] - odds[i]) / count if count else -9.0,
            float(max(-30, min(60, i - lead))),
            float(max(-30, min(60, last - i))),
            sums[i] / total,
            size / total,
            float(total),
            float(min(30, lead)),
            float(len(long)),
            (sums[min(n, i + 6)] - sums[max(0, i - 5)]) / total,
        ]
    return found


def _sums(
    page: list[Block], likely: list[float], odds: list[float], of: list[Hashable]
) -> dict[Hashable, list[float]]:
    """Return for each group the sums of its characters, of those likely ours, of its log-odds,
    and of its blocks."""
    groups: dict[Hashable, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0, 0.0])
    for block, p, z, g in zip(page, likely, odds, of, strict=True):
        held = groups[g]
        size = len(block.text)
        held[0] += size
        held[1] += size * p
        held[2] += z
        held[3] += 1
    return groups
