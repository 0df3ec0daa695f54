"""Whose figure it is: the firm that a rise, a share or a sum in a sentence belongs to."""

from __future__ import annotations

import re

from briefing.core.card.asking import anchors, nations, nouns, phrases, subjects
from briefing.core.card.asking.by_figure.moves import Move
from briefing.core.card.asking.cast import Cast
from briefing.core.card.asking.people import is_company
from briefing.core.card.asking.subjects import Subject
from briefing.core.language import chunks
from briefing.core.language.patterns import lazy


def of(cast: Cast, i: int, move: Move) -> Subject | None:
    """Return the firm whose figure a move tells, None where that is in doubt."""
    row = cast.tokens[i]
    place = re.search(r"\bat ([A-Z][\w'’&-]*(?: [A-Z][\w'’&-]*){0,3})$", move.what)
    if place:
        name = place.group(1)
        return Subject(name, name) if is_company(name, subjects.people(cast)) else None
    if move.owner and move.owner not in ("its", "their", "the", "a", "an", *nations.ADJECTIVES):
        name = move.owner
        return Subject(name, name) if is_company(name, subjects.people(cast)) else None
    at = anchors.token_at(row, move.start)
    if told := _TOLD.search(phrases.words(row, (max(0, at - 4), at))):
        verb = next(k for k in range(at - 1, -1, -1) if row[k].text == told.group())
        found = anchors.subject_at(cast, i, row[verb].start)
        if found:
            return found
    span = chunks.main_subject(row, len(row))
    if move.owner == "its" and at and span and span[1] > at:
        topic = subjects.before(cast, i, (at - 1, at))
        return Subject(topic, topic) if topic else None
    if span and span[0] < at:
        last = row[span[1] - 1]
        found = subjects.of(cast, i, span)
        if found is None and last.low in nouns.SPEAKERS and cast.main:
            return Subject(cast.main, cast.main)
        if found and found.metric and move.owner in ("its", "their"):
            return Subject(found.actor, found.actor)
        return found
    main = cast.main
    topic = cast.topics[i] or main
    if main and topic and cast.is_main(topic) and _alone(cast, i):
        return Subject(main, main)
    return None


_TOLD = lazy(r"\b(?:reported|posted|announced|saw|seen|recorded|enjoyed|suffered|notched|showed)\b")


def _alone(cast: Cast, i: int) -> bool:
    """Say whether a sentence names no other organisation than the main one."""
    row = cast.tokens[i]
    people = subjects.people(cast)
    names = [phrases.words(row, r) for r in phrases.runs(row)]
    return all(not is_company(n, people) or cast.is_main(n) for n in names)
