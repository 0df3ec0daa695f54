"""The unit of everything that is read on the screen: a block of styled runs, perhaps a stop.

Texts pass `plain` here, so that a sheet can be made of nothing that a terminal would obey.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import Literal, NamedTuple

from briefing import plain

Role = Literal[
    "text", "title", "muted", "label", "accent", "rumour", "good", "bad", "figure", "quote", "link"
]


class Run(NamedTuple):
    """Words in one style. Runs of a lit `tag` are highlighted (a sentence number, a hit)."""

    text: str
    role: Role = "text"
    tag: Hashable = None


class Block(NamedTuple):
    """Runs that wrap together. With a `key` the cursor can stand on it.

    `right` is set flush right on the first line; `hang` indents the lines after it; `gap` is the
    number of empty lines above.
    """

    runs: tuple[Run, ...]
    key: Hashable = None
    indent: int = 0
    hang: int = 0
    right: str = ""
    right_role: Role = "muted"
    gap: int = 0

    @property
    def text(self) -> str:
        """Return the words of all runs."""
        return "".join(run.text for run in self.runs)


def run(text: str, role: Role = "text", tag: Hashable = None) -> Run:
    """Return a harmless run; its line breaks and the space at its ends stay."""
    return Run(plain.block(text).expandtabs(4), role, tag)


def line(
    text: str,
    role: Role = "text",
    *,
    key: Hashable = None,
    indent: int = 0,
    hang: int = 0,
    right: str = "",
    right_role: Role = "muted",
    gap: int = 0,
) -> Block:
    """Return a block of one harmless run on one logical line."""
    return Block(
        (Run(plain.line(text), role),), key, indent, hang, plain.line(right), right_role, gap
    )


def label(text: str, *, right: str = "", gap: int = 1) -> Block:
    """Return the heading of a part."""
    return line(text.upper(), "label", gap=gap, right=right)
