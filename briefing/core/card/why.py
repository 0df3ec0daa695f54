"""Why it matters: the article's own sentence on consequences, if it has one; never our opinion."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.core.card import wording
from briefing.core.card.reading import Reading
from briefing.core.card.repair import first_person
from briefing.core.card.select import Candidate, alike
from briefing.core.card.shorten import shorten
from briefing.core.language import text
from briefing.core.language.patterns import lazy
from briefing.models import Point

MOST = 30
_CONSEQUENCE = lazy(
    r"\b(?:would (?:give|beef up|extend|create|make|help|allow|mean|put|strengthen|challenge|"
    r"boost|hurt|force|add|lift|bring|end)|"
    r"will (?:give|create|make|help|allow|mean|put|strengthen|boost|hurt|force|lift|add)|"
    r"means? that|meaning that|comes? as part of|in (?:an effort|a bid) to|puts? pressure|under "
    r"pressure|threatens?|"
    r"at risk|could (?:lead|mean|force|hurt|help|cost|put|make|give|affect)|to compete (?:with|"
    r"against)|"
    r"(?:boost|increase|intensif\w+|stiff|fierce) .{0,20}competition)\b",
    re.I,
)


def why(
    reading: Reading, pool: Sequence[Candidate], told: Sequence[Point], published: str | None
) -> Point | None:
    """Return a sentence on what follows from the news, not told yet; None if there is none."""
    if not reading.english:
        return None
    bags = [frozenset(text.content_words(p.text)) for p in told]
    used = {i for p in told for i in p.evidence}
    for candidate in pool:
        if candidate.row.index in used or not _CONSEQUENCE.search(candidate.text):
            continue
        sentence = wording.quiet(candidate.text)
        sentence = shorten(sentence, MOST) if sentence else None
        if sentence is None or '"' in sentence or "“" in sentence or len(sentence.split()) < 8:
            continue
        if any(alike(candidate.bag, bag) for bag in bags) or first_person(sentence):
            continue
        return Point(
            text=wording.dated(wording.closed(sentence), published),
            evidence=(candidate.row.index,),
            repaired=sentence != candidate.row.text,
        )
    return None
