"""Which blocks of a page, and which lines of a dump, are the article's: learned trees decide."""

from __future__ import annotations

import math
from collections.abc import Sequence

from briefing.core.page import furniture as learned
from briefing.core.page import lines, signals
from briefing.core.page.blocks import Block
from briefing.core.page.rejoin import Line

Trees = tuple[tuple[tuple[int, float, int, int] | float, ...], ...]
_LEAST = 0.5


def select(
    page: list[Block], hints: signals.Hints, furniture: frozenset[str] = frozenset()
) -> list[Block]:
    """Return the blocks that belong to the article, in order."""
    from briefing.core.page.html_trees import TREES
    from briefing.core.page.names import NAMES

    if not page:
        return []
    scores = [score(TREES, v) for v in signals.vectors(page, hints, NAMES)]
    title = signals.key(hints.title)
    return [
        b
        for b, s in zip(page, scores, strict=True)
        if s >= _LEAST and signals.key(b.text) != title and learned.mark(b.text) not in furniture
    ]


def select_lines(
    page: list[Line], title: str, furniture: frozenset[str] = frozenset()
) -> list[int]:
    """Return the indices of the lines that belong to the article."""
    from briefing.core.page.dump_trees import TREES

    if not page:
        return []
    scores = [score(TREES, v) for v in lines.vectors(page, title)]
    known = lines.key(title)
    return [
        i
        for i, (x, s) in enumerate(zip(page, scores, strict=True))
        if s >= _LEAST and lines.key(x.text) != known and learned.mark(x.text) not in furniture
    ]


def score(trees: Trees, vector: Sequence[float]) -> float:
    """Return the probability the trees give a vector, 0 to 1."""
    total = 0.0
    for tree in trees:
        node = tree[0]
        while type(node) is tuple:
            node = tree[node[2] if vector[node[0]] <= node[1] else node[3]]
        total += node  # type: ignore[operator]  # a leaf is a float
    return 1.0 / (1.0 + math.exp(-total))
