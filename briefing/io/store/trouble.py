"""What SQLite and the disk can refuse, in words: the one place where it becomes a StoreError."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from briefing.errors import StoreError

_WORDS = {
    "BUSY": (
        "is in use by another process, which did not finish in time",
        "try again when the other one is done",
    ),
    "LOCKED": ("is in use by another process", "try again when the other one is done"),
    "FULL": (
        "could not be written: the disk is full",
        "make room, then try again; what was kept before is safe",
    ),
    "READONLY": (
        "cannot be written: the file or its folder is read-only",
        "check the permissions, or name another folder with --data",
    ),
    "PERM": ("may not be opened", "check the permissions, or name another folder with --data"),
    "CANTOPEN": (
        "cannot be opened",
        "check that the folder exists and may be written, or name another with --data",
    ),
    "NOTADB": ("is not an archive", "move that file away, or name another folder with --data"),
    "CORRUPT": (
        "is damaged",
        "`briefing doctor` says more; restore a copy, or move it away and start anew",
    ),
    "IOERR": (
        "could not be read or written: the disk reports an error",
        "check the disk and the room on it",
    ),
    "TOOBIG": ("was given a text too large to keep", "leave that source out"),
    "NOMEM": ("could not be read: memory ran out", "close other programs"),
}


def store_error(path: Path, error: Exception) -> StoreError:
    """Return the StoreError that says what an error of SQLite or the system means."""
    if isinstance(error, OSError):
        reason = (error.strerror or str(error)).lower()
        return StoreError(
            f"the archive {path} cannot be opened: {reason}",
            hint="check the path and its permissions, or name another folder with --data",
        )
    name = (getattr(error, "sqlite_errorname", "") or "").removeprefix("SQLITE_")
    kind = name.split("_")[0]
    if kind in _WORDS:
        words, hint = _WORDS[kind]
        return StoreError(f"the archive {path} {words}", hint=hint)
    if isinstance(error, sqlite3.ProgrammingError) and "closed" in str(error):
        return closed(path)
    return StoreError(
        f"the archive {path} refused: {error}", hint="`briefing doctor` checks the archive"
    )


def closed(path: Path) -> StoreError:
    """Return the error of an archive that is used after its end."""
    return StoreError(f"the archive {path} is closed already")


def newer(path: Path, found: int, known: int) -> StoreError:
    """Return the error of an archive that a later version has written."""
    return StoreError(
        f"the archive {path} was written by a newer briefing (schema {found}, this one knows "
        f"{known})",
        hint="update briefing, or name another folder with --data",
    )


def foreign(path: Path) -> StoreError:
    """Return the error of a file that is somebody else's."""
    words, hint = _WORDS["NOTADB"]
    return StoreError(f"{path} {words}", hint=hint)


def busy(path: Path) -> StoreError:
    """Return the error of an archive that another writer holds."""
    words, hint = _WORDS["BUSY"]
    return StoreError(f"the archive {path} {words}", hint=hint)
