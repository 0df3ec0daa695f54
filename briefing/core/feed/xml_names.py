"""The names of elements in all feed formats, and what they mean to us."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

BASE = "{http://www.w3.org/XML/1998/namespace}base"
"""The attribute against which addresses are resolved."""
_MEANING = {
    "": {
        "title": "title", "link": "link", "guid": "guid", "id": "guid", "url": "link",
        "description": "summary", "summary": "summary", "abstract": "summary", "tagline": "summary",
        "content": "content", "fullitem": "content", "body": "content", "author": "author",
        "managingeditor": "author", "pubdate": "published", "published": "published",
        "issued": "published", "created": "published", "updated": "updated",
        "modified": "updated", "lastbuilddate": "updated", "category": "category",
        "keywords": "category", "language": "language", "enclosure": "media", "ttl": "ttl",
        "image": "picture",
    },
    "content": {"encoded": "content"},
    "dc": {
        "title": "title2", "creator": "author", "author": "author", "date": "published",
        "description": "summary2", "subject": "category", "language": "language",
        "identifier": "guid2",
    },
    "dcterms": {
        "issued": "published", "created": "published", "available": "published",
        "modified": "updated", "abstract": "summary2",
    },
    "media": {
        "title": "title2", "content": "media", "thumbnail": "picture", "group": "group",
        "description": "summary2",
    },
    "itunes": {
        "author": "author", "image": "picture", "summary": "summary2", "subtitle": "summary2",
        "title": "title2",
    },
    "sy": {"updateperiod": "period", "updatefrequency": "frequency"},
    "xhtml": {"body": "content", "div": "content"},
}  # fmt: skip
_SPACES = {
    "purl.org/rss/1.0/modules/content": "content",
    "purl.org/dc/elements/1.1": "dc",
    "purl.org/dc/elements/1.0": "dc",
    "purl.org/dc/terms": "dcterms",
    "search.yahoo.com/mrss": "media",
    "www.rssboard.org/media-rss": "media",
    "tools.search.yahoo.com/mrss": "media",
    "video.search.yahoo.com/mrss": "media",
    "www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "example.com/dtds/podcast-1.0.dtd": "itunes",
    "purl.org/rss/1.0/modules/syndication": "sy",
    "www.w3.org/1999/xhtml": "xhtml",
}
_OURS = ("rss", "atom", "purl.org/rss/1.0", "netscape", "userland", "channel.dtd", "cdf", "pie")


@lru_cache(maxsize=4096)
def split(tag: str) -> tuple[str, str]:
    """Return (namespace, local name in lower case) of a tag in Clark's notation."""
    space, _, name = tag.rpartition("}")
    return space.removeprefix("{"), name.lower()


def local(tag: Any) -> str:
    """Return the local name in lower case; "" for what is no element."""
    return split(tag)[1] if isinstance(tag, str) else ""


def field(tag: Any) -> str:
    """Return what an element means, in our words; "" when it means nothing to us."""
    return _meaning(tag) if isinstance(tag, str) else ""


@lru_cache(maxsize=4096)
def _meaning(tag: str) -> str:
    space, name = split(tag)
    bare = space.lower().removeprefix("http://").removeprefix("https://").strip("/# ")
    family = _SPACES.get(bare)
    if family is None and any(word in bare for word in _OURS):
        family = ""
    if not space:
        family = ""
    return _MEANING.get(family, {}).get(name, "") if family is not None else ""
