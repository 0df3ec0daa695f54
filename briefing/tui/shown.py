"""The one place where text of the world becomes something a widget may show.

Textual parses a bare `str` as markup, so that a title could crash the app or run an action, and
hands escapes on to the terminal. Every widget, toast and title takes its words from here.
"""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from briefing import plain


def content(text: str, limit: int | None = 400) -> Content:
    """Return one harmless line, with brackets as letters."""
    return Content(plain.line(text, limit))


def lines(text: str) -> Content:
    """Return harmless text with its line breaks, with brackets as letters."""
    return Content(plain.block(text).expandtabs(4))


def fit(text: str, width: int, *, right: bool = False) -> str:
    """Return text of exactly `width` cells: cut with an ellipsis, or filled with space.

    Chinese and emoji count two; a letter of two cells is never cut in half.
    """
    if width <= 0:
        return ""
    cells = cell_len(text)
    if cells > width:
        return set_cell_size(set_cell_size(text, width - 1).rstrip() + "…", width)
    return " " * (width - cells) + text if right else text + " " * (width - cells)
