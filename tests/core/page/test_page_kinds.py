"""Kinds are sniffed from content and encodings read right, whatever a label says."""

from __future__ import annotations

import pytest

from briefing.core.page import decode, extract, sniff
from briefing.models import Page

ENGLISH = "Kitewell’s sales rose 3% to €2.4 billion, “a good year” for the café chain’s owner. " * 3
CHINESE = "禾田超市计划明年新开六十家社区店，公司表示线上订单的比例继续提高，利润也有所增长。" * 3
GERMAN = "Die Drogeriekette eröffnet zwölf Filialen in Köln, Düsseldorf und Gräfelfing. " * 3
LETTER = (
    "From: A <a@b.example>\nTo: c@d.example\nSubject: News\nDate: Thu, 19 Nov 2026 06:02:11 +0000\n"
)
KINDS = {
    "html": "<!doctype html><html><body><p>Text</p></body></html>",
    "html without a head": "<div><p>One</p><p>Two</p></div>",
    "html behind a comment": "<!-- saved --><html><body>x</body></html>",
    "feed": "<?xml version='1.0'?><rss version='2.0'><channel></channel></rss>",
    "feed: atom": "<feed xmlns='http://www.w3.org/2005/Atom'></feed>",
    "feed: json": '{"version": "https://jsonfeed.org/version/1.1", "items": []}',
    "opml": "<?xml version='1.0'?><opml version='2.0'><body/></opml>",
    "data": '{"id": 3, "text": "A grocer opens stores."}',
    "mail": LETTER + "\nGood morning.\n",
    "mail with html": LETTER
    + "Content-Type: text/html\n\n<html><body><p>a</p><p>b</p></body></html>",
    "mbox": "From a@b.example Thu Nov 19 06:02:11 2026\n" + LETTER + "\nGood morning.\n",
    "markdown": "# Title\n\nSome **bold** text with a [link](https://a.example).\n",
    "markdown with front matter": "---\ntitle: T\n---\n\nText.\n",
    "text": ENGLISH + "\n\n" + ENGLISH,
    "dump": "MENU\nHome\nNews\nShare\nA headline of the day\n\n" + ENGLISH,
    "pdf": "%PDF-1.4\n%âãÏÓ\n",
    "empty": " \n\t\n",
}


@pytest.mark.parametrize("name", KINDS)
def test_kinds(name: str) -> None:
    want = name.split(" ")[0].rstrip(":")
    assert sniff.kind(Page(origin="x", body=KINDS[name].encode())) == want


@pytest.mark.parametrize(
    "head", [b"\x89PNG\r\n", b"PK\x03\x04", b"\x1f\x8b\x08", b"\x7fELF", b"GIF89a"]
)
def test_binary_files(head: bytes) -> None:
    assert sniff.kind(Page(origin="x", body=head + bytes(range(256)))) == "binary"


@pytest.mark.parametrize("name", ["page.txt", "page.html", "page.pdf", "page"])
def test_the_name_does_not_matter(name: str) -> None:
    assert sniff.kind(Page(origin=name, body=KINDS["feed"].encode())) == "feed"


ENCODED = {
    "utf-8": (ENGLISH, ENGLISH.encode(), None),
    "utf-8 with a mark": (ENGLISH, b"\xef\xbb\xbf" + ENGLISH.encode(), None),
    "utf-8 labelled latin-1": (ENGLISH, ENGLISH.encode(), "iso-8859-1"),
    "utf-16 little": (ENGLISH, b"\xff\xfe" + ENGLISH.encode("utf-16-le"), None),
    "utf-16 big": (ENGLISH, b"\xfe\xff" + ENGLISH.encode("utf-16-be"), None),
    "utf-16 without a mark": (ENGLISH, ENGLISH.encode("utf-16-le"), None),
    "utf-16 big without a mark": (ENGLISH, ENGLISH.encode("utf-16-be"), None),
    "utf-32": (ENGLISH, ENGLISH.encode("utf-32"), None),
    "cp1252": (ENGLISH, ENGLISH.encode("cp1252"), None),
    "cp1252 labelled latin-1": (ENGLISH, ENGLISH.encode("cp1252"), "iso-8859-1"),
    "cp1252 labelled utf-8": (ENGLISH, ENGLISH.encode("cp1252"), "utf-8"),
    "latin-1 german": (GERMAN, GERMAN.encode("latin-1"), None),
    "gb18030": (CHINESE, CHINESE.encode("gb18030"), None),
    "gb18030 labelled gb2312": (CHINESE, CHINESE.encode("gb18030"), "gb2312"),
    "gb18030 labelled latin-1": (CHINESE, CHINESE.encode("gb18030"), "iso-8859-1"),
    "gb18030 labelled utf-8": (CHINESE, CHINESE.encode("gb18030"), "utf-8"),
    "cp1252 labelled utf-16": (ENGLISH, ENGLISH.encode("cp1252"), "utf-16"),
    "an unknown label": (ENGLISH, ENGLISH.encode(), "x-no-such-code"),
}


@pytest.mark.parametrize("name", ENCODED)
def test_encodings(name: str) -> None:
    want, body, label = ENCODED[name]
    assert decode.text(body, label).lstrip("\ufeff") == want


def test_a_label_inside_the_page_counts() -> None:
    text = "Žluťoučký kůň koupil obchod v Brně a otevřel prodejnu. " * 3
    page = f"<meta charset='windows-1250'><p>{text}</p>".encode("cp1250")
    assert text.strip() in decode.text(page)


def test_a_label_inside_a_page_of_single_bytes_is_no_utf_16() -> None:
    page = "<meta charset='utf-16'><p>Das Geschäft in Köln öffnet später.</p>"
    for body in (page, page + " "):  # of two lengths: half a letter at the end is no UTF-16 anyway
        assert decode.text(body.encode("cp1252")) == body


@pytest.mark.parametrize("heading", ["", "# "])
@pytest.mark.parametrize(
    "tail", [", The Shelf, November 26, 2026", ", The Shelf, 26 November 2026"]
)
def test_a_byline_names_writers_then_their_paper_then_the_day(heading: str, tail: str) -> None:
    body = (
        f"{heading}Larkspur opens stores\n\nBy Ann Holt and Joe May{tail}\n\n{ENGLISH}\n\n{ENGLISH}"
    )
    found = extract.articles(Page(origin="x", body=body.encode()))[0]
    assert (found.authors, found.site) == (("Ann Holt", "Joe May"), "The Shelf")
    assert found.published == "2026-11-26" and found.text.startswith(ENGLISH[:20])


def test_a_cut_character_spoils_nothing() -> None:
    assert decode.text(ENGLISH.encode()[:-2] + "’".encode()[:2]).startswith(ENGLISH[:60])


def test_binary_and_json_are_refused_in_words() -> None:
    from briefing import errors

    for body, word in ((b"\x89PNG\r\n\x1a\n", "binary"), (b'{"a": 1}', "JSON"), (b"", "empty")):
        with pytest.raises(errors.ExtractError, match=word) as caught:
            extract.articles(Page(origin="thing", body=body))
        assert caught.value.hint
