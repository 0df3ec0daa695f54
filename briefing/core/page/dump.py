"""The page-dump rung: a whole screen of text, of which the article is a part.

Lines are rejoined, labelled and put together; title, byline, date and site are read off the
lines that carry them, never out of the text.
"""

from __future__ import annotations

import re
from dataclasses import replace

from briefing import plain
from briefing.core.language import text as language
from briefing.core.page import bylines, dateline, dumptitle, rejoin, says, select, signals
from briefing.core.page.reading import Metadata, Reading
from briefing.core.page.rejoin import Line

_MOST_LINES = 8_000
_REACH = 40  # lines from the headline to the story
_NUMBER = re.compile(r"(?<![\w\]])\[\d{1,3}\](?=\S)")
_REFERENCES = re.compile(r"(?m)^References\n\s*(?:Visible links\n\s*)?1\. \S+$")


def read(dump: str, furniture: frozenset[str] = frozenset()) -> Reading:
    """Return the article in a page dump."""
    page = rejoin.lines(unmarked(plain.block(dump)))
    page = [replace(x, text=plain.line(x.text)) for x in page]
    page = [x for x in page if x.text][:_MOST_LINES]
    title, sure = dumptitle.title(page)
    kept = select.select_lines(page, title, furniture)
    if kept and not sure:
        title = dumptitle.above(page, kept, title)
        kept = kept[1:] if page[kept[0]].text == title and kept[1:] else kept
    found = _metadata(page, kept, title)
    kept = [
        i
        for i in kept
        if not says.furniture(page[i].text) and not says.biography(page[i].text, found.authors)
    ]
    return Reading(
        text="\n\n".join(_form(page[i]) for i in kept),
        metadata=found,
        marks=" ".join(x.text for x in page)[:20_000],
    )


def unmarked(text: str) -> str:
    """Return a text browser's dump without the numbers of its links and their list at the end."""
    if len(_NUMBER.findall(text[:200_000])) < 3:
        return text
    m = _REFERENCES.search(text)
    return _NUMBER.sub("", text[: m.start()] if m else text).replace("(BUTTON) ", "")


def _form(line: Line) -> str:
    return f"- {line.text}" if line.bullet and not line.text[:1].isdigit() else line.text


def _metadata(page: list[Line], kept: list[int], title: str) -> Metadata:
    rows = [x.text for x in page]
    first, last = (kept[0], kept[-1]) if kept else (len(rows), 0)
    near = rows[max(0, first - 12) : first + 2] + rows[last : last + 8]
    inside = [row for row in rows[first : last + 1] if len(row) <= 100]
    near += [r for r in inside if says.writer(r) or says.editor(r)]
    authors: tuple[str, ...] = ()
    editor = paper = None
    for row in near:
        if len(row) > 160:
            continue
        if not editor and (name := says.editor(row)):
            editor = next(iter(bylines.names([name])), None)
        elif not authors and (name := says.writer(row)):
            authors, paper = bylines.names([name]), bylines.outlet(name)
    return Metadata(
        title=title,
        authors=authors,
        editor=editor,
        published=_day(rows, title, kept),
        site=_site(rows, title) or paper,
        language=language.language(" ".join(rows[i] for i in kept[:40])),
    )


def _day(rows: list[str], title: str, kept: list[int]) -> str | None:
    """Return the date of the first stamp below the headline, else one above it or at the end."""
    first, last = (kept[0], kept[-1]) if kept else (len(rows), 0)
    named = [i for i in range(max(0, first - _REACH), min(first, len(rows))) if rows[i] == title]
    head = named[-1] if named else max(0, first - 4)
    return (
        dateline.stamped(rows[head : min(first + 8, last + 1)])
        or dateline.opening(rows[first] if kept else "")
        or dateline.stamped(rows[max(0, head - 12) : head])
        or dateline.stamped(rows[last + 1 : last + 6])
    )


def _site(rows: list[str], title: str) -> str | None:
    """Return the site's name: what follows the headline in the window's title."""
    known = signals.key(title)
    for row in rows[:80]:
        if known and known in signals.key(row):
            for mark in (" | ", " - ", " – ", " — ", " · ", " :: "):
                head, _, tail = row.rpartition(mark)
                if head and 2 <= len(tail) <= 40 and signals.key(head).endswith(known):
                    return tail.strip()
    return None
