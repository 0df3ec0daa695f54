"""A claim that the article itself calls false is not its news; one that a party denies may be."""

from __future__ import annotations

from briefing.core.card.offline import card
from briefing.core.card.refuted import refuted
from briefing.models import Article

CHECK = (
    "Harlow Markets chief executive Anna Moreau owns a horse farm worth £17 million.",
    "In October Moreau gave evidence to a committee of parliament about food prices.",
    "Shortly after, accounts on social media began to print figures about her wealth.",
    "In sum, the claim that Moreau owns a horse farm worth £17 million is wholly unsubstantiated.",
    "The farm belongs to a trust that has run it since 1974, its register shows.",
)


def test_the_line_a_fact_check_sets_over_itself_is_refuted() -> None:
    assert refuted("Does Anna Moreau own a horse farm?", CHECK) == {0}


def test_what_somebody_denies_is_not_refuted() -> None:
    denied = (*CHECK[:3], "Moreau said the claim that she owns a horse farm was false.", CHECK[4])

    assert refuted("Does Anna Moreau own a horse farm?", denied) == frozenset()


def test_a_card_does_not_lead_with_a_refuted_claim() -> None:
    made = card(
        Article(
            id="a", language="en", title="Does Anna Moreau own a horse farm?", text=" ".join(CHECK)
        )
    )

    printed = " ".join([made.headline, made.lede.text, *(p.text for p in made.points)])
    assert CHECK[0] not in printed
    assert all(0 not in n.evidence for n in made.numbers)
