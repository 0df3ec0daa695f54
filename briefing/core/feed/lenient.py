"""Broken feeds, read by feedparser, which forgives nearly everything.

feedparser is slow, and its time can grow with the square of a document's size; `guarded` takes
away what makes it grow, and a document beyond `LARGEST` or `TAGS` is cut.
"""

from __future__ import annotations

import io
import re
from itertools import islice
from typing import Any

from briefing.core.feed.items import Document, Item, Media

LARGEST = 1_000_000
"""Characters of a broken document that are read."""
TAGS = 40_000
"""Tags outside of CDATA sections that are read: 2 seconds at worst, which are the elements nested
without end of no feed."""
_TAG = re.compile(r"<!\[CDATA\[.*?\]\]>|<", re.DOTALL)
_OPENERS = (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", ">"), ("<!", ">"))


def read(text: str, address: str | None) -> Document:
    """Return what feedparser can read of a document that is not well-formed."""
    import feedparser

    headers = {"content-type": "application/xml; charset=utf-8"}
    if address:
        headers["content-location"] = address
    # A stream, for feedparser would take a string for a file's name or an address.
    stream = io.BytesIO(guarded(text).encode("utf-8", "replace"))
    try:
        found = feedparser.parse(
            stream, response_headers=headers, sanitize_html=False, resolve_relative_uris=False
        )
    except Exception:  # its own fault, as for a namespace with a bracket in it: nothing was read
        return Document(base=address or "")
    about = found.feed
    document = Document(
        title=_said(about, "title"),
        title_kind="guess",
        link=_said(about, "link"),
        language=_said(about, "language"),
        base=address or "",
    )
    if str(about.get("ttl", "")).isdecimal():
        document.minutes = int(about["ttl"][:6])
    document.items = [_item(entry, document) for entry in found.entries]
    if document.items and _is_cut(text):
        document.items[-1].content = document.items[-1].summary = ""  # half a text is no text
    return document


def guarded(text: str) -> str:
    """Return a document of bounded size in which every comment, CDATA section and declaration
    ends."""
    text = text[:LARGEST]
    text = re.sub(r"\A\s*<\?xml[^>]*>", "", text)
    for opener, closer in _OPENERS:
        last = text.rfind(closer)
        head, tail = text[: last + 1], text[last + 1 :]
        if opener in tail:
            text = head + tail.replace(opener, "")
    if text.count("<") > TAGS:
        tags = (m.start() for m in _TAG.finditer(text) if len(m[0]) == 1)
        text = text[: next(islice(tags, TAGS, None), len(text))]
    return text


def _said(holder: Any, name: str) -> str:
    """Return a value of feedparser's, which is None for an element that broke off."""
    return holder.get(name) or ""


def _is_cut(text: str) -> bool:
    lower = text[-200_000:].lower()
    for name in ("item", "entry"):
        opened = max(lower.rfind(f"<{name}>"), lower.rfind(f"<{name} "))
        if opened > lower.rfind(f"</{name}>") and opened >= 0:
            return "</rss>" not in lower[opened:] and "</feed>" not in lower[opened:]
    return False


def _item(entry: Any, document: Document) -> Item:
    detail = entry.get("title_detail") or {}
    contents = [_said(c, "value") for c in entry.get("content", ())]
    item = Item(
        guid=_said(entry, "id"),
        link=_said(entry, "link"),
        title=_said(entry, "title"),
        title_kind="html" if detail.get("type") == "text/html" else "guess",
        content=max(contents, key=len, default=""),
        summary=_said(entry, "summary"),
        authors=_authors(entry),
        published=_said(entry, "published") or _said(entry, "created"),
        updated=_said(entry, "updated") if "updated" in entry else "",
        language=(detail.get("language") or document.language or ""),
        categories=[t.term for t in entry.get("tags", ()) if t.get("term")],
        base=detail.get("base") or document.base,
    )
    if not item.link and item.guid.startswith(("http://", "https://")):
        item.link = item.guid
    for file in [*entry.get("enclosures", ()), *entry.get("media_content", ())]:
        url = file.get("href") or file.get("url")
        if url:
            length = str(file.get("length") or file.get("filesize") or "")
            item.media.append(Media(url, _said(file, "type"), length, _said(file, "medium")))
    thumbnails = entry.get("media_thumbnail") or [{}]
    item.image = thumbnails[0].get("url", "") or (entry.get("image") or {}).get("href", "")
    return item


def _authors(entry: Any) -> list[str]:
    names = [a.get("name") or a.get("email") or "" for a in entry.get("authors", ()) if a]
    return [n for n in dict.fromkeys([*names, entry.get("author", "")][: max(1, len(names))]) if n]
