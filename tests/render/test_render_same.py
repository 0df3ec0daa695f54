"""No channel says more or less than another: each statement stands in every form."""

from __future__ import annotations

import email
import email.policy
import html as entities
import re
from collections.abc import Callable
from dataclasses import replace

import pytest
import specimens

from briefing.models import Briefing, Card
from briefing.render import html, mail, markdown, slack, text, wording


def flat(written: str) -> str:
    """Return a form as its reader hears it: no tags, no escapes, no line ends."""
    written = re.sub(r"<style>.*?</style>|<head>.*?</head>", " ", written, flags=re.S)
    written = re.sub(r"<https?://[^|>]*\|([^>]*)>", r"\1", written)
    written = re.sub(r"(?<!\\)\[([^\]]*)\]\(http[^)]*\)", r"\1", written)
    written = re.sub(r"</?[a-z][^>]*>", "", written)
    written = entities.unescape(written).replace("\u200b", "")
    written = re.sub(r"\\([^\w\s])", r"\1", written).replace("*", "").replace("_", "")
    return re.sub(r"\s+", " ", written.replace("|", " ").replace("- ", ""))


def of_slack(payloads: list[slack.Payload]) -> str:
    found = []
    for payload in payloads:
        for block in payload["blocks"]:
            found += [t["text"] for t in (block.get("text"), *block.get("elements", ())) if t]
    return "\n".join(found)


def of_mail(message: bytes) -> str:
    body = email.message_from_bytes(message, policy=email.policy.default).get_body(("html",))
    return str(body.get_content()) if body else ""


BRIEFING: dict[str, Callable[[Briefing], str]] = {
    "text": text.briefing,
    "markdown": markdown.briefing,
    "html": html.briefing,
    "slack": lambda b: of_slack(slack.briefing(b)),
    "thread": lambda b: of_slack(slack.thread(b)),
    "mail": lambda b: of_mail(mail.briefing(b)),
}
CARD: dict[str, Callable[[Card], str]] = {
    "text": text.card,
    "markdown": markdown.card,
    "html": html.card,
    "slack": lambda c: of_slack(slack.card(c)),
    "mail": lambda c: of_mail(mail.card(c)),
}


def claims(card: Card) -> list[str]:
    return [card.headline, card.lede.text, *(p.text for p in card.points), *(
        [f"{wording.WHY} {card.why.text}"] if card.why else []
    )]  # fmt: skip


@pytest.mark.parametrize("channel", BRIEFING)
def test_a_briefing(channel: str) -> None:
    b = specimens.briefing(3, 4)
    said = flat(BRIEFING[channel](b)).lower()
    expected = [b.top_line, wording.read(b), *b.changes, *b.verify]
    for story in b.stories:
        expected += [*claims(story.card), wording.standing(story), story.card.status]
        expected += [wording.outlets(story.articles), story.what_is_new, wording.place(b, story)]
    for item in b.also:
        expected += [item.text, f"{wording.outlets(item.articles)} {wording.place(b, item)}"]
    for row in b.numbers:
        expected += [*wording.row(row)]
    for label, questions in wording.watch_parts(b):
        expected += [label, *(wording.question(q) for q in questions)]
        expected += [wording.answer(q) for q in questions]
    expected += [f"{s.article.title}, {wording.origin(s.article)}" for s in b.sources]
    expected += [wording.failures(b), *(f"{f.source}: {f.reason}" for f in b.failures)]
    if channel != "markdown":  # its front matter says what made it
        expected.append(wording.foot(b))
    missing = [text for text in expected if flat(text).strip().lower() not in said]
    assert missing == []


@pytest.mark.parametrize("channel", CARD)
def test_a_card(channel: str) -> None:
    card = specimens.card()
    said = flat(CARD[channel](card)).lower()
    expected = [*claims(card), card.status, wording.by_line(card), wording.foot(card), *card.verify]
    for number in card.numbers:
        expected += [number.value, wording.measure(number), wording.period(number)]
    expected += [f"{e.name}: {e.role or e.kind}" for e in card.entities]
    expected += [wording.watch(w) for w in card.watch]
    missing = [text for text in expected if flat(text).strip().lower() not in said]
    assert missing == []


@pytest.mark.parametrize("form", CARD)
def test_every_form_prints_the_first_twelve_figures_and_counts_the_rest(form: str) -> None:
    one = specimens.card()
    many = tuple(replace(one.numbers[0], value=f"${n}7 billion") for n in range(10, 30))
    said = flat(CARD[form](replace(one, numbers=many)))
    assert [n.value in said for n in many] == [True] * 12 + [False] * 8
    assert "8 more figures in the card's JSON." in said
