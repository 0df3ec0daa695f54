"""Looking back: the roll-up of a week, the page of a company, the stories of each day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date as Date
from datetime import timedelta

from briefing.core.day import compose, speak, watched
from briefing.core.day.rank import card_of
from briefing.core.language.patterns import lazy
from briefing.models import (
    AlsoItem,
    BriefedStory,
    Briefing,
    BriefingSource,
    Card,
    Dossier,
    DossierEntry,
    NumberRow,
    Question,
    Story,
    Trend,
    WatchList,
)

WEEK_STORIES, WEEK_ALSO, WEEK_NUMBERS = 5, 12, 8
_MARK = lazy(r"\[(\d+)\]")


def week(
    briefings: Sequence[Briefing],
    *,
    title: str = "The week in retail",
    untold: Sequence[str] = (),
) -> Briefing:
    """Roll briefings of several days into one: each story once, as it was last told.

    A story that led several days comes before one that led a single day. `untold` are the dates
    that have articles and no briefing, which is said. Raises ValueError without a briefing.
    """
    issues = sorted(briefings, key=lambda b: b.date)
    if not issues:
        raise ValueError("a week needs at least one briefing")
    stories, lines = _told(issues)
    sources, numbering = _merged(issues)
    last = issues[-1]
    return replace(
        last,
        title=title,
        window=(issues[0].window[0], last.window[1]),
        top_line=speak.top_line([s.card for s in stories], compose.NOTHING),
        stories=stories,
        also=lines,
        numbers=_numbers(issues, numbering),
        watch=_watch(issues),
        changes=tuple(dict.fromkeys(line for issue in issues for line in issue.changes)),
        verify=(
            *_untold(untold),
            *(_renumbered(line, numbering[last.date]) for line in last.verify),
        ),
        sources=sources,
        failures=tuple(dict.fromkeys(f for issue in issues for f in issue.failures)),
        articles_read=sum(issue.articles_read for issue in issues),
    )


def _untold(dates: Sequence[str]) -> tuple[str, ...]:
    if not dates:
        return ()
    return (f"Not in this roll-up, for there are articles but no issue: {', '.join(dates)}.",)


def _told(issues: Sequence[Briefing]) -> tuple[tuple[BriefedStory, ...], tuple[AlsoItem, ...]]:
    """Return the best stories and one-liners of the issues, each in its latest form."""
    points: Counter[str] = Counter()
    told: dict[str, BriefedStory] = {}
    lines: dict[str, AlsoItem] = {}
    first: dict[str, str] = {}
    for issue in issues:
        for place, story in enumerate(issue.stories):
            key = first.setdefault(story.id, first.get(story.update_of or "", story.id))
            points[key] += compose.MOST_CARDS - min(place, compose.MOST_CARDS - 1)
            told[key] = story
            lines.pop(key, None)
        for item in issue.also:
            key = first.setdefault(item.id, first.get(item.update_of or "", item.id))
            if key not in told:
                lines[key] = item
    best = sorted(told, key=lambda key: (-points[key], key))[:WEEK_STORIES]
    return tuple(told[key] for key in best), tuple(list(lines.values())[-WEEK_ALSO:])


def _merged(
    issues: Sequence[Briefing],
) -> tuple[tuple[BriefingSource, ...], dict[str, dict[int, int]]]:
    """Return the sources of all issues numbered anew, and {date: {old number: new}}."""
    places: dict[str, int] = {}
    merged: list[BriefingSource] = []
    numbering: dict[str, dict[int, int]] = {}
    for issue in issues:
        numbering[issue.date] = {}
        for source in issue.sources:
            if source.article.id not in places:
                places[source.article.id] = len(merged) + 1
                merged.append(replace(source, number=len(merged) + 1))
            numbering[issue.date][source.number] = places[source.article.id]
    return tuple(merged), numbering


def _numbers(
    issues: Sequence[Briefing], numbering: Mapping[str, Mapping[int, int]]
) -> tuple[NumberRow, ...]:
    """Return the first figures of each issue, newest issue last, each figure once."""
    share = max(1, WEEK_NUMBERS // len(issues))
    rows: dict[tuple[str, str], NumberRow] = {}
    for issue in issues:
        for row in issue.numbers[:share]:
            source = numbering[issue.date].get(row.source, row.source)
            rows.setdefault((row.number.value, row.number.measures), replace(row, source=source))
    return tuple(rows.values())[:WEEK_NUMBERS]


def _watch(issues: Sequence[Briefing]) -> WatchList:
    """Return what was answered in any issue, and what the last one says is still open."""
    answered = {q.id: q for issue in issues for q in issue.watch.answered}
    new = {q.id: q for issue in issues for q in issue.watch.new if q.id not in answered}
    last = issues[-1].watch
    return WatchList(
        answered=tuple(answered.values()),
        due=last.due,
        new=tuple(new.values())[-compose.NEW_QUESTIONS :],
        overdue=last.overdue,
    )


def _renumbered(line: str, numbers: Mapping[int, int]) -> str:
    return _MARK.sub(lambda m: f"[{numbers.get(int(m.group(1)), int(m.group(1)))}]", line)


def company(
    name: str,
    stories: Sequence[Story],
    cards: Mapping[str, Card],
    questions: Sequence[Question],
    *,
    since: str,
    until: str,
) -> Dossier:
    """Compose the page of a company: its stories oldest first, one sentence each, with questions.

    A story without a card stands by its title alone. `since` and `until` are ISO dates.
    """
    mine = [s for s in stories if watched.hits(s, [name])]
    entries = sorted((_entry(s, card_of(s, cards)) for s in mine), key=_told_on)
    about = [q for q in questions if name.lower() in f"{q.actor} {q.question}".lower()]
    return Dossier(
        name=name,
        since=since,
        until=until,
        entries=tuple(entries),
        open=tuple(sorted((q for q in about if q.state == "open"), key=_due)),
        answered=tuple(q for q in about if q.answer is not None),
        trend=trend(name, mine, since=since, until=until),
    )


def _due(question: Question) -> tuple[str, str]:
    return question.by or "9999", question.id


def _told_on(entry: DossierEntry) -> tuple[str, str, str]:
    return entry.date or "9999", entry.headline, entry.articles[0].id


def _entry(story: Story, card: Card | None) -> DossierEntry:
    """Return a story under the day of the report it is told by: an earlier one tells other news."""
    told = card.article if card else story.articles[0]
    return DossierEntry(
        date=told.published or story.first,
        headline=speak.headline(card) if card else story.articles[0].title,
        text=speak.one_line(card) if card else "",
        status=card.status if card else None,
        independent=story.independent,
        articles=tuple(compose.reference(a) for a in story.articles),
    )


def trend(name: str, stories: Sequence[Story], *, since: str, until: str) -> Trend:
    """Count the stories per day that name a company, from `since` to `until` (ISO dates)."""
    start, end = Date.fromisoformat(since[:10]), Date.fromisoformat(until[:10])
    days = max(1, (end - start).days + 1)
    per_day = Counter(s.first[:10] for s in stories if s.first and watched.hits(s, [name]))
    dates = [(start + timedelta(days=i)).isoformat() for i in range(days)]
    return Trend(name=name, values=tuple(per_day[d] for d in dates), until=end.isoformat())
