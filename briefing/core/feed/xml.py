"""Well-formed XML feeds, read in one walk over libxml2's tree: RSS 0.90 to 2.0, RSS 1.0, Atom 0.3
and 1.0, CDF, with the common extensions.

Twenty times faster than the forgiving parser. Refuses what is not well-formed, and never reads an
entity, a DTD or an address that a document names.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from briefing.core.feed import xml_items, xml_texts
from briefing.core.feed.items import Document
from briefing.core.feed.xml_names import BASE, field, local

if TYPE_CHECKING:
    from lxml.etree import _Element

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
        found.items.append(xml_items.item(element, found))
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
            link = xml_items.link(child)
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


def _base(element: _Element) -> str:
    return element.get(BASE) or element.get("BASE") or ""


def _language(element: _Element) -> str:
    return element.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
