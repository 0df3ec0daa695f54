"""The table of names: its shape, its aliases, and names that are ordinary words."""

from __future__ import annotations

import pytest

from briefing.core.language import gazetteer, names

KINDS = {"company", "person", "product", "place", "agency"}


def test_the_table_is_large_and_well_formed() -> None:
    entries = gazetteer.entries()
    assert len(entries) >= 600
    assert len({e.name for e in entries}) == len(entries)
    for entry in entries:
        assert entry.name and entry.sector
        assert entry.kind in KINDS
        assert len(entry.home) == 2 and entry.home.isupper()


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Wal-Mart", "Walmart"),
        ("The Kroger Co", "Kroger"),
        ("Kroger's", "Kroger"),
        ("Macy's", "Macy's"),
        ("M&S", "Marks & Spencer"),
        ("Alibaba Group", "Alibaba"),
        ("阿里巴巴", "Alibaba"),
        ("イオン", "Aeon"),
        ("FTC", "Federal Trade Commission"),
    ],
)
def test_aliases_lead_to_the_entry(printed: str, name: str) -> None:
    found = gazetteer.find(printed)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("word", ["next", "target", "bat", "unheard-of name", ""])
def test_ordinary_words_are_no_names(word: str) -> None:
    assert gazetteer.find(word) is None


def test_an_ordinary_first_word_needs_more_than_its_capital() -> None:
    assert not names.spans("Next week the grocer opens a depot.")
    assert [n.text for n in names.spans("Shares of Target rose.")] == ["Target"]


def test_a_possessive_that_belongs_to_the_name_stays() -> None:
    found = names.spans("Shoppers left Macy's for Kohl's stores.")
    assert [n.text for n in found] == ["Macy's", "Kohl's"]


def test_chinese_names_are_found_in_running_text() -> None:
    found = [n.text for n in names.spans("阿里巴巴与永辉超市周一达成合作。")]
    assert found == ["阿里巴巴", "永辉超市"]
