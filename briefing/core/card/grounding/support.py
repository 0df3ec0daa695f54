"""Rule O: a claim shares its content words with the rows that bear on it."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.core.card.grounding.fault import Fault
from briefing.core.card.grounding.source import Pool, Row

LOW = 0.34
_NONE = 0.2


def check(claim: Row, pool: Pool) -> Iterator[Fault]:
    """Yield a fault where little of the claim stands in the source."""
    if len(claim.keys) < 3:
        return
    share = len(claim.keys & pool.keys) / len(claim.keys)
    if share < LOW:
        severity = "block" if share < _NONE else "warn"
        yield Fault("LOW_OVERLAP", f"{share:.0%} of its words stand in the source", severity)
