"""A figure that a claim denies and its source states: "12% have not moved", "were not 41%"."""

from __future__ import annotations

from briefing.core.card.grounding import amounts
from briefing.core.card.grounding.source import Pool, Row
from briefing.core.language.patterns import lazy

_FIGURE = lazy(
    r"(?:\bnot|n't|\bnever)(?: (?!only|just|until|more|less|fewer|before|by|beyond|above|over|"
    r"under|below|past|exceed)\w+){0,2} "
    r"(?P<figure>(?:[A-Z]{0,3}[$€£¥])?\d(?:[\d.,]*\d)?)"
)
_NOT = lazy(r"\b(?:not|no|never|nor|without)\b|n't")
_NEAR = 40  # characters before a figure in which a "not" denies it


def _figure_denied(claim: Row, pool: Pool) -> str | None:
    """Return the figure a claim denies ("were not 41% of orders") and the source states."""
    m = _FIGURE.search(claim.text)
    if m is None:
        return None
    for row in pool.source.all:
        at = row.text.find(m["figure"])
        if at >= 0 and not _NOT.search(row.text[max(0, at - _NEAR) : at]):
            return m["figure"]
    return None


_AGAINST = lazy(
    r"(?:n't|not|no|never|none|nobody|neither|nor|without|cannot|hardly|few|fewer|less|below|under|"
    r"short|fail\w*|refus\w+|declin\w+|reject\w*|miss\w*|lack\w*|avoid\w*|free|exempt\w*|oppos\w+|"
    r"against|deni\w+|deny\w*|doubt\w*|unlikely|un[a-z]{4,}(?:ed|able)|rather|instead|lose|lost|"
    r"end\w*|annul\w*|"
    r"overturn\w*|quash\w*|revok\w*|cancel\w*|withdr\w*|scrap\w*|suspend\w*|postpon\w*)$"
)
_OF_FIGURE = lazy(  # a figure, the thing it counts, and "not"
    r"^(?: (?!(?:to|for|with|by|from|at|in|and)\b)[\w%'-]+){0,4} (?:has|have|had|is|are|was|were|"
    r"do|does|did|will|would|can|could)(?: not\b|n't)"
)


def _denied_of(claim: Row, pool: Pool) -> str | None:
    """Return the figure of which a claim denies ("12% have not moved") what the source states."""
    for figure in claim.figures:
        if figure.kind not in ("percent", "count", "ratio", "money"):
            continue
        if not _OF_FIGURE.match(claim.text[figure.end :]):
            continue
        rows = [
            row
            for row in pool.source.all
            if any(amounts.compare(figure, q) == "equal" for q in row.figures)
        ]
        if rows and not any(_AGAINST.match(w) for row in rows for w in row.plain):
            return figure.text
    return None


def find(claim: Row, pool: Pool) -> str | None:
    """Return the figure that a claim denies and the source states, or None (English)."""
    return _figure_denied(claim, pool) or _denied_of(claim, pool)
