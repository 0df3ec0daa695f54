"""Files, folders and stdin as Pages; files written whole or not at all."""

from __future__ import annotations

import os
import stat
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from briefing.errors import BriefingError, SourceError
from briefing.models import Page

LARGEST = 100_000_000
"""Bytes of the largest file that is read."""

_READABLE = frozenset(
    ".html .htm .xhtml .mhtml .txt .text .md .markdown .eml .mbox .xml .rss .rdf "
    ".atom .json .pdf".split()
)


def read(path: Path) -> Page:
    """Read one file. Raises SourceError for what is missing, forbidden, too large or no file."""
    try:
        info = path.stat()
        if stat.S_ISDIR(info.st_mode):
            raise SourceError(f"{path}: is a folder", origin=str(path))
        if info.st_size > LARGEST:
            raise SourceError(
                f"{path}: {info.st_size // 1_000_000} MB is too large",
                origin=str(path),
                hint=f"at most {LARGEST // 1_000_000} MB are read",
            )
        with path.open("rb") as file:
            body = file.read(LARGEST + 1)
    except OSError as error:
        raise SourceError(
            f"{path}: {(error.strerror or str(error)).lower()}",
            origin=str(path),
            hint="check the path and its permissions",
        ) from error
    if len(body) > LARGEST:
        raise SourceError(f"{path}: is too large", origin=str(path))
    return Page(origin=str(path), body=body)


def stdin() -> Page:
    """Read stdin to its end."""
    return Page(origin="-", body=sys.stdin.buffer.read(LARGEST))


def listing(folder: Path) -> list[Path]:
    """List the files of a folder and its sub-folders that may hold articles, in a fixed order.

    Hidden files, READMEs, file types that no article comes in, JSON that is no feed and what is no
    file (a pipe would be waited for) are left out.
    """
    found = []
    for path in sorted(_walk(folder)):
        named = path.name.lower()
        if _is_pipe_or_device(path):
            continue
        if named.startswith("readme") or (path.suffix and path.suffix.lower() not in _READABLE):
            continue
        if named.endswith(".json") and not _is_json_feed(path):
            continue
        found.append(path)
    return found


def _is_pipe_or_device(path: Path) -> bool:
    """Say whether a path is there and yet no file; what is missing is reported when it is read."""
    try:
        return not stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return False


def _is_json_feed(path: Path) -> bool:
    """Say whether a JSON file names itself a JSON Feed; what cannot be opened is reported later."""
    try:
        with path.open("rb") as file:
            return b"jsonfeed.org" in file.read(65_536)
    except OSError:
        return True


def _walk(folder: Path) -> Iterator[Path]:
    """Yield files below a folder; links to folders are not followed, so that no loop arises."""
    for root, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith((".", "__"))]
        yield from (Path(root) / name for name in names if not name.startswith("."))


def write(path: Path, content: str | bytes, *, mode: int = 0o644) -> Path:
    """Write a file whole or not at all: a neighbour is written, flushed to disk and renamed.

    Raises BriefingError in words (disk full, read-only folder).
    """
    data = content.encode() if isinstance(content, str) else content
    temporary: str | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(mode)
        Path(temporary).replace(path)
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        raise BriefingError(
            f"{path}: cannot be written: {(error.strerror or str(error)).lower()}",
            hint="free some space or choose another place with --out",
        ) from error
    return path
