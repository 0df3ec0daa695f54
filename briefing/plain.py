"""Text made harmless: the one place where control characters and tricks of direction go.

Everything that comes in passes `line` or `block` at intake, everything that leaves for a
terminal, a header or a file name passes it again at output. Both keep every letter a reader
sees (Chinese, accents, emoji) and are idempotent.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

# ECMA-48: CSI, OSC/DCS/APC/PM/SOS strings, two-byte escapes; in 7-bit and 8-bit form.
_ESCAPES = (
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"
    r"|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c\n]{0,4096}(?:\x07|\x1b\\|\x9c)?"
    r"|\x1b[ -/]*[0-~]?"
)
# Control characters but tab and newline; bidi overrides and isolates; zero-width and invisible
# characters (ZWJ and ZWNJ stay: emoji and Indic scripts need them); tag characters; U+FFFE/FFFF.
_INVISIBLE = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\uffff"
    "\U000e0000-\U000e0fff\ud800-\udfff]"
)
_MARKS = (
    r"((?:[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0]){4})"
    r"[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0]+"
)
# Letters, digits and signs of the commonest scripts, composed: nothing here needs a second look.
_ODD = (
    "[^\n\x20-\x7e\xa0-\xac\xae-\u02ff\u0391-\u03a9\u03b1-\u03c9\u0400-\u0482\u048a-\u052f"
    "\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2122\u2190-\u21ff\u3001-\u3029\u3041-\u3096"
    "\u30a1-\u30fe\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff9d]"
)
_LINE_ENDS = "\r\n?|[\u2028\u2029\x85\x0b\x0c]"


@cache
def _odd() -> re.Pattern[str]:
    return re.compile(_ODD)


@cache
def _traps() -> tuple[re.Pattern[str], ...]:
    """Return the patterns of `block`; most processes meet no text that needs them."""
    return tuple(map(re.compile, (_LINE_ENDS, _ESCAPES, _INVISIBLE, _MARKS)))


def block(text: str) -> str:
    """Return text with its line breaks and tabs, and without anything a screen would obey."""
    # Most texts: nothing below could change them. The first look spares the pattern's making.
    latin = text.isprintable() and (text.isascii() or max(text) < "\u0300")
    if latin or not _odd().search(text):
        return text
    import unicodedata

    ends, escapes, invisible, marks = _traps()
    text = ends.sub("\n", text)
    text = escapes.sub("", text)
    text = invisible.sub("", text)
    return marks.sub(r"\1", unicodedata.normalize("NFC", text))


def line(text: str, limit: int | None = None) -> str:
    """Return text on one line, space collapsed, cut at `limit` characters with an ellipsis."""
    text = " ".join(block(text).split())
    if limit is not None and len(text) > limit:
        return text[: max(0, limit - 1)].rstrip() + "…"
    return text


_PASSWORD = r"(?<=://)[^/?#\s]*@"


def address(url: str) -> str:
    """Return an address without the name and password in it, however badly it is spelled."""
    return re.sub(_PASSWORD, "", url, count=1) if "@" in url else url


_FILE_UNSAFE = r"[^\w.-]+"
_RESERVED = r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)"


def meant(url: str, known: Iterable[str]) -> str:
    """Return the known address that is meant: itself, or the only one that is shown so."""
    all_of = set(known)
    alike = [one for one in all_of if address(one) == url]
    return alike[0] if url not in all_of and len(alike) == 1 else url


def filename(text: str, limit: int = 80) -> str:
    """Return a name that is safe on every file system: no separators, no dots at the ends."""
    name = re.sub(_FILE_UNSAFE, "-", line(text)).strip("-._")
    while len(name.encode()) > limit:
        name = name[:-1]
    name = name.strip("-._") or "untitled"
    return f"_{name}" if re.match(_RESERVED, name) else name
