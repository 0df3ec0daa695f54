"""The fixed phrases of every written form, so that no form says otherwise than another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.models import (
    AlsoItem,
    Answer,
    ArticleRef,
    BriefedStory,
    Briefing,
    Card,
    CardStatus,
    Number,
    NumberRow,
    Question,
    Source,
    Trend,
    Watch,
)
from briefing.models.card import FIGURES_TOLD
from briefing.render import dates

TOP, ALSO, NUMBERS = "Top stories", "Also today", "By the numbers"
WATCH, CHANGES, VERIFY, SOURCES = (
    "Watchlist",
    "Corrections and changes",
    "To verify",
    "Sources",
)
CONTENTS, WHO, TO_WATCH = "In this issue", "Who is who", "What to watch"
WHY, CHANGED = "Why it matters (analysis):", "What is new:"
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
    said = text.startswith(("projected ", "forecast ", "expected ", "planned ", "targeted "))
    marked = number.status in ("reported", "projected") and not said
    return f"{text} ({number.status})" if marked else text


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


def made(noun: Card | Briefing) -> str:
    """Return what made a card or a briefing and how its checks went."""
    maker = "made offline" if noun.made_by == "offline" else f"made by {noun.made_by}"
    return f"{maker}, checks {noun.checks.passed}/{noun.checks.total}"


def foot(noun: Card | Briefing) -> str:
    """Return `made` as a sentence."""
    text = made(noun)
    return f"{text[0].upper()}{text[1:]}."


def hedged(headline: str, status: CardStatus) -> str:
    """Return a headline that stands alone (a subject, a notice), its doubt said before it."""
    if status not in ("rumour", "opinion") or headline.lower().startswith(status):
        return headline
    return f"{status.capitalize()}: {headline}"


def standing(story: BriefedStory) -> str:
    """Return how many sources a story has and why it ranks where it does."""
    sources = count(story.independent, "independent source")
    reasons = [r for r in story.reasons if "independent source" not in r]
    return "; ".join([sources, *(r for r in reasons if r != story.card.status)])


def named(articles: Iterable[ArticleRef]) -> tuple[list[tuple[str, ArticleRef]], str]:
    """Return the first three outlets of a story, each once with an article, and `and 2 more`."""
    first: dict[str, ArticleRef] = {}
    for article in articles:
        first.setdefault(article.site or "outlet not named", article)
    shown = list(first.items())
    return shown[:3], f"and {len(shown) - 3} more" if len(shown) > 3 else ""


def outlets(articles: Iterable[ArticleRef]) -> str:
    """Return the outlets of a story, each once, at most three by name."""
    shown, more = named(articles)
    return " ".join(p for p in (", ".join(site for site, _ in shown), more) if p)


def watch(watch: Watch) -> str:
    """Return a card's question with the date it is due."""
    return watch.question + (f" (by {dates.short(watch.by)})" if watch.by else "")


def trend(trend: Trend, bars: str) -> str:
    """Return a company's stories per day: its name, the sum, and the bars that stand for them."""
    stories = count(sum(trend.values), "story", "stories")
    return f"{trend.name}: {stories} in {count(len(trend.values), 'day')} {bars}"


def question(question: Question) -> str:
    """Return a question with the date it is due."""
    due = f" (by {dates.short(question.by)})" if question.by else ""
    return f"{question.question}{due}"


def answer(question: Question) -> str:
    """Return the answer found for a question: the sentence and where it stands."""
    found = question.answer
    if found is None:
        return ""
    if question.state == "confirmed":
        return _said(found, "")
    before = f"; earlier {_said(found.against, '')}" if found.against else ""
    return _said(found, ", to be confirmed") + before


def _said(answer: Answer, doubt: str) -> str:
    word = "Yes" if answer.polarity == "yes" else "No"
    where = answer.article.site or answer.article.title
    return f"{word}{doubt}: “{answer.sentence}” ({where}, {dates.short(answer.article.published)})"


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


def figure(number: Number | NumberRow) -> str:
    """Return a figure as a line; a briefing's with the number of its source."""
    if isinstance(number, NumberRow):
        return f"{figure(number.number)} [{number.source}]"
    return f"{number.value}: {measure(number)}, {period(number)}"


def numbers(card: Card) -> tuple[Number, ...]:
    """Return the figures of a card that are printed: those that tell most."""
    return card.numbers[:FIGURES_TOLD]


def more_numbers(card: Card) -> str:
    """Return how many figures of a card are not printed, "" for none."""
    left = len(card.numbers) - FIGURES_TOLD
    return f"{count(left, 'more figure')} in the card's JSON." if left > 0 else ""


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
