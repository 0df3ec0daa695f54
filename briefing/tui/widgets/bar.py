"""The line at the top: where one is, what came in, what is running; and the line of keys below."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from briefing import plain
from briefing.tui.shown import fit


class Bar(Widget):
    """One line: name and place at the left, the state of things at the right."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"bar--name", "bar--text", "bar--busy"}
    DEFAULT_CSS = """
    Bar {
        height: 1; width: 1fr; background: $panel; color: $text;
        & > .bar--name { color: $text-accent; text-style: bold; }
        & > .bar--text { color: $text; }
        & > .bar--busy { color: $text-muted; }
    }
    """
    place: reactive[str] = reactive("")
    state: reactive[str] = reactive("")
    busy: reactive[str] = reactive("")

    def render_line(self, y: int) -> Strip:
        """Draw the line; the state gives way to the place, the place to what is running."""
        width = self.size.width
        style = self.get_component_rich_style
        name = " briefing  " if width >= 60 else " "
        busy = f"{plain.line(self.busy)} " if self.busy else ""
        busy = fit(busy, min(cell_len(busy), max(0, width - 12))) if busy else ""
        room = width - cell_len(name) - cell_len(busy)
        place = plain.line(self.place)
        state = f"  {plain.line(self.state)}{' · ' if busy else ' '}" if self.state else ""
        if cell_len(place) + cell_len(state) > room:
            state = ""
        middle = fit(place, room - cell_len(state)) + state
        return Strip(
            [
                Segment(name, style("bar--name")),
                Segment(middle, style("bar--text")),
                Segment(busy, style("bar--busy")),
            ]
        )


class Hints(Widget):
    """The keys that matter here, as many as fit."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"hints--key", "hints--text"}
    DEFAULT_CSS = """
    Hints {
        height: 1; width: 1fr; background: $panel; color: $text-muted;
        & > .hints--key { color: $text-accent; text-style: bold; }
        & > .hints--text { color: $text-muted; }
    }
    """
    hints: reactive[tuple[tuple[str, str], ...]] = reactive(())

    def render_line(self, y: int) -> Strip:
        """Draw the line; the last hint (help) is always there."""
        width = self.size.width
        key, text = (self.get_component_rich_style(f"hints--{name}") for name in ("key", "text"))
        segments = [Segment(" ", text)]
        used = 1
        last = self.hints[-1:]
        spare = sum(cell_len(f"{k} {w}  ") for k, w in last)
        for at, (label, word) in enumerate(self.hints):
            cells = cell_len(f"{label} {word}  ")
            final = at == len(self.hints) - 1
            if used + cells + (0 if final else spare) > width:
                continue
            segments += [Segment(label, key), Segment(f" {word}  ", text)]
            used += cells
        return Strip(segments).adjust_cell_length(width, text)
