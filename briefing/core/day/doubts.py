"""What to verify before quoting: doubtful figures, rumours with one source, missing dates."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.core.day import wording
from briefing.models import Card, Story

MOST = 10


def lines(told: Sequence[tuple[Story, Card, int]]) -> tuple[str, ...]:
    """Return the doubts about (story, card, source number) in the order of the stories.

    What every card says alike (a missing date) is said once, for all.
    """
    found: list[str] = []
    undated: list[int] = []
    for story, card, source in told:
        if not any(a.published for a in story.articles):
            undated.append(source)
        if card.status == "rumour" and story.independent == 1:
            site = story.articles[0].site
            rests = f"rests on {site} alone" if site else "rests on one source"
            found.append(f"[{source}] The rumour {rests}.")
        found += [
            f"[{source}] {wording.sentence(line)}" for line in card.verify if not _is_date(line)
        ]
    found = list(dict.fromkeys(found))[:MOST]
    if undated:
        marks = ", ".join(f"[{n}]" for n in undated)
        found.append(f"Publication date missing: {marks}.")
    return tuple(found)


def _is_date(line: str) -> bool:
    low = line.lower()
    return "date" in low and ("missing" in low or "not given" in low or "no publication" in low)
