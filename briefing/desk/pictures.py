"""The picture of an article: fetched when somebody wants to see it, kept nowhere."""

from __future__ import annotations

from typing import NamedTuple

from briefing.desk.ports import Archive, Net
from briefing.errors import ExtractError


class Picture(NamedTuple):
    """A file as its server sent it, and the line printed below it."""

    data: bytes
    caption: str


def picture(archive: Archive, net: Net, article_id: str) -> Picture:
    """Fetch an article's lead picture. Raises ExtractError, FetchError, StoreError."""
    article = archive.articles.get(article_id)
    if article is None:
        raise ExtractError(f"{article_id}: no such article", origin=article_id)
    if not article.image:
        raise ExtractError(f"{article.title}: comes without a picture", origin=article_id)
    page = net.get(article.image).page
    if page is None or not page.body:
        raise ExtractError(f"{article.image}: the server sent nothing", origin=article.image)
    return Picture(page.body, article.caption or "")
