"""What to verify before quoting: doubtful figures, rumours with one source, missing dates."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.core.day import wording
from briefing.core.language.patterns import lazy
from briefing.models import Card, Story

MOST = 10
_NAMELESS = "single-source rumour"  # how `card.verify` says it
_CITED = lazy(r"^(?:S\d+: )?rumour with a single source, (?P<name>.+)$")
_ROWS = lazy(r"^S\d+(?:, S\d+)*: ")


def lines(told: Sequence[tuple[Story, Card, int]]) -> tuple[str, ...]:
    """Return the doubts about (story, card, source number) in the order of the stories.

    What every card says alike (a missing date) is said once, for all.
    """
    found: list[str] = []
    undated: list[int] = []
    for story, card, source in told:
        if not any(a.published for a in story.articles):
            undated.append(source)
        doubts = [line for line in card.verify if not _is_date(line)]
        if card.status == "rumour" and story.independent == 1:
            site = story.articles[0].site
            rests = f"rests on {site} alone" if site else "rests on one source"
            nameless = [line for line in doubts if line.startswith(_NAMELESS)]
            cited = [m for m in map(_CITED.match, doubts) if m]
            doubts = [line for line in doubts if line not in nameless and not _CITED.match(line)]
            more = ", and the article names none of its own" if nameless else ""
            more = f", which cites {cited[0]['name']}" if cited else more
            found.append(f"[{source}] The rumour {rests}{more}.")
        found += [f"[{source}] {wording.sentence(_opened(line))}" for line in doubts]
    found = list(dict.fromkeys(found))[:MOST]
    if undated:
        marks = ", ".join(f"[{n}]" for n in undated)
        found.append(f"Publication date missing: {marks}.")
    return tuple(found)


def _opened(line: str) -> str:
    """Return a doubt without the numbers of sentences, which only its card has, as a sentence."""
    line = _ROWS.sub("", line)
    return line[:1].upper() + line[1:] if line.partition(" ")[0].islower() else line


def _is_date(line: str) -> bool:
    low = line.lower()
    return "date" in low and ("missing" in low or "not given" in low or "no publication" in low)
