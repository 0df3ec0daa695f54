"""Shorten a sentence by leaving out what can be left out without changing what it says.

Only whole parts go (brackets, relative clauses, appositions, closing clauses), never one that
holds a hedge, a source or a negation; the words that stay stay in their order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.core.card import wording
from briefing.core.card.repair_words import balanced
from briefing.core.language import hedges
from briefing.core.language.patterns import lazy

_LEAST = 8  # words that must remain
_PARTS = (
    lazy(r"\s*\([^()]*\)"),
    lazy(r"\s+[–—-]{1,2}\s+[^–—\"“”]{8,160}?\s+[–—-]{1,2}(?=\s)"),
    lazy(r",\s+(?:which|who|whose|where)\b[^,;\"“”]{6,160},(?=\s+(?!and\b|or\b))"),
    lazy(r",\s+(?:which|who|whose|where|whom)\b[^;\"“”]{6,200}(?=\.$)"),
    lazy(r",\s+(?:adding|bringing|making|giving|taking|including|leaving|putting|following|"
               r"leading|creating|"
               r"joining|marking|ending|sending|pushing|helping|allowing|using|citing|compared "
               r"with)\b[^;\"“”]{6,160}(?=\.$)"),
    lazy(r"(?<=[\w”\"]),\s+(?:an?|the|one of)\s[^,;\"“”]{6,90},(?=\s+(?!and\b|or\b|which|"
               r"who|[A-Z]))"),
    lazy(r"\s+[–—-]{1,2}\s+[^–—\"“”]{8,160}(?=\.$)"),
    lazy(r",\s+(?:while|although|though|as|after|amid|despite|with|but only "
               r"after)\b[^;\"“”]{10,200}(?=\.$)"),
    lazy(r";\s[^\"“”]{10,200}(?=\.$)"),
    lazy(r"^(?:On|In|At|During|Earlier|Last)\s[^,\"“”]{3,40},\s+(?=[A-Z“\"])"),
    lazy(r",\s+(?:and|but)\s[^\"“”]{20,200}(?=\.$)"),
)  # fmt: skip


def shorten(sentence: str, most: int) -> str | None:
    """Return the sentence in at most `most` words, or None if it cannot be had that short."""
    if len(sentence.split()) <= most:
        return sentence
    for shorter in steps(sentence):
        if len(shorter.split()) <= most:
            return shorter
    return None


def steps(sentence: str) -> Iterator[str]:
    """Yield ever shorter forms of a sentence."""
    for pattern in _PARTS:
        for _ in range(3):
            m = next((m for m in pattern.finditer(sentence) if _spare(sentence, m)), None)
            if m is None:
                break
            sentence = _cut(sentence, m)
            yield sentence


def _cut(sentence: str, m: re.Match[str]) -> str:
    rest = sentence[: m.start()] + sentence[m.end() :]
    return wording.closed(rest[:1].upper() + rest[1:])


def _spare(sentence: str, m: re.Match[str]) -> bool:
    """Say whether the part can go: no hedge, source or negation is lost, a whole sentence stays."""
    part, rest = m.group(), _cut(sentence, m)
    if hedges.evidential(part) or hedges.negation(part) or hedges.said(part):
        return False
    if re.search(r"\bif\b|\bunless\b", part):
        return False
    return len(rest.split()) >= _LEAST and balanced(rest) and balanced(part)
