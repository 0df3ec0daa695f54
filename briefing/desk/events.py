"""What happened, as small frozen values: a command line prints them, a screen shows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from briefing.errors import BriefingError

if TYPE_CHECKING:
    from briefing.models import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """So much of so much is done; `what` names it in words."""

    done: int
    total: int
    what: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleAdded:
    """An article came into the archive: `arrival` is new, known, updated or copy."""

    article: Article
    arrival: Literal["new", "known", "updated", "copy"]
    origin: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRefused:
    """A source could not be read; the rest goes on."""

    origin: str
    error: BriefingError


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedUpdated:
    """A feed answered with something: counts of new and changed articles."""

    url: str
    title: str = ""
    new: int = 0
    updated: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedUnchanged:
    """A feed had nothing new."""

    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedSkipped:
    """A feed was not asked: not due, muted, or its host asked for time."""

    url: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedFailed:
    """A feed could not be read; the reason is for people."""

    url: str
    error: BriefingError


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedFollowed:
    """A subscription was made; `known` says that it stood already."""

    url: str
    title: str = ""
    known: bool = False
    entries: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A card on its way, not checked yet: what has streamed in so far."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Something the user should know, in one line."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """A part arrived at a target (or was known to have): what the server said."""

    target: str
    part: int
    parts: int
    word: str = ""
    repeated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryFailed:
    """A part did not arrive, or it is not known whether it did (`unknown`)."""

    target: str
    part: int
    parts: int
    error: BriefingError
    unknown: bool = False


Event = (
    Progress
    | ArticleAdded
    | SourceRefused
    | FeedUpdated
    | FeedUnchanged
    | FeedSkipped
    | FeedFailed
    | FeedFollowed
    | Note
    | Delivered
    | DeliveryFailed
)
