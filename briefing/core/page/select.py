"""Which blocks of a page, and which lines of a dump, are the article's: learned trees decide."""

from __future__ import annotations

from briefing.core.page import closer, lines, signals
from briefing.core.page import furniture as learned
from briefing.core.page.blocks import Block
from briefing.core.page.rejoin import Line

_LEAST = 0.0  # log-odds
_NEVER = -99.0
# Where nothing passes, as on a page of three sentences, what comes nearest does.
_HOPEFUL, _BELOW = -1.5, 0.4


def select(
    page: list[Block], hints: signals.Hints, furniture: frozenset[str] = frozenset()
) -> list[Block]:
    """Return the blocks that belong to the article, in order."""
    if not page:
        return []
    title = signals.key(hints.title)
    found = judged(page, hints)
    best = max(found)
    least = best - _BELOW if _HOPEFUL < best < _LEAST else _LEAST
    return [
        block
        for block, odds in zip(page, found, strict=True)
        if odds >= least
        and signals.key(block.text) != title
        and not (furniture and learned.mark(block.text) in furniture)
    ]


def judged(page: list[Block], hints: signals.Hints) -> list[float]:
    """Return the log-odds of each block: a first look at all, a closer one at those in doubt."""
    from briefing.core.page import closer_trees, html_trees
    from briefing.core.page.names import NAMES

    first = signals.vectors(page, hints, NAMES)
    odds = [_NEVER if v is None else html_trees.score(v) for v in first]
    second = closer.vectors(page, first, odds)
    return [z if v is None else closer_trees.score(v) for v, z in zip(second, odds, strict=True)]


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
