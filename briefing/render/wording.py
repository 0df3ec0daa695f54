"""The fixed phrases of every written form, so that no form says otherwise than another."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.models import (
    AlsoItem,
    ArticleRef,
    BriefedStory,
    Briefing,
    Card,
    Number,
    NumberRow,
    Question,
    Source,
)
from briefing.render import dates

TOP, ALSO, NUMBERS = "Top stories", "Also today", "By the numbers"
WATCH, CHANGES, VERIFY, SOURCES = (
    "Watchlist",
    "Corrections and changes",
    "To verify",
    "Sources",
)
WHY = "Why it matters (analysis):"
ANSWERED, DUE, NEW, OVERDUE = (
    "Answered since the last issue",
    "Due in the next seven days",
    "New",
    "Overdue, no evidence found",
)
UNSTATED = "not stated"


def count(number: int, one: str, many: str = "") -> str:
    """Return `1 source` or `3 sources`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def period(number: Number) -> str:
    """Return the period of a figure, or that it has none."""
    return number.period if number.period not in ("", UNSTATED) else "period not stated"


def measure(number: Number) -> str:
    """Return what a figure measures, and that it is reported or projected if it is."""
    text = number.measures if number.measures not in ("", UNSTATED) else "measure not stated"
    return f"{text} ({number.status})" if number.status in ("reported", "projected") else text


def origin(source: Source | ArticleRef) -> str:
    """Return outlet and date of a source."""
    return f"{source.site or 'outlet not named'}, {dates.short(source.published)}"


def by_line(card: Card) -> str:
    """Return who wrote a card's article, when, and how long it is."""
    parts = [card.article.site or "", ", ".join(card.article.authors)]
    parts.append(dates.short(card.article.published))
    if card.article.words:
        minutes = max(1, round(card.article.words / 230))
        parts.append(f"{count(card.article.words, 'word')}, {minutes} min")
    return " · ".join(p for p in parts if p)


def made(card: Card) -> str:
    """Return what made a card and how its checks went."""
    maker = "made offline" if card.made_by == "offline" else f"made by {card.made_by}"
    return f"{maker}, checks {card.checks.passed}/{card.checks.total}"


def standing(story: BriefedStory) -> str:
    """Return how many sources a story has and why it ranks where it does."""
    sources = count(story.independent, "independent source")
    reasons = [r for r in story.reasons if "independent source" not in r]
    return "; ".join([sources, *(r for r in reasons if r != story.card.status)])


def outlets(articles: Sequence[ArticleRef]) -> str:
    """Return the outlets of a story, each once, at most three by name."""
    names = list(dict.fromkeys(a.site or "outlet not named" for a in articles))
    more = len(names) - 3
    return ", ".join(names[:3]) + (f" and {more} more" if more > 0 else "")


def question(question: Question) -> str:
    """Return a question with the date it is due."""
    due = f" (by {dates.short(question.by)})" if question.by else ""
    return f"{question.question}{due}"


def answer(question: Question) -> str:
    """Return the answer found for a question: the sentence and where it stands."""
    found = question.answer
    if found is None:
        return ""
    word = "Yes" if found.polarity == "yes" else "No"
    doubt = "" if question.state == "confirmed" else ", to be confirmed"
    where = found.article.site or found.article.title
    return f"{word}{doubt}: “{found.sentence}” ({where}, {dates.short(found.article.published)})"


def watch_parts(b: Briefing) -> list[tuple[str, tuple[Question, ...]]]:
    """Return the parts of the watchlist that hold something, in printing order."""
    parts = (
        (ANSWERED, b.watch.answered),
        (DUE, b.watch.due),
        (NEW, b.watch.new),
        (OVERDUE, b.watch.overdue),
    )
    return [(label, questions) for label, questions in parts if questions]


def by_beat(items: Sequence[AlsoItem]) -> list[tuple[str, list[AlsoItem]]]:
    """Return the one-sentence items under their beats, in the order they come."""
    groups: dict[str, list[AlsoItem]] = {}
    for item in items:
        groups.setdefault(item.beat or "retail", []).append(item)
    return list(groups.items())


def row(row: NumberRow) -> tuple[str, str, str, str]:
    """Return a row of the table of figures: figure, what, period, source number."""
    return row.number.value, measure(row.number), period(row.number), f"[{row.source}]"


def place(b: Briefing, story: BriefedStory | AlsoItem) -> str:
    """Return the source numbers of a story as `[1] [2]`, at most four."""
    numbers = {s.article.id: s.number for s in b.sources}
    own = sorted({numbers[a.id] for a in story.articles if a.id in numbers})
    return " ".join(f"[{n}]" for n in own[:4]) + (" …" if len(own) > 4 else "")


def read(b: Briefing) -> str:
    """Return how much was read for a briefing."""
    stories = len(b.stories) + len(b.also)
    return f"{count(b.articles_read, 'article')} read, {count(stories, 'story', 'stories')} printed"


def failures(b: Briefing) -> str:
    """Return how many sources could not be read, "" for none."""
    number = len(b.failures)
    return f"{count(number, 'source')} could not be read:" if number else ""


def sentence(text: str) -> str:
    """Return text ended by a full stop, unless it ends by a mark of its own."""
    text = text.strip()
    return text if not text or text[-1] in ".!?。！？…" else text + "."
