"""Lines that recur across a site's pages are furniture: the archive learns them, page by page.

A page teaches once, when its text is new; what it taught is taken away from the site's next pages.
"""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlsplit

from briefing.core.page import furniture
from briefing.desk.ports import Archive
from briefing.models import Article

_KIND = "site lines"
_LEAST = 3  # pages on which a line must have stood
_MOST = 0.3  # share of a text that may be taken away: more is a text, not furniture


def without(archive: Archive, article: Article) -> Article:
    """Return an article without the lines that its site's earlier pages had too."""
    site = _site(article)
    counts = archive.memory.recall(_KIND, site) if site else None
    if not counts:
        return article
    known = furniture.known(counts, _LEAST)
    blocks = article.text.split("\n\n")
    kept = [block for block in blocks if furniture.mark(block) not in known]
    if len(kept) == len(blocks) or len("".join(kept)) < (1 - _MOST) * len("".join(blocks)):
        return article
    return replace(article, text="\n\n".join(kept))


def learn(archive: Archive, article: Article, *, now: str) -> None:
    """Count the lines of an article whose text was not seen before."""
    site = _site(article)
    if site:
        counts = archive.memory.recall(_KIND, site) or ""
        counted = furniture.count(counts, article.text.split("\n\n"))
        archive.memory.remember(_KIND, site, counted, now=now)


def _site(article: Article) -> str:
    try:
        return (urlsplit(article.url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""
