"""The headline of a page dump, read off the line that carries it."""

from __future__ import annotations

import re
from dataclasses import replace

from briefing.core.language import text as language
from briefing.core.page import dateline, says
from briefing.core.page.rejoin import Line
from briefing.core.page.signals import key

_STORY = 40  # lines of a story that are read
_REACH = 30  # lines above a story among which its headline stands
_KIN, _LEAST = 0.34, 0.5  # what a guess is worth that is let stand, and a line put in its place
_SUFFIX = re.compile(r"\s+[|·•–—»:-]+\s+|\s*[|»]\s*|：")
_GLUED = re.compile(r"(?i)^(?:fb|facebook|meta)?\s*pixel(?:\s+no\s*script)?|^no\s*script")


def title(page: list[Line]) -> tuple[str, bool]:
    """Return the headline of a dump, and whether it is sure: a line that the window's title
    repeats, else a guess.

    The first line of a dump is often the window's title, with the site's name behind it and
    sometimes pixel text glued to its front: the longest later line that stands in it is the
    headline.
    """
    rows = [x.text for x in page[:400]]
    if not rows:
        return "", False
    first = key(_GLUED.sub("", rows[0]))
    repeated = [
        r
        for r in rows[1:200]
        if len(r) <= 250 and len(r.split()) >= 3 and len(k := key(r)) >= 12 and k in first
    ]
    if repeated:
        return max(repeated, key=len), True
    if found := _in_window(rows):
        return found, True
    return _headline(rows), False


def above(page: list[Line], kept: list[int], guess: str) -> str:
    """Return the headline of a story whose lines are known: the line near its head that tells what
    the story tells, or the guess where none tells more.

    A headline shares its words with its story; a teaser between the two, or a prompt, does not.
    """
    first, story = kept[0], " ".join(page[i].text for i in kept[1:_STORY])
    told = frozenset(language.content_words(story))
    if _worth(replace(page[0], text=guess, bullet=False), 0, told) >= _KIN:
        return guess
    lines = [(first - i, page[i]) for i in range(max(0, first - _REACH), first + 1)]
    worth = {line.text: _worth(line, far, told) for far, line in lines}
    best = max(worth, key=lambda text: worth[text])
    return best if worth[best] >= _LEAST else guess


def _worth(line: Line, far: int, told: frozenset[str]) -> float:
    """Return how likely a line so many lines above a story's first is its headline, up to 1."""
    text = line.text
    words = language.content_words(text)
    short = len(text) < 10 if language.has_cjk(text) else text.count(" ") < 3
    if short or not 2 <= len(words) <= 30 or len(text) > 200 or _is_other(text):
        return 0.0
    shared = len(told.intersection(words)) / len(set(words))
    stopped = text.endswith((".", ",", ":", "…")) or line.bullet
    return shared * min(1.0, len(words) / 4) - 0.01 * far - 0.5 * stopped


def _is_other(text: str) -> bool:
    return bool(dateline.stamp(text) or says.writer(text) or says.furniture(text))


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
