"""A number is a row only where it is a fact of its own."""

from __future__ import annotations

import pytest

from briefing.core.card import numbers, reading


def values(text: str) -> list[str]:
    return [n.value for n in numbers.numbers(reading.of("", text, "en"), None)]


@pytest.mark.parametrize(
    "text",
    [
        "It offers scale to 3rd party providers.",
        "It is a copy of a chair of the 14th century, and of the 10th Gen one.",
        "It held its 20th anniversary on 5th Avenue.",
        "The first coffee house opened in 1475 in Constantinople.",
        "They met at Nutrition 2025 to talk of it.",
        "We describe these four types of apps.",
        "Follow the 4 steps below, and mind two things.",
        "If one product reigned supreme at the fair in 2025, it was tea.",
        "It is a flawed design from 2015 that nobody liked.",
        "Most cars made before 2025 have a plug.",
        "What changed in 2009?",
        "They might cost one customer in ten.",
        "She played at the 1840 Music Festival.",
        "People make 911 calls when they must.",
    ],
)
def test_what_is_no_fact_of_its_own_has_no_row(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Kestrel is the 2nd largest chain of the country.", "2nd"),
        ("It will open its 15th store in Leeds.", "15th"),
        ("It will run 4 stores.", "4"),
        ("Kestrel opened its shop in Leeds in 2019.", "2019"),
        ("One study in 496 girls found it.", "496"),
        ("It is in talks with more than 60.", "more than 60"),
    ],
)
def test_what_is_a_fact_keeps_its_row(text: str, value: str) -> None:
    assert value in values(text)


def test_two_sums_without_a_measure_are_one_row_only_in_one_matter() -> None:
    apart = (
        "He pointed to provisions such as $500 million toward a new round of regional grants.\n\n"
        "The voucher plan was set to consume $500 million in the coming years."
    )
    assert values(apart).count("$500 million") == 2
    alike = (
        "The regional grants round took in $500 million for the towns.\n\n"
        "Towns were told of the $500 million that the round of regional grants took in."
    )
    assert values(alike).count("$500 million") == 1


@pytest.mark.parametrize(
    "text",
    [
        "The aid goes to children under five.",
        "China has imported oil since the mid 1990's.",
        "Stocks stood above 2019 levels.",
        "Four in ten business leaders were confident.",
        "The survey found that Christmas was the worst for 10 years.",
        "The industry hasn't seen such an increase in 50 years.",
        "It was built up over 20 or 30 years.",
        "It sold some 737-800 planes.",
    ],
)
def test_an_age_a_decade_and_a_type_of_plane_are_no_figures(text: str) -> None:
    assert numbers.numbers(reading.of("", text, "en"), None) == ()
