"""`briefing watch`: the ledger of open questions."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence

from briefing.cli.console import Console
from briefing.config import Config
from briefing.desk.desk import Desk
from briefing.errors import ConfigError
from briefing.models import Question, WatchState

_LIVE: tuple[WatchState, ...] = ("open", "answered")


def run(options: Namespace, settings: Config, console: Console) -> int:
    """List questions, or decide about one."""
    desk = Desk(settings, now=options.now)
    if options.what in ("list", "due"):
        states: Sequence[WatchState] = () if options.all or options.json else _LIVE
        return _show(desk.questions(states, due=options.what == "due"), options, console)
    if not options.id:
        raise ConfigError(
            f"watch {options.what} needs the id of a question", hint="see: briefing watch list"
        )
    return _show([desk.watch(options.what, options.id, options.value)], options, console)


def _show(questions: Sequence[Question], options: Namespace, console: Console) -> int:
    if options.json:
        console.envelope([public(q) for q in questions])
        return console.code()
    for question in questions:
        console.product(_line(question))
        answer, word = question.answer, ""
        while answer:
            said = f"{word}{answer.polarity}: {answer.sentence}".rstrip(": ")
            console.product(f"              {said} ({answer.article.title})")
            answer, word = answer.against, "before that "
    if not questions and options.what == "due":
        console.say("no question is due; see: briefing watch list")
    elif not questions:
        console.say("no open questions; briefing daily asks them")
    return console.code()


def _line(question: Question) -> str:
    by = f" (by {question.by})" if question.by else ""
    return f"{question.id}  {question.state:<9}  {question.question}{by}"


def public(question: Question) -> dict[str, object]:
    """Return a question in the shape of the contract."""
    article = question.article
    answer = question.answer
    return {
        "id": question.id,
        "question": question.question,
        "actor": question.actor,
        "event": question.event,
        "by": question.by,
        "state": question.state,
        "opened": question.opened,
        "article": {"id": article.id, "title": article.title, "url": article.url},
        "answer": None
        if answer is None
        else {
            "polarity": answer.polarity,
            "article": {
                "id": answer.article.id,
                "title": answer.article.title,
                "url": answer.article.url,
            },
            "sentence": answer.sentence,
        },
    }
