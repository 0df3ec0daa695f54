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


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("Revenue in the 13 weeks to 4 May climbed 6.1%.", "6.1%", "the 13 weeks to 4 May"),
        ("It lost $92 million in the three months through June.", "$92 million",
         "the three months through June"),
        ("The economy shrank 0.2% in the last three months of 2004.", "0.2%",
         "the last three months of 2004"),
        ("It grew at a rate of 3.8% in the last quarter of 2004.", "3.8%",
         "the last quarter of 2004"),
        ("It may raise $500 million in the first half of next year.", "$500 million",
         "the first half of next year"),
        ("In the year to March 2004, sales grew by 8.5%.", "8.5%", "year to March 2004"),
        ("Sales were $5m, up from $3m in the same period last year.", "$3m",
         "the same period last year"),
        ("The price was £182,920, down from £187,971 in July-September.", "£187,971",
         "July-September"),
        ("Shoppers will spend $960 billion in November and December.", "$960 billion",
         "November and December"),
        ("Rates rose 2% between November 2003 and August 2004.", "2%",
         "between November 2003 and August 2004"),
        ("It grew 3.7% in the three months between July and September.", "3.7%",
         "the three months between July and September"),
        ("Growth was 9.5% during 2004, well above 2003's 9.1%.", "9.1%", "2003"),
        ("Shares were bought between 12 January and 10 February for $230m.", "$230m",
         "between 12 January and 10 February"),
        ("It turned a $684m loss in 2000 into a $331m profit the following year.", "$331m",
         "the following year"),
        ("Growth slowed to 0.3% in the quarter ending September 30.", "0.3%",
         "in the quarter ending September 30"),
        ("It made a loss of $27m in the first half of the current fiscal year.", "$27m",
         "the first half of the current fiscal year"),
        ("Sales will reach $253bn between Nov. 1 and Dec. 31, it said.", "$253bn",
         "between Nov. 1 and Dec. 31"),
        ("It took $412bn in the 12 months to June and $377bn in the previous year.", "$377bn",
         "previous year"),
    ],
)  # fmt: skip
def test_a_spell_of_time_is_printed_whole(text: str, value: str, expected: str) -> None:
    assert period(text, value) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Output contracted 0.5%, the second quarterly fall in a row.", "0.5%"),
        ("Sales fell by 23% from 36,185 in 2003 to 28,041 for the same period in 2004.", "23%"),
        ("He is accused of a $2.7bn fraud at the company he co-founded in Ohio in 1984.", "$2.7bn"),
        ("Halden, which joined the index in 1935, operates 41 factories.", "41"),
        ("Corvane, which owns 6.2% of Halden, had pushed for a sale since 2021.", "6.2%"),
        ("It made $312 million on Wednesday, up 16.4% from a year before.", "16.4%"),
        ("It cut its forecast on Friday and said it would lay off 6% of its staff.", "6%"),
        ("Employment has halved since 2000 to 340,000.", "340,000"),
        ("Oil prices are 30% higher than they were in January 2004.", "30%"),
        ("It spends ¥480 billion, 60% of it overseas, and aims for 500 shops by 2028.", "60%"),
        ("It cut the tax to 12 per cent, a move that will cost it Rs 400 crore annually.",
         "12 per cent"),
        ("Inventory was $689 million, up 7.8% year on year.", "$689 million"),
        ("The deal, expected to close in the second quarter of 2023, includes $310 million of "
         "debt.", "$310 million"),
        ("It builds a mall at a cost of 4.2 billion pesos, due to open in late 2026.",
         "4.2 billion pesos"),
        ("A sofa that sells for $1,199 today could cost $1,450.", "$1,450"),
        ("The stock fell to $58.70 in early trading and has lost 42% so far this year.", "$58.70"),
        ("It grew by more than 3% for only the second time in 20 years.", "more than 3%"),
        ("Halden was launched four years ago and now has one third of the market.", "one third"),
        ("Sales were 9.3% higher than during the same period last year.", "9.3%"),
        ("Sales rise to $220bn - less than the 5.1% gain seen a year earlier.", "$220bn"),
        ("Plans to cut the workforce of 75,000 by almost a third by 2006 were told.", "75,000"),
        ("It revealed earlier this week that it would sell contracts worth $3bn.", "$3bn"),
        ("The Sunday Times says they oppose any £800m takeover bid.", "£800m"),
        ("It made a $160bn giant and the darling of the late 1990s.", "$160bn"),
        ("It is in default - on a debt of $81.8bn plus interest - for the past three years.",
         "$81.8bn"),
        ("It will boost earnings from 2007 but the deal will cost it $1bn.", "$1bn"),
        ("Approvals stood 32% lower than at the same time last year.", "32%"),
        ("Its margin will narrow to 5% this year from 6%.", "6%"),
        ("It has raised $410 million since it was founded in 2016.", "$410 million"),
        ("Growth was ahead of the 3.1% the government estimated a month ago.", "3.1%"),
    ],
)  # fmt: skip
def test_the_time_of_something_else_is_no_period(text: str, value: str) -> None:
    assert period(text, value) == "not stated"


def test_a_rate_is_no_comparison_with_the_year_before() -> None:
    assert period("It put the cost at $90 million a year before mitigation.", "$90 million") == (
        "a year"
    )
