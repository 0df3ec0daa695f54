"""The headline of a page dump, read off the line that carries it."""

from __future__ import annotations

import re

from briefing.core.page import dateline
from briefing.core.page.rejoin import Line
from briefing.core.page.signals import key

_SUFFIX = re.compile(r"\s+[|·•–—»:-]+\s+|\s*[|»]\s*|：")
_GLUED = re.compile(r"(?i)^(?:fb|facebook|meta)?\s*pixel(?:\s+no\s*script)?|^no\s*script")


def title(page: list[Line]) -> str:
    """Return the headline of a dump: a line that the window's title repeats, else a guess.

    The first line of a dump is often the window's title, with the site's name behind it and
    sometimes pixel text glued to its front: the longest later line that stands in it is the
    headline.
    """
    rows = [x.text for x in page[:400]]
    if not rows:
        return ""
    first = key(_GLUED.sub("", rows[0]))
    repeated = [
        r
        for r in rows[1:200]
        if len(r) <= 250 and len(r.split()) >= 3 and len(k := key(r)) >= 12 and k in first
    ]
    if repeated:
        return max(repeated, key=len)
    return _in_window(rows) or _headline(rows)


def _in_window(rows: list[str]) -> str:
    """Return a headline that another of the first lines gives with the site's name behind it."""
    keys = {key(r) for r in rows[:200]}
    for row in rows[:80]:
        cuts = [m.start() for m in _SUFFIX.finditer(row)]
        head = row[: cuts[-1]].strip() if cuts and len(row) <= 250 else ""
        if len(head.split()) >= 4 and len(row) - len(head) <= 44 and key(head) in keys:
            return head
    return ""


def _headline(rows: list[str]) -> str:
    """Return the line that stands as a headline: words, no stop, before the first prose."""
    start = next((i for i, r in enumerate(rows) if len(r) >= 140), len(rows))
    above = [r for r in rows[max(0, start - 25) : start] if 20 <= len(r) <= 160]
    named = [r for r in above if len(r.split()) >= 4 and not r.endswith((".", ","))]
    named = [r for r in named if not dateline.stamp(r)]
    cut = _SUFFIX.split(_GLUED.sub("", rows[0]))
    if 15 <= len(rows[0]) <= 200 and len(cut) > 1 and len(cut[0].split()) >= 4:
        return cut[0].strip()
    return max(named[:6], key=len, default=rows[0][:200])
