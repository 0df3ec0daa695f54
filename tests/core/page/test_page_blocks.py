"""Blocks of an HTML page, and the two looks at them."""

from __future__ import annotations

import pytest

from briefing.core.page import blocks, closer, extract, signals, tree
from briefing.models import Page

STORY = [
    "The grocer said on Monday that it will open six stores in the north of the country next year, "
    "two of them in towns that it left in 2019.",
    "Each of them will employ about 40 people, the company told shareholders at its meeting.",
    "Rents in the region have fallen by a tenth since the spring, according to a study of agents.",
]
PARAGRAPHS = "".join(f"<p>{p}</p>" for p in STORY)


def _blocks(body: str) -> list[blocks.Block]:
    root = tree.parse(f"<html><body>{body}</body></html>")
    assert root is not None
    return blocks.blocks(root)


def test_inline_elements_do_not_split_a_block() -> None:
    (block,) = _blocks("<p>One <a href=x>two</a> <b>th<i>re</i>e</b><img src=y> four</p>")
    assert (block.text, block.links, block.link_chars) == ("One two three four", 1, 3)


def test_a_block_knows_the_pictures_before_it() -> None:
    caption, text = _blocks("<div><img src=x><p>A caption</p><p>A paragraph</p></div>")
    assert (caption.pictures, text.pictures) == (1, 0)


def test_a_block_knows_three_elements_around_it() -> None:
    one, two, other = _blocks(
        "<section><div><p>One</p><p>Two</p></div><div><p>Other</p></div></section>"
    )
    assert one.group == two.group != other.group
    assert one.outer == other.outer
    assert len({one.parent, two.parent, other.parent}) == 3


def test_bold_is_a_block_that_is_bold_all_over() -> None:
    assert [
        b.bold
        for b in _blocks("<p><b>All of <i>these words</i></b></p><p><b>Some</b> of these words</p>")
    ] == [
        True,
        False,
    ]


def test_vectors_have_the_columns_that_are_named() -> None:
    page = _blocks(f"<nav><a href=x>Home</a></nav><h1>Six stores</h1>{PARAGRAPHS}")
    first = signals.vectors(page, signals.Hints(title="Six stores"), {})
    assert {len(v) for v in first if v} == {len(signals.COLUMNS)}
    second = closer.vectors(page, first, [0.1] * len(page))
    assert {len(v) for v in second if v} == {len(closer.COLUMNS)}


def test_only_blocks_in_doubt_are_looked_at_again() -> None:
    page = _blocks(PARAGRAPHS)
    first = signals.vectors(page, signals.Hints(), {})
    second = closer.vectors(page, first, [closer.SURE + 1, 0.0, -closer.SURE - 1])
    assert [v is not None for v in second] == [False, True, False]


def test_what_stands_in_the_footer_is_not_measured_unless_another_reader_heard_it() -> None:
    page = _blocks(f"{PARAGRAPHS}<footer><p>{STORY[0]} All rights.</p></footer>")
    silent = signals.vectors(page, signals.Hints(opinion=STORY[0]), {})
    assert [v is not None for v in silent] == [True, True, True, False]
    heard = signals.vectors(page, signals.Hints(opinion=f"{STORY[0]} All rights."), {})
    assert heard[-1] is not None


@pytest.mark.parametrize("tag", ["aside", "footer", "nav"])
def test_a_story_that_is_wholly_in_a_side_element_is_read(tag: str) -> None:
    body = f"<html><body><h1>Grocer returns</h1><{tag}>{PARAGRAPHS}</{tag}></body></html>"
    assert STORY[0] in extract.articles(Page(origin="x", body=body.encode()))[0].text


def test_a_date_in_the_footer_of_an_article_is_its_date() -> None:
    body = (
        "<html><body><article><h1>Grocer returns to the north</h1>"
        f"<footer>By Ann Ray | 4 January 2024</footer>{PARAGRAPHS}</article></body></html>"
    )
    assert extract.articles(Page(origin="x", body=body.encode()))[0].published == "2024-01-04"


def test_a_heading_cuts_the_site_off_the_title_of_a_page_without_h1() -> None:
    title = "Grocer returns to the north with six stores"
    body = (
        f"<html><head><title>{title} - Shop Floor</title></head>"
        f"<body><h2>{title}</h2>{PARAGRAPHS}</body></html>"
    )
    found = extract.articles(Page(origin="x", body=body.encode()))[0]
    assert found.title == title
    assert title not in found.text
