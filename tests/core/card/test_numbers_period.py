"""The period of a figure is the time it is for, never what it is held against."""

from __future__ import annotations

import pytest

from briefing.core.card import numbers, reading


def period(text: str, value: str) -> str:
    found = numbers.numbers(reading.of("", text, "en"), "2026-05-04")
    return next(n.period for n in found if n.value == value)


WORTH = (
    "The net worth of families reached 855 billion euros in 2023, an increase of 6% compared to "
    "2022 and 28% compared to 2019."
)
PRICE = "The average price rose from approximately €2.2 million in 2023 to €3.6 million in 2024."


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        (WORTH, "855 billion euros", "2023"),
        (WORTH, "6%", "2023"),
        (WORTH, "28%", "not stated"),
        ("It had sales of $5m, a growth of 110% compared to 2023.", "110%", "not stated"),
        ("Revenue hit $19 million last year, up 138% from 2024.", "138%", "last year"),
        ("Sales were 4% higher than in 2024.", "4%", "not stated"),
        ("Footfall rose 3% against 2019.", "3%", "not stated"),
        (PRICE, "€3.6 million", "2024"),
        (PRICE, "approximately €2.2 million", "2023"),
        ("Sales rise from $752.4 billion in 2024 to $2.4 trillion in 2030.", "$2.4 trillion",
         "2030"),
        ("Lawmakers scrambled for much of Thursday to add about $300 million in school funding.",
         "about $300 million", "not stated"),
        ("Once you divide it by 52 weeks, the value is about $44.2 million.",
         "about $44.2 million", "not stated"),
        ("The man is 22 years old and has $5m.", "$5m", "not stated"),
        ("It lost $5m in two years.", "$5m", "two years"),
        ("It reopened this week following a $100 million overhaul.", "$100 million",
         "not stated"),
        ("It went from 2,000 staff in 2013, to 1,180 students and 116 heads in 2024.", "1,180",
         "not stated"),
        ("It hires 1,000 debt collectors to claw back R50bn per year.", "1,000", "not stated"),
        ("By late 2022, annual growth had fallen to just 1.0%.", "1.0%", "2022"),
        ("Sales rose by 8% from 2020 to 2024.", "8%", "from 2020 to 2024"),
        ("It is the second-largest chain with $3 billion annually.", "second-largest",
         "not stated"),
    ],
)  # fmt: skip
def test_a_period_is_no_baseline_and_no_day_of_something_else(
    text: str, value: str, expected: str
) -> None:
    assert period(text, value) == expected
