"""Many cards at once, within the model's limits: each is kept as soon as it is done.

A run that is killed starts again where it was, because finished cards are found in the cache. A
server that is out of reach is not asked for every article in turn: after two failures of that kind
in a row, four useless replies, or one fault that no repetition cures, the rest is made offline.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from briefing.config import ModelConfig
from briefing.core.card import offline
from briefing.core.prompting import crosswire
from briefing.desk.events import Note, Progress
from briefing.errors import BriefingError, ModelError
from briefing.models import Article, Card

_TICK = 0.05
_PATIENCE = 4  # what failures in a row may weigh: two servers out of reach, four useless replies
_FINAL = ("auth", "quota", "budget", "model", "config")
_PASSING = ("network", "server", "deadline", "rate", "request")


class OneByOne(Protocol):
    """An editor that makes one card at a time."""

    @property
    def config(self) -> ModelConfig: ...

    def kept(self, article: Article) -> Card | None: ...

    def whole(
        self,
        article: Article,
        *,
        cancelled: Callable[[], bool],
        others: Mapping[str, set[str]] | None,
    ) -> tuple[Card, str]: ...


@dataclass
class _Run:
    """What the workers share: articles still to do, results, and whether the model is given up."""

    todo: queue.SimpleQueue[Article]
    done: queue.SimpleQueue[tuple[str, Card] | Exception] = field(default_factory=queue.SimpleQueue)
    given_up: str = ""
    failures: int = 0
    left: threading.Event = field(default_factory=threading.Event)
    lock: threading.Lock = field(default_factory=threading.Lock)


def run(
    editor: OneByOne, articles: Sequence[Article], cancelled: Callable[[], bool]
) -> Iterator[Progress | Note | tuple[str, Card]]:
    """Yield (id, card) as they are done, progress, and a note when the model is given up."""
    state = _Run(todo=queue.SimpleQueue())
    for article in articles:
        state.todo.put(article)
    bags = {a.title: crosswire.bag([a.title, a.text[:6000]]) for a in articles}
    workers = min(max(1, editor.config.concurrency), len(articles))
    for _ in range(workers):
        threading.Thread(target=_work, args=(editor, state, bags, cancelled), daemon=True).start()
    try:
        yield from _results(state, len(articles), cancelled)
    finally:
        state.left.set()


def _results(
    state: _Run, total: int, cancelled: Callable[[], bool]
) -> Iterator[Progress | Note | tuple[str, Card]]:
    finished, told = 0, False
    while finished < total and not cancelled():
        try:
            item = state.done.get(timeout=_TICK)
        except queue.Empty:
            continue
        finished += 1
        if isinstance(item, BriefingError):
            yield Note(text=item.line())
        elif isinstance(item, Exception):
            raise item
        else:
            yield item
        if state.given_up and not told:
            told = True
            yield Note(text=state.given_up)
        yield Progress(done=finished, total=total, what="cards")


def _work(
    editor: OneByOne,
    state: _Run,
    bags: dict[str, set[str]],
    cancelled: Callable[[], bool],
) -> None:
    def stopped() -> bool:
        return cancelled() or state.left.is_set()

    while not stopped():
        try:
            article = state.todo.get_nowait()
        except queue.Empty:
            return
        try:
            state.done.put((article.id, _one(editor, state, article, bags, stopped)))
        except BriefingError as error:
            if isinstance(error, ModelError) and error.kind == "cancelled":
                return
            state.done.put(error)
        except Exception as error:  # a fault of ours: raised where it can be seen, not lost here
            state.done.put(error)


def _one(
    editor: OneByOne,
    state: _Run,
    article: Article,
    bags: dict[str, set[str]],
    stopped: Callable[[], bool],
) -> Card:
    if state.given_up:
        kept = editor.kept(article)
        return kept or _without_model(article, state.given_up)
    others = {title: bag for title, bag in bags.items() if title != article.title}
    card, kind = editor.whole(article, cancelled=stopped, others=others)
    with state.lock:
        weight = 2 if kind in _PASSING else kind == "schema"
        state.failures = state.failures + weight if weight else 0
        if (kind in _FINAL or state.failures >= _PATIENCE) and not state.given_up:
            state.given_up = card.note or ""
    return card


def _without_model(article: Article, why: str) -> Card:
    return replace(offline.card(article), note=why)
