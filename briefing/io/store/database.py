"""The SQLite file: a connection a thread, short transactions, errors in words.

Write-ahead logging: readers never wait for a writer, one writer at a time waits for another.
A transaction is whole or not at all, whatever moment the process dies.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import threading
import weakref
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from briefing.io.store import schema, trouble

WAIT = 10.0
"""Seconds a writer waits for another process."""
_CACHE = 16_000  # KiB of pages held by a connection
_LOG = 64_000_000  # bytes the write-ahead log is cut back to
# max(t) by itself is a look at the last row; inside another function it would be a scan.
LAST = "coalesce((select max(t) from texts), 0)"
"""The last arrival."""
WAITING = f"select {LAST} - (select t from reached)"
"""How many arrivals the index has not taken in, or a few more."""
_LOGGED = 8_000  # pages in the log from which on they are carried over
Row = tuple[Any, ...]
Given = Sequence[Any] | Mapping[str, Any]


class _Link:
    """A connection and its end: closed when its thread is gone."""

    def __init__(self, raw: sqlite3.Connection) -> None:
        self.raw = raw
        for pragma in (
            "foreign_keys = on",
            "synchronous = normal",
            f"cache_size = -{_CACHE}",
            f"journal_size_limit = {_LOG}",
            f"wal_autocheckpoint = {_LOGGED}",
            "trusted_schema = off",
        ):
            self.raw.execute(f"pragma {pragma}")

    def __del__(self) -> None:
        self.raw.close()


def _connected(path: Path, *, fixed: bool) -> sqlite3.Connection:
    where = str(path)
    if fixed:  # the log cannot be opened: what is in it is read if there is any
        log = path.with_name(f"{path.name}-wal")
        way = "mode=ro" if log.exists() and log.stat().st_size else "immutable=1"
        where = f"{path.absolute().as_uri()}?{way}"
    return sqlite3.connect(
        where,
        uri=fixed,
        timeout=WAIT,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=256,
    )


def is_fixed(path: Path) -> bool:
    """Say whether an archive is there that can be read and not written."""
    return path.exists() and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))


class Database:
    """One archive file. Every error that leaves it is a StoreError.

    One that is `fixed` can be read and not written, as in a folder mounted read-only; what is
    read may then be a copy `at` another place, which is never written either.
    """

    def __init__(self, path: Path, *, at: Path | None = None) -> None:
        self.path = path
        self._at = at or path
        self._local = threading.local()
        self._links: weakref.WeakSet[_Link] = weakref.WeakSet()
        self._writing = threading.RLock()
        self._closed = False
        self.fixed = at is not None or is_fixed(path)
        try:
            if not self.fixed:
                schema.prepare(self._link(), path)
            self.current = schema.is_current(self._link(), path)
        except (sqlite3.Error, OSError) as error:
            self.close()
            raise trouble.store_error(path, error) from error
        except BaseException:
            self.close()
            raise

    def _link(self) -> sqlite3.Connection:
        if self._closed:
            raise trouble.closed(self.path)
        link: _Link | None = getattr(self._local, "link", None)
        if link is None:
            link = _Link(_connected(self._at, fixed=self.fixed))
            self._local.link = link
            self._links.add(link)
        return link.raw

    def all(self, sql: str, args: Given = ()) -> list[Row]:
        """Return the rows of a query."""
        try:
            return self._link().execute(sql, args).fetchall()
        except (sqlite3.Error, OSError, UnicodeError) as error:
            raise trouble.store_error(self.path, error) from error

    def one(self, sql: str, args: Given = ()) -> Row | None:
        """Return the first row of a query, or None."""
        try:
            row: Row | None = self._link().execute(sql, args).fetchone()
            return row
        except (sqlite3.Error, OSError, UnicodeError) as error:
            raise trouble.store_error(self.path, error) from error

    def value(self, sql: str, args: Given = ()) -> Any:
        """Return the first cell of a query, or None."""
        row = self.one(sql, args)
        return row[0] if row else None

    @contextlib.contextmanager
    def read(self) -> Iterator[sqlite3.Connection]:
        """Hold one snapshot for several queries."""
        try:
            link = self._link()
            link.execute("begin")
            try:
                yield link
            finally:
                if link.in_transaction:
                    link.execute("commit")
        except (sqlite3.Error, OSError, UnicodeError) as error:
            raise trouble.store_error(self.path, error) from error

    @contextlib.contextmanager
    def write(self, wait: float = WAIT) -> Iterator[sqlite3.Connection]:
        """Hold a write transaction: whole at its end, undone on any error.

        Within another of the same thread it is a part of that one.
        """
        if not self._writing.acquire(timeout=max(wait, 0.0)):
            raise trouble.busy(self.path)
        try:
            link = self._link()
            if getattr(self._local, "writing", False):
                yield link
                return
            try:
                if wait != WAIT:
                    link.execute(f"pragma busy_timeout = {int(wait * 1000)}")
                link.execute("begin immediate")
                self._local.writing = True
                yield link
                link.execute("commit")
            except (sqlite3.Error, OSError, UnicodeError) as error:
                raise trouble.store_error(self.path, error) from error
            finally:
                self._local.writing = False
                if link.in_transaction:
                    link.rollback()
                if wait != WAIT:
                    link.execute(f"pragma busy_timeout = {int(WAIT * 1000)}")
        finally:
            self._writing.release()

    def copy(self, to: Path) -> None:
        """Write the whole archive to a new file."""
        try:
            with contextlib.closing(sqlite3.connect(to)) as there:
                self._link().backup(there)
        except (sqlite3.Error, OSError) as error:
            raise trouble.store_error(to, error) from error

    def close(self) -> None:
        """Close every connection; a second time does nothing."""
        self._closed = True
        for link in list(self._links):
            link.raw.close()
