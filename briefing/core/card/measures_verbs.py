"""What a verb before a figure says it measures: the verb's subject, or the object it moves."""

from __future__ import annotations

import re

from briefing.core.card import measures_phrases as phrases
from briefing.core.card import measures_words as words_of
from briefing.core.language import chunks, tagger
from briefing.core.language.figures import Quantity
from briefing.core.language.patterns import lazy
from briefing.core.language.tagger import Token

_CHANGE = lazy(  # "a slight drop in profits to £170m"
    r"^(?:an? )?(?:\w+ )?(?:rise|fall|drop|increase|decline|jump|decrease) in (?:its |the )?"
)
_LEVEL = ("above", "below", "under")  # "rise above 3%": it stands at that then
_BARELY = frozenset("just only about around nearly almost over under some roughly a an the".split())


def object_(tokens: list[Token], before: str, q: Quantity) -> str | None:
    """Return what was moved by, or to, the figure: "inflate earnings by", "profits to rise"."""
    tail = before[-90:]
    offset = len(before) - len(tail)
    m = words_of.TO_RISE.search(tail)
    if m and tagger.base(m["verb"]) in words_of.UP | words_of.DOWN | words_of.STATE | {"be"}:
        phrase = phrases.ending_at(tokens, offset + m.end("what"), entire=True)
        return _directed(phrase, tagger.base(m["verb"]), q, by=True) if phrase else None
    if m := words_of.UP_DOWN.search(tail) if q.kind in ("percent", "points") else None:
        phrase = phrases.ending_at(tokens, offset + m.end("what"), entire=True)
        if phrase and phrases.is_quantity(phrase):
            return f"{'rise' if m['way'] == 'up' else 'fall'} in {phrases.bare(phrase)}"
    if (m := words_of.CUT_BY.search(tail)) and q.kind in ("percent", "points", "money"):
        verb = tagger.base(m["verb"])
        if verb in words_of.CUT | words_of.RAISED:
            return _changed(phrases.short(m["what"]), verb, "by")
    if m := words_of.BY.search(tail):
        phrase = phrases.ending_at(tokens, offset + m.end("what"))
        at = next((i for i, t in enumerate(tokens) if t.end >= offset + m.end("what")), 0)
        start = at - len((phrase or "").split())
        if phrase and start >= 0 and tokens[start].tag in ("VB", "VBZ", "VBD", "VBG", "DET"):
            return _changed(phrase, tagger.base(tokens[start].low), m["how"])
    return None


def _changed(phrase: str, verb: str | None, how: str) -> str:
    """Return "fall in pay" for what "cuts pay by" a figure."""
    if how != "by":
        return _CHANGE.sub("", phrase)
    if verb in words_of.CUT:
        return f"fall in {phrases.bare(phrase)}"
    return f"rise in {phrases.bare(phrase)}" if verb in words_of.RAISED else phrase


def subject(tokens: list[Token], q: Quantity) -> str | None:
    """Return the subject of the verb nearest before the figure, with the verb's direction."""
    at = next((i for i, t in enumerate(tokens) if t.start >= q.start), len(tokens))
    for i in range(at - 1, max(-1, at - 5), -1):
        moving = tokens[i].tag == "VBG" and i and re.fullmatch(words_of.METRIC, tokens[i - 1].low)
        if (tokens[i].tag not in ("VBZ", "VBD", "VB") and not moving) or not i:
            if tokens[i].tag in (",", "SUB", "WH"):
                return None
            continue
        verb = tagger.base(tokens[i].low)
        if verb in words_of.SLIGHT and i + 1 < at:  # "edged up"
            verb = "rise" if tokens[i + 1].low in ("up", "higher") else "fall"
        if verb not in words_of.UP | words_of.DOWN | words_of.STATE:
            return None
        j = i
        while j and tokens[j - 1].tag in ("MD", "AUX", "TO", "RB", "VBD", "VBZ", "VB", "ADJ"):
            j -= 1
        near = next((t.low for t in reversed(tokens[i:at]) if t.low not in _BARELY), "")
        by = near not in ("to", "from") and (q.hedge or "").lower() not in _LEVEL
        if moving or (q.kind == "percent" and _is_metric(tokens, j) and verb not in words_of.STATE):
            j = i if moving else j
            found = phrases.ending_at(tokens, tokens[j - 1].end, entire=True)
            return _directed(found, verb, q, by=by) if found else None
        span = chunks.subject_before(tokens, j)
        if span is not None and any(t.low == "what" for t in tokens[max(0, span[0] - 5) : span[0]]):
            return None  # "sales in what is a strong month rose": it is not the month that did
        if span is not None:
            whole = phrases.entire_list(tokens, phrases.of_business(tokens, span))
            return (
                None
                if tokens[span[0]].tag == "PRP"
                else _directed(phrases.joined(tokens, whole), verb, q, by=by)
            )
        if (
            verb in words_of.STATE
            and (main := chunks.main_subject(tokens, i))
            and tokens[main[0]].tag != "PRP"
            and not any(t.low == "that" or t.tag == "SUB" for t in tokens[main[1] : i])
        ):
            return phrases.joined(tokens, main)
        phrase = _only_metric(tokens, tokens[j].start)
        return _directed(phrase, verb, q, by=by) if phrase else None
    return None


def _is_metric(tokens: list[Token], j: int) -> bool:
    """Say whether a word of business stands before a verb that has no other subject."""
    return (
        j > 0
        and re.fullmatch(words_of.METRIC, tokens[j - 1].low) is not None
        and chunks.subject_before(tokens, j) is None
    )


def _only_metric(tokens: list[Token], end: int) -> str | None:
    """Return the one word of business in the clause that ends at an offset, with its adjectives."""
    k = max(
        (
            i
            for i, t in enumerate(tokens)
            if t.end <= end and (t.text in ",;:()" or t.tag in ("SUB", "WH"))
        ),
        default=-1,
    )
    heads = [t for t in tokens[k + 1 :] if t.end <= end and re.fullmatch(words_of.METRIC, t.low)]
    if len(heads) != 1 or any(
        t.low in words_of.SHOWING and heads[0].end < t.start < end for t in tokens
    ):
        return None  # "growth figures showing the economy expanded": it is not growth that did
    found = phrases.ending_at(tokens, heads[0].end)
    if found and heads[0].low == "share":
        return found + phrases.of_what(tokens, heads[0])
    return found


def _directed(phrase: str, verb: str | None, q: Quantity, *, by: bool) -> str:
    if not by or q.kind not in ("percent", "points", "money", "ratio", "count"):
        return phrase
    if verb in words_of.UP:
        return f"rise in {phrases.bare(phrase)}"
    return f"fall in {phrases.bare(phrase)}" if verb in words_of.DOWN else phrase


def metric(tokens: list[Token], before: str, *, entire: bool = False) -> str | None:
    """Return the last word of business before the figure, in its clause, no figure between."""
    clause = re.split(r"[,;:()]|\b(?:but|while|and|which|who|as)\b", before)[-1]
    found = list(re.finditer(rf"(?<!\ba )\b{words_of.METRIC}\b", clause))
    if (
        not found
        or re.search(r"\d", clause[found[-1].end() :])
        or len(clause[found[-1].end() :].split()) > 4
    ):
        return None
    offset = len(before) - len(clause)
    behind = next((t for t in tokens if t.start > offset + found[-1].end()), None)
    if behind and behind.tag == "NN" and behind.end <= len(before):
        return None  # "budget documents show": it is no budget
    return phrases.ending_at(tokens, offset + found[-1].end(), entire=entire)
