"""Many addresses fetched at once, with few threads and good manners; answers in any order.

Work is handed out by host, so that no thread stands waiting for a host that is busy while
another could be asked. A few answers are fetched ahead of who reads them, and no more: who reads
slowly slows the net down, and memory stays flat.
"""

from __future__ import annotations

import queue
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from briefing.core.feed import schedule
from briefing.desk.ports import Net
from briefing.errors import BriefingError
from briefing.models import Answered, Seen

Item = TypeVar("Item")
_AHEAD = 24  # answers that may wait to be read
_Answer = Answered | BriefingError | None


class Errand(NamedTuple, Generic[Item]):
    """One address to fetch, for `item`."""

    item: Item
    url: str
    seen: Seen | None = None
    trusted: bool = False


_Lane = deque[Errand[Item]]
_Answers = queue.SimpleQueue[tuple[Errand[Item], Answered | Exception | None, "_Lane[Item] | None"]]


class _Lanes(Generic[Item]):
    """The errands by host: each host has as many lanes as it may have connections."""

    def __init__(self, errands: Sequence[Errand[Item]], per_host: int) -> None:
        self._changed = threading.Condition()
        self._out = 0
        by_host: dict[str, deque[Errand[Item]]] = {}
        for errand in errands:
            by_host.setdefault(schedule.host(errand.url), deque()).append(errand)
        self._lanes: deque[deque[Errand[Item]]] = deque()
        for waiting in by_host.values():
            self._lanes.extend([waiting] * min(per_host, len(waiting)))
        self.width = len(self._lanes)

    def take(self) -> tuple[deque[Errand[Item]], Errand[Item]] | None:
        """Return a lane and its next errand; None when nothing is left to hand out."""
        with self._changed:
            while self._lanes or self._out:
                while self._lanes:
                    lane = self._lanes.popleft()
                    if lane:
                        self._out += 1
                        return lane, lane.popleft()
                if self._out:
                    self._changed.wait()
            return None

    def give_back(self, lane: deque[Errand[Item]]) -> None:
        """Take a lane back, for whoever asks next."""
        with self._changed:
            self._out -= 1
            self._lanes.append(lane)
            self._changed.notify_all()

    def close(self) -> None:
        """Send everybody home who waits for a lane."""
        with self._changed:
            self._lanes.clear()
            self._out = 0
            self._changed.notify_all()


def fetched(
    errands: Sequence[Errand[Item]],
    net: Net,
    *,
    connections: int,
    per_host: int,
    cancelled: Callable[[], bool],
) -> Iterator[tuple[Errand[Item], _Answer]]:
    """Yield each errand with its answer, or with why there is none."""
    for ready in gathered(
        errands, net, connections=connections, per_host=per_host, cancelled=cancelled
    ):
        yield from ready


def gathered(
    errands: Sequence[Errand[Item]],
    net: Net,
    *,
    connections: int,
    per_host: int,
    cancelled: Callable[[], bool],
    wanted: Callable[[str], bool] = lambda url: True,
    heard: Callable[[str, Answered | BriefingError], None] = lambda url, answer: None,
) -> Iterator[list[tuple[Errand[Item], _Answer]]]:
    """Yield errands with their answers, or with why there is none: all that are there at a time.

    `wanted` is asked, on another thread, before an address is fetched; None says it was not.
    `heard` is told there of each answer before the next of its host is fetched.
    """

    def ask(errand: Errand[Item]) -> _Answer:
        if not wanted(errand.url):
            return None
        answer = _fetch(net, errand)
        heard(errand.url, answer)
        return answer

    lanes = _Lanes(errands, per_host)
    if min(connections, lanes.width) <= 1:
        for errand in errands:
            if cancelled():
                return
            yield [(errand, ask(errand))]
        return
    answers: _Answers[Item] = queue.SimpleQueue()
    stopped = threading.Event()
    threads = min(connections, lanes.width)
    room = threading.Semaphore(_AHEAD + threads)

    def work() -> None:
        while room.acquire() and not stopped.is_set() and (found := lanes.take()) is not None:
            lane, errand = found
            try:
                answer = ask(errand)
            except Exception as error:  # a fault of ours: raised where the answers are read
                answers.put((errand, error, None))
                return
            # A host that refused is asked again only when its refusal has been read.
            refused = lane if isinstance(answer, BriefingError) else None
            answers.put((errand, answer, refused))
            if refused is None:
                lanes.give_back(lane)

    for n in range(threads):
        threading.Thread(target=work, name=f"fetch-{n}", daemon=True).start()
    try:
        yield from _gathered(answers, len(errands), cancelled, room, lanes)
    finally:
        stopped.set()
        lanes.close()
        room.release(threads)


def _gathered(
    answers: _Answers[Item],
    count: int,
    cancelled: Callable[[], bool],
    room: threading.Semaphore,
    lanes: _Lanes[Item],
) -> Iterator[list[tuple[Errand[Item], _Answer]]]:
    while count and not cancelled():
        ready: list[tuple[Errand[Item], _Answer]] = []
        refused: list[_Lane[Item]] = []
        while True:
            try:
                errand, answer, lane = answers.get(timeout=0.0 if ready else 0.2)
            except queue.Empty:
                break
            room.release()
            if isinstance(answer, Exception) and not isinstance(answer, BriefingError):
                raise answer
            ready.append((errand, answer))
            if lane is not None:
                refused.append(lane)
        count -= len(ready)
        if ready:
            yield ready
        for lane in refused:
            lanes.give_back(lane)


def _fetch(net: Net, errand: Errand[Item]) -> Answered | BriefingError:
    try:
        return net.get(errand.url, seen=errand.seen, trusted=errand.trusted)
    except BriefingError as error:
        return error
