"""Whose figure it is, where an article holds one measure of several firms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.core.card.measures_words import METRIC
from briefing.core.card.numbers_period import NOT_STATED
from briefing.core.language.patterns import lazy
from briefing.models import Entity, Number


def told_apart(
    numbers: Sequence[Number], entities: Sequence[Entity], sentences: Sequence[str]
) -> tuple[Number, ...]:
    """Return the figures, those of one measure and several firms with the firm or no measure.

    "Sales" of the buyer and "sales" of the bought look like two figures of one firm.
    """
    firms = [entity.name for entity in entities if entity.kind == "company"]
    owners = [_owner(number, firms, sentences) for number in numbers]
    of_each: dict[str, set[str | None]] = {}
    for number, owner in zip(numbers, owners, strict=True):
        of_each.setdefault(number.measures, set()).add(owner)
    return tuple(
        number
        if len(of_each[number.measures]) == 1 or not _bare(number.measures)
        else replace(number, measures=f"{number.measures} of {owner}" if owner else NOT_STATED)
        for number, owner in zip(numbers, owners, strict=True)
    )


_OF_ANY_FIRM = lazy(rf"(?i){METRIC}|stores|shops|branches|outlets|employees|staff|workers|jobs")


def _bare(measure: str) -> bool:
    """Say whether a measure is one word of business, which every firm has: "sales"."""
    return _OF_ANY_FIRM.fullmatch(measure) is not None


def _owner(number: Number, firms: Sequence[str], sentences: Sequence[str]) -> str | None:
    """Return the one firm that the sentence of a figure names before it, or None."""
    told = next((sentences[i] for i in number.evidence if i < len(sentences)), "")
    before = told.partition(number.value)[0]
    named = [name for name in firms if name in before and f" with {name}" not in before]
    whole = [n for n in named if not any(n != other and n in other for other in named)]
    return whole[0] if len(whole) == 1 else None
