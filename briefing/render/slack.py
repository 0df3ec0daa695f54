"""Block Kit payloads of a card and a briefing, saying what every other form says.

Texts of articles stand in them as text: no mention, link or mark-up of theirs is ever active.
"""

from __future__ import annotations

from collections.abc import Iterable

from briefing import plain
from briefing.models import AlsoItem, ArticleRef, BriefedStory, Briefing, Card, Question
from briefing.render import dates, escape, spark, wording
from briefing.render.slack_blocks import (
    Block,
    Chapter,
    Payload,
    bold,
    context,
    divider,
    heading,
    item,
    messages,
    pieces,
    sections,
)

_safe = escape.slack


def card(card: Card) -> list[Payload]:
    """Return a card as messages: one, or several numbered ones for a very long card."""
    said = wording.hedged(card.headline, card.status)
    return messages(said, _card(card))


def briefing(b: Briefing) -> list[Payload]:
    """Return a briefing as messages in order, for a channel without threads."""
    overview = _overview(b)._replace(notice="" if b.stories else b.top_line)
    return messages(_title(b), [overview, *_stories(b), *_rest(b)], headed=True)


def thread(b: Briefing) -> list[Payload]:
    """Return a briefing as its overview, then the replies below it: each story, then the rest."""
    first = messages(_title(b), [_overview(b)], headed=True)
    replies = [m for story in _stories(b) for m in messages(story.notice, [story])]
    return [*first, *replies, *messages(_title(b), _rest(b))]


def withdrawn(title: str) -> Payload:
    """Return what stands in place of a part that a renewed issue no longer has."""
    return messages(title, [Chapter(sections(["No longer part of this issue."]))])[0]


def _title(b: Briefing) -> str:
    return f"{b.title}, {dates.long(b.date)}" if b.date else b.title


def _card(card: Card) -> list[Chapter]:
    by_line = context([_tag(card), *pieces(wording.by_line(card))])
    head = [*sections(bold(card.headline)), *by_line]
    parts = [Chapter([*head, *sections([*pieces(card.lede.text), *_claims(card)])])]
    figures = [*map(wording.figure, wording.numbers(card)), wording.more_numbers(card)]
    parts += _listed(wording.NUMBERS, filter(None, figures))
    parts += _listed(wording.WHO, [f"{e.name}: {e.role or e.kind}" for e in card.entities])
    parts += _listed(wording.TO_WATCH, [wording.watch(w) for w in card.watch])
    parts += _listed(wording.VERIFY, card.verify)
    source = _source(card.article.title or card.headline, card.article.url)
    note = pieces(wording.sentence(card.note)) if card.note else ()
    return [*parts, Chapter(context(["Source:", *source, *pieces(wording.foot(card)), *note]))]


def _tag(card: Card) -> str:
    return f"*{card.status}* ·"


def _claims(card: Card) -> list[str]:
    lines = [line for p in card.points for line in item(p.text)]
    return [*lines, *(item(card.why.text, f"_{wording.WHY}_ ") if card.why else [])]


def _listed(label: str, texts: Iterable[str]) -> list[Chapter]:
    lines = [line for text in texts for line in item(text)]
    return [Chapter(sections([f"*{label}*", *lines]))] if lines else []


def _overview(b: Briefing) -> Chapter:
    blocks = [*heading(_title(b)), *sections(pieces(b.top_line))]
    if len(b.stories) > 1:
        lines = [line for s in b.stories for line in item(s.headline, after=f" ({s.card.status})")]
        blocks += sections([f"*{wording.CONTENTS}*", *lines])
    blocks += context([_safe(wording.sentence(wording.read(b)))])
    top = b.stories[0] if b.stories else None
    return Chapter(blocks, wording.hedged(top.headline, top.card.status) if top else b.top_line)


def _stories(b: Briefing) -> list[Chapter]:
    return [_story(b, story, number) for number, story in enumerate(b.stories, 1)]


def _story(b: Briefing, story: BriefedStory, number: int) -> Chapter:
    card = story.card
    about = f"{_safe(plain.line(story.beat, 80))} ·" if story.beat else ""
    lines = item(story.what_is_new, f"*{wording.CHANGED}* ") if story.what_is_new else []
    if card.lede.text != story.what_is_new:
        lines += pieces(card.lede.text)
    standing = " ".join(p for p in (_tag(card), about, *pieces(wording.standing(story))) if p)
    blocks = [divider(), *sections([*bold(f"{number}. {story.headline}"), standing])]
    blocks += sections([*lines, *_claims(card)])
    blocks += context(["Source:", *_outlets(story.articles), _safe(wording.place(b, story))])
    return Chapter(blocks, wording.hedged(story.headline, card.status))


def _outlets(articles: Iterable[ArticleRef]) -> list[str]:
    """Return the outlets of a story as links, each once, at most three."""
    shown, more = wording.named(articles)
    links = [escape.slack_link(plain.line(site, 120), a.url) for site, a in shown]
    return [*(f"{link}," for link in links[:-1]), *links[-1:], more]


def _rest(b: Briefing) -> list[Chapter]:
    chapters = [Chapter(blocks) for blocks in _also(b)]
    chapters += _listed(wording.NUMBERS, (wording.figure(r) for r in b.numbers))
    chapters += [Chapter(blocks) for blocks in _watchlist(b)]
    chapters += _listed(wording.CHANGES, b.changes)
    chapters += _listed(wording.VERIFY, b.verify)
    return [*chapters, *(Chapter(blocks) for blocks in _sources(b))]


def _also(b: Briefing) -> list[list[Block]]:
    chapters = []
    title = [divider(), *sections([f"*{wording.ALSO}*"])]
    for beat, items in wording.by_beat(b.also):
        lines = [line for i in items for line in _also_item(b, i)]
        chapters.append([*title, *sections([f"_{_safe(plain.line(beat, 80))}_", *lines])])
        title = []
    return chapters


def _also_item(b: Briefing, found: AlsoItem) -> list[str]:
    where = " ".join(p for p in (*_outlets(found.articles), _safe(wording.place(b, found))) if p)
    return item(found.text, f"• *{found.status}* ", f" ({where})")


def _watchlist(b: Briefing) -> list[list[Block]]:
    chapters = []
    for label, questions in wording.watch_parts(b):
        lines = [line for q in questions for line in _question(q)]
        chapters.append(sections([f"_{label}_", *lines]))
    shown = [t for t in b.trends if any(t.values)]
    bars = [line for t in shown for line in item(wording.trend(t, spark.line(t.values)))]
    chapters += [sections(bars)] if bars else []
    if chapters:
        chapters[0] = [divider(), *sections([f"*{wording.WATCH}*"]), *chapters[0]]
    return chapters


def _question(question: Question) -> list[str]:
    found = wording.answer(question)
    return item(wording.question(question)) + (item(found, "   ") if found else [])


def _sources(b: Briefing) -> list[list[Block]]:
    lines = []
    for s in b.sources:
        title = _source(s.article.title or "untitled", s.article.url)
        title[0] = f"[{s.number}] {title[0]}"
        lines += [*title[:-1], f"{title[-1]}, {_safe(plain.line(wording.origin(s.article), 300))}"]
    chapters = [sections([f"*{wording.SOURCES}*", *lines])] if lines else []
    if b.failures:
        failed = [line for f in b.failures for line in item(f"{f.source}: {f.reason}")]
        chapters.append(sections([_safe(wording.failures(b)), *failed]))
    return [*chapters, context(pieces(wording.foot(b)))]


def _source(title: str, url: str | None) -> list[str]:
    """Return a title as a link; a very long one as text with its address behind an arrow."""
    link = escape.slack_link(title, url)
    return [link] if len(link) < 1500 else [*pieces(title), escape.slack_link("↗", url)]
