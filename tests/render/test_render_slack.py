"""Slack: limits kept, long things split at stories and numbered, nothing lost."""

from __future__ import annotations

import html
import re
from dataclasses import replace

import pytest
import specimens

from briefing.models import ArticleRef, Point
from briefing.render import escape, slack, slack_limits
from briefing.render.slack_blocks import Payload, size


def said(payloads: list[Payload]) -> str:
    """Return all texts of messages, as a reader sees them."""
    found = []
    for payload in payloads:
        for block in payload["blocks"]:
            parts = [block.get("text"), *block.get("elements", ())]
            found += [p["text"] for p in parts if p]
    return html.unescape("\n".join(found)).replace("\u200b", "")


SIZES = [(0, 0), (1, 0), (3, 4), (20, 8), (60, 30)]


@pytest.mark.parametrize(("stories", "also"), SIZES)
def test_every_message_keeps_the_limits(stories: int, also: int) -> None:
    b = specimens.briefing(stories, also, specimens.HOSTILE)
    for payload in (*slack.briefing(b), *slack.thread(b)):
        assert slack_limits.problems(payload) == []
        assert sum(size(block) for block in payload["blocks"]) < 9_500


@pytest.mark.parametrize(("stories", "also"), SIZES)
def test_no_story_and_no_source_is_lost(stories: int, also: int) -> None:
    b = specimens.briefing(stories, also)
    for payloads in (slack.briefing(b), slack.thread(b)):
        text = said(payloads)
        for number in range(1, stories + 1):
            assert f"*{number}. Northgate announces plan number {number}*" in text
        for item in b.also:
            assert item.text in text
        for source in b.sources:
            assert f"[{source.number}] <{source.article.url}|{source.article.title}>" in text


def test_a_long_issue_is_numbered() -> None:
    payloads = slack.briefing(specimens.briefing(60, 30))
    total = len(payloads)
    assert total > 2
    for number, payload in enumerate(payloads, 1):
        assert f"({number}/{total})" in payload["text"]
        assert re.search(rf"\({number}/{total}\)|Part {number}/{total}", said([payload]))


def test_a_short_issue_is_not_numbered() -> None:
    (payload,) = slack.briefing(specimens.briefing(2, 2))
    assert "1/1" not in said([payload]) + payload["text"]


def test_stories_are_not_torn_apart() -> None:
    for payload in slack.briefing(specimens.briefing(60, 30)):
        kinds = [block["type"] for block in payload["blocks"]]
        heads = re.findall(r"\*(\d+)\. ", said([payload]))
        ends = said([payload]).count("Source: ")
        assert len(heads) == ends, kinds


def test_a_card_of_ten_thousand_letters_is_whole() -> None:
    card = specimens.long_card(12_000)
    payloads = slack.card(card)
    assert len(payloads) == 2
    text = said(payloads)
    assert all(point.text.strip() in text for point in card.points)
    assert [slack_limits.problems(p) for p in payloads] == [[], []]


def test_one_endless_word_is_carried_over_whole() -> None:
    card = replace(specimens.card(), lede=Point(text="&" * 4_000))
    payloads = slack.card(card)
    assert said(payloads).count("&") == 4_000 + 1  # the card has one of its own
    assert not [found for p in payloads for found in slack_limits.problems(p)]


@pytest.mark.parametrize("letters", [400, 5_000])
def test_monstrous_names_pass(letters: int) -> None:
    b = specimens.briefing(1, 1)
    long = "n" * letters
    ref = ArticleRef(id="a", title=long, site=long, url=f"https://x.example/{long}")
    story = replace(b.stories[0], articles=(ref,), beat=long, headline=long)
    source = replace(b.sources[0], article=ref)
    b = replace(b, stories=(story,), sources=(source,), title=long)
    for payload in (*slack.briefing(b), *slack.thread(b)):
        assert slack_limits.problems(payload) == []


def test_a_thread_has_an_overview_and_a_reply_for_each_story() -> None:
    b = specimens.briefing(3, 4)
    first, *replies = slack.thread(b)
    assert "In this issue" in said([first]) and "*1. " not in said([first])
    assert [bool(re.search(rf"\*{n}\. ", said([replies[n - 1]]))) for n in (1, 2, 3)] == [True] * 3
    assert len(replies) == 4


def test_a_notice_keeps_the_tag_of_a_rumour() -> None:
    b = specimens.briefing(2)
    assert "Rumour: Northgate announces plan number 1" in slack.briefing(b)[0]["text"]
    assert "Rumour: Northgate announces plan number 1" in slack.thread(b)[0]["text"]
    assert slack.thread(b)[1]["text"].startswith("Rumour: ")
    assert slack.card(specimens.card())[0]["text"].startswith("Rumour: ")


def test_slack_is_told_to_make_no_links_of_its_own() -> None:
    for payload in slack.briefing(specimens.briefing()):
        assert payload["unfurl_links"] is payload["unfurl_media"] is False
        for block in payload["blocks"]:
            for text in (block.get("text"), *block.get("elements", ())):
                assert not text or text["type"] == "plain_text" or text["verbatim"] is True


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("AT&T > <b>", "AT&amp;T &gt; &lt;b&gt;"),
        ("<!channel>", "&lt;!channel&gt;"),
        ("a *b* c", "a \u200b*\u200bb\u200b*\u200b c"),
        ("`c`", "\u02cbc\u02cb"),
        ("> quote", "\u200b&gt; quote"),
        (":tada: at 10:30:00", ":\u200btada: at 10:30:00"),
        ("@here we go", "@\u200bhere we go"),
        ("https://x.example", "https\u200b://x.example"),
        ("two\nlines", "two lines"),
    ],
)
def test_letters_mean_themselves(text: str, written: str) -> None:
    assert escape.slack(text) == written


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "//x.example", None])
def test_only_web_addresses_are_linked(url: str | None) -> None:
    assert escape.slack_link("title", url) == "title"


def test_an_address_cannot_leave_its_link() -> None:
    link = escape.slack_link("a|b>c", "https://x.example/?a=1&b=<2>|evil")
    assert link == "<https://x.example/?a=1&amp;b=%3C2%3E%7Cevil|a|b&gt;c>"


def test_limits_are_found_before_sending() -> None:
    (payload,) = slack.briefing(specimens.briefing(1, 0))
    long = {"type": "section", "text": {"type": "mrkdwn", "text": "x" * 3_001}}
    assert "3001 characters" in slack_limits.problems({**payload, "blocks": [long]})[0]
    many = {**payload, "blocks": [{"type": "divider"}] * 51}
    assert slack_limits.problems(many) == ["51 blocks, 1 to 50 are allowed"]
    assert slack_limits.problems({**payload, "text": ""})
