"""Everything kept, in one file: `archive.db`. Safe for several threads and processes at once."""

from __future__ import annotations

import contextlib
from pathlib import Path

from briefing.errors import StoreError
from briefing.io.store import checking, index, trouble
from briefing.io.store.articles import Articles
from briefing.io.store.briefings import Briefings
from briefing.io.store.cards import Cards
from briefing.io.store.database import Database
from briefing.io.store.feeds import Feeds
from briefing.io.store.locks import Lock
from briefing.io.store.memory import Memory
from briefing.io.store.outbox import Outbox
from briefing.io.store.questions import Questions
from briefing.io.store.thinking import Thinking

FILE = "archive.db"
_OPENING = 10.0  # seconds another process may take to make the archive


class Store:
    """The SQLite archive; satisfies `Archive` of `desk/ports.py` by shape."""

    def __init__(self, folder: Path, db: Database, think: Thinking) -> None:
        self._folder, self._db = folder, db
        self.articles = Articles(db, think)
        self.feeds = Feeds(db)
        self.cards = Cards(db)
        self.briefings = Briefings(db)
        self.questions = Questions(db)
        self.outbox = Outbox(db)
        self.memory = Memory(db)

    def lock(self, name: str, *, wait: float = 0.0) -> Lock:
        """Take a lock across processes, waiting up to `wait` seconds; StoreError if held."""
        return Lock(self._folder, name, wait=wait)

    def check(self) -> list[str]:
        """Return what is wrong with the archive, one line each; empty when sound."""
        return checking.faults(self._db)

    def close(self) -> None:
        """Index what is waiting, close the file. A second time does nothing."""
        with contextlib.suppress(StoreError):  # closed already: the next one indexes
            index.catch_up(self._db)
        self._db.close()


def open_archive(folder: Path, think: Thinking) -> Store:
    """Open the archive of a folder, made if it is not there. Raises StoreError, with a hint.

    `desk/archive.py` has the same function with the product's own thinking.
    """
    path = folder / FILE
    try:
        if path.exists():
            return Store(folder, Database(path), think)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise trouble.store_error(path, error) from error
    with Lock(folder, "opening", wait=_OPENING):
        return Store(folder, Database(path), think)
