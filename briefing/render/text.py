"""Plain text of a card, a briefing, an article and a dossier: 78 columns, no markup, read in order.

Made for terminals, mail and screen readers: no boxes, no rules of dashes, no table to be heard
cell by cell; a figure is a line that says what it is.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from briefing import plain
from briefing.models import Article, BriefedStory, Briefing, Card, Dossier
from briefing.render import dates, spark, wording

WIDTH = 78


def _cells(text: str) -> int:
    """Return how many columns a text takes: two for a wide character, none for a mark."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )


def wrap(text: str, *, first: str = "", rest: str = "") -> str:
    """Return text in lines of at most 78 columns; Chinese and Japanese break anywhere."""
    lines: list[str] = []
    line, used, empty = first, _cells(first), True
    for word in plain.line(text).split(" "):
        gap = " "
        for piece in _pieces(word, WIDTH - _cells(rest)):
            space = "" if empty else gap
            if not empty and used + len(space) + _cells(piece) > WIDTH:
                lines.append(line)
                line, used, space = rest, _cells(rest), ""
            line += space + piece
            used += len(space) + _cells(piece)
            empty, gap = False, ""
    return "\n".join([*lines, line])


def _pieces(word: str, most: int) -> list[str]:
    """Return the parts between which a word may be broken: none, but in wide or endless ones."""
    if word.isascii() and len(word) <= most:
        return [word]
    if word.isascii() or _cells(word) == len(word):
        return [word[i : i + most] for i in range(0, len(word), most)]
    return list(unicodedata.normalize("NFC", word))


def _title(text: str) -> str:
    return wrap(text.upper() if text.isascii() else text)


def card(card: Card) -> str:
    """Return a card as plain text."""
    parts = [wrap(card.headline), wrap(f"{card.status.capitalize()}. {wording.by_line(card)}")]
    parts += _claims(card)
    if card.numbers:
        figures = [*map(wording.figure, wording.numbers(card)), wording.more_numbers(card)]
        parts += [_title(wording.NUMBERS), _items(filter(None, figures))]
    if card.entities:
        people = (f"{e.name}: {e.role or e.kind}" for e in card.entities)
        parts += [_title(wording.WHO), _items(people)]
    if card.watch:
        parts += [_title(wording.TO_WATCH), _items(wording.watch(w) for w in card.watch)]
    if card.verify:
        parts += [_title(wording.VERIFY), _items(card.verify)]
    foot = [wording.foot(card), *([wording.sentence(card.note)] if card.note else [])]
    source = f"Source: {card.article.title or card.headline}"
    link = [plain.line(card.article.url)] if card.article.url else []
    parts.append("\n".join([wrap(source), *link, wrap(" ".join(foot))]))
    return _document(parts)


def _claims(card: Card, known: str = "") -> list[str]:
    parts = [wrap(card.lede.text)] if card.lede.text and card.lede.text != known else []
    if card.points:
        parts.append(_items(p.text for p in card.points))
    if card.why:
        parts.append(wrap(f"{wording.WHY} {card.why.text}"))
    return parts


def _items(texts: Iterable[str]) -> str:
    return "\n".join(wrap(t, first="- ", rest="  ") for t in texts)


def briefing(b: Briefing) -> str:
    """Return a briefing as plain text."""
    parts = [wrap(f"{b.title}, {dates.long(b.date)}"), wrap(b.top_line)]
    if b.stories:
        parts.append(_title(wording.TOP))
    for number, story in enumerate(b.stories, 1):
        parts += _story(b, story, number)
    if b.also:
        parts.append(_title(wording.ALSO))
    for beat, items in wording.by_beat(b.also):
        lines = (
            f"{i.status.capitalize()}: {i.text} "
            f"({wording.outlets(i.articles)} {wording.place(b, i)})"
            for i in items
        )
        parts.append(wrap(f"{beat}:") + "\n" + _items(lines))
    if b.numbers:
        parts += [_title(wording.NUMBERS), _items(wording.figure(r) for r in b.numbers)]
    parts += _watchlist(b)
    for label, texts in ((wording.CHANGES, b.changes), (wording.VERIFY, b.verify)):
        parts += [_title(label), _items(texts)] if texts else []
    return _document([*parts, *_sources(b)])


def _story(b: Briefing, story: BriefedStory, number: int) -> list[str]:
    parts = [wrap(f"{number}. {story.headline}")]
    standing = f"{story.card.status.capitalize()}; {story.beat}; {wording.standing(story)}."
    parts[0] += "\n" + wrap(standing)
    if story.what_is_new:
        parts.append(wrap(f"{wording.CHANGED} {story.what_is_new}"))
    parts += _claims(story.card, story.what_is_new)
    parts.append(wrap(f"Source: {wording.outlets(story.articles)} {wording.place(b, story)}"))
    return parts


def _watchlist(b: Briefing) -> list[str]:
    parts = []
    for label, questions in wording.watch_parts(b):
        texts = (" ".join([wording.question(q), wording.answer(q)]).strip() for q in questions)
        parts.append(f"{label}:\n{_items(texts)}")
    for trend in b.trends:
        if any(trend.values):
            parts.append(wrap(wording.trend(trend, spark.line(trend.values))))
    return [_title(wording.WATCH), *parts] if parts else []


def _sources(b: Briefing) -> list[str]:
    parts = [_title(wording.SOURCES), wrap(wording.sentence(wording.read(b)))]
    lines = []
    for s in b.sources:
        mark = f"[{s.number}] "
        lines.append(
            wrap(f"{s.article.title}, {wording.origin(s.article)}", first=mark, rest="    ")
        )
        if s.article.url:
            lines.append("    " + plain.line(s.article.url))
    parts.append("\n".join(lines))
    if b.failures:
        parts.append(wrap(wording.failures(b)))
        parts.append(_items(f"{f.source}: {f.reason}" for f in b.failures))
    return [*parts, wrap(wording.foot(b))]


def article(article: Article) -> str:
    """Return an article as plain text; headings stand alone, items keep their dash."""
    by = [article.site or "", ", ".join(article.authors), dates.short(article.published)]
    parts = [wrap(article.title), wrap(" · ".join(p for p in by if p))]
    for part in plain.block(article.text).split("\n\n"):
        lines = [line for line in part.split("\n") if line.strip()]
        parts.append("\n".join(_block_line(line) for line in lines))
    if article.url:
        parts.append(plain.line(article.url))
    return _document(parts)


def _block_line(line: str) -> str:
    if line.startswith("- "):
        return wrap(line[2:], first="- ", rest="  ")
    return wrap(line.removeprefix("## "))


def dossier(d: Dossier) -> str:
    """Return the page of a company as plain text."""
    span = f"{dates.short(d.since)} to {dates.short(d.until)}"
    stories = wording.count(len(d.entries), "story", "stories")
    parts = [wrap(d.name), wrap(f"{span}, {stories}.")]
    for label, questions in (("Open questions", d.open), ("Answered", d.answered)):
        if questions:
            texts = (" ".join([wording.question(q), wording.answer(q)]).strip() for q in questions)
            parts += [_title(label), _items(texts)]
    for e in d.entries:
        status = f" ({e.status})" if e.status else ""
        lines = [wrap(f"{dates.short(e.date)}: {e.headline}{status}")]
        if e.text and e.text.rstrip(".") != e.headline.rstrip("."):
            lines.append(wrap(e.text))
        lines.append(wrap(f"Sources: {wording.outlets(e.articles)}"))
        parts.append("\n".join(lines))
    return _document(parts)


def _document(parts: Iterable[str]) -> str:
    return "\n\n".join(p for p in parts if p) + "\n"
