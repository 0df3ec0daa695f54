"""Stories: articles about one event, across outlets, rewrites and days, brought together.

One setting serves headlines alone and full texts. Two events of one company stay apart; the order
in which articles come does not matter.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from briefing.core.day import cohesion, linkage, standing, terms
from briefing.core.day.independent import independent
from briefing.core.language import text as language
from briefing.models import Article, Story

ALIKE = 0.08  # mean likeness from which two groups tell one story
STRANGERS = 0.4  # what likeness is worth between items that name nobody in common
ACQUAINTED = 0.5  # share of the fewer names in common from which on it is worth all
NAMED = 0.5  # what likeness is worth that lies in the common names: they do two things in a week
ENOUGH, FULL = 60, 200  # words a text needs to lead a story; to tell it fully
ALONE = 0.17  # likeness that two texts alone need at least: one company's week is alike
TEASER = 500  # characters of a text that tells little more than its headline
TOLD = 0.5  # share of a teaser's headline that another of the event tells
OTHERWISE = 0.5  # what likeness is worth between two teasers that do not
READ = 600  # characters by which a language is told
SPAN_DAYS = 6.0  # days over which likeness loses half its weight


Teaser = tuple[frozenset[str], frozenset[str]]


class Item(NamedTuple):
    """A news item as `cluster --jsonl` reads it; every field but the id may be empty."""

    id: str
    title: str = ""
    text: str = ""
    date: str = ""
    publisher: str = ""
    language: str = ""


def labels(items: Sequence[Item]) -> list[int]:
    """Return a cluster number for each item, in the order given; numbers start at 0."""
    order = sorted(range(len(items)), key=lambda i: (items[i].date, items[i].title, items[i].id))
    described = terms.described([(items[i].title, items[i].text) for i in order])
    told = [bool(items[i].text) for i in order]  # a headline alone need not name who it is about
    vectors, names = cohesion.weighed(described.vectors, told), described.names
    naming = described.naming
    days = [_day(items[i].date) for i in order]
    headed = [_headed(items[i]) for i in order]
    level = standing.levels([_spoken(items[i]) for i in order], told, vectors, ALIKE)

    def factor(a: int, b: int, likeness: float) -> float:
        """Weigh likeness by how alike unrelated items are, by common names, and by the time between
        the two; an unknown time counts as near."""
        weight = ALIKE / max(level[a], level[b])
        if told[a] and told[b] and names[a] and names[b]:
            common = names[a] & names[b]
            share = len(common) / min(len(names[a]), len(names[b]))
            weight *= STRANGERS + (1 - STRANGERS) * min(1.0, share / ACQUAINTED)
            if common:
                named = linkage.dot(naming[a], naming[b])
                weight *= 1 - (1 - NAMED) * named / likeness
            left_head, right_head = headed[a], headed[b]
            if left_head and right_head and not _tell_alike(left_head, right_head):
                weight *= OTHERWISE
        left, right = days[a], days[b]
        if left is None or right is None:
            return weight
        return weight / (1.0 + max(0.0, abs(left - right) - 1.0) / SPAN_DAYS)

    doubt = [max(0.0, ALONE / level[i] - 1) if told[i] else 0.0 for i in range(len(items))]
    roots = linkage.join(vectors, described.figures, ALIKE, factor, doubt)
    numbers: dict[int, int] = {}
    found = [0] * len(items)
    for place, i in enumerate(order):
        found[i] = numbers.setdefault(roots[place], len(numbers))
    return found


def _headed(item: Item) -> Teaser | None:
    """Return the words of a teaser's headline and all it has; None for a longer text."""
    if not item.title or not 0 < len(item.text) <= TEASER:
        return None
    title = frozenset(language.content_words(item.title))
    return title, title.union(language.content_words(item.text))


def _tell_alike(left: Teaser, right: Teaser) -> bool:
    """Say whether two teasers share more of their headlines than a name, or one tells most of the
    other's: a firm's other news of the day shares its name and its trade."""
    (title, words), (other, told) = left, right
    return (
        len(title & other) > 1
        or len(title & told) >= TOLD * len(title)
        or len(other & words) >= TOLD * len(other)
    )


def _spoken(item: Item) -> str:
    return item.language or language.language(f"{item.title} {item.text[:READ]}") or ""


def _day(date: str) -> float | None:
    try:
        when = datetime.fromisoformat(date)
    except ValueError:
        return None
    seconds = when.hour * 3600 + when.minute * 60 + when.second
    offset = when.utcoffset()
    return when.toordinal() + (seconds - (offset.total_seconds() if offset else 0)) / 86_400


def stories(articles: Sequence[Article]) -> list[Story]:
    """Group articles into stories, oldest story first; each story's lead source comes first.

    The id of a story is that of its first report, so it stays while the story grows.
    """
    items = [
        Item(a.id, a.title, a.text, a.published or "", a.site or "", a.language or "")
        for a in articles
    ]
    groups: dict[int, list[Article]] = {}
    for article, label in zip(articles, labels(items), strict=True):
        groups.setdefault(label, []).append(article)
    found = [_story(group) for group in groups.values()]
    return sorted(found, key=lambda s: (s.first or "9999", s.id))


def _story(group: list[Article]) -> Story:
    """Make a story of its articles: first report, lead source, sources that copied no one."""
    if len(group) == 1:  # most are, and there is nothing to weigh
        only = group[0]
        return Story(id=only.id, articles=(only,), independent=1, first=only.published or None)
    by_time = sorted(group, key=lambda a: (_day(a.published or "") or 9e9, a.id))
    own = independent(by_time)
    originals = [a for a in by_time if a.id in own]
    central = _central(originals)
    # The newest day tells how things stand now; within a day what tells most of what the others
    # tell, then the fuller text, then the earlier.
    lead = max(
        originals,
        key=lambda a: (
            a.verdict == "article" and a.words >= ENOUGH,
            int(_day(a.published or "") or 0),
            bool(a.title) + (a.words >= FULL),
            central[a.id],
            min(a.words, 2 * FULL),
            -by_time.index(a),
        ),
    )
    rest = [a for a in by_time if a is not lead]
    dated = [a.published for a in by_time if a.published]
    return Story(
        id=by_time[0].id,
        articles=(lead, *rest),
        independent=max(1, len({(a.site or a.id).lower() for a in originals})),
        first=dated[0] if dated else None,
    )


def _central(articles: Sequence[Article]) -> dict[str, float]:
    """Return how alike each article is to all of a story; 0 where two have nothing to choose."""
    if len(articles) < 3:
        return dict.fromkeys((a.id for a in articles), 0.0)
    vectors = terms.vectors([(a.title, a.text) for a in articles])
    whole: terms.Terms = {}
    for vector in vectors:
        for term, weight in vector.items():
            whole[term] = whole.get(term, 0.0) + weight
    return {a.id: round(linkage.dot(v, whole), 3) for a, v in zip(articles, vectors, strict=True)}
