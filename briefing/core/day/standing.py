"""How alike unrelated items are: the level from which likeness begins to mean something.

Pages of one trade, or of one agency's phrases, share words without sharing an event. A sample of
pairs, of which at least a quarter are unrelated but on a day of one event, tells that level for the
items of each language.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from briefing.core.day import likeness
from briefing.core.day.terms import Terms

PAIRS = 600  # pairs looked at for a language
STEADY = 6  # items from which the sample is trusted as much as the usual level
FEW = 4  # items that are no sample at all
USUAL = 0.02  # the level among full texts, where the sample is too small to tell
FOREIGN = 0.18  # the same where common words are not known
KNOWN = ("en", "")  # of these common words are known
HIGHEST = 0.1  # the level among texts whose common words are known; more is one event


def levels(spoken: Sequence[str], vectors: Sequence[Terms]) -> list[float]:
    """Return for each item the lower quartile of how alike two items of its language are.

    `spoken` is the language of each ("" where a headline is too short to tell). A small sample
    is drawn towards the usual level.
    """
    groups: dict[str, list[int]] = defaultdict(list)
    for i, name in enumerate(spoken):
        groups[name].append(i)
    found = [0.0] * len(spoken)
    for name, members in groups.items():
        sample = _sample([vectors[i] for i in members])
        level = sample[len(sample) // 4] if sample else 0.0
        if name in KNOWN:
            level = min(level, HIGHEST)
        usual = USUAL if name in KNOWN else FOREIGN
        known = max(0, len(members) - FEW)
        trust = known / (known + STEADY)
        for i in members:
            found[i] = usual + (level - usual) * trust
    return found


def _sample(vectors: Sequence[Terms]) -> list[float]:
    """Return the likeness of pairs from all over, ascending; empty for fewer than three items."""
    count = len(vectors)
    if count < 3:
        return []
    steps = max(1, min(count - 1, PAIRS // count + 1))
    every = max(1, count * steps // PAIRS)
    found = []
    for place in range(0, count * steps, every):
        left, step = place % count, place // count
        # Neighbours in the canonical order may be related: partners are taken from afar.
        right = (left + (step + 1) * max(1, count // (steps + 1))) % count
        if left != right:
            found.append(likeness.dot(vectors[left], vectors[right]))
    return sorted(found)
