"""Names of authors and editors from bylines and statements, one by one.

Refuses what is no name: addresses, sites, roles, dates, reading times.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from briefing import plain
from briefing.core.page import facts
from briefing.core.page.facts import Facts

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LEAD = re.compile(
    r"(?i)^\s*(?:(?:written|posted|published|reported|story|words|text|article|review(?:ed)?|edited|medically reviewed)\s+)?"
    r"(?:by|von|par|por|di|da|af|av|door|text|autor(?:in)?|author|author|writer|writers|reporter|redaktion|oleh|作者|記者|记者|文|文／)\s*[:：/]?\s+"
)
_SPLIT = re.compile(
    r"\s*(?:[;,|/&•·]|、|，|\band\b|\bund\b|\bet\b|\by\b|\be\b|\bwith\b|\bmit\b)\s*"
)
_NOT_A_NAME = re.compile(
    r"(?i)https?:|www\.|@|\d{2}|\b(?:admin|administrator|editor|editors|staff|team|newsroom|redaktion|redazione|"
    r"redacción|correspondent|reporter|writer|journalist|author|desk|minutes?|min read|updated|published|"
    r"posted|comments?|follow|subscribe|contributor|contributors|senior|chief|associate|unknown|guest|none|null|undefined|by)\b"
)
_ROLE = re.compile(
    r"(?i)[,\s–—-]+(?:(?:senior|chief|staff|associate|deputy|political|business|economics|retail|contributing|managing)\s+)*"
    r"(?:editor|reporter|writer|correspondent|journalist|columnist|contributor|analyst|redakteur(?:in)?)\b.*$"
)
_BYLINE = re.compile(r"(?i)byline|author|writer|autor|reporter")
_NOT_BYLINE = re.compile(
    r"(?i)comment|related|recommend|sidebar|footer|bio|avatar|image|img|photo|teaser|card|follow|social|about|desc|title|list|job|more|box|info"
)


def of_page(root: HtmlElement, said: Facts, site: str | None) -> tuple[str, ...]:
    """Return the authors a page states: JSON-LD first, then meta, then its byline."""
    stated = _ld_authors(said)
    named = names(stated, site)
    if named:
        return named
    for key in (
        "author",
        "article:author",
        "parsely-author",
        "sailthru.author",
        "byl",
        "dc.creator",
        "dcterms.creator",
        "citation_author",
        "twitter:creator",
        "article.author",
        "og:author",
    ):
        values = [v for v in said.meta.get(key, ()) if not v.startswith(("http", "@"))]
        if found := names(values, site):
            return found
    return names(_marked(root), site)


def _ld_authors(said: Facts) -> list[str]:
    value: Any = (said.article or {}).get("author") or (said.article or {}).get("creator")
    people = value if isinstance(value, list) else [value]
    by_id = {n["@id"]: n for n in said.ld if isinstance(n.get("@id"), str) and n.get("name")}
    found = []
    for person in people:
        if isinstance(person, dict):
            if not person.get("name") and isinstance(person.get("@id"), str):
                person = by_id.get(person["@id"], person)
            if person.get("@type") in ("Organization", "NewsMediaOrganization"):
                continue
            name = person.get("name")
            found += [str(n) for n in name] if isinstance(name, list) else [facts.string(name)]
        else:
            found.append(facts.string(person))
    return found


def names(values: list[str], site: str | None = None) -> tuple[str, ...]:
    """Return the person names in some stated values, in order, each once."""
    found: dict[str, str] = {}
    for value in values:
        value = _LEAD.sub("", plain.line(value, 300))
        for part in _SPLIT.split(_ROLE.sub("", value)):
            name = _ROLE.sub("", _LEAD.sub("", part)).strip(" .,:;()[]-–—\"'")
            if is_name(name, site):
                found.setdefault(name.lower(), name)
    return tuple(found.values())[:12]


def is_name(name: str, site: str | None = None) -> bool:
    """Say whether a short text may be a person's name."""
    words = name.split()
    if not 2 <= len(name) <= 60 or len(words) > 6 or _NOT_A_NAME.search(name):
        return False
    return not (site and name.lower().replace(" ", "") == site.lower().replace(" ", ""))


def _marked(root: HtmlElement) -> list[str]:
    """Return the texts of elements that are marked as an author's name."""
    found: list[str] = []
    for element in root.iter("a", "span", "div", "p", "address", "strong", "cite", "li"):
        names = f"{element.get('class') or ''} {element.get('itemprop') or ''} {element.get('rel') or ''}"
        if len(names) < 5 or not _BYLINE.search(names) or _NOT_BYLINE.search(names):
            continue
        text = " ".join("".join(element.itertext()).split())
        if 3 <= len(text) <= 80:
            found.append(text)
            if len(found) >= 1:
                break
    return found
