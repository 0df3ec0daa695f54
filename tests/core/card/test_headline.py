"""Headlines: the article's own title where it tells, a whole clause where it does not."""

from __future__ import annotations

import pytest

from briefing.core.card.offline import card
from briefing.models import Article

DEAL = (
    "A Spanish-owned quarry has come under heavy criticism from five villages who say that its "
    "blasting damages their homes. Harlow Markets said on Monday that it would buy 31 of the "
    "houses for £9m. The council in Leeds is to decide on the plan in May."
)


def headline(title: str, text: str = DEAL) -> str:
    return card(Article(id="a", title=title, text=text, language="en")).headline


@pytest.mark.parametrize(
    "title",
    ["Quarry blasts shatter homes", "Grocer catches thieves after buying old houses"],
)
def test_a_title_with_a_verb_of_headlines_is_taken(title: str) -> None:
    assert headline(title) == title


def test_a_long_title_is_cut_rather_than_replaced() -> None:
    title = (
        "As Harlow pitches a grand dream of new shops for its suppliers, experts warn that it "
        "will be neither cheap nor easy"
    )

    assert headline(title).startswith("As Harlow pitches a grand dream of new shops")
    assert len(headline(title)) <= 90


def test_no_clause_is_cut_behind_its_verb_nor_a_span_of_years_in_two() -> None:
    assert not headline("").endswith("has come")
    years = "Anna Moreau ran Harlow Markets as its chief executive from 2004 – 2014, and sold it."
    assert not headline("", years).endswith("2004")


def test_a_clause_that_names_nobody_is_no_headline() -> None:
    vague = "The answer is far from clear, and experts point to a number of hurdles. " + DEAL

    assert "answer" not in headline("Why Harlow wants what you own", vague)


def test_a_title_that_shares_no_word_with_its_text_is_not_its_headline() -> None:
    assert "porridge" not in headline("Seafood porridge gets a luxury treatment")
