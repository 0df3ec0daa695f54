"""Well-formed XML feeds, read in one walk over libxml2's tree: RSS 0.90 to 2.0, RSS 1.0, Atom 0.3
and 1.0, CDF, with the common extensions.

Twenty times faster than the forgiving parser. Refuses what is not well-formed, and never reads an
entity, a DTD or an address that a document names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from briefing.core.feed import xml_texts
from briefing.core.feed.items import Document, Item, Media
from briefing.core.feed.xml_names import field, local

if TYPE_CHECKING:
    from lxml.etree import _Element

_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_ITEMS = ("item", "entry")


def tree(source: bytes) -> _Element | None:
    """Return the root of a well-formed document, or None."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        huge_tree=False,
    )
    try:
        return etree.fromstring(source, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def read(root: _Element, address: str | None) -> Document | None:
    """Return the feed below `root`, or None where there is none. `address` is where it came from.

    Items are in the order of the document, however they are nested.
    """
    found = Document(base=urljoin(address or "", _base(root)) if address or _base(root) else "")
    found.language = _language(root)
    channel = _channel(root)
    if channel is not None and channel is not root:
        found.base = urljoin(found.base, _base(channel)) if _base(channel) else found.base
        found.language = _language(channel) or found.language
    if channel is not None:
        _about(channel, found)
    for element in _items(root):
        found.items.append(_item(element, found))
    return found if channel is not None or found.items else None


def _channel(root: _Element) -> _Element | None:
    name = local(root.tag)
    if name in ("feed", "channel"):
        return root
    if name in ("rss", "rdf"):
        for child in root:
            if local(child.tag) == "channel":
                return child
        return root
    return None


def _items(root: _Element) -> Iterator[_Element]:
    """Yield the items: children of the root or of a channel; anywhere, where those have none."""
    found = False
    for child in root:
        name = local(child.tag)
        if name in _ITEMS:
            found = True
            yield child
        elif name == "channel":
            for grandchild in _items_of_channel(child):
                found = True
                yield grandchild
    if not found:
        for element in root.iter():
            if local(element.tag) in _ITEMS and element is not root:
                yield element


def _items_of_channel(channel: _Element) -> Iterator[_Element]:
    for child in channel:
        name = local(child.tag)
        if name in _ITEMS:
            yield child
        elif name in ("channel", "items"):
            yield from _items_of_channel(child)


def _about(channel: _Element, found: Document) -> None:
    """Read what a feed says of itself."""
    period, times = "", 1
    for child in channel:
        name = field(child.tag)
        if name == "title" and not found.title:
            found.title, found.title_kind = xml_texts.title(child)
        elif name == "link":
            link = _link(child)
            if link and (not found.link or child.get("type") == "text/html"):
                found.link = urljoin(found.base, link)
        elif name == "language":
            found.language = (child.text or "").strip() or found.language
        elif name == "ttl" and (child.text or "").strip().isdecimal():
            found.minutes = int((child.text or "").strip()[:6])
        elif name == "period":
            period = (child.text or "").strip().lower()
        elif name == "frequency" and (child.text or "").strip().isdecimal():
            times = int((child.text or "").strip()[:4]) or 1
    if not found.link and (href := channel.get("href") or channel.get("HREF")):
        found.link = urljoin(found.base, href)
    minutes = {"hourly": 60, "daily": 1440, "weekly": 10_080, "monthly": 43_200, "yearly": 525_600}
    if period in minutes:
        found.minutes = max(found.minutes, minutes[period] // times)


def _item(element: _Element, feed: Document) -> Item:
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


def _base(element: _Element) -> str:
    return element.get(_BASE) or element.get("BASE") or ""


def _language(element: _Element) -> str:
    return element.get("{http://www.w3.org/XML/1998/namespace}lang") or ""


def _link(element: _Element) -> str:
    """Return the address of a link that leads to the page: RSS's text or Atom's attribute."""
    if (href := element.get("href")) is None:
        return (element.text or "").strip()
    return href.strip() if element.get("rel", "alternate") == "alternate" else ""


# --------------------------------------------------------------- what an item's children say


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
    link = _link(element)
    if link and (
        not item.link or element.get("type", "") in ("text/html", "application/xhtml+xml")
    ):
        base = element.get(_BASE)
        item.link = urljoin(urljoin(item.base, base), link) if base else link


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
    if base := element.get(_BASE):
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
