"""Find the phrase that is a verb's subject and the end of its predicate, in tagged English.

Works by the left and right edges of phrases, not by parsing; refuses (None) when an edge is
doubtful, because a wrong subject is worse than none.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.core.language.tagger import Token, base
from briefing.core.language.tagger_words import NOUN_TOO

Span = tuple[int, int]

_NOMINAL = frozenset(("NN", "NAME", "NUM", "ADJ", "POS"))
_HEADS = frozenset(("NN", "NAME", "NUM"))
_INSIDE = frozenset("of in for at from between against on".split())
_DASHES = frozenset(("-", "–", "—", "--"))
SAYING = frozenset(
    "say says said add adds added announce announces announced report reports reported believe "
    "believes believed expect expects expected predict predicts predicted warn warns warned "
    "confirm confirms confirmed forecast forecasts estimate estimates estimated hope hopes hoped "
    "think thinks thought claim claims claimed suggest suggests suggested indicate indicates "
    "indicated argue argues argued insist insists insisted reveal reveals revealed show shows "
    "showed fear fears feared note notes noted tell told know knows known saying adding meaning "
    "speculate speculates speculated deny denies denied rumoured rumored wonder wondered".split()
)


def subject_before(tokens: Sequence[Token], i: int) -> Span | None:
    """Return the noun phrase that is the subject of the verb group starting at token `i`."""
    j = _skip_adverbs(tokens, i - 1)
    if j < 0:
        return None
    if tokens[j].text == "," or tokens[j].text in _DASHES or tokens[j].text == ")":
        opened = _opening_mark(tokens, j)
        if opened is None:
            return None
        span = noun_phrase_ending(tokens, opened)
        return span if span and _clean_edge(tokens, span[0], strict=True) else None
    if tokens[j].tag == "CC" and tokens[j].low in ("and", "but", "or"):
        return _shared_subject(tokens, j)
    if tokens[j].low in ("which", "who", "that"):
        end = j if j and tokens[j - 1].text != "," else j - 1
        span = noun_phrase_ending(tokens, end)
        return span if span and tokens[span[1] - 1].tag == "NAME" else None
    span = noun_phrase_ending(tokens, j + 1)
    return span if span and _clean_edge(tokens, span[0]) else None


def _shared_subject(tokens: Sequence[Token], conjunction: int) -> Span | None:
    """Return the subject of the verb joined by "and": that of the nearest clause to the left."""
    for k in range(conjunction - 1, 0, -1):
        if tokens[k].tag in ("MD", "AUX") or (
            tokens[k].tag in ("VBD", "VBZ")
            and tokens[k - 1].tag in ("NN", "NAME", "PRP")
            and not (tokens[k].low in SAYING and tokens[k + 1].text == ",")
        ):
            while k > 0 and tokens[k - 1].tag in ("AUX", "MD", "RB"):
                k -= 1
            if tokens[_skip_adverbs(tokens, k - 1)].tag != "CC":
                return subject_before(tokens, k)
    return main_subject(tokens, conjunction)


_WEEKDAYS = frozenset(
    "today yesterday Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
)


def _skip_adverbs(tokens: Sequence[Token], j: int) -> int:
    while j >= 0 and (tokens[j].tag == "RB" or tokens[j].text in _WEEKDAYS):
        # "Kroger on Friday signed": the day belongs to the verb
        j -= 2 if j and tokens[j - 1].low == "on" else 1
    return j


def _opening_mark(tokens: Sequence[Token], closing: int) -> int | None:
    mark = tokens[closing].text
    wanted = {"("} if mark == ")" else ({","} if mark == "," else _DASHES)
    nearest = None
    for k in range(closing - 1, max(-1, closing - 25), -1):
        if tokens[k].text in wanted:
            nearest = k if nearest is None else nearest
            # "GM, whose brands include Opel, Saab and Vauxhall, is": where the insertion opens
            if mark != "," or tokens[k + 1].tag in ("WH", "DET", "VBG", "VBD", "ADJ", "NUM"):
                return k
    return nearest


def noun_phrase_ending(tokens: Sequence[Token], end: int) -> Span | None:
    """Return the noun phrase whose last token is `end - 1`, its `of` and `in` phrases included."""
    k = end - 1
    if k < 0:
        return None
    if tokens[k].tag == "PRP":
        return (k, end)
    if tokens[k].tag not in _HEADS:
        return None
    while k >= 0:
        tag, low = tokens[k].tag, tokens[k].low
        if tag in _NOMINAL:
            k -= 1
        elif tag == "DET":
            k -= 1
            if not (k > 0 and tokens[k].low == "of" and tokens[k - 1].tag in _HEADS):
                if k >= 0 and tokens[k].low in ("all", "both"):
                    k -= 1
                elif k > 0 and tokens[k].low in _INSIDE and _attached(tokens, k):
                    k -= 1
                    continue
                break
            k -= 1
        elif tag == "IN" and low in _INSIDE and k > 0 and tokens[k - 1].tag in _HEADS:
            if low != "of" and not _attached(tokens, k):
                break
            k -= 1
        elif low == "and" and k > 0 and tokens[k - 1].tag in _HEADS and _coordinates(tokens, k):
            k -= 1
        else:
            break
    start = k + 1
    while start < end and tokens[start].tag in ("IN", "CC", "POS"):
        start += 1
    return (start, end) if start < end else None


def _attached(tokens: Sequence[Token], k: int) -> bool:
    """Say whether the preposition at `k` belongs to the noun before it, not to a verb."""
    j = k - 1
    while j >= 0 and (tokens[j].tag in (*_NOMINAL, "DET") or tokens[j].low == "of"):
        j -= 1
    return j < 0 or tokens[j].tag in (",", "SUB") or tokens[j].low in SAYING


def _coordinates(tokens: Sequence[Token], k: int) -> bool:
    """Say whether "and" at `k` joins two subjects: left of them a clause begins."""
    j = k - 1
    while j >= 0 and tokens[j].tag in (*_NOMINAL, "DET"):
        j -= 1
    return j < 0 or tokens[j].tag == "SUB" or tokens[j].low in SAYING or tokens[j].text in _DASHES


def _clean_edge(tokens: Sequence[Token], start: int, *, strict: bool = False) -> bool:
    if start == 0:
        return True
    edge = tokens[start - 1]
    if start == 1 and edge.tag == "VBG" and tokens[start].tag == "NN":
        return True  # "Brewing giant Inbev has"
    if strict:
        return (
            edge.tag in ("SUB", "CC")
            or edge.low in SAYING
            or edge.text in {'"', "“", ":", "-", "–", "—"}
        ) and edge.low != "if"
    if edge.tag in ("IN", "TO", "DET", "POS", "MD", "AUX") or edge.low == "if":
        return False
    if edge.tag.startswith("VB") and edge.low not in SAYING:
        return tokens[start].tag in ("DET", "PRP") and edge.tag != "VBG"
    if edge.tag == "CC" and start > 1 and tokens[start - 2].tag in (",", "NAME"):
        return False
    # "A, B and C will": the list begins left of the comma
    joined = any(t.low == "and" for t in tokens[start : start + 6])
    return not (edge.text == "," and joined and start > 1 and tokens[start - 2].tag == "NAME")


def main_subject(tokens: Sequence[Token], before: int) -> Span | None:
    """Return the first subject of the sentence: the phrase left of its first finite verb."""
    for i in range(before):
        tag = tokens[i].tag
        if tag in ("AUX", "MD") or (tag in ("VBZ", "VBD") and i):
            if i and tokens[_skip_adverbs(tokens, i - 1)].low in ("which", "who", "that"):
                continue
            j = _skip_adverbs(tokens, i - 1)
            if j < 0 or tokens[j].tag == "CC":
                return None
            return subject_before(tokens, i)
    return None


_ENDS = frozenset((".", ";", ":", "?", "!", "(", ")", "[", "]", "…", *_DASHES))
_CUTTING = frozenset(
    "because although though while whereas unless if since once until when where which who whom "
    "whose but so despite after amid following thereby rather compared unlike".split()
)
_AS_KEPT = frozenset(
    "a an part chief chairman chairwoman head president director leader ceo the its".split()
)


def predicate_end(tokens: Sequence[Token], verb: int) -> int:
    """Return the index after the last token of the predicate that starts with the verb at `verb`.

    Stops at clause edges: stops, brackets, relative and adverbial clauses, a second verb phrase,
    an attribution. The loose words at the end (prepositions, articles) are not part of it.
    """
    i = verb + 1
    while i < len(tokens) and not _stops(tokens, i, verb):
        i += 1
    return _tidy_end(tokens, verb, i)


def _stops(tokens: Sequence[Token], i: int, verb: int) -> bool:
    token, low = tokens[i], tokens[i].low
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if token.text in _DASHES and _inside_figure(tokens, i):
        return False
    if token.text in _ENDS or low in _CUTTING:
        return True
    if token.text == ",":
        return not _lists_on(tokens, i)
    if low in ("that", "what", "how", "why"):
        return i > verb + 1
    if low == "whether":
        return following is None or following.low != "to"
    if low == "as" and following is not None and following.low in ("many", "much", "few", "little"):
        return False
    if low == "as" and tokens[i - 1].low in ("many", "much", "few", "little"):
        return False
    if low == "as":
        return following is None or following.low not in _AS_KEPT or _clause_ahead(tokens, i + 1)
    if low == "before":
        return _clause_ahead(tokens, i + 1) or (following is not None and following.tag == "VBG")
    if token.tag == "CC":
        return (
            following is None
            or following.tag in ("VB", "VBZ", "VBD", "MD", "TO", "RB", "AUX")
            or (_clause_ahead(tokens, i + 1))
        )
    if token.tag in ("MD", "AUX"):
        return True
    if token.tag == "VBZ" and i > verb + 1:
        compound = tokens[i - 1].tag in ("NN", "NAME", "ADJ") and base(low) in NOUN_TOO
        return not compound
    if token.tag == "PRP" and low in ("he", "she", "they", "we", "i", "you", "it", "there"):
        return following is not None and following.tag in ("MD", "AUX", "VBZ", "VBD", "VB", "RB")
    return token.tag == "VBD" and low in SAYING


def _inside_figure(tokens: Sequence[Token], i: int) -> bool:
    """Say whether the dash at `i` is inside a range: "$6.0-$6.5"."""
    return (
        i + 1 < len(tokens)
        and tokens[i - 1].tag == tokens[i + 1].tag == "NUM"
        and tokens[i - 1].end == tokens[i].start
        and tokens[i].end == tokens[i + 1].start
    )


def _lists_on(tokens: Sequence[Token], comma: int) -> bool:
    """Say whether the comma is inside a list of names or nouns: "London, Paris and Rome"."""
    if tokens[comma - 1].tag not in _HEADS:
        return False
    for i in range(comma + 1, min(len(tokens), comma + 9)):
        tag = tokens[i].tag
        if tag == "CC":
            after = tokens[i + 1] if i + 1 < len(tokens) else None
            return (
                i > comma + 1
                and after is not None
                and after.tag == tokens[i - 1].tag
                and not _clause_ahead(tokens, i + 1)
            )
        if tag not in ("NN", "NAME", "NUM") and not (tag == "," and tokens[i].text == ","):
            return False
    return False


def _clause_ahead(tokens: Sequence[Token], i: int) -> bool:
    """Say whether a subject with a finite verb starts at `i`."""
    for token in tokens[i : i + 10]:
        if token.tag in ("MD", "AUX", "VBZ", "PRP"):
            return token.tag != "PRP" or token.low in ("he", "she", "they", "we", "i", "you", "it")
        if token.tag in ("IN", ",", "CC", "SUB", "TO"):
            return False
        if token.tag == "VBD" and token is not tokens[i]:
            return True
    return False


_KEPT_LAST = frozenset("further again ahead back away together".split())


def _tidy_end(tokens: Sequence[Token], verb: int, end: int) -> int:
    loose = ("DET", "CC", "TO", "MD", "AUX", "SUB", "WH", ",", "RB")
    while end > verb + 1:
        last = tokens[end - 1]
        particle = (
            last.tag == "IN" and end - 1 == verb + 1 and last.low in ("up", "down", "out", "off")
        )
        if particle or not (last.tag in loose or last.tag == "IN"):
            break
        if last.tag == "RB" and last.low in _KEPT_LAST:
            break
        end -= 1
    return end
