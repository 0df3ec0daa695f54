"""How large a story is in money: its largest sum, as printed, roughly in dollars."""

from __future__ import annotations

import math
import re
from typing import NamedTuple

from briefing.core.language.patterns import lazy
from briefing.models import Article, Card

READ = 900  # characters of text searched where there is no card

# Rough values of a unit in dollars: they order stories, they are never printed.
DOLLARS = {
    "USD": 1.0, "EUR": 1.1, "GBP": 1.3, "CHF": 1.1, "CNY": 0.14, "JPY": 0.007, "INR": 0.012,
    "KRW": 0.0007, "CAD": 0.73, "AUD": 0.65, "SEK": 0.1, "DKK": 0.15, "NOK": 0.09, "BRL": 0.18,
    "HKD": 0.13, "SGD": 0.75, "MXN": 0.05, "PLN": 0.25, "RUB": 0.011, "TRY": 0.03,
}  # fmt: skip
_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "CNY", "₹": "INR"}
_SCALES = {"t": 1e12, "b": 1e9, "m": 1e6, "k": 1e3}
_SUM = lazy(r"([$€£¥₹])\s?(\d[\d,]*(?:\.\d+)?)[ -]?(trillion|billion|million|bn|mn|m|k)?\b")


class Sum(NamedTuple):
    """A sum of money as printed, about how many dollars that is, and whether the story is of it.

    A headline or a lede says what a story is of; what stands further down may be a buyer's sales.
    """

    value: str
    dollars: float
    leads: bool


def largest(card: Card | None, article: Article) -> Sum | None:
    """Return the largest sum a card leads with, or else has; or an opening's, without a card."""
    if card:
        first = set(card.lede.evidence)
        found = [
            Sum(
                n.value,
                float(n.amount) * DOLLARS.get(n.currency or "USD", 0.1),
                not first.isdisjoint(n.evidence) or n.value in card.headline,
            )
            for n in card.numbers
            if n.kind == "money" and n.amount
        ]
    else:
        found = [_sum(m) for m in _SUM.finditer(f"{article.title}\n{article.text[:READ]}")]
    return max(found, key=lambda s: (s.leads, s.dollars, s.value), default=None)


def _sum(match: re.Match[str]) -> Sum:
    sign, digits, scale = match.groups()
    amount = float(digits.replace(",", "")) * (_SCALES[scale[0]] if scale else 1.0)
    return Sum(match.group(), amount * DOLLARS[_SIGNS[sign]], True)


def weight(dollars: float) -> float:
    """Return 0 for a million dollars or less, 1 for ten thousand million or more."""
    return min(1.0, max(0.0, (math.log10(dollars) - 6) / 4)) if dollars > 0 else 0.0
