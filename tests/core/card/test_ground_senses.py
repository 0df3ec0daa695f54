"""Which way a statement goes: the check compares sides, conditions, causes and movements."""

from __future__ import annotations

import pytest

from briefing.core.card import ground

SOURCE = """Brannock, a tool chain, made a pre-tax loss of $14 million in the first half, compared \
with a profit of $9 million a year earlier. It blamed high freight costs and a weak peso.

Net income at its arm Tillwell was $31 million, up from $27 million.

The union said the offer was fair if it was put in writing. Brannock's board has recommended the \
bid by Merrin unanimously. The fund Osmond has pledged to vote for it, while its rival Pellant is \
opposed.

Nobody was hurt in the fire in Lille, and the fire service has not yet established the cause. \
Finance chief Ruth Amsel does not think that discounts will be deeper than last year.

Members of the club, who pay $40 a year, will continue to return goods free of charge.

The new lorries could be delivered in May, said Merrin's head of transport, Ivo Harte. Merrin had \
planned to expand to Lyon in June.

Brannock has yet to decide whether to keep the name Tillwell. It plans to open 30 shops next \
year, compared with 45 this year, the slowest growth since 2015.

Hand tools remained the most popular gift, followed by lamps. The price of steel has risen by a \
third. About 38% of the tools come from Vietnam and 22% from China. Drone flights in Nice will \
not resume before spring. The deal would not affect the dividend. It will advertise in print but \
not on television. It did not say how many of its 85 fitters would stay."""


def verdict(claim: str) -> str:
    line = {"id": 1, "source": SOURCE, "title": "Brannock in the red", "claims": [{"text": claim}]}
    return str(ground.answer(line)["verdict"])


@pytest.mark.parametrize(
    "claim",
    [
        "Brannock fell into the red, losing $14m before tax, after earning $9m a year ago.",
        "Tillwell's net income grew to $31 million from $27 million.",
        "The union has no objection to the offer as long as it is put in writing.",
        "Brannock's directors back the bid by Merrin.",
        "No one was injured in the fire, whose cause has yet to be established.",
        "Ruth Amsel does not expect deeper discounts than last year.",
        "Whether the Tillwell name will be kept has not been decided.",
        "Thirty new shops are planned for next year, fewer than the 45 of this year.",
        "It was the weakest growth since 2015.",
        "Brannock blamed freight costs and the peso.",
        "Lamps came second to hand tools.",
        "The dividend is safe.",
        "It will advertise, though not on TV, Ruth Amsel said.",
        "It is unclear how many of the 85 fitters will stay.",
    ],
)
def test_other_words_for_the_same_side_pass(claim: str) -> None:
    assert verdict(claim) != "block"


@pytest.mark.parametrize(
    "claim",
    [
        "The union called the offer unfair.",
        "The board of Brannock has rejected the bid by Merrin.",
        "Osmond has pledged to vote against the bid.",
        "Pellant is in favour of the bid.",
    ],
)
def test_the_other_side_is_blocked_whatever_its_word(claim: str) -> None:
    assert verdict(claim) == "block"


@pytest.mark.parametrize(
    "claim",
    [
        "Several people were hurt in the fire in Lille.",
        "The fire service has established the cause.",
        "Ruth Amsel expects discounts to be deeper than last year.",
    ],
)
def test_what_the_source_only_denies_is_not_asserted(claim: str) -> None:
    assert verdict(claim) == "block"


@pytest.mark.parametrize(
    "claim",
    [
        "Nobody was not hurt in the fire in Lille.",
        "The union said the offer was fair if it was not put in writing.",
        "Members of the club are not exempt from paying for returns.",
    ],
)
def test_a_negation_more_turns_a_statement(claim: str) -> None:
    assert verdict(claim) == "block"


@pytest.mark.parametrize(
    "claim",
    [
        "Net income at Tillwell slipped to $31 million.",
        "Brannock plans to open more shops next year than this year.",
        "The price of steel has doubled.",
        "About 38% of the tools come from China.",
        "Lamps remained the most popular gift.",
    ],
)
def test_figures_tell_which_way_a_thing_moved(claim: str) -> None:
    assert verdict(claim) == "block"


@pytest.mark.parametrize(
    "claim",
    [
        "The new lorries will be supplied in May.",
        "Merrin will expand to Lyon in June.",
    ],
)
def test_what_is_possible_or_given_up_is_not_to_come(claim: str) -> None:
    assert verdict(claim) == "block"


def test_a_cause_is_the_source_s_own() -> None:
    assert verdict("Brannock's loss was caused by a strike of drivers.") == "block"


def test_a_person_keeps_the_house() -> None:
    assert verdict("Brannock's Ivo Harte said the lorries could be delivered in May.") == "block"
