"""What kind of page this is, from its content alone; names and labels lie too often."""

from __future__ import annotations

import re
from typing import Literal

from briefing.core.page import decode
from briefing.models import Page

Kind = Literal[
    "html",
    "text",
    "dump",
    "markdown",
    "mail",
    "mbox",
    "feed",
    "opml",
    "pdf",
    "data",
    "binary",
    "empty",
]

_HEAD = 65_536
_MAGIC = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"\x1f\x8b",
    b"BZh",
    b"\xfd7zXZ",
    b"7z\xbc\xaf",
    b"\x28\xb5\x2f\xfd",
    b"\x7fELF",
    b"MZ\x90",
    b"\xd0\xcf\x11\xe0",
    b"RIFF",
    b"OggS",
    b"ID3",
    b"SQLite format 3",
    b"\x00\x00\x01\x00",
    b"Rar!",
    b"wOF",
)
_PROLOGUE = re.compile(r"(?s)\A(?:\s+|<!--.*?-->|<\?.*?\?>|<!doctype[^>[]*(?:\[.*?\]\s*)?>)+", re.I)
_ROOT = re.compile(r"<(?:[\w.-]+:)?([a-zA-Z]+)[\s>/]")
_ROOTS: dict[str, Kind] = {"rss": "feed", "feed": "feed", "rdf": "feed", "opml": "opml"}
_TAGS = re.compile(
    r"(?i)<(/?(?:html|head|body|div|p|article|section|main|table|ul|ol|h[1-6]|title|meta|"
    r"blockquote)\b"
    r"|br\s*/?>|a\s+href=)"
)
_HEADER = re.compile(r"([A-Za-z][A-Za-z0-9-]{1,40}):(?: |\t|\r?$)")
_MAIL_HEADERS = frozenset(
    "from to cc subject date message-id mime-version content-type received return-path "
    "delivered-to reply-to dkim-signature list-unsubscribe x-mailer sender list-id "
    "content-transfer-encoding arc-seal authentication-results".split()
)
_MARKDOWN = re.compile(
    r"(?m)^#{1,6} \S|\[[^\]\n]{1,200}\]\((?:https?:|/|#)[^)\s]*\)|\*\*\S[^*\n]*\*\*|^```|^> \S"
)
_JSON_FEED = re.compile(r'"version"\s*:\s*"https?:\\?/\\?/(?:www\.)?jsonfeed\.org')


def kind(page: Page) -> Kind:
    """Return the kind of a page; looks at its first 64 KB."""
    head = page.body[:_HEAD]
    if not head.strip(b" \t\r\n\0\xef\xbb\xbf"):
        return "empty"
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(_MAGIC) or head[4:8] == b"ftyp":
        return "binary"
    text = decode.text(head, page.charset, page.media_type)
    if _is_binary(text):
        return "binary"
    return of_text(text.lstrip("\ufeff"))


def of_text(text: str) -> Kind:
    """Return the kind of a text that is already decoded."""
    text = text[:_HEAD]
    if not text.strip():
        return "empty"
    if re.match(r"From \S.*\n[A-Za-z-]+:", text):
        return "mbox"
    if _is_mail(text):
        return "mail"
    if found := _marked_up(text):
        return found
    if re.match(r"---\n[\w-]+:", text) or _is_markdown(text):
        return "markdown"
    return "text" if _is_prose(text) else "dump"


def _marked_up(text: str) -> Kind | None:
    start = _PROLOGUE.sub("", text[:20_000])
    if start[:1] == "{":
        return "feed" if _JSON_FEED.search(text) else _data(start)
    if m := _ROOT.match(start):
        root = m.group(1).lower()
        if root in _ROOTS:
            return _ROOTS[root]
        if root in ("html", "head", "body"):
            return "html"
    if start.startswith("<") and len(_TAGS.findall(text[:20_000])) >= 1:
        return "html"
    tags = len(_TAGS.findall(text))
    closers = text.count("</")
    return "html" if tags >= 6 and closers >= 3 and tags * 600 > len(text) else None


def _data(start: str) -> Kind | None:
    """Say "data" for JSON objects: they hold no article, whatever text is in them."""
    return "data" if re.match(r'\{\s*(?:"[^"\n]{1,200}"\s*:|\})', start) else None


def _is_binary(text: str) -> bool:
    sample = text[:8192]
    odd = sum(c < " " and c not in "\t\n\r\f\x1b\b\x07" for c in sample) + sample.count("\ufffd")
    return odd > 0.05 * len(sample) and odd > 4


def _is_mail(text: str) -> bool:
    names = []
    for row in text.split("\n", 60)[:60]:
        if not row.strip():
            break
        if row[0] in " \t":
            continue
        m = _HEADER.match(row.rstrip("\r"))
        if not m:
            return False
        names.append(m.group(1).lower())
    known = [n for n in names if n in _MAIL_HEADERS or n.startswith("x-")]
    return len(known) >= 2 and ("from" in known or "received" in known or "subject" in known)


def _is_markdown(text: str) -> bool:
    sample = text[:20_000]
    heading = re.match(r"\s*#{1,3} \S", sample) is not None
    return len(_MARKDOWN.findall(sample)) >= (1 if heading else 3)


def _is_prose(text: str) -> bool:
    """Say whether nearly all lines are sentences: a text somebody wrote, no dump of a screen."""
    rows = [r.strip() for r in text.split("\n") if r.strip()]
    if not rows:
        return False
    ended = sum(r[-1] in '.!?…。！？"”’»)」:;' for r in rows[1:])
    words = sum(len(r) for r in rows)
    return len(rows) == 1 or (ended >= 0.85 * (len(rows) - 1) and words > 60 * len(rows))
