"""The HTML rung: one parse, trafilatura's opinion, and every block of the page judged anew.

Returns text in our block form, never markup.
"""

from __future__ import annotations

import logging
import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from briefing.core.page import (
    blocks,
    compose,
    facts,
    metadata,
    says,
    select,
    signals,
    tidy,
    tree,
)
from briefing.core.page.reading import Reading

if TYPE_CHECKING:
    from lxml.html import HtmlElement
    from trafilatura.settings import Extractor

_LARGEST = 3_000_000  # characters; beyond this trafilatura's copies cost more than they tell


_MOST = 30_000  # elements; real pages stay below 10,000


def read(html: str, url: str | None, furniture: frozenset[str] = frozenset()) -> Reading | None:
    """Return the article of an HTML page, or None when the page holds no element."""
    root = tree.parse(html)
    if root is None:
        return None
    said = facts.gather(root)
    held = tree.lightened(root)
    page = blocks.blocks(root)
    found = metadata.of_page(root, said, url, page)
    others = hints(root, said, found.title, html)
    kept = select.select(page, others, furniture)
    kept = tidy.blocks(page, kept, found.authors)
    del held
    text, caption = compose.text(kept, found.title)
    return Reading(
        text=text,
        metadata=replace(found, caption=caption),
        link_share=sum(b.link_chars for b in page) / max(1, sum(len(b.text) for b in page)),
        marks=" ".join(b.text for b in page)[:20_000],
    )


def fragment(html: str) -> str:
    """Return the text of a piece of HTML in which everything is the article's (a feed's entry)."""
    root = tree.parse(f"<html><body>{html}</body></html>") if html.strip() else None
    if root is None:
        return ""
    return compose.text([b for b in blocks.blocks(root) if not says.furniture(b.text)], "")[0]


@cache
def _quick() -> Extractor:
    """Return trafilatura's settings: its own rules alone, which rather keep than drop.

    Its second and third readers cost as much again; what they add, the blocks' own signs tell.
    """
    from trafilatura.settings import Extractor

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    return Extractor(output_format="python", fast=True, recall=True, comments=False)


def _trafilatura(root: HtmlElement) -> str:
    """Return what trafilatura takes for the article's text; empty when it finds or fails."""
    import trafilatura

    try:
        document = trafilatura.bare_extraction(root, options=_quick())
    except Exception:  # a third-party reader of hostile pages: its failure is "no opinion"
        return ""
    text = getattr(document, "text", None)
    return text if isinstance(text, str) else ""


def hints(root: HtmlElement, said: facts.Facts, title: str, html: str) -> signals.Hints:
    """Return what trafilatura and the page's own statements say of the article.

    Takes from the page what is in trafilatura's way: read all else of it before.
    """
    return signals.Hints(
        opinion=_trafilatura(tree.pruned(root)) if _is_sane(root, html) else "",
        title=title,
        stated=stated(said),
        described=said.first("og:description", "description", "twitter:description"),
    )


def _is_sane(root: HtmlElement, html: str) -> bool:
    """Say whether a page is of a size at which another reader's copies of it are bearable."""
    return (
        len(html) <= _LARGEST
        and sum(1 for _ in zip(root.iter(), range(_MOST), strict=False)) < _MOST
    )


def stated(said: facts.Facts) -> str:
    """Return the body JSON-LD states, as text."""
    body = facts.string((said.article or {}).get("articleBody"))
    return re.sub(r"<[^>]{0,500}>", " ", body)
