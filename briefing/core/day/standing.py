"""How alike unrelated items are: the level from which likeness begins to mean something.

Pages of one trade, or of one agency's phrases, share words without sharing an event. A sample of
pairs, of which at least a quarter are unrelated but on a day of one event, tells that level for the
items of each language.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from briefing.core.day import linkage

PAIRS = 600  # pairs looked at for a language
RISE = 8.0  # how far above the lower quartile of all pairs unrelated ones end
HIGHEST = 0.36  # where they end at most
STRANGE, RELATED = 0.13, 0.18  # lower quartile of what is still unrelated; of what is one event
STEADY = 6  # items from which the sample is trusted as much as the usual level
KNOWN = ("en", "")  # of these, or too short to tell, common words are known: the figures hold
SPREAD = 5.0  # for others: spreads above the middle at which unrelated pairs end
FEW = 4  # items that are no sample at all
USUAL = 0.17  # the level among full texts, where the sample is too small to tell


def levels(
    spoken: Sequence[str], told: Sequence[bool], vectors: Sequence[linkage.Terms], floor: float
) -> list[float]:
    """Return for each item the likeness that tells one event, `floor` or more.

    `spoken` is the language of each ("" where a headline is too short to tell), `told` says which
    have a text.

    The level is a multiple of the lower quartile of a sample of pairs, which a day of few events
    leaves among the unrelated ones; a day of one event does not, and is told by how alike all of
    it is. Of other languages than English, whose common words are not known, it is the middle plus
    some spreads (the distance to the ninth decile). A small sample of full texts is drawn towards
    the usual level, one of headlines, which share little, towards `floor`.
    """
    groups: dict[str, list[int]] = defaultdict(list)
    for i, name in enumerate(spoken):
        groups[name].append(i)
    found = [floor] * len(spoken)
    for name, members in groups.items():
        sample = _sample([vectors[i] for i in members])
        level = (_level if name in KNOWN else _level_of_others)(sample) if sample else 0.0
        known = max(0, len(members) - FEW)
        trust = known / (known + STEADY)
        for i in members:
            usual = USUAL if told[i] else floor
            found[i] = max(floor, usual + (level - usual) * trust)
    return found


def _sample(vectors: Sequence[linkage.Terms]) -> list[float]:
    """Return the likeness of pairs from all over, ascending; empty for fewer than three items."""
    count = len(vectors)
    if count < 3:
        return []
    steps = max(1, min(count - 1, PAIRS // count + 1))
    every = max(1, count * steps // PAIRS)
    likeness = []
    for place in range(0, count * steps, every):
        left, step = place % count, place // count
        # Neighbours in the canonical order may be related: partners are taken from afar.
        right = (left + (step + 1) * max(1, count // (steps + 1))) % count
        if left != right:
            likeness.append(linkage.dot(vectors[left], vectors[right]))
    return sorted(likeness)


def _level(likeness: Sequence[float]) -> float:
    quartile = likeness[len(likeness) // 4]
    one_event = (quartile - STRANGE) / (RELATED - STRANGE)
    return min(HIGHEST, RISE * quartile) * max(0.0, 1.0 - max(0.0, one_event))


def _level_of_others(likeness: Sequence[float]) -> float:
    middle = likeness[len(likeness) // 2]
    return middle + SPREAD * (likeness[len(likeness) * 9 // 10] - middle)
