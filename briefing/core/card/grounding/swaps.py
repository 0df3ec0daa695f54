"""A name or date of the source put where the source's own sentence has another one."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from briefing.core.card.grounding import entities
from briefing.core.card.grounding.fault import Fault
from briefing.core.card.grounding.source import Pool, Row, squeeze
from briefing.core.language import dates

_STANDS_FOR = re.compile(
    r"\b(?:he|she|it|they|its|his|her|their|him|them|who|which|both|"
    r"the (?:\w+ ){0,2}(?:company|firm|group|retailer|chain|grocer|brand|business|supermarket|duo|"
    r"pair|two|maker|giant|operator|bank|agency|regulator|union|store|startup|start-up|platform|"
    r"marketplace|discounter|manufacturer|court|watchdog|executive|analyst|minister|wholesaler))\b",
    re.I,
)
_ALIKE = 0.6
_MOMENT = re.compile(
    r"\b(?:january|february|march|april|june|july|august|september|october|november|december|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|"
    r"(?:19|20)\d\d|(?:first|second|third|fourth) (?:quarter|half)|q[1-4]|h[12]|"
    r"spring|summer|autumn|winter|(?:last|next|this) (?:year|month|week|quarter))\b",
    re.I,
)


def check(claim: Row, pool: Pool) -> Iterator[Fault]:
    """Yield the faults of names and dates that belong to another sentence."""
    if claim.cjk:
        return
    rows = [row for row in pool.rows if _alike(claim, row)]
    if not rows:
        return
    yield from _names(claim, rows, pool)
    yield from _moments(claim, rows)


def _alike(claim: Row, row: Row) -> bool:
    """Say whether a row says what the claim says, names and dates apart."""
    apart = _apart(claim)
    ours = claim.keys - apart
    return len(ours) >= 3 and len(ours & row.keys) >= _ALIKE * len(ours)


def _apart(row: Row) -> frozenset[str]:
    taken = " ".join(n.text for n in row.names) + " ".join(m[0] for m in _MOMENT.finditer(row.text))
    return Row(taken, 0).keys


def _names(claim: Row, rows: list[Row], pool: Pool) -> Iterator[Fault]:
    """A name of the source stands where the row, otherwise alike, has another name."""
    held = set().union(*(squeeze(row.text).split() for row in rows))
    for name in claim.names:
        parts = set(squeeze(name.text).split())
        if not parts or parts & held or squeeze(name.text) not in pool.source.plain:
            continue
        if any(_may_mean(row, name.text, pool) for row in rows):
            continue
        for row in rows:
            other = _in_place_of(name.text, claim, row)
            if other and not entities.alike(name.text, other):
                yield Fault("ENTITY_SWAPPED", f"{name.text}: the source says it of {other}")
                return


def _in_place_of(name: str, claim: Row, row: Row) -> str | None:
    """Return the row's name at the place where the claim has `name`, all round it being equal."""
    ours, theirs = squeeze(claim.text).split(), squeeze(row.text).split()
    parts = squeeze(name).split()
    match = difflib.SequenceMatcher(None, ours, theirs, autojunk=False)
    for tag, a, b, c, d in match.get_opcodes():
        if tag != "replace" or not set(parts) <= set(ours[a:b]) or d - c > 6:
            continue
        if b - a > len(parts) + 1:
            continue
        for other in row.names:
            words = squeeze(other.text).split()
            if words and set(words) <= set(theirs[c:d]) and not set(words) & set(ours):
                return other.text
    return None


def _may_mean(row: Row, name: str, pool: Pool) -> bool:
    """Say whether a pronoun or "the company" in the row may stand for the name."""
    if not _STANDS_FOR.search(row.text):
        return False
    before = [r for r in pool.source.all if row.index - 3 <= r.index < row.index or r.index < 1]
    return any(set(squeeze(name).split()) & set(squeeze(r.text).split()) for r in before)


def _moments(claim: Row, rows: list[Row]) -> Iterator[Fault]:
    held = {m[0].lower() for row in rows for m in _MOMENT.finditer(row.text)}
    norms = {m.norm for row in rows for m in dates.find(row.text)}
    for m in _MOMENT.finditer(claim.text):
        word = m[0].lower()
        if word in held or not held:
            continue
        if any(word[:4] == h[:4] or word in n.lower() for h in held for n in (*norms, h)):
            continue
        same = [h for h in sorted(held) if _sort(h) == _sort(word)]
        if same:
            yield Fault("DATE_CHANGED", f"{m[0]}: the source says {same[0]} of it")


def _sort(word: str) -> str:
    if word[:1].isdigit():
        return "year"
    if word.endswith("day"):
        return "weekday"
    if word.endswith(("quarter", "half")) or re.fullmatch(r"[qh]\d", word):
        return "relative" if word.startswith(("last", "next", "this")) else "part"
    return "relative" if " " in word else "month"
