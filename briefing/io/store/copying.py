"""Whose text is this? Copies found by the marks of texts, in the archive and just arrived."""

from __future__ import annotations

import sqlite3
from array import array
from collections import Counter
from collections.abc import Sequence
from typing import Any

from briefing.io.store.rows import Sketch
from briefing.io.store.thinking import Thinking
from briefing.io.store.times import SLOTS

NEAR = 14 * 86_400 * SLOTS
"""How far apart in time a text and its copy can be."""
CANDIDATES = 5  # texts held against a new one, those that share most with it
COMMON = 8  # articles that share a mark, from which on it tells nothing
READ = 200  # marks looked at


class Recent:
    """Marks of the articles that the index has not reached: this process's and others'."""

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """Know nothing: after a transaction that came to nothing, for one."""
        self._marks: dict[int, list[int]] = {}
        self._from = self.last = -1

    def look(self, link: sqlite3.Connection) -> None:
        """Learn what arrived since the last look; `last` is the last arrival's number."""
        reached = link.execute("select t from reached").fetchone()[0]
        if reached != self._from:
            self._marks, self._from, self.last = {}, reached, reached
        for t, marks in link.execute("select t, marks from texts where t > ?", (self.last,)):
            self.add(t, array("I", marks))

    def add(self, t: int, marks: Sequence[int]) -> None:
        """Take in an arrival."""
        self.last = t
        for mark in marks:
            self._marks.setdefault(mark, []).append(t)

    def having(self, mark: int) -> list[int]:
        """Return the arrivals with a mark."""
        return self._marks.get(mark, [])


def original(
    link: sqlite3.Connection, think: Thinking, recent: Recent, sketch: Sketch, n: int
) -> int | None:
    """Return the article (its t) whose text this is too; `n` is the number of the new one."""
    marks, order = sketch
    found = {mark: list(recent.having(mark)) for mark in marks}
    for mark, t in link.execute(
        f"select mark, t from marks where mark in ({_places(marks)}) limit ?", (*marks, READ)
    ):
        found[mark].append(t)
    # A mark of many articles is a line that sites print under everything: it leads nowhere.
    shared = Counter(t for others in found.values() if len(others) <= COMMON for t in others)
    if not shared:
        return None
    likely = [t for t, _ in shared.most_common(CANDIDATES)]
    known: dict[int, tuple[Any, ...]] = {
        row[0]: row
        for row in link.execute(
            f"select t, n, sketch from texts join articles using (t) where t in "
            f"({_places(likely)})",
            likely,
        )
    }
    for t in likely:
        if t in known and abs(known[t][1] - n) <= NEAR and think.same(known[t][2], order):
            return t
    return None


def _places(values: Sequence[int]) -> str:
    return ",".join("?" * len(values))
