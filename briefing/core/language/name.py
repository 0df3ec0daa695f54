"""A name as an article prints it."""

from __future__ import annotations

from typing import NamedTuple


class Name(NamedTuple):
    """A name as printed (no possessive), its kind ("" if unclear) and its character span."""

    text: str
    kind: str
    start: int
    end: int
