"""The place of a text where a query's words stand, marked «so», on one line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing import plain
from briefing.models.query import All, Any, Query, Words

LENGTH = 180
"""Characters of a snippet, about."""
OPEN, CLOSE = "«", "»"
_READ = 20_000  # characters of a text that are looked at


def finder(query: Query) -> re.Pattern[str] | None:
    """Return the pattern of all words a query wants; None when it wants none."""
    wanted = sorted({p for w in _words(query) for p in _patterns(w)}, key=lambda p: (-len(p), p))
    return re.compile("|".join(wanted), re.I) if wanted else None


def _words(query: Query) -> Iterator[Words]:
    if isinstance(query, Words):
        yield query
    elif isinstance(query, (All, Any)):
        for part in query.parts:
            yield from _words(part)


def _patterns(words: Words) -> Iterator[str]:
    pieces = re.findall(r"\w+", words.text)
    if not pieces:
        return
    joined = r"\W+".join(map(re.escape, pieces))
    if pieces[0].isascii():
        joined = rf"\b{joined}"
    if pieces[-1].isascii():
        joined = rf"{joined}\w*" if words.prefix else rf"{joined}\b"
    yield joined


def snippet(text: str, wanted: re.Pattern[str]) -> str:
    """Return the stretch of text with the most different words, or its beginning."""
    text = text[:_READ].replace(OPEN, '"').replace(CLOSE, '"')
    hits = [(m.start(), m.group().lower()) for m in wanted.finditer(text)]
    start = _densest(hits)
    begin = max(0, start - LENGTH // 4)
    if begin:
        space = text.find(" ", begin, start)
        begin = space + 1 if space >= 0 else begin
    end = min(len(text), begin + LENGTH)
    if end < len(text):
        space = text.rfind(" ", begin + LENGTH // 2, end)
        end = space if space > 0 else end
    marked = wanted.sub(lambda m: f"{OPEN}{m.group()}{CLOSE}", text[begin:end])
    words = plain.line(marked)
    return f"{'… ' if begin else ''}{words}{' …' if end < len(text) else ''}"


def _densest(hits: list[tuple[int, str]]) -> int:
    best, most = 0, 0
    for number, (start, _) in enumerate(hits[:200]):
        near = {w for at, w in hits[number : number + 30] if at < start + LENGTH * 3 // 4}
        if len(near) > most:
            best, most = start, len(near)
    return best
