"""Patterns that are compiled late, and found faster, find what the plain ones find."""

from __future__ import annotations

import re

import pytest

from briefing.core.language.patterns import lazy, matches, starts

_TEXTS = (
    "Sales ROSE 4% in March, and rose again in MAY.",
    "nothing here",
    "İstanbul sales Rose",
    "Der Umsatz STIEG um 4 Prozent – Möbel stiegen",
    "",
)


@pytest.mark.parametrize("text", _TEXTS)
@pytest.mark.parametrize(
    "pattern", [r"\b(?P<Up>rose|STIEG\w*)\b", r"(?<=s )r\w+", r"^\S+", r"möbel", r"[^A-Z\s]+$"]
)
def test_a_pattern_that_ignores_case_finds_what_it_always_found(pattern: str, text: str) -> None:
    ours, plain = lazy(pattern, re.I), re.compile(pattern, re.I)
    assert [m.span() for m in ours.finditer(text)] == [m.span() for m in plain.finditer(text)]
    assert ours.findall(text) == plain.findall(text)
    assert ours.sub("_", text) == plain.sub("_", text)
    for within in ((), (3,), (3, 14)):
        one, other = ours.search(text, *within), plain.search(text, *within)
        assert (one and (one.span(), one.groupdict())) == (
            other and (other.span(), other.groupdict())
        )


def test_a_place_to_try_is_a_digit_or_a_word_of_the_list() -> None:
    text = "Two of 12 shops, twofold"
    assert list(starts(text, {"two"})) == [0, 7, 8]
    found = matches(re.compile(r"\d+|two\b", re.I), text, {"two"})
    assert [m[0] for m in found] == ["Two", "12"]
