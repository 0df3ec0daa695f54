"""A label names what a figure is of, whole, and holds no word of the clause around it."""

from __future__ import annotations

import pytest

from briefing.core.card import numbers, reading


def measure(text: str, value: str) -> str | None:
    found = numbers.numbers(reading.of("", text, "en"), None)
    return next((n.measures for n in found if n.value == value), None)


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("Two catastrophic crashes killed 346 people.", "Two", "catastrophic crashes"),
        ("It ordered 30 Boeing jets Wednesday.", "30", "Boeing jets"),
        ("It has 12 freight and passenger lines.", "12", "freight and passenger lines"),
        ("Some 200 U.S. military personnel remain.", "Some 200", "U.S. military personnel"),
        ("It is the second-highest volume of the year.", "second-highest",
         "rank: second-highest volume"),
        ("It runs in 13 markets earlier than planned.", "13", "markets"),
        ("All six ad units results in the greatest revenue rates.", "six", "ad units"),
        ("It cut power to some 375,000 people in 18 Northern and central counties.",
         "some 375,000", "people"),
        ("It employs 61,000 people in 412 stores.", "61,000", "people in 412 stores"),
        ("The air quality index reached 408.", "408", "air quality index"),
        ("Some 40 kids ages 5 to 12 came.", "Some 40", "kids"),
        ("It holds 5,000 staff and 40 aircraft.", "40", "aircraft"),
        ("It is a choice of two or four books.", "two", "books"),
        ("They are second-place finishers of the group.", "second-place",
         "rank: second-place finishers of the group"),
        ("Each editor bought a three month subscription to it.", "three month", "subscription"),
        ("It has a 53.0-kW battery pack.", "53.0-kW", "battery pack"),
        ("Germany’s DAX rose 0.78 per cent and France’s CAC 40 gained 0.49 per cent.",
         "0.49 per cent", "rise in France’s CAC 40"),
        ("It is the second-most-visited park of Canada.", "second-most-visited",
         "rank: second-most-visited park of Canada"),
    ],
)  # fmt: skip
def test_a_count_is_of_things_and_of_no_more(text: str, value: str, expected: str) -> None:
    assert measure(text, value) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Another 5-8 get a mark of their own.", "5-8"),
        ("Some 50 plus the rest came.", "Some 50"),
    ],
)
def test_a_word_that_cannot_be_counted_is_no_label(text: str, value: str) -> None:
    assert measure(text, value) in (None, "not stated")


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("It lost $304.7 million on revenue of $167.4 million.", "$167.4 million", "revenue"),
        ("He sold his stake for $13 a share or $117.9 million.", "$117.9 million",
         "price of his stake"),
        ("The bid fell short of the $20 reportedly demanded.", "$20", "not stated"),
        ("Lawmakers added about $300 million in school funding after complaints.",
         "about $300 million", "school funding"),
        ("Equator’s $55 million fund underlines growing seed capital.", "$55 million", "fund"),
        ("Customers get a combined $125 bill rebate for enrolling.", "$125", "bill rebate"),
        ("It faces a $125 million fine for it.", "$125 million", "fine"),
        ("TaxAct offers a $100,000 accuracy guarantee.", "$100,000", "accuracy guarantee"),
        ("This culminates in a base rate of about $55.", "about $55", "not stated"),
        ("The average rate for cleaning services in San Diego is $60 per hour.", "$60",
         "average rate for cleaning services in San Diego per hour"),
        ("We expect the median home-sale price to rise 1%.", "1%",
         "rise in median home-sale price"),
        ("The effective rate is 30% lower on mobile.", "30%", "effective rate lower"),
    ],
)  # fmt: skip
def test_a_sum_is_of_what_its_clause_says(text: str, value: str, expected: str) -> None:
    assert measure(text, value) == expected


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("About 75 percent of the U.S. population wants one.", "About 75 percent",
         "share of the U.S. population that wants one"),
        ("It is 75 per cent of the total costs of his recent travels.", "75 per cent",
         "share of the total costs of his recent travels"),
        ("Pay was cut to 60% of the original amount for months.", "60%",
         "share of the original amount for months"),
        ("68% of students incurred debt.", "68%", "share of students who incurred debt"),
        ("90% of people infected died.", "90%", "share of people infected died"),
        ("51% of people unsubscribe from newsletters.", "51%",
         "share of people who unsubscribe from newsletters"),
        ("More than 80% of the first-time, successful founders failed.", "More than 80%",
         "not stated"),
    ],
)  # fmt: skip
def test_a_share_is_of_a_whole_noun(text: str, value: str, expected: str) -> None:
    assert measure(text, value) == expected


def test_only_a_word_of_business_is_told_apart_by_its_firm() -> None:
    from briefing.core.card import entities, owners

    text = (
        "Halden Corp could pump 1.4 million barrels a day.\n\n"
        "Larkfield Inc could pump 2.5 million barrels a day."
    )
    read = reading.of("", text, "en")
    told = owners.told_apart(numbers.numbers(read, None), entities.entities(read), read.sentences)
    assert {n.measures for n in told} == {"barrels"}


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("Growth was 3.8 percent, compared to the national average of 3 percent.", "3 percent",
         "national average (for comparison)"),
        ("Growth was 3.8 percent, compared to 3 percent in May.", "3 percent",
         "growth (earlier figure)"),
        ("Some 50 hits were from two players.", "two", "players"),
    ],
)  # fmt: skip
def test_only_what_was_before_is_an_earlier_figure(text: str, value: str, expected: str) -> None:
    assert (measure(text, value) or "").lower() == expected


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("It posted a loss of $304.7 million on revenue of $167.4 million.", "$167.4 million",
         "revenue"),
        ("The latest budget documents show it collected R95bn.", "R95bn", "not stated"),
        ("Growth in pay had fallen to just 1.0%.", "1.0%", "growth in pay"),
        ("It reached seven of the top 10 hottest states.", "seven", "hottest states"),
        ("It may expand the Halden fleet by 30%.", "30%", "rise in Halden fleet"),
        ("It gives a 50x return.", "50x", "return"),
        ("Some 75 people view his page.", "Some 75", "people"),
        ("The average cost per credit hour for classes is $337.", "$337",
         "average cost per credit hour for classes"),
        ("It has 406 lb-ft of torque.", "406 lb-ft", "torque"),
        ("Blair is 71 and well.", "71", "not stated"),
        ("Some $500 dollars seems right.", "Some $500", "not stated"),
        ("Pollution is on track to fall 37 per cent.", "37 per cent", "not stated"),
        ("Seventy-eight-year-old Molatjeng sits outside.", "Seventy-eight-year-old", "age"),
        ("It includes two plans from two leading designers.", "two", "plans"),
        ("It takes 14 business days of introducing a designer to her.", "14", "business days"),
    ],
)  # fmt: skip
def test_no_part_of_another_clause_is_in_a_label(text: str, value: str, expected: str) -> None:
    assert measure(text, value) == expected


def test_a_rank_in_the_first_cell_names_no_row() -> None:
    table = "|Rank|School|Salary|\n|---|---|---|\n|6 (tie)|Tuck School|$159,842|\n"
    assert measure(table, "$159,842") == "Tuck School"
    assert measure(table, "6") is None
