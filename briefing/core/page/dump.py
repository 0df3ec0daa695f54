"""The page-dump rung: a whole screen of text, of which the article is a part.

Lines are rejoined, labelled and put together; title, byline, date and site are read off the
lines that carry them, never out of the text.
"""

from __future__ import annotations

import re
from dataclasses import replace

from briefing import plain
from briefing.core.language import text as language
from briefing.core.page import bylines, dates, dumptitle, rejoin, select, signals
from briefing.core.page.reading import Metadata, Reading
from briefing.core.page.rejoin import Line

_CREDIT = re.compile(
    r"(?i)^(?:image|photo|picture|video|graphic|foto|bild|screenshot|illustration)s?\s*"
    r"(?:credits?|source|courtesy|by|from|via|:|/|\(|©)|^(?:credits?|source|quelle)\s*[:：]|^©|图(?:片|源)"
)
_MORE = re.compile(
    r"(?i)^(?:read more|read also|also read|see also|read next|more on this|related(?: stor(?:y|ies)| articles?)?|"
    r"up next|lesen sie auch|lire aussi|相关阅读|延伸阅读|auto loading|loading|share|follow us|sign up|subscribe)\b"
)
_WRITER = re.compile(
    r"(?i)^(?:written by|by|writer|author|reporter|reporting by|words by|story by|von|par|por|text|autor(?:in)?|作者|记者)\s*[:：]?\s+(.{2,80}?)"
    r"(?=\s+(?:published|updated|posted|on\b|veröffentlicht|\d|[|·•–—]).*$|$)"
)
_EDITOR = re.compile(
    r"(?i)^(?:editor|edited by|editing by|redaktion|编辑|責任編集)\s*[:：]?\s+(.{2,60})$"
)
_STAMP = re.compile(
    r"(?i)^(?:.{0,60}\b(?:published|posted|updated|veröffentlicht|publié|publicado|发布)\b.{0,60}|"
    r".{0,8}\d{1,4}\D{1,14}\d{1,4}\D{0,14}\d{0,4}.{0,30})$"
)


def read(dump: str, furniture: frozenset[str] = frozenset()) -> Reading:
    """Return the article in a page dump."""
    page = rejoin.lines(plain.block(dump))
    page = [replace(x, text=plain.line(x.text)) for x in page]
    page = [x for x in page if x.text]
    title = dumptitle.title(page)
    kept = [i for i in select.select_lines(page, title, furniture) if not _is_furniture(page[i])]
    found = _metadata(page, kept, title)
    return Reading(
        text="\n\n".join(_form(page[i]) for i in kept),
        metadata=found,
        marks=" ".join(x.text for x in page)[:20_000],
    )


def _form(line: Line) -> str:
    return f"- {line.text}" if line.bullet and not line.text[:1].isdigit() else line.text


def _is_furniture(line: Line) -> bool:
    """Say whether a line that reads like prose says itself that it is none."""
    text = line.text
    if len(text) > 200:
        return False
    ended = text.endswith((".", "!", "?", "。"))
    if _CREDIT.search(text) and len(text) < 120:
        return True
    if _MORE.match(text) and not (ended and len(text) > 90):
        return True
    return bool(_WRITER.match(text) or _EDITOR.match(text)) and not ended and len(text) < 100


def _metadata(page: list[Line], kept: list[int], title: str) -> Metadata:
    rows = [x.text for x in page]
    first, last = (kept[0], kept[-1]) if kept else (len(rows), 0)
    near = rows[max(0, first - 12) : first + 2] + rows[last : last + 8]
    inside = [rows[i] for i in range(first, last + 1) if len(rows[i]) <= 100]
    near += [r for r in inside if _WRITER.match(r) or _EDITOR.match(r)]
    authors: tuple[str, ...] = ()
    editor = None
    for row in near:
        if len(row) > 160:
            continue
        if not editor and (m := _EDITOR.match(row)):
            editor = next(iter(bylines.names([m.group(1)])), None)
        elif not authors and (m := _WRITER.match(row)):
            authors = bylines.names([m.group(1)])
    return Metadata(
        title=title,
        authors=authors,
        editor=editor,
        published=_date(rows[max(0, first - 12) : first + 1] + rows[last + 1 : last + 6]),
        site=_site(rows, title),
        language=language.language(" ".join(rows[i] for i in kept[:40])),
    )


def _date(near: list[str]) -> str | None:
    """Return the date of a dateline: a short line that is a stamp, no sentence."""
    for row in near:
        if len(row) <= 90 and _STAMP.match(row) and (found := dates.printed(row)):
            return found
    return None


def _site(rows: list[str], title: str) -> str | None:
    """Return the site's name: what follows the headline in the window's title."""
    known = signals.key(title)
    for row in rows[:3]:
        if known and known in signals.key(row):
            for mark in (" | ", " - ", " – ", " — ", " · ", " :: "):
                head, _, tail = row.rpartition(mark)
                if head and 2 <= len(tail) <= 40 and signals.key(head).endswith(known):
                    return tail.strip()
    return None
