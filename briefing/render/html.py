"""HTML of a card, a briefing, an article and a dossier: one file each, nothing fetched from afar.

Readable on a phone, in the dark and on paper. Texts of articles stand in it as text only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from briefing import plain
from briefing.models import (
    AlsoItem,
    Article,
    ArticleRef,
    BriefedStory,
    Briefing,
    Card,
    Dossier,
    Question,
    Trend,
)
from briefing.render import chart, dates, escape, wording
from briefing.render.html_style import STYLE

_safe = escape.html


def document(title: str, body: str, *, language: str = "en", feed: str = "") -> str:
    """Return a whole HTML file with its style inside; a policy forbids it to load anything."""
    follow = (
        f'<link rel="alternate" type="application/atom+xml" href="{_safe(feed)}">\n' if feed else ""
    )
    return (
        f'<!doctype html>\n<html lang="{_safe(language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{_safe(title)}</title>\n{follow}<style>\n{STYLE}\n</style>\n</head>\n"
        f"<body>\n{body}\n</body>\n</html>\n"
    )


def card(card: Card) -> str:
    """Return a card as one HTML file."""
    return document(card.headline, card_body(card))


def card_body(card: Card) -> str:
    """Return the inside of a card's page, as a mail carries it."""
    parts = [
        f"<h1>{_safe(card.headline)}</h1>",
        f'<p class="muted">{_tag(card.status)} {_safe(wording.by_line(card))}</p>',
        _paragraph(card.lede.text),
        _claims(card),
    ]
    if card.numbers:
        rows = ((n.value, wording.measure(n), wording.period(n)) for n in wording.numbers(card))
        parts += [_h2(wording.NUMBERS), _table(("figure", "what", "period"), rows)]
        parts += [_paragraph(more)] if (more := wording.more_numbers(card)) else []
    if card.entities:
        people = (f"<b>{_safe(e.name)}</b>: {_safe(e.role or e.kind)}" for e in card.entities)
        parts += [_h2(wording.WHO), _list(people)]
    if card.watch:
        asked = (_safe(wording.watch(w)) for w in card.watch)
        parts += [_h2(wording.TO_WATCH), _list(asked)]
    if card.verify:
        parts += [_h2(wording.VERIFY), _list(_safe(v) for v in card.verify)]
    source = _link(card.article.title or card.headline, card.article.url)
    note = f" {_safe(wording.sentence(card.note))}" if card.note else ""
    parts.append(f"<footer><p>Source: {source}. {_safe(wording.foot(card))}{note}</p></footer>")
    return "\n".join(p for p in parts if p)


def briefing(b: Briefing) -> str:
    """Return a briefing as one HTML file."""
    return document(f"{b.title}, {dates.long(b.date)}", body(b))


def body(b: Briefing, draw: Callable[[Sequence[Trend]], str] = chart.svg) -> str:
    """Return the inside of a briefing's page, as a feed or a mail carries it; `draw` charts."""
    parts = [
        f"<header><h1>{_safe(b.title)}</h1>"
        f'<p class="muted">{_safe(dates.long(b.date))} · {_safe(wording.read(b))}</p></header>',
        f'<p class="top">{_safe(b.top_line)}</p>',
    ]
    if len(b.stories) > 1:
        lines = (f"{_safe(s.headline)} {_tag(s.card.status)}" for s in b.stories)
        label = wording.CONTENTS
        parts.append(f'<nav aria-label="{label}"><h4>{label}</h4>{_list(lines)}</nav>')
    if b.stories:
        parts += [_h2(wording.TOP), *(_story(b, s) for s in b.stories)]
    if b.also:
        parts.append(_h2(wording.ALSO))
        for beat, items in wording.by_beat(b.also):
            parts += [f"<h4>{_safe(beat)}</h4>", _list(_also(b, i) for i in items)]
    if b.numbers:
        head = ("figure", "what", "period", "source")
        parts += [_h2(wording.NUMBERS), _table(head, (wording.row(r) for r in b.numbers))]
    parts.append(_watchlist(b, draw(b.trends)))
    for label, lines_ in ((wording.CHANGES, b.changes), (wording.VERIFY, b.verify)):
        parts += [_h2(label), _list(_safe(line) for line in lines_)] if lines_ else []
    parts.append(_sources(b))
    return "\n".join(p for p in parts if p)


def _story(b: Briefing, story: BriefedStory) -> str:
    card = story.card
    about = f"{_safe(story.beat)} · {_safe(wording.standing(story))}"
    parts = [f"<article><h3>{_safe(story.headline)}</h3>"]
    parts.append(f'<p class="muted">{_tag(card.status)} {about}</p>')
    if story.what_is_new:
        parts.append(f'<p class="new"><b>{wording.CHANGED}</b> {_safe(story.what_is_new)}</p>')
    if card.lede.text != story.what_is_new:
        parts.append(_paragraph(card.lede.text))
    parts.append(_claims(card))
    source = f"Source: {_outlets(story.articles)} {_safe(wording.place(b, story))}"
    parts.append(f'<p class="muted">{source}</p></article>')
    return "\n".join(p for p in parts if p)


def _claims(card: Card) -> str:
    points = _list(_safe(p.text) for p in card.points) if card.points else ""
    why = f'<p class="why"><i>{wording.WHY}</i> {_safe(card.why.text)}</p>' if card.why else ""
    return points + why


def _also(b: Briefing, item: AlsoItem) -> str:
    where = f"{_outlets(item.articles)} {_safe(wording.place(b, item))}"
    return f'{_tag(item.status)} {_safe(item.text)} <span class="muted">{where}</span>'


def _watchlist(b: Briefing, figure: str) -> str:
    parts = []
    for label, questions in wording.watch_parts(b):
        parts.append(f"<h4>{label}</h4>{_list(_question(q) for q in questions)}")
    return "\n".join([_h2(wording.WATCH), *parts, figure]) if parts or figure else ""


def _question(question: Question) -> str:
    found = wording.answer(question)
    return _safe(wording.question(question)) + (f"<br>{_safe(found)}" if found else "")


def _sources(b: Briefing) -> str:
    lines = [
        f"{_link(s.article.title or 'untitled', s.article.url)}, {_safe(wording.origin(s.article))}"
        for s in b.sources
    ]
    parts = [_h2(wording.SOURCES)]
    parts += [f"<ol>{''.join(f'<li>{line}</li>' for line in lines)}</ol>"] if lines else []
    if b.failures:
        failed = (f"{_safe(f.source)}: {_safe(f.reason)}" for f in b.failures)
        parts.append(f"<p>{_safe(wording.failures(b))}</p>{_list(failed)}")
    parts.append(f"<footer><p>{_safe(wording.foot(b))}</p></footer>")
    return "\n".join(parts)


def article(article: Article) -> str:
    """Return an article as one HTML file."""
    by = [article.site or "", ", ".join(article.authors), dates.short(article.published)]
    parts = [f"<h1>{_safe(article.title)}</h1>"]
    parts.append(f'<p class="muted">{_safe(" · ".join(p for p in by if p))}</p>')
    for part in plain.block(article.text).split("\n\n"):
        lines = [line for line in part.split("\n") if line.strip()]
        if lines and all(line.startswith("- ") for line in lines):
            parts.append(_list(_safe(line[2:]) for line in lines))
        elif lines and all(line.startswith("|") for line in lines):
            cells = (line.strip("| ").split("|") for line in lines)
            parts.append(_table((), cells))
        else:
            parts += [
                _h2(line[3:]) if line.startswith("## ") else _paragraph(line) for line in lines
            ]
    if article.url:
        parts.append(f"<footer><p>{_link(article.url, article.url)}</p></footer>")
    return document(article.title, "\n".join(parts), language=article.language or "en")


def dossier(d: Dossier) -> str:
    """Return the page of a company as one HTML file."""
    span = f"{dates.short(d.since)} to {dates.short(d.until)}"
    parts = [f'<h1>{_safe(d.name)}</h1><p class="muted">{_safe(span)}</p>']
    parts.append(chart.svg(_few(d.trend)))
    for label, questions in (("Open questions", d.open), ("Answered", d.answered)):
        parts += [_h2(label), _list(_question(q) for q in questions)] if questions else []
    parts += [_h2("In order")] if d.entries else []
    for e in d.entries:
        tag = _tag(e.status) if e.status else ""
        day = dates.short(e.date)
        parts.append(f'<h3>{_safe(e.headline)}</h3><p class="muted">{tag} {day}</p>')
        if e.text.rstrip(".") != e.headline.rstrip("."):
            parts.append(_paragraph(e.text))
        parts.append(f'<p class="muted">Source: {_outlets(e.articles)}</p>')
    return document(d.name, "\n".join(p for p in parts if p))


def _few(trend: Trend | None) -> list[Trend]:
    return [trend] if trend else []


def _outlets(articles: Iterable[ArticleRef]) -> str:
    """Return the outlets of a story as links, each once, at most three."""
    shown, more = wording.named(articles)
    return " ".join(p for p in (", ".join(_link(site, a.url) for site, a in shown), more) if p)


def _h2(text: str) -> str:
    return f"<h2>{_safe(text)}</h2>"


def _tag(status: str) -> str:
    return f'<span class="tag {status}">{status}</span>'


def _paragraph(text: str) -> str:
    return f"<p>{_safe(text)}</p>" if text else ""


def _list(items: Iterable[str]) -> str:
    return "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    top = "".join(f"<th>{_safe(h)}</th>" for h in head)
    body = "".join(f"<tr>{''.join(f'<td>{_safe(c)}</td>' for c in row)}</tr>" for row in rows)
    return f"<table>{f'<thead><tr>{top}</tr></thead>' if top else ''}<tbody>{body}</tbody></table>"


def _link(text: str, url: str | None) -> str:
    safe = escape.address(url)
    return (
        f'<a href="{_safe(safe)}" rel="noopener noreferrer">{_safe(text)}</a>'
        if safe
        else _safe(text)
    )
