"""The ledger of open questions, kept: new articles are held against it, the editor decides.

Everything that thinks is in `core/day/ledger.py`; here questions are fetched and kept.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from briefing.core.day import ledger
from briefing.core.language import text as language
from briefing.desk.ports import Archive
from briefing.errors import BriefingError, ConfigError
from briefing.models import Answer, Article, ArticleRef, Polarity, Question, WatchState

_THROUGH = ("ledger", "through")
_REFUSED = "refused answer"
_LATE = datetime.timedelta(days=3)


def hold(
    archive: Archive, articles: Iterable[Article], live: Sequence[Question], *, now: str
) -> list[Question]:
    """Hold articles against open questions; keep and return those that seem answered."""
    if not live:
        return []
    refused = archive.memory.items(_REFUSED)
    answered: dict[str, Question] = {}
    for article in articles:
        asked = [q for q in live if q.id not in answered and f"{q.id} {article.id}" not in refused]
        for question in ledger.answer(asked, article, language.sentences(article.text), now=now):
            answered[question.id] = question
    if answered:
        archive.questions.save(answered.values())
    return list(answered.values())


def catch_up(archive: Archive, *, now: str) -> list[Question]:
    """Hold what came since the last time against all open questions; return those answered."""
    live = archive.questions.all(("open",))
    if not live:
        return []
    through = archive.memory.recall(*_THROUGH)
    # A clock that once ran ahead must not keep all articles until then from their questions.
    since = _days_before(min(through, now)) if through else min(_day(q) for q in live)
    changed = hold(archive, archive.articles.between(since, None), live, now=now)
    archive.memory.remember(*_THROUGH, now, now=now)
    return changed


def ask(archive: Archive, questions: Sequence[Question], *, now: str) -> None:
    """Take new questions into the ledger; those of a past day meet what was read since then."""
    known = {q.id: q for q in archive.questions.all()}
    merged = ledger.merge(list(known.values()), questions)
    new = [q for q in merged if known.get(q.id) != q]
    if not new:
        return
    archive.questions.save(new)
    since = min(_day(q) for q in new)
    if since < now[:10]:
        hold(archive, archive.articles.between(since, None), new, now=now)


def _day(question: Question) -> str:
    return (question.article.published or question.opened)[:10]


def _days_before(moment: str) -> str:
    """Return a date a little earlier: an article may reach us days after its own date."""
    return (datetime.date.fromisoformat(moment[:10]) - _LATE).isoformat()


def expire(archive: Archive, *, today: str) -> None:
    """Close the questions whose date is past."""
    archive.questions.save(ledger.expire(archive.questions.all(("open",)), today=today))


def find(archive: Archive, id: str) -> Question:
    """Return the question of an id or of the only id that begins so. Raises ConfigError."""
    if found := archive.questions.get(id):
        return found
    near = [q for q in archive.questions.all() if id and q.id.startswith(id)]
    if len(near) == 1:
        return near[0]
    raise ConfigError(
        f"{id!r} names {'several questions' if near else 'no question'}",
        hint="see: briefing watch list",
    )


def act(archive: Archive, what: str, id: str, value: str | None = None, *, now: str) -> Question:
    """Carry out what the editor decides: confirm, reject, answer, drop, snooze or edit.

    `value` is yes or no for answer, an ISO date for snooze, the new wording for edit.
    """
    question = find(archive, id)
    changed = _ACTS[what](question, value, now)
    if what == "reject" and question.answer:
        archive.memory.remember(
            _REFUSED, f"{question.id} {question.answer.article.id}", "rejected", now=now
        )
    archive.questions.save([changed])
    return changed


def _answer(question: Question, value: str | None, now: str) -> Question:
    given = value or (question.answer.polarity if question.answer else "")
    if given not in ("yes", "no"):
        raise ConfigError("an answer is yes or no", hint=f"briefing watch answer {question.id} yes")
    polarity: Polarity = "yes" if given == "yes" else "no"
    if question.answer is not None:
        return ledger.confirm(question, answer=replace(question.answer, polarity=polarity))
    by_hand = Answer(
        polarity=polarity,
        article=ArticleRef(id="", title="answered by the editor", published=now[:10]),
        sentence="",
    )
    return ledger.confirm(question, answer=by_hand)


def _confirm(question: Question, value: str | None, now: str) -> Question:
    if question.answer is None:
        raise BriefingError(
            "there is no answer to confirm", hint=f"briefing watch answer {question.id} yes"
        )
    return ledger.confirm(question)


def _snooze(question: Question, value: str | None, now: str) -> Question:
    try:
        until = datetime.date.fromisoformat(value or "")
    except ValueError:
        until = datetime.date.fromisoformat(now[:10]) + datetime.timedelta(days=30)
        if value:
            raise ConfigError(f"{value!r} is not a date", hint="write it as 2018-01-26") from None
    return ledger.snooze(question, until.isoformat())


_ACTS: dict[str, Callable[[Question, str | None, str], Question]] = {
    "confirm": _confirm,
    "reject": lambda question, value, now: ledger.reject(question),
    "answer": _answer,
    "drop": lambda question, value, now: ledger.drop(question),
    "snooze": _snooze,
    "edit": lambda question, value, now: ledger.edit(question, text=value or None),
}


def listed(
    archive: Archive, *, states: Sequence[WatchState] = (), today: str, due: bool = False
) -> list[Question]:
    """Return questions, soonest date first; `due` are the open ones of the next seven days."""
    questions = archive.questions.all(tuple(states))
    if due:
        watch = ledger.watchlist(questions, today=today, since=today)
        questions = [*watch.overdue, *watch.due]
    return sorted(questions, key=lambda q: (q.by or "9999", q.id))
