"""The key points: three or four sentences beyond the lede, each alone, in the article's order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from briefing.core.card import doubtful, wording
from briefing.core.card.reading import Reading
from briefing.core.card.select import Candidate, alike
from briefing.core.card.shorten import shorten
from briefing.core.language import text
from briefing.core.language.patterns import lazy
from briefing.models import Point

LEAST, MOST, HOW_MANY = 12, 40, 4
_THIN = 8  # words below which a sentence is no point
ENOUGH = 3
_REACH = 10  # candidates among which the limiting fact is looked for
_QUOTATION = lazy(r"[\"“][^\"”]*[\"”]")
_LIMITS = lazy(
    r"\b(?:unless|subject to|no (?:decision|deal|final|plans?|agreement)|not (?:yet|been)|"
    r"has not|have not|did not|would not|declined to|den(?:y|ies|ied)|warned|could be extended|"
    r"may be extended|if (?:the|no|it|they)|provided that|depends? on|would owe|can appeal|"
    r"would appeal|may talk|remains? (?:unclear|open|uncertain))\b",
    re.I,
)
_COLOUR = lazy(
    r"\b(?:extremely|incredibly|very|really) (?:interesting|exciting|happy|pleased|proud|excited|"
    r"disappointed)|"
    r"\b(?:worth noting|goes without saying|only time will tell|remains to be seen)\b",
    re.I,
)


def points(
    reading: Reading, pool: Sequence[Candidate], lede: Point, published: str | None
) -> tuple[Point, ...]:
    """Return up to four points, none of which repeats the lede or another."""
    taken = [frozenset(text.content_words(lede.text))]
    used = set(lede.evidence)
    found: list[Point] = []
    ordered = list(_by_worth(reading, pool))
    for candidate in _limit_in(ordered, lede):
        if len(found) == HOW_MANY:
            break
        if len(found) >= ENOUGH and _is_reaction(candidate):
            continue
        if candidate.row.index in used or any(alike(candidate.bag, bag) for bag in taken):
            continue
        if reading.english and candidate.row.length < _THIN:
            continue
        if point := _printed(reading, candidate, published):
            taken.append(candidate.bag)
            found.append(point)
    return tuple(sorted(found, key=lambda p: p.evidence))


def _limit_in(ordered: Sequence[Candidate], lede: Point) -> Sequence[Candidate]:
    """Return the candidates with the first fact that limits the headline among the best four."""
    top = ordered[: HOW_MANY - 1]
    if any(_LIMITS.search(t) for t in (lede.text, *(c.text for c in top))):
        return ordered
    limits = [c for c in ordered[HOW_MANY - 1 : _REACH] if _LIMITS.search(c.text)]
    limits = [c for c in limits if not _is_reaction(c)]
    if not limits:
        return ordered
    return [*top, limits[0], *(c for c in ordered[HOW_MANY - 1 :] if c is not limits[0])]


def _is_reaction(candidate: Candidate) -> bool:
    """Say whether a sentence is little but somebody's words, without a figure."""
    quoted = sum(len(m.group()) for m in _QUOTATION.finditer(candidate.text))
    return quoted > 0.45 * len(candidate.text) and not candidate.row.figures


def _by_worth(reading: Reading, pool: Sequence[Candidate]) -> Iterable[Candidate]:
    """Order candidates by value, figures and names a little up, thin ones last."""
    last = len(reading.sentences) - 1

    def worth(c: Candidate) -> float:
        value = c.value
        value -= 0.5 if reading.english and c.row.length < LEAST else 0.0
        value -= 0.6 if _COLOUR.search(c.text) else 0.0
        value -= 0.6 if _is_reaction(c) or c.row.index == reading.standfirst else 0.0
        value -= 0.2 if c.row.index >= last - 1 and not c.row.figures else 0.0
        return value

    return sorted(pool, key=lambda c: (-worth(c), c.row.index))


def _printed(reading: Reading, candidate: Candidate, published: str | None) -> Point | None:
    sentence = wording.quiet(candidate.text)
    if sentence is None or _COLOUR.search(sentence):
        return None
    if reading.english:
        shorter = shorten(sentence, MOST)
        if shorter is None:
            return None
        sentence = shorter
    if doubtful.figure(candidate.row) and sentence.endswith("."):
        sentence = f"{sentence[:-1]}, the article says."
    text = wording.dated(wording.closed(sentence), published)
    changed = sentence != candidate.row.text or bool(published and text != sentence)
    return Point(text=text, evidence=(candidate.row.index,), repaired=candidate.repaired or changed)
