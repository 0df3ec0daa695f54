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


@pytest.mark.parametrize(
    "query", ["", "?", "?utm_source=a", "?ref=x&&utm_id=", "?id=1&ref=x", "?a"]
)
@pytest.mark.parametrize("path", ["", "/", "/a//b/", "/a/index.php", "/x.amp.html", "/%C3%BC/~b"])
@pytest.mark.parametrize(
    "host",
    [
        "shop.example",
        "www.shop.example",
        "amp.shop.example",
        "www.amp.de",
        "a.example:80",
        "a.example:8080",
    ],
)
def test_a_plain_address_is_read_at_once_as_if_taken_apart(
    host: str, path: str, query: str
) -> None:
    url = f"http://{host}{path}{query}"
    assert identity.canonical(url) == identity._taken_apart(url)
