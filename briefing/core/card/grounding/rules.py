"""Which rules hold for which kind of claim."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from briefing.core.card.grounding import (
    abroad,
    attribution,
    conditions,
    contrast,
    edits,
    entities,
    hedging,
    marks,
    moments,
    numbers,
    owners,
    presumption,
    relations,
    roles,
    speech,
    subjects,
    support,
    swaps,
    voices,
    wiring,
)
from briefing.core.card.grounding.claims import Kind
from briefing.core.card.grounding.fault import Fault
from briefing.core.card.grounding.source import Pool, Row

Rule = Callable[[Row, Pool], Iterator[Fault]]
_ALWAYS: tuple[Rule, ...] = (numbers.check, entities.check, speech.check)
_RULES: dict[Kind, tuple[Rule, ...]] = {
    "text": (
        *_ALWAYS,
        moments.check,
        contrast.check,
        relations.check,
        hedging.check,
        entities.misplaced,
        swaps.check,
        edits.check,
        attribution.check,
        roles.check,
        subjects.check,
        owners.check,
        abroad.check,
        conditions.check,
        marks.check,
        voices.check,
        wiring.check,
        support.check,
    ),
    "analysis": (*_ALWAYS, moments.check, contrast.check),
    "question": (numbers.present, entities.check, speech.check, presumption.check),
    "label": (numbers.present, entities.label, speech.check, moments.check),
    "note": (speech.check,),
}
_COPIED: tuple[Rule, ...] = (speech.check, moments.check)  # a whole sentence of the source


def faults(claim: Row, pool: Pool, kind: Kind) -> list[Fault]:
    """Return the faults of a claim, one of a code, the gravest of each first."""
    found: dict[str, Fault] = {}
    copied = kind == "text" and any(row.text == claim.text for row in pool.rows)
    for rule in _COPIED if copied else _RULES[kind]:
        for fault in rule(claim, pool):
            old = found.get(fault.code)
            if old is None or (old.severity == "warn" and fault.severity == "block"):
                found[fault.code] = fault
    return list(found.values())
