"""The ledger of open questions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from briefing.io.store.database import Database

if TYPE_CHECKING:
    from briefing.models import Question, WatchState


class Questions:
    """See `desk/ports.py`."""

    def __init__(self, db: Database) -> None:
        self._db = db

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
        from briefing import wire

        with self._db.write() as link:
            link.executemany(
                "insert or replace into questions (id, state, opened, question) "
                "values (?, ?, ?, ?)",
                [(q.id, q.state, q.opened, wire.dumps(q)) for q in questions],
            )


def _question(text: str) -> Question:
    from briefing import wire
    from briefing.models import Question

    return wire.loads(Question, text)
