"""Text broken into screen lines by the width of its letters. Pure; returns offsets, not copies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from rich.cells import cell_len

# A piece is a word with the space after it.
_WORD = re.compile(r"\S+\s*|\s+")
_WIDE = "\u3040"  # the first letter of those that are words of their own


@cache
def _wide() -> re.Pattern[str]:
    """Return the pattern of pieces of a text with Chinese or Japanese letters.

    Each is a word of its own, unless closing punctuation follows, which may not begin a line.
    """
    return re.compile(
        r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff60]"
        r"[\u3001\u3002\uff0c\uff1a\uff1b\uff01\uff1f\uff09\u300d\u300f\u201d]*\s*"
        r"|[^\s\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff60]+\s*|\s+"
    )


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """Return (start, end) of each line of `text` at `width` cells; a newline ends a line.

    Space at the end of a line is left out; a word longer than a line is cut where it must be.
    An empty text is one empty line.
    """
    width = max(1, width)
    found: list[tuple[int, int]] = []
    start = 0
    for part in text.split("\n"):
        found.extend((start + a, start + b) for a, b in _wrap_line(part, width))
        start += len(part) + 1
    return found


def _wrap_line(text: str, width: int) -> Iterator[tuple[int, int]]:
    if text.isascii() and len(text) <= width:
        yield 0, len(text.rstrip())
        return
    begin, used = 0, 0
    pieces = _WORD if text.isascii() or max(text) < _WIDE else _wide()
    for match in pieces.finditer(text):
        word = match.group()
        bare = cell_len(word.rstrip())
        if used and used + bare > width:
            yield begin, _trim(text, begin, match.start())
            begin, used = match.start(), 0
        if bare > width:
            cuts = list(_cut(text, match.start(), match.start() + len(word.rstrip()), width))
            yield from pairwise(cuts)
            begin = cuts[-1]
            used = cell_len(text[begin : match.end()])
        else:
            used += cell_len(word)
    yield begin, _trim(text, begin, len(text))


def _trim(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())


def _cut(text: str, start: int, end: int, width: int) -> Iterator[int]:
    """Yield the offsets at which a word that is longer than a line begins a new one."""
    yield start
    used = 0
    for at in range(start, end):
        cells = cell_len(text[at])
        if used and used + cells > width:
            yield at
            used = 0
        used += cells
