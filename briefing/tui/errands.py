"""Calls on the desk off the event loop, in threads that cannot hold the process at its end.

Textual's own thread workers run in an executor that Python joins on its way out, so that one
hanging fetch would keep a closed reader alive. An errand is an asynchronous worker (with group,
exclusiveness and cancelling as usual) that waits for a daemon thread. What a generator yields is
handed over in batches: a flood of events costs one repaint, not a thousand.
"""

from __future__ import annotations

import asyncio
import threading
import weakref
from collections import deque
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable
from concurrent.futures import Future
from contextlib import suppress
from typing import Any, TypeVar

from textual.dom import DOMNode
from textual.worker import Worker

from briefing import plain
from briefing.errors import BriefingError

T = TypeVar("T")
PAUSE = 0.04  # seconds between two batches of events
TOLD, FAILED = 4.0, 8.0  # seconds that what is said in passing, or that failed, stays


async def call(work: Callable[[], T], name: str = "errand") -> T:
    """Run `work` in a daemon thread and return what it returns, or raise what it raises."""
    loop = asyncio.get_running_loop()
    future: asyncio.Future[T] = loop.create_future()

    def settle(setter: Callable[[Any], None], value: object) -> None:
        if not future.done():
            setter(value)

    def run() -> None:
        try:
            result = work()
        except BaseException as error:
            _tell(loop, settle, future.set_exception, error)
        else:
            _tell(loop, settle, future.set_result, result)

    threading.Thread(target=run, name=name, daemon=True).start()
    return await future


def ahead(work: Callable[[], T], name: str = "errand") -> Future[T]:
    """Begin `work` in a daemon thread before there is a loop to wait in; return its promise."""
    promise: Future[T] = Future()

    def run() -> None:
        try:
            promise.set_result(work())
        except BaseException as error:
            promise.set_exception(error)

    threading.Thread(target=run, name=name, daemon=True).start()
    return promise


async def stream(
    work: Callable[[Callable[[], bool]], Iterable[T]], name: str = "errand"
) -> AsyncIterator[list[T]]:
    """Run a generator in a daemon thread and yield what it yields, in batches.

    `work` is given a function that says whether it was cancelled: it turns true when the
    consumer goes away. An error of the generator is raised after the last batch.
    """
    loop = asyncio.get_running_loop()
    gone = threading.Event()
    waiting: deque[T] = deque()
    news = asyncio.Event()
    ended: list[BaseException | None] = []

    def run() -> None:
        error: BaseException | None = None
        try:
            for item in work(gone.is_set):
                if gone.is_set():
                    return
                waiting.append(item)
                if len(waiting) == 1:
                    _tell(loop, news.set)
        except BaseException as raised:
            error = raised
        ended.append(error)
        _tell(loop, news.set)

    threading.Thread(target=run, name=name, daemon=True).start()
    try:
        while True:
            await news.wait()
            news.clear()
            over = bool(ended)
            batch = [waiting.popleft() for _ in range(len(waiting))]
            if batch:
                yield batch
            if over and not waiting:
                break
            await asyncio.sleep(0 if over else PAUSE)
            if waiting or ended:
                news.set()
        if ended[0] is not None:
            raise ended[0]
    finally:
        gone.set()


def _tell(loop: asyncio.AbstractEventLoop, *what: Any) -> None:
    """Hand something to the loop, which may have closed while the thread was busy."""
    with suppress(RuntimeError):
        loop.call_soon_threadsafe(*what)


class Errands(DOMNode):
    """Whoever sends errands: a room, or the app. Errors end here, as one line for the reader."""

    def errand(
        self,
        work: Coroutine[Any, Any, None],
        group: str,
        *,
        exclusive: bool = True,
        otherwise: Callable[[str], None] | None = None,
    ) -> Worker[None]:
        """Start something slow; in one group the newest wins.

        What goes wrong is said in passing, or to `otherwise`, which has a place for it.
        """
        failed = otherwise or self.failed

        async def guarded() -> None:
            try:
                await work
            except BriefingError as error:
                failed(error.line())
            except Exception as error:  # the outermost line of this face
                failed(f"That went wrong: {type(error).__name__}: {error}")

        worker: Worker[None] = self.run_worker(
            guarded, group=group, exclusive=exclusive, exit_on_error=False
        )
        # An errand that is cancelled before it began is closed like one that was carried out.
        weakref.finalize(worker, work.close)
        return worker

    async def ask(self, work: Callable[[], T]) -> T:
        """Call the desk in a thread and return its answer."""
        return await call(work)

    def stream(self, work: Callable[[Callable[[], bool]], Iterable[T]]) -> AsyncIterator[list[T]]:
        """Run a generator of the desk in a thread and hand over what it yields, in batches."""
        return stream(work)

    def tell(self, words: str) -> None:
        """Say something in passing."""
        self.app.notify(plain.line(words, 300), markup=False, timeout=TOLD)

    def failed(self, words: str) -> None:
        """Say that something could not be done."""
        self.app.notify(plain.line(words, 300), markup=False, severity="error", timeout=FAILED)
