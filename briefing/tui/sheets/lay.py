"""Blocks laid out on lines of a width. Pure: the pane that draws them keeps the result."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len

from briefing.tui.sheets.block import Block
from briefing.tui.wrapping import wrap


class Row(NamedTuple):
    """A screen line: which block, and which letters of it. An empty line has block -1."""

    block: int
    start: int
    end: int
    first: bool


GAP = Row(-1, 0, 0, False)


def lay(blocks: Sequence[Block], width: int) -> tuple[list[Row], list[int]]:
    """Return the rows of all blocks, and the row at which each block begins.

    The first column belongs to the cursor, the last is left empty.
    """
    rows: list[Row] = []
    first: list[int] = []
    for index, block in enumerate(blocks):
        if rows or block.gap > 1:
            rows.extend([GAP] * block.gap)
        first.append(len(rows))
        room = width - 2 - block.indent
        right = cell_len(block.right) + 1 if block.right else 0
        for n, (start, end) in enumerate(_lines(block, room, right)):
            rows.append(Row(index, start, end, n == 0))
    return rows, first


def _lines(block: Block, room: int, right: int) -> list[tuple[int, int]]:
    """Wrap a block; only its first line makes room for what stands at the right."""
    text = block.text
    if not right and not block.hang:
        return wrap(text, room)
    head = wrap(text, room - right)[0]
    rest = text[head[1] :]
    if not rest.strip():
        return [head]
    start = head[1] + len(rest) - len(rest.lstrip(" "))
    if text[start : start + 1] == "\n":
        start += 1
    return [head, *((a + start, b + start) for a, b in wrap(text[start:], room - block.hang))]
