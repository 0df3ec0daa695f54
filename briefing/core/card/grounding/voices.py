"""Whose words a quotation is, and whether an anonymous report became somebody's statement."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.core.card.grounding import attribution, entities
from briefing.core.card.grounding.fault import Fault
from briefing.core.card.grounding.source import Pool, Row, squeeze
from briefing.core.card.grounding.speech import quotes
from briefing.core.language.patterns import lazy

_NAMELESS = lazy(
    r"\b(?:people|persons?|sources?|insiders?|official who|unnamed|anonymous)\b[^.;]{0,70}"
    r"\b(?:said|told|say|stated|familiar|close to|according|knowledge)\b|"
    r"\b(?:said|told|according to|citing)\b"
    r"[^.;]{0,25}\b(?:people|persons?|sources?|insiders?)\b",
    re.I,
)
_FORMAL = lazy(
    r"\b(?:spokes(?:man|woman|person)|representative)\b[^.;,]{0,40}\b(?:said|says|confirmed|told|"
    r"stated|announced)\b|\b(?:the company|the retailer|the group|the chain|the firm) "
    r"(?:has |had )?(?:confirmed|announced)\b",
    re.I,
)
_CONFIRMED = lazy(r"\b[A-Z][\w&-]+ (?:has |have )?(?:confirmed|announced)\b")
_OFFICE = lazy(r"^'s? [\w -]{0,20}(?:chief|executive|director|head|chair\w*|officer|boss)\b")
_OUTLET = lazy(r"\b(?:told|by|in|reported|reports|to|from)\s+(?:the |a )?$")
_ENOUGH, _NEAR = 0.5, 3


def check(claim: Row, pool: Pool) -> Iterator[Fault]:
    """Yield a fault for a quotation of somebody else, or a report made a statement (English)."""
    if claim.cjk:
        return
    yield from _quoted(claim, pool)
    yield from _reported(claim, pool)
    yield from _unnamed(claim, pool)


def _quoted(claim: Row, pool: Pool) -> Iterator[Fault]:
    """The name beside a quotation stands with it in the source, or in the rows before it."""
    for quote in quotes(claim.text):
        plain = squeeze(quote)
        if len(plain.split()) < 3:
            continue
        rest = Row(claim.text.replace(quote, " "), 0, claim.known)
        officer = [n.text for n in rest.names if _OFFICE.search(rest.text[n.end :])]
        mine = attribution.speakers(rest) or officer
        rows = pool.source.rows
        at = next((i for i, r in enumerate(rows) if plain[:40] in squeeze(r.text)), None)
        if at is None or not mine:
            continue
        reach = 1 if all(_OFFICE.search(rest.text.partition(n)[2]) for n in mine) else _NEAR
        near = rows[max(0, at - reach) : at + (reach > 1) + 1]
        spoken = attribution.speakers(rows[at])
        held = spoken or [n.text for r in near for n in r.names]
        apart = Row(rows[at].text.replace(quote, " "), 0, claim.known)
        held += [n.text for n in apart.names] if spoken else []
        if held and not any(entities.alike(a, b) for a in mine for b in held):
            yield Fault("ATTRIBUTION_CHANGED", f"{mine[0]}: the source has the words of {held[0]}")
            return


def _reported(claim: Row, pool: Pool) -> Iterator[Fault]:
    """What nameless people told a paper was not said by the company."""
    spoken = attribution.speakers(claim)
    formal = _FORMAL.search(claim.text) or _CONFIRMED.search(claim.text)
    if (not spoken and not formal) or _NAMELESS.search(claim.text):
        return
    mine = Row(" ".join(spoken), 0).keys
    ours = claim.keys - mine - (Row(formal[0], 0).keys if formal else frozenset())
    rows = [r for r in pool.rows if len(ours & r.keys) >= max(2, _ENOUGH * len(ours))]
    if not rows or not all(_NAMELESS.search(r.text) for r in rows):
        return
    for row in rows:
        if formal and _FORMAL.search(row.text):
            return
        if any(_outlet(name, row) for name in spoken):
            return
    who = spoken[0] if spoken else "the company"
    yield Fault("ATTRIBUTION_CHANGED", f"{who}: the source has it of people it does not name")


def _unnamed(claim: Row, pool: Pool) -> Iterator[Fault]:
    """What the company said was not told by nameless people."""
    if not _NAMELESS.search(claim.text) or not claim.keys:
        return
    rows = [r for r in pool.rows if len(claim.keys & r.keys) >= _ENOUGH * len(claim.keys)]
    if rows and all(_FORMAL.search(r.text) and not _NAMELESS.search(r.text) for r in rows):
        yield Fault("ATTRIBUTION_CHANGED", "nameless people: the source has it of a spokesman")


def _outlet(name: str, row: Row) -> bool:
    """Say whether the name is the paper that was told, or speaks in the row itself."""
    if any(entities.alike(name, other) for other in attribution.speakers(row)):
        return True
    last = squeeze(name).split()[-1:]
    return any(
        last == squeeze(n.text).split()[-1:] and _OUTLET.search(row.text[: n.start])
        for n in row.names
    )
