"""The archive with the product's own thinking: where `io/store` and `core` meet."""

from __future__ import annotations

from pathlib import Path

from briefing.desk.ports import Archive


def open_archive(folder: Path) -> Archive:
    """Open the archive of a folder, made if it is not there. Raises StoreError, with a hint."""
    from briefing.core import copies, identity, query
    from briefing.io.store import archive
    from briefing.io.store.thinking import Thinking

    think = Thinking(identity.canonical, copies.sketch, copies.same, query.parse)
    return archive.open_archive(folder, think)
