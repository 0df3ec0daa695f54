"""Many addresses fetched at once, with few threads and good manners; answers in any order.

Work is handed out by host, so that no thread stands waiting for a host that is busy while
another could be asked. Answers wait in a short queue: who reads slowly slows the net down, and
memory stays flat.
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
_WAITING = 8  # answers read ahead
_PAUSE = 0.01  # seconds between two looks whether they were read


class Errand(NamedTuple, Generic[Item]):
    """One address to fetch, for `item`."""

    item: Item
    url: str
    seen: Seen | None = None
    trusted: bool = False


_Answers = queue.SimpleQueue[tuple[Errand[Item], Answered | Exception | None]]


class _Lanes(Generic[Item]):
    """The errands by host: each host has as many lanes as it may have connections."""

    def __init__(self, errands: Sequence[Errand[Item]], per_host: int) -> None:
        self._lock = threading.Lock()
        by_host: dict[str, deque[Errand[Item]]] = {}
        for errand in errands:
            by_host.setdefault(schedule.host(errand.url), deque()).append(errand)
        self._lanes: deque[deque[Errand[Item]]] = deque()
        for waiting in by_host.values():
            self._lanes.extend([waiting] * min(per_host, len(waiting)))
        self.width = len(self._lanes)

    def take(self) -> tuple[deque[Errand[Item]], Errand[Item]] | None:
        """Return a lane and its next errand; None when nothing is left to hand out."""
        with self._lock:
            while self._lanes:
                lane = self._lanes.popleft()
                if lane:
                    return lane, lane.popleft()
            return None

    def give_back(self, lane: deque[Errand[Item]]) -> None:
        with self._lock:
            self._lanes.append(lane)


def fetched(
    errands: Sequence[Errand[Item]],
    net: Net,
    *,
    connections: int,
    per_host: int,
    cancelled: Callable[[], bool],
    wanted: Callable[[str], bool] = lambda url: True,
) -> Iterator[tuple[Errand[Item], Answered | BriefingError | None]]:
    """Yield each errand with its answer, or with why there is none.

    `wanted` is asked, on another thread, before an address is fetched; None says it was not.
    """
    lanes = _Lanes(errands, per_host)
    if min(connections, lanes.width) <= 1:
        for errand in errands:
            if cancelled():
                return
            yield errand, _fetch(net, errand) if wanted(errand.url) else None
        return
    answers: _Answers[Item] = queue.SimpleQueue()
    stopped = threading.Event()

    def work() -> None:
        while not stopped.is_set() and (found := lanes.take()) is not None:
            lane, errand = found
            try:
                answer = _fetch(net, errand) if wanted(errand.url) else None
            except Exception as error:  # a fault of ours: raised where the answers are read
                answers.put((errand, error))
                return
            lanes.give_back(lane)
            answers.put((errand, answer))
            while answers.qsize() > _WAITING and not stopped.wait(_PAUSE):
                pass

    for n in range(min(connections, lanes.width)):
        threading.Thread(target=work, name=f"fetch-{n}", daemon=True).start()
    try:
        yield from _gathered(answers, len(errands), cancelled)
    finally:
        stopped.set()


def _gathered(
    answers: _Answers[Item], count: int, cancelled: Callable[[], bool]
) -> Iterator[tuple[Errand[Item], Answered | BriefingError | None]]:
    while count and not cancelled():
        try:
            errand, answer = answers.get(timeout=0.2)
        except queue.Empty:
            continue
        count -= 1
        if isinstance(answer, Exception) and not isinstance(answer, BriefingError):
            raise answer
        yield errand, answer


def _fetch(net: Net, errand: Errand[Item]) -> Answered | BriefingError:
    try:
        return net.get(errand.url, seen=errand.seen, trusted=errand.trusted)
    except BriefingError as error:
        return error
