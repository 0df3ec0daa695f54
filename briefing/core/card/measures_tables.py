"""Figures in the rows of a table: the first cell names them, the head of the column dates them."""

from __future__ import annotations

import re

from briefing.core.card.reading import Reading, Row

_LONGEST = 60


def _cells(text: str) -> list[str]:
    return [cell.strip() for cell in text.strip().strip("|").split("|")]


def label(text: str) -> str | None:
    """Return the words of the first cell, None where it holds none or the row is no table's."""
    cells = _cells(text)
    ranked = len(cells) > 1 and re.fullmatch(r"\d+(?: \(tie\))?", cells[0])
    first = cells[1] if ranked else re.sub(r"^\d+[.)]\s+", "", cells[0])
    if "|" not in text or len(first) > _LONGEST or not re.search(r"[^\W\d_]{3}", first):
        return None
    named = len(first.split()) == 1 or re.search(r" [(]?[A-Z]|^\w+[A-Z]", first)
    return first if named else first[:1].lower() + first[1:]


def heading(reading: Reading, row: Row, start: int) -> str | None:
    """Return the head of the column in which a figure stands, None if the table has none."""
    top = row
    while (above := reading.before(top)) is not None and above.kind == "row":
        top = above
    heads, ours = top.text.split("|"), row.text.split("|")
    if top is row or len(heads) != len(ours):
        return None
    head = heads[row.text[:start].count("|")].strip()
    return head if 0 < len(head) <= 24 and re.search(r"\d", head) else None
