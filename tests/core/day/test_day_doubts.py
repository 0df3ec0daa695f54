"""What a briefing says is to be verified: each doubt once, in a sentence that stands alone."""

from __future__ import annotations

from dataclasses import replace

import specimens

from briefing.core.day import doubts
from briefing.models import Article, CardStatus, Story


def told(status: CardStatus, *verify: str, site: str | None = None) -> tuple[str, ...]:
    article = Article(id="a", title="A", text="Text.", site=site, published="2026-11-20")
    story = Story(id="s", articles=(article,), independent=1)
    card = replace(specimens.card(), status=status, verify=verify)
    return doubts.lines([(story, card, 3)])


def test_a_rumour_without_named_sources_is_doubted_once() -> None:
    assert told("rumour", "single-source rumour: the article names no source") == (
        "[3] The rumour rests on one source, and the article names none of its own.",
    )


def test_a_rumour_names_the_outlet_it_rests_on() -> None:
    assert told("rumour", site="Retail Ledger") == ("[3] The rumour rests on Retail Ledger alone.",)


def test_whom_the_only_outlet_cites_is_said_with_it() -> None:
    line = "S4: rumour with a single source, Seaboard Journal"

    assert told("rumour", line, site="Retail Ledger") == (
        "[3] The rumour rests on Retail Ledger alone, which cites Seaboard Journal.",
    )


def test_the_numbers_of_sentences_stay_in_the_card() -> None:
    assert told("reported", "S6: rests on unnamed sources", "S1, S4: 5% and 6% for sales") == (
        "[3] Rests on unnamed sources.",
        "[3] 5% and 6% for sales.",
    )
