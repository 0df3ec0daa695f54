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
from briefing.core.language import text as language
from briefing.core.page import bylines, dateline, dates, facts
from briefing.core.page.blocks import Block
from briefing.core.page.facts import Facts
from briefing.core.page.reading import Metadata
from briefing.models import Entry

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SUFFIX = re.compile(r"\s*(?:\s[|·•–—«»:-]+\s|[|·•»]\s*|\s[–—]|：)\s*")


def of_page(root: HtmlElement, said: Facts, url: str | None, page: list[Block]) -> Metadata:
    """Return the metadata of an HTML page."""
    site = _site(said, url)
    headline = title(root, said, site)
    near = dateline.near_title(page, headline)
    return Metadata(
        title=headline,
        authors=bylines.of_page(root, said, site, near),
        published=_published(root, said, near),
        site=site,
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


# ------------------------------------------------------------------ title


def _key(text: str) -> str:
    return "".join(c for c in language.normalise(text).lower() if c.isalnum())


def title(root: HtmlElement, said: Facts, site: str | None) -> str:
    """Return the headline: the page's own, where what the page says of itself is related to it."""
    heads = [h for e in root.iter("h1") if 3 <= len(h := plain.line(_text(e), 400)) < 400]
    stated = (
        said.first("og:title"),
        facts.string((said.article or {}).get("headline")),
        said.title,
        said.first("twitter:title"),
    )
    given = [c for t in stated if (c := cut(plain.line(t, 400), site, heads))]
    if not heads:
        return given[0] if given else ""
    best = max(heads, key=lambda h: max((_related(h, g) for g in given), default=0.0))
    likeness = max((_related(best, g) for g in given), default=1.0)
    if likeness < 0.34 and not (len(heads) == 1 and len(best.split()) >= 5):
        return given[0]
    for g in given:  # a kicker before the headline proper
        if len(g.split()) >= 4 and _key(best) != _key(g) and _key(best).endswith(_key(g)):
            return g
    return cut(best, site, [])


def _related(a: str, b: str) -> float:
    """Return the share of the shorter title's words that the longer one holds."""
    left, right = set(language.words(a)), set(language.words(b))
    small, large = sorted((left, right), key=len)
    if len(small) < 2:
        return float(small == large)
    return len(small & large) / len(small)


def cut(text: str, site: str | None, heads: list[str]) -> str:
    """Return a title without the site's name at either end."""
    if not text:
        return ""
    for head in heads:
        if len(_key(head)) >= 8 and _key(text).startswith(_key(head)):
            return head
    parts = [(m.start(), m.end()) for m in _SUFFIX.finditer(text)]
    name = _key(site or "")
    for start, end in parts:
        tail, lead = text[end:], text[:start]
        if name and _key(tail) and (_key(tail) in name or name in _key(tail)) and lead:
            return lead.strip()
    if parts and name:
        start, end = parts[0]
        if _key(text[:start]) == name:
            return text[end:].strip()
    if parts:
        start, end = parts[-1]
        tail = text[end:]
        if len(tail.split()) <= 4 and len(text[:start].split()) >= 3 and "|" in text[start:end]:
            return text[:start].strip()
    return text.strip()


def _text(element: HtmlElement) -> str:
    return " ".join(element.itertext())


# ------------------------------------------------------------------ date

_DATE_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "article.published",
    "cxenseparse:recs:publishtime",
    "publication_date",
    "published_time",
    "publishdate",
    "publish-date",
    "publish_date",
    "pubdate",
    "publisheddate",
    "dc.date.issued",
    "dcterms.created",
    "dc.date.created",
    "dcterms.issued",
    "citation_publication_date",
    "citation_online_date",
    "article_date_original",
    "originalpublicationdate",
    "dc.date",
    "dcterms.date",
    "date",
)
_DATED = re.compile(
    r"(?i)publish|pubdate|posted|post-?date|entry-?date|article-?date|dateline|timestamp|time-?stamp|"
    r"post-?meta|entry-?meta|byline|^date$|\bdate\b|datum|fecha|erschienen"
)
_NOT_OURS = re.compile(
    r"(?i)comment|related|recommend|sidebar|footer|teaser|widget|event|card|latest|popular|archive|promo|more-|upcoming|copyright"
)


def _published(root: HtmlElement, said: Facts, near: list[str]) -> str | None:
    article = said.article or {}
    stated = [facts.string(article.get("datePublished"))]
    stated += [facts.string(n.get("datePublished")) for n in said.ld if n.get("datePublished")]
    stated += [said.first(name) for name in _DATE_NAMES]
    for value in stated:
        if found := dates.iso(value):
            return found
    return (
        dateline.published(near)
        or _marked(root)
        or dates.iso(facts.string(article.get("dateCreated")))
    )


def _marked(root: HtmlElement) -> str | None:
    """Return the date a `time`, a microdata property or a dateline element states."""
    fallback = None
    for element in root.iter("time", "span", "div", "p", "abbr", "li"):
        names = f"{element.get('class') or ''} {element.get('itemprop') or ''} {element.get('id') or ''}"
        is_time = element.tag == "time"
        if not is_time and (len(names) < 6 or not _DATED.search(names)):
            continue
        if _elsewhere(element):
            continue
        value = element.get("datetime") or element.get("content") or ""
        shown = " ".join(_text(element).split())
        found = dates.iso(value) or (dates.printed(shown) if 0 < len(shown) <= 90 else None)
        if not found:
            continue
        if "published" in names.lower() or element.get("pubdate") is not None:
            return found
        if "modified" not in names.lower() and "update" not in names.lower():
            fallback = fallback or found
    return fallback


def _elsewhere(element: HtmlElement) -> bool:
    """Say whether an element belongs to comments, teasers or a side column."""
    for above in element.iterancestors():
        if above.tag in ("body", "article", "main"):
            return False
        if above.tag in ("aside", "footer", "nav"):
            return True
        names = f"{above.get('class') or ''} {above.get('id') or ''}"
        if _NOT_OURS.search(names):
            return True
    return False


# ------------------------------------------------------------------ site, language, address, image


def _site(said: Facts, url: str | None) -> str | None:
    article: dict[str, Any] = said.article or {}
    named = said.first("og:site_name") or facts.string(article.get("publisher"))
    if named and not named.startswith("http"):
        return plain.line(named, 80) or None
    for node in said.ld:
        if node.get("@type") in ("WebSite", "NewsMediaOrganization", "Organization"):
            if name := plain.line(facts.string(node.get("name")), 80):
                return name
    named = said.first("application-name", "apple-mobile-web-app-title", "dc.publisher")
    return plain.line(named, 80) or host(url)


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
