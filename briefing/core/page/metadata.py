"""Title, authors, editor, date, site, language, address, image: chosen from a page's statements.

The page's own headline is preferred, and a feed entry outranks the page. Refuses to read a
date out of body text: a page that states none has none.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from briefing import plain
from briefing.core.page import bylines, dateline, dates, facts, headline, published
from briefing.core.page.blocks import Block
from briefing.core.page.facts import Facts
from briefing.core.page.reading import Metadata
from briefing.models import Entry

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def of_page(root: HtmlElement, said: Facts, url: str | None, page: list[Block]) -> Metadata:
    """Return the metadata of an HTML page."""
    named = _site(said)
    site = named or host(url)
    name = headline.title(root, said, site)
    near = dateline.near_title(page, name)
    return Metadata(
        title=name,
        authors=bylines.of_page(root, said, site, near),
        published=published.date_of(root, said, page, near, url),
        site=named or headline.site_in(said.title, name) or site,
        language=_language(said.language or facts.string((said.article or {}).get("inLanguage"))),
        url=_canonical(said, url),
        image=_image(said, url),
    )


def with_entry(found: Metadata, entry: Entry | None) -> Metadata:
    """Return metadata in which the feed entry's own words outrank the page's."""
    if entry is None:
        return found
    return replace(
        found,
        title=plain.line(entry.title) or found.title,
        authors=tuple(a for a in map(plain.line, entry.authors) if a) or found.authors,
        published=dates.iso(entry.published) or found.published,
        url=entry.url or found.url,
        language=entry.language or found.language,
        image=entry.image or found.image,
    )


# ------------------------------------------------------------------ site, language, address, image


def _site(said: Facts) -> str | None:
    article: dict[str, Any] = said.article or {}
    named = said.first("og:site_name") or facts.string(article.get("publisher"))
    if named and not named.startswith("http"):
        return plain.line(named, 80) or None
    for node in said.ld:
        outlet = node.get("@type") in ("WebSite", "NewsMediaOrganization", "Organization")
        if outlet and (name := plain.line(facts.string(node.get("name")), 80)):
            return name
    named = said.first("application-name", "apple-mobile-web-app-title", "dc.publisher")
    return plain.line(named, 80) or None


def host(url: str | None) -> str | None:
    """Return the host of an address without `www.`, or None."""
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.") or None
    except ValueError:
        return None


def _language(value: str) -> str | None:
    m = re.match(r"([a-zA-Z]{2,3})(?:[-_]|$)", value.strip())
    return m.group(1).lower() if m else None


def _canonical(said: Facts, url: str | None) -> str | None:
    for value in (said.canonical, said.first("og:url")):
        address = _web(value, url)
        if (
            address
            and urlsplit(address).path.strip("/")
            and (not url or host(address) == host(url))
        ):
            return address
    return url if url and url.startswith(("http://", "https://")) else None


def _image(said: Facts, url: str | None) -> str | None:
    image = said.first("og:image", "og:image:url", "twitter:image", "twitter:image:src")
    if not image:
        value = (said.article or {}).get("image")
        value = value[0] if isinstance(value, list) and value else value
        image = str(value.get("url") or "") if isinstance(value, dict) else facts.string(value)
    return _web(image, url)


def _web(value: str, url: str | None) -> str | None:
    """Return an absolute http(s) address without control characters, or None."""
    value = plain.line(value or "")
    if not value or " " in value:
        return None
    try:
        address = urljoin(url or "", value)
        return address if urlsplit(address).scheme in ("http", "https") else None
    except ValueError:
        return None
