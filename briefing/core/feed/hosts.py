"""Hosts that ask for time: is it one address that is busy, or the whole server?

One busy address among others that answer is its own affair (the feed itself waits as long as it
was told). Where nothing else answers, or several are refused, the server is left alone.
"""

from __future__ import annotations

from collections import Counter

SEVERAL = 3
"""Refusals by one host after which the rest of its feeds are not asked in this run; silent hosts
from which on the fault is here."""


class Hosts:
    """What the hosts of one run answered."""

    def __init__(self) -> None:
        self._busy: Counter[str] = Counter()
        self._until: dict[str, str] = {}
        self._feeds: dict[str, str] = {}
        self._fine: set[str] = set()
        self._silent: set[str] = set()

    def answered(self, host: str) -> None:
        """Note that a host answered as it should."""
        self._fine.add(host)

    def unreached(self, host: str) -> None:
        """Note that a host gave no answer at all."""
        self._silent.add(host)

    def offline(self) -> bool:
        """Say whether it is this machine that has no way out: several hosts, and not one answer."""
        return len(self._silent) >= SEVERAL and not self._fine and not self._busy

    def refused(self, host: str, feed: str, until: str) -> None:
        """Note that a host asked to be left alone until a stamp when a feed was asked for."""
        self._busy[host] += 1
        self._until[host] = max(until, self._until.get(host, ""))
        self._feeds[feed] = until

    def may_be_asked(self, host: str) -> bool:
        """Say whether the next feed of a host may be asked in this run."""
        return self._busy[host] < SEVERAL

    def waits(self) -> dict[str, str]:
        """Return {host or feed: stamp} of those to be left alone by the next runs too."""
        return self._feeds | {
            host: until
            for host, until in self._until.items()
            if host not in self._fine or not self.may_be_asked(host)
        }
