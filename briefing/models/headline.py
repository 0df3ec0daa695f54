"""The one-line view of an article: all that a list needs, and cheap to make."""

from __future__ import annotations

from typing import Literal, NamedTuple

Verdict = Literal["article", "consent_wall", "paywall", "link_list", "too_short", "empty"]
CardStatus = Literal["rumour", "reported", "announced", "filed", "data", "opinion"]


class Status(NamedTuple):
    """What we did with an article, apart from what they wrote."""

    read: bool = False
    starred: bool = False
    tags: tuple[str, ...] = ()
    note: str = ""


class Undone(NamedTuple):
    """What was taken back: an act on articles or on questions, and their ids."""

    what: Literal["article", "question"] = "article"
    ids: tuple[str, ...] = ()


class Headline(NamedTuple):
    """The one-line view of an article that lists show: no body."""

    id: str
    title: str
    site: str | None = None
    feed: str | None = None
    url: str | None = None
    published: str | None = None
    arrived: str = ""
    verdict: Verdict = "article"
    card_status: CardStatus | None = None
    sources: int = 1
    words: int = 0
    status: Status = Status()
    snippet: str = ""
