"""Several questions to the desk asked in one go, so that a pane is filled in one piece."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing.models import Article, Card, Headline
from briefing.tui.sheets.sources import Saved, Shelf

if TYPE_CHECKING:
    from briefing.desk.desk import Desk


class Opened(NamedTuple):
    """An article with all that is shown around it."""

    article: Article
    card: Card | None
    sources: list[tuple[str, str]]
    headline: Headline | None


def shelf(desk: Desk) -> Shelf:
    """Return the sources of the library with their counts."""
    return Shelf(
        total=desk.count(""),
        unread=desk.count("is:unread"),
        starred=desk.count("is:starred"),
        watchlists=[Saved(w.name, w.query, w.count) for w in desk.watchlists()],
        tags=desk.tags(),
        feeds=desk.feeds(),
        counts=desk.feed_counts(),
    )


def opened(desk: Desk, id: str) -> Opened | None:
    """Return an article, its kept card and its sources, or None if it is gone."""
    article = desk.article(id)
    if article is None:
        return None
    headlines = desk.headlines_of([id])
    return Opened(article, desk.card(id), desk.sources(id), headlines[0] if headlines else None)
