"""A query of the query language, parsed: what `core/query` makes and an archive compiles.

Nodes hold values only. Whoever walks them knows nothing of the text they were written in.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Place = Literal["any", "title", "author"]
Trait = Literal["feed", "category", "site", "tag", "is"]


class Words(NamedTuple):
    """Words that follow each other, in title, text or by-line; `prefix` leaves the last open."""

    text: str
    place: Place = "any"
    prefix: bool = False


class Has(NamedTuple):
    """Something known about an article: its feed, site, tag, or what it is (`unread`)."""

    trait: Trait
    value: str


class When(NamedTuple):
    """A span of time: seconds before now, or UTC stamps; `until` is not included."""

    newer: int | None = None
    older: int | None = None
    since: str | None = None
    until: str | None = None


class All(NamedTuple):
    """Every part holds; with no part, everything does."""

    parts: tuple[Query, ...] = ()
    word: Literal["and"] = "and"


class Any(NamedTuple):
    """One part at least holds."""

    parts: tuple[Query, ...]
    word: Literal["or"] = "or"


class Not(NamedTuple):
    """The part does not hold."""

    part: Query


Query = Words | Has | When | All | Any | Not
