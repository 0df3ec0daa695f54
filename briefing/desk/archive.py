"""The archive with the product's own thinking: where `io/store` and `core` meet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.desk.ports import Archive
    from briefing.models.query import Query


def open_archive(folder: Path) -> Archive:
    """Open the archive of a folder, made if it is not there. Raises StoreError, with a hint."""
    from briefing.io.store import archive
    from briefing.io.store.thinking import Thinking

    return archive.open_archive(folder, Thinking(_canonical, _sketch, _same, _parse))


# Thinking is loaded when it is asked for: a refresh without news never does.


def _canonical(url: str) -> str:
    from briefing.core import identity

    return identity.canonical(url)


def _sketch(text: str) -> tuple[tuple[int, ...], bytes]:
    from briefing.core import copies

    return copies.sketch(text)


def _same(left: bytes, right: bytes) -> bool:
    from briefing.core import copies

    return copies.same(left, right)


def _parse(text: str) -> Query:
    from briefing.core import query

    return query.parse(text)
