"""The figures of a card stand in the order in which an editor wants them."""

from __future__ import annotations

from typing import Any

from briefing.core.card.numbers_weight import ordered
from briefing.models import Number, Point

LEDE = Point(text="Halden sold 14 shops for $20 million.", evidence=(0,))


def figure(value: str, measures: str = "not stated", kind: Any = "money", **more: Any) -> Number:
    return Number(value=value, kind=kind, measures=measures, evidence=(1,), **more)


def values(*numbers: Number, headline: str = "", told: tuple[Point, ...] = ()) -> list[str]:
    return [n.value for n in ordered(numbers, headline, told)]


def test_what_headline_and_lede_print_comes_first() -> None:
    found = values(
        figure("$5 million", "net sales"),
        figure("14", "shops", "count"),
        figure("$20 million", "price of 14 shops"),
        headline="Halden sells shops for $20 million",
        told=(LEDE,),
    )
    assert found == ["$20 million", "$5 million", "14"]


def test_a_figure_is_not_told_by_a_part_of_another() -> None:
    two = figure("2", "shops", "count"), figure("7", "shops", "count")
    assert values(*two, headline="Halden sells 27 shops, 7 of them at once")[0] == "7"


def test_what_says_nothing_comes_last_and_an_outlook_before_other_sums() -> None:
    found = values(
        figure("$9 million"),
        figure("$3 million", "rent"),
        figure("$4 million", "net income", status="projected"),
        figure("May 3", "report is due", "date"),
    )
    assert found == ["$4 million", "$3 million", "$9 million", "May 3"]


def test_an_earlier_figure_stays_behind_its_own() -> None:
    found = values(
        figure("$6 million", "net sales"),
        figure("$5 million", "net sales (earlier figure)"),
        figure("$9 million", "profit", period="2026"),
    )
    assert found == ["$9 million", "$6 million", "$5 million"]
