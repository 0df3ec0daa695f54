"""The daily briefing, composed: stories in order, cards and the watchlist become one Briefing.

Prints nothing but the words of checked cards and its own fixed phrases. Pure: the same input, in
whatever order, gives the same briefing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefing import plain
from briefing.config.settings import DailyConfig
from briefing.core import identity
from briefing.core.day import beats, before, changes, doubts, speak, telling
from briefing.core.day.rank import card_of
from briefing.models import (
    AlsoItem,
    Article,
    ArticleRef,
    BriefedStory,
    Briefing,
    BriefingSource,
    Card,
    Checks,
    Failure,
    Story,
    Trend,
    Usage,
    WatchList,
)

MOST_CARDS = 5
NEW_QUESTIONS = 5
NOTHING = "Nothing significant in this window."


def briefing(
    stories: Sequence[Story],
    cards: Mapping[str, Card],
    *,
    date: str,
    timezone: str = "UTC",
    window: tuple[str | None, str | None] = (None, None),
    failures: Sequence[Failure] = (),
    watch: WatchList | None = None,
    earlier: Sequence[Briefing] = (),
    config: DailyConfig | None = None,
    trends: Sequence[Trend] = (),
    articles_read: int = 0,
) -> Briefing:
    """Compose the briefing of a day from ranked stories and the cards of those to be printed.

    `cards` maps article ids to cards; a story without a card is not printed. A story that ran
    before is printed only if it says something new.
    """
    config = config or DailyConfig()
    ranked = sorted(stories, key=lambda s: (-s.score, s.id))
    printable = [s for s in ranked if card_of(s, cards)]
    old = before.printed(earlier, date)
    past = before.matches(printable, old)
    fresh: list[_Chosen] = []
    for story in printable:
        if chosen := _choose(story, cards, past.get(story.id)):
            fresh.append(chosen)
    tops = fresh[: min(config.top_stories, MOST_CARDS)]
    rest = fresh[len(tops) : len(tops) + config.also]
    numbered = _sources([c.story for c in (*tops, *rest)])
    place = {s.article.id: s.number for s in numbered}
    used = [c.card for c in (*tops, *rest)]
    watch = watch or WatchList()
    return Briefing(
        date=date,
        timezone=timezone,
        window=window,
        top_line=speak.top_line([c.card for c in tops], NOTHING),
        stories=tuple(_briefed(c) for c in tops),
        also=_also(rest, config),
        numbers=telling.rows([(c.card, place[c.lead.id]) for c in (*tops, *rest)]),
        watch=replace(watch, new=watch.new[:NEW_QUESTIONS]),
        changes=changes.since([(c.story, c.card, c.past) for c in (*tops, *rest)], earlier, date),
        verify=doubts.lines([(c.story, c.card, place[c.lead.id]) for c in (*tops, *rest)]),
        sources=numbered,
        failures=tuple(sorted(failures, key=lambda f: (f.source, f.reason))),
        trends=tuple(trends),
        articles_read=articles_read or sum(len(s.articles) for s in stories),
        title=config.title,
        made_by=_makers(used),
        prompt=next((c.prompt for c in used if c.prompt), None),
        usage=_usage(used),
        checks=_checks(used),
    )


class _Chosen:
    """A story to be printed: its card, the article the card is of, and where it ran before."""

    __slots__ = ("card", "lead", "new", "past", "story")

    def __init__(
        self, story: Story, lead: Article, card: Card, past: before.Printed | None, new: str
    ) -> None:
        self.story, self.lead, self.card, self.past, self.new = story, lead, card, past, new


def _choose(story: Story, cards: Mapping[str, Card], past: before.Printed | None) -> _Chosen | None:
    """Choose the card a story is told by; None for a story that ran and has nothing new to say."""
    carded = [a for a in story.articles if a.id in cards]
    if past is None:
        return _Chosen(story, carded[0], cards[carded[0].id], None, "")
    for article in carded:
        if article.id in past.articles:
            continue
        card = cards[article.id]
        new = before.news(speak.statements(card), past.statements)
        if new:
            return _Chosen(story, article, card, past, new)
    return None


def _briefed(chosen: _Chosen) -> BriefedStory:
    story, card = chosen.story, chosen.card
    return BriefedStory(
        id=story.id,
        headline=speak.headline(card, update=chosen.past is not None),
        card=card,
        articles=tuple(reference(a) for a in story.articles),
        independent=story.independent,
        beat=story.beat or beats.of(story),
        reasons=story.reasons,
        update_of=chosen.past.id if chosen.past else None,
        what_is_new=chosen.new,
    )


def _also(rest: Sequence[_Chosen], config: DailyConfig) -> tuple[AlsoItem, ...]:
    """Return the one-sentence items by beat, each beat in the order of rank."""
    items = []
    for chosen in rest:
        text = speak.one_line(chosen.card, chosen.new)
        if chosen.past is not None:
            text = f"Update: {text}"
        items.append(
            AlsoItem(
                id=chosen.story.id,
                text=text,
                status=chosen.card.status,
                beat=chosen.story.beat or beats.of(chosen.story, config.beats),
                evidence=speak.evidence(chosen.card, text),
                articles=tuple(reference(a) for a in chosen.story.articles),
                update_of=chosen.past.id if chosen.past else None,
            )
        )
    rank = {name: i for i, name in enumerate(beats.grouped((i.beat for i in items), config.beats))}
    return tuple(sorted(items, key=lambda i: rank[i.beat]))


def reference(article: Article) -> ArticleRef:
    """Return the short form by which an article is named elsewhere: its first words, if need be."""
    return ArticleRef(
        id=article.id,
        title=article.title or plain.line(article.text[:400], 80),
        url=article.url,
        site=article.site,
        published=article.published,
    )


def _sources(stories: Sequence[Story]) -> tuple[BriefingSource, ...]:
    """Number the articles behind the printed stories, in printing order, each once."""
    articles = {a.id: a for s in stories for a in s.articles}
    return tuple(
        BriefingSource(
            number=number,
            article=reference(article),
            hash=identity.text_hash(article.text),
            origin=article.url or "",
        )
        for number, article in enumerate(articles.values(), 1)
    )


def _makers(cards: Sequence[Card]) -> str:
    return ", ".join(sorted({c.made_by for c in cards})) or "offline"


def _usage(cards: Sequence[Card]) -> Usage:
    return Usage(
        input_tokens=sum(c.usage.input_tokens for c in cards),
        output_tokens=sum(c.usage.output_tokens for c in cards),
        cached=bool(cards) and all(c.usage.cached for c in cards),
    )


def _checks(cards: Sequence[Card]) -> Checks:
    return Checks(
        passed=sum(c.checks.passed for c in cards),
        total=sum(c.checks.total for c in cards),
        findings=tuple(f for c in cards for f in c.checks.findings),
    )
