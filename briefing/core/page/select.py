"""Which blocks of a page, and which lines of a dump, are the article's: learned trees decide."""

from __future__ import annotations

from briefing.core.page import furniture as learned
from briefing.core.page import lines, signals
from briefing.core.page.blocks import Block
from briefing.core.page.rejoin import Line

_LEAST = 0.0  # log-odds


def select(
    page: list[Block], hints: signals.Hints, furniture: frozenset[str] = frozenset()
) -> list[Block]:
    """Return the blocks that belong to the article, in order."""
    from briefing.core.page.html_trees import score
    from briefing.core.page.names import NAMES

    if not page:
        return []
    title = signals.key(hints.title)
    kept = []
    for block, vector in zip(page, signals.vectors(page, hints, NAMES), strict=True):
        if vector is None or score(vector) < _LEAST or signals.key(block.text) == title:
            continue
        if not furniture or learned.mark(block.text) not in furniture:
            kept.append(block)
    return kept


def select_lines(
    page: list[Line], title: str, furniture: frozenset[str] = frozenset()
) -> list[int]:
    """Return the indices of the lines that belong to the article."""
    from briefing.core.page.dump_trees import score

    if not page:
        return []
    known = signals.key(title)
    kept = []
    for i, (line, vector) in enumerate(zip(page, lines.vectors(page, title), strict=True)):
        if score(vector) < _LEAST or signals.key(line.text) == known:
            continue
        if not furniture or learned.mark(line.text) not in furniture:
            kept.append(i)
    return kept
