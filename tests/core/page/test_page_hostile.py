"""Hostile pages: the text is kept, time and size stay bounded, nothing dangerous comes out."""

# ruff: noqa: E501
from __future__ import annotations

import re
import time

import pytest

from briefing.core.page import extract, sniff
from briefing.models import Page

STORY = [
    "Fennmarket will open six stores in the north of the country next year, the grocer said on "
    "Tuesday, and hire about four hundred people for them.",
    "Sales rose 3.1% to $2.4 billion in the third quarter, helped by frozen food and by shoppers "
    "who cook at home more often than a year ago, it said in a statement.",
    "Analysts were less sure. Two rivals already run stores in all of the towns, and a third is "
    "looking for sites, according to a report by the adviser Calder Row.",
]
PARAGRAPHS = "".join(f"<p>{p}</p>" for p in STORY)
DANGER = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f\ufeff]"
)


def _read(body: str | bytes, kind: str | None = None) -> str:
    data = body if isinstance(body, bytes) else body.encode("utf-8", "surrogatepass")
    found = extract.readings(Page(origin="x", body=data), kind=kind)  # type: ignore[arg-type]
    return "\n".join(f"{a.title}\n{a.text}\n{a.authors}\n{a.site}\n{a.url}" for a in found)


SURVIVED = {
    "escape reference": f"<article><h1>News&#27;[31m</h1>&#27;{PARAGRAPHS}</article>",
    "hex escape reference": f"<article>&#x1b;]0;title&#x07;{PARAGRAPHS}</article>",
    "nul reference": f"<article>&#0;{PARAGRAPHS}&#x0;</article>",
    "deep nesting": "<div>" * 400 + PARAGRAPHS + "</div>" * 400,
    "very deep nesting": "<div>" * 20_000 + PARAGRAPHS + "</div>" * 20_000,
    "unclosed spans": "<span>" * 400 + PARAGRAPHS,
    "nested tables": "<table><tr><td>" * 300 + PARAGRAPHS,
    "raw escape": f"<article>\x1b[2J{PARAGRAPHS}</article>",
    "raw nul": f"<article>\x00{PARAGRAPHS}\x00</article>",
    "direction override": f"<article><h1>News \u202egnp.exe</h1>{PARAGRAPHS}</article>",
    "zero width": "<article>" + PARAGRAPHS.replace("north", "no\u200brth") + "</article>",
    "surrogate": f"<article>\ud800{PARAGRAPHS}</article>",
    "doctype with entities": "<!DOCTYPE html [<!ENTITY a 'aaaa'>]><html><body>" + PARAGRAPHS,
    "xml declaration": '<?xml version="1.0" encoding="UTF-16"?><html><body>' + PARAGRAPHS,
    "two bodies": f"<html><body><p>x</p></body><body>{PARAGRAPHS}</body></html>",
    "unclosed comment before": f"<article>{PARAGRAPHS}</article><!-- ",
    "script in text": f"<article>{PARAGRAPHS}<script>alert('x')</script></article>",
    "unclosed button": f"<button>Menu<div>{PARAGRAPHS}</div>",
    "many attributes": f"<div {'a=b ' * 20_000}>{PARAGRAPHS}</div>",
    "bad json-ld": "<script type='application/ld+json'>{'@graph': [[[[</script>" + PARAGRAPHS,
    "deep json-ld": "<script type='application/ld+json'>"
    + "[" * 100_000
    + "</script>"
    + PARAGRAPHS,
    "wrong json-ld types": '<script type=\'application/ld+json\'>{"@type": "NewsArticle", '
    '"headline": [1, {}], "author": {"name": [null, 3]}, "datePublished": {"x": 1}, '
    '"articleBody": [[]], "image": [{}], "publisher": 7}</script>' + PARAGRAPHS,
}
BOUNDED = {
    "one long line of html": "<html><body><p>" + "word " * 2_000_000,
    "one long line of text": "word " * 2_000_000,
    "many short lines": "line of words here\n" * 200_000,
    "many headings": "Line Of Words\n" * 100_000,
    "open paragraphs": "<p>" * 100_000,
    "open comments": "<!--" * 200_000,
    "angle brackets": "<" * 2_000_000,
    "brackets": "[" * 2_000_000,
    "references": "<html><body>" + "&#27;" * 200_000,
    "marks": "a" + "\u0301" * 500_000,
    "mail of one line": "From: a@b.example\nSubject: x\n\n" + "x" * 5_000_000,
    "mail of many headers": "From: a@b.example\nSubject: x\n" + "X-A: b\n" * 100_000 + "\ntext",
    "mail of many parts": "From: a@b.example\nSubject: x\nContent-Type: multipart/mixed; boundary=a\n\n"
    + "--a\nContent-Type: text/plain\n\nx\n" * 5_000,
    "markdown emphasis": "# T\n\n" + "**" * 200_000,
    "markdown links": "# T\n\n" + "[a](" * 100_000,
}


@pytest.mark.parametrize("name", SURVIVED)
def test_the_text_is_kept_and_harmless(name: str) -> None:
    text = _read(SURVIVED[name], kind="html")
    assert all(p in text for p in STORY)
    assert not DANGER.search(text)
    assert "alert(" not in text


@pytest.mark.parametrize("name", BOUNDED)
@pytest.mark.slow
def test_time_is_bounded(name: str) -> None:
    start = time.process_time()
    text = _read(BOUNDED[name])
    assert time.process_time() - start < 12
    assert not DANGER.search(text)


@pytest.mark.slow
def test_marks_within_marks_take_no_time() -> None:
    start = time.process_time()
    _read(
        "<html><body>" + "<span class='author'>" * 2_000 + "<p>Sales rose at the grocer.",
        kind="html",
    )
    assert time.process_time() - start < 3


def test_dangerous_addresses_are_no_address() -> None:
    page = (
        "<html><head><link rel=canonical href='javascript:alert(1)'>"
        "<meta property='og:image' content='data:text/html;base64,AAAA'></head><body>"
        f"<h1>News of the day here</h1>{PARAGRAPHS}</body></html>"
    )
    found = extract.articles(Page(origin="x", body=page.encode()))[0]
    assert found.url is None
    assert found.image is None


@pytest.mark.parametrize(
    "body", [b"", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"%PDF-1.4", b"PK\x03\x04"]
)
def test_nothing_readable_is_refused_in_words(body: bytes) -> None:
    found = extract.readings(Page(origin="x", body=body))
    assert [a.verdict for a in found] == ["empty"]


@pytest.mark.parametrize("kind", ["html", "text", "dump", "markdown", "mail", "mbox"])
def test_an_empty_page_is_empty_whatever_it_is_called(kind: sniff.Kind) -> None:
    assert [a.verdict for a in extract.readings(Page(origin="x", body=b""), kind=kind)] == ["empty"]
