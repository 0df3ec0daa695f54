"""Titles that try to be obeyed, in every written form."""

from __future__ import annotations

import email
import email.policy
import html as entities
import json
import re
import unicodedata
from html.parser import HTMLParser

import pytest
import specimens
from markdown_it import MarkdownIt

from briefing import plain
from briefing.models import Briefing, Card
from briefing.render import atom, html, mail, markdown, slack, text

CONTROLS = re.compile("[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
IDS = [f"{n}-{plain.filename(t, 20)}" for n, t in enumerate(specimens.HOSTILE)]


def everywhere(title: str) -> Briefing:
    """Return a briefing that says a title in every place that a title can stand in."""
    from dataclasses import replace

    from briefing.models import Point

    b = specimens.briefing(2, 2, (title,))
    first = b.stories[0]
    card = replace(
        first.card,
        headline=title,
        lede=Point(text=title),
        points=(Point(text=title),),
        why=Point(text=title),
        article=replace(first.card.article, title=title, site=title, authors=(title,)),
        verify=(title,),
    )
    refs = tuple(replace(a, title=title, site=title) for a in first.articles)
    story = replace(
        first, card=card, articles=refs, beat=title, reasons=(title,), what_is_new=title + "!"
    )
    return replace(
        b,
        top_line=title,
        stories=(story, *b.stories[1:]),
        also=tuple(replace(i, text=title, beat=title) for i in b.also),
        numbers=tuple(replace(r, number=replace(r.number, measures=title)) for r in b.numbers),
        changes=(title,),
        verify=(title,),
        sources=tuple(replace(s, article=replace(s.article, title=title)) for s in b.sources),
    )


def payload_texts(payload: slack.Payload) -> list[str]:
    found = [payload["text"]]
    for block in payload["blocks"]:
        parts = [block.get("text"), *block.get("elements", ())]
        found += [p["text"] for p in parts if p]
    return found


LINK = re.compile(r"<(https?://[^<>|\s]+)\|([^<>\n]*)>")


@pytest.mark.parametrize("title", specimens.HOSTILE, ids=IDS)
def test_nothing_is_obeyed_in_slack(title: str) -> None:
    b = everywhere(title)
    for payload in (*slack.briefing(b), *slack.thread(b), *slack.card(b.stories[0].card)):
        for said in payload_texts(payload):
            rest = LINK.sub(r"\2", said)
            assert not re.search(r"[<>]|&(?!amp;|lt;|gt;)", rest)
            assert not CONTROLS.search(said)
            assert not re.search(r"@(channel|here|everyone)", said)
            assert "`" not in said
            assert not re.search(r"(?i)(https?|javascript):", rest)
            for address, _ in LINK.findall(said):
                assert address.startswith("https://ledger.example/")


@pytest.mark.parametrize("title", specimens.HOSTILE, ids=IDS)
def test_the_title_is_whole_in_slack(title: str) -> None:
    b = specimens.briefing(1, 0, (title,))
    said = "".join(t for p in slack.briefing(b) for t in payload_texts(p))
    plain_text = entities.unescape(said).replace("\u200b", "").replace("\u02cb", "`")
    assert plain.line(title)[:200] in plain_text.replace("*\n", "")


@pytest.mark.parametrize("mark", ["*", "_", "~"])
def test_marks_of_an_article_never_touch_a_word(mark: str) -> None:
    b = specimens.briefing(1, 0, (f"{mark}bold{mark} and {mark}{mark}more{mark}{mark}",))
    for payload in slack.briefing(b):
        for said in payload_texts(payload):
            assert f"{mark}bold" not in said and f"bold{mark}" not in said


class Tags(HTMLParser):
    """Collects tags and addresses of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.addresses: list[str] = []
        self.names: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.names |= {name for name, _ in attrs}
        self.addresses += [v or "" for name, v in attrs if name in ("href", "src")]


def page_of(message: bytes) -> str:
    parsed = email.message_from_bytes(message, policy=email.policy.default)
    part = parsed.get_body(("html",))
    assert part is not None
    return str(part.get_content())


@pytest.mark.parametrize("title", specimens.HOSTILE, ids=IDS)
def test_no_page_runs_or_loads_anything(title: str) -> None:
    b = everywhere(title)
    card: Card = b.stories[0].card
    pages = [html.briefing(b), html.card(card), page_of(mail.briefing(b)), page_of(mail.card(card))]
    for page in pages:
        seen = Tags()
        seen.feed(page)
        assert not seen.tags & {"script", "iframe", "img", "object", "embed", "form", "base"}
        assert all(a.startswith("https://ledger.example/") for a in seen.addresses)
        assert not [name for name in seen.names if name.startswith("on")]
        assert not CONTROLS.search(page)


@pytest.mark.parametrize("title", specimens.HOSTILE, ids=IDS)
def test_a_subject_stays_one_header(title: str) -> None:
    written = mail.briefing(everywhere(title))
    head = written.partition(b"\r\n\r\n")[0]
    parsed = email.message_from_bytes(written, policy=email.policy.default)
    assert "bcc" not in parsed
    assert parsed.get_all("subject") and len(parsed.get_all("subject", [])) == 1
    assert len(str(parsed["subject"])) <= mail.SUBJECT
    assert all(b < 128 for b in head)
    assert max(len(line) for line in written.split(b"\r\n")) <= 998
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)", written)


@pytest.mark.parametrize("title", specimens.HOSTILE, ids=IDS)
def test_markdown_keeps_its_shape(title: str) -> None:
    plain_one = markdown.briefing(everywhere("A plain title"))
    hostile = markdown.briefing(everywhere(title))
    for mark in (r"^#+ ", r"^- ", r"^\d+\. ", r"^> ", r"^\|", r"(?<!\\)`"):
        assert len(re.findall(mark, hostile, re.M)) == len(re.findall(mark, plain_one, re.M)), mark
    tokens = MarkdownIt("commonmark", {"linkify": False}).enable("table").parse(hostile)
    inner = [t for token in tokens for t in (token, *(token.children or ()))]
    assert not [t for t in inner if t.type in ("html_block", "html_inline", "image", "fence")]
    links = [str(t.attrs["href"]) for t in inner if t.type == "link_open"]
    assert links and all(a.startswith("https://ledger.example/") for a in links)
    assert not CONTROLS.search(hostile)


@pytest.mark.parametrize("title", specimens.HOSTILE, ids=IDS)
def test_text_and_feed_stay_clean(title: str) -> None:
    import xml.etree.ElementTree as tree

    b = everywhere(title)
    assert not CONTROLS.search(text.briefing(b)) and not CONTROLS.search(
        text.card(b.stories[0].card)
    )
    feed = tree.fromstring(atom.feed([b]))
    assert len(feed.findall("{http://www.w3.org/2005/Atom}entry")) == 1


def test_front_matter_cannot_be_left() -> None:
    from dataclasses import replace

    b = replace(specimens.briefing(), title='x"\n---\nmade_by: "me')
    head = markdown.briefing(b).split("---\n")[1]
    assert json.loads(head.splitlines()[0].removeprefix("title: ")).startswith('x" ---')


def test_no_letter_is_so_common_that_it_may_stay_apart_from_its_accent() -> None:
    apart = [f"a{chr(c)}" for c in range(0x600)]
    assert all(unicodedata.is_normalized("NFC", plain.block(text)) for text in apart)
