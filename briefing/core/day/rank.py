"""The order of stories, with the reasons a reader can weigh.

A story scores by its status, its independent sources, the watchlist, the size of its largest
figure, by being new and by being recent; one outside the trade, or an opinion, scores a fraction.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from briefing.core.day import beats, before, size, wording
from briefing.core.day.beats_words import GENERAL
from briefing.core.day.watched import hits
from briefing.models import Briefing, Card, Story

WEIGHTS: Mapping[str, float] = {
    "status": 1.0,
    "sources": 1.0,
    "watchlist": 1.0,
    "size": 0.6,
    "novelty": 0.4,
    "recency": 0.4,
}
STATUS: Mapping[str, float] = {
    "filed": 1.0,
    "announced": 0.8,
    "data": 0.7,
    "reported": 0.6,
    "rumour": 0.4,
    "opinion": 0.1,
}
# Factors: no beat and no word of the trade, a beat but no such word, an opinion, no real text.
OUTSIDE, BESIDE, OPINION, UNREAD = 0.25, 0.5, 0.5, 0.3
_ALL_OF_IT = ("payments", "supply chain and logistics")  # beats that need no other word
FADES_HOURS = 36.0


def order(
    stories: Sequence[Story],
    cards: Mapping[str, Card],
    weights: Mapping[str, float] | None = None,
    *,
    now: str,
    watchlist: Sequence[str] = (),
    earlier: Sequence[Briefing] = (),
    own_beats: Mapping[str, Sequence[str]] | None = None,
    per_feed: int = 3,
    floor: float = 0.0,
) -> list[Story]:
    """Return the stories best first, with beat, score and reasons; those under `floor` are left
    out, and so are a site's stories after its `per_feed` best (where there are other sites).

    `cards` maps article ids to cards; a story without one is judged by its text. `now` is the
    moment recency counts from, an ISO time. Ties are broken by id.
    """
    weigh = {**WEIGHTS, **(weights or {})}
    past = before.matches(stories, before.printed(earlier, now[:10]))
    scored = [
        _scored(story, cards, weigh, now, watchlist, past.get(story.id), own_beats)
        for story in stories
    ]
    scored.sort(key=lambda s: (-s.score, s.id))
    return _spread([s for s in scored if s.score >= floor], per_feed)


def _scored(
    story: Story,
    cards: Mapping[str, Card],
    weigh: Mapping[str, float],
    now: str,
    watchlist: Sequence[str],
    past: before.Printed | None,
    own_beats: Mapping[str, Sequence[str]] | None,
) -> Story:
    lead = story.articles[0]
    card = card_of(story, cards)
    beat = story.beat or beats.of(story, own_beats)
    watched = hits(story, watchlist)
    largest = size.largest(card, lead)
    status = card.status if card else "reported"
    fresh = past is None
    score = weigh["status"] * STATUS[status]
    score += weigh["sources"] * min(1.0, math.log2(max(1, story.independent)) / 3)
    score += weigh["watchlist"] * bool(watched)
    score += weigh["size"] * size.weight(largest.dollars if largest else 0.0)
    score += weigh["novelty"] * (1.0 if fresh else 0.4)
    score += weigh["recency"] * _recency(_latest(story), now)
    outside = not watched and beat not in _ALL_OF_IT and not beats.in_trade(lead)
    if outside:
        score *= OUTSIDE if beat == GENERAL else BESIDE
    score *= OPINION if status == "opinion" else 1.0
    score *= UNREAD if lead.verdict != "article" else 1.0
    reasons: list[str] = [status] if card else []
    if story.independent > 1:
        reasons.append(f"{story.independent} independent sources")
    reasons += [f"watchlist: {name}" for name in watched[:2]]
    reasons += [largest.value] if largest and largest.leads else []
    reasons += ["outside the trade"] if outside else []
    reasons.append("new" if past is None else f"ran on {wording.day(past.date)}")
    return replace(
        story,
        beat=beat,
        score=round(score, 4),
        reasons=tuple(reasons),
        update_of=past.id if past else None,
    )


def card_of(story: Story, cards: Mapping[str, Card]) -> Card | None:
    """Return the card of a story: of its lead source, or of the first article that has one."""
    return next((cards[a.id] for a in story.articles if a.id in cards), None)


def _latest(story: Story) -> str:
    return max((a.published or "" for a in story.articles), default="")


def _recency(published: str, now: str) -> float:
    """Return 1 for now, a half after a day and a half; one half where no time is known."""
    then, moment = _time(published), _time(now)
    if then is None or moment is None:
        return 0.5
    return float(0.5 ** (max(0.0, (moment - then) / 3600) / FADES_HOURS))


def _time(text: str) -> float | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


def _spread(stories: list[Story], per_feed: int) -> list[Story]:
    """Leave out a site's stories after its best few, unless all come from one site."""
    sites = {s.articles[0].site for s in stories}
    if len(sites) < 2 or per_feed < 1:
        return stories
    led: Counter[str] = Counter()
    kept = []
    for story in stories:
        site = story.articles[0].site
        if site:
            led[site] += 1
            if led[site] > per_feed:
                continue
        kept.append(story)
    return kept
