"""Whose text is this? Copies found by the marks of texts, in the archive and just arrived.

All that the archive knows of a batch's marks is read at once, before its first text.
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections import Counter
from collections.abc import Iterable, Sequence

from briefing.io.store.rows import Sketch
from briefing.io.store.thinking import Thinking
from briefing.io.store.times import SLOTS

NEAR = 14 * 86_400 * SLOTS
"""How far apart in time a text and its copy can be."""
CANDIDATES = 5  # texts held against a new one, those that share most with it
COMMON = 8  # articles that share a mark, from which on it tells nothing
_HAVING = (
    "select value, (select group_concat(t) from (select t from marks where mark = value limit ?)) "
    "from json_each(?)"
)
_KNOWN = "select t, n, sketch from texts join articles using (t) where t"
_AT_ONCE = 8_000  # numbers of one statement


class Recent:
    """Marks of the articles that the index has not reached: this process's and others'."""

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """Know nothing: after a transaction that came to nothing, for one."""
        self._marks: dict[int, list[int]] = {}
        self.known: dict[int, tuple[int, bytes]] = {}
        self.reached = self.last = -1

    def look(self, link: sqlite3.Connection) -> None:
        """Learn what arrived since the last look; `last` is the last arrival's number."""
        reached = link.execute("select t from reached").fetchone()[0]
        if reached != self.reached:
            self.forget()
            self.reached = self.last = reached
        for t, marks, n, order in link.execute(
            "select t, marks, n, sketch from texts join articles using (t) where t > ?",
            (self.last,),
        ):
            self.add(t, n, (tuple(array("I", marks)), order))

    def add(self, t: int, n: int, sketch: Sketch) -> None:
        """Take in an arrival, or a new text of one: its number in time, and its sketch."""
        self.last = max(self.last, t)
        marks, order = sketch
        if marks:
            self.known[t] = n, order
        for mark in marks:
            self._marks.setdefault(mark, []).append(t)

    def having(self, mark: int) -> list[int]:
        """Return the arrivals with a mark."""
        return self._marks.get(mark, [])


class Kin:
    """What the archive knows of the texts that share marks with those of a batch."""

    def __init__(
        self, link: sqlite3.Connection, think: Thinking, recent: Recent, marks: Iterable[int]
    ) -> None:
        self._link, self._think, self._recent = link, think, recent
        self._older: dict[int, list[int]] = {}
        self._known: dict[int, tuple[int, bytes]] = {}
        if link.execute("select 1 from marks limit 1").fetchone():
            self._look(list(dict.fromkeys(marks)))

    def _look(self, marks: Sequence[int]) -> None:
        for at in range(0, len(marks), _AT_ONCE):
            some = json.dumps(marks[at : at + _AT_ONCE])
            for mark, found in self._link.execute(_HAVING, (COMMON + 1, some)):
                if found:
                    self._older[mark] = [int(t) for t in found.split(",")]
        likely = {t for found in self._older.values() if len(found) <= COMMON for t in found}
        for t, n, order in self._link.execute(
            f"{_KNOWN} in (select value from json_each(?))", (json.dumps([*likely]),)
        ):
            self._known[t] = n, order

    def original(self, sketch: Sketch, n: int) -> int | None:
        """Return the article (its t) whose text this is too; `n` is the number of the new one."""
        marks, order = sketch
        shared: Counter[int] = Counter()
        for mark in marks:
            # A mark of many articles is a line that sites print under everything: it leads nowhere.
            recent, older = self._recent.having(mark), self._older.get(mark, [])
            if len(recent) + len(older) <= COMMON:
                shared.update(recent)
                shared.update(older)
        for t, _ in shared.most_common(CANDIDATES) if shared else ():
            known = self._recent.known.get(t) or self._known.get(t)
            if known and self._is_same(known, n, order) and self._stands(t, n, order):
                return t
        return None

    def _is_same(self, known: tuple[int, bytes], n: int, order: bytes) -> bool:
        return abs(known[0] - n) <= NEAR and self._think.same(known[1], order)

    def _stands(self, t: int, n: int, order: bytes) -> bool:
        """Say whether the article is still there, and still says so."""
        row = self._link.execute(f"{_KNOWN} = ?", (t,)).fetchone()
        return row is not None and self._is_same(row[1:], n, order)
