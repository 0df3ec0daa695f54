"""The status tag: a rumour is news that is hearsay itself, an opinion its writer's own words."""

from __future__ import annotations

import pytest

from briefing.core.card import offline
from briefing.core.language import text as language
from briefing.models import Article, Card


def card_of(text: str, title: str = "") -> Card:
    return offline.card(Article(id="a1", title=title, text=text, language=language.language(text)))


FIRM = (
    "Harlow Markets agreed on Monday to buy Larder.com for £310m in cash. The deal is to close "
    "in March and adds 40 depots. {} Larder.com, founded by Ann Roe, who is believed to own a "
    "fifth of it, sells to students in nine cities. Shares in Harlow rose 3% to 212p."
)
HEARSAY = {
    "far below": "It employs 900 people. Voorland is reportedly weighing a bid of its own, "
    "according to the Daily Telegraph.",
    "right below": "Sources close to Voorland said it mulled a bid of its own.",
    "of a side matter": "The depots hold a reportedly dangerous coolant.",
}


@pytest.mark.parametrize("where", HEARSAY)
def test_hearsay_on_the_way_makes_no_rumour_of_firm_news(where: str) -> None:
    card = card_of(FIRM.format(HEARSAY[where]), "Harlow Markets to buy Larder.com")
    assert card.status == "announced"
    assert "reportedly" not in card.headline + card.lede.text


def test_a_point_that_is_hearsay_in_firm_news_is_to_be_verified() -> None:
    card = card_of(FIRM.format(HEARSAY["far below"]), "Harlow Markets to buy Larder.com")
    assert ["reportedly" in p.text for p in card.points if "Voorland" in p.text] == [True]
    assert "S3: hearsay, “reportedly”" in card.verify


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("", "Voorland is reportedly close to buying Larder.com for £310m. It sells to students."),
        (
            "Harlow Markets may shut 40 depots",
            "Forty depots could be shut by March, the Daily Telegraph has reported. The grocer has "
            "not yet told its staff, sources close to the board say.",
        ),
        (
            "Voorland to buy Larder.com",
            "The grocery trade is in a fever of deals this year. Voorland is to buy Larder.com for "
            "£310m, sources close to the talks said.",
        ),
    ],
    ids=["said so at once", "an opening in the balance", "the news in the second sentence"],
)
def test_news_that_is_hearsay_itself_is_a_rumour(title: str, text: str) -> None:
    assert card_of(text, title).status == "rumour"


def test_a_company_that_tells_its_results_gives_no_opinion() -> None:
    told = (
        "We had a strong quarter. Our net sales rose 6% to $3.4 billion. Our margins grew by 40 "
        "basis points. We raised our guidance for the full year. We will open 14 stores."
    )
    assert card_of(told).status != "opinion"


def test_a_quotation_of_several_sentences_makes_no_opinion() -> None:
    told = (
        'Harlow will shut its depots, Ann Roe told staff. "I am sorry for it. We tried what we '
        'could. I know what it means to you. We shall help." The union said it would strike.'
    )
    assert card_of(told).status != "opinion"
