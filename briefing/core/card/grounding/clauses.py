"""A sentence cut into its clauses, each a row of its own: what is said of one thing at a time.

An inserted "who …" or "which …" stands apart, so that what is before and after it is one clause.
"""

from __future__ import annotations

import re

from briefing.core.card.grounding.source import Row
from briefing.core.language.patterns import lazy

_CUT = lazy(
    r"[;:]|,?\s(?:while|whereas|but|although|though|unlike|despite|because|after)\s|\s-\s|"
    r",\s(?:since|as|who|which|whose|where)\s|,\s(?=(?:\w+ ){1,3}(?:said|says|added)\b)|,\sand\s|"
    r"\sand\s(?=(?:will|would|may|might|could|is|are|was|were|has|had|have|said|says|that)\b)"
)
_INSERTED = lazy(r",\s(?:who|which|whose|where)\s(?P<inside>[^,;]+),(?=\s)")
_LEAST = 3  # characters


class Clause(Row):
    """A clause; its names are those of the sentence that stand in it, as printed."""

    held: tuple[str, ...] = ()


def of(row: Row) -> list[Clause]:
    """Return the clauses of a row in order."""
    return row.memo(_of)


def _of(row: Row) -> list[Clause]:
    inserted = [m.span() for m in _INSERTED.finditer(row.text)]
    spans = [[(m.start("inside"), m.end("inside"))] for m in _INSERTED.finditer(row.text)]
    at = 0
    bounds = [m.span() for m in _CUT.finditer(row.text)]
    bounds = [b for b in bounds if not any(a <= b[0] < z for a, z in inserted)]
    for start, end in [*bounds, (len(row.text), len(row.text))]:
        inside = [i for i in inserted if at <= i[0] and i[1] <= start]
        edges = [at, *(e for i in inside for e in i), start]
        spans.append([(edges[k], edges[k + 1]) for k in range(0, len(edges), 2)])
        at = end
    return [
        _clause(row, pieces) for pieces in sorted(spans) if pieces[-1][1] - pieces[0][0] > _LEAST
    ]


def _clause(row: Row, pieces: list[tuple[int, int]]) -> Clause:
    text = " ".join(row.text[a:b].strip() for a, b in pieces)
    clause = Clause(re.sub(r"\s+", " ", text), row.index, row.known)
    clause.held = tuple(
        n.text for n in row.names if any(a <= n.start and n.end <= b for a, b in pieces)
    )
    if pieces[0][0] == 0:
        clause.meant = row.meant
    return clause
