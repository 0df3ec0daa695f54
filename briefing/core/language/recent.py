"""Remember what was found in the last sentences: several parts of a card ask for the same."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

_T = TypeVar("_T")
_SENTENCES, _LONGEST = 1024, 2000  # sentences remembered; characters beyond which one is not


def recent(find: Callable[[str], list[_T]]) -> Callable[[str], list[_T]]:
    """Wrap a pure function of one sentence, whose list each caller gets a copy of."""
    remembered = lru_cache(maxsize=_SENTENCES)(lambda text: tuple(find(text)))

    @wraps(find)
    def found(text: str) -> list[_T]:
        return list(remembered(text)) if len(text) <= _LONGEST else find(text)

    return found
