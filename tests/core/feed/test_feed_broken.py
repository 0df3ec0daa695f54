"""Broken and hostile feeds: what can be read is read, in bounded time, and nothing runs."""

from __future__ import annotations

import time

import pytest

from briefing.core.feed import lenient, parse
from briefing.errors import FeedError
from briefing.models import Page

ITEM = "<item><title>{}</title><link>https://x.example/{}</link></item>"


def rss(inside: str, head: str = "") -> str:
    return f"{head}<rss version='2.0'><channel><title>T</title>{inside}</channel></rss>"


def titles(text: str | bytes, charset: str | None = None) -> list[str]:
    body = text.encode() if isinstance(text, str) else text
    page = Page(origin="x", body=body, url="https://x.example/f", charset=charset)
    return [entry.title for entry in parse.feed(page).entries]


def test_what_breaks_off_in_its_name_says_nothing() -> None:
    assert titles("<entry<title</content>") == [""]


def test_what_feedparser_itself_trips_over_is_no_feed() -> None:
    with pytest.raises(FeedError):
        titles(b'<rdf:F xmlns:rdf=")\xff\x99">')


def test_small_faults_lose_nothing() -> None:
    items = ITEM.format("Salt & Pepper & friends <3", 1) + ITEM.format("Caf&eacute;&nbsp;chain", 2)
    assert titles(rss(items)) == ["Salt & Pepper & friends <3", "Café chain"]


def test_every_item_of_a_malformed_feed_is_kept() -> None:
    bad = "<item><title>A & B {0}<br></title><link>https://x.example/{0}?a=1&b=2</link></item>"
    items = "".join((bad if n % 10 == 0 else ITEM).format(n, n) for n in range(50))
    assert len(titles(rss(items))) == 50


@pytest.mark.parametrize("head", ["\n\n  ", "\ufeff", "<!-- note -->\n", "warning: x\n"])
def test_what_stands_before_the_feed_does_not_matter(head: str) -> None:
    declaration = "<?xml version='1.0' encoding='utf-8'?>"
    assert titles(head + declaration + rss(ITEM.format("One", 1))) == ["One"]


@pytest.mark.parametrize(
    ("body", "charset", "title"),
    [
        (rss(ITEM.format("Café “sale”", 1), "<?xml version='1.0' encoding='ISO-8859-1'?>").encode(),
         None, "Café “sale”"),
        (rss(ITEM.format("Café 零售", 1), "<?xml version='1.0' encoding='utf-8'?>").encode(),
         "iso-8859-1", "Café 零售"),
        (rss(ITEM.format("零售新闻", 1), "<?xml version='1.0' encoding='gbk'?>").encode("gbk"),
         None, "零售新闻"),
        (rss(ITEM.format("Café", 1), "<?xml version='1.0' encoding='utf-16'?>").encode("utf-16"),
         None, "Café"),
        (rss(ITEM.format("Très élevé à la fin", 1)).encode("latin-1"), None, "Très élevé à la fin"),
    ],
    ids=["says latin, is utf-8", "transport lies", "gbk", "utf-16", "no label"],
)  # fmt: skip
def test_charsets_are_what_the_bytes_say(body: bytes, charset: str | None, title: str) -> None:
    assert titles(body, charset) == [title]


def test_a_cut_feed_never_passes_half_a_text_for_a_whole_one() -> None:
    item = "<item><title>{}</title><description>" + "word " * 50 + "{}</description></item>"
    whole = rss(item.format("One", "end") + item.format("Two", "end"))
    found = parse.feed(Page(origin="x", body=whole[: whole.rindex("word ")].encode()))
    assert [e.title for e in found.entries] == ["One", "Two"]
    assert found.entries[0].summary.endswith("end")
    assert found.entries[1].summary == ""


def test_no_entity_is_followed_and_none_explodes(tmp_path: object) -> None:
    subset = "<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'><!ENTITY a 'lol'>"
    subset += "".join(f"<!ENTITY a{n} '{'&a' * 9}'>" for n in range(9)) + "]>"
    found = titles(rss(ITEM.format("before &x;&a8; after", 1), subset))
    assert found[0].startswith("before") and "root:" not in found[0] and len(found[0]) < 100


TRAPS = ["<!--", "<![CDATA[", "<!DOCTYPE ", "<?x ", "<a ", "<a href='", "&#", "&a", "<b>", "</b>",
         "[", "<item>", "<", ">", '"', "<x:y ", "\x00", "&lt;!--", "<div>"]  # fmt: skip


@pytest.mark.parametrize("trap", TRAPS)
def test_time_grows_with_size_only(trap: str) -> None:
    text = rss("")[:-16] + "<item><title>x</title><description>" + trap * (30_000 // len(trap))
    begun = time.process_time()
    parse.strict(Page(origin="x", body=text.encode())) or lenient.read(text, None)
    assert time.process_time() - begun < 3


def test_no_more_tags_are_read_than_a_feed_has() -> None:
    deep = "<rss><channel>" + "<a>" * 200_000
    assert lenient.guarded(deep).count("<") == lenient.TAGS
    quoted = "<item><![CDATA[" + "<b>" * 100_000 + "]]></item>"
    assert lenient.guarded(quoted) == quoted


def test_markup_that_runs_is_gone_and_its_text_stays() -> None:
    html = (
        "<script>alert(1)</script><a href='javascript:x()' onclick='y()'>go</a><iframe src='//h'>"
        "</iframe><p style='display:none'>text</p><img src='https://tracker.example/p.gif'>\x9b31m"
    )
    text = rss(f"<item><title>x</title><description><![CDATA[{html}]]></description></item>")
    summary = parse.feed(Page(origin="x", body=text.encode())).entries[0].summary
    assert summary == "<a>go</a><p>text</p>"


def test_five_thousand_nested_elements_do_no_harm() -> None:
    html = "<div>" * 5000 + "deep" + "</div>" * 5000
    text = rss(f"<item><title>x</title><description><![CDATA[{html}]]></description></item>")
    assert "deep" in parse.feed(Page(origin="x", body=text.encode())).entries[0].summary
