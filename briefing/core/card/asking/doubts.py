"""What makes an open verb group doubtful: a past, a fancy, a denial, an actor in doubt."""

from __future__ import annotations

from briefing.core.card.asking import phrases, worth
from briefing.core.card.asking.cast import Cast
from briefing.core.card.asking.nouns import ACTING_NOUNS, COMPANY_WORDS, SPEAKERS
from briefing.core.card.asking.triggers import Trigger
from briefing.core.language import chunks
from briefing.core.language.tagger import Token

Row = tuple[Token, ...]


def inner(row: Row, trigger: Trigger, span: chunks.Span) -> bool:
    """Say whether it is what a phrase before the name does: "a listing in Oslo that could".

    Or what is said of a thing: "a rover NASA plans to fly", which loses its object.
    """
    if row[trigger.verb].low != "be" and _lost(row, trigger, span):
        return True
    relative = trigger.start and row[trigger.start - 1].low in ("that", "which")
    before = [t.low for t in row[max(0, span[0] - 2) : span[0]]]
    if before[-1:] == ["which"] or (before[-1:] in (["and"], ["or"]) and before[:1] == ["it"]):
        return True  # "an accord under which Kroger agreed to", "it and Shearson could"
    return bool(relative and before[-1:] and before[-1] in ("in", "at", "on", "for", "with"))


# what is followed by a whole clause, or by a name set beside it
_CONTENT = frozenset(
    "news report reports rumour rumours rumor rumors fear fears sign signs hope hopes claim claims "
    "announcement speculation suggestion suggestions suspicion belief statement confirmation "
    "indication indications possibility chance risk fact idea view doubt doubts word day week "
    "month year today tomorrow yesterday time evening morning afternoon night".split()
)


_NO_OBJECT = ("IN", "TO", "RB", ",", ".", "VBZ", "VBD", "AUX", "MD", "VB")


def _has_object(row: Row, verb: int, by_pronoun: bool) -> bool:
    """Say whether an object follows the verb; `by_pronoun`: "rooms it is building come on"."""
    following = row[verb + 1 : verb + 3]
    if not following or following[0].tag in _NO_OBJECT:
        return False
    astray = by_pronoun and [t.tag for t in following] == ["NN", "IN"]
    return not astray or following[0].low.endswith("s")


def _lost(row: Row, trigger: Trigger, span: chunks.Span) -> bool:
    """Say whether the object stands before the subject: "a rover NASA plans to fly in 2028"."""
    if trigger.owner is not None or _has_object(row, trigger.verb, row[span[0]].tag == "PRP"):
        return False
    start = span[0]
    if row[span[1] - 1].tag == "NAME":
        start = span[1] - 1
        while start > span[0] and row[start - 1].tag == "NAME":
            start -= 1
    k = start - 1
    if k > 0 and row[k].low in ("that", "which"):
        k -= 1
    elif k >= 0 and row[start].tag == "NAME" and row[span[0]].low not in ("a", "an", "the"):
        return False  # "US grocer Kroger plans to"
    noun = k > 0 and (
        row[k].tag == "NN"
        or (row[k].tag in ("VB", "VBZ") and row[k - 1].tag in ("DET", "ADJ", "NUM", "NN"))
    )
    if not noun or row[k].low in _CONTENT | COMPANY_WORDS:
        return False
    described = row[start].tag == "NAME" and row[k].low in SPEAKERS | ACTING_NOUNS
    return not described and row[k].low not in chunks.SAYING


def pointed(row: Row, span: chunks.Span) -> bool:
    """Say whether a subject is a pronoun or "the company"."""
    return row[span[1] - 1].tag == "PRP" or row[span[1] - 1].low in COMPANY_WORDS


_MARKS = frozenset('"“‘')
_FANCIES = frozenset("theory idea scenario theories imagine suppose".split())


def doubtful(row: Row, trigger: Trigger, span: chunks.Span, lead: str) -> bool:
    """Say whether the sentence tells of the past, of a fancy, or opens with a clause of its own."""
    wondered = span[0] > 0 and row[span[0] - 1].low == "whether"
    said = wondered or any(t.low in chunks.SAYING for t in row)
    if trigger.kind == "would" and not lead and not said:
        return True
    if trigger.kind in ("may", "would") and any(t.low in _FANCIES for t in row[: span[0]]):
        return True
    if trigger.kind == "must" and row[0].text in _MARKS:
        return True  # somebody's demand
    past = trigger.kind == "going" and row[trigger.start].low in ("was", "were")
    if past and row[span[0] - 1].low not in chunks.SAYING | {"that"}:
        return True
    if worth.LATER.match(phrases.words(row, (0, len(row)))) or _denied(row, trigger):
        return True
    if row[0].tag == "VBG" and row[span[0] - 1].text != ",":
        return True
    doing = row[0].tag != "NAME" and row[0].low.endswith("ing")
    return doing and trigger.kind in ("will", "would", "may")


def _denied(row: Row, trigger: Trigger) -> bool:
    """Say whether the act is what somebody denies: "denied that it would close stores"."""
    if any(t.low in ("alleges", "alleged", "allege") for t in row):
        return True
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
