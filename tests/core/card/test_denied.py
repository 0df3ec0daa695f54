"""A denial travels with the hearsay it answers."""

from __future__ import annotations

from briefing.core.card.offline import card
from briefing.models import Article, Card

RUMOUR = (
    "Grocery chain Harlow Markets is exploring a sale of its pharmacies, the Herald reported on "
    "Friday, citing three people familiar with the matter.\n\n"
    "Drugstore operator Medloft and the buyout firm Aster Row are among those that have shown "
    "early interest in the 212 pharmacies, the Herald said.\n\n"
    "The pharmacies brought in about $2.3 billion of revenue in the year to January, or 8% of the "
    "total of the group. Harlow Markets closed 31 of them last year, more than in any year "
    "before. Shares in Harlow Markets rose 4.1% to $23.60 on Friday afternoon in London.\n\n"
)


def made(text: str) -> Card:
    return card(Article(id="a", title="", text=text, language="en"))


def printed(text: str) -> str:
    return " ".join(point.text for point in made(text).points)


def test_who_is_named_in_a_rumour_is_named_with_his_denial() -> None:
    denial = "A spokeswoman for Aster Row denied that the firm was looking at the unit."

    assert denial in printed(RUMOUR + denial)


def test_a_short_denial_follows_what_it_denies() -> None:
    told = "Belgium's Ronsard was reported by a newspaper to be considering an offer for Medloft."
    lead = "Harlow Markets has dropped its bid of £9m for the drugstore chain Medloft, it said."

    assert f"{told} Ronsard denied it." in printed(f"{lead}\n\n{told} Ronsard denied it.")


def test_somebody_elses_denial_is_not_hung_on_a_point() -> None:
    points = made(RUMOUR + "Singer Taylor Moss denied it.").points

    assert not any(p.text.endswith("Moss denied it.") for p in points)


def test_no_more_points_are_printed_than_before() -> None:
    denial = "Aster Row denied that it was looking at the pharmacies of Harlow Markets."

    assert len(made(RUMOUR + denial).points) <= 4
