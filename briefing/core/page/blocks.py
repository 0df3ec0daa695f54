"""A page's tree cut into blocks in reading order: the units that are kept or dropped.

A block is the text between two block-level boundaries, with what surrounds it: its tag, its
links, the class names around it. Refuses to judge what belongs to the article.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

SKIPPED = frozenset(
    "script style noscript template svg iframe object embed canvas button select option input "
    "textarea head map audio video math applet datalist meter progress".split()
)
_SWALLOWING = frozenset(("button", "select", "object", "svg", "map", "audio", "video", "canvas"))
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q "
    "rp rt ruby s samp small span strike strong sub sup time tt u var wbr img picture source "
    "amp-img tspan".split()
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_NAME = re.compile(r"[A-Z]?[a-z]{2,}|[A-Z]{2,}")
_MOST_BLOCKS = 6_000


@dataclass(slots=True)
class Block:
    """One block. `near` holds the name tokens of its closest elements, `far` those of all."""

    text: str
    tag: str
    link_chars: int = 0
    links: int = 0
    bold: bool = False
    near: frozenset[str] = frozenset()
    far: frozenset[str] = frozenset()
    parent: int = 0
    group: int = 0
    cells: list[str] = field(default_factory=list)


@lru_cache(maxsize=4096)
def _tokens(names: str) -> frozenset[str]:
    return frozenset(t.lower() for t in _NAME.findall(names[:300]))


class _Level:
    """An open element: what its descendants inherit."""

    __slots__ = ("block_tag", "element", "far", "group", "link", "near", "parent")

    def __init__(self, element: HtmlElement, tag: str, above: _Level | None, serial: int) -> None:
        own = _named(element, tag)
        self.element = element
        inline = tag in _INLINE
        self.link: bool = tag == "a" or (above is not None and above.link)
        if above is None:
            self.near, self.far, self.block_tag = own, own, tag
            self.parent = self.group = serial
            return
        self.far = above.far if own <= above.far else above.far | own
        if inline:
            self.near = above.near | own
            self.block_tag, self.parent, self.group = above.block_tag, above.parent, above.group
        else:
            self.near = own | _tokens_of(above.element)
            self.block_tag = tag
            self.parent, self.group = serial, above.parent


@lru_cache(maxsize=512)
def _bare(tag: str) -> frozenset[str]:
    return frozenset(("<" + tag,))


def _named(element: HtmlElement, tag: str) -> frozenset[str]:
    """Return the name tokens of an element, its tag among them."""
    if not element.keys():
        return _bare(tag)
    get = element.get
    names = f"{get('class') or ''} {get('id') or ''} {get('role') or ''} {get('itemprop') or ''}"
    return _tokens(names) | _bare(tag) if len(names) > 3 else _bare(tag)


def _tokens_of(element: HtmlElement) -> frozenset[str]:
    return _tokens(f"{element.get('class') or ''} {element.get('id') or ''}")


class _Walk:
    """The state of one walk: the text gathered since the last boundary."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.parts: list[str] = []
        self.link_chars = self.links = self.bold_chars = 0

    def add(self, text: str | None, level: _Level) -> None:
        if not text:
            return
        self.parts.append(text)
        if level.link:
            self.link_chars += len(text.strip())
        if "<strong" in level.near or "<b" in level.near:
            self.bold_chars += len(text.strip())

    def flush(self, level: _Level) -> None:
        if self.parts:
            text = " ".join("".join(self.parts).split())
            if text and len(self.blocks) < _MOST_BLOCKS:
                self.blocks.append(
                    Block(
                        text,
                        level.block_tag,
                        min(self.link_chars, len(text)),
                        self.links,
                        self.bold_chars >= 0.9 * len(text),
                        level.near,
                        level.far,
                        level.parent,
                        level.group,
                    )
                )
            self.parts = []
        self.link_chars = self.links = self.bold_chars = 0


def blocks(root: HtmlElement) -> list[Block]:
    """Return the blocks below `root` in document order; depth does not matter."""
    walk = _Walk()
    serial = 0
    top = _Level(root, str(root.tag), None, serial)
    stack = [(top, iter(root))]
    walk.add(root.text, top)
    while stack:
        level, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            _leave(walk, level, stack[-1][0] if stack else None)
            continue
        tag = child.tag
        if not isinstance(tag, str) or (tag in SKIPPED and not _swallowed(child, tag)):
            walk.add(child.tail, level)
            continue
        if tag == "br" or tag == "hr":
            walk.flush(level)
            walk.add(child.tail, level)
            continue
        if tag == "table" and (rows := _rows(child)):
            walk.flush(level)
            _add_rows(walk, rows, _Level(child, "table", level, serial))
            walk.add(child.tail, level)
            continue
        serial += 1
        opened = _Level(child, tag, level, serial)
        if tag not in _INLINE:
            walk.flush(level)
        elif tag == "a":
            walk.links += 1
        walk.add(child.text, opened)
        stack.append((opened, iter(child)))
    return walk.blocks


def _swallowed(element: HtmlElement, tag: str) -> bool:
    """Say whether an unclosed control has swallowed the page behind it."""
    return tag in _SWALLOWING and element.find(".//p") is not None


def _leave(walk: _Walk, level: _Level, above: _Level | None) -> None:
    if level.element.tag not in _INLINE:
        walk.flush(level)
    if above is not None:
        walk.add(level.element.tail, above)


def _rows(table: HtmlElement) -> list[tuple[list[str], int]]:
    """Return the cells of a table of data, and each row's characters that are links.

    Returns nothing for a table that is used as a layout.
    """
    if table.find(".//table") is not None:
        return []
    rows, linked, widest, longest = [], [], 0, 0
    for row in table.iter("tr"):
        cells = [" ".join("".join(c.itertext()).split()) for c in row.iter("td", "th")]
        if any(cells):
            rows.append(cells)
            linked.append(sum(len("".join(a.itertext()).strip()) for a in row.iter("a")))
            widest = max(widest, len(cells))
            longest = max(longest, *(len(c) for c in cells))
    data = len(rows) >= 2 and widest >= 2 and longest <= 200
    return list(zip(rows, linked, strict=True)) if data else []


def _add_rows(walk: _Walk, rows: list[tuple[list[str], int]], level: _Level) -> None:
    for cells, linked in rows:
        if len(walk.blocks) < _MOST_BLOCKS:
            walk.blocks.append(
                Block(
                    " ".join(c for c in cells if c),
                    "tr",
                    linked if 2 * linked > sum(map(len, cells)) else 0,
                    near=level.near,
                    far=level.far,
                    parent=level.parent,
                    group=level.group,
                    cells=cells,
                )
            )
