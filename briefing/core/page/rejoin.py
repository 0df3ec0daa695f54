"""Broken lines of a page dump joined again: hard wraps, and line breaks at inline elements."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.core.language import text as language
from briefing.core.language.lexicon import STOPWORDS

_STOP = re.compile(r"[.!?…。！？][\"'”’»)\]」』]*$")
_BULLET = re.compile(r"(?:[-*•+o◦▪·–]|\d{1,2}[.)])\s+(?=\S)")
_GOES_ON = re.compile(r"[,;:.!?)\]”’»%…、，。」』]|['’]s\b")
_OPEN = re.compile(r"(?:[,(\[“„«‘「『/–—-]|\s[\"'])$")
_WRAP_SLACK = 14
_LONGEST = 20_000  # characters of a line that is joined no further


@dataclass(slots=True)
class Line:
    """A whole line: its text, its indentation, the blank lines before it, its pieces, a bullet."""

    text: str
    indent: int = 0
    gap: int = 0
    pieces: int = 1
    bullet: bool = False


def wrapped_at(rows: list[str]) -> int | None:
    """Return the column at which a text was hard-wrapped, or None."""
    lengths = [len(r) for r in rows if r]
    if len(lengths) < 4:
        return None
    widest = max(lengths)
    if not 50 <= widest <= 110:
        return None
    near = sum(n > widest - _WRAP_SLACK for n in lengths)
    return widest if near >= max(3, 0.08 * len(lengths)) else None


def lines(text: str) -> list[Line]:
    """Return the lines of a dump, those of one paragraph joined into one."""
    rows = [r.rstrip() for r in text.expandtabs(4).split("\n")]
    width = wrapped_at(rows)
    out: list[Line] = []
    gap, above = 0, ""
    for at, row in enumerate(rows):
        if not row.strip():
            gap += 1
            continue
        below = next((r for r in rows[at + 1 : at + 2] if r.strip()), "")
        plain = " ".join(row.split())
        if out and not gap and _joined(out[-1], above, row, below, width):
            _append(out[-1], plain)
        else:
            bullet = _BULLET.match(plain)
            if bullet and plain[0] in "-*•+o◦▪·":
                plain = plain[bullet.end() :]
            indent = len(row) - len(row.lstrip())
            out.append(Line(plain, indent, gap, bullet=bullet is not None))
        gap, above = 0, row
    return out


def _append(line: Line, more: str) -> None:
    last, first = line.text[-1:], more[:1]
    tight = first in ",;.!?)]”’»%…、，。」』" or last in "([“„«‘「『" or more[:2] in ("'s", "’s")
    if not tight and language.has_cjk(last) and language.has_cjk(first):
        tight = True
    line.text += more if tight else " " + more
    line.pieces += 1


def _joined(line: Line, above: str, row: str, below: str, width: int | None) -> bool:
    """Say whether `row` continues `line`, whose last row was `above`; `below` comes next."""
    first = row.strip()
    if len(line.text) > _LONGEST:
        return False
    if width:
        if _BULLET.match(first) and _STOP.search(above):
            return False
        return len(above) + 1 + len(first.split(" ", 1)[0]) > width
    return _inline(line.text[-240:], first, below.strip())


def _inline(before: str, row: str, below: str) -> bool:
    """Say whether a line break between two rows stands inside a sentence."""
    if _GOES_ON.match(row):
        return True
    if _BULLET.match(row) or len(before) < 3:
        return False
    ended = _STOP.search(before) is not None
    if ended and len(before) > 1:
        return False
    if _OPEN.search(before):
        return True
    if row[:1].islower():
        return True
    last = re.sub(r"\W", "", before.rsplit(" ", 1)[-1]).lower()
    if last in STOPWORDS and " " in before:
        return True
    # A link in the middle of a sentence: what follows it goes on in lower case.
    return (
        len(before) >= 50
        and len(row) <= 90
        and not _STOP.search(row)
        and (below[:1].islower() or _GOES_ON.match(below) is not None)
    )
