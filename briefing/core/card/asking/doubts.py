"""What makes an open verb group doubtful: a past, a fancy, a denial, an actor in doubt."""

from __future__ import annotations

from briefing.core.card.asking import phrases, worth
from briefing.core.card.asking.cast import Cast
from briefing.core.card.asking.nouns import COMPANY_WORDS
from briefing.core.card.asking.triggers import Trigger
from briefing.core.language import chunks
from briefing.core.language.tagger import Token

Row = tuple[Token, ...]


def inner(row: Row, trigger: Trigger, span: chunks.Span) -> bool:
    """Say whether it is what a phrase before the name does: "a listing in Oslo that could"."""
    relative = trigger.start and row[trigger.start - 1].low in ("that", "which")
    return bool(relative and span[0] and row[span[0] - 1].low in ("in", "at", "on", "for", "with"))


def pointed(row: Row, span: chunks.Span) -> bool:
    """Say whether a subject is a pronoun or "the company"."""
    return row[span[1] - 1].tag == "PRP" or row[span[1] - 1].low in COMPANY_WORDS


def doubtful(row: Row, trigger: Trigger, span: chunks.Span, lead: str) -> bool:
    """Say whether the sentence tells of the past, of a fancy, or opens with a clause of its own."""
    wondered = span[0] > 0 and row[span[0] - 1].low == "whether"
    said = wondered or any(t.low in chunks.SAYING for t in row)
    if trigger.kind == "would" and not lead and not said:
        return True
    if worth.LATER.match(phrases.words(row, (0, len(row)))) or _denied(row, trigger):
        return True
    if row[0].tag == "VBG" and row[span[0] - 1].text != ",":
        return True
    doing = row[0].tag != "NAME" and row[0].low.endswith("ing")
    return doing and trigger.kind in ("will", "would", "may")


def _denied(row: Row, trigger: Trigger) -> bool:
    """Say whether the act is what somebody denies: "denied that it would close stores"."""
    return any(t.low in ("denied", "denies", "denying") for t in row[: trigger.start])


def told_by_another(cast: Cast, index: int, topic: str) -> bool:
    """Say whether another firm's officer tells it: "Tessamart Chief Executive Ann Reed said"."""
    row = cast.tokens[index]
    for start, end in phrases.runs(row):
        says = (end < len(row) and row[end].low in chunks.SAYING) or (
            start and row[start - 1].low in chunks.SAYING
        )
        first = phrases.strip(row[start].text)
        if says and end - start > 1 and first not in topic and cast.weight[first] > 1:
            return not any(first in p for p in cast.people if p and not p.startswith(first))
    return False
