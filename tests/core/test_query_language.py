"""The query language: text in, nodes out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.core import query
from briefing.core.language import gazetteer
from briefing.errors import ConfigError
from briefing.models.query import All, Any, Has, Not, When, Words


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", All()),
        ("kroger", Words("kroger")),
        ("kroger alibaba", All((Words("kroger"), Words("alibaba")))),
        ("a AND b", All((Words("a"), Words("b")))),
        ("a OR b", Any((Words("a"), Words("b")))),
        ("a b OR c", Any((All((Words("a"), Words("b"))), Words("c")))),
        ("a (b OR c)", All((Words("a"), Any((Words("b"), Words("c")))))),
        ("-a", Not(Words("a"))),
        ("NOT a", Not(Words("a"))),
        ("-(a b)", Not(All((Words("a"), Words("b"))))),
        ("a and b", All((Words("a"), Words("and"), Words("b")))),
        ('"same-store sales"', Words("same-store sales")),
        ('"never closed', Words("never closed")),
        ("same-store", Words("same-store")),
        ("krog*", Words("krog", prefix=True)),
        ("title:kroger", Words("kroger", "title")),
        ('TITLE:"two words"', Words("two words", "title")),
        ("title:(a OR b)", Any((Words("a", "title"), Words("b", "title")))),
        ("author:zhao", Words("zhao", "author")),
        ("feed:ledger", Has("feed", "ledger")),
        ('feed:"https://a.example/x y"', Has("feed", "https://a.example/x y")),
        ("site:krasia", Has("site", "krasia")),
        ('tag:"q3 numbers"', Has("tag", "q3 numbers")),
        ("is:Unread", Has("is", "unread")),
        ("is:rumor", Has("is", "rumour")),
        ("is:consent-wall", Has("is", "consent_wall")),
        ("newer:2d", When(newer=172_800)),
        ("older:3w", When(older=1_814_400)),
        ("newer:2026-11-01", When(since="2026-11-01T00:00:00Z")),
        ("date:2026-02", When(since="2026-02-01T00:00:00Z", until="2026-03-01T00:00:00Z")),
        ("date:2026-12", When(since="2026-12-01T00:00:00Z", until="2027-01-01T00:00:00Z")),
        ("date:2026", When(since="2026-01-01T00:00:00Z", until="2027-01-01T00:00:00Z")),
        (
            "date:2026-11-01..2026-11-07",
            When(since="2026-11-01T00:00:00Z", until="2026-11-08T00:00:00Z"),
        ),
        ("date:..2026-11-07", When(until="2026-11-08T00:00:00Z")),
        ("https://a.example/b", Words("https://a.example/b")),
        ("foo:(bar", All((Words("foo"), Words("bar")))),
        ("note: kroger", All((Words("note:"), Words("kroger")))),
        ("AND OR NOT", All()),
        (")a(", Words("a")),
        ("((a", Words("a")),
        ("a OR", Words("a")),
        ("& ! -", All()),
        ("tag:", All()),
    ],
)
def test_a_text_means(text: str, wanted: query.Query) -> None:
    assert query.parse(text) == wanted


@pytest.mark.parametrize(
    "text",
    ["is:nonsense", "newer:soon", "older:2x", "date:2026-13", "date:2026-02-30", "date:yesterday"],
)
def test_a_value_that_cannot_be_right_is_named_with_a_hint(text: str) -> None:
    with pytest.raises(ConfigError) as caught:
        query.parse(text)
    assert text in str(caught.value)
    assert caught.value.hint


@pytest.mark.parametrize("text", ["x " * 1_500, "(" * 100 + "a", " ".join(["a"] * 300)])
def test_a_query_has_limits(text: str) -> None:
    with pytest.raises(ConfigError):
        query.parse(text)


def test_a_company_is_found_under_all_its_names(monkeypatch: pytest.MonkeyPatch) -> None:
    names = ("Freshippo", "Hema", "盒马")
    monkeypatch.setattr(gazetteer, "aliases", lambda name: names)
    assert query.parse("company:Hema") == Any(tuple(Words(n) for n in names))


def test_an_unknown_company_is_its_name() -> None:
    assert query.parse('company:"Nobody Knows"') == Words("Nobody Knows")


@given(st.text(max_size=300))
def test_any_text_is_a_query_or_a_clear_refusal(text: str) -> None:
    try:
        query.parse(text)
    except ConfigError as error:
        assert "\n" not in str(error)


@given(st.text(alphabet='ab()"-: *ORNOTAD', max_size=60))
def test_operators_in_any_order_are_read(text: str) -> None:
    query.parse(text)
