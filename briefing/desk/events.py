"""What happened, as small frozen values: a command line prints them, a screen shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from briefing.errors import BriefingError

if TYPE_CHECKING:
    from briefing.models import Article


class Progress(NamedTuple):
    """So much of so much is done; `what` names it in words."""

    done: int
    total: int
    what: str = ""


class ArticleAdded(NamedTuple):
    """An article came into the archive: `arrival` is new, known, updated or copy."""

    article: Article
    arrival: Literal["new", "known", "updated", "copy"]
    origin: str = ""


class SourceRefused(NamedTuple):
    """A source could not be read; the rest goes on."""

    origin: str
    error: BriefingError


class FeedUpdated(NamedTuple):
    """A feed answered with something: counts of new and changed articles."""

    url: str
    title: str = ""
    new: int = 0
    updated: int = 0


class FeedUnchanged(NamedTuple):
    """A feed had nothing new."""

    url: str


class FeedSkipped(NamedTuple):
    """A feed was not asked: not due, muted, or its host asked for time."""

    url: str
    reason: str


class FeedFailed(NamedTuple):
    """A feed could not be read; the reason is for people."""

    url: str
    error: BriefingError


class FeedFollowed(NamedTuple):
    """A subscription was made; `known` says that it stood already."""

    url: str
    title: str = ""
    known: bool = False
    entries: int = 0


class Draft(NamedTuple):
    """A card on its way, not checked yet: what has streamed in so far."""

    text: str


class Note(NamedTuple):
    """Something the user should know, in one line."""

    text: str


class Delivered(NamedTuple):
    """A part arrived at a target (or was known to have): what the server said."""

    target: str
    part: int
    parts: int
    word: str = ""
    repeated: bool = False


class DeliveryFailed(NamedTuple):
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
