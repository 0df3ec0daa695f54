"""The plain rungs: clean text and Markdown, in which everything is the article's."""

from __future__ import annotations

import re

from briefing import plain
from briefing.core.page import bylines, dateline, dates, rejoin, says
from briefing.core.page.reading import Metadata, Reading

_STAMP = 90  # characters of a line of date or byline
_FRONT = re.compile(r"\A---\n(.*?)\n(?:---|\.\.\.)\s*\n", re.S)
_FIELD = re.compile(
    r"(?m)^(title|author|authors|date|published|site|source|url|link|lang|language):\s*(.+)$", re.I
)
_LINK = re.compile(r"!?\[([^\]\n]{0,300})\]\([^()\s]{0,2000}(?:\s+\"[^\"]*\")?\)")
_ITEM = re.compile(r"[-*+]\s+|\d{1,2}\.\s+(?!\w+\.? \d{4}\b)")  # "20. November 2026" is a day
_EMPHASIS = re.compile(
    r"(\*\*|__)(\S(?:[^*_\n]*\S)?)\1|(?<![\w*])([*_])(\S(?:[^*_\n]*\S)?)\3(?![\w*])"
)


def text(whole: str) -> Reading:
    """Return a clean text as an article: its first short line is the title."""
    rows = [plain.line(r.text) for r in rejoin.lines(plain.block(whole))]
    parts = [r for r in rows if r]
    title = ""
    if len(parts) > 1 and len(parts[0]) <= 160 and parts[0][-1] not in ".。!":
        title = parts.pop(0)
    day, authors, site = _head(parts)
    metadata = Metadata(title=title, published=day, authors=authors, site=site)
    return Reading(text="\n\n".join(parts), metadata=metadata)


def _head(parts: list[str]) -> tuple[str | None, tuple[str, ...], str | None]:
    """Take the lines of date and byline off the head of a text; return what they state: day,
    authors and the paper they write for."""
    rows: list[str] = []
    site: str | None = None
    authors: tuple[str, ...] = ()
    while len(parts) > 1 and len(parts[0]) <= _STAMP:
        writer = None if says.ended(parts[0]) else says.writer(parts[0])
        if not writer and not dateline.stamp(parts[0]):
            break
        authors = authors or bylines.names([writer or ""])
        site = site or bylines.outlet(writer or "")
        rows.append(parts.pop(0))
    return dateline.stamped(rows), authors, site


def markdown(whole: str) -> Reading:
    """Return a Markdown text as an article: front matter read, marks of emphasis and links gone."""
    whole = plain.block(whole).lstrip()
    fields: dict[str, str] = {}
    if m := _FRONT.match(whole):
        fields = {k.lower(): v.strip().strip("\"'") for k, v in _FIELD.findall(m.group(1))}
        whole = whole[m.end() :]
    title = plain.line(fields.get("title", ""))
    parts: list[str] = []
    for part in re.split(r"\n\s*\n|\n(?=#{1,6} |[-*+] |\d{1,2}\. )|(?<=\n)(?=#{1,6} )", whole):
        part = _plain(part)
        if not part:
            continue
        if m := re.match(r"(#{1,6})\s+([^\n]*)\n?(.*)", part, re.S):
            if not title or (m.group(2) == title and not parts):
                title = title or m.group(2)
            else:
                parts.append("## " + m.group(2))
            part = m.group(3)
        if part:
            item = _ITEM.match(part)
            parts.append("- " + plain.line(part[item.end() :]) if item else _paragraph(part))
    parts = [p for p in parts if p]
    day, writers, paper = _head(parts)
    named = fields.get("authors") or fields.get("author") or ""
    return Reading(
        text="\n\n".join(parts),
        metadata=Metadata(
            title=title,
            authors=bylines.names([named.strip("[]")]) or writers,
            published=dates.iso(fields.get("date") or fields.get("published")) or day,
            site=fields.get("site") or fields.get("source") or paper,
            url=fields.get("url") or fields.get("link"),
            language=fields.get("lang") or fields.get("language"),
        ),
    )


def _plain(part: str) -> str:
    part = _LINK.sub(r"\1", part)
    return _EMPHASIS.sub(lambda m: m.group(2) or m.group(4), part).strip()


def _paragraph(part: str) -> str:
    if part.startswith("|"):
        return "\n".join(plain.line(r) for r in part.split("\n"))
    return plain.line(re.sub(r"(?m)^>\s?", "", part))


def pdf(whole: str, title: str, author: str) -> Reading:
    """Return the text of a PDF as an article; its properties are believed when they are words."""
    reading = text(whole)
    named = plain.line(title, 300)
    if " " not in named or named.lower().startswith(("microsoft word", "untitled")):
        named = reading.metadata.title
    return Reading(
        text=reading.text, metadata=Metadata(title=named, authors=bylines.names([author]))
    )
