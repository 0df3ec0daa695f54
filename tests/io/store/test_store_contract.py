"""The SQLite archive keeps the contract of every archive."""

from __future__ import annotations

import pytest
from contract_archive import ArchiveContract, Make

from briefing.desk.archive import open_archive


class TestSqliteArchive(ArchiveContract):
    """The embedded default."""

    @pytest.fixture
    def make(self) -> Make:
        """Return the way to open one."""
        return open_archive
