"""Page dumps: furniture goes, every sentence stays, and metadata is read off its own lines."""

# ruff: noqa: E501
from __future__ import annotations

from pathlib import Path

import pytest

from briefing.core.page import dump, extract, furniture, rejoin
from briefing.models import Article, Entry, Page

SAMPLES = Path(__file__).resolve().parents[3] / "sample_articles"
UNDATED = (SAMPLES / "larkspur-yundian-talks.txt").read_text(encoding="utf-8")


def _read(text: str) -> Article:
    return extract.articles(Page(origin="x", body=text.encode()), kind="dump")[0]


def test_pixel_text_is_split_from_the_title() -> None:
    assert UNDATED.startswith("Meta Pixel no scriptLarkspur")
    assert _read(UNDATED).title.startswith("Larkspur Outfitters Weighs")


def test_the_undated_rumour_has_no_date_as_html_too() -> None:
    found = _read(UNDATED)
    assert found.published is None
    body = "".join(f"<p>{p}</p>" for p in UNDATED.split("\n\n"))
    page = f"<html><head><title>{found.title} | Harbour Retail</title></head><body>{body}</body></html>"
    assert extract.articles(Page(origin="x", body=page.encode()))[0].published is None


def test_author_and_editor_are_told_apart() -> None:
    found = _read(UNDATED)
    assert (found.authors, found.editor, found.site) == (
        ("Li Wenqing",),
        "Paul Strand",
        "Harbour Retail",
    )


@pytest.mark.parametrize("width", [60, 78, 100])
def test_wrapped_lines_are_joined_again(width: int) -> None:
    import textwrap

    wrapped = "\n\n".join("\n".join(textwrap.wrap(p, width)) for p in UNDATED.split("\n\n"))
    true = _read(UNDATED).text.split("\n\n")[1:]  # the standfirst alone may go
    assert _read(wrapped).text.split("\n\n")[-len(true) :] == true


def test_a_link_in_a_sentence_breaks_no_line() -> None:
    rows = "The toy retailer said on Tuesday that it would buy its rival\nBrightwater\n, which is\nsmaller."
    assert rejoin.lines(rows)[0].text == rows.replace("\n, ", ", ").replace("\n", " ")


def test_numbers_of_links_go() -> None:
    text = (
        "[1]Home [2]News\nThe chain [3]Kitewell grew.\n\nReferences\n\n   1. https://a.example/\n"
    )
    assert dump.unmarked(text) == "Home News\nThe chain Kitewell grew.\n\n"
    assert dump.unmarked("As shown in [1] and [2], it grew.") == "As shown in [1] and [2], it grew."


def test_lines_of_many_pages_of_a_site_are_furniture() -> None:
    line = "Harbour Retail brings you the news that people who run shops talk about every morning."
    pages = [[line, f"Story {i} is about shops."] for i in "abcd"]
    learned = furniture.learn(pages)
    assert furniture.mark(line) in learned
    assert furniture.mark("Story a is about shops.") not in learned
    text = UNDATED.replace("\nImage credit", f"\n{line}\n\nImage credit")
    page = Page(origin="x", body=text.encode())
    assert line not in extract.articles(page, kind="dump", furniture=learned)[0].text


def test_counts_are_kept_as_text_and_add_up() -> None:
    counts = ""
    for _ in range(3):
        counts = furniture.count(counts, ["Sign up today", "x" * 500])
    assert furniture.known(counts) == frozenset({furniture.mark("SIGN UP, today!")})
    assert furniture.known("") == frozenset()


def test_the_entry_of_a_feed_outranks_the_page() -> None:
    entry = Entry(
        guid="1",
        url="https://till.example/a",
        title="The entry’s title",
        authors=("Ada Entry",),
        published="2026-11-19T08:00:00+00:00",
    )
    page = (SAMPLES / "nordhaven-buys-pell-crane.html").read_bytes()
    found = extract.articles(Page(origin="x", body=page, entry=entry))[0]
    assert (found.title, found.authors) == ("The entry’s title", ("Ada Entry",))
    assert (found.published, found.url) == ("2026-11-19T08:00:00+00:00", "https://till.example/a")


def test_a_teaser_above_the_story_is_not_its_title() -> None:
    teaser = "Seafood porridge gets the luxe treatment at the new house of a family from Leeds"
    story = [
        "Harlow Markets will close 30 of its stores in the north by May, its chief executive said "
        "on Monday, and sell the land under them to a fund that builds houses for the old.",
        "The stores lost £9m last year. Harlow Markets said it would offer posts at other stores "
        "to the 900 people who work there, and pay the others for eight weeks after they close.",
        "The fund, Larkfield, has bought the land of 12 other chains since 2020. It did not say "
        "what it paid for the land of Harlow, but its accounts speak of £40m for this year.",
    ]
    page = ["Home", "News", teaser, "Share", "Harlow to close 30 stores in the north", *story]

    assert dump.read("\n\n".join(page)).metadata.title == "Harlow to close 30 stores in the north"
