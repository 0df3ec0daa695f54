"""The last look at what was chosen: whole tables, and no stray lines at the edges.

A standfirst that the tables left out is not added: tried, and wrong on more pages than right.
"""

from __future__ import annotations

from briefing.core.language import text as language
from briefing.core.page import dates, says
from briefing.core.page.blocks import Block

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_PROSE = 60  # characters of a paragraph that is no stray line


def blocks(page: list[Block], kept: list[Block], authors: tuple[str, ...]) -> list[Block]:
    """Return the blocks to print, in the page's order."""
    chosen = {id(b) for b in kept}
    _complete_tables(page, chosen)
    found = [b for b in page if id(b) in chosen]
    found = [b for b in found if not _is_furniture(b, authors)]
    return _trimmed(found)


def _complete_tables(page: list[Block], chosen: set[int]) -> None:
    """Keep all rows of a table of which most are kept, and none of the others."""
    tables: dict[int, list[Block]] = {}
    for block in page:
        if block.tag == "tr" and block.cells:
            tables.setdefault(block.parent, []).append(block)
    for rows in tables.values():
        inside = sum(id(r) in chosen for r in rows)
        if not 0 < inside < len(rows):
            continue
        for row in rows:
            if 2 * inside >= len(rows):
                chosen.add(id(row))
            else:
                chosen.discard(id(row))


def _is_furniture(block: Block, authors: tuple[str, ...]) -> bool:
    text = block.text
    if says.furniture(text) or says.biography(text, authors):
        return True
    if len(text) <= 40 and block.tag not in _HEADINGS and block.tag != "tr":
        day = dates.printed(text)
        return day is not None and len(language.words(text)) <= 4
    return False


def _trimmed(found: list[Block]) -> list[Block]:
    """Return the blocks without headings that head nothing and stray lines at both ends.

    Only where paragraphs end with a stop: not every script has one.
    """
    long = [b for b in found if len(b.text) >= _PROSE]
    if 4 * sum(says.ended(b.text) for b in long) < 3 * len(long):
        return found
    last = len(found)
    while last and (_is_stray(found[last - 1], after=True) or _is_label(found[:last])):
        last -= 1
    first = 0
    while first < last and _is_stray(found[first], after=False):
        first += 1
    return found[first:last] if first < last else found


def _is_label(found: list[Block]) -> bool:
    """Say whether the last line is a short sentence behind a stray one: "Your banner here."."""
    if len(found) < 3 or len(found[-1].text) >= _PROSE or found[-1].tag in ("li", "tr"):
        return False
    before = found[-2]
    return before.tag not in _HEADINGS and _is_stray(before, after=True)


def _is_stray(block: Block, *, after: bool) -> bool:
    text = block.text
    if block.tag in _HEADINGS:
        return after
    if after and block.tag != "li" and block.link_chars >= 0.9 * len(text):
        return True
    if block.tag in ("li", "tr", "dd", "dt", "pre", "blockquote") or says.ended(text):
        return False
    return len(text) < _PROSE and not language.has_cjk(text) and text[-1:] not in ":,"
