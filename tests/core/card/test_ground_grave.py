"""Ruin, crime, lawsuits and dismissals: never said of anybody unless the source says so."""

from __future__ import annotations

import pytest

from briefing.core.card.grounding import causes, grave
from briefing.core.card.grounding.source import Row, Source

SOURCE = (
    "Maple & Dunn will close 63 of its 211 department stores by the end of July, it said.",
    "Chief executive Victor Lindqvist told employees that the company had kept them too long.",
    "It is in talks with its lenders on $450 million of debt that falls due in October 2027.",
    "Garland Sykes, a property adviser, has been hired to sell 27 of the buildings.",
    "Talks with the union over pay broke off on Monday without an agreement.",
)


def accused(claim: str, sentences: tuple[str, ...] = SOURCE) -> bool:
    source = Source("Maple & Dunn to close 63 stores", sentences=sentences)
    row = Row(claim, 0, source.known)
    return any(f.code == "GRAVE_CLAIM" for f in grave.check(row, source.pool(row)))


@pytest.mark.parametrize(
    "claim",
    [
        "Maple & Dunn defaulted on $450 million of debt that falls due in October 2027.",
        "Maple & Dunn is in breach of its loan terms on $450 million of debt.",
        "The company lied to its lenders in talks on $450 million of debt.",
        "Victor Lindqvist will resign, he told employees.",
        "Garland Sykes bought 27 of the buildings.",
        "Landlords will evict Maple & Dunn from 27 of the buildings.",
        "Lenders refused to extend $450 million of debt.",
    ],
)
def test_a_grave_word_that_the_source_does_not_have_blocks(claim: str) -> None:
    assert accused(claim)


@pytest.mark.parametrize(
    "claim",
    [
        "Pay talks with the union collapsed on Monday.",
        "Maple & Dunn closes 63 department stores.",
        "Garland Sykes is to sell 27 buildings.",
    ],
)
def test_the_same_in_other_words_passes(claim: str) -> None:
    assert not accused(claim)


def test_a_cause_that_the_source_never_speaks_of_blocks() -> None:
    source = Source("", sentences=("Sales fell 6.3% to $1.48 billion in the third quarter.",))
    row = Row("Sales fell 6.3% in the third quarter because of tariffs.", 0, source.known)

    assert [f.code for f in causes.check(row, source.pool(row))] == ["CAUSE_CHANGED"]


def test_what_the_source_says_may_be_said() -> None:
    told = (*SOURCE, "Maple & Dunn went into administration on Tuesday, its lenders said.")

    assert not accused("Maple & Dunn is bankrupt, its lenders said.", told)
