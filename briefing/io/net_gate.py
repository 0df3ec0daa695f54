"""At most so many connections at once, and so many to one host."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager


class Gate:
    """Threads wait here until they may ask a host."""

    def __init__(self, in_all: int, per_host: int) -> None:
        self._in_all, self._per_host = max(1, in_all), max(1, per_host)
        self._inside: Counter[str] = Counter()
        self._free = threading.Condition()

    @contextmanager
    def passed(self, host: str) -> Iterator[None]:
        """Hold one of the host's connections for the length of the block."""
        with self._free:
            self._free.wait_for(lambda: self._may_pass(host))
            self._inside[host] += 1
        try:
            yield
        finally:
            with self._free:
                self._inside[host] -= 1
                if not self._inside[host]:
                    del self._inside[host]
                self._free.notify_all()

    def _may_pass(self, host: str) -> bool:
        return self._inside[host] < self._per_host and self._inside.total() < self._in_all
