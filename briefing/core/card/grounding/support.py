"""Rule O: a claim shares its content words with the rows that bear on it."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.core.card.grounding import amounts
from briefing.core.card.grounding.fault import Fault
from briefing.core.card.grounding.source import Pool, Row
from briefing.models import Severity

LOW = 0.34
_NONE, _SHORT = 0.2, 4


def check(claim: Row, pool: Pool) -> Iterator[Fault]:
    """Yield a fault where little of the claim stands in the source; blocking where hardly any does.

    A claim in another language than the source's shares no words with it, and is not held to it.
    """
    if len(claim.keys) < 3 or pool.source.foreign(claim):
        return
    share = len(claim.keys & pool.keys) / len(claim.keys)
    if share < LOW:
        held = any(
            amounts.compare(q, p) == "equal"
            for q in claim.figures
            for row in pool.rows
            for p in row.figures
        )
        bare = share < _NONE and not held and (len(claim.keys) > _SHORT or not pool.cited)
        severity: Severity = "block" if bare else "warn"
        yield Fault("LOW_OVERLAP", f"{share:.0%} of its words stand in the source", severity)
