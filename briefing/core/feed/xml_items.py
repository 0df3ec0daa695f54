"""One item of a well-formed XML feed: its attributes, and what each of its children says."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from briefing.core.feed import xml_texts
from briefing.core.feed.items import Document, Item, Media
from briefing.core.feed.xml_names import BASE, field, local

if TYPE_CHECKING:
    from lxml.etree import _Element


def item(element: _Element, feed: Document) -> Item:
    """Return the item an element holds; `feed` gives what it does not say itself."""
    item = Item(base=feed.base, language=feed.language)
    attributes = element.attrib
    if attributes:
        _from_attributes(element, item)
    for child in element:
        read = _reader(child.tag)
        if read is not None:
            read(child, item)
    item.title = item.title or item.other_title
    item.summary = item.summary or item.other_summary
    if not item.link and item.guid.startswith(("http://", "https://")):
        item.link = item.guid if item.guid_leads else ""
    return item


def _from_attributes(element: _Element, item: Item) -> None:
    for name, value in element.attrib.items():
        name = local(name)
        if name == "base":
            item.base = urljoin(item.base, value)
        elif name == "lang":
            item.language = value
        elif name == "about":
            item.guid = item.guid or value.strip()
        elif name == "href":  # CDF
            item.link = value.strip()
        elif name == "lastmod":
            item.updated = value


def link(element: _Element) -> str:
    """Return the address of a link that leads to the page: RSS's text or Atom's attribute."""
    if (href := element.get("href")) is None:
        return (element.text or "").strip()
    return href.strip() if element.get("rel", "alternate") == "alternate" else ""


def _read_title(element: _Element, item: Item) -> None:
    if not item.title:
        item.title, item.title_kind = xml_texts.title(element)


def _read_other_title(element: _Element, item: Item) -> None:
    item.other_title = item.other_title or xml_texts.title(element)[0]


def _read_link(element: _Element, item: Item) -> None:
    rel = element.get("rel", "alternate")
    if element.get("href") is not None and rel == "enclosure":
        _read_media(element, item)
        return
    found = link(element)
    if found and (
        not item.link or element.get("type", "") in ("text/html", "application/xhtml+xml")
    ):
        base = element.get(BASE)
        item.link = urljoin(urljoin(item.base, base), found) if base else found


def _read_guid(element: _Element, item: Item) -> None:
    text = (element.text or "").strip()
    if not text:
        return
    item.guid = text
    item.guid_leads = element.get("isPermaLink", "true").strip().lower() != "false"


def _read_identifier(element: _Element, item: Item) -> None:
    item.guid = item.guid or (element.text or "").strip()


def _read_content(element: _Element, item: Item) -> None:
    found, kind = xml_texts.html(element)
    if kind == "html" and len(found) > len(item.content):
        item.content = _based(element, found, item)


def _read_summary(element: _Element, item: Item) -> None:
    if not item.summary:
        found, kind = xml_texts.html(element)
        item.summary = _based(element, found, item) if kind == "html" else ""


def _read_other_summary(element: _Element, item: Item) -> None:
    item.other_summary = item.other_summary or xml_texts.html(element)[0]


def _based(element: _Element, html: str, item: Item) -> str:
    if base := element.get(BASE):
        item.base = urljoin(item.base, base)
    return html


def _read_author(element: _Element, item: Item) -> None:
    name = next((c for c in element if local(c.tag) == "name"), None)
    found = xml_texts.plain(element if name is None else name)
    if not found and name is not None:
        found = " ".join(xml_texts.plain(c) for c in element if local(c.tag) == "email")
    if found and found not in item.authors:
        item.authors.append(found)


def _read_published(element: _Element, item: Item) -> None:
    item.published = item.published or (element.text or "").strip()


def _read_updated(element: _Element, item: Item) -> None:
    item.updated = item.updated or (element.text or "").strip()


def _read_category(element: _Element, item: Item) -> None:
    found = element.get("label") or element.get("term") or xml_texts.plain(element)
    if found:
        item.categories.append(found)


def _read_language(element: _Element, item: Item) -> None:
    item.language = (element.text or "").strip() or item.language


def _read_media(element: _Element, item: Item) -> None:
    get = element.get
    if url := get("url") or get("href"):
        length = get("length") or get("fileSize") or ""
        item.media.append(Media(url.strip(), get("type") or "", length, get("medium") or ""))
    if len(element):
        _read_group(element, item)


def _read_picture(element: _Element, item: Item) -> None:
    item.image = item.image or (element.get("url") or element.get("href") or "").strip()


def _read_group(element: _Element, item: Item) -> None:
    for child in element:
        read = _reader(child.tag)
        if read is not None:
            read(child, item)


_READ: dict[str, Callable[[_Element, Item], None]] = {
    "title": _read_title,
    "link": _read_link,
    "title2": _read_other_title,
    "guid": _read_guid,
    "guid2": _read_identifier,
    "content": _read_content,
    "summary": _read_summary,
    "summary2": _read_other_summary,
    "author": _read_author,
    "published": _read_published,
    "updated": _read_updated,
    "category": _read_category,
    "language": _read_language,
    "media": _read_media,
    "picture": _read_picture,
    "group": _read_group,
}


@lru_cache(maxsize=4096)
def _reader(tag: str) -> Callable[[_Element, Item], None] | None:
    return _READ.get(field(tag))
