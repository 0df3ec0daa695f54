"""What stands in a pane that has nothing else: what went wrong, and what one can do."""

from __future__ import annotations

from briefing.tui.sheets.block import Block, line


def blocks(title: str, words: str) -> list[Block]:
    """Return the sheet of a failure."""
    return [
        line(title, "title", gap=0),
        line(f"⚠ {words}", "rumour", gap=1, hang=2),
        line("Nothing is lost. ^N tries again, `briefing doctor` says more.", "muted", gap=1),
    ]
