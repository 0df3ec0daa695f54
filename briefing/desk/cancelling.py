"""How long work is told that it is still wanted."""

from __future__ import annotations

from collections.abc import Callable

Cancelled = Callable[[], bool]


def never() -> bool:
    """Be the answer of somebody who does not cancel."""
    return False
