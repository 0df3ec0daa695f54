"""Who says it: a statement or quotation keeps its speaker (English)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.core.card.grounding import entities
from briefing.core.card.grounding.fault import Fault
from briefing.core.card.grounding.source import Pool, Row, squeeze
from briefing.core.language.patterns import lazy

_VERB = (
    r"(?:said|says|say|told|tells|added|adds|warned|warns|argued|argues|claimed|claims|noted|notes|"
    r"stated|states|explained|called|calls|estimates|estimated|believes|predicted|predicts|"
    r"reported|reports|suggested|suggests|found|finds)"
)
_AFTER = lazy(rf"^(?:,[^,\"]{{1,70}},|,)?\s*(?:has |had |also |have )?{_VERB}\b")
_LATER = lazy(rf"^ (?:[\w%$€£.,-]+ ){{1,10}}(?:but|and) {_VERB}\b")
_FILL = r"(?:(?!(?:after|before|that|in|on|at|to|with|by|and|when|about)\b)[a-z'-]+ ){0,4}"
_BEFORE = lazy(
    rf"(?:[,\"] {_VERB}|(?i:according to|carried out by|research by|survey by|data from|"
    rf"figures from|estimates? by))\s+(?:[A-Z][\w&.-]*(?:'s)? ){{0,3}}{_FILL}(?:[a-z]+, )?$"
)
_SOMEBODY = lazy(
    rf"\b(?:he|she|it|they|(?:the|a|an|its|his|her|their) [\w' -]{{2,40}}?|"
    rf"police|people|analysts|officials|lawyers|sources)\s+(?:also |has |had |have )?{_VERB}\b|"
    rf"(?:{_VERB}|according to)\s+(?:the|a|an|two|its|people|sources|analysts)\b",
    re.I,
)


def check(claim: Row, pool: Pool) -> Iterator[Fault]:
    """Yield a fault where the claim names a speaker and the source's rows name another."""
    mine = claim.memo(speakers)
    if not mine or claim.cjk:
        return
    rows = [row for row in pool.rows if _said_there(claim, row, mine)]
    for row in rows:
        theirs = row.memo(speakers)
        if not theirs or any(_same(a, b) for a in mine for b in theirs):
            return
    if not rows:
        return
    row = max(rows, key=lambda r: len(r.keys & claim.keys))
    theirs = row.memo(speakers)
    for name in mine:
        here = any(w in squeeze(row.text).split() for w in squeeze(name).split())
        if theirs and not (here and _SOMEBODY.search(row.text) and not _is_object(name, row)):
            yield Fault("ATTRIBUTION_CHANGED", f"{name}: the source says it of {theirs[0]}")
            return


def _said_there(claim: Row, row: Row, mine: list[str]) -> bool:
    spoken = Row(" ".join(mine), 0).keys
    ours = claim.keys - spoken
    return len(ours) >= 2 and len(ours & row.keys) >= 0.5 * len(ours)


def speakers(row: Row) -> list[str]:
    """Return the names to whom the row ascribes something."""
    found = []
    for name in row.names:
        before, after = row.text[: name.start], row.text[name.end :]
        if _THEIRS.match(after) or titled(name.text):
            continue
        if _AFTER.match(after) or _LATER.match(after) or _BEFORE.search(before[-70:]):
            found.append(name.text)
    return found


_TITLED = lazy(r"\b(?:CEO|CFO|COO|Chief|President|Chairman|Director)$")
_THEIRS = lazy(  # "Westmark analyst Dina Kohl": the person speaks
    r"^(?:'s)? (?:[a-z-]+ ){0,3}(?:analyst|economist|lawyer|chief|head|director|executive|officer|"
    r"spokes\w+|founder|chairman|chairwoman|president|manager|treasurer|boss),? [A-Z]"
)


def titled(name: str) -> bool:
    """Say whether a name is an office: "Lufthansa CEO" stands for whoever holds it."""
    return bool(_TITLED.search(name))


def _is_object(name: str, row: Row) -> bool:
    return bool(re.search(rf"\b(?:of|at|for|from|to) (?:the )?{re.escape(name)}", row.text))


def _same(a: str, b: str) -> bool:
    return entities.alike(a, b)
