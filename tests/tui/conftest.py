"""What every test of the reader takes for granted."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _said_for_long(monkeypatch: pytest.MonkeyPatch) -> None:
    """A toast that goes by itself makes a picture depend on how busy the machine is."""
    monkeypatch.setattr("briefing.tui.errands.TOLD", 600.0)
    monkeypatch.setattr("briefing.tui.errands.FAILED", 600.0)
