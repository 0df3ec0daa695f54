"""A page's tree cut into blocks in reading order: the units that are kept or dropped.

A block is the text between two block-level boundaries, with what surrounds it: its tag, its
links, the class names around it. Refuses to judge what belongs to the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
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
_NAME = re.compile(r"[A-Z]?[a-z]{2,}|[A-Z]{2,}")
_NONE: frozenset[str] = frozenset()
_MOST_BLOCKS = 6_000
_MOST_UNIONS = 4_000


@dataclass(slots=True)
class Block:
    """One block. `near` holds the name tokens of its closest elements, `far` those of all.

    `parent`, `group` and `outer` number the block's element, the one around it and the one
    around that; `pictures` are those between the block and the one before.
    """

    text: str
    tag: str
    link_chars: int = 0
    links: int = 0
    bold: bool = False
    near: frozenset[str] = frozenset()
    far: frozenset[str] = frozenset()
    parent: int = 0
    group: int = 0
    outer: int = 0
    pictures: int = 0
    cells: list[str] = field(default_factory=list)


@lru_cache(maxsize=4096)
def _tokens(names: str) -> frozenset[str]:
    return frozenset(" ".join(_NAME.findall(names[:300])).lower().split())


@lru_cache(maxsize=4096)
def _named(tag: str, names: str, more: str) -> frozenset[str]:
    """Return the name tokens of an element's attributes, its tag among them."""
    own = frozenset(("<" + tag,))
    if more:
        return own | _tokens(f"{names} {more}")
    return own | _tokens(names) if len(names) > 1 else own


class _Level:
    """An open element: what its descendants inherit."""

    __slots__ = (
        "block_tag",
        "bold",
        "element",
        "far",
        "group",
        "inline",
        "link",
        "near",
        "outer",
        "parent",
        "tokens",
    )

    def __init__(
        self,
        element: HtmlElement,
        tag: str,
        above: _Level | None,
        serial: int,
        unions: _Unions,
    ) -> None:
        get = element.get
        names = f"{get('class') or ''} {get('id') or ''}"
        role, of = get("role"), get("itemprop")
        own = _named(tag, names, f"{role or ''} {of or ''}" if role or of else "")
        self.element = element
        self.tokens = _tokens(names) if len(names) > 1 else _NONE
        self.inline = tag in _INLINE
        if above is None:
            self.near, self.far, self.block_tag = own, own, tag
            self.parent = self.group = self.outer = serial
            self.link, self.bold = tag == "a", False
            return
        self.link = above.link or tag == "a"
        self.far = unions[above.far, own]
        if self.inline:
            self.near = unions[above.near, own]
            self.bold = above.bold or tag == "strong" or tag == "b"
            self.block_tag, self.parent = above.block_tag, above.parent
            self.group, self.outer = above.group, above.outer
        else:
            self.near = unions[own, above.tokens]
            self.bold = False
            self.block_tag = tag
            self.parent, self.group, self.outer = serial, above.parent, above.group


class _Unions(dict[tuple[frozenset[str], frozenset[str]], frozenset[str]]):
    """Unions of name tokens, each made once: siblings share theirs."""

    def __missing__(self, pair: tuple[frozenset[str], frozenset[str]]) -> frozenset[str]:
        left, right = pair
        if len(self) >= _MOST_UNIONS:
            self.clear()
        union = left if right <= left else left | right
        self[pair] = union
        return union


class _Walk:
    """The state of one walk: the text gathered since the last boundary."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.parts: list[str] = []
        self.link_chars = self.links = self.bold_chars = self.pictures = 0

    def add(self, text: str | None, level: _Level) -> None:
        if not text:
            return
        self.parts.append(text)
        if level.link:
            self.link_chars += len(text.strip())
        if level.bold:
            self.bold_chars += len(text.strip())

    def leaf(self, element: HtmlElement, tag: str, level: _Level) -> None:
        """Add an inline element that holds text alone, or a picture: the bulk of most pages."""
        if tag == "a":
            self.links += 1
        elif tag == "img":
            self.pictures += 1
        if text := element.text:
            self.parts.append(text)
            if tag == "a" or level.link:
                self.link_chars += len(text.strip())
            if tag == "strong" or tag == "b" or level.bold:
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
                        level.outer,
                        self.pictures,
                    )
                )
                self.pictures = 0
            self.parts = []
        self.link_chars = self.links = self.bold_chars = 0


def blocks(root: HtmlElement) -> list[Block]:
    """Return the blocks below `root` in document order; depth does not matter."""
    walk, unions = _Walk(), _Unions()
    serial = 0
    level = _Level(root, str(root.tag), None, serial, unions)
    children = iter(root)
    above: list[tuple[_Level, Iterator[HtmlElement]]] = []
    walk.add(root.text, level)
    while True:
        child = next(children, None)
        if child is None:
            if not level.inline:
                walk.flush(level)
            if not above:
                return walk.blocks
            left = level.element
            level, children = above.pop()
            walk.add(left.tail, level)
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
            _add_rows(walk, rows, _Level(child, "table", level, serial, unions))
            walk.add(child.tail, level)
            continue
        if tag in _INLINE and not len(child):
            walk.leaf(child, tag, level)
            walk.add(child.tail, level)
            continue
        serial += 1
        opened = _Level(child, tag, level, serial, unions)
        if not opened.inline:
            walk.flush(level)
        elif tag == "a":
            walk.links += 1
        walk.add(child.text, opened)
        above.append((level, children))
        level, children = opened, iter(child)


def _swallowed(element: HtmlElement, tag: str) -> bool:
    """Say whether an unclosed control has swallowed the page behind it."""
    return tag in _SWALLOWING and element.find(".//p") is not None


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
                    outer=level.outer,
                    cells=cells,
                )
            )
