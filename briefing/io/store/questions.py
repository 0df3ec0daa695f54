"""The ledger of open questions."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from briefing.io.store.acts import Acts
from briefing.io.store.database import Database

if TYPE_CHECKING:
    from briefing.models import Question, WatchState


class Questions:
    """See `desk/ports.py`."""

    def __init__(self, db: Database, acts: Acts) -> None:
        self._db, self._acts = db, acts

    def all(self, states: Sequence[WatchState] = ()) -> list[Question]:
        """Return the questions in these states (in any, if none is named), oldest first."""
        where = f"where state in ({','.join('?' * len(states))})" if states else ""
        found = self._db.all(
            f"select question from questions {where} order by opened, id", tuple(states)
        )
        return [_question(text) for (text,) in found]

    def get(self, id: str) -> Question | None:
        """Return a question."""
        text = self._db.value("select question from questions where id = ?", (id,))
        return _question(text) if text else None

    def save(self, questions: Iterable[Question]) -> None:
        """Insert or replace by id."""
        with self._db.write() as link:
            _write(link, questions)

    def change(self, question: Question) -> None:
        """Replace a question, undoably."""
        from briefing import wire

        with self._db.write() as link:
            before = self.get(question.id)
            if before not in (None, question):
                self._acts.write_down(link, "question", [wire.to_dict(before)])
            _write(link, [question])


def bring_back(link: sqlite3.Connection, before: list[Any]) -> tuple[str, ...]:
    """Make questions again what they were before an act; return their ids."""
    from briefing import wire
    from briefing.models import Question

    were = [wire.from_dict(Question, kept) for kept in before]
    _write(link, were)
    return tuple(question.id for question in were)


def _write(link: sqlite3.Connection, questions: Iterable[Question]) -> None:
    from briefing import wire

    link.executemany(
        "insert or replace into questions (id, state, opened, question) values (?, ?, ?, ?)",
        [(q.id, q.state, q.opened, wire.dumps(q)) for q in questions],
    )


def _question(text: str) -> Question:
    from briefing import wire
    from briefing.models import Question

    return wire.loads(Question, text)
