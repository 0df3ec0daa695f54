"""Lists of feeds: OPML however broken, newsboat's urls, the starter list, feeds a page names."""

from __future__ import annotations

from importlib import resources
from xml.etree import ElementTree

import pytest

from briefing.core import query
from briefing.core.feed import discover, newsboat, opml
from briefing.core.feed.newsboat import Line, Query, Refused
from briefing.core.feed.opml import Outline
from briefing.errors import FeedError
from briefing.models import Feed, Page


def outlines(text: str) -> list[Outline]:
    return opml.read(Page(origin="list", body=text.encode()))


def test_folders_become_categories() -> None:
    found = outlines(
        "<opml><body><outline text='Retail'><outline text='Asia'>"
        "<outline text='A' xmlUrl='https://a.example/f' htmlUrl='https://a.example'/>"
        "</outline><outline title='B' xmlUrl='https://b.example/f'></outline></outline>"
        "<outline text='C' type='rss' url='https://c.example/f'/></body></opml>"
    )
    assert found == [
        Outline("https://a.example/f", "A", "https://a.example", "Retail/Asia"),
        Outline("https://b.example/f", "B", "", "Retail"),
        Outline("https://c.example/f", "C", "", ""),
    ]


@pytest.mark.parametrize(
    "row",
    [
        '<outline text="Salt & Pepper" xmlUrl="https://a.example/f?a=1&b=2"/>',
        '<outline text="a < b" xmlUrl="https://a.example/f?a=1&amp;b=2"/>',
        '<outline text="x" text="again" xmlUrl="https://a.example/f?a=1&b=2">',
        "<OUTLINE TEXT=x XMLURL=https://a.example/f?a=1&b=2 />",
        '<outline description="says "hello" <em>x</em>" xmlUrl="https://a.example/f?a=1&b=2"/>',
        '<outline text="&nbsp;x" xmlUrl="https://a.example/f?a=1&b=2"',
    ],
)
def test_what_is_not_well_formed_is_read_all_the_same(row: str) -> None:
    after = '<outline text="y" xmlUrl="https://b.example/"/>'
    found = outlines(f"<opml><body>{row}\n{after}")
    assert [o.url for o in found] == ["https://a.example/f?a=1&b=2", "https://b.example/"]


def test_each_address_once_and_no_commented_one() -> None:
    row = "<outline xmlUrl='https://a.example/'/>"
    assert (
        len(outlines(f"<opml>{row * 100}<!-- <outline xmlUrl='https://b.example/'/> --></opml>"))
        == 1
    )


@pytest.mark.parametrize(
    "text",
    [
        "<html></html>",
        "",
        "<!--<outline-->",
        "<!DOCTYPE o [<!ENTITY a 'b'>]><opml><outline xmlUrl='&a;'/></opml>",
    ],
)
def test_what_is_no_list_is_refused(text: str) -> None:
    with pytest.raises(FeedError):
        outlines(text)


def test_two_thousand_folders_deep() -> None:
    text = "<opml>" + "<outline text='f'>" * 2000 + "<outline xmlUrl='https://a.example/'/>"
    assert outlines(text)[0].category == "f/f/f"


def test_what_is_written_is_well_formed_and_reads_back() -> None:
    feeds = [
        Feed(url="https://a.example/?a=1&b=<2>", title='Salt & "Pepper"', category="A/B"),
        Feed(url="https://b.example/", title="", site_url="https://b.example/home"),
    ]
    text = opml.write(feeds)
    ElementTree.fromstring(text)
    assert sorted(outlines(text)) == [
        Outline("https://a.example/?a=1&b=<2>", 'Salt & "Pepper"', "", "A/B"),
        Outline("https://b.example/", "https://b.example/", "https://b.example/home", ""),
    ]


def test_the_starter_list_is_whole() -> None:
    body = (resources.files("briefing.core.feed") / "starter.opml").read_bytes()
    ElementTree.fromstring(body)
    found = opml.read(Page(origin="starter", body=body))
    assert len(found) >= 40 and b"nverified" in body
    assert all(o.url.startswith("https://") and o.title and o.category for o in found)
    assert len({o.category for o in found}) >= 8


def test_newsboat_lines() -> None:
    found = newsboat.read(
        '# comment\n\nhttps://a.example/f retail "big news" "~My name"\nhttps://b.example/f !\n'
        '"query:Kroger:title =~ \\"kroger\\" and unread = \\"yes\\""\n'
        '"query:Odd:xyz = 1"\nexec:~/script.sh\n"filter:~/f.py:https://c.example"\n|~/x\n'
        "file:///etc/passwd\nftp://d.example/\n"
    )
    assert found[:4] == [
        Line("https://a.example/f", "My name", ("retail", "big news")),
        Line("https://b.example/f", "", ()),
        Query("Kroger", 'title =~ "kroger" and unread = "yes"', "title:kroger is:unread"),
        Query("Odd", "xyz = 1", ""),
    ]
    assert [type(line) for line in found[4:]] == [Refused] * 5


@pytest.mark.parametrize(
    ("asked", "query_text"),
    [
        ('title =~ "kroger"', "title:kroger"),
        ('title =~ "kroger|aldi"', "(title:kroger OR title:aldi)"),
        ('tags # "retail"', "tag:retail"),
        ('age < 3', "newer:3d"),
        ('age between 0:7', "newer:7d"),
        ('( title =~ "a" or content =~ "b c" ) and title !~ "d"',
         '( title:a OR "b c" ) -title:d'),
        ('feedtitle = "Retail Dive"', 'feed:"Retail Dive"'),
        ('title =~ "a.*b"', ""),
        ("flags = 5", ""),
    ],
)  # fmt: skip
def test_queries_are_translated_or_left(asked: str, query_text: str) -> None:
    assert newsboat.translated(asked) == query_text
    if query_text:
        query.parse(query_text)


def test_a_page_names_its_feeds_the_site_s_own_first() -> None:
    page = Page(
        origin="x",
        url="https://a.example/news/",
        body=b"""<html><head><base href="/blog/">
        <link rel="alternate" type="application/rss+xml" title="Comments" href="comments/feed/">
        <link rel=alternate type=application/json href=/wp-json/x>
        <link rel="alternate" hreflang="de" href="/de/">
        <link href='feed.xml' title='News' type='application/rss+xml' rel='alternate'>
        </head><a href="/atom.xml">feed</a><a href="/x">x</a>""",
    )
    assert [c.url for c in discover.named(page)] == [
        "https://a.example/blog/feed.xml",
        "https://a.example/atom.xml",
        "https://a.example/blog/comments/feed/",
        "https://a.example/wp-json/x",
    ]


def test_usual_places_lie_beside_the_page_and_at_the_root() -> None:
    found = [c.url for c in discover.guesses("https://a.example/blog")]
    assert found[0] == "https://a.example/blog/feed/"
    assert "https://a.example/feed.xml" in found
