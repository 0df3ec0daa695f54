"""The ground under the cursor: laid below words that keep their own colours."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip


def lay(strip: Strip, under: Style) -> Strip:
    """Return the strip on the ground of a style."""
    ground = Style(bgcolor=under.bgcolor)
    return Strip(
        [Segment(text, (style or Style()) + ground, control) for text, style, control in strip],
        strip.cell_length,
    )
