"""Figures of a sentence that an editor should doubt: sums that do not come out, odd measures."""

from __future__ import annotations

import re
from decimal import Decimal

from briefing.core.card.reading import Row
from briefing.core.language.patterns import lazy

_MEASURE_MOVES = lazy(
    r"\bmarket share\b[^.;,]{0,30}\b(?:plumm?et\w*|plung\w+|crash\w*|tumbl\w+|soar\w*|slump\w*|"
    r"surg\w+|f[ae]ll\w*|drop\w*)\b"
)
# Population in millions, rounded; countries whose shares are printed in retail news.
POPULATION = {
    "China": 1410, "India": 1430, "U.S.": 335, "US": 335, "United States": 335, "America": 335,
    "UK": 68, "Britain": 68, "Germany": 84, "France": 68, "Spain": 48, "Italy": 59, "Japan": 124,
    "Brazil": 215, "Mexico": 130, "Indonesia": 278, "Russia": 144, "Canada": 40, "Australia": 26,
}  # fmt: skip


def lines(row: Row) -> list[str]:
    """Return a line for each doubt about a figure of the sentence (`S6: …`)."""
    if not row.figures:
        return []
    return _measure(row) + _population(row) + _shares(row) + _base(row)


def figure(row: Row) -> bool:
    """Say whether a figure of the sentence is doubtful as printed."""
    return bool(row.figures and (_measure(row) or _population(row) or _shares(row)))


def _measure(row: Row) -> list[str]:
    """A share of a market does not move like a price."""
    m = _MEASURE_MOVES.search(row.text)
    if not m:
        return []
    for q in row.figures:
        if q.kind == "percent" and q.value is not None and q.value >= 10 and q.start >= m.start():
            return [
                f"S{row.index}: {q.text} is called market share; check whether the share price "
                f"is meant"
            ]
    return []


def _population(row: Row) -> list[str]:
    """A count and its share of a country: does the sum come out?"""
    m = re.search(r"(?:of (?:the )?(?:country|nation|population|people)|population)", row.text)
    if not m:
        return []
    counts = [q for q in row.figures if q.kind == "count" and q.value and q.value >= 1_000_000]
    shares = [q for q in row.figures if q.kind == "percent" and q.value]
    place = next((p for p in POPULATION if re.search(rf"\b{re.escape(p)}(?!\w)", row.text)), None)
    if len(counts) != 1 or len(shares) != 1:
        return []
    count, share = counts[0], shares[0]
    implied = (count.value or Decimal(0)) / (share.value or Decimal(1)) * 100
    line = f"S{row.index}: {count.text} as {share.text} implies {_millions(implied)} people"
    if place is None:
        return [f"{line}; check the base"]
    known = Decimal(POPULATION[place]) * 1_000_000
    off = abs(implied - known) / known
    wrong_side = share.hedged == "upper" and implied < known * Decimal("1.0")
    if off > Decimal("0.05") or share.hedged:
        return [f"{line} in {place}; check arithmetic and year"]
    return [f"{line}; check"] if wrong_side else []


def _millions(value: Decimal) -> str:
    if value >= 10**9:
        return f"{value / 10**9:.2f} billion"
    return f"{value / 10**6:.0f} million"


def _shares(row: Row) -> list[str]:
    """Parts of one whole cannot be more than it."""
    over = [q for q in row.figures if q.kind == "percent" and q.value and q.value > 100]
    for q in over:
        if re.match(r"\s*of (?:the|all|its)\b", row.text[q.end :]):
            return [f"S{row.index}: {q.text} of a whole; check the figure"]
    return []


def _base(row: Row) -> list[str]:
    """A rate without a base: of whom?"""
    for q in row.figures:
        rate = re.search(
            r"\b(?:adoption|penetration|conversion|churn|response) rate of\s*$", row.text[: q.start]
        )
        based = re.match(r"\s*(?:of|among|in)\b", row.text[q.end :])
        if q.kind == "percent" and rate and not based:
            return [f"S{row.index}: base of the {q.text} is not given"]
    return []
