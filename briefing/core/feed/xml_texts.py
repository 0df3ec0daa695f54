"""Text inside XML elements: plain, escaped HTML, inline XHTML; Atom says which, RSS never."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from briefing.core.feed.items import TextKind
from briefing.core.feed.xml_names import local

if TYPE_CHECKING:
    from lxml.etree import _Element

_HTML = ("html", "text/html", "application/xhtml+xml")
_TEXT = ("text", "text/plain")


def plain(element: _Element) -> str:
    """Return the text below an element, on one line."""
    if not len(element):
        return " ".join((element.text or "").split())
    return " ".join("".join(element.itertext()).split())


def title(element: _Element) -> tuple[str, TextKind]:
    """Return a title and how it is meant."""
    if not element.attrib and not len(element):
        return (element.text or "").strip(), "guess"
    kind = (element.get("type") or "").lower()
    packed = "/" in kind and not kind.startswith("text/") and not kind.endswith("xml")
    if packed or (element.get("mode") or "").lower() == "base64":
        return _unpacked(element.text), "html"
    if len(element):
        return "".join(element.itertext()).strip(), "text"
    text = (element.text or "").strip()
    if kind in _HTML or (element.get("mode") or "").lower() == "escaped":
        return text, "html"
    return text, "text" if kind in _TEXT and _is_atom(element) else "guess"


def html(element: _Element) -> tuple[str, str]:
    """Return an element's content as HTML, and its kind: html, or a media type we do not show."""
    if not element.attrib and not len(element):
        return element.text or "", "html"
    kind = (element.get("type") or "").lower()
    mode = (element.get("mode") or "").lower()
    if mode == "base64":
        return _unpacked(element.text), "html"
    if len(element):
        return _inner(element), "html"
    text = element.text or ""
    if kind in _TEXT and _is_atom(element) and mode != "escaped":
        return escape(text, quote=False).replace("\n\n", "<br><br>"), "html"
    if kind and kind not in (*_HTML, *_TEXT, "xhtml", "xml", "text/xml", "escaped"):
        return "", kind
    return text, "html"


def _is_atom(element: _Element) -> bool:
    parent = element.getparent()
    return parent is not None and local(parent.tag) in ("entry", "feed")


def _inner(element: _Element) -> str:
    """Return the markup inside an element, without namespaces."""
    from lxml import etree

    parts = [escape(element.text or "", quote=False)]
    for child in element:
        for inner in child.iter("{*}*"):
            inner.tag = str(inner.tag).rpartition("}")[2]
        etree.cleanup_namespaces(child)
        parts.append(etree.tostring(child, encoding="unicode", method="html"))
    return "".join(parts)


def _unpacked(text: str | None) -> str:
    import base64

    try:
        return base64.b64decode(text or "").decode("utf-8", "replace").strip()
    except ValueError:
        return ""
