"""What is followed, and how a server answers: all that a visit without news needs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from briefing.models.intake import Page


class Feed(NamedTuple):
    """A subscription: what the user follows, and what we learned on our visits.

    Times are UTC time stamps; `interval` is seconds between visits; `failures` counts in a row.
    """

    url: str
    title: str = ""
    site_url: str | None = None
    category: str = ""
    tags: tuple[str, ...] = ()
    full_text: bool = False
    muted: bool = False
    etag: str | None = None
    last_modified: str | None = None
    body_hash: str | None = None
    last_visit: str | None = None
    last_success: str | None = None
    next_visit: str | None = None
    interval: int = 3600
    failures: int = 0
    problem: str = ""
    moved_to: str | None = None
    moved_seen: int = 0


class Seen(NamedTuple):
    """Validators of an earlier answer."""

    etag: str | None = None
    last_modified: str | None = None


class Answered(NamedTuple):
    """A server's answer: `page` is None when nothing was modified; `moved` is the new address
    when every hop there was permanent; `headers` in lower case."""

    status: int
    page: Page | None
    headers: Mapping[str, str]
    moved: str | None = None
