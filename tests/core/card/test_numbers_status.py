"""A figure is projected, reported, approximate or stated by the words of its own clause."""

from __future__ import annotations

import pytest

from briefing.core.card import numbers, reading


def status(text: str, value: str) -> str:
    found = numbers.numbers(reading.of("", text, "en"), None)
    return next(n.status for n in found if n.value == value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The first of the new trains should be available in 2023.", "2023"),
        ("If Kestrel sells 40 stores, it keeps the rest.", "40"),
        ("Unless it sells 40 stores, it will fail.", "40"),
        ("The plant would employ up to 300 people.", "up to 300"),
        ("The 40 stores are due to open in May.", "40"),
        ("Sales should reach $40 million.", "$40 million"),
    ],
)
def test_what_may_still_come_is_projected(text: str, value: str) -> None:
    assert status(text, value) == "projected"


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("It has plans starting at $40 a month.", "$40", "stated"),
        ("It includes proposals from 40 designers.", "40", "stated"),
        ("It closed 40 stores due to lack of staff.", "40", "stated"),
        ("Firms are targeting its use of power—plants now take 4% of it.", "4%", "stated"),
        ("Kestrel estimates that about 300 shoppers moved.", "about 300", "approximate"),
        ("Traffic is a major source of smoke, and 40 towns suffer.", "40", "stated"),
        ("Jobless claims fell by 40,000 last week.", "40,000", "stated"),
        ("Kestrel claims that 40 towns suffer.", "40", "reported"),
        ("Kestrel will buy 40 stores, sources said.", "40", "reported"),
        ("Kestrel sold 40 stores, two sources familiar with the sale said.", "40", "reported"),
        (
            "Kestrel sold 40 stores in May but is down a tenth, according to a report.",
            "40",
            "reported",
        ),
        ("The chain is reportedly selling 40 stores.", "40", "reported"),
        ("Kestrel has opened 40 stores; it should have opened more.", "40", "stated"),
    ],
)
def test_a_word_that_only_looks_like_a_forecast_or_hearsay_is_none(
    text: str, value: str, expected: str
) -> None:
    assert status(text, value) == expected


def test_what_is_put_in_between_dashes_does_not_end_the_forecast() -> None:
    text = "Output could rise to 140 tonnes a day - from its current 80 tonnes - and reach 250."
    assert [status(text, v) for v in ("140", "80", "250")] == ["projected", "stated", "projected"]


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("Duties will rise to 30% from 10% in October.", "10%", "stated"),
        ("Duties will rise to 30% from 10% in October.", "30%", "projected"),
        ("It will be discussed by the ministers of all 25 members.", "25", "stated"),
        ("They could run deficits above the current 3% limit.", "3%", "stated"),
        ("It plans a further nine openings before Christmas.", "nine", "projected"),
        ("It plans capital spending of ¥480 billion.", "¥480 billion", "projected"),
        ("It had guided for earnings of $3.05 to $3.35.", "$3.05 to $3.35", "projected"),
        ("Sales rose 4.2%, ahead of the 3% analysts had expected.", "3%", "projected"),
        ("It plans to open 60 shops, creating 1,800 jobs, after a record year.", "1,800",
         "projected"),
        ("The drive saw its debt soar to 72bn euros by 2002.", "72bn euros", "stated"),
        ("The market will be worth $3bn by 2030.", "$3bn", "projected"),
        ("It had a better-than-expected 8% jump in sales.", "8%", "stated"),
        ("Growth - the main target of its efforts - was 11.5%.", "11.5%", "stated"),
        ("Some 98% of sales were carried out according to the law.", "Some 98%", "approximate"),
        ("It is a move which should enable it to save $360m.", "$360m", "projected"),
        ("Bosses of the world's 500 largest companies will attend.", "500", "stated"),
        ("Its margin will narrow to 5% this year from 6%.", "6%", "stated"),
        ("The forecast is based on 100 million visits.", "100 million", "stated"),
        ("It plans to open 40 shops by 2027, investing 150 billion won.", "150 billion won",
         "projected"),
        ("By 2026 Fernhill wants 800 shops.", "800", "projected"),
        ("It earned $1.42 a share, below estimates of $1.52.", "$1.52", "stated"),
    ],
)  # fmt: skip
def test_what_stands_is_stated_and_what_follows_from_a_plan_is_not(
    text: str, value: str, expected: str
) -> None:
    found = numbers.numbers(reading.of("", text, "en"), None)
    assert next(n.status for n in found if n.value == value) == expected
