"""Small faults of XML mended before it is read: what mends well need not be forgiven.

Stray ampersands and angle brackets, HTML's named entities, control characters, a document type,
space before the declaration. Each step takes time in proportion to the text.
"""

from __future__ import annotations

import re
from html import escape
from html.entities import html5

from briefing.core.language.patterns import lazy

_UNPRINTABLE = lazy("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_AMPERSAND = lazy(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)(\w{1,31};)?")
_STRAY = lazy(r"<(?![A-Za-z_/!?])")
_BAD_REFERENCE = lazy(r"&#(?:(\d{1,7})|x([0-9a-fA-F]{1,6}));")


def repaired(text: str) -> str:
    """Return a document with its small faults mended; an internal subset and its entities go."""
    text = _UNPRINTABLE.sub("", _without_declaration(text))
    text = _without_doctype(text).lstrip("\ufeff \t\r\n")
    start = text.find("<")
    if start > 0:
        text = text[start:]
    parts, done = [], 0
    while (begin := text.find("<![CDATA[", done)) >= 0:
        end = text.find("]]>", begin)
        if end < 0:
            break
        parts += [_mended(text[done:begin]), text[begin : end + 3]]
        done = end + 3
    return "".join([*parts, _mended(text[done:])])


def _without_declaration(text: str) -> str:
    start = text[:20_000].find("<?xml ")
    end = text.find("?>", start) if start >= 0 else -1
    return text[:start] + text[end + 2 :] if end >= 0 else text


def _mended(text: str) -> str:
    text = _AMPERSAND.sub(_character, text)
    text = _BAD_REFERENCE.sub(_reference, text)
    return _STRAY.sub("&lt;", text)


def _character(m: re.Match[str]) -> str:
    name = m.group(1)
    if name is None:
        return "&amp;"
    found = html5.get(name)
    return escape(found) if found else ("&amp;" + name if len(name) < 3 else "")


def _reference(m: re.Match[str]) -> str:
    """Return a reference to a character XML allows; others vanish."""
    code = int(m.group(1)) if m.group(1) else int(m.group(2), 16)
    good = code in (9, 10, 13) or 32 <= code < 0xD800 or 0xE000 <= code < 0xFFFE
    if good or 0x10000 <= code <= 0x10FFFF:
        return m.group()
    return ""


def _without_doctype(text: str) -> str:
    start = text[:20_000].upper().find("<!DOCTYPE")
    if start < 0:
        return text
    end = text.find(">", start)
    subset = text.find("[", start)
    if 0 <= subset < end:
        closing = re.compile(r"\]\s*>").search(text, subset)
        end = closing.end() - 1 if closing else end
    return text[:start] + text[end + 1 :] if end >= 0 else text
