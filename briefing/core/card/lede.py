"""The lede: one sentence of 18 to 35 words that says who, what, how sure and on whose word."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.core.card import sources, wording
from briefing.core.card.reading import Reading
from briefing.core.card.select import Candidate
from briefing.core.card.shorten import shorten
from briefing.core.language import hedges
from briefing.models import Point
from briefing.models.headline import CardStatus

LEAST, MOST = 18, 35
_EARLY = 6  # sentences among which the news is looked for


def lede(
    reading: Reading, pool: Sequence[Candidate], status: CardStatus, published: str | None
) -> Point | None:
    """Return the lede, or None when the article has no sentence that can be printed."""
    ordered = _in_order(reading, pool, status)
    ordered = [c for c in ordered if c.row.index != reading.standfirst] or ordered
    early = [c for c in ordered if c.row.index < 3]
    for longest, candidates in ((MOST, early), (MOST + 10, ordered)):
        for candidate in candidates:
            if point := _printed(reading, candidate, status, published, longest):
                return point
    return None


def _in_order(reading: Reading, pool: Sequence[Candidate], status: CardStatus) -> list[Candidate]:
    def rank(candidate: Candidate) -> tuple[bool, bool, bool, bool, float]:
        row = candidate.row
        unsure = status == "rumour" and reading.english and not hedges.evidential(candidate.text)
        words = len(candidate.text.split()) if reading.english else LEAST
        return (
            row.index >= _EARLY,
            unsure and not re.search(r"\btalks\b|\bexplor|\bconsider|\bmull", candidate.text),
            words < 12,
            row.index > 2,
            row.index * 0.12 - candidate.value,
        )

    return sorted(pool, key=rank)


def _printed(
    reading: Reading,
    candidate: Candidate,
    status: CardStatus,
    published: str | None,
    longest: int,
) -> Point | None:
    sentence = wording.quiet(candidate.text)
    if sentence is None:
        return None
    evidence = [candidate.row.index]
    if reading.english:
        shorter = shorten(sentence, MOST)
        if shorter is None and len(sentence.split()) > longest:
            return None
        sentence = shorter or sentence
        if status == "rumour":
            sentence = _sourced(reading, sentence, evidence)
    text = wording.dated(wording.closed(sentence), published)
    changed = sentence != candidate.row.text or bool(published and text != sentence)
    return Point(text=text, evidence=tuple(evidence), repaired=candidate.repaired or changed)


def _sourced(reading: Reading, sentence: str, evidence: list[int]) -> str:
    """Add the first source's name to a rumour that does not name it."""
    if re.search(
        r"\b(?:according to|report(?:s|ed) by|reported|told|said|says|sources?)\b", sentence
    ):
        return sentence
    cited = sources.first(reading)
    if cited is None or cited.name in sentence or not sentence.endswith("."):
        return sentence
    if len(sentence.split()) + len(cited.name.split()) + 2 > MOST:
        return sentence
    if cited.row not in evidence:
        evidence.append(cited.row)
    return f"{sentence[:-1]}, according to {cited.name}."
