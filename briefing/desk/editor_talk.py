"""A conversation with a model: down the ladder until a reply can be read, every token counted.

A refused form costs one call and is remembered; a reply that cannot be read is sent back once with
its fault quoted, then the next rung is tried; what no rung cures is a ModelError.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Generator
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from briefing.config import ModelConfig
from briefing.core.prompting import labelled, messages, salvage, tokens, validate
from briefing.core.prompting.forms import Form
from briefing.core.prompting.messages import Message, Shape
from briefing.core.prompting.tokens import Spent
from briefing.desk.editor_budget import Budget
from briefing.errors import ModelError
from briefing.io.llm import abilities
from briefing.io.llm.client import Call, Model, Reply
from briefing.models import Usage

T = TypeVar("T")
Judge = Callable[[dict[str, Any]], None]
_DESCENT_BY_CONTENT = {"json_schema": "json_object", "json_object_schema": "prompt"}
_LEARNED_AFTER = 2  # unreadable replies on a rung before a lower one is taken first


@dataclass
class Tally:
    """The tokens one piece of work has used so far."""

    spent: Spent = field(default_factory=Spent)

    @property
    def usage(self) -> Usage:
        """Return it as a card prints it."""
        return Usage(input_tokens=self.spent.input, output_tokens=self.spent.output)


@dataclass(frozen=True)
class Job:
    """One piece of work: its end (monotonic), whether to stream, what it used, its fence mark."""

    until: float
    cancelled: Callable[[], bool]
    stream: bool = False
    tally: Tally = field(default_factory=Tally)
    mark: str = field(default_factory=lambda: secrets.token_hex(4))


@dataclass(frozen=True)
class Question:
    """What is asked: the form of the reply, the prompt text, the source, how to judge a reply."""

    form: Form
    prompt: str
    source: Message
    judge: Judge
    follow_up: str


@dataclass(frozen=True)
class Answer:
    """A reply that was read: its data, and the conversation so far for a follow-up."""

    data: dict[str, Any]
    text: str
    rung: str
    messages: tuple[Message, ...]


class Talk:
    """Conversations with one model within one budget."""

    def __init__(self, model: Model, budget: Budget, config: ModelConfig) -> None:
        self.model, self._budget, self._config = model, budget, config

    def ask(self, question: Question, job: Job) -> Generator[str, None, Answer]:
        """Yield the text so far while it streams; return the reply that could be read.

        Raises ModelError.
        """
        first = self.model.abilities.rung
        rung: str | None = first
        by_content, fault = False, ""  # the first fault says most: lower rungs ask for less
        while rung is not None:
            try:
                answer = yield from self._on(rung, question, job)
            except ModelError as error:
                if error.kind == "format":
                    rung = self._refused(rung)
                elif error.kind == "schema":
                    rung, by_content = _next(rung, by_content=True), True
                else:
                    raise
                fault = fault or str(error)
                continue
            self._learn(first, rung, by_content)
            return answer
        raise ModelError(f"no reply of the model could be used: {fault}", kind="schema")

    def follow(
        self, answer: Answer, question: Question, more: list[Message], job: Job
    ) -> Answer | None:
        """Ask once more behind an answer; None when the reply cannot be read. Raises ModelError."""
        sent = [*answer.messages, *more]
        text = drained(self._call(sent, answer.rung, question.form, job))
        try:
            return Answer(_read(question, answer.rung, text), text, answer.rung, tuple(sent))
        except ValueError:
            return None

    # ------------------------------------------------------------------ one rung

    def _on(self, rung: str, question: Question, job: Job) -> Generator[str, None, Answer]:
        shape = _shape(rung)
        sent = [
            messages.instructions(question.form, shape, question.prompt, self._config.language),
            question.source,
        ]
        asked, longer = list(sent), 1
        fault = ModelError("", kind="schema")
        for _round in range(2):
            text = ""
            try:
                text = yield from self._call(asked, rung, question.form, job, longer)
                return Answer(_read(question, rung, text), text, rung, tuple(sent))
            except ValueError as error:
                fault = ModelError(str(error), kind="schema")
            except ModelError as error:
                if error.kind == "length" and longer == 1:
                    longer = 2
                    continue
                if error.kind != "schema":
                    raise
                fault = error
            asked = [
                *sent,
                *messages.unread(text, str(fault), question.form, shape, question.follow_up),
            ]
        raise fault

    def _call(
        self, sent: list[Message], rung: str, form: Form, job: Job, longer: int = 1
    ) -> Generator[str, None, str]:
        own = tokens.of_messages(sent)
        room = self._config.max_output_tokens * longer
        most = Spent(tokens.of_messages(sent, upper=True), room, 1)
        self._budget.reserve(most)
        used, last = Spent(own, 0, 1), ""
        try:
            call = Call(sent, rung, form.name, form.schema, room, job.stream)
            for item in self.model.ask(call, until=job.until, cancelled=job.cancelled):
                if isinstance(item, Reply):
                    used = Spent(
                        item.input_tokens or own,
                        item.output_tokens or tokens.likely(item.text),
                        1,
                    )
                    self._whole(item.input_tokens, own)
                    return item.text
                last = item
                yield item
        except ModelError as error:
            if error.kind in _FREE:
                used = Spent(0, 0, 1)
            elif not used.output:
                cut = error.kind == "length"  # then it has used all it was given
                used = replace(used, output=room if cut else tokens.likely(last))
            raise
        finally:
            self._budget.settle(most, used)
            job.tally.spent = job.tally.spent.plus(used)
        raise ModelError("the model's server sent no reply", kind="network")

    def _whole(self, reported: int, own: int) -> None:
        """Raise ModelError (context) when the server read only a part of the prompt."""
        ratio = self.model.abilities.ratio or None
        if tokens.was_cut(reported, own, ratio):
            self.model.learn(lambda a: replace(a, context=reported))
            raise ModelError(
                f"the server read only {reported:,} of about {own:,} tokens of the prompt",
                kind="context",
                hint="give the server a longer context (num_ctx, -c, n_ctx)",
            )
        self.model.learn(lambda a: a.counted(reported, own))

    # ------------------------------------------------------------------ what is remembered

    def _refused(self, rung: str) -> str | None:
        below = _next(rung, by_content=False)
        if below is not None:
            self.model.learn(lambda a: replace(a, rung=below, failures=0))
        return below

    def _learn(self, first: str, rung: str, by_content: bool) -> None:
        """Take a lower rung first from now on once it has helped out often enough."""
        if not by_content:
            self.model.learn(lambda a: replace(a, failures=0) if a.rung == rung else a)
            return
        failures = self.model.abilities.failures + 1
        if failures >= _LEARNED_AFTER:
            self.model.learn(lambda a: replace(a, rung=rung, failures=0))
        else:
            self.model.learn(lambda a: replace(a, failures=failures))


_FREE = ("auth", "quota", "rate", "context", "model", "request", "format", "budget", "server")


def _next(rung: str, *, by_content: bool) -> str | None:
    """Return the rung below; a reply that broke a schema is not asked for under the same schema."""
    if by_content and rung in _DESCENT_BY_CONTENT:
        return _DESCENT_BY_CONTENT[rung]
    rest = abilities.below(rung)[1:]
    return rest[0] if rest else None


def _shape(rung: str) -> Shape:
    return "lines" if rung == "lines" else "json"


def _read(question: Question, rung: str, text: str) -> dict[str, Any]:
    """Return a reply's data, read and judged. Raises ValueError with what to tell the model."""
    if _shape(rung) == "lines":
        raw: Any = labelled.read(question.form, text)
    else:
        raw = salvage.json_object(text)
    data = validate.reply(question.form, raw)
    question.judge(data)
    return data


def drained(parts: Generator[str, None, T]) -> T:
    """Return what a generator returns, letting pass what it yields."""
    while True:
        try:
            next(parts)
        except StopIteration as done:
            result: T = done.value
            return result


def anything(_data: dict[str, Any]) -> None:
    """Judge nothing: any reply of the right form will do."""


def in_time(seconds: float) -> float:
    """Return the monotonic moment that is so many seconds from now."""
    return time.monotonic() + seconds
