"""The day: ledger, stories, briefing, parcels on their way out."""

from __future__ import annotations

from dataclasses import field
from typing import Literal

from briefing.models.card import Card, Checks, Number, Usage
from briefing.models.headline import CardStatus
from briefing.models.intake import Article
from briefing.models.noun import noun

WatchState = Literal["open", "answered", "confirmed", "expired", "dropped"]
Polarity = Literal["yes", "no"]


@noun(frozen=True, slots=True, kw_only=True)
class ArticleRef:
    """An article named from elsewhere."""

    id: str
    title: str
    url: str | None = None
    site: str | None = None
    published: str | None = None


@noun(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a later article says to a question; `against` is the contrary answer before it."""

    polarity: Polarity
    article: ArticleRef
    sentence: str
    against: Answer | None = None


@noun(frozen=True, slots=True, kw_only=True)
class Question:
    """A watch question in the ledger. `opened` and `by` are ISO dates."""

    id: str
    question: str
    actor: str
    event: str
    article: ArticleRef
    opened: str
    by: str | None = None
    state: WatchState = "open"
    object: str = ""
    yes_if: str = ""
    no_if: str = ""
    sentence: str = ""
    answer: Answer | None = None
    snoozed_until: str | None = None


@noun(frozen=True, slots=True, kw_only=True)
class Story:
    """Articles about one event, the lead source first.

    `independent` counts sources that did not copy another; `reasons` say why it ranks here.
    """

    id: str
    articles: tuple[Article, ...]
    independent: int = 1
    first: str | None = None
    beat: str = ""
    score: float = 0.0
    reasons: tuple[str, ...] = ()
    update_of: str | None = None


@noun(frozen=True, slots=True, kw_only=True)
class BriefedStory:
    """A story as a briefing prints it. `what_is_new` stands for a story that ran before."""

    id: str
    headline: str
    card: Card
    articles: tuple[ArticleRef, ...] = ()
    independent: int = 1
    beat: str = ""
    reasons: tuple[str, ...] = ()
    update_of: str | None = None
    what_is_new: str = ""


@noun(frozen=True, slots=True, kw_only=True)
class AlsoItem:
    """A story in one sentence."""

    id: str
    text: str
    status: CardStatus
    beat: str = ""
    evidence: str = ""
    articles: tuple[ArticleRef, ...] = ()
    update_of: str | None = None


@noun(frozen=True, slots=True, kw_only=True)
class NumberRow:
    """A row of a briefing's table of figures, with the index of its source."""

    number: Number
    headline: str
    source: int


@noun(frozen=True, slots=True, kw_only=True)
class WatchList:
    """A briefing's watchlist, by state."""

    answered: tuple[Question, ...] = ()
    due: tuple[Question, ...] = ()
    new: tuple[Question, ...] = ()
    overdue: tuple[Question, ...] = ()


@noun(frozen=True, slots=True, kw_only=True)
class BriefingSource:
    """A numbered source of a briefing; `hash` is of the text that was read."""

    number: int
    article: ArticleRef
    hash: str = ""
    origin: str = ""


@noun(frozen=True, slots=True, kw_only=True)
class Failure:
    """A source that could not be read, and why, in words."""

    source: str
    reason: str


@noun(frozen=True, slots=True, kw_only=True)
class Trend:
    """Stories per day of a watched company, oldest day first; `until` is the last day's date."""

    name: str
    values: tuple[int, ...]
    until: str


@noun(frozen=True, slots=True, kw_only=True)
class Briefing:
    """The day's stories in order, with what was asked, what was answered and what failed.

    `window` is the pair of ISO times the articles were taken from (both None: all that was given).
    """

    date: str
    timezone: str = "UTC"
    window: tuple[str | None, str | None] = (None, None)
    top_line: str = ""
    stories: tuple[BriefedStory, ...] = ()
    also: tuple[AlsoItem, ...] = ()
    numbers: tuple[NumberRow, ...] = ()
    watch: WatchList = field(default_factory=WatchList)
    changes: tuple[str, ...] = ()
    verify: tuple[str, ...] = ()
    sources: tuple[BriefingSource, ...] = ()
    failures: tuple[Failure, ...] = ()
    trends: tuple[Trend, ...] = ()
    articles_read: int = 0
    title: str = "Retail briefing"
    made_by: str = "offline"
    prompt: str | None = None
    usage: Usage = field(default_factory=Usage)
    checks: Checks = field(default_factory=Checks)
    schema: int = 1


@noun(frozen=True, slots=True, kw_only=True)
class DossierEntry:
    """One story in a dossier. `status` is None where no card was made."""

    date: str | None
    headline: str
    text: str = ""
    status: CardStatus | None = None
    independent: int = 1
    articles: tuple[ArticleRef, ...] = ()


@noun(frozen=True, slots=True, kw_only=True)
class Dossier:
    """Everything on one company in a span of days, oldest first, with its questions."""

    name: str
    since: str
    until: str
    entries: tuple[DossierEntry, ...] = ()
    open: tuple[Question, ...] = ()
    answered: tuple[Question, ...] = ()
    trend: Trend | None = None


@noun(frozen=True, slots=True, kw_only=True)
class Parcel:
    """One part of something on its way to a target, as the outbox keeps it.

    `state` is pending, sent, failed or unknown; `word` is what the server said; `remote` is the
    server's name for it (Message-ID, Slack ts).
    """

    key: str
    target: str
    part: int
    parts: int
    payload: str
    state: Literal["pending", "sent", "failed", "unknown"] = "pending"
    word: str = ""
    remote: str = ""
    updated: str = ""
