"""A day becomes a briefing: articles, stories, cards for what is printed, the ledger, the issue.

Cards are made only for what has a chance to be printed: a first ranking looks at the articles
alone, a second at the offline cards of the best, and a model is asked for the printed ones only.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefing import plain, wire
from briefing.config import DailyConfig
from briefing.core.card import offline
from briefing.core.day import before, changes, cluster, compose, history, ledger, rank
from briefing.core.language import text
from briefing.desk import ledger as kept_ledger
from briefing.desk.editor import Editor
from briefing.desk.events import Event, Note, Progress
from briefing.desk.ports import Archive
from briefing.errors import BriefingError
from briefing.models import (
    Article,
    Briefing,
    Card,
    Dossier,
    Failure,
    Question,
    Story,
    Trend,
    WatchList,
)

_CANDIDATES = 2  # cards made for each story that can be printed: rank may still change the order
_TREND_DAYS = 14
_DOSSIER = 2000  # articles a company's page is made from, at most


@dataclass(frozen=True, kw_only=True)
class Issue:
    """What a briefing is made from: the day, its articles and failures, and the issues before.

    `window` holds UTC time stamps (both None: whatever was given).
    """

    date: str
    articles: Sequence[Article]
    failures: Sequence[Failure] = ()
    window: tuple[str | None, str | None] = (None, None)
    earlier: Sequence[Briefing] = ()
    trends: Sequence[Trend] = ()


def compose_issue(
    issue: Issue,
    editor: Editor,
    config: DailyConfig,
    *,
    watch: Callable[[Sequence[Card], Briefing], WatchList],
    cancelled: Callable[[], bool],
    dry_run: bool = False,
) -> Iterator[Event | Briefing | str]:
    """Yield what happens, and last the briefing. `watch` gives the watchlist for printed cards.

    With `dry_run` the last item is what a model would be sent, in words.
    """
    readable = [a for a in issue.articles if a.verdict in ("article", "paywall", "too_short")]
    yield Progress(done=0, total=len(readable), what="grouping articles into stories")
    stories = cluster.stories(readable)
    ranked, cards = _ranked(issue, stories, config, cancelled)
    if cancelled():
        return
    draft = _draft(issue, ranked, cards, config)
    wanted = _printed(draft)
    chosen = [a for s in ranked for a in s.articles if a.id in wanted and a.id in cards]
    if dry_run:
        yield editor.plan(chosen)
        return
    if editor.active:
        for event in editor.cards(chosen, cancelled=cancelled):
            if isinstance(event, Progress | Note):
                yield event
            else:
                id, cards[id] = event
        if cancelled():
            return
        draft = _draft(issue, ranked, cards, config)
    wanted = _printed(draft)
    printed = [cards[id] for id in cards if id in wanted]
    draft = _with_watch(draft, watch(printed, draft))
    yield editor.lead(draft, cancelled=cancelled) if editor.active else draft


def _with_watch(draft: Briefing, watch: WatchList) -> Briefing:
    return replace(draft, watch=replace(watch, new=watch.new[: compose.NEW_QUESTIONS]))


def _ranked(
    issue: Issue, stories: Sequence[Story], config: DailyConfig, cancelled: Callable[[], bool]
) -> tuple[list[Story], dict[str, Card]]:
    """Rank by the articles, make cards offline for the best, rank those by their cards."""
    first = _order(issue, stories, {}, config, floor=0.0)
    past = before.matches(first, before.printed(issue.earlier, issue.date))
    cards: dict[str, Card] = {}
    carded: list[Story] = []
    most = (config.top_stories + config.also) * _CANDIDATES
    for story in first:
        if len(carded) >= most or cancelled():
            break
        known = past[story.id].articles if story.id in past else frozenset[str]()
        fresh = next((a for a in story.articles if a.id not in known), None)
        card = _card(fresh) if fresh else None
        if fresh and card:
            cards[fresh.id] = card
            carded.append(story)
    floor = config.floor if any(issue.window) else 0.0  # what is given by name is printed
    return _order(issue, carded, cards, config, floor=floor), cards


def _card(article: Article) -> Card | None:
    try:
        return offline.card(article)
    except BriefingError:
        return None  # nothing in it that could be printed


def _order(
    issue: Issue,
    stories: Sequence[Story],
    cards: Mapping[str, Card],
    config: DailyConfig,
    *,
    floor: float,
) -> list[Story]:
    return rank.order(
        stories,
        cards,
        config.weights,
        now=issue.window[1] or _latest(issue),
        watchlist=config.watchlist,
        earlier=issue.earlier,
        own_beats=config.beats,
        per_feed=config.per_feed,
        floor=floor,
    )


def _latest(issue: Issue) -> str:
    return f"{issue.date}T23:59:59Z"


def _draft(
    issue: Issue, stories: Sequence[Story], cards: Mapping[str, Card], config: DailyConfig
) -> Briefing:
    return compose.briefing(
        stories,
        cards,
        date=issue.date,
        timezone=config.timezone,
        window=issue.window,
        failures=issue.failures,
        earlier=issue.earlier,
        config=config,
        trends=issue.trends,
        articles_read=len(issue.articles),
    )


def _printed(draft: Briefing) -> set[str]:
    """Return the ids of the articles whose cards a briefing prints."""
    ids = {s.card.id for s in draft.stories}
    return ids | {a.id for item in draft.also for a in item.articles}


# ------------------------------------------------------------------ the watchlist


def questions_of(cards: Sequence[Card], draft: Briefing, *, opened: str) -> list[Question]:
    """Return the questions of printed cards, those of the top stories first."""
    refs = {s.article.id: s.article for s in draft.sources}
    order = {s.article.id: s.number for s in draft.sources}
    return [
        question
        for card in sorted(cards, key=lambda c: order.get(c.id, len(order)))
        if card.id in refs
        for question in ledger.questions_of(card, refs[card.id], opened=opened)
    ]


def of_sources(articles: Sequence[Article], cards: Sequence[Card], draft: Briefing) -> WatchList:
    """Return the watchlist of given sources: what one article asks, a later one answers.

    All articles of a printed story ask, since an earlier one may hold the question whose answer
    the printed one is.
    """
    carded = {c.id for c in cards}
    told = {s.article.id for s in draft.sources}
    older = [_card(a) for a in articles if a.id in told and a.id not in carded]
    asked: list[Question] = []
    for question in questions_of([*cards, *filter(None, older)], draft, opened=draft.date):
        day = (question.article.published or draft.date)[:10]
        asked = ledger.merge(asked, [replace(question, opened=min(day, draft.date))])
    known = {q.id: q for q in asked}
    for article in sorted(articles, key=lambda a: (a.published or "", a.id)):
        sentences = text.sentences(article.text)
        for question in ledger.answer(list(known.values()), article, sentences, now=draft.date):
            known[question.id] = question
    since = min((q.opened for q in known.values()), default=draft.date)
    return ledger.watchlist(list(known.values()), today=draft.date, since=since)


def of_archive(
    archive: Archive,
    cards: Sequence[Card],
    draft: Briefing,
    *,
    earlier: Sequence[Briefing],
    since: str | None,
    now: str,
    keep: bool,
) -> WatchList:
    """Return the watchlist of a day of the archive; with `keep`, new questions enter the ledger.

    It begins where the last of the `earlier` issues ended (newest first), or else at `since`.
    """
    new = questions_of(cards, draft, opened=draft.date)
    if keep:
        kept_ledger.ask(archive, new, now=now)
        known = archive.questions.all()
    else:
        known = ledger.merge(archive.questions.all(), new)
    begun = earlier[0].date if earlier else (since or draft.date)
    told = [question for issue in earlier for question in issue.watch.answered]
    standing = ledger.as_of(known, draft.date)
    return ledger.watchlist(standing, today=draft.date, since=begun, told=told)


# ------------------------------------------------------------------ the archive


def earlier(archive: Archive, date: str) -> list[Briefing]:
    """Return the briefings of the days before, newest first."""
    return [wire.loads(Briefing, text) for text in archive.briefings.before(date, before.ISSUES)]


def failures(archive: Archive) -> list[Failure]:
    """Return the feeds that could not be read on the last visit, with the reason."""
    return [
        Failure(source=feed.title or plain.address(feed.url), reason=feed.problem)
        for feed in archive.feeds.all()
        if feed.problem and feed.failures and not feed.muted
    ]


def trends(archive: Archive, names: Sequence[str], *, date: str, now: str) -> list[Trend]:
    """Return articles per day of the watched companies, over two weeks."""
    found = []
    for name in names:
        values = archive.articles.per_day(f'company:"{name}"', days=_TREND_DAYS, now=now)
        found.append(Trend(name=name, values=tuple(values), until=date))
    return found


def keep(archive: Archive, briefing: Briefing, *, now: str) -> Iterator[Note]:
    """Keep a briefing; when the day had another version, say what changed."""
    old = archive.briefings.get(briefing.date)
    ids = [source.article.id for source in briefing.sources]
    version = archive.briefings.save(briefing.date, wire.dumps(briefing), made=now, article_ids=ids)
    if old is not None and version > 1 and old != wire.dumps(briefing):
        lines = changes.between(wire.loads(Briefing, old), briefing)
        yield Note(text=f"version {version} of {briefing.date}; the earlier one is kept")
        for line in lines:
            yield Note(text=line)


def company(archive: Archive, name: str, *, days: int, today: str, now: str) -> Dossier:
    """Return everything on one company in the last days, in order, with its questions."""
    since = (datetime.date.fromisoformat(today) - datetime.timedelta(days=days - 1)).isoformat()
    ids = archive.articles.ids(f'company:"{name}" newer:{days}d', now=now)
    found = [a for id in ids[:_DOSSIER] if (a := archive.articles.get(id))]
    stories = cluster.stories(found)
    cards = {
        a.id: card
        for s in stories
        for a in s.articles[:1]
        if (card := archive.cards.latest(a.id) or _card(a))
    }
    questions = archive.questions.all()
    return history.company(name, stories, cards, questions, since=since, until=today)
