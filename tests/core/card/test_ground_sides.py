"""What the grounding check makes of a relation told from two sides, of shares, and of speakers."""

from __future__ import annotations

import pytest

from briefing.core.card import ground

SOURCE = """Bakery group Torrin, which lost out to Halvard in the bidding for Pinnock, has \
financed its ovens with a loan of €40 million from Sellin Bank. It did not repurchase any shares.

The ovens come from the German supplier Ruhwerk. One of its three plants was closed in May, and \
Torrin has halted deliveries to two of the nine shops of Ostby.

The union Carda said pay was too low. Torrin said its offer was final. Opponents argued that the \
price was too high. Hull, which lost a bid, and Bray, which cited failures of its tills, left.

Larger rival Ostby offers a refund with or without a receipt. A decision on the other plants will \
not be taken before autumn. Whether cheese may be sold is too soon to say.

Torrin will convert 160 Pantry Lane shops. It filed for Chapter 11. About 12% of the flour was \
spoiled. It costs €85 a sack. The fee was postponed; staff will be offered posts where possible.

Unlike the airport shops, the city shops have not recovered. People would sooner give up sweets \
than bread. Nordhav advises clients to hold the shares. The council backed it against protests."""


def verdict(claim: str) -> str:
    line = {"id": 1, "source": SOURCE, "title": "Torrin's offer", "claims": [{"text": claim}]}
    return str(ground.answer(line)["verdict"])


@pytest.mark.parametrize(
    "claim",
    [
        "Torrin was outbid by Halvard for Pinnock.",
        "Sellin Bank has lent Torrin €40 million.",
        "Torrin has not bought back any shares.",
        "Ruhwerk supplies Torrin's ovens.",
        "One of three plants was closed in May.",
        "The offer is final, Torrin said.",
        "Ostby is larger than Torrin.",
        "The other plants will be decided on in autumn at the earliest.",
        "Nordhav recommends holding the shares.",
    ],
)
def test_the_other_side_of_the_same_passes(claim: str) -> None:
    assert verdict(claim) != "block"


@pytest.mark.parametrize(
    "claim",
    [
        "Halvard was outbid by Torrin for Pinnock.",
        "Torrin has lent €40 million to Sellin Bank.",
        "Torrin bought back shares.",
        "Torrin supplies ovens to Ruhwerk.",
        "All of its plants were closed in May.",
        "None of the nine shops of Ostby gets deliveries, as Torrin has halted them.",
        "The union said its offer was final.",
        "Carda argued that the price was too high.",
        "Hull cited failures of its tills, while Bray lost a bid.",
        "Ostby is smaller than Torrin.",
        "Ostby offers a refund only with a receipt.",
        "Torrin has decided on the other plants before autumn.",
        "Torrin will convert 190 Pantry Lane shops.",
        "It filed for Chapter 29.",
        "About 12% of the flour was not spoiled.",
        "It costs €85 a tonne.",
        "All staff will be given posts.",
        "The airport shops have not recovered.",
        "People would sooner give up bread than sweets.",
        "Nordhav advises clients to sell the shares.",
    ],
)
def test_the_converse_is_blocked(claim: str) -> None:
    assert verdict(claim) == "block"
