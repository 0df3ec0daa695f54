"""Several questions to the desk asked in one go, so that a pane is filled in one piece."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing.tui.sheets import today as today_sheet
from briefing.tui.sheets.today import Front

if TYPE_CHECKING:
    from briefing.desk.desk import Desk
    from briefing.models import Article, Card, Headline, Question
    from briefing.tui.sheets.sources import Shelf


class Opened(NamedTuple):
    """An article with all that is shown around it."""

    article: Article
    card: Card | None
    sources: list[tuple[str, str]]
    headline: Headline | None


def shelf(desk: Desk) -> Shelf:
    """Return the sources of the library with their counts."""
    from briefing.tui.sheets.sources import Saved, Shelf

    return Shelf(
        total=desk.count(""),
        unread=desk.count("is:unread"),
        starred=desk.count("is:starred"),
        watchlists=[Saved(w.name, w.query, w.count) for w in desk.watchlists()],
        tags=desk.tags(),
        feeds=desk.feeds(),
        counts=desk.feed_counts(),
    )


class Day(NamedTuple):
    """A kept briefing in the list of days: its date, and its top line or where the words are."""

    date: str
    words: str


class Pages(NamedTuple):
    """The questions of one tab of the ledger, and how many are in each."""

    questions: list[Question]
    counts: list[int]


UNREAD = 40  # unread headlines on Today; the library has all


def front(desk: Desk) -> Front:
    """Return what Today shows: the newest briefing that is kept, and what is unread."""
    today = desk.today()
    days = desk.briefings()
    briefing = desk.briefing(days[0]) if days else None
    unread = desk.headlines("is:unread", limit=UNREAD)
    ids = [ref.id for ref in today_sheet.articles(briefing)] if briefing else []
    known = {h.id: h for h in (*desk.headlines_of(ids), *unread)}
    total = len(unread) or desk.count("")
    return Front(
        today,
        briefing,
        unread,
        known,
        waiting=desk.count("is:unread") if unread else 0,
        total=total,
        feeds=0 if total or briefing else len(desk.feeds()),
    )


def opened(desk: Desk, id: str) -> Opened | None:
    """Return an article, its kept card and its sources, or None if it is gone."""
    article = desk.article(id)
    if article is None:
        return None
    headlines = desk.headlines_of([id])
    return Opened(article, desk.card(id), desk.sources(id), headlines[0] if headlines else None)


def days(desk: Desk, words: str = "") -> list[Day]:
    """Return the kept briefings, newest first; with words those that say all of them."""
    found = []
    for date in desk.briefings():
        briefing = desk.briefing(date)
        if briefing is None:
            continue
        if not words:
            found.append(Day(date, briefing.top_line))
        elif (where := _where(desk.render(briefing, "text"), words)) is not None:
            found.append(Day(date, where))
    return found


def _where(text: str, words: str) -> str | None:
    """Return the line of a text that says the first word, if it says all."""
    wanted = words.lower().split()
    if not all(word in text.lower() for word in wanted):
        return None
    lines = (line.strip() for line in text.splitlines())
    return next((line for line in lines if wanted[0] in line.lower()), "")


def pages(desk: Desk, at: int) -> Pages:
    """Return the questions of a tab of the ledger; `at` is its place in `ledger.TABS`."""
    from briefing.tui.sheets import ledger

    tabs = [desk.questions(states, due=name == "Due") for name, states, _ in ledger.TABS]
    return Pages(tabs[at], [len(questions) for questions in tabs])
