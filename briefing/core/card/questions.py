"""What to watch: up to five questions an article leaves open, each from one of its sentences.

Writes English only; an article in another language gets none rather than a mixture.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from briefing.core.card.asking import cast as cast_of
from briefing.core.card.asking import draft as drafts
from briefing.core.card.asking import events, triggers, wording
from briefing.core.card.asking.cast import Cast
from briefing.core.card.asking.draft import Draft
from briefing.core.language import text as words_of
from briefing.models import Article, Watch

_MOST_SENTENCES = 120
_LONGEST = 600


def watch(
    article: Article, sentences: Sequence[str], *, today: str | None = None, limit: int = 5
) -> tuple[Watch, ...]:
    """Return 0 to `limit` watch questions, the most consequential first.

    `today` is an ISO date used where the article has no date; evidence indexes `sentences`.
    """
    if (article.language or words_of.language(article.text) or "en")[:2] != "en":
        return ()
    rows = [s if len(s) <= _LONGEST else "" for s in sentences[:_MOST_SENTENCES]]
    cast = cast_of.of(article.title, rows)
    found = sorted(_drafts(cast, rows), key=lambda d: (-_weight(d, cast, rows), d.sentence))
    return _choose(found, cast, rows, article.published or today, limit)


def _drafts(cast: Cast, rows: Sequence[str]) -> list[Draft]:
    out = []
    for i, row in enumerate(cast.tokens):
        if "?" in rows[i]:
            continue
        for trigger in triggers.find(row):
            if draft := drafts.fill(cast, i, trigger):
                out.append(draft)
    return out


_STRENGTH = {
    "will": 1.0, "would": 0.7, "may": 0.8, "plan": 1.3, "due": 1.3, "expected": 1.0,
    "agreed": 1.1, "consider": 1.5, "noun": 1.2,
}  # fmt: skip


def _weight(draft: Draft, cast: Cast, rows: Sequence[str]) -> float:
    weight = events.CONSEQUENCE[draft.event] + _STRENGTH[draft.kind]
    weight += min(cast.salient(draft.subject), 8) * 0.15
    weight += 0.6 if re.search(r"\d", draft.rest) else 0.0
    weight += 0.3 if re.search(r"[A-Z]", draft.rest) else 0.0
    weight -= 0.02 * draft.sentence
    return weight


def _choose(
    found: Sequence[Draft], cast: Cast, rows: Sequence[str], start: str | None, limit: int
) -> tuple[Watch, ...]:
    asked: list[Watch] = []
    taken: list[set[str]] = []
    own = [set(words_of.content_words(s)) for s in rows if "?" in s]
    for draft in found:
        if len(asked) == limit:
            break
        used = [w.question.split()[0] for w in asked]
        text = wording.question(draft, used)
        bag = set(words_of.content_words(text))
        if len(text.split()) > 20 or len(text.split()) < 5 or not _names_someone(text, cast):
            continue
        if any(_alike(bag, other) for other in taken) or any(_near(bag, q) for q in own):
            continue
        taken.append(bag)
        asked.append(_watch(draft, text, start))
    return tuple(asked)


def _names_someone(text: str, cast: Cast) -> bool:
    return any(cast.weight[cast_of.strip(w)] for w in text.split()[1:])


def _alike(a: set[str], b: set[str]) -> bool:
    return len(a & b) >= 0.45 * len(a | b)


def _near(a: set[str], b: set[str]) -> bool:
    return bool(a) and len(a & b) >= 0.6 * min(len(a), len(b)) and len(b) > 2


def _watch(draft: Draft, text: str, start: str | None) -> Watch:
    days = events.HORIZON[draft.event]
    by = None
    if start:
        by = (datetime.date.fromisoformat(start[:10]) + datetime.timedelta(days=days)).isoformat()
    return Watch(
        question=text,
        actor=draft.actor or draft.subject,
        event=draft.event,
        by=by,
        horizon_days=None if by else days,
        yes_if=events.YES[draft.event].format(s=draft.actor or draft.subject),
        no_if=events.NO[draft.event],
        object=draft.rest,
        evidence=(draft.sentence,),
    )
