"""How a feed is, in words: well, waiting, failing, gone, moved; and how much it brings."""

from __future__ import annotations

from typing import Literal, NamedTuple

from briefing import plain
from briefing.models import Feed

State = Literal["well", "new", "failing", "muted", "moving"]


class Health(NamedTuple):
    """A feed's state, with the reason in words, when it last answered and is asked next (UTC
    stamps), the address it moves to, and its articles a week."""

    url: str
    title: str
    state: State
    reason: str
    last_success: str | None
    next_visit: str | None
    new_address: str | None
    a_week: float
    failures: int = 0

    def __str__(self) -> str:
        """Return one line for people."""
        name = self.title or plain.address(self.url)
        return " ".join(part for part in (name, *self._parts()) if part)

    def _parts(self) -> list[str]:
        parts = [f"({plain.address(self.url)})" if self.title else "", f"{self.state};"]
        if self.reason:
            parts.append(f"{self.reason};")
        if self.failures > 1:
            parts.append(f"{self.failures} failures in a row;")
        if self.new_address:
            parts.append(f"new address {plain.address(self.new_address)};")
        parts.append(f"last read {_when(self.last_success)};")
        if self.state != "muted":
            parts.append(f"next {_when(self.next_visit, 'at the next refresh')};")
        return [*parts, f"{self.a_week:g} a week"]


def of(feed: Feed, recent: int, *, now: str) -> Health:
    """Return how a feed is; `recent` counts its articles of the last 28 days."""
    state: State = "well"
    if feed.muted:
        state = "muted"
    elif feed.failures:
        state = "failing"
    elif feed.moved_to:
        state = "moving"
    elif feed.last_visit is None:
        state = "new"
    due = feed.next_visit if feed.next_visit and feed.next_visit > now else None
    return Health(
        url=feed.url,
        title=feed.title,
        state=state,
        reason=feed.problem,
        last_success=feed.last_success,
        next_visit=due,
        new_address=feed.moved_to,
        a_week=round(recent / 4, 1),
        failures=feed.failures,
    )


def _when(stamp: str | None, never: str = "never") -> str:
    return f"{stamp[:10]} {stamp[11:16]} UTC" if stamp else never
