"""Who an article has its news from: the first source it names, as it prints it."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing.core.card.reading import Reading
from briefing.core.language import gazetteer
from briefing.core.language.patterns import lazy

_NAME = r"(?:[A-Z][\w&.’'-]*(?:\s(?:of|the|and|&|for)?\s?(?=[A-Z])|\s)?){1,5}"
_CITED = (
    lazy(rf"\b[Aa]ccording to (?:an? |the )?(?P<who>{_NAME})"),
    lazy(
        rf"(?P<who>(?:[Tt]he )?{_NAME})(?:newspaper |magazine |news agency )?(?:first |has |also "
        rf")?(?:reported|reports)\b(?! (?:a|an|its|net|pre-tax|record|sales|profits?|revenue|"
        rf"quarterly|second|third|fourth|first)\b)"
    ),
    lazy(rf"\b(?:told|tells) (?:the )?(?P<who>{_NAME})"),
    lazy(rf"\breports? (?:in|by|from) (?:the )?(?P<who>{_NAME})"),
)


class Cited(NamedTuple):
    """A source's name and the index of the sentence that names it."""

    name: str
    row: int


def first(reading: Reading) -> Cited | None:
    """Return the source that the news comes from, or None if the article names none."""
    for row in reading.rows[:8]:
        for pattern in _CITED:
            if m := pattern.search(row.text):
                name = _tidy(m["who"])
                if name:
                    return Cited(name, row.index)
    return None


def _tidy(name: str) -> str:
    name = re.sub(r"['’]s$", "", name.strip(" .,"))
    return "" if name in ("He", "She", "It", "The", "They", "A", "CEO", "Mr") else name


def is_press(name: str) -> bool:
    """Say whether a name is a newspaper, agency or station."""
    entry = gazetteer.find(re.sub(r"^[Tt]he ", "", name))
    if entry is not None:
        return entry.sector == "press"
    return bool(
        re.search(
            r"\b(?:Times|Post|Journal|News|Tribune|Herald|Daily|Gazette|Reuters|Bloomberg|Press)$",
            name,
        )
    )
