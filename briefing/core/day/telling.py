"""The table of figures: the few of the day that tell most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.models import Card, Number, NumberRow

MOST, PER_STORY = 8, 3
_KINDS = {"money": 3.0, "percent": 2.5, "points": 2.5, "count": 1.5, "ratio": 1.0, "ordinal": 0.3}
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
        for i, number in enumerate(_owned(card)):
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
    return not few and number.kind in _KINDS and number.measures not in ("", _UNKNOWN)


def _owned(card: Card) -> list[Number]:
    """Return the figures, those of one measure and several owners with their owner or not at all.

    "Sales" of the buyer and "sales" of the bought look like two figures of one firm.
    """
    owners = {id(number): _owner(card, number) for number in card.numbers}
    of_each: dict[str, set[str | None]] = {}
    for number in card.numbers:
        of_each.setdefault(number.measures, set()).add(owners[id(number)])
    found = []
    for number in card.numbers:
        owner = owners[id(number)]
        if len(of_each[number.measures]) == 1 or " " in number.measures:
            found.append(number)
        elif owner:
            found.append(replace(number, measures=f"{number.measures} of {owner}"))
    return found


def _owner(card: Card, number: Number) -> str | None:
    """Return the one company that the sentence of a figure names before it, or None."""
    told = next((card.sentences[i] for i in number.evidence if i < len(card.sentences)), "")
    before = told.partition(number.value)[0]
    named = [e.name for e in card.entities if e.kind == "company" and e.name in before]
    whole = [n for n in named if not any(n != other and n in other for other in named)]
    return whole[0] if len(whole) == 1 else None


def _worth(number: Number, card: Card) -> float:
    worth = _KINDS[number.kind]
    worth += 1.0 * (number.value in card.headline)
    worth += 0.8 * (number.period not in ("", _UNKNOWN))
    worth -= 0.3 * (number.status == "approximate")
    return worth
