"""What the desk needs of the world, as narrow protocols.

`io/` satisfies them by shape, without knowing them; a test suite holds every implementation of
`Archive` to the same contract, so that a shared archive on a database server can join later.
Every method may raise StoreError; none raises anything else. Times are UTC stamps, `now` is given.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from briefing.models import (
        Added,
        Answered,
        Article,
        Card,
        Feed,
        Headline,
        Parcel,
        Question,
        Seen,
        Status,
        Undone,
        WatchState,
    )


class Articles(Protocol):
    """Articles and, apart from them, what we did with them."""

    def add(
        self, article: Article, *, arrived: str, feed: str | None = None, guid: str | None = None
    ) -> Added:
        """Keep an article. A better or changed text updates (the earlier one is kept); a worse
        verdict never overwrites; a copy under another address is one article with two sources."""

    def add_many(
        self, articles: Iterable[tuple[Article, str | None, str | None]], *, arrived: str
    ) -> list[Added]:
        """Keep many (article, feed url, guid) in one transaction."""

    def get(self, id: str) -> Article | None: ...
    def by_url(self, url: str) -> Article | None: ...
    def between(self, since: str | None, until: str | None) -> list[Article]:
        """Return articles published (or, undated, arrived) in the window, oldest first, by id."""

    def unheld(self) -> list[Article]:
        """Return what came or changed while a question was open, and was not held against it."""

    def held(self, ids: Iterable[str]) -> None:
        """Note that articles were held against the open questions."""

    def headlines(
        self,
        query: str = "",
        *,
        order: Literal["newest", "best"] = "newest",
        limit: int = 200,
        offset: int = 0,
        now: str = "",
        snippets: bool = False,
    ) -> list[Headline]:
        """Return headlines that match a query of the query language ("" matches all)."""

    def headlines_of(self, ids: Sequence[str]) -> list[Headline]:
        """Return the headlines of these articles in their order; what is gone is left out."""

    def count(self, query: str = "", *, now: str = "") -> int: ...
    def ids(self, query: str = "", *, now: str = "") -> list[str]: ...
    def mark(
        self,
        ids: Iterable[str],
        *,
        read: bool | None = None,
        starred: bool | None = None,
        add_tags: Sequence[str] = (),
        drop_tags: Sequence[str] = (),
        note: str | None = None,
    ) -> int:
        """Change status of many at once, undoably; return how many changed."""

    def status(self, id: str) -> Status: ...
    def tags(self) -> dict[str, int]:
        """Return every tag in use with the number of its articles."""

    def sources(self, id: str) -> list[tuple[str, str]]:
        """Return (site or feed title, url) of every place that carried this article."""

    def versions(self, id: str) -> list[Article]: ...
    def remove(self, ids: Iterable[str]) -> int: ...
    def prune(self, *, before: str) -> int:
        """Delete old articles, never starred, noted, tagged or briefed ones."""

    def per_day(self, query: str, *, days: int, now: str) -> list[int]: ...


class Feeds(Protocol):
    """Subscriptions and what we learned on visits."""

    def all(self) -> list[Feed]: ...
    def get(self, url: str) -> Feed | None: ...
    def save(self, feeds: Iterable[Feed]) -> None:
        """Insert or replace by url."""

    def rename(self, old: str, new: str) -> None:
        """Give a moved feed its new address; its articles come along."""

    def remove(self, url: str) -> bool: ...
    def known(self, url: str, guids: Iterable[str]) -> dict[str, str]:
        """Return {guid: hash of the entry} for those of a feed's entries that were seen."""

    def note_entries(self, url: str, entries: Mapping[str, tuple[str, str]]) -> None:
        """Remember {guid: (hash, article id)} for a feed."""

    def counts(self) -> dict[str, tuple[int, int]]:
        """Return {feed url: (unread, articles of the last 28 days)}."""


class Cards(Protocol):
    """Cards by article and by what made them (`key` is a fingerprint of text, prompt, model…)."""

    def get(self, article_id: str, key: str) -> Card | None: ...
    def latest(self, article_id: str) -> Card | None: ...
    def save(self, article_id: str, key: str, card: Card, *, made: str) -> None: ...


class Briefings(Protocol):
    """Briefings by date; a changed one keeps the earlier versions. Values are wire JSON."""

    def save(self, date: str, text: str, *, made: str, article_ids: Iterable[str]) -> int:
        """Keep a briefing; the same text again is not a new version. Return the version (1…)."""

    def get(self, date: str, version: int | None = None) -> str | None: ...
    def dates(self) -> list[str]: ...
    def before(self, date: str, count: int = 7) -> list[str]:
        """Return the latest versions of up to `count` earlier briefings, newest first."""


class Questions(Protocol):
    """The ledger."""

    def all(self, states: Sequence[WatchState] = ()) -> list[Question]: ...
    def get(self, id: str) -> Question | None: ...
    def save(self, questions: Iterable[Question]) -> None: ...
    def change(self, question: Question) -> None:
        """Replace a question, undoably."""


class Outbox(Protocol):
    """What was sent, what was not: exactly once."""

    def get(self, key: str, target: str) -> list[Parcel]: ...
    def save(self, parcels: Iterable[Parcel]) -> None: ...
    def waiting(self, target: str | None = None) -> list[Parcel]:
        """Return parcels that are pending, failed or unknown."""


class Memory(Protocol):
    """Small things worth remembering, by kind and key: model replies, what a server can do,
    lines that recur on a site, saved searches, usage by day."""

    def recall(self, kind: str, key: str) -> str | None: ...
    def remember(self, kind: str, key: str, value: str, *, now: str) -> None: ...
    def items(self, kind: str) -> dict[str, str]: ...
    def forget(self, kind: str, key: str) -> None: ...


class Archive(Protocol):
    """Everything kept. Safe for several threads and several processes at once."""

    @property
    def articles(self) -> Articles: ...
    @property
    def feeds(self) -> Feeds: ...
    @property
    def cards(self) -> Cards: ...
    @property
    def briefings(self) -> Briefings: ...
    @property
    def questions(self) -> Questions: ...
    @property
    def outbox(self) -> Outbox: ...
    @property
    def memory(self) -> Memory: ...

    def lock(self, name: str, *, wait: float = 0.0) -> LockHandle:
        """Take a lock across processes (`refresh`, `daily 2026-11-24`); StoreError if held."""

    def together(self) -> AbstractContextManager[None]:
        """Keep all that this thread keeps inside in one transaction, or nothing of it. Short:
        other writers wait."""

    def undo(self) -> Undone:
        """Take back the last act (a mark, a removal, a change of a question) of whoever opened this
        archive, or else the last that those before left behind; say what it touched."""

    def index(self, *, at_least: int = 1) -> None:
        """Index what arrived if it is that many, so that who searches need not wait for it."""

    def check(self) -> list[str]:
        """Return what is wrong with the archive, one line each; empty when sound."""

    def close(self) -> None: ...


class LockHandle(Protocol):
    """A held lock; a context manager."""

    def __enter__(self) -> LockHandle: ...
    def __exit__(self, *args: object) -> None: ...


class Net(Protocol):
    """The web, with limits and manners."""

    def get(self, url: str, *, seen: Seen | None = None, trusted: bool = False) -> Answered:
        """Fetch one address. `trusted` says the user typed it: it may be private. FetchError."""
