"""Every format comes to the same entries, however it is written."""

from __future__ import annotations

import json

import pytest

from briefing.core.feed import parse, sanitise
from briefing.errors import FeedError
from briefing.models import Page

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"
 xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
<channel><title>Shelf &amp; Basket</title><link>https://shop.example/</link><language>en-GB</language>
<ttl>90</ttl><sy:updatePeriod>hourly</sy:updatePeriod>
<item><title>Sales &lt;b&gt;rise&lt;/b&gt; 4%</title><link>/news/1?utm_source=rss</link>
<guid isPermaLink="false">n-1</guid><dc:creator>Ana Boris</dc:creator>
<pubDate>Thu, 15 Jan 2026 08:00:00 EST</pubDate><category>results</category>
<description>&lt;p&gt;Short.&lt;/p&gt;</description>
<content:encoded><![CDATA[<p>Long <a href="more">text</a>.</p><script>alert(1)</script>]]>
</content:encoded>
<enclosure url="https://shop.example/report.pdf" type="application/pdf" length="1200"/>
<media:thumbnail url="https://shop.example/1.jpg"/></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://shop.example/" xml:lang="en">
<title type="text">Shelf &amp; Basket</title><link rel="self" href="feed"/><link href="/"/>
<entry xml:base="/2026/"><title type="html">Sales &lt;b&gt;rise&lt;/b&gt; 4%</title><id>urn:n:1</id>
<link rel="alternate" type="text/html" href="one"/><link rel="enclosure" href="a.mp3" length="7"/>
<published>2026-01-15T08:00:00-05:00</published><author><name>Ana Boris</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Long <a href="more">text</a>.</p>
</div></content></entry></feed>"""

RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://shop.example/"><title>Shelf</title><link>https://shop.example/</link>
</channel><item rdf:about="https://shop.example/1"><title>One</title>
<link>https://shop.example/1</link><dc:date>2026-01-15</dc:date></item></rdf:RDF>"""

CDF = """<CHANNEL HREF="https://shop.example/"><TITLE>Shelf</TITLE>
<ITEM HREF="https://shop.example/1" LASTMOD="2026-01-15T08:00"><TITLE>One</TITLE>
<ABSTRACT>Short.</ABSTRACT></ITEM></CHANNEL>"""

JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Shelf",
        "home_page_url": "https://shop.example/",
        "authors": [{"name": "Desk"}],
        "items": [
            {
                "id": 1,
                "url": "https://shop.example/1",
                "title": "A < B & C",
                "content_text": "x\n\ny",
            },
            {"id": "2", "content_html": "<p>Two</p>", "author": {"name": "Ana"}, "tags": ["a", 3]},
            "no item",
        ],
    }
)


def read(
    text: str | bytes, url: str = "https://shop.example/feed", **more: str
) -> parse.ParsedFeed:
    body = text.encode() if isinstance(text, str) else text
    return parse.feed(Page(origin=url, body=body, url=url, **more))  # type: ignore[arg-type]


def test_rss_says_it_all() -> None:
    found = read(RSS)
    entry = found.entries[0]
    assert (found.feed.title, found.feed.site_url) == ("Shelf & Basket", "https://shop.example/")
    assert found.ttl == 90 * 60
    assert entry.title == "Sales rise 4%"
    assert entry.guid == "n-1"
    assert entry.url == "https://shop.example/news/1?utm_source=rss"
    assert entry.authors == ("Ana Boris",)
    assert entry.published == "2026-01-15T08:00:00-05:00"
    assert entry.html == '<p>Long <a href="https://shop.example/more">text</a>.</p>\n'
    assert entry.summary == "<p>Short.</p>"
    assert entry.categories == ("results",)
    assert entry.language == "en"
    assert entry.image == "https://shop.example/1.jpg"
    assert entry.enclosures[0].length == 1200


def test_atom_resolves_every_link_against_its_own_base() -> None:
    found = read(ATOM, url="https://cdn.example/x")
    entry = found.entries[0]
    assert found.feed.site_url == "https://shop.example/"
    assert entry.title == "Sales rise 4%"
    assert entry.url == "https://shop.example/2026/one"
    assert 'href="https://shop.example/2026/more"' in entry.html
    assert entry.enclosures[0].url == "https://shop.example/2026/a.mp3"
    assert entry.published == "2026-01-15T08:00:00-05:00"


@pytest.mark.parametrize("text", [RDF, CDF], ids=["RSS 1.0", "CDF"])
def test_old_formats_are_read(text: str) -> None:
    found = read(text)
    assert found.feed.title == "Shelf"
    assert [(e.title, e.url) for e in found.entries] == [("One", "https://shop.example/1")]
    assert (found.entries[0].published or "").startswith("2026-01-15")


def test_json_feed_leaves_out_what_has_the_wrong_type() -> None:
    first, second = read(JSON).entries
    assert (first.guid, first.title, first.authors) == ("1", "A < B & C", ("Desk",))
    assert first.html == "x<br>y" or first.html == "x<br><br>y"
    assert (second.authors, second.categories) == (("Ana",), ("a",))


def test_atom_0_3_modes() -> None:
    found = read(
        '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry>'
        '<title mode="base64" type="text/html">PGI+QmlnPC9iPiBkYXk=</title>'
        '<content mode="escaped" type="text/html">&lt;p&gt;Text&lt;/p&gt;</content>'
        "<issued>2004-01-01</issued></entry></feed>"
    )
    assert (found.entries[0].title, found.entries[0].html) == ("Big day", "<p>Text</p>")


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("Salt &amp; Pepper", "Salt & Pepper"),
        ("Salt &amp;amp; Pepper", "Salt & Pepper"),
        ("a &lt; b &gt; c", "a < b > c"),
        ("files [sic] &lt;3", "files [sic] <3"),
        ("<![CDATA[<i>One</i> two]]>", "One two"),
        ("red \u202etxt", "red txt"),
        ("x&#27;[31m", "x[31m"),
    ],
)
def test_titles_are_plain(raw: str, shown: str) -> None:
    text = f"<rss><channel><item><title>{raw}</title></item></channel></rss>"
    assert read(text).entries[0].title == shown


def test_an_extension_speaks_only_where_the_format_is_silent() -> None:
    text = RSS.replace("<item><title>", "<item><media:title>Other</media:title><title>")
    assert read(text).entries[0].title == "Sales rise 4%"


def test_a_guid_that_is_an_address_leads_there() -> None:
    item = "<item><title>x</title><guid{}>https://shop.example/9</guid></item>"
    text = (
        "<rss><channel>"
        + item.format("")
        + item.format(' isPermaLink="false"')
        + "</channel></rss>"
    )
    assert [e.url for e in read(text).entries] == ["https://shop.example/9", None]


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "java\nscript:x"]
)
def test_only_web_addresses_are_links(link: str) -> None:
    text = f"<rss><channel><item><title>x</title><link>{link}</link></item></channel></rss>"
    assert not (read(text).entries[0].url or "").startswith(("j", "d", "f"))


def test_the_newest_entries_are_kept_in_their_order() -> None:
    items = "".join(
        f"<item><title>{n}</title><pubDate>{n:02} Jan 2026 08:00:00 GMT</pubDate></item>"
        for n in range(1, 29)
    )
    page = Page(origin="x", body=f"<rss><channel>{items}</channel></rss>".encode())
    found = parse.feed(page, limit=3)
    assert [e.title for e in found.entries] == ["26", "27", "28"]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"<!doctype html><html><body><h1>Sign in</h1></body></html>", "web page"),
        (b'{"a": 1}', "no feed"),
        (b"[" * 5000, "JSON"),
        (b"\x1f\x8b\x08\x00rubbish", "no feed"),
        (b"just words", "no feed"),
    ],
)
def test_what_is_no_feed_is_refused_in_words(body: bytes, words: str) -> None:
    with pytest.raises(FeedError, match=words):
        read(body)


@pytest.mark.parametrize(
    ("link", "kept"),
    [
        ("http://[::1]/a b", "http://[::1]/a%20b"),
        ("http://[2001:db8::1]:8080/x?q=[1]", "http://[2001:db8::1]:8080/x?q=%5B1%5D"),
    ],
)
def test_an_ipv6_host_keeps_its_brackets(link: str, kept: str) -> None:
    assert sanitise.address(link) == kept
