"""A date of the source put where the source's own sentence has another one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.core.card.grounding.fault import Fault
from briefing.core.card.grounding.source import Pool, Row
from briefing.core.language.patterns import lazy

_ALIKE = 0.6
_MOMENT = lazy(
    r"\b(?:january|february|march|april|june|july|august|september|october|november|december|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|"
    r"(?:19|20)\d\d|(?:first|second|third|fourth) (?:quarter|half)|q[1-4]|h[12]|"
    r"spring|summer|autumn|winter|christmas|easter|thanksgiving|halloween|ramadan|diwali|"
    r"black friday|lunar new year|(?:last|next|this) (?:year|month|week|quarter))\b",
    re.I,
)


def check(claim: Row, pool: Pool) -> Iterator[Fault]:
    """Yield the dates that belong to another sentence."""
    if claim.cjk:
        return
    rows = [row for row in pool.rows if _alike(claim, row)]
    if not rows:
        return
    yield from _moments(claim, rows)


def _alike(claim: Row, row: Row) -> bool:
    """Say whether a row says what the claim says, names and dates apart."""
    apart = _apart(claim)
    ours = claim.keys - apart
    return len(ours) >= 2 and len(ours & row.keys) >= _ALIKE * len(ours)


def _apart(row: Row) -> frozenset[str]:
    taken = (
        " ".join(n.text for n in row.names)
        + " "
        + " ".join(m[0] for m in _MOMENT.finditer(row.text))
    )
    return Row(taken, 0).keys


def _moments(claim: Row, rows: list[Row]) -> Iterator[Fault]:
    held = {m[0].lower() for row in rows for m in _MOMENT.finditer(row.text)}
    norms = {m.norm for row in rows for m in row.moments}
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
    if word.endswith(("spring", "summer", "autumn", "winter")):
        return "season"
    if word in ("christmas", "easter", "thanksgiving", "halloween", "ramadan", "diwali"):
        return "feast"
    return "relative" if " " in word else "month"
