"""A query of the query language, parsed: what `core/query` makes and an archive compiles.

Nodes hold values only. Whoever walks them knows nothing of the text they were written in.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Place = Literal["any", "title", "author"]
Trait = Literal["feed", "category", "site", "tag", "is"]


@dataclass(frozen=True, slots=True)
class Words:
    """Words that follow each other, in title, text or by-line; `prefix` leaves the last open."""

    text: str
    place: Place = "any"
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Has:
    """Something known about an article: its feed, site, tag, or what it is (`unread`)."""

    trait: Trait
    value: str


@dataclass(frozen=True, slots=True)
class When:
    """A span of time: seconds before now, or UTC stamps; `until` is not included."""

    newer: int | None = None
    older: int | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds; with no part, everything does."""

    parts: tuple[Query, ...] = ()


@dataclass(frozen=True, slots=True)
class Any:
    """One part at least holds."""

    parts: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: Query


Query = Words | Has | When | All | Any | Not
