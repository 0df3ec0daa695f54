"""Small words that turn a statement round: "nearly twice", "down from", "non-members" (English)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.core.card.grounding import words
from briefing.core.card.grounding.fault import Fault
from briefing.core.card.grounding.source import Pool, Row

_TIMES = re.compile(
    r"\b(?:(?P<low>more than|over|at least|well over|above)|(?P<high>less than|under|at most|"
    r"almost|nearly|close to|not quite|as much as|up to))?\s*"
    r"(?P<word>twice|doubl(?:e|ed|es|ing)|hal(?:f|ved|ves)|trebled?|tripled?|quadrupled?|thrice)\b",
    re.I,
)
_MOVED = re.compile(r"\b(up|down|rise|increase|fall|drop|cut) from\b", re.I)
_WAY = {"up": 1, "rise": 1, "increase": 1, "down": -1, "fall": -1, "drop": -1, "cut": -1}
_PREFIXED = re.compile(r"\b(?:non-?|un|former |ex-)([a-z]{4,})\b", re.I)
_ALIKE, _NEAR = 0.5, 0.6


def check(claim: Row, pool: Pool) -> Iterator[Fault]:
    """Yield the turned words of a claim that takes up most of a row."""
    if claim.cjk or not claim.keys:
        return
    row = max(pool.rows, key=lambda r: len(claim.keys & r.keys))
    if len(claim.keys & row.keys) < _ALIKE * len(claim.keys):
        return
    yield from _times(claim, row)
    yield from _moved(claim, row)
    yield from _prefixed(claim, row, pool)


def _times(claim: Row, row: Row) -> Iterator[Fault]:
    theirs = {words.base(m["word"].lower()): m for m in _TIMES.finditer(row.text)}
    for m in _TIMES.finditer(claim.text):
        other = theirs.get(words.base(m["word"].lower()))
        if other is None:
            continue
        if (m["low"] and other["high"]) or (m["high"] and other["low"]):
            yield Fault("HEDGE_REVERSED", f'{m[0].strip()}: the source says "{other[0].strip()}"')
        elif (other["low"] or other["high"]) and not (m["low"] or m["high"]):
            if not re.search(r"\b(?:about|around|roughly|some)\b", claim.text):
                yield Fault("HEDGE_DROPPED", f'{m[0]}: the source says "{other[0].strip()}"')


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
        if re.search(plain, row.text.lower()) and not m[0].lower().startswith(("ex", "former")):
            continue
        kept = re.search(rf"{re.escape(m[0].lower())}|\b(?:non|former|ex|not|no|without)\b", whole)
        if re.search(plain, whole) and not kept:
            yield Fault("CONTRARY", f'"{m[1]}": the source says "{m[0]}"')
            return
