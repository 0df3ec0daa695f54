"""Why it happened: a claim may not give a cause where the source gives another one (English)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.core.card.grounding.fault import Fault
from briefing.core.card.grounding.source import Pool, Row
from briefing.core.language.patterns import lazy

_CAUSE = lazy(
    r"\b(?:because of|due to|owing to|thanks to|as a result of|(?:driven|caused|prompted) by|"
    r"attribut\w+ (?:\w+ ){1,3}to|blam\w+(?: it| this| that)? on)\s(?P<cause>[^,;.]+)|"
    r"\b(?:blam(?:ed|es|ing)|cit(?:ed|es|ing)(?! by))\s(?P<blamed>[^,;.]+)",
    re.I,
)
_GIVEN = lazy(
    r"\b(?:because|due to|owing to|thanks to|result of|(?:driven|caused|prompted|led|hurt|hit) by|"
    r"attribut\w+|blam\w+|after|following|cit(?:ed|es|ing)|reasons?|amid|as)\b",
    re.I,
)
_PLAINLY = lazy(
    r"\b(?:because|due to|owing to|thanks to|result of|caused by|attributed|blam(?:ed|es|ing)|"
    r"reasons?)\b",
    re.I,
)
_LEAST, _ALIKE = 2, 0.5


def check(claim: Row, pool: Pool) -> Iterator[Fault]:
    """Yield a fault where a claim's cause shares no word with the sentence that gives another."""
    if claim.cjk or pool.source.language not in (None, "en"):
        return
    m = _CAUSE.search(claim.text)
    if m is None:
        return
    said = m["cause"] or m["blamed"]
    cause = Row(re.split(r"\bfor\b", said)[0] if m["blamed"] else said, 0).keys
    effect = Row(claim.text.replace(m[0], " "), 0).keys
    if cause and cause.isdisjoint(pool.source.keys):
        yield Fault("CAUSE_CHANGED", f"{said}: the source speaks of no such thing")
        return
    if len(cause) < _LEAST or not effect:
        return
    rows = [r for r in pool.rows if len(effect & (r.keys | r.meant)) >= _ALIKE * len(effect)]
    near = {r.index + n for r in rows for n in (-1, 0, 1)}
    held = [r for r in pool.source.all if r.index in near] + list(pool.cited)
    given = any(_GIVEN.search(r.text) for r in rows) or any(_PLAINLY.search(r.text) for r in held)
    if given and not any(cause & r.keys for r in held):
        yield Fault("CAUSE_CHANGED", f"{said}: the source gives another cause")
