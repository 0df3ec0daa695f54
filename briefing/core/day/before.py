"""What earlier issues printed: finds the story of today that ran before, and what is new in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefing.core.day import linkage, terms, wording
from briefing.models import Briefing, Card, CardStatus, Story

ISSUES = 7  # earlier issues looked at
ALIKE = 0.2  # likeness from which a story without a common article is the same
KNOWN = 0.7  # share of words from which a statement was made before


class Printed(NamedTuple):
    """A story as an earlier issue printed it."""

    date: str
    id: str
    headline: str
    status: CardStatus
    independent: int
    articles: frozenset[str]
    statements: tuple[str, ...]
    card: Card | None = None


def printed(earlier: Sequence[Briefing], date: str = "9999") -> list[Printed]:
    """Return the stories of the latest issues before `date`, newest first."""
    issues = sorted((b for b in earlier if b.date < date), key=lambda b: b.date, reverse=True)
    found: list[Printed] = []
    for issue in issues[:ISSUES]:
        for story in issue.stories:
            card = story.card
            statements = (card.lede.text, *(p.text for p in card.points), story.what_is_new)
            found.append(
                Printed(
                    date=issue.date,
                    id=story.id,
                    headline=story.headline,
                    status=card.status,
                    independent=story.independent,
                    articles=frozenset(a.id for a in story.articles),
                    statements=tuple(s for s in statements if s),
                    card=card,
                )
            )
        for item in issue.also:
            ids = frozenset(a.id for a in item.articles)
            found.append(Printed(issue.date, item.id, item.text, item.status, 1, ids, (item.text,)))
    return found


def matches(stories: Sequence[Story], old: Sequence[Printed]) -> dict[str, Printed]:
    """Return {story id: the latest printed story it continues}: by an article, or by its words."""
    if not old:
        return {}
    by_article: dict[str, Printed] = {}
    for one in reversed(old):
        by_article.update(dict.fromkeys(one.articles, one))
    found: dict[str, Printed] = {}
    rest: list[Story] = []
    for story in stories:
        known = [by_article[a.id] for a in story.articles if a.id in by_article]
        if known:
            found[story.id] = max(known, key=lambda p: (p.date, p.id))
        else:
            rest.append(story)
    found.update(_by_words(rest, old))
    return found


def _by_words(stories: Sequence[Story], old: Sequence[Printed]) -> dict[str, Printed]:
    today = [(s.articles[0].title, s.articles[0].text[: terms.LEAD]) for s in stories]
    vectors = terms.vectors([*today, *((p.headline, " ".join(p.statements)) for p in old)])
    new, past = vectors[: len(stories)], vectors[len(stories) :]
    found = {}
    for story, vector in zip(stories, new, strict=True):
        scored = [(linkage.dot(vector, v), -i) for i, v in enumerate(past)]
        best, place = max(scored)
        if best >= ALIKE:
            found[story.id] = old[-place]
    return found


def news(statements: Iterable[str], known: Sequence[str]) -> str:
    """Return the first statement that was not made before, or ""."""
    for statement in statements:
        if statement and all(wording.says_same(statement, k) < KNOWN for k in known):
            return statement
    return ""
