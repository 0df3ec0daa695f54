"""OPML in and out. Two thirds of the lists people share are not well-formed XML: all are read.

Only the outlines count: an address, a title, the folder it stands in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape, unescape
from typing import NamedTuple

from briefing import plain
from briefing.core.page import decode
from briefing.errors import FeedError
from briefing.models import Feed, Page

_TAG = re.compile(r"<(/?)(?:outline|body|opml)\b", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"(?<![\w:.-])([\w:.-]{1,80})\s*=\s*(?:\"([^\"]{0,8000})\"|'([^']{0,8000})'|([^\s\"'<>]{1,8000}))"
)
_DEEPEST = 3  # folders of a path that are kept


class Outline(NamedTuple):
    """One subscription of a list. `category` is the path of its folders, joined by a slash."""

    url: str
    title: str = ""
    site_url: str = ""
    category: str = ""


def read(page: Page) -> list[Outline]:
    """Return the subscriptions of a list, each address once. Raises FeedError if it is none."""
    text = _without_comments(decode.text(page.body, page.charset, page.media_type))
    if not re.search(r"<(?:opml|outline)\b", text, re.IGNORECASE):
        raise FeedError(
            f"{page.origin}: this is no list of feeds",
            origin=page.origin,
            hint="give an OPML file, or newsboat's urls file",
        )
    if "<!ENTITY" in text[:20_000].upper():
        raise FeedError(
            f"{page.origin}: declares entities, which no list of feeds needs",
            origin=page.origin,
            hint="it may be an attack; ask who made it",
        )
    found: dict[str, Outline] = {}
    folders: list[str] = []
    tags = list(_TAG.finditer(text))
    ends = [tag.start() for tag in tags[1:]] + [len(text)]
    for tag, end in zip(tags, ends, strict=True):
        if not tag.group().lower().endswith("outline"):
            continue
        if tag[1]:
            del folders[-1:]
            continue
        inside = text[tag.end() : end].rstrip()
        said = _attributes(inside)
        outline = _outline(said, folders)
        if outline is not None:
            found.setdefault(outline.url, outline)
        if not inside.endswith("/>"):
            folders.append("" if outline else _words(said, "text", "title"))
    return list(found.values())


def _without_comments(text: str) -> str:
    parts, done = [], 0
    while (begin := text.find("<!--", done)) >= 0 and (end := text.find("-->", begin)) >= 0:
        parts.append(text[done:begin])
        done = end + 3
    return "".join([*parts, text[done:]])


def _attributes(inside: str) -> dict[str, str]:
    """Return the attributes of an outline, the first of each name.

    Quotes and tags inside a value end it too soon; what follows is stepped over.
    """
    said: dict[str, str] = {}
    for m in _ATTRIBUTE.finditer(inside):
        value = next(v for v in (m[2], m[3], m[4]) if v is not None)
        said.setdefault(m[1].lower(), unescape(value))
    return said


def _outline(said: dict[str, str], folders: Sequence[str]) -> Outline | None:
    url = plain.line(said.get("xmlurl") or said.get("rssurl") or "")
    if not url and said.get("type", "").lower() in ("rss", "atom", "feed"):
        url = plain.line(said.get("url", ""))
    if not url:
        return None
    given = _words(said, "category").strip("/").partition(",")[0]
    return Outline(
        url=url,
        title=_words(said, "title", "text"),
        site_url=plain.line(said.get("htmlurl", "")),
        category="/".join([folder for folder in folders if folder][:_DEEPEST]) or given,
    )


def _words(said: dict[str, str], *names: str) -> str:
    return next((w for name in names if (w := plain.line(said.get(name, ""), 200))), "")


def write(feeds: Iterable[Feed], title: str = "briefing") -> str:
    """Return subscriptions as OPML 2.0, by category."""
    groups: dict[str, list[Feed]] = {}
    for feed in sorted(feeds, key=lambda f: (f.category, f.title.lower(), f.url)):
        groups.setdefault(feed.category, []).append(feed)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<opml version="2.0">',
        f"<head><title>{escape(title)}</title></head>",
        "<body>",
    ]
    for category, members in groups.items():
        indent = ""
        if category:
            lines.append(f'<outline text="{escape(category)}">')
            indent = "  "
        lines.extend(indent + _line(feed) for feed in members)
        if category:
            lines.append("</outline>")
    return "\n".join([*lines, "</body>", "</opml>", ""])


def _line(feed: Feed) -> str:
    name = escape(plain.line(feed.title) or plain.address(feed.url))
    site = f' htmlUrl="{escape(feed.site_url)}"' if feed.site_url else ""
    tags = f' category="{escape(",".join(feed.tags))}"' if feed.tags else ""
    names = f'text="{name}" title="{name}"'
    return f'<outline type="rss" {names} xmlUrl="{escape(feed.url)}"{site}{tags}/>'
