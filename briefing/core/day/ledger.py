"""The ledger of open questions: opened by a card, answered by later articles, closed by the editor.

Pure: takes questions and returns questions. An answer is proposed here; only the editor confirms.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Sequence
from dataclasses import replace

from briefing.core.day import ledger_actor as actors
from briefing.core.day import ledger_evidence as evidence
from briefing.core.language import text as words_of
from briefing.models import Answer, Article, ArticleRef, Card, Question, WatchList

_WEEK = datetime.timedelta(days=7)
_DEFAULT_HORIZON = 180
_SECOND_THOUGHTS = 120  # days in which an answer that nobody confirmed can be contradicted
_NEW_SHOWN = 5


def questions_of(card: Card, ref: ArticleRef, *, opened: str) -> tuple[Question, ...]:
    """Return the ledger's questions for a card; `opened` is an ISO date, `by` counts from it."""
    return tuple(
        Question(
            id=_identity(w.actor, w.event, w.object or w.question),
            question=w.question,
            actor=w.actor,
            event=w.event,
            article=ref,
            opened=opened,
            by=w.by or _after(opened, w.horizon_days or _DEFAULT_HORIZON),
            object=w.object,
            yes_if=w.yes_if,
            no_if=w.no_if,
            sentence=" ".join(card.sentences[i] for i in w.evidence[:1] if i < len(card.sentences)),
        )
        for w in card.watch
    )


def _identity(actor: str, event: str, what: str) -> str:
    stems = sorted(set(words_of.content_words(what)))
    seed = "|".join((" ".join(words_of.words(actor)), event, " ".join(stems)))
    return hashlib.sha256(seed.encode()).hexdigest()[:12]


def _after(day: str, days: int) -> str:
    return (datetime.date.fromisoformat(day[:10]) + datetime.timedelta(days=days)).isoformat()


def merge(known: Sequence[Question], new: Sequence[Question]) -> list[Question]:
    """Return the known questions with those of `new` that ask something else.

    A question already known, whatever its state, is not asked again; one that expired is opened
    again when it is asked later than it expired.
    """
    out = list(known)
    by_actor: dict[str, list[int]] = {}
    for i, question in enumerate(out):
        for key in actors.keys_of(question.actor):
            by_actor.setdefault(key, []).append(i)
    for question in new:
        keys = actors.keys_of(question.actor)
        near = {i for key in keys for i in by_actor.get(key, ())}
        same = [i for i in sorted(near) if out[i].id == question.id or _same(out[i], question)]
        if not same:
            for key in keys:
                by_actor.setdefault(key, []).append(len(out))
            out.append(question)
        elif out[same[0]].state == "expired" and question.opened > (out[same[0]].by or ""):
            out[same[0]] = question
    return out


def _same(a: Question, b: Question) -> bool:
    if a.event != b.event:
        return False
    left = set(words_of.content_words(a.object or a.question)) - actors.stems_of(a.actor)
    right = set(words_of.content_words(b.object or b.question)) - actors.stems_of(b.actor)
    if not left or not right:
        return left == right
    shared = len(left & right)
    return shared >= 0.5 * len(left | right) or (
        shared >= 2 and shared >= 0.75 * min(len(left), len(right))
    )


def answer(
    questions: Sequence[Question], article: Article, sentences: Sequence[str], *, now: str
) -> list[Question]:
    """Hold an article against the questions; return those it seems to answer, changed.

    `now` (ISO) stands for the article's date when it has none. An article answers only questions
    opened by an earlier one. What is answered but not confirmed stays open to better evidence: a
    later article that says the contrary takes the place of the answer and names it (`against`).
    """
    date = article.published or now
    live = [
        q for q in questions
        if q.article.id != article.id and _later(date, q) and _listens(q, article.id, date)
    ]  # fmt: skip
    if not live:
        return []
    reading = evidence.read(article, sentences, date=date)
    ref = ArticleRef(
        id=article.id,
        title=article.title,
        url=article.url,
        site=article.site,
        published=article.published,
    )
    changed = []
    for question in live:
        if found := evidence.verdict(question, reading):
            polarity, sentence = found
            before = question.answer
            if before is not None and before.polarity == polarity:
                continue
            given = Answer(polarity=polarity, article=ref, sentence=sentence, against=before)
            changed.append(replace(question, state="answered", answer=given))
    return changed


def _listens(question: Question, article: str, date: str) -> bool:
    """Say whether an article of a date may still change what a question is thought to be."""
    if question.state != "answered" or question.answer is None:
        return question.state == "open"
    told = question.answer.article
    start = (told.published or date)[:10]
    return told.id != article and start <= date[:10] <= _after(start, _SECOND_THOUGHTS)


def _later(date: str, question: Question) -> bool:
    start = question.article.published or question.opened
    if len(date) > 10 and len(start) > 10 and date[:10] == start[:10]:
        return date > start
    return date[:10] > start[:10]


def expire(questions: Sequence[Question], *, today: str) -> list[Question]:
    """Return the open questions whose date is past, changed to expired."""
    return [
        replace(q, state="expired")
        for q in questions
        if q.state == "open" and q.by and q.by < today[:10]
    ]


def as_of(questions: Sequence[Question], date: str) -> list[Question]:
    """Return the questions as they stood at the end of a day (ISO date), so that a past briefing
    can be written again: later ones are unknown, later answers not given yet."""
    day = date[:10]
    return [_stood(q, day) for q in questions if q.opened[:10] <= day]


def _stood(question: Question, day: str) -> Question:
    if question.answer and _answer_day(question) > day:
        known = question.answer.against
        while known is not None and (known.article.published or "")[:10] > day:
            known = known.against
        return replace(question, state="answered" if known else "open", answer=known)
    if question.state == "expired" and (question.by or "") >= day:
        return replace(question, state="open", answer=None)
    return question


def watchlist(
    questions: Sequence[Question], *, today: str, since: str, told: Sequence[Question] = ()
) -> WatchList:
    """Return the watchlist of an issue: answered and new since `since`, due in 7 days, overdue.

    A new question that is due in 7 days stands there alone, not twice.
    `today` and `since` are ISO dates; a snoozed question stays away until its day, an answer that
    an earlier issue has `told` for good.
    """
    day = today[:10]
    week = (datetime.date.fromisoformat(day) + _WEEK).isoformat()
    awake = [q for q in questions if not q.snoozed_until or q.snoozed_until <= day]
    waiting = sorted((q for q in awake if q.state == "open"), key=lambda q: (q.by or "9999", q.id))
    known = {(q.id, q.answer.article.id) for q in told if q.answer}
    answered = [
        q for q in awake
        if q.state == "answered" and q.answer and _is_fresh(q, since)
        and (q.id, q.answer.article.id) not in known
    ]  # fmt: skip
    new = [q for q in waiting if since[:10] <= q.opened[:10] <= day and (q.by or "9999") > week]
    return WatchList(
        answered=tuple(sorted(answered, key=lambda q: (_answer_day(q), q.id), reverse=True)),
        due=tuple(q for q in waiting if q.by and day <= q.by <= week),
        new=tuple(sorted(new, key=lambda q: q.opened, reverse=True)[:_NEW_SHOWN]),
        overdue=tuple(q for q in awake if q.by and q.by < day and q.state in ("open", "expired")),
    )


def _answer_day(question: Question) -> str:
    return (question.answer.article.published or "")[:10] if question.answer else ""


def _is_fresh(question: Question, since: str) -> bool:
    day = _answer_day(question)
    return not day or day >= since[:10]


# ------------------------------------------------------------------ what the editor decides


def confirm(question: Question, *, answer: Answer | None = None) -> Question:
    """Return the question confirmed, with the proposed answer or the editor's own."""
    return replace(question, state="confirmed", answer=answer or question.answer)


def reject(question: Question) -> Question:
    """Return the question open again, the proposed answer refused."""
    return replace(question, state="open", answer=None)


def drop(question: Question) -> Question:
    """Return the question dropped; it is not asked again."""
    return replace(question, state="dropped")


def snooze(question: Question, until: str) -> Question:
    """Return the question out of sight until an ISO date."""
    return replace(question, snoozed_until=until[:10])


def edit(question: Question, *, text: str | None = None, by: str | None = None) -> Question:
    """Return the question with other words or another date; its id and history stay."""
    return replace(question, question=text or question.question, by=by[:10] if by else question.by)
