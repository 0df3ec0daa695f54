"""Titles and bodies of items as plain text.

A body that is plain paragraphs, as nearly all are, is read by a few passes of patterns; whatever
is more than that goes to the reader of pages, forty times slower. Both give the same text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape

from briefing import plain
from briefing.core.feed.items import TextKind
from briefing.core.language.patterns import lazy
from briefing.core.page import says

_MARKUP = lazy(
    r"</?(?:a|abbr|b|big|br|cite|code|del|div|em|font|h[1-6]|i|img|ins|li|mark|ol|p|q|s|small|span|"
    r"strike|strong|sub|sup|tt|u|ul|wbr)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_ENTITY = lazy(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_ADDRESS = lazy(r"\S+@\S+\s*\((.+)\)|(.+?)\s*<\S+@\S+>")

_SPLIT = re.compile(r"<(/?[a-zA-Z][^<>]*)>")
_NAME = re.compile(r"/?[a-zA-Z][a-zA-Z0-9]*")
_INLINE = (
    "a abbr b big cite code dfn em font i img ins kbd mark picture q s samp small source span "
    "strike strong sub sup time tt u var wbr"
)
_BLOCKS = "p div br hr ul ol blockquote figure figcaption section main center li h1 h2 h3 h4 h5 h6"
_BREAK = "\x1e"
_PUT = (  # what stands for a tag; an element that is not here is more than patterns can read
    dict.fromkeys(_INLINE.split(), "")
    | {f"/{name}": "" for name in _INLINE.split()}
    | dict.fromkeys(_BLOCKS.split(), _BREAK)
    | {f"/{name}": _BREAK for name in _BLOCKS.split()}
    | {f"h{n}": f"{_BREAK}## " for n in range(1, 7)}
    | {"li": f"{_BREAK}- "}
)
_RAGGED = ("  ", "\n", "\t", "\r", "\xa0", "\u3000", "\u2003", "\u2009", "\f", "\v")
_OPENINGS = (
    "read ", "also ", "see also", "more on", "related", "up next", "lesen ", "lire ", "相关",
    "延伸", "auto loading", "loading", "share", "follow us", "sign up", "subscribe", "the post ",
    "get ", "advertisement", "image", "photo", "picture", "video", "graphic", "foto", "bild",
    "screenshot", "illustration", "credit", "source", "quelle", "©", "图",
)  # fmt: skip
_ENDS = (".", "!", "?", "。")
_SIGNS = ("printer-friendly", "mail this story", "join ")
_HOLLOW = ("", "-", "##")


def title(text: str, kind: TextKind) -> str:
    """Return a title on one line of plain text."""
    if kind != "text":
        if "<" in text:
            text = _MARKUP.sub("", text)
        if "&" in text:
            text = _ENTITY.sub(lambda m: unescape(m.group()), text)
    return plain.line(text)


def author(text: str) -> str:
    """Return a person's name without the mail address around it."""
    text = title(text[:400], "guess")
    m = _ADDRESS.fullmatch(text)
    found = (m.group(1) or m.group(2)).strip() if m else text
    return found.strip("\"' ")[:200]


def body(html: str) -> str:
    """Return the text of an item's HTML in the block form of an Article."""
    text = _quick(html)
    if text is None:
        from briefing.core.page import html as pages

        text = pages.fragment(html)
    return text


def _quick(html: str) -> str | None:
    """Return the text of simple HTML, or None when it is more than that."""
    if _BREAK in html:
        return None
    parts = _SPLIT.split(html)
    for n in range(1, len(parts), 2):
        put = _PUT.get(parts[n])
        if put is None:
            name = _NAME.match(parts[n])
            put = _PUT.get(name.group().lower()) if name else None
            if put is None:
                return None
        parts[n] = put
    text = "".join(parts)
    if len(parts) > 1 and ("<" in text or ">" in text):
        return None
    if "&" in text:
        text = unescape(text)
    return plain.block("\n\n".join(_paragraphs(text.replace(f"{_BREAK}\n", _BREAK))))


def _paragraphs(text: str) -> list[str]:
    parts: Iterable[str] = text.split(_BREAK)
    if any(map(text.__contains__, _RAGGED)):
        parts = (" ".join(part.split()) for part in parts)
    else:
        parts = map(str.strip, parts)
    return [part for part in parts if part not in _HOLLOW and not _is_furniture(part)]


def _is_furniture(part: str) -> bool:
    """Say whether a paragraph is a credit, a link or a prompt; most are spared the full look."""
    if len(part) > 320:
        return False
    if len(part) >= 100 or part.endswith(_ENDS):
        small = part.lower()
        if not small.startswith(_OPENINGS) and not any(map(small.__contains__, _SIGNS)):
            return False
    return says.furniture(part.removeprefix("## ").removeprefix("- "))


def opening(text: str) -> str:
    """Return the first words of a text, for want of a title."""
    return plain.line(text[:400], 100)
