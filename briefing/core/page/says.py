"""Lines that say themselves that they are furniture, in whatever place they stand.

The last word after the learned tables, on HTML, dumps, feeds and letters alike. Only what no
journalist would write as a sentence of a story.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing.core.language.patterns import lazy

_CREDIT = lazy(
    r"(?i)^(?:image|photo|picture|video|graphic|foto|bild|screenshot|illustration)s?\s*"
    r"(?:credits?|source|courtesy|by|from|via|:|/|\(|©)|^(?:credits?|source|quelle)\s*[:：]|^©|"
    r"^图(?:片来源|源)"
)
_MORE = lazy(
    r"(?i)^(?:read more|read also|also read|see also|read next|more on this|"
    r"related(?: stor(?:y|ies)| articles?)?|up next|lesen sie auch|lire aussi|相关阅读|延伸阅读|"
    r"auto loading|loading|share|follow us|sign up|subscribe)\b"
)
_NEVER = lazy(
    r"(?i)^the post .{1,300} (?:appeared first|first appeared) on .{1,100}$|"
    r"^advertisement\b.{0,60}$|^\W*(?:printer-friendly version|e-?mail this story)\b.{0,60}$|"
    r"\bjoin (?:over |more than )?\d[\d,.]*k? (?:\w+ )?(?:readers|retailers|subscribers|others|"
    r"people|professionals)\b|^(?:sign up|subscribe) (?:for|to) (?:our|the)\b.{0,80}newsletter|"
    r"^get .{2,60} in your inbox\b|^\W*(?:copyright\b\W{0,3}|©\s?|\(c\)\s?)(?:\d{4}|©|\(c\))|"
    r"^[^.]{0,60}\ball rights reserved\b.{0,60}$"
)
_WRITER = lazy(
    r"(?i)^(?:written by|by|writer|author|reporter|reporting by|words by|story by|von|par|por|text|"
    r"autor(?:in)?|作者|记者)\s*[:：]?\s+(.{2,80}?)(?=\s+(?:published|updated|posted|on\b|"
    r"veröffentlicht|\d|[|·•–—-]).*$|$)"
)
_EDITOR = lazy(
    r"(?i)^[（(]?(?:editor|edited by|editing by|redaktion|责任编辑|编辑|"
    r"責任編集)\s*[:：]?\s*(.{2,60}?)[）)]?$"
)
_BIO = r"\s+(?:is (?:a|an|the|our)\b|covers\b|writes (?:about|on)\b|reports (?:on|from)\b)"
_STOP = lazy(r"[.!?…。！？।؟۔။።][\"'”’»)]*$")


def furniture(text: str) -> bool:
    """Say whether a line announces itself as a credit, a link, an advert or a prompt."""
    if len(text) > 320:
        return False
    if _NEVER.search(text):
        return True
    if len(text) > 200:
        return False
    if _CREDIT.search(text) and len(text) < 120:
        return True
    ended = text.endswith((".", "!", "?", "。"))
    if _MORE.match(text) and not (ended and len(text) > 90):
        return True
    return not ended and len(text) < 100 and bool(writer(text) or editor(text))


def writer(text: str) -> str | None:
    """Return what stands behind "By" or "Written by"."""
    m = _WRITER.match(text)
    return m.group(1) if m else None


def editor(text: str) -> str | None:
    """Return what stands behind "Editor" or "Edited by"."""
    m = _EDITOR.match(text)
    return m.group(1) if m else None


def biography(text: str, authors: Iterable[str]) -> bool:
    """Say whether a line tells who the author is."""
    return len(text) < 400 and any(re.match(re.escape(a) + _BIO, text) for a in authors)


def ended(text: str) -> bool:
    """Say whether a line ends as a sentence does."""
    return _STOP.search(text) is not None
