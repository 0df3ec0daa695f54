"""How alike unrelated items are: the level from which likeness begins to mean something.

Pages of one trade, or of one agency's phrases, share words without sharing an event. A sample of
pairs, nearly all of them unrelated, tells that level for the items of each language.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from briefing.core.day import linkage
from briefing.core.language import text as language

PAIRS = 600  # pairs looked at for a language
SPREAD = 5.0  # spreads above the middle at which unrelated pairs end
STEADY = 40  # items from which the sample is trusted as much as the standing level
READ = 240  # characters by which the language is told
FEW = 12  # items among which most pairs may be of one event: no sample at all
USUAL = 0.28  # the level among full texts of one trade, where the sample is too small to tell


def levels(
    texts: Sequence[tuple[str, str]], vectors: Sequence[linkage.Terms], floor: float
) -> list[float]:
    """Return for each (title, text) the likeness that tells one event, `floor` or more.

    The level is the middle of a sample of pairs plus some of its spreads (the distance from the
    middle to the ninth decile); a small sample of full texts is drawn towards the usual level,
    one of headlines, which share little, towards `floor`.
    """
    groups: dict[str, list[int]] = defaultdict(list)
    for i, (title, text) in enumerate(texts):
        groups[language.language(f"{title} {text[:READ]}") or ""].append(i)
    found = [floor] * len(texts)
    for members in groups.values():
        level = _level([vectors[i] for i in members])
        known = max(0, len(members) - FEW)
        trust = known / (known + STEADY)
        for i in members:
            usual = USUAL if texts[i][1] else floor
            found[i] = max(floor, usual + (level - usual) * trust)
    return found


def _level(vectors: Sequence[linkage.Terms]) -> float:
    count = len(vectors)
    if count < 3:
        return 0.0
    steps = max(1, min(count - 1, PAIRS // count + 1))
    every = max(1, count * steps // PAIRS)
    likeness = []
    for place in range(0, count * steps, every):
        left, step = place % count, place // count
        # Neighbours in the canonical order may be related: partners are taken from afar.
        right = (left + (step + 1) * max(1, count // (steps + 1))) % count
        if left != right:
            likeness.append(linkage.dot(vectors[left], vectors[right]))
    likeness.sort()
    middle = likeness[len(likeness) // 2]
    return middle + SPREAD * (likeness[len(likeness) * 9 // 10] - middle)
