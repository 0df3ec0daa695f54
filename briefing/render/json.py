"""JSON of a card, a briefing and an article, in the shapes that scripts rely on."""

from __future__ import annotations

import json as _json
from typing import Any

from briefing import wire
from briefing.models import Article, Briefing, Card, Dossier


def card(card: Card) -> str:
    """Return a card as JSON; a part with nothing to say is an empty list or null."""
    return _text(card_data(card))


def card_data(card: Card) -> dict[str, Any]:
    """Return a card as plain data, its keys in the published order."""
    data: dict[str, Any] = wire.to_dict(card)
    return {"schema": data.pop("schema"), **data}


def briefing(b: Briefing) -> str:
    """Return a briefing as JSON."""
    return _text(briefing_data(b))


def briefing_data(b: Briefing) -> dict[str, Any]:
    """Return a briefing as plain data, its keys in the published order, `schema` first."""
    data: dict[str, Any] = wire.to_dict(b)
    for story, briefed in zip(data["stories"], b.stories, strict=True):
        story["card"] = card_data(briefed.card)
    return {"schema": data.pop("schema"), **data}


def article(article: Article) -> str:
    """Return an article as `extract --format json` prints it; `date` is a day or null."""
    return _text(article_data(article))


def article_data(article: Article) -> dict[str, Any]:
    """Return an article as plain data."""
    return {
        "id": article.id,
        "title": article.title,
        "text": article.text,
        "authors": list(article.authors),
        "date": article.published[:10] if article.published else None,
        "site": article.site,
        "language": article.language,
        "verdict": article.verdict,
        "url": article.url,
        "editor": article.editor,
        "published": article.published,
        "image": article.image,
        "caption": article.caption,
        "words": article.words,
    }


def dossier(d: Dossier) -> str:
    """Return the page of a company as JSON."""
    return _text(wire.to_dict(d))


def _text(data: Any) -> str:
    return _json.dumps(data, ensure_ascii=False, indent=2) + "\n"
