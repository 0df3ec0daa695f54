"""Addresses: the same page has one, and a shown one can do no harm."""

import pytest

from briefing.core import identity


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("https://a.example/x?utm_source=rss&id=3", "https://a.example/x?id=3"),
        ("https://a.example/x?utm_source=rss", "https://a.example/x"),
        ("https://a.example/x?b=2&a=1#top", "https://a.example/x?b=2&a=1#top"),
        ("http://a.example/)](javascript:x)", "http://a.example/%29%5D%28javascript%3Ax%29"),
        ("https://a.example/a b", "https://a.example/a%20b"),
        ("mailto:a@b.example", "mailto:a@b.example"),
    ],
)
def test_a_shown_address_has_no_tracking_and_ends_no_link(given: str, shown: str) -> None:
    assert identity.clean(given) == shown
    assert identity.clean(shown) == shown


@pytest.mark.parametrize(
    "other",
    [
        "http://www.shop.example/news/1/",
        "https://shop.example/news/1?utm_campaign=x",
        "https://shop.example/news/1#comments",
        "https://amp.shop.example/news/1/amp",
        "https://shop.example//news/1/index.html",
    ],
)
def test_one_page_has_one_id(other: str) -> None:
    assert identity.article_id(other, "") == identity.article_id("https://shop.example/news/1", "")


def test_a_text_without_an_address_is_told_by_its_words() -> None:
    first = identity.article_id(None, "Sales “rose”  4%.")
    assert first == identity.article_id(None, 'sales "rose" 4%.')
    assert first != identity.article_id(None, "Sales rose 5%.")
