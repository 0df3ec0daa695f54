"""When a page says it was published: its statements, its microdata, its dateline.

Refuses to read a date out of body text: a page that states none has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from briefing.core.page import dateline, dates, facts, tree
from briefing.core.page.blocks import Block
from briefing.core.page.facts import Facts

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_NAMES = (
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
    "published_on",
    "published",
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
_HINTS = (
    "date",
    "time",
    "publish",
    "posted",
    "meta",
    "byline",
    "author",
    "datum",
    "fecha",
    "ersch",
)
_DATED = re.compile(
    r"publish|pubdate|posted|post-?date|entry-?date|article-?date|dateline|timestamp|"
    r"time-?stamp|post-?meta|entry-?meta|byline|^date$|\bdate\b|datum|fecha|erschienen|\btime\b|"
    r"datecreated|author-(?:details|info|meta)"
)
_NOT_OURS = re.compile(
    r"(?i)comment|related|recommend|sidebar|footer|teaser|widget|event|card|latest|popular|archive|"
    r"promo|more-|upcoming|copyright"
)
_NAMING = ("class", "itemprop", "property", "id")
_TAGS = ("time", "span", "div", "p", "abbr", "li", "small")
_APART = 2  # days by which a dateline must differ to outrank what the page states in its head


def date_of(
    root: HtmlElement, said: Facts, page: list[Block], near: list[str], url: str | None
) -> str | None:
    """Return the publication date (ISO 8601, its zone as given), or None.

    `near` are the short lines around the headline. What they print without calling it an update
    is the page's date, even where its head states another day.
    """
    marked, explicit = _marked(root)
    stated = _stated(said)
    if not stated:
        created = dates.iso(facts.string((said.article or {}).get("dateCreated")))
        printed = _exact(root, near) or dateline.published(near)
        found = printed or explicit or dateline.labelled(page) or marked or created
        return found or _day_in(url)
    if explicit and explicit[:10] < stated[:10]:
        return explicit
    if (day := _day_in(url)) and _days(day, stated) == 1:
        return day  # the head counts in another zone than the newsroom
    printed = dateline.published(near, updates=False)
    if not printed or _days(printed, stated) < _APART or stated[:10] == (marked or "")[:10]:
        return stated
    return stated if dateline.prints(near, stated[:10]) else printed


def _exact(root: HtmlElement, near: list[str]) -> str | None:
    """Return the machine's form of a date that a `time` element shows near the headline."""
    for element in root.iter("time"):
        shown = " ".join(" ".join(element.itertext()).split())
        if shown in near and dateline.published([shown], updates=False):
            return dates.iso(element.get("datetime"))
    return None


def _day_in(url: str | None) -> str | None:
    """Return the day an address names in its path."""
    m = re.search(r"/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?:/|$)", (url or "").split("?")[0])
    return dates.iso(f"{m.group(1)}-{m.group(2):0>2}-{m.group(3):0>2}") if m else None


def _stated(said: Facts) -> str | None:
    """Return the date of JSON-LD, else that of a meta element."""
    values = [facts.string((said.article or {}).get("datePublished"))]
    values += [facts.string(n.get("datePublished")) for n in said.ld if n.get("datePublished")]
    values += [said.first(name) for name in _NAMES]
    return next((found for v in values if (found := dates.iso(v))), None)


def _days(one: str, other: str) -> int:
    return abs((date.fromisoformat(one[:10]) - date.fromisoformat(other[:10])).days)


def _marked(root: HtmlElement) -> tuple[str | None, str | None]:
    """Return the dates that markup states: the first that may be one, the first called one."""
    fallback = None
    for element, names in _candidates(root):
        get = element.get
        value = get("datetime") or get("content") or ""
        if element.tag == "abbr":
            value = value or get("title") or ""
        shown = " ".join(" ".join(element.itertext()).split())
        found = dates.iso(value) or (dates.printed(shown) if 0 < len(shown) <= 90 else None)
        if not found:
            continue
        if "published" in names.lower() or element.get("pubdate") is not None:
            return fallback or found, found
        if element.tag == "time" and re.search(r"(?i)^publish", _label(element)):
            return found, found
        if "modified" not in names.lower() and "update" not in names.lower():
            fallback = fallback or found
    return fallback, None


def _candidates(root: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """Yield the elements that are marked as dates of this page, with their names."""
    for element in root.iter(*_TAGS):
        get = element.get
        names = " ".join(v for n in _NAMING if (v := get(n)))
        if element.tag == "small" and (above := element.getparent()) is not None:
            names = f"{names} {above.get('class') or ''}"
        if element.tag != "time" and not _is_dated(names):
            continue
        if not _elsewhere(element):
            yield element, names


def _is_dated(names: str) -> bool:
    low = names.lower()
    return any(hint in low for hint in _HINTS) and _DATED.search(low) is not None


def _label(element: HtmlElement) -> str:
    """Return the words right before an element."""
    before = element.getprevious()
    if before is None:
        parent = element.getparent()
        return ((parent.text if parent is not None else "") or "").strip()
    return ((before.tail or "").strip() or " ".join(before.itertext()).strip())[:60]


def _elsewhere(element: HtmlElement) -> bool:
    """Say whether an element belongs to comments, teasers or a side column."""
    for above in tree.above(element):
        if above.tag in ("body", "article", "main"):
            return False
        if above.tag in ("aside", "footer", "nav"):
            return True
        if _NOT_OURS.search(f"{above.get('class') or ''} {above.get('id') or ''}"):
            return True
    return False
