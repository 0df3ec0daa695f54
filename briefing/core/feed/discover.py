"""The feed behind a site's address: what its pages name, then the places where feeds lie."""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from briefing import plain
from briefing.core.feed import sanitise
from briefing.core.page import decode
from briefing.models import Page

PLACES = (
    "feed/", "rss", "feed.xml", "rss.xml", "atom.xml", "index.xml", "feeds/posts/default",
    "feed.json", "?feed=rss2", "rss/",
)  # fmt: skip
"""Where feeds lie on most sites, beside the page and at the root."""
_LINK = re.compile(r"<(?:link|a)\b([^<>]{1,2000})>", re.IGNORECASE)
_BASE = re.compile(r"<base\b[^<>]*\bhref\s*=\s*[\"']?([^\"'\s<>]+)", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([\w-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>]+))")
_TYPES = (
    "application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml",
    "application/json", "text/xml", "application/xml", "application/x.atom+xml",
)  # fmt: skip
_SECONDARY = re.compile(r"(?i)comment|kommentar|commentaire|replies|/oembed|wp-json|podcast")
_FEEDISH = re.compile(r"(?i)(?:/(?:feed|rss|atom)/?$|\.(?:rss|atom)$|(?:rss|feed|atom)\.xml$)")


class Candidate(NamedTuple):
    """An address where a feed may be, and what the page calls it."""

    url: str
    title: str = ""


def named(page: Page) -> list[Candidate]:
    """Return the feeds an HTML page names, the likeliest first."""
    text = decode.text(page.body[:600_000], page.charset, page.media_type)
    base = page.url or ""
    if m := _BASE.search(text):
        base = urljoin(base, unescape(m[1]))
    found: dict[str, tuple[int, Candidate]] = {}
    for m in _LINK.finditer(text):
        said = {
            a[1].lower(): unescape(a[2] or a[3] or a[4] or "") for a in _ATTRIBUTE.finditer(m[1])
        }
        place = _rank(said, m.group()[1:5].lower() == "link")
        url = sanitise.address(said.get("href", ""), base) if place is not None else None
        if url and place is not None and url not in found:
            found[url] = (place, Candidate(url, plain.line(said.get("title", ""), 200)))
    return [candidate for _, candidate in sorted(found.values(), key=lambda f: f[0])][:20]


def _rank(said: dict[str, str], is_link: bool) -> int | None:
    """Return how likely a link leads to the site's feed, 0 the likeliest; None: not at all."""
    href, words = said.get("href", ""), f"{said.get('href', '')} {said.get('title', '')}"
    later = 4 if _SECONDARY.search(words) else 0
    if is_link:
        rel = said.get("rel", "").lower().split()
        kind = said.get("type", "").split(";")[0].strip().lower()
        if "alternate" not in rel and "feed" not in rel:
            return None
        if kind in _TYPES:
            generic = kind in ("application/json", "text/xml", "application/xml")
            return later + (2 if generic else 0)
        return later + 1 if "feed" in rel or _FEEDISH.search(href) else None
    return later + 3 if _FEEDISH.search(href.split("?")[0]) else None


def guesses(url: str) -> list[Candidate]:
    """Return the places where a site's feed may lie, beside the page first."""
    parts = urlsplit(url)
    root = f"{parts.scheme}://{parts.netloc}/"
    here = url.split("?")[0].split("#")[0].rstrip("/") + "/"
    found = [urljoin(start, place) for start in dict.fromkeys((here, root)) for place in PLACES]
    return [Candidate(u) for u in dict.fromkeys(found) if u != url]
