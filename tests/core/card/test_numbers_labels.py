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


@pytest.mark.parametrize(
    ("text", "value", "measure"),
    [
        ("Output was $14m, 24% higher than in 2003 and 21% more than planned.", "24%",
         "higher than in 2003"),
        ("Halden's shares have leapt 55% this year.", "55%", "rise in Halden's shares"),
        ("It lost $4m (compared to a profit of £3m) and its US sales dipped 3.8%.", "3.8%",
         "fall in US sales"),
        ("Inflation fell below 10% this year.", "below 10%", "inflation"),
        ("The average price in England and Wales was £182,920.", "£182,920",
         "average price in England and Wales"),
        ("Under the terms of the $168m settlement, none admits it.", "$168m", "settlement"),
        ("The company is 85% owned by the government and 15% by its staff.", "85%",
         "share owned by the government"),
        ("Halden bought 60% of Lumo for $240 million in 2020.", "60%", "share of Lumo"),
        ("It is buying a 26% stake in the chain Jagran in a deal worth 25m euros.", "26%",
         "stake in the chain Jagran"),
        ("Oakmoor shed 1,800 roles in its first major layoff in a decade.", "1,800", "roles"),
        ("The 3.3% fall in car sales had been expected.", "3.3%", "fall in car sales"),
        ("Its $28 lip serum accounts for a quarter of revenue.", "$28", "lip serum"),
        ("Last year sales grew 13.5%.", "13.5%", "rise in sales"),
        ("Starting pay will go up to £11 an hour in April.", "£11", "amount per hour"),
        ("Sales in the nine weeks to 31 December were £498m.", "£498m", "sales"),
        ("It will price its 32.3 million shares at $44 to $49 apiece.", "$44 to $49",
         "not stated"),
        ("About 60% of it came from Vietnam.", "About 60%", "not stated"),
        ("The rate is stuck at close to 10% and manufacturing firms cut jobs.", "close to 10%",
         "not stated"),
        ("It must help pay a $27bn (£14bn) back tax bill.", "$27bn (£14bn)", "back tax bill"),
        ("They voted against the naming of three United directors.", "three", "United directors"),
        ("He got a four-month jail sentence and a fine of $250,000.", "$250,000", "fine"),
        ("It sold 5 million shares - a third of the firm - for 11 euros a share.", "11 euros",
         "amount per share"),
        ("Costs will rise by a quarter of a percentage point.",
         "a quarter of a percentage point", "rise in costs"),
        ("Spending on housing and schools will rise by 12%.", "12%",
         "rise in spending on housing and schools"),
        ("It was the only one to gain market share - with sales rising 8%.", "8%",
         "rise in sales"),
        ("It had to cut production in North America by 3%.", "3%",
         "fall in production in North America"),
        ("He believes an £800m bid undervalues club prospects.", "£800m", "bid"),
        ("Group JD Power estimates sales will hit 200,000 in 2005.", "200,000", "sales"),
        ("The company forecast sales growth of 3%.", "3%", "sales growth"),
        ("Rumours boosted Sina's shares by 10%.", "10%", "rise in Sina's shares"),
        ("It managed to boost by 72% the price of its iron ore.", "72%",
         "rise in price of its iron ore"),
        ("Some 800 buyers got 9 shares each for 205 riyals apiece.", "205 riyals",
         "not stated"),
        ("The scary fact is that sinners exceeded the 3% limit.", "3%", "limit"),
        ("It saw a slight drop in profits to £170m.", "£170m", "profits"),
        ("Halden's shares closed up four pence at 274.5 pence.", "four pence",
         "rise in Halden's shares"),
        ("It raised its profit guidance after like-for-like sales rose 4.2%.", "4.2%",
         "rise in like-for-like sales"),
        ("It sold a 25% stake in one in Recife for R$ 410 million.", "25%",
         "stake in one in Recife"),
        ("They see a 0.1% rise in month on month industrial output.", "0.1%",
         "rise in industrial output"),
        ("It had 700,000 users - up from 440,000 six months earlier.", "440,000", "not stated"),
        ("Cyber Monday brings in $14 billion, while Friday spending should reach $12 billion.",
         "$12 billion", "not stated"),
        ("They had hopes of a 0.2% expansion.", "0.2%", "expansion"),
        ("It aims at the lower end of a range of 19 billion to 20 billion euros.",
         "19 billion to 20 billion euros", "not stated"),
        ("Sakuraya said operating profit rose 8% to 540 billion yen.", "8%",
         "rise in operating profit"),
        ("Seasonally adjusted sales rose 1.2% in the month.", "1.2%", "rise in sales"),
        ("China had 20.1% of the trade, compared with 18.6% for the US.", "18.6%",
         "share of the trade (for comparison)"),
        ("The firm expects fiscal 2025 net sales to decline 2% to 4%.", "2% to 4%",
         "fall in net sales"),
    ],
)  # fmt: skip
def test_a_label_ends_where_its_noun_ends(text: str, value: str, measure: str) -> None:
    assert rows(text)[value].measures == measure


def test_a_table_run_into_one_line_gives_no_labels() -> None:
    found = rows("In millions | 2025 | 2024 Net sales | $1,240 | $1,280 Gross profit | $402 | $431")
    assert {n.measures for n in found.values()} == {"not stated"}


def test_the_year_of_what_is_expected_is_no_event() -> None:
    assert "fiscal 2025" not in rows("The firm expects fiscal 2025 net sales to decline 2%.")


def test_a_record_of_some_years_lasted_no_time() -> None:
    told = "The real rose to its highest level against the dollar in more than two years."
    assert rows(told) == {}
