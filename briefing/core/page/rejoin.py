"""Broken lines of a page dump joined again: hard wraps and line breaks at inline elements."""

from __future__ import annotations

import re

from briefing.core.language import text as language

_STOP = re.compile(r"[.!?…:;。！？][\"'”’»)\]]*$")


def wrapped_at(lines: list[str]) -> int | None:
    """Return the column at which a text was hard-wrapped, or None."""
    lengths = sorted(len(x.rstrip()) for x in lines if x.strip())
    if len(lengths) < 6:
        return None
    widest = lengths[-1]
    if not 50 <= widest <= 100:
        return None
    near = sum(n > widest - 14 for n in lengths)
    return widest if near >= max(4, 0.12 * len(lengths)) else None


def lines(text: str) -> list[str]:
    """Return the lines of a dump, with the lines of one paragraph joined; blank lines kept as ""."""
    raw = [x.rstrip() for x in text.split("\n")]
    width = wrapped_at(raw)
    out: list[str] = []
    for i, line in enumerate(raw):
        row = " ".join(line.split())
        if not row:
            out.append("")
        elif out and out[-1] and _goes_on(raw[i - 1], line, width):
            wide = language.has_cjk(out[-1][-1:]) and language.has_cjk(row[:1])
            out[-1] += row if wide else " " + row
        else:
            out.append(row)
    return out


def _goes_on(above: str, line: str, width: int | None) -> bool:
    """Say whether `line` continues the one above it."""
    row, last = line.strip(), above.strip()
    if re.match(r"[-*•]\s|\d{1,2}[.)]\s", row):
        return False
    if width and len(last) <= width:
        first = row.split(" ", 1)[0]
        return len(above) + 1 + len(first) > width
    return False
