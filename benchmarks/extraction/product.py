"""The product as the kit's `score.py` calls it: `product:html` and `product:dump`."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from briefing.core.page import extract
from briefing.models import Article, Page


def html(page: str, url: str) -> dict[str, object]:
    """Read one HTML page as the kit hands it over."""
    return _answer(extract.readings(Page(origin=url, body=page.encode(), url=url), kind="html"))


def dump(text: str) -> dict[str, object]:
    """Read one page dump as the kit hands it over."""
    return _answer(extract.readings(Page(origin="-", body=text.encode()), kind="dump"))


def _answer(found: tuple[Article, ...]) -> dict[str, object]:
    article = found[0]
    return {
        "text": "\n".join(line for line in article.text.split("\n") if line),
        "title": article.title,
        "authors": list(article.authors),
        "date": (article.published or "")[:10] or None,
        "site": article.site,
    }
