"""Titles and bodies of items as plain text.

A body that is plain paragraphs, as nearly all are, is read by one pass of a pattern; whatever
is more than that goes to the reader of pages. Both give the same text.
"""

from __future__ import annotations

import re
from html import unescape

from briefing import plain
from briefing.core.feed.items import TextKind

_MARKUP = re.compile(
    r"</?(?:a|abbr|b|big|br|cite|code|del|div|em|font|h[1-6]|i|img|ins|li|mark|ol|p|q|s|small|span|"
    r"strike|strong|sub|sup|tt|u|ul|wbr)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


def title(text: str, kind: TextKind) -> str:
    """Return a title on one line of plain text."""
    if kind != "text":
        if "<" in text:
            text = _MARKUP.sub("", text)
        if "&" in text:
            text = _ENTITY.sub(lambda m: unescape(m.group()), text)
    return plain.line(text)


_ADDRESS = re.compile(r"\S+@\S+\s*\((.+)\)|(.+?)\s*<\S+@\S+>")


def author(text: str) -> str:
    """Return a person's name without the mail address around it."""
    text = title(text, "guess")
    m = _ADDRESS.fullmatch(text)
    found = (m.group(1) or m.group(2)).strip() if m else text
    return found.strip("\"' ")[:200]
