"""The key points: three or four sentences beyond the lede, each alone, in the article's order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from briefing.core.card import doubtful, wording
from briefing.core.card.reading import Reading
from briefing.core.card.select import Candidate, alike
from briefing.core.card.shorten import shorten
from briefing.core.language import text
from briefing.models import Point

LEAST, MOST, HOW_MANY = 12, 40, 4
_THIN = 8  # words below which a sentence is no point
_COLOUR = re.compile(
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
    for candidate in _by_worth(reading, pool):
        if len(found) == HOW_MANY:
            break
        if candidate.row.index in used or any(alike(candidate.bag, bag) for bag in taken):
            continue
        if reading.english and candidate.row.length < _THIN:
            continue
        if point := _printed(reading, candidate, published):
            taken.append(candidate.bag)
            found.append(point)
    return tuple(sorted(found, key=lambda p: p.evidence))


def _by_worth(reading: Reading, pool: Sequence[Candidate]) -> Iterable[Candidate]:
    """Order candidates by value, figures and names a little up, thin ones last."""
    last = len(reading.sentences) - 1

    def worth(c: Candidate) -> float:
        value = c.value
        value -= 0.5 if reading.english and c.row.length < LEAST else 0.0
        value -= 0.6 if _COLOUR.search(c.text) else 0.0
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
    return Point(
        text=wording.dated(wording.closed(sentence), published),
        evidence=(candidate.row.index,),
        repaired=candidate.repaired or sentence != candidate.row.text,
    )
