"""JSON Feed 1.0 and 1.1 (jsonfeed.org). What has the wrong type is left out, never an error."""

from __future__ import annotations

import json
import re
from html import escape
from typing import Any

from briefing.core.feed.items import Document, Item, Media
from briefing.errors import FeedError


def read(text: str, origin: str) -> Document:
    """Return the feed a JSON text holds. Raises FeedError."""
    try:
        found = json.loads(text, strict=False)
    except (ValueError, RecursionError) as error:
        raise FeedError(
            f"{origin}: this is no readable JSON", origin=origin, hint="try later; tell the site"
        ) from error
    items = found.get("items") if isinstance(found, dict) else None
    if not isinstance(items, list) or not ("version" in found or "title" in found):
        raise FeedError(
            f"{origin}: this is JSON, but no feed", origin=origin, hint="check the address"
        )
    document = Document(
        title=_text(found, "title"),
        title_kind="text",
        link=_text(found, "home_page_url"),
        language=_text(found, "language"),
    )
    authors = _authors(found)
    for given in items:
        if isinstance(given, dict):
            item = _item(given, document.language)
            item.authors = item.authors or list(authors)
            document.items.append(item)
    return document


def _item(given: dict[str, Any], language: str) -> Item:
    content = _text(given, "content_html")
    if not content:
        text = escape(_text(given, "content_text"), quote=False)
        content = re.sub(r"\n\s*\n", "<br><br>", text)
    item = Item(
        guid=_text(given, "id"),
        link=_text(given, "url") or _text(given, "external_url"),
        title=_text(given, "title"),
        title_kind="text",
        content=content,
        summary=escape(_text(given, "summary"), quote=False),
        authors=_authors(given),
        published=_text(given, "date_published"),
        updated=_text(given, "date_modified"),
        language=_text(given, "language") or language,
        image=_text(given, "image") or _text(given, "banner_image"),
        categories=[tag for tag in _list(given, "tags") if isinstance(tag, str)],
    )
    for file in _list(given, "attachments"):
        if isinstance(file, dict) and (url := _text(file, "url")):
            size = _text(file, "size_in_bytes")
            item.media.append(Media(url, _text(file, "mime_type"), size))
    return item


def _authors(given: dict[str, Any]) -> list[str]:
    people = [*_list(given, "authors"), given.get("author")]
    return [n for p in people if isinstance(p, dict) and (n := _text(p, "name"))]


def _list(given: dict[str, Any], key: str) -> list[Any]:
    value = given.get(key)
    return value if isinstance(value, list) else []


def _text(given: dict[str, Any], key: str) -> str:
    value = given.get(key)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(value)
