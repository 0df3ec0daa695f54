"""The last look at what was chosen: whole tables, the standfirst, and no stray lines at the edges."""

from __future__ import annotations

from briefing.core.language import text as language
from briefing.core.page import dates, says, signals
from briefing.core.page.blocks import Block

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_PROSE = 80  # characters of a paragraph that is no stray line


def blocks(
    page: list[Block], kept: list[Block], hints: signals.Hints, authors: tuple[str, ...]
) -> list[Block]:
    """Return the blocks to print, in the page's order."""
    chosen = {id(b) for b in kept}
    _complete_tables(page, chosen)
    _add_standfirst(page, chosen, hints)
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


def _add_standfirst(page: list[Block], chosen: set[int], hints: signals.Hints) -> None:
    """Keep the line under the headline that the page gives as its own description."""
    said = signals.key(hints.described)
    first = next((i for i, b in enumerate(page) if id(b) in chosen), None)
    title = signals.key(hints.title)
    if not first or len(said) < 30:
        return
    top = max((i for i in range(first) if signals.key(page[i].text) == title), default=None)
    if top is None or any(signals.key(b.text) == said for b in page[first:] if id(b) in chosen):
        return
    for block in page[top + 1 : first]:
        if signals.key(block.text) == said and len(block.text.split()) >= 6:
            chosen.add(id(block))
            return


def _is_furniture(block: Block, authors: tuple[str, ...]) -> bool:
    text = block.text
    if says.furniture(text) or says.biography(text, authors):
        return True
    if len(text) <= 40 and block.tag not in _HEADINGS and block.tag != "tr":
        day = dates.printed(text)
        return day is not None and len(language.words(text)) <= 4
    return False


def _trimmed(found: list[Block]) -> list[Block]:
    """Return the blocks without headings that head nothing and stray lines at both ends."""
    last = len(found)
    while last and _is_stray(found[last - 1], after=True):
        last -= 1
    first = 0
    while first < last and _is_stray(found[first], after=False):
        first += 1
    return found[first:last] if first < last else found


def _is_stray(block: Block, *, after: bool) -> bool:
    text = block.text
    if block.tag in _HEADINGS:
        return after
    if block.tag in ("li", "tr", "dd", "dt", "pre", "blockquote") or says.ended(text):
        return False
    return len(text) < _PROSE and not language.has_cjk(text) and text[-1:] not in ":,"

