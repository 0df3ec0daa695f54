"""The headline of an HTML page: its own h1, unless what it says of itself tells better.

A site's name is no part of it, nor a kicker, nor a stamp glued to its end.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing import plain
from briefing.core.language import text as language
from briefing.core.page import facts
from briefing.core.page.facts import Facts

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SUFFIX = re.compile(r"\s*(?:\s[|·•–—«»:-]+\s|[|·•»]\s*|\s[–—]|：)\s*")
_TAIL = re.compile(
    r"(?i)\s+(?:\([a-z0-9-]+(?:\.[a-z]{2,})+\)|(?:posted|published|updated) (?:on|by)\b.*)$"
)


def title(root: HtmlElement, said: Facts, site: str | None) -> str:
    """Return the headline of a page; empty when nothing on it is one."""
    heads = _heads(root, "h1")
    stated = (
        said.first("og:title"),
        facts.string((said.article or {}).get("headline")),
        said.title,
        said.first("twitter:title"),
    )
    shown = heads or _heads(root, "h2", "h3")
    forms = [cut(plain.line(t, 400), site, shown) for t in stated]
    given = [c for c in forms if c]
    if not heads:
        return given[0] if given else ""
    best = _TAIL.sub("", max(heads, key=lambda h: _likeness(h, given)))
    likeness = _likeness(best, given) if given else 1.0
    if likeness < 0.34 and not (len(heads) == 1 and len(best.split()) >= 5):
        return given[0]
    if forms[0] and _outranked(best, forms[0], forms[2], site, _is_news(said)):
        return forms[0]
    if all(key(g) != key(best) for g in given):
        for g in given:
            if _is_kicked(best, g):
                return g
    return cut(_whole_words(best, given), site, [])


def _heads(root: HtmlElement, *tags: str) -> list[str]:
    return [h for e in root.iter(*tags) if 3 <= len(h := plain.line(_text(e), 400)) < 400]


def _likeness(head: str, given: list[str]) -> float:
    return max((_related(head, g) for g in given), default=0.0)


def _outranked(head: str, shared: str, window: str, site: str | None, news: bool) -> bool:
    """Say whether the title a page gives for sharing tells more than its h1.

    An h1 may be the site's name, a section of two words or a piece of the title; and newsrooms
    that word the two differently call the shared one the headline.
    """
    a, b = key(head), key(shared)
    if a == b:
        return False
    short = len(head.split()) <= 2
    return (
        a == key(site or "")
        or (short and b == key(window) and len(shared.split()) >= len(head.split()) + 2)
        or (short and a in b and len(a) < 0.6 * len(b))
        or (news and b != key(window))
    )


def _is_news(said: Facts) -> bool:
    return "News" in str((said.article or {}).get("@type"))


def _is_kicked(head: str, given: str) -> bool:
    """Say whether the h1 is a given title with a kicker of some words before it."""
    if not key(head).endswith(key(given)) or len(given.split()) < 2:
        return False
    before = head[: len(head) - len(given)].strip()
    return len(before.split()) >= 2 or before.endswith(":")


def _whole_words(head: str, given: list[str]) -> str:
    """Return the h1 as a given title spells it, where markup inside has split a word in two."""
    for g in given:
        if key(g) == key(head) and len(g.split()) < len(head.split()) and " " in g:
            return g
    return head


def key(text: str) -> str:
    """Return a title's letters and digits in lower case."""
    return "".join(c for c in language.normalise(text).lower() if c.isalnum())


def _related(a: str, b: str) -> float:
    """Return the share of the shorter title's words that the longer one holds."""
    left, right = set(language.words(a)), set(language.words(b))
    small, large = sorted((left, right), key=len)
    if len(small) < 2:
        return float(small == large)
    return len(small & large) / len(small)


def cut(text: str, site: str | None, heads: list[str]) -> str:
    """Return a title without the site's name at either end."""
    if not text:
        return ""
    for head in heads:
        tells = len(key(head)) >= 8 and (len(head.split()) > 2 or language.has_cjk(head))
        if tells and key(text).startswith(key(head)):
            return head
    parts = [(m.start(), m.end()) for m in _SUFFIX.finditer(text)]
    name = key(site or "")
    for start, end in parts:
        tail, lead = text[end:], text[:start]
        if name and key(tail) and (key(tail) in name or name in key(tail)) and lead:
            return lead.strip()
    if parts and name:
        start, end = parts[0]
        if key(text[:start]) == name:
            return text[end:].strip()
    if parts:
        start, end = parts[-1]
        tail = text[end:]
        if len(tail.split()) <= 4 and len(text[:start].split()) >= 3 and "|" in text[start:end]:
            return text[:start].strip()
    return text.strip()


def site_in(window: str, name: str) -> str | None:
    """Return the site's name out of the window's title: what stands behind the headline."""
    m = next(reversed(list(_SUFFIX.finditer(window))), None)
    if m is None or key(window[: m.start()]) != key(name):
        return None
    tail = window[m.end() :].strip()
    return tail if 2 <= len(tail) <= 40 and len(tail.split()) <= 5 else None


def _text(element: HtmlElement) -> str:
    return " ".join(element.itertext())
