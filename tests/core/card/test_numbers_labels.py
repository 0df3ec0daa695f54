"""The label of a figure says what is measured, or that it is not stated; codes are no figures."""

from __future__ import annotations

import pytest

from briefing.core.card import numbers, reading
from briefing.models import Number


def rows(text: str) -> dict[str, Number]:
    return {n.value: n for n in numbers.numbers(reading.of("", text, "en"), None)}


@pytest.mark.parametrize(
    ("text", "value", "measure"),
    [
        (
            "It holds $1.9 billion of debt, of which $450 million falls due in October 2027.",
            "$450 million",
            "debt falling due",
        ),
        ("It will pay Corvane $20 million to end the suit.", "$20 million", "payment to Corvane"),
        ("Halden paid $13 million in fines.", "$13 million", "payment in fines"),
        ("It spent $9 million on new tills.", "$9 million", "spending on new tills"),
        ("It spent $9 million on the first 25 tills.", "$9 million", "spending"),
        (
            "Halden posted revenue of $2 billion, a 9% increase on the year before.",
            "9%",
            "rise in revenue",
        ),
        (
            "Orders of $361 million, representing a decrease of $15 million, came in.",
            "$15 million",
            "fall in orders",
        ),
        ("It sees margins in the range of 10% to 11%.", "10% to 11%", "margins"),
        ("Earnings per diluted share was $2.02.", "$2.02", "earnings per share"),
        (
            "The share of empty shops in the largest streets fell to 11.2% from 11.6%.",
            "11.2%",
            "share of empty shops in the largest streets",
        ),
        (
            "December sales rose by 4.5%, less than the 5.1% increase seen in 2024.",
            "less than the 5.1%",
            "increase seen in 2024",
        ),
        ("The economy contracted by 0.2% in May.", "0.2%", "fall in economy"),
        ("It bought out minority owners for $5 billion.", "$5 billion", "price of minority owners"),
        ("It employs a 15-year-old chain's staff.", "15-year-old", "chain's staff"),
    ],
)
def test_a_label_says_what_is_measured(text: str, value: str, measure: str) -> None:
    assert rows(text)[value].measures == measure


def test_a_round_sum_said_twice_may_be_two_things() -> None:
    told = "It had restructuring costs of $5 million. In May it saw a decline of $5 million."
    found = numbers.numbers(reading.of("", told, "en"), None)
    assert [n.evidence for n in found if n.value == "$5 million"] == [(0,), (1,)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Its margin improved, up 30 basis points year-over-year.", "30 basis points"),
        ("Free cash flow was $23 million due to the season.", "$23 million"),
        ("It was 1.02%, a 5 basis point improvement.", "5 basis point"),
        ("Its shares were bought between 12 January and 10 February for $230m.", "$230m"),
        ("The film took $550 million worldwide.", "$550 million"),
    ],
)
def test_a_word_that_says_nothing_alone_is_no_label(text: str, value: str) -> None:
    assert rows(text)[value].measures in ("not stated", "margin", "free cash flow")


@pytest.mark.parametrize(
    "text",
    [
        "Call the helpline on 0800 011 4253.",
        "Dial +44 20 7946 0958 for help.",
        "It runs the 20th Century Fox studio.",
        "It is Japan's number three operator.",
        "Lyon restored its lead with a 5-1 win.",
        "Police held 47-year-old Sharif.",
        "It acted under section 447 of the code.",
        "It flies six of every 10 planes.",
    ],
)
def test_codes_names_and_ages_are_no_figures(text: str) -> None:
    assert not set(rows(text)) & {"0800", "4253", "7946", "20th", "three", "1", "47-year", "447"}
    assert "10" not in rows(text)


def test_a_label_ends_with_a_whole_word() -> None:
    told = "Two years after a slow and painful recovery of the whole economies it was sold."
    label = rows(told)["Two years"].measures
    assert label.split()[-1] in told.split()
