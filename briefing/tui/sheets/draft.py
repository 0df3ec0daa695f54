"""A card on its way: said to be unchecked until it is."""

from __future__ import annotations

from briefing.tui.sheets.block import Block, Run, line, run


def begun(title: str) -> list[Block]:
    """Return the sheet of a card that was just asked for."""
    return [line("Writing the card …", "muted"), line(title, "title", gap=1)]


def so_far(text: str) -> list[Block]:
    """Return the sheet of what has streamed in."""
    head = line("Draft, not checked yet …", "rumour")
    return [head, Block((run(text[-4000:]), Run(" ▍", "accent")), gap=1)]
