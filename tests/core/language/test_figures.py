"""Figures in running text: where they end, and which word beside them takes away their edge."""

from __future__ import annotations

import pytest

from briefing.core.language import figures


@pytest.mark.parametrize(
    ("text", "printed", "hedged"),
    [
        ("It owes $81.8bn plus interest.", "$81.8bn", None),
        ("It paid $5m plus $1m in fees.", "$5m", None),
        ("A $2bn-plus deal is near.", "$2bn-plus", "lower"),
        ("It takes $2bn plus in sales.", "$2bn plus", "lower"),
    ],
)
def test_plus_is_a_hedge_only_where_nothing_is_added(
    text: str, printed: str, hedged: str | None
) -> None:
    first = figures.quantities(text)[0]
    assert (first.text, first.hedged) == (printed, hedged)


@pytest.mark.parametrize(
    ("text", "currency", "value"),
    [
        ("It will spend R4bn there.", "ZAR", 4 * 10**9),
        ("A ticket is R1,500.", "ZAR", 1500),
        ("It lost ₦5bn.", "NGN", 5 * 10**9),
        ("It lost KSh 500,000.", "KES", 500_000),
        ("It cost 3 billion Danish kroner.", "DKK", 3 * 10**9),
        ("It cost 20 million zlotys.", "PLN", 20 * 10**6),
        ("It cost 500 Kč.", "CZK", 500),
        ("It cost 40 million Philippine pesos.", "PHP", 40 * 10**6),
        ("It cost 88 billion Hong Kong dollars.", "HKD", 88 * 10**9),
        ("It cost 5 billion shekels.", "ILS", 5 * 10**9),
        ("It cost 500 kr.", None, 500),
        ("It is a $40T market.", "USD", 40 * 10**12),
    ],
)
def test_money_of_any_country_is_money(text: str, currency: str | None, value: int) -> None:
    (found,) = figures.quantities(text)
    assert (found.kind, found.currency, found.value) == ("money", currency, value)


@pytest.mark.parametrize(
    "text",
    ["She lost 130 pounds by running.", "It weighs 3.1 pounds.", "They ate 5 pounds of rice."],
)
def test_pounds_of_weight_are_no_money(text: str) -> None:
    assert [q.kind for q in figures.quantities(text)] == ["count"]


@pytest.mark.parametrize(
    "text",
    [
        "Call (415) 861-5449 or 415-561-0230 or 01904 373 069.",
        "13.",
        "It ordered the 787-9 Dreamliner, the 777x and a A350-900.",
        "Signal: 347-966-3806, a screen of 1920 x 1080, ISO 27001, summer ’80.",
        "The Acer Aspire 5 offers much, and the Dell XPS 13 is new.",
        "It needs 24/7 attention, a 401(k) and a 4+1 framework.",
        "It was a 5-4 ruling and a 27-13 win.",
        "Its office at 300 Slater Street has Suite 600.",
        "It runs on Windows 11 in the Hyundai Ioniq 5 and in Tier 2 factories.",
        "Bose QuietComfort 20 (new)",
        "It scored at 7:14 in a 16:9 picture of 3440x1440.",
        "Write to P.O. Box 69440, Los Angeles, CA 90069.",
        "In the 60s or 70s people wrote 1099s.",
        "The COP28 talks and the R32 gas.",
    ],
)
def test_a_code_a_score_and_an_address_hold_no_figure(text: str) -> None:
    assert figures.quantities(text) == []


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("It costs $500 – $5,000.", 500, 5000),
        ("It pays €300–350 a month.", 300, 350),
        ("It takes $900-1,100 million.", 900 * 10**6, 1100 * 10**6),
        ("$500-600", 500, 600),
        ("Prices range from $200 to $450.", 200, 450),
        ("It takes $12-14 million.", 12 * 10**6, 14 * 10**6),
    ],
)
def test_the_ends_of_a_range_have_one_currency_and_one_scale(
    text: str, low: int, high: int
) -> None:
    (found,) = figures.quantities(text)
    assert (found.kind, found.value, found.high) == ("money", low, high)


def test_a_half_that_is_added_belongs_to_its_numeral() -> None:
    (found,) = figures.quantities("He lost by five-and-a-half points.")
    assert (found.text, str(found.value)) == ("five-and-a-half", "5.5")
    assert [q.text for q in figures.quantities("It takes a cup and a half of it.")] == []


def test_a_change_and_where_it_led_are_no_range() -> None:
    assert [q.text for q in figures.quantities("The order is down by 30 to 126.")] == ["30", "126"]


def test_a_hedge_between_a_number_and_its_scale_or_before_a_range_counts() -> None:
    scaled, about = figures.quantities("It is a $380+ billion market of around $400 to $2,000.")
    assert (scaled.value, scaled.hedged) == (380 * 10**9, "lower")
    assert about.hedged == "approx"


@pytest.mark.parametrize(
    ("text", "printed", "value"),
    [
        ("half a million people", "half a million", 500_000),
        ("a loss of half a billion dollars", "half a billion dollars", 500_000_000),
        ("It remodels 167 Pantry Lane stores", "167", 167),
    ],
)
def test_half_a_million_is_one_figure_and_a_street_a_chain(
    text: str, printed: str, value: int
) -> None:
    found = figures.quantities(text)
    assert [(q.text, q.value) for q in found] == [(printed, value)]


def test_a_house_number_is_no_figure() -> None:
    assert figures.quantities("It stands at 167 Pantry Lane in Reading") == []
