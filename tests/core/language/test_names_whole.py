"""Names are taken whole: public bodies with their adjective and fields, firms that end in "'s"."""

from __future__ import annotations

import pytest

from briefing.core.language import names


@pytest.mark.parametrize(
    "body",
    [
        "Canadian Food Inspection Agency",
        "U.S. Food and Drug Administration",
        "Australian Competition and Consumer Commission",
        "French Finance Ministry",
    ],
)
def test_a_public_body_is_named_whole(body: str) -> None:
    assert [n.text for n in names.names(f"It was recalled, the {body} said.")] == [body]


@pytest.mark.parametrize("pair", ["the Pentagon and State Department", "the Senate and House"])
def test_two_bodies_stay_two(pair: str) -> None:
    found = [n.text for n in names.names(f"It was told to {pair}.")]
    assert not any(" and " in name for name in found)


def test_a_firm_may_end_in_s() -> None:
    told = "Marlowe's said it would shut shops. Shares in Marlowe's fell. It is Marlowe's plan."
    assert {n.text for n in names.names(told)} == {"Marlowe's"}


def test_what_is_somebodys_is_no_ending() -> None:
    told = "Marlowe's said it would shut shops. Shares in Marlowe's fell. Marlowe has forty."
    assert {n.text for n in names.names(told)} == {"Marlowe"}
