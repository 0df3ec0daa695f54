"""Markdown of a card, a briefing, an article and a dossier.

Texts of articles stand in it as themselves: none can open a heading, a link, HTML or a table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefing import plain
from briefing.models import (
    AlsoItem,
    Article,
    BriefedStory,
    Briefing,
    Card,
    Dossier,
    Point,
    Question,
)
from briefing.render import dates, escape, front, spark, wording

_safe = escape.markdown


def card(card: Card) -> str:
    """Return a card as a Markdown document."""
    parts = [
        f"# {_safe(card.headline)}",
        f"**{card.status}** · {_safe(wording.by_line(card))}",
        _safe(card.lede.text),
        *_claims(card),
    ]
    if card.numbers:
        parts += [f"## {wording.NUMBERS}", _table(card), _safe(wording.more_numbers(card))]
    if card.entities:
        people = (f"- **{_safe(e.name)}**: {_safe(e.role or e.kind)}" for e in card.entities)
        parts += [f"## {wording.WHO}", _lines(people)]
    if card.watch:
        asked = (f"- {_safe(wording.watch(w))}" for w in card.watch)
        parts += [f"## {wording.TO_WATCH}", _lines(asked)]
    if card.verify:
        parts += [f"## {wording.VERIFY}", _lines(f"- {_safe(v)}" for v in card.verify)]
    parts += ["---", _foot(card)]
    return _document(parts)


def _claims(card: Card) -> Iterator[str]:
    if card.points:
        yield _lines(f"- {_point(p)}" for p in card.points)
    if card.why:
        yield f"*{wording.WHY}* {_safe(card.why.text)}"


def _point(point: Point) -> str:
    return _safe(point.text)


def _table(card: Card) -> str:
    rows = [(n.value, wording.measure(n), wording.period(n)) for n in wording.numbers(card)]
    return _grid(("figure", "what", "period"), rows)


def _grid(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [f"| {' | '.join(head)} |", f"|{'---|' * len(head)}"]
    lines += [f"| {' | '.join(_safe(cell) for cell in row)} |" for row in rows]
    return "\n".join(lines)


def _foot(card: Card) -> str:
    title = escape.link(card.article.title or card.headline, card.article.url)
    note = f" {_safe(wording.sentence(card.note))}" if card.note else ""
    return f"Source: {title}, {_safe(wording.by_line(card))}. {_safe(wording.foot(card))}{note}"


def briefing(b: Briefing) -> str:
    """Return a briefing as a Markdown document with front matter."""
    heading = f"{b.title} — {dates.long(b.date)}" if b.date else b.title
    parts = [front.matter(b), f"# {_safe(heading)}", f"> {_safe(b.top_line)}"]
    if len(b.stories) > 1:
        parts.append(_contents(b))
    if b.stories:
        parts.append(f"## {wording.TOP}")
        for story in b.stories:
            parts += _story(b, story)
    if b.also:
        parts.append(f"## {wording.ALSO}")
        for beat, items in wording.by_beat(b.also):
            parts += [f"### {_safe(beat)}", _lines(_also(b, i) for i in items)]
    if b.numbers:
        rows = [wording.row(r) for r in b.numbers]
        parts += [f"## {wording.NUMBERS}", _grid(("figure", "what", "period", "source"), rows)]
    parts += _watchlist(b)
    if b.changes:
        parts += [f"## {wording.CHANGES}", _lines(f"- {_safe(c)}" for c in b.changes)]
    if b.verify:
        parts += [f"## {wording.VERIFY}", _lines(f"- {_safe(v)}" for v in b.verify)]
    parts += _sources(b)
    return _document(parts)


def _contents(b: Briefing) -> str:
    lines = (f"- {_safe(s.headline)} ({s.card.status})" for s in b.stories)
    return f"**{wording.CONTENTS}**\n\n" + _lines(lines)


def _story(b: Briefing, story: BriefedStory) -> list[str]:
    card = story.card
    parts = [f"### {_safe(story.headline)}"]
    parts.append(f"**{card.status}** · {_safe(story.beat)} · {_safe(wording.standing(story))}")
    if story.what_is_new:
        parts.append(f"**{wording.CHANGED}** {_safe(story.what_is_new)}")
    if card.lede.text and card.lede.text != story.what_is_new:
        parts.append(_safe(card.lede.text))
    parts += _claims(card)
    parts.append(
        f"Source: {_safe(wording.outlets(story.articles))} {_safe(wording.place(b, story))}"
    )
    return parts


def _also(b: Briefing, item: AlsoItem) -> str:
    outlets, place = wording.outlets(item.articles), wording.place(b, item)
    return f"- **{item.status}** {_safe(item.text)} ({_safe(outlets)} {_safe(place)})"


def _watchlist(b: Briefing) -> list[str]:
    parts: list[str] = []
    for label, questions in wording.watch_parts(b):
        parts += [f"### {label}", _lines(_question(q) for q in questions)]
    for trend in b.trends:
        if any(trend.values):
            days = wording.count(len(trend.values), "day")
            bars = f"{spark.line(trend.values)} {sum(trend.values)}"
            parts.append(f"{_safe(trend.name)}: `{bars}` stories in {days}")
    return [f"## {wording.WATCH}", *parts] if parts else []


def _question(question: Question) -> str:
    found = wording.answer(question)
    return f"- {_safe(wording.question(question))}" + (f"\n  {_safe(found)}" if found else "")


def _sources(b: Briefing) -> list[str]:
    parts: list[str] = []
    if b.sources:
        lines = (
            f"{s.number}. {escape.link(s.article.title or 'untitled', s.article.url)}, "
            f"{_safe(wording.origin(s.article))}" + (f" `{s.hash}`" if s.hash else "")
            for s in b.sources
        )
        parts.append(_lines(lines))
    if b.failures:
        lines = (f"- {_safe(f.source)}: {_safe(f.reason)}" for f in b.failures)
        parts += [_safe(wording.failures(b)), _lines(lines)]
    return [f"## {wording.SOURCES}", _safe(wording.read(b)) + ".", *parts]


def article(article: Article) -> str:
    """Return an article as Markdown: its blocks as headings, items, tables and paragraphs."""
    by = [article.site or "", ", ".join(article.authors), dates.short(article.published)]
    parts = [f"# {_safe(article.title)}", _safe(" · ".join(p for p in by if p))]
    if article.url:
        parts.append(escape.link(article.url, article.url))
    for part in plain.block(article.text).split("\n\n"):
        parts.append("\n".join(_block(part.split("\n"))))
    return _document(parts)


def _block(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines of a block; below the first row of a table stands the rule that makes it."""
    for number, line in enumerate(lines):
        row = _block_line(line)
        yield row
        if line.startswith("|") and (not number or not lines[number - 1].startswith("|")):
            yield "|" + "---|" * len(_cells(line))


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip("| ").split("|")]


def _block_line(line: str) -> str:
    for mark in ("## ", "- "):
        if line.startswith(mark):
            return mark + _safe(line[len(mark) :])
    if line.startswith("|"):
        return "| " + " | ".join(_safe(c) for c in _cells(line)) + " |"
    return _safe(line)


def dossier(d: Dossier) -> str:
    """Return the page of a company as Markdown."""
    span = f"{dates.short(d.since)} to {dates.short(d.until)}"
    parts = [f"# {_safe(d.name)}", f"{span}, {wording.count(len(d.entries), 'story', 'stories')}."]
    if d.trend and any(d.trend.values):
        parts.append(f"Stories per day: `{spark.line(d.trend.values)}`")
    for label, questions in (("Open questions", d.open), ("Answered", d.answered)):
        if questions:
            parts += [f"## {label}", _lines(_question(q) for q in questions)]
    if d.entries:
        parts.append("## In order")
    for entry in d.entries:
        status = f" ({entry.status})" if entry.status else ""
        parts.append(f"### {dates.short(entry.date)}: {_safe(entry.headline)}{status}")
        if entry.text and entry.text.rstrip(".") != entry.headline.rstrip("."):
            parts.append(_safe(entry.text))
        links = (escape.link(a.site or a.title or "source", a.url) for a in entry.articles)
        parts.append("Sources: " + ", ".join(links))
    return _document(parts)


def _lines(lines: Iterable[str]) -> str:
    return "\n".join(lines)


def _document(parts: Iterable[str]) -> str:
    return "\n\n".join(p for p in parts if p) + "\n"
