"""The pane of sources: a sheet whose groups fold."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence

from textual import events

from briefing.tui.sheets import sources as sheet
from briefing.tui.sheets.block import Block
from briefing.tui.sheets.sources import Shelf
from briefing.tui.shown import fit
from briefing.tui.widgets.paper import Paper


class Sources(Paper):
    """Views, watchlists, tags and feeds."""

    places = ("sources", "pane", "everywhere")

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._shelf = Shelf()
        self._days: Mapping[str, Sequence[int]] = {}
        self._folded: set[str] = set()

    def fill(self, shelf: Shelf, days: Mapping[str, Sequence[int]] | None = None) -> None:
        """Show these sources; the days of the sparklines may come later."""
        self._shelf = shelf
        self._days = self._days if days is None else days
        self._draw()

    def fold(self, group: Hashable) -> None:
        """Fold or unfold a group of feeds."""
        if isinstance(group, str):
            self._folded ^= {group}
            self._draw()

    def _draw(self) -> None:
        self.show(self._one_line(sheet.blocks(self._shelf, self._days, self._folded)))

    def _one_line(self, blocks: list[Block]) -> list[Block]:
        """Cut names so that every source has one line."""
        width = self.scrollable_content_region.width
        if width <= 0:
            return blocks
        cut = []
        for block in blocks:
            room = width - 3 - block.indent - len(block.right)
            run = block.runs[0]
            cut.append(sheet.cut(block, fit(run.text, room).rstrip()))
        return cut

    def on_resize(self, event: events.Resize) -> None:
        """Cut the names anew."""
        self._draw()
