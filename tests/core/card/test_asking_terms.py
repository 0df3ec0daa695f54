"""The article's own terms: found in a predicate, resolved to the last day they cover."""

from __future__ import annotations

import pytest

from briefing.core.card.asking import terms


@pytest.mark.parametrize(
    ("phrase", "day"),
    [
        ("by the end of March", "2027-03-31"),
        ("on 17 December", "2026-12-17"),
        ("by November 20", "2026-11-20"),
        ("in the second quarter of 2027", "2027-06-30"),
        ("in the first quarter", "2027-03-31"),
        ("by 2028", "2028-12-31"),
        ("on Friday", "2026-11-20"),
        ("tomorrow", "2026-11-17"),
        ("next week", "2026-11-29"),
        ("next month", "2026-12-31"),
        ("later this year", "2026-12-31"),
        ("by the end of the year", "2026-12-31"),
        ("in the spring", "2027-05-31"),
        ("within two weeks", "2026-11-30"),
        ("next February", "2027-02-28"),
        ("soon", None),
        ("in 2020", None),
    ],
)
def test_a_term_counts_from_the_publication(phrase: str, day: str | None) -> None:
    assert terms.resolve(phrase, "2026-11-16") == day


def test_without_a_date_only_a_year_is_known() -> None:
    assert terms.resolve("by the end of March", None) is None
    assert terms.resolve("on Friday", None) is None
    assert terms.resolve("by 2028", None) == "2028-12-31"


@pytest.mark.parametrize(
    ("predicate", "phrases"),
    [
        ("a store in Leeds next month", ["next month"]),
        ("63 stores by the end of July", ["by the end of July"]),
        ("a tough budget next February", ["next February"]),
        ("sales for the March quarter", []),
        ("12 million tonnes a year", []),
        ("stores in May Street", []),
        ("the service soon", ["soon"]),
    ],
)
def test_terms_are_found_in_a_predicate(predicate: str, phrases: list[str]) -> None:
    assert [t.phrase for t in terms.find(predicate)] == phrases
