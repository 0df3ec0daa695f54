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

_MARKUP = re.compile(
    r"</?(?:a|abbr|b|big|br|cite|code|del|div|em|font|h[1-6]|i|img|ins|li|mark|ol|p|q|s|small|span|"
    r"strike|strong|sub|sup|tt|u|ul|wbr)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_ADDRESS = re.compile(r"\S+@\S+\s*\((.+)\)|(.+?)\s*<\S+@\S+>")

# Elements that are more than paragraphs, lists and inline marks, and signs that patterns would
# misread.
_SIMPLE = (
    "a|abbr|b|big|blockquote|br|center|cite|code|dfn|div|em|figcaption|figure|font|"
    "h[1-6]|hr|i|img|ins|kbd|li|main|mark|ol|p|picture|q|s|samp|section|small|source|"
    "span|strike|strong|sub|sup|time|tt|u|ul|var|wbr"
)
_TAG = re.compile(rf"</?(?:{_SIMPLE})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_ITEM = re.compile(r"<li(?:\s[^<>]*)?>", re.IGNORECASE)
_HEADING = re.compile(r"<h[1-6](?:\s[^<>]*)?>", re.IGNORECASE)
_BLOCK = re.compile(
    r"</?(?:p|div|br|hr|ul|ol|li|blockquote|figure|figcaption|section|main|center|h[1-6])"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_BREAK = "\x1e"
_RAGGED = ("  ", "\n", "\t", "\r", "\xa0", "\u3000", "\u2003", "\u2009", "\f", "\v")
_HOLLOW = ("", "-", "##")
_FOOTER = re.compile(r"(?:\n\n|^)The post .{1,300} (?:appeared first|first appeared) on .{1,100}$")


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
    return _FOOTER.sub("", text)


def _quick(html: str) -> str | None:
    """Return the text of simple HTML, or None when it is more than that."""
    if _BREAK in html:
        return None
    text = html
    if "<" in text:
        text = text.replace("<p>", _BREAK).replace("</p>", _BREAK)  # most tags are these
        if "<li" in text or "<LI" in text:
            text = _ITEM.sub(_BREAK + "- ", text)
        if "<h" in text or "<H" in text:
            text = _HEADING.sub(_BREAK + "## ", text)
        text = _BLOCK.sub(_BREAK, text)
        text = _TAG.sub("", text)
        if "<" in text or ">" in text:
            return None
    if "&" in text:
        text = unescape(text)
    text = text.replace(f"{_BREAK}\n", _BREAK)
    parts: Iterable[str] = text.split(_BREAK)
    if any(space in text for space in _RAGGED):
        parts = [" ".join(part.split()) for part in parts]
    else:
        parts = map(str.strip, parts)
    return plain.block("\n\n".join([part for part in parts if part not in _HOLLOW]))


def opening(text: str) -> str:
    """Return the first words of a text, for want of a title."""
    return plain.line(text[:400], 100)
