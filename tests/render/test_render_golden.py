"""Every written form, byte for byte. BRIEFING_GOLDEN=write renews the files: look at the diff."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
import specimens

from briefing.render import atom, html, mail, markdown, slack, text
from briefing.render import json as as_json

GOLDEN = Path(__file__).resolve().parent.parent / "golden"
HEAD = mail.Letterhead(
    "Retail briefing <news@shop.example>",
    ("Ann <ann@shop.example>", "bo@shop.example"),
    "Retail briefing <retail.shop.example>",
    ("mailto:off@shop.example", "https://shop.example/off?u=1"),
)


def lines(payloads: list[slack.Payload]) -> str:
    return "".join(json.dumps(p, ensure_ascii=False, indent=1) + "\n" for p in payloads)


card, briefing, article = specimens.card(), specimens.briefing(), specimens.article()
FORMS: dict[str, Callable[[], str | bytes]] = {
    "card.md": lambda: markdown.card(card),
    "card.txt": lambda: text.card(card),
    "card.html": lambda: html.card(card),
    "card.json": lambda: as_json.card(card),
    "card.slack.json": lambda: lines(slack.card(card)),
    "card.eml": lambda: mail.card(card, HEAD),
    "briefing.md": lambda: markdown.briefing(briefing),
    "briefing.txt": lambda: text.briefing(briefing),
    "briefing.html": lambda: html.briefing(briefing),
    "briefing.json": lambda: as_json.briefing(briefing),
    "briefing.slack.json": lambda: lines(slack.briefing(briefing)),
    "briefing.thread.json": lambda: lines(slack.thread(briefing)),
    "briefing.eml": lambda: mail.briefing(briefing, HEAD),
    "briefing.atom.xml": lambda: atom.feed(
        [briefing], base="https://shop.example/news", pages=["2018-01-26.html"]
    ),
    "article.md": lambda: markdown.article(article),
    "article.txt": lambda: text.article(article),
    "article.html": lambda: html.article(article),
    "article.json": lambda: as_json.article(article),
}


@pytest.mark.parametrize("name", FORMS)
def test_a_form_is_written_as_it_always_was(name: str) -> None:
    written = FORMS[name]()
    data = written.encode() if isinstance(written, str) else written
    path = GOLDEN / name
    if os.environ.get("BRIEFING_GOLDEN") == "write":
        path.write_bytes(data)
    assert data == path.read_bytes()


@pytest.mark.parametrize("name", FORMS)
def test_the_same_noun_gives_the_same_bytes(name: str) -> None:
    assert FORMS[name]() == FORMS[name]()
