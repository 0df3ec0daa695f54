"""Which rules hold for which kind of claim."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from briefing.core.card.grounding import (
    abroad,
    asserted,
    attribution,
    causes,
    comparatives,
    conditions,
    contrast,
    converse,
    denials,
    edits,
    entities,
    grave,
    hedging,
    marks,
    moments,
    numbers,
    owners,
    presumption,
    quantifiers,
    relations,
    roles,
    senses,
    speakers,
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
_ALWAYS: tuple[Rule, ...] = (numbers.check, entities.check, speech.check, grave.check)
_RULES: dict[Kind, tuple[Rule, ...]] = {
    "text": (
        *_ALWAYS,
        moments.check,
        contrast.check,
        quantifiers.check,
        comparatives.check,
        denials.check,
        denials.invented,
        denials.turned,
        asserted.check,
        relations.check,
        converse.check,
        hedging.check,
        hedging.certain,
        entities.misplaced,
        swaps.check,
        edits.check,
        attribution.check,
        speakers.check,
        roles.check,
        subjects.check,
        owners.check,
        abroad.check,
        conditions.check,
        marks.check,
        voices.check,
        wiring.check,
        senses.check,
        causes.check,
        support.check,
    ),
    "analysis": (
        *_ALWAYS,
        moments.check,
        contrast.check,
        quantifiers.check,
        denials.check,
        denials.invented,
        denials.turned,
    ),
    "question": (numbers.present, entities.check, speech.check, presumption.check),
    "label": (numbers.present, entities.label, speech.check, moments.check, grave.check),
    "note": (speech.check, grave.check),
}
_COPIED: tuple[Rule, ...] = (speech.check, moments.check)  # a whole sentence of the source
# Rules of wording err where a claim is put in other words. How much of its words a claim must
# share with one sentence for such a fault to block alone; two of them block in any case.
_SURE: dict[tuple[Rule, str], float] = {
    (denials.check, "NEGATION"): 0.6,
    (contrast.check, "CONTRARY"): 0.55,
    (relations.check, "SUBJECT_CHANGED"): 0.7,
    (subjects.check, "SUBJECT_CHANGED"): 0.5,
    (owners.check, "FIGURES_CROSSED"): 0.5,
    (wiring.check, "FIGURES_CROSSED"): 0.6,
    (hedging.check, "HEDGE_DROPPED"): 0.6,
    (numbers.check, "MEASURE_CHANGED"): 0.55,
    (relations.check, "STATUS_UPGRADED"): 0.5,
    (marks.check, "RELATION_REVERSED"): 0.7,
}


def faults(claim: Row, pool: Pool, kind: Kind) -> list[Fault]:
    """Return the faults of a claim, one of a code, the gravest of each first."""
    copied = kind == "text" and any(row.text == claim.text for row in pool.rows)
    found: dict[str, Fault] = {}
    unsure: dict[str, Fault] = {}
    share = _share(claim, pool)
    for rule in _COPIED if copied else _RULES[kind]:
        for fault in rule(claim, pool):
            soft = fault.severity == "block" and share < _SURE.get((rule, fault.code), 0.0)
            kept = unsure if soft else found
            old = kept.get(fault.code)
            if old is None or (old.severity == "warn" and fault.severity == "block"):
                kept[fault.code] = fault
    alone = len(unsure) == 1
    for code, fault in unsure.items():
        old = found.get(code)
        if old is None or (old.severity == "warn" and not alone):
            found[code] = fault._replace(severity="warn") if alone else fault
    return list(found.values())


def _share(claim: Row, pool: Pool) -> float:
    """Return the greatest share of the claim's content words that one sentence has."""
    most = max((len(claim.keys & row.keys) for row in pool.rows), default=0)
    return most / len(claim.keys) if claim.keys else 1.0
