"""HTML text to an lxml tree, once, with what makes parsers lose text mended first.

A `&#27;` empties trafilatura's answer, nesting beyond 256 makes libxml2 drop the rest of the
page in silence, and an encoding declaration makes lxml refuse text. Refuses nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from briefing import plain

if TYPE_CHECKING:
    from lxml.html import HtmlElement

DEEPEST = 120  # levels of plain containers kept; real pages stay below 60
_CONTROL_REFERENCE = re.compile(
    r"&#(?:[xX]0*([0-9a-fA-F]{1,2})(?![0-9a-fA-F])|0*(\d{1,3})(?!\d));?"
)
_ACTIVE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_EDGE = re.compile(
    r"<(/?)(?:div|span|section|font|center|b|i|blockquote|ul|ol|li|table|tbody|tr|td)\b",
    re.I,
)
_CONTAINER = re.compile(
    r"<(/?)(div|span|section|font|center|b|i|blockquote|ul|ol|li|table|tbody|tr|td)\b[^>]{0,2000}>",
    re.I,
)
# What trafilatura leaves out of every page that has a paragraph elsewhere.
_APART = frozenset(
    "head nav footer aside noscript iframe picture figure video audio canvas object menu map "
    "button select option textarea input datalist dialog label".split()
)


def parse(html: str) -> HtmlElement | None:
    """Return the root element, or None when the text holds no element at all."""
    from lxml import etree
    from lxml.html import HtmlElement, HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    # One class for all elements, chosen in C; lxml.html asks a Python function for each.
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=HtmlElement))
    try:
        root = document_fromstring(clean(html).encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, ValueError):
        return None
    for stray in list(root.itersiblings()):  # what follows a second </body>
        root.append(stray)
    return root


def above(element: HtmlElement) -> Iterator[HtmlElement]:
    """Yield what an element stands in, innermost first, as far out as a real page would go."""
    return islice(element.iterancestors(), DEEPEST)


def lightened(root: HtmlElement) -> list[HtmlElement]:
    """Drop what holds no text and is copied again and again: scripts, styles, drawings.

    Returns the elements left. Who keeps them has lxml make each Python object once, not at
    every walk.
    """
    from lxml import etree

    etree.strip_elements(root, "script", "style", "svg", with_tail=False)
    return list(root.iter())


def pruned(root: HtmlElement) -> HtmlElement:
    """Drop what trafilatura drops, but before it copies and searches it: menus, controls."""
    from lxml import etree

    if any(_APART.isdisjoint(a.tag for a in p.iterancestors()) for p in root.iter("p")):
        etree.strip_elements(root, *_APART, with_tail=False)
    return root


def clean(html: str) -> str:
    """Return HTML without control characters in any spelling and without absurd nesting."""
    html = _DECLARATION.sub("", html)
    if "&#" in html:
        html = _CONTROL_REFERENCE.sub(_harmless, html)
    if _ACTIVE.search(html):
        html = plain.block(html)
    low = html.encode("utf-8", "replace").lower()  # ten times as fast on bytes
    deep = low.count(b"<div") > DEEPEST or low.count(b"<table") > DEEPEST
    return flattened(html) if deep else html


def _harmless(m: re.Match[str]) -> str:
    """Turn a reference to a control character into what a browser shows for it."""
    code = int(m.group(1), 16) if m.group(1) else int(m.group(2))
    if 0x80 <= code <= 0x9F:
        return bytes([code]).decode("cp1252", "replace").replace("\ufffd", "")
    if code < 32 and code not in (9, 10, 13):
        begins = code == 27 and m.string[m.end() : m.end() + 1] == "["
        return "\x1b" if begins else ""  # other sequences have no end here: they would eat text
    return "" if code == 127 else m.group()


def flattened(html: str) -> str:
    """Return HTML whose plain containers nest at most `DEEPEST` levels; linear in its length."""
    depth = deepest = 0
    for closes in _EDGE.findall(html):
        if closes:
            depth = depth - 1 if depth else 0
        else:
            depth += 1
            if depth > deepest:
                deepest = depth
    if deepest <= DEEPEST:
        return html
    depth = 0

    def keep(m: re.Match[str]) -> str:
        nonlocal depth
        if m.group(1):
            depth = max(0, depth - 1)
            return m.group() if depth < DEEPEST else " "
        depth += 1
        return m.group() if depth <= DEEPEST else " "

    return _CONTAINER.sub(keep, html)
