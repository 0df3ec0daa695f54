"""So many calls at once, so many a minute, and nobody while a server asks for quiet."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable

from briefing.errors import ModelError
from briefing.io.llm.faults import fault

_TICK = 0.05


class Pace:
    """Shared by all calls of a run."""

    def __init__(self, at_once: int, per_minute: int) -> None:
        self._at_once, self._per_minute = max(1, at_once), per_minute
        self._lock = threading.Lock()
        self._busy = 0
        self._begun: deque[float] = deque()
        self._quiet_until = 0.0

    def enter(self, until: float, cancelled: Callable[[], bool]) -> None:
        """Wait for a turn. Raises ModelError (cancelled, rate) when none comes by `until`."""
        while not self._try():
            pause(_TICK, cancelled)
            if time.monotonic() >= until:
                raise fault("rate", "no turn came within the deadline (concurrency or rate limit)")

    def leave(self) -> None:
        """Give the turn back."""
        with self._lock:
            self._busy -= 1

    def quiet(self, seconds: float) -> None:
        """Let nobody begin for a while, as a server asked."""
        with self._lock:
            self._quiet_until = max(self._quiet_until, time.monotonic() + seconds)

    def _try(self) -> bool:
        with self._lock:
            now = time.monotonic()
            while self._begun and now - self._begun[0] >= 60:
                self._begun.popleft()
            full = self._per_minute and len(self._begun) >= self._per_minute
            if self._busy >= self._at_once or full or now < self._quiet_until:
                return False
            self._busy += 1
            self._begun.append(now)
            return True


def pause(seconds: float, cancelled: Callable[[], bool]) -> None:
    """Sleep in short steps. Raises ModelError (cancelled) as soon as the caller gives up."""
    end = time.monotonic() + seconds
    while True:
        if cancelled():
            raise ModelError("cancelled", kind="cancelled")
        left = end - time.monotonic()
        if left <= 0:
            return
        time.sleep(min(_TICK, left))
