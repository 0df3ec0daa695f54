"""The table of figures: the few of the day that tell most."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.core.card.numbers_weight import KINDS
from briefing.models import Card, Number, NumberRow

MOST, PER_STORY = 8, 3
_FEW = tuple(str(n) for n in range(10))  # such a count ("two buyers") tells nothing in a table
_UNKNOWN = "not stated"


def rows(cards: Sequence[tuple[Card, int]]) -> tuple[NumberRow, ...]:
    """Return up to eight figures of (card, source number) pairs, in the order of the stories.

    A figure tells more that the story leads with, and that says what it measures and when; years
    and dates are no figures here.
    """
    scored: list[tuple[float, int, int, NumberRow]] = []
    for place, (card, source) in enumerate(cards):
        own = []
        for i, number in enumerate(card.numbers):
            if _tells(number):
                row = NumberRow(
                    number=number, headline=card.headline or card.article.title, source=source
                )
                own.append((_worth(number, card) - 0.4 * place - 0.05 * i, place, i, row))
        own.sort(key=lambda s: (-s[0], s[2]))
        scored += own[:PER_STORY]
    scored.sort(key=lambda s: (-s[0], s[1], s[2]))
    chosen = sorted(scored[:MOST], key=lambda s: (s[1], s[2]))
    return tuple(row for *_, row in chosen)


def _tells(number: Number) -> bool:
    few = number.amount in _FEW and number.kind == "count"
    return not few and number.kind in KINDS and number.measures not in ("", _UNKNOWN)


def _worth(number: Number, card: Card) -> float:
    worth = KINDS[number.kind]
    worth += 1.0 * (number.value in card.headline)
    worth += 0.8 * (number.period not in ("", _UNKNOWN))
    worth -= 0.3 * (number.status == "approximate")
    return worth
