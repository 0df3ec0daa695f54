"""Items become entries: titles plain, HTML sanitised, links absolute, dates ISO."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from briefing import plain
from briefing.core import identity
from briefing.core.feed import dates, sanitise, texts
from briefing.core.feed.items import Document, Item
from briefing.models import Enclosure, Entry, Feed, Page

_TITLE = 1_000  # characters of a title that are kept


def about(found: Document, page: Page) -> Feed:
    """Return a feed as it describes itself."""
    base = found.base or page.url or ""
    return Feed(
        url=page.url or page.origin,
        title=texts.title(found.title, found.title_kind)[:_TITLE],
        site_url=sanitise.address(found.link, base),
    )


def entry(item: Item) -> Entry:
    """Return an item as an entry."""
    base = item.base
    media = [(m, url) for m in item.media if (url := sanitise.address(m.url, base))]
    return Entry(
        guid=guid(item),
        url=link(item),
        title=title(item),
        html=sanitise.html(item.content, base),
        summary=sanitise.html(item.summary, base),
        authors=authors(item),
        published=published(item),
        updated=dates.iso(item.updated) if item.updated else None,
        language=language(item.language),
        image=image(item),
        categories=tuple(c for c in map(plain.line, item.categories) if c),
        enclosures=tuple(
            Enclosure(
                url=url,
                media_type=plain.line(m.media_type, 100),
                length=int(m.length[:12]) if m.length.isdecimal() else None,
            )
            for m, url in media
        ),
    )


def tell_apart(items: Sequence[Item]) -> None:
    """Give items an address of their own that share one and say different things under
    different guids: there the link is no identity."""
    groups: dict[str, list[Item]] = {}
    for item in items:
        if item.link and item.guid not in ("", item.link):
            groups.setdefault(identity.canonical(item.link), []).append(item)
    for group in groups.values():
        if len(group) < 2 or len({item.guid for item in group}) < 2:
            continue
        if len({(item.title, item.content, item.summary) for item in group}) > 1:
            for item in group:
                item.link = identity.of_entry(item.link, item.guid)


def newest(items: Sequence[Item], limit: int) -> list[Item]:
    """Return the newest items, in their order; undated ones count as the document has them."""
    if len(items) <= limit:
        return list(items)
    dated = [(published(item) or "", -n) for n, item in enumerate(items)]
    kept = sorted(range(len(items)), key=lambda n: dated[n], reverse=True)[:limit]
    return [items[n] for n in sorted(kept)]


def guid(item: Item) -> str:
    """Return what names an item for ever: its own id, its address, or else its words."""
    if named := item.guid.strip() or item.link.strip():
        return plain.line(named)[:2_000]
    said = f"{item.title}\n{item.published}\n{item.summary or item.content}"
    return hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:32]


def link(item: Item) -> str | None:
    """Return an item's address, absolute."""
    return sanitise.address(plain.line(item.link), item.base) if item.link else None


def title(item: Item) -> str:
    """Return an item's title, plain."""
    return texts.title(item.title[: 4 * _TITLE], item.title_kind)[:_TITLE]


def authors(item: Item) -> tuple[str, ...]:
    """Return the names of who wrote an item: `name`, not `mail@host (name)`."""
    names = (texts.author(a) for a in item.authors[:20])
    return tuple(dict.fromkeys(n for n in names if n))


def published(item: Item) -> str | None:
    """Return when an item was published, or last changed if it says only that."""
    return dates.iso(item.published or item.updated)


def image(item: Item) -> str | None:
    """Return the address of an item's picture."""
    if item.image:
        return sanitise.address(item.image, item.base)
    for m in item.media:
        if m.medium == "image" or m.media_type.startswith("image/"):
            return sanitise.address(m.url, item.base)
    return None


def language(tag: str) -> str | None:
    """Return the primary language of a tag (`en-GB` -> `en`)."""
    primary = tag.strip().lower().replace("_", "-").partition("-")[0]
    return primary if 2 <= len(primary) <= 3 and primary.isalpha() else None
