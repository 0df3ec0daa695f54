"""What differs from the issue before: status, sources, figures, corrected articles."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.core import identity
from briefing.core.day import before, wording
from briefing.models import Briefing, Card, Number, Story

_ALIKE = 0.8


def since(
    told: Sequence[tuple[Story, Card, before.Printed | None]],
    earlier: Sequence[Briefing],
    date: str,
) -> tuple[str, ...]:
    """Return one line for each thing that an earlier issue said otherwise."""
    found: list[str] = []
    for _, card, past in told:
        if past is not None:
            found += _story(card, past)
    found += _corrected([s for s, _, _ in told], [b for b in earlier if b.date < date])
    return tuple(dict.fromkeys(found))


def _story(card: Card, past: before.Printed) -> list[str]:
    title, day = card.headline or card.article.title, wording.day(past.date)
    found = []
    if card.status != past.status:
        found.append(f"{title}: {past.status} on {day}, now {card.status}.")
    if past.card is not None:
        for new in card.numbers:
            for old in past.card.numbers:
                if _differs(new, old):
                    found.append(
                        f"{title}: {new.measures} is now given as {new.value} "
                        f"({old.value} on {day})."
                    )
    return found


def _differs(new: Number, old: Number) -> bool:
    """Say whether two figures measure the same thing in the same period and differ."""
    return (
        new.kind == old.kind
        and new.currency == old.currency
        and new.amount is not None
        and old.amount is not None
        and new.amount != old.amount
        and new.measures != "not stated"
        and new.period == old.period
        and wording.says_same(new.measures, old.measures) >= _ALIKE
        and wording.says_same(old.measures, new.measures) >= _ALIKE
    )


def _corrected(stories: Sequence[Story], earlier: Sequence[Briefing]) -> list[str]:
    """Return a line for each article whose text changed since it was last printed."""
    printed: dict[str, tuple[str, str]] = {}
    for issue in sorted(earlier, key=lambda b: b.date):
        printed.update({s.article.id: (s.hash, issue.date) for s in issue.sources if s.hash})
    found = []
    for article in (a for s in stories for a in s.articles):
        known = printed.get(article.id)
        if known and known[0] != identity.text_hash(article.text):
            site = article.site or "The source"
            found.append(
                f"{site} changed its text of “{article.title}” since {wording.day(known[1])}."
            )
    return found


def between(old: Briefing, new: Briefing) -> tuple[str, ...]:
    """Return what changed between two versions of one day's briefing, one line for each thing."""
    before_, now = _heads(old), _heads(new)
    found = [f"Added: {h}" for i, h in now.items() if i not in before_]
    found += [f"Left out: {h}" for i, h in before_.items() if i not in now]
    found += [f"Reworded: {h}" for i, h in now.items() if i in before_ and before_[i] != h]
    return tuple(found)


def _heads(issue: Briefing) -> dict[str, str]:
    return {s.id: s.headline for s in issue.stories} | {a.id: a.text for a in issue.also}
