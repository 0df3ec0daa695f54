"""The quick way from HTML to text says what the page reader says; verdicts too."""

from __future__ import annotations

import pytest

from briefing.core.feed import articles, dates, texts
from briefing.core.feed.items import Item, Media
from briefing.core.page import html as pages
from briefing.core.page import verdict

NOW = "2026-01-16T00:00:00Z"


@pytest.mark.parametrize(
    "html",
    [
        "<p>One.</p>\n<p>Two <b>bold</b> &amp; <a href='x'>linked</a>.</p>",
        "plain text",
        "A<br>B<br/>C",
        "<div><p>One</p>tail</div>",
        "<h2 class='a'>Head</h2><p>Text</p>",
        "<ul>\n<li>One</li>\n<li class='x'>Two</li></ul>",
        "<p>  spaced \n out\u3000wide </p>",
        "<figure><img src='a.jpg' alt='x'><figcaption>Photo</figcaption></figure><p>Text</p>",
        "<blockquote><p>“Said”</p></blockquote>",
        "<table><tr><td>a</td><td>1</td></tr><tr><td>b</td><td>2</td></tr></table>",
        "<p>x</p><script>alert(1)</script><style>p{}</style>",
        "<P>Loud</P><LI>item",
        "<p><img alt='a > b'>Text</p>",
        "",
    ],
)
def test_both_ways_agree(html: str) -> None:
    assert texts.body(html) == pages.fragment(html)


def test_the_footer_of_a_blog_is_no_text() -> None:
    html = (
        "<p>Text.</p><p>The post <a href='x'>Title</a> appeared first on <a href='y'>Site</a>.</p>"
    )
    assert texts.body(html) == "Text."


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Short note.",
        "word " * 39,
        "word " * 41,
        "word " * 300,
        "零售新闻" * 30,
        "Subscribe to continue reading this article. " + "The store sells more of it. " * 5,
        "We value your privacy. Accept all cookies. Manage choices.",
    ],
)
def test_the_quick_verdict_is_the_full_one(text: str) -> None:
    item = Item(title="t", summary=text)
    (made,) = articles.articles([item], site="s", declared="en", now=NOW)
    assert made.verdict == verdict.judge(made.text)


def test_an_item_becomes_an_article() -> None:
    item = Item(
        guid="g",
        link="https://x.example/1?utm_source=rss",
        title="Sales rise",
        summary="<p>Short.</p>",
        content="<p>The longer text.</p>",
        authors=["desk@x.example (Ana Boris)"],
        published="Thu, 15 Jan 2026 08:00:00 GMT",
        media=[Media("https://x.example/a.jpg", "image/jpeg")],
    )
    (made,) = articles.articles([item], site="Shelf", declared="en", now=NOW)
    assert (made.title, made.text, made.site) == ("Sales rise", "The longer text.", "Shelf")
    assert (made.authors, made.image) == (("Ana Boris",), "https://x.example/a.jpg")
    assert made.published == "2026-01-15T08:00:00+00:00"


def test_a_date_of_the_future_is_not_believed() -> None:
    item = Item(title="x", published="Fri, 15 Jan 2038 08:00:00 +0000")
    assert articles.articles([item], site=None, declared="", now=NOW)[0].published is None


def test_a_new_date_alone_is_no_change() -> None:
    one, two = Item(title="x", summary="y", updated="1"), Item(title="x", summary="y", updated="2")
    assert articles.fingerprint(one) == articles.fingerprint(two)
    assert articles.fingerprint(one) != articles.fingerprint(Item(title="x", summary="z"))


@pytest.mark.parametrize(
    ("raw", "iso"),
    [
        ("Thu, 15 Jan 2026 08:00:00 +0100", "2026-01-15T08:00:00+01:00"),
        ("15 Jan 26 08:00 PST", "2026-01-15T08:00:00-08:00"),
        ("Thursday, 15 January 2026 8:05", "2026-01-15T08:05:00"),
        ("Thu Jan 15 08:00:00 GMT 2026", "2026-01-15T08:00:00+00:00"),
        ("2026-01-15T08:00:00Z", "2026-01-15T08:00:00+00:00"),
        ("2026-01-15T08:00:00.123-0500", "2026-01-15T08:00:00-05:00"),
        ("2026-01-15", "2026-01-15"),
        ("2026年1月15日", "2026-01-15"),
        ("Fri, 30 Dec 2026 23:59:60 GMT", "2026-12-30T23:59:59+00:00"),
        ("15 Jan 2026 25:99:00 GMT", "2026-01-15"),
        ("32 Jan 2026 08:00:00 GMT", None),
        ("Thu, 01 Jan 1970 00:00:00 GMT", None),
        ("2106-02-07T06:28:15Z", None),
        ("2026", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_dates_keep_the_zone_they_gave(raw: str, iso: str | None) -> None:
    assert dates.iso(raw) == iso
