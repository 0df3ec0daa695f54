"""Everything kept, in one file: `archive.db`. Safe for several threads and processes at once."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.errors import StoreError
from briefing.io.store import trouble
from briefing.io.store.acts import Acts
from briefing.io.store.database import WAITING, Database
from briefing.io.store.feeds import Feeds
from briefing.io.store.locks import Lock
from briefing.io.store.memory import Memory
from briefing.io.store.questions import Questions

if TYPE_CHECKING:
    from briefing.io.store.articles import Articles
    from briefing.io.store.briefings import Briefings
    from briefing.io.store.cards import Cards
    from briefing.io.store.outbox import Outbox
    from briefing.io.store.thinking import Thinking
    from briefing.models import Undone

FILE = "archive.db"
_OPENING = 10.0  # seconds another process may take to make the archive


class Store:
    """The SQLite archive; satisfies `Archive` of `desk/ports.py` by shape.

    What a refresh without news never asks for is loaded when it is asked for.
    """

    def __init__(self, folder: Path, db: Database, think: Thinking) -> None:
        self._folder, self._db, self._think = folder, db, think
        self.feeds = Feeds(db)
        self._acts = Acts(db)
        self.questions = Questions(db, self._acts)
        self.memory = Memory(db)

    @cached_property
    def articles(self) -> Articles:
        """Articles and what we did with them."""
        from briefing.io.store.articles import Articles

        return Articles(self._db, self._think, self._acts)

    @cached_property
    def cards(self) -> Cards:
        """Cards by article."""
        from briefing.io.store.cards import Cards

        return Cards(self._db)

    @cached_property
    def briefings(self) -> Briefings:
        """The days as they were written."""
        from briefing.io.store.briefings import Briefings

        return Briefings(self._db)

    @cached_property
    def outbox(self) -> Outbox:
        """What was sent and what was not."""
        from briefing.io.store.outbox import Outbox

        return Outbox(self._db)

    def lock(self, name: str, *, wait: float = 0.0) -> Lock:
        """Take a lock across processes, waiting up to `wait` seconds; StoreError if held."""
        return Lock(self._folder, name, wait=wait)

    @contextlib.contextmanager
    def together(self) -> Iterator[None]:
        """Keep all that is kept inside in one transaction, or nothing of it."""
        try:
            with self._db.write():
                yield
        except BaseException:
            self.articles.forget()
            raise

    def undo(self) -> Undone:
        """Take back the last that was marked, removed or decided here; say what it touched."""
        from briefing.io.store import marking, questions, removing
        from briefing.models import Undone

        with self._db.write() as link:
            taken = self._acts.take(link)
            if taken is None:
                return Undone()
            act, before = taken
            if act == "question":
                return Undone("question", questions.bring_back(link, before))
            bring_back = removing.bring_back if act == "remove" else marking.bring_back
            return Undone("article", bring_back(link, before))

    def check(self) -> list[str]:
        """Return what is wrong with the archive, one line each; empty when sound."""
        from briefing.io.store import checking

        return checking.faults(self._db)

    def index(self, *, at_least: int = 1) -> None:
        """Index what arrived if it is that many, so that nobody who searches has to wait for it."""
        if not self._db.fixed and self._db.value(WAITING) >= at_least:
            from briefing.io.store import index

            index.catch_up(self._db, at_least=at_least)

    def close(self) -> None:
        """Leave the acts to the next, index what is waiting, close the file. A second time does
        nothing."""
        with contextlib.suppress(StoreError):  # closed already: the next one indexes
            self._acts.leave()
            self.index()
        self._db.close()


def open_archive(folder: Path, think: Thinking) -> Store:
    """Open the archive of a folder, made if it is not there. Raises StoreError, with a hint.

    `desk/archive.py` has the same function with the product's own thinking.
    """
    path = folder / FILE
    try:
        if path.exists():
            return Store(folder, _opened(path), think)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise trouble.store_error(path, error) from error
    with Lock(folder, "opening", wait=_OPENING):
        return Store(folder, Database(path), think)


def _opened(path: Path) -> Database:
    """Open an archive; of one that cannot be written and is older or not wholly indexed, a copy
    that is today's."""
    db = Database(path)
    if not db.fixed or (db.current and not db.value(WAITING)):
        return db
    import tempfile
    import weakref

    from briefing.io.store import index

    place = tempfile.TemporaryDirectory(prefix="briefing-")
    copy = Path(place.name) / FILE
    db.copy(copy)
    db.close()
    working = Database(copy)
    index.catch_up(working)
    working.close()
    shown = Database(path, at=copy)
    weakref.finalize(shown, place.cleanup)
    return shown
