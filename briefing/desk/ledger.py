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

_REFUSED = "refused answer"


def hold(
    archive: Archive, articles: Iterable[Article], live: Sequence[Question], *, now: str
) -> list[Question]:
    """Hold articles against live questions; keep and return those that seem answered, or
    answered otherwise than before."""
    if not live:
        return []
    refused = archive.memory.items(_REFUSED)
    known = {q.id: q for q in live}
    answered: dict[str, Question] = {}
    for article in articles:
        asked = [q for q in known.values() if _refusal(q.id, article.id) not in refused]
        for question in ledger.answer(asked, article, language.sentences(article.text), now=now):
            known[question.id] = answered[question.id] = question
    if answered:
        archive.questions.save(answered.values())
    return list(answered.values())


def catch_up(archive: Archive, *, now: str) -> list[Question]:
    """Hold what came since the last time against all live questions; return those answered."""
    live = archive.questions.all(("open", "answered"))
    if not live:
        return []
    waiting = archive.articles.unheld()
    changed = hold(archive, waiting, live, now=now)
    if waiting:
        archive.articles.held(article.id for article in waiting)
    return changed


def ask(archive: Archive, questions: Sequence[Question], *, now: str) -> None:
    """Take new questions into the ledger; they meet what was published since their own day."""
    known = {q.id: q for q in archive.questions.all()}
    merged = ledger.merge(list(known.values()), questions)
    new = [q for q in merged if known.get(q.id) != q]
    if new:
        with archive.together():  # a question that was kept is not asked again, nor looked back for
            archive.questions.save(new)
            _look_back(archive, new, now)


def _look_back(archive: Archive, questions: Sequence[Question], now: str) -> list[Question]:
    """Hold open questions against all that was published since they were asked."""
    since = min((q.article.published or q.opened)[:10] for q in questions)
    return hold(archive, archive.articles.between(since, None), questions, now=now)


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
            _REFUSED, _refusal(question.id, question.answer.article.id), "rejected", now=now
        )
    archive.questions.change(changed)
    again = _look_back(archive, [changed], now) if what in ("reject", "edit") else []
    return again[0] if again else changed


def _refusal(question: str, article: str) -> str:
    return f"{question} {article}"


def unrefuse(archive: Archive, ids: Iterable[str]) -> None:
    """Let the answers count again that questions got back when a rejection was taken back."""
    for question in filter(None, map(archive.questions.get, ids)):
        if question.answer:
            archive.memory.forget(_REFUSED, _refusal(question.id, question.answer.article.id))


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
