"""Patterns compiled at first use: many are for sentences that a given article does not have.

Compiling every pattern of this package takes longer than making a card with them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cached_property
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split")
# What of a pattern is no letter to be found: an escape, the name of a group.
_MARKS = re.compile(r"\\.|\(\?P[<=>]\w+|[^\\(]+|\(", re.S)


class _Lazy:
    """Stands for a pattern until a method of it is asked for, then lends the pattern's own."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._source = (pattern, flags)

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(*self._source)
        for method in _METHODS:
            self.__dict__[method] = getattr(compiled, method)
        return getattr(compiled, name)


class _Folded:
    """A lazy pattern that ignores case: looked for in small letters first.

    The engine passes over the words of a list by their first letters, but not where it ignores
    case; so most sentences, which have none of the words, are told several times faster.
    """

    def __init__(self, pattern: str, flags: int) -> None:
        self._source = (pattern, flags)

    @cached_property
    def _small(self) -> re.Pattern[str]:
        pattern, flags = self._source
        small = (m[0] if m[0][0] in "\\(" else m[0].lower() for m in _MARKS.finditer(pattern))
        return re.compile("".join(small), flags & ~re.I)

    @cached_property
    def _exact(self) -> re.Pattern[str]:
        return re.compile(*self._source)

    def _from(self, text: str, *within: int) -> int | None:
        """Return where the first match begins, or a place before it; None without a match."""
        low = text.lower()
        m = self._small.search(low, *within)
        if m is None:
            return None
        return m.start() if len(low) == len(text) else min(within[:1], default=0)

    def search(self, text: str, pos: int = 0, *end: int) -> re.Match[str] | None:
        at = self._from(text, pos, *end)
        return None if at is None else self._exact.search(text, at, *end)

    def finditer(self, text: str, pos: int = 0, *end: int) -> Iterator[re.Match[str]]:
        at = self._from(text, pos, *end)
        return iter(()) if at is None else self._exact.finditer(text, at, *end)

    def findall(self, text: str) -> list[Any]:
        at = self._from(text)
        return [] if at is None else self._exact.findall(text, at)

    def sub(self, repl: Any, text: str, count: int = 0) -> str:
        return text if self._from(text) is None else self._exact.sub(repl, text, count)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._exact, name)


def lazy(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return what `re.compile` returns, compiled when it is first used."""
    plain = pattern.isascii() or not any(c.isupper() for c in pattern if not c.isascii())
    folded = flags & re.I and plain and r"\u" not in pattern and "(?-i" not in pattern
    return cast("re.Pattern[str]", (_Folded if folded else _Lazy)(pattern, int(flags)))


_PLACE = lazy(r"\d|[^\W\d_]+")


def starts(text: str, words: Collection[str]) -> Iterator[int]:
    """Yield where a digit stands or one of some words, so that a long pattern need be tried there
    only; `words` are in small letters."""
    for m in _PLACE.finditer(text):
        word = m[0]
        if word.isdecimal() or word.lower() in words:
            yield m.start()


def matches(pattern: re.Pattern[str], text: str, words: Collection[str]) -> Iterator[re.Match[str]]:
    """Yield what `finditer` does for a pattern that begins with a digit or one of the words."""
    end = 0
    for at in starts(text, words):
        if at >= end and (m := pattern.match(text, at)):
            end = m.end()
            yield m
