"""Small words that turn a statement round: "nearly twice", "down from", "non-members" (English)."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from briefing.core.card.grounding import amounts, directions, words
from briefing.core.card.grounding.fault import Fault
from briefing.core.card.grounding.source import Pool, Row
from briefing.core.language.patterns import lazy

_TIMES = lazy(
    r"\b(?:(?P<low>more than|over|at least|well over|above)|(?P<high>less than|under|at most|"
    r"almost|nearly|close to|not quite|as much as|up to))?\s*"
    r"(?P<word>twice|doubl(?:e|ed|es|ing)|hal(?:f|ved|ves)|trebled?|tripled?|quadrupled?|thrice)\b",
    re.I,
)
_ABOUT = lazy(r"\b(?:about|around|roughly|some)\b")
_MOVED = lazy(r"\b(up|down|rise|increase|fall|drop|cut) from\b", re.I)
_WAY = {"up": 1, "rise": 1, "increase": 1, "down": -1, "fall": -1, "drop": -1, "cut": -1}
_PREFIXED = lazy(r"\b(?:non-?|un)([a-z]{4,})\b", re.I)
_ALIKE, _NEAR = 0.5, 0.6


def check(claim: Row, pool: Pool) -> Iterator[Fault]:
    """Yield the turned words of a claim that takes up most of a row."""
    if claim.cjk or not claim.keys:
        return
    row = max(pool.rows, key=lambda r: len(claim.keys & r.keys))
    if len(claim.keys & row.keys) < _ALIKE * len(claim.keys):
        return
    yield from _still(claim, row)
    yield from _paid(claim, row)
    yield from _postponed(claim, row)
    yield from _turned(claim, row)
    yield from _times(claim, row)
    yield from _more(claim, row)
    yield from _multiplied(claim, row)
    yield from _moved(claim, row)
    yield from _prefixed(claim, row, pool)


_STILL = lazy(r"\b(?:little changed|unchanged|flat|steady|barely (?:moved|changed)|stable)\b")
_LATER = lazy(r"\b(?:put(?:ting)? off|postpon\w+|delay\w*|push(?:ed|ing)? back|defer\w*)\b", re.I)
_SOONER = lazy(
    r"\b(?:br(?:ought|ing|inging) forward|advanced|speed(?:ing)? up|sped up|ahead of schedule|"
    r"accelerat\w+|earlier than planned)\b",
    re.I,
)
_TO_NAME = lazy(r"\b(to|from) (?:(?:the|its|a|an) )?(?:(?!to |from )[a-z-]+ ){0,3}$")


_CASH = lazy(r"\b(?:in|with|for) (?:all )?cash\b|\ball-cash\b", re.I)
_SHARES = lazy(
    r"\b(?:in|with|for) (?:new |its own )?(?:shares|stock)\b|\ball-(?:share|stock)\b", re.I
)


_OWN_MONEY = lazy(
    r"\b(?:from|with|out of|in) (?:its |their )?(?:own )?(?:cash|funds|resources|reserves)\b", re.I
)
_BORROWED = lazy(
    r"\b(?:with|by|through|from) (?:an? |new )?(?:[a-z]+ )?(?:loans?|debt|credit|borrowing)\b", re.I
)


def _paid(claim: Row, row: Row) -> Iterator[Fault]:
    """Paid in cash is not paid in shares."""
    mine = bool(_CASH.search(claim.text)), bool(_SHARES.search(claim.text))
    theirs = bool(_CASH.search(row.text)), bool(_SHARES.search(row.text))
    if mine in ((True, False), (False, True)) and theirs == mine[::-1]:
        yield Fault("CONTRARY", "cash and shares have changed places")
    one, other = _OWN_MONEY.search(claim.text), _OWN_MONEY.search(row.text)
    lent, borrowed = _BORROWED.search(claim.text), _BORROWED.search(row.text)
    if (one and borrowed and not other and not lent) or (
        lent and other and not one and not borrowed
    ):
        yield Fault("CONTRARY", "cash and credit have changed places")


def _still(claim: Row, row: Row) -> Iterator[Fault]:
    """What hardly moved did not rise or fall."""
    moved = claim.keys & {"rise", "fall"}
    still = _STILL.search(row.text)
    if moved and still and not row.keys & {"rise", "fall"} and not _STILL.search(claim.text):
        yield Fault("POLARITY", f'{min(moved)}: the source says "{still[0]}"')


def _postponed(claim: Row, row: Row) -> Iterator[Fault]:
    ours, theirs = _SOONER.search(claim.text), _LATER.search(row.text)
    if not (ours and theirs):
        ours, theirs = _LATER.search(claim.text), _SOONER.search(row.text)
    both = _LATER.search(claim.text) and _SOONER.search(claim.text)
    if ours and theirs and not both:
        yield Fault("CONTRARY", f'"{ours[0]}": the source says "{theirs[0]}"')


def _turned(claim: Row, row: Row) -> Iterator[Fault]:
    """Rented to somebody is not rented from somebody: the same verb, the same name."""
    verbs = _verbs(claim) & _verbs(row)
    if not verbs:
        return
    theirs = {
        n.text: m[1]
        for n in row.names
        if (m := _TO_NAME.search(row.text[: n.start])) and not _to_do(row, m.end(1))
    }
    for name in claim.names:
        m = _TO_NAME.search(claim.text[: name.start])
        if m and theirs.get(name.text, m[1]) != m[1]:
            yield Fault("RELATION_REVERSED", f"{m[0]}{name.text}: the source says the converse")
            return


def _to_do(row: Row, at: int) -> bool:
    """Say whether a "to" that ends at `at` is a verb's: "to reduce China's share"."""
    return any(a.end == at and b.tag == "VB" for a, b in itertools.pairwise(row.tokens))


def _verbs(row: Row) -> set[str]:
    return {words.key(t.low) for t in row.tokens if t.tag.startswith("VB")} - {"say"}


def _times(claim: Row, row: Row) -> Iterator[Fault]:
    theirs = {words.base(m["word"].lower()): m for m in _TIMES.finditer(row.text)}
    for m in _TIMES.finditer(claim.text):
        other = theirs.get(words.base(m["word"].lower()))
        if other is None:
            continue
        if (m["low"] and other["high"]) or (m["high"] and other["low"]):
            yield Fault("HEDGE_REVERSED", f'{m[0].strip()}: the source says "{other[0].strip()}"')
        bare = not (m["low"] or m["high"] or _ABOUT.search(claim.text))
        if bare and (other["low"] or other["high"]):
            yield Fault("HEDGE_DROPPED", f'{m[0]}: the source says "{other[0].strip()}"')


_BY = {"doubl": 2, "tripl": 3, "trebl": 3, "quadrupl": 4, "halv": 2}
_BECAME = lazy(
    r"\b(?:(?P<word>doubl|trip|treb|quadrup|halv)l?(?:e|es|ed|ing)|twice|twofold|half)\b", re.I
)


def _multiplied(claim: Row, row: Row) -> Iterator[Fault]:
    """ "Has doubled" of "has risen by a third"."""
    m = _BECAME.search(claim.text)
    if m is None or not m["word"] or _BECAME.search(row.text) or claim.figures:
        return
    parts = [q for q in row.figures if q.kind in ("percent", "ratio") and q.value]
    times = next(n for stem, n in _BY.items() if m[0].lower().startswith(stem))
    grown = [100 * (times - 1), 100 * times] if m["word"].lower() != "halv" else [50]
    close = any(abs(float(amounts.scaled(q) or 0) - g) <= 0.1 * g for q in parts for g in grown)
    if parts and not close and len(row.figures) == len(parts) == 1:
        yield Fault("MEASURE_CHANGED", f"{m[0]}: the source says {parts[0].text}")


_MORE = lazy(
    r"\b(?:(more|higher|larger|bigger)|(?:fewer|less|lower|smaller))\b.{0,60}\bthan\b", re.I
)


def _more(claim: Row, row: Row) -> Iterator[Fault]:
    """ "More stores than this year" of "60 stores next year, compared with 85 this year"."""
    m = _MORE.search(claim.text)
    if m is None or any(q.kind in ("count", "percent", "money") for q in claim.figures):
        return
    ways = [way for q in row.figures if (way := directions.compared(row, q))]
    if len(ways) == 1 and ways[0] != (1 if m[1] else -1):
        yield Fault("COMPARISON_CHANGED", f"{m[0]}: by the source's figures it is the converse")


def _moved(claim: Row, row: Row) -> Iterator[Fault]:
    ours = {_WAY[m[1].lower()] for m in _MOVED.finditer(claim.text)}
    theirs = {_WAY[m[1].lower()] for m in _MOVED.finditer(row.text)}
    if len(ours) == len(theirs) == 1 and ours != theirs:
        yield Fault("POLARITY", "moved from: the source says the other direction")


def _prefixed(claim: Row, row: Row, pool: Pool) -> Iterator[Fault]:
    """ "Members" where the row has only "non-members"."""
    whole = claim.text.lower()
    for m in _PREFIXED.finditer(row.text):
        plain = rf"(?<![-\w]){m[1].lower()}\b"
        if m[0].lower() in ("union", "unit", "under", "until", "unless", "unique", "united"):
            continue
        if re.search(plain, row.text.lower()):
            continue
        kept = re.search(rf"{re.escape(m[0].lower())}|\b(?:non|former|ex|not|no|without)\b", whole)
        if re.search(plain, whole) and not kept:
            yield Fault("CONTRARY", f'"{m[1]}": the source says "{m[0]}"')
            return
