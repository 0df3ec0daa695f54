"""A page becomes a feed and its entries, whatever the format and however broken.

A ladder: JSON; XML that is well-formed; XML whose small faults can be mended; feedparser.
All rungs fill the same items, and the items become entries in one place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.core.feed import entries, jsonfeed, lenient, repair, xml, xml_names
from briefing.core.feed.items import Document
from briefing.core.language.patterns import lazy
from briefing.core.page import decode
from briefing.errors import FeedError
from briefing.models import Entry, Feed, Page

_SUBSET = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ENCODING = re.compile(rb"<\?xml[^>]*encoding\s*=\s*[\"']([\w.:-]+)")
_NAMED = re.compile(rb"encoding\s*=|\0")
_PAGE = lazy(r"(?i)<(?:html|head|body|!doctype html)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedFeed:
    """A feed as it describes itself, and its entries. `ttl` is in seconds; 0 when not said."""

    feed: Feed
    entries: tuple[Entry, ...] = ()
    ttl: int = 0


def feed(page: Page, *, limit: int = 500) -> ParsedFeed:
    """Return the feed of a page with its newest `limit` entries, sanitised.

    Raises FeedError for what is no feed.
    """
    found = document(page)
    kept = entries.newest(found.items, limit)
    return ParsedFeed(
        feed=entries.about(found, page),
        entries=tuple(entries.entry(item) for item in kept),
        ttl=found.minutes * 60,
    )


def document(page: Page) -> Document:
    """Return what a page says as a feed, nothing believed yet. Raises FeedError."""
    return required(strict(page) or forgiving(page), page)


def strict(page: Page) -> Document | None:
    """Return the feed of a well-formed page, or of one whose faults are small; else None.

    Takes time in proportion to the page. Raises FeedError for JSON that is no feed, and for an
    empty page.
    """
    body = page.body
    if body[:1] == b"<" and not _SUBSET.search(body[:4096]) and _trusts(page):
        root = xml.tree(body)
        if root is not None and (found := xml.read(root, page.url)) is not None:
            return found
    text = _text(page)
    if not text:
        raise FeedError(f"{page.origin}: the feed is empty", origin=page.origin, hint="try later")
    if text[0] in "{[":
        return jsonfeed.read(text, page.origin)
    root = xml.tree(repair.repaired(text).encode("utf-8", "replace"))
    if root is not None and xml_names.local(root.tag) == "html":
        raise _refusal(text, page.origin)
    return xml.read(root, page.url) if root is not None else None


def forgiving(page: Page) -> Document | None:
    """Return what can be read of a broken page; this can take long. None where it is no feed."""
    found = lenient.read(repair.repaired(_text(page)), page.url)
    return found if found.items or found.title or found.link else None


def required(found: Document | None, page: Page) -> Document:
    """Return the document, its items told apart. Raises FeedError where there is none."""
    if found is None:
        raise _refusal(_text(page), page.origin)
    entries.tell_apart(found.items)
    return found


def _trusts(page: Page) -> bool:
    """Say whether a document is UTF-8 as far as it says; other labels lie too often."""
    if m := _ENCODING.match(page.body[:200]):
        return m[1].lower() in (b"utf-8", b"utf8", b"us-ascii")
    return (page.charset or "utf-8").lower() in ("utf-8", "utf8", "us-ascii")


def _text(page: Page) -> str:
    text = decode.text(page.body, _charset(page), page.media_type)
    return text.lstrip("\ufeff \t\r\n")


def _charset(page: Page) -> str | None:
    """Return the charset that was named; Latin where none was and few bytes are beyond ASCII."""
    if page.charset or _NAMED.search(page.body[:300]):
        return page.charset
    sample = page.body[:50_000]
    beyond = len(sample) - len(sample.decode("ascii", "ignore"))
    return "windows-1252" if beyond * 12 < len(sample) else None


def _refusal(text: str, origin: str) -> FeedError:
    if _PAGE.search(text[:5000]):
        return FeedError(
            f"{origin}: this is a web page, no feed",
            origin=origin,
            hint="`briefing feeds add` looks for the feed a page names",
        )
    return FeedError(f"{origin}: this is no feed", origin=origin, hint="check the address")
