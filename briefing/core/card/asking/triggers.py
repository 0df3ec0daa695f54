"""Find the verb groups of a sentence that leave something open: plans, modals, talks, offers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.core.card.asking import opening
from briefing.core.card.asking.opening import Kind as Kind
from briefing.core.language.chunks import SAYING
from briefing.core.language.tagger import Token, base


class Trigger(NamedTuple):
    """A verb group: `start` is its first token, `verb` its main verb.

    `gerund` as in "considers selling"; `owner` is the token after the noun phrase that owns
    it, for "X's plan to sell".
    """

    start: int
    verb: int
    kind: Kind
    negated: bool = False
    gerund: bool = False
    owner: int | None = None


def find(tokens: Sequence[Token]) -> Iterator[Trigger]:
    """Yield the open verb groups of a tagged sentence, left to right."""
    for i, token in enumerate(tokens):
        if token.tag == "MD" and token.low in opening.MODAL:
            if found := _modal(tokens, i):
                yield found
                yield from _joined(tokens, found)
        elif token.tag == "AUX":
            if found := _after_be(tokens, i):
                yield found
                yield from _joined(tokens, found)
        elif token.tag.startswith("VB") and token.low in opening.PLAN:
            if found := _planned(tokens, i):
                yield found
                yield from _joined(tokens, found)
        elif token.tag in ("VBD", "VBG") and token.low in _URGED:
            yield from filter(None, (_urged(tokens, i),))
        elif i and token.tag in ("NN", "VBZ") and token.low in opening.PLAN_NOUNS:
            yield from filter(None, (_noun(tokens, i),))


# "is buying", "is opening": begun or promised, not yet done
_UNDER_WAY = frozenset(
    "launch buy acquire sell open build merge introduce start offload bid split relocate float "
    "replace roll phase withdraw appeal invest recruit hire divest list auction close".split()
)


def _said_before(tokens: Sequence[Token], i: int) -> bool:
    return any(t.low in SAYING for t in tokens[max(0, i - 8) : i])


_URGED = frozenset(
    "ordering urging urged asked ordered told pressed called instructed required forced".split()
)


def _urged(tokens: Sequence[Token], i: int) -> Trigger | None:
    """Read "urged Kroger to raise wages": who was urged owns the act."""
    first = i + 2 if tokens[i].low == "called" and _low(tokens, i + 1) in ("on", "upon") else i + 1
    if tokens[i].low == "called" and first == i + 1:
        return None
    if first >= len(tokens) or tokens[first].tag not in ("NAME", "NN", "DET", "ADJ"):
        return None
    if i and tokens[i - 1].low in ("have", "being", "be"):
        return None
    for t in range(first + 1, min(len(tokens) - 1, first + 7)):
        if tokens[t].low == "to" and tokens[t + 1].tag == "VB":
            kind: Kind = "told" if tokens[i].low in ("ordered", "ordering", "told") else "urged"
            return Trigger(t, t + 1, kind, owner=t)
        if tokens[t].tag not in ("NAME", "NN", "DET", "POS", "ADJ", "IN"):
            return None
    return None


def _tag(tokens: Sequence[Token], i: int) -> str:
    return tokens[i].tag if 0 <= i < len(tokens) else ""


def _low(tokens: Sequence[Token], i: int) -> str:
    return tokens[i].low if 0 <= i < len(tokens) else ""


_OBJECTS = ("NUM", "DET", "RB", "NAME", "IN", "PRP")


def _joined(tokens: Sequence[Token], first: Trigger) -> Iterator[Trigger]:
    """Yield the second verb of "will close 63 stores and cut 5,400 jobs"."""
    if first.gerund or first.negated or tokens[first.verb].low == "be":
        return
    for k in range(first.verb + 1, min(len(tokens) - 2, first.verb + 22)):
        token = tokens[k]
        if (
            token.text in (".", ";", ":", "-", "–")
            or token.low == "not"
            or token.tag in ("MD", "SUB", "WH", "AUX")
        ):
            return
        if token.low == "and":
            v = k + 2 if tokens[k + 1].low == "to" else k + 1
            following = tokens[v + 1] if v + 1 < len(tokens) else None
            object_ahead = following is not None and following.tag in _OBJECTS
            if (
                base(tokens[v].low) == tokens[v].low
                and tokens[v].tag in ("VB", "NN")
                and object_ahead
            ):
                yield first._replace(verb=v)
                return


def _verbal(token: Token) -> bool:
    return token.tag in ("VB", "AUX") or (token.tag == "NN" and base(token.low) == token.low)


def _past_adverbs(tokens: Sequence[Token], i: int) -> tuple[int, bool]:
    negated = False
    while i < len(tokens) and (tokens[i].tag == "RB" or tokens[i].low == "likely"):
        negated = negated or tokens[i].low in ("not", "never", "n't")
        i += 1
    return i, negated


def _modal(tokens: Sequence[Token], i: int) -> Trigger | None:
    k, negated = _past_adverbs(tokens, i + 1)
    if _low(tokens, k) == "have" and _low(tokens, k + 1) == "to":
        k += 2  # "may have to sell": the act is the selling
    if k >= len(tokens) or not (tokens[k].tag in ("VB", "NN", "AUX") and tokens[k].low != "have"):
        return None
    if tokens[k].tag == "AUX" and tokens[k].low != "be":
        return None
    negated = negated or tokens[i].low.endswith("n't") or tokens[i].low == "wo"
    kind = opening.MODAL[tokens[i].low]
    considers = kind == "may" and tokens[k].low == "consider"
    if considers and k + 1 < len(tokens) and tokens[k + 1].tag == "VBG":
        return Trigger(i, k + 1, "consider", negated, gerund=True)
    return Trigger(i, k, kind, negated)


def _after_be(tokens: Sequence[Token], i: int) -> Trigger | None:
    k, negated = _past_adverbs(tokens, i + 1)
    if tokens[i].low == "had" and _low(tokens, k) not in ("until", "till"):
        return None
    if _low(tokens, k) in ("been", "being"):
        k, negated = _past_adverbs(tokens, k + 1)
    be = tokens[i].low in ("is", "are", "was", "were", "be", "been", "'s", "'re") or k > i + 1
    low = _low(tokens, k)
    if tokens[i].low == "be" and low == "to":
        return None  # "whether it be to register"
    if low == "to" and _low(tokens, k + 1) and tokens[k + 1].tag == "VB" and be:
        if tokens[i].low in ("is", "are") or _said_before(tokens, i):
            return Trigger(i, k + 1, "due", negated)
        return None
    if be and k < len(tokens) and tokens[k].tag == "VBG" and base(low) in _UNDER_WAY:
        if _low(tokens, k - 1) == "still" or _low(tokens, k + 1) == "to":
            return None  # "is still building", "are starting to emerge": a state, no step
        now = tokens[i].low in ("is", "are", "'s", "'re")
        return (
            Trigger(i, k, "going", negated, gerund=True) if now or _said_before(tokens, i) else None
        )
    if low in ("close", "near") and _low(tokens, k + 1) == "to" and be and k + 2 < len(tokens):
        near = tokens[k + 2].tag == "VBG" and tokens[i].low not in ("was", "were")
        return Trigger(i, k + 2, "consider", negated, gerund=True) if near else None
    if low == "yet" and _low(tokens, k + 1) == "to" and k + 2 < len(tokens):
        return Trigger(i, k + 2, "due") if tokens[k + 2].tag == "VB" else None
    if low in ("on", "under") and _low(tokens, k + 2) == "to":
        if _low(tokens, k + 1) in ("track", "course", "pressure") and k + 3 < len(tokens):
            return Trigger(i, k + 3, "due", negated)
        return None
    if low in opening.AFTER_BE and _low(tokens, k + 1) == "to" and be:
        v, no = _past_adverbs(tokens, k + 2)
        past = tokens[i].low in ("was", "were") and not _said_before(tokens, i)
        if v < len(tokens) and _verbal(tokens[v]) and not past:
            return Trigger(i, v, opening.AFTER_BE[low], negated or no)
    if low in opening.CONSIDER and k + 1 < len(tokens) and tokens[k + 1].tag == "VBG":
        return Trigger(i, k + 1, "consider", negated, gerund=True)
    talking = low == "in" and _low(tokens, k + 1) in ("talks", "negotiations", "discussions")
    if talking and _low(tokens, k + 2) == "to" and k + 3 < len(tokens):
        return Trigger(i, k + 3, "consider", negated)
    if tokens[i].low in ("has", "have") and low == "to" and k + 1 < len(tokens):
        if any(t.low == "what" for t in tokens[max(0, i - 6) : i]):
            return None  # "what the shop has to offer"
        return Trigger(i, k + 1, "must", negated) if tokens[k + 1].tag in ("VB", "AUX") else None
    if tokens[i].low in ("has", "have", "had") and low in ("until", "till"):
        for t in range(k + 1, min(len(tokens) - 1, k + 9)):
            if tokens[t].low == "to" and tokens[t + 1].tag == "VB":
                return Trigger(i, t + 1, "due", negated)
        return None
    if tokens[i].low in ("has", "have") and low in opening.PLAN:
        return _planned(tokens, k, start=i)
    return None


_PAST_WISHES = frozenset(
    "planned aimed hoped intended wanted sought proposed threatened expected offered".split()
)


def _past_day(tokens: Sequence[Token], k: int) -> int:
    """Return the place after "last week" or "on Friday": "agreed last week to sell"."""
    week = _low(tokens, k) in ("last", "this") and _low(tokens, k + 1) == "week"
    day = _low(tokens, k) == "on" and _low(tokens, k + 1).endswith("day")
    return k + 2 if (week or day) and _low(tokens, k + 2) == "to" else k


def _planned(tokens: Sequence[Token], i: int, start: int | None = None) -> Trigger | None:
    if i and tokens[i - 1].tag == "AUX" and start is None:
        return None
    if i and tokens[i - 1].low in ("not", "never", "n't") and start is None:
        return None
    # "sought to halt" tells of the past; "said it planned to" does not
    if tokens[i].low in _PAST_WISHES and start is None and not _said_before(tokens, i):
        return None
    k, negated = _past_adverbs(tokens, i + 1)
    k = _past_day(tokens, k)
    if _low(tokens, k) == "to":
        v, no = _past_adverbs(tokens, k + 1)
        if v < len(tokens) and _verbal(tokens[v]):
            return Trigger(
                start if start is not None else i, v, opening.PLAN[tokens[i].low], negated or no
            )
        return None
    if tokens[i].low in opening.CONSIDER and k < len(tokens) and tokens[k].tag == "VBG":
        return Trigger(start if start is not None else i, k, "consider", negated, gerund=True)
    if tokens[i].low in ("expects", "expect", "expected", "wants", "want"):
        # "expects sales to rise": what stands between is the subject
        if i + 1 < len(tokens) and tokens[i + 1].tag == "PRP":
            return None
        for t in range(i + 2, min(len(tokens) - 1, i + 9)):
            if tokens[t].tag in (",", "MD", "AUX", "VBZ", "SUB"):
                return None
            if tokens[t].low == "to" and tokens[t + 1].tag in ("VB", "AUX"):
                return Trigger(t, t + 1, "expected", negated)
    return None


_GIVEN_UP = frozenset(
    "no any without ended ends ending abandoned dropped scrapped withdrew rejected finalised "
    "finalized completed concluded closed finalises finalizes completes".split()
)
# "proposals to raise prices, since dumped", "a deal to buy it, now signed"
_DROPPED = frozenset(
    "dumped dropped scrapped abandoned shelved withdrawn rejected defeated ditched aborted".split()
)
_SINCE = frozenset("since now later then was were been subsequently eventually already".split())
_SET_OUT = frozenset("announced unveiled outlined confirmed has have announces approved".split())


def _noun(tokens: Sequence[Token], i: int) -> Trigger | None:
    if _low(tokens, i + 1) != "to" or i + 2 >= len(tokens) or tokens[i + 2].tag != "VB":
        return None
    if any(
        t.low in _DROPPED and tokens[i + k].low in _SINCE for k, t in enumerate(tokens[i + 1 :])
    ):
        return None
    for k in range(i - 1, max(-1, i - 5), -1):
        if tokens[k].low in _GIVEN_UP:
            return None
        if tokens[k].tag == "POS":
            return Trigger(i, i + 2, "noun", owner=k)
        if tokens[k].low == "its" and tokens[k - 1].tag == "IN":
            return Trigger(i, i + 2, "noun", owner=k + 1)
        if tokens[k].low == "with" and _low(tokens, k - 1) in ("on", "ahead", "forward"):
            start = max(0, k - 2 - (_tag(tokens, k - 3) == "AUX"))
            return Trigger(start, i + 2, "noun")
        if tokens[k].low in _SET_OUT:
            return Trigger(k - 1 if tokens[k - 1].tag == "AUX" else k, i + 2, "noun")
        if tokens[k].tag not in ("ADJ", "NN", "NUM", "DET", "VBD"):
            return None
    return None
