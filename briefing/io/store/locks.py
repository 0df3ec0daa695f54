"""Locks across processes: a locked file each, let go by the system when its process dies."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from pathlib import Path

from briefing import plain
from briefing.errors import StoreError
from briefing.io.store import trouble

_PAUSE = 0.05

if sys.platform == "win32":
    import msvcrt

    def _try(file: int) -> None:
        os.lseek(file, 1_000, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

    def _is_there(file: int, path: Path) -> bool:
        return True  # an open file cannot be deleted there

    def _drop(file: int, path: Path) -> None:
        os.close(file)

else:
    import fcntl

    def _try(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _is_there(file: int, path: Path) -> bool:
        """Say whether the locked file is still the one of that name: its last holder deletes it."""
        try:
            return os.path.samestat(os.fstat(file), path.stat())
        except FileNotFoundError:
            return False

    def _drop(file: int, path: Path) -> None:
        if _is_there(file, path):
            path.unlink()
        os.close(file)


class Lock:
    """A held lock; a context manager. Letting go twice does nothing."""

    def __init__(self, folder: Path, name: str, *, wait: float = 0.0) -> None:
        self.name = name
        self._path = folder / f"{plain.filename(name)}.lock"
        self._file: int | None = None
        until = time.monotonic() + wait
        while not self._take():
            if time.monotonic() >= until:
                raise StoreError(
                    f"another briefing is at it already: {name}{self._holder()}",
                    hint="wait until it is done, then try again",
                )
            time.sleep(_PAUSE)

    def _take(self) -> bool:
        try:
            file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise trouble.store_error(self._path, error) from error
        try:
            _try(file)
        except OSError:
            os.close(file)
            return False
        if not _is_there(file, self._path):
            os.close(file)
            return False
        self._file = file
        self._sign(file)
        return True

    def _sign(self, file: int) -> None:
        """Leave the number of this process for those who wait; a full disk only takes that away."""
        with contextlib.suppress(OSError):
            os.ftruncate(file, 0)
            os.write(file, str(os.getpid()).encode())

    def _holder(self) -> str:
        try:
            number = self._path.read_text("ascii", "ignore").strip()
        except OSError:
            number = ""
        return f" (process {number})" if number.isdigit() else ""

    def release(self) -> None:
        """Let go."""
        if self._file is not None:
            file, self._file = self._file, None
            _drop(file, self._path)

    def __enter__(self) -> Lock:
        return self

    def __exit__(self, *args: object) -> None:
        self.release()
