"""What a page says of itself: JSON-LD, meta elements, microdata. Gathers, does not choose."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLE_TYPES = re.compile(
    r"(Article|BlogPosting|Posting|Report|Review|Recipe|HowTo|ScholarlyArticle|Analysis|Opinion)"
    r"(NewsArticle)?$"
)
_LONGEST_SCRIPT = 600_000


@dataclass(slots=True)
class Facts:
    """Raw statements: `meta` by lower-case name, `ld` the JSON-LD nodes, articles first."""

    meta: dict[str, list[str]] = field(default_factory=dict)
    ld: list[dict[str, Any]] = field(default_factory=list)
    article: dict[str, Any] | None = None
    title: str = ""
    canonical: str = ""
    language: str = ""

    def first(self, *names: str) -> str:
        """Return the first value said under any of these names, in their order."""
        return next((v for n in names for v in self.meta.get(n, ()) if v), "")


def gather(root: HtmlElement) -> Facts:
    """Return everything a page's head and markup say; linear in the page."""
    facts = Facts(language=(root.get("lang") or root.get("xml:lang") or "").strip())
    for element in root.iter("meta", "link", "title", "script"):
        tag = element.tag
        if tag == "meta":
            name = element.get("property") or element.get("name") or element.get("itemprop")
            value = (element.get("content") or "").strip()
            if name and value:
                facts.meta.setdefault(name.strip().lower(), []).append(value[:2000])
        elif tag == "title":
            if not facts.title and (
                element.getparent() is None or element.getparent().tag != "svg"
            ):
                facts.title = " ".join("".join(element.itertext()).split())
        elif tag == "link":
            if (element.get("rel") or "").lower() == "canonical" and not facts.canonical:
                facts.canonical = (element.get("href") or "").strip()
        elif "ld+json" in (element.get("type") or "") and element.text:
            facts.ld += nodes(element.text)
    articles = [n for n in facts.ld if is_article(n)]
    facts.article = max(articles, key=_weight, default=None)
    return facts


def _weight(node: dict[str, Any]) -> int:
    return sum(bool(node.get(k)) for k in ("headline", "datePublished", "author", "articleBody"))


def nodes(script: str) -> list[dict[str, Any]]:
    """Return the objects of a JSON-LD script, nested ones too; nothing if it is not JSON."""
    if len(script) > _LONGEST_SCRIPT:
        return []
    script = re.sub(r"^\s*(?://\s*)?<!\[CDATA\[|(?://\s*)?\]\]>\s*$|^\s*<!--|-->\s*$", "", script)
    try:
        value = json.loads(script.strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return []
    return list(_objects(value))


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    waiting, seen = [value], 0
    while waiting and seen < 400:
        item = waiting.pop(0)
        seen += 1
        if isinstance(item, list):
            waiting += item[:60]
        elif isinstance(item, dict):
            yield item
            waiting += [
                v
                for k, v in item.items()
                if k in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "hasPart")
                and isinstance(v, (dict, list))
            ]


def is_article(node: dict[str, Any]) -> bool:
    """Say whether a JSON-LD node describes an article."""
    kinds = node.get("@type")
    return any(
        isinstance(k, str) and _ARTICLE_TYPES.search(k)
        for k in (kinds if isinstance(kinds, list) else [kinds])
    )


def string(value: Any) -> str:
    """Return a JSON-LD value as text: a string, or the name, url or first member of it."""
    if isinstance(value, list):
        return string(value[0]) if value else ""
    if isinstance(value, dict):
        return string(value.get("name") or value.get("@value") or value.get("url") or "")
    return value.strip() if isinstance(value, str) else ""
