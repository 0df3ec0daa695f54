"""A sheet of blocks, drawn a line at a time: articles, cards, days, ledgers, help.

It wraps once for a width and draws only what is visible. The cursor stands on blocks that have
a key; without any, moving scrolls. New blocks keep the cursor's key and the line at the top.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable, Iterable, Sequence
from typing import ClassVar, get_args

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from briefing.tui.sheets.block import Block, Role
from briefing.tui.sheets.lay import Row, lay
from briefing.tui.widgets import ground

USUAL = 72  # cells of a pane that was not measured yet


class Paper(ScrollView, can_focus=True):
    """Blocks to read and to stand upon."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"paper--{role}" for role in get_args(Role)),
        "paper--cursor",
        "paper--lit",
    }
    DEFAULT_CSS = """
    Paper {
        width: 1fr; height: 1fr; overflow-x: hidden; overflow-y: auto; scrollbar-size-vertical: 1;
        scrollbar-gutter: stable; scrollbar-color: $border; scrollbar-color-hover: $text-muted;
        scrollbar-color-active: $accent; scrollbar-background: $background;
        scrollbar-background-hover: $background; scrollbar-background-active: $background;
        scrollbar-corner-color: $background;
        background: $background; color: $text;
        & > .paper--text { color: $text; }
        & > .paper--title { color: $text; text-style: bold; }
        & > .paper--muted { color: $text-muted; }
        & > .paper--label { color: $text-muted; text-style: bold; }
        & > .paper--accent { color: $text-accent; }
        & > .paper--rumour { color: $text-warning; text-style: bold; }
        & > .paper--good { color: $text-success; }
        & > .paper--bad { color: $text-error; }
        & > .paper--figure { color: $text; text-style: bold; }
        & > .paper--quote { color: $text-muted; text-style: italic; }
        & > .paper--link { color: $text-accent; text-style: underline; }
        & > .paper--cursor { background: $foreground 7%; }
        &:focus > .paper--cursor, &.-driven > .paper--cursor { background: $foreground 15%; }
        & > .paper--lit { background: $accent 30%; color: $text; text-style: bold; }
    }
    """
    places: tuple[str, ...] = ("pane", "everywhere")

    class Moved(Message):
        """The cursor stands on another block."""

        def __init__(self, paper: Paper, key: Hashable) -> None:
            super().__init__()
            self.paper = paper
            self.key = key

        @property
        def control(self) -> Paper:
            return self.paper

    class Opened(Moved):
        """The block under the cursor was asked for."""

    def __init__(
        self, *, id: str | None = None, classes: str | None = None, width: int = 0
    ) -> None:
        """`width` is that of the text, where it is known before the first layout."""
        super().__init__(id=id, classes=classes)
        self._usual = width or USUAL
        self.blocks: Sequence[Block] = ()
        self.lit: frozenset[Hashable] = frozenset()
        self.cursor: Hashable = None
        self._rows: list[Row] = []
        self._first: list[int] = []  # the row at which each block begins
        self._stops: list[int] = []  # blocks that have a key
        self._wrapped = -1

    @property
    def awake(self) -> bool:
        """Say whether the keys go here, directly or through a field that drives this sheet."""
        return self.has_focus or self.has_class("-driven")

    # -- what is on it

    def show(self, blocks: Iterable[Block], *, keep: bool = True) -> None:
        """Show other blocks; `keep` leaves cursor and scroll where the reader is."""
        self.blocks = tuple(blocks)
        self._stops = [i for i, block in enumerate(self.blocks) if block.key is not None]
        keys = [self.blocks[i].key for i in self._stops]
        if not keep or self.cursor not in keys:
            self.cursor = keys[0] if keys else None
        self._lay()
        if not keep:
            self.scroll_to(0, 0, animate=False, immediate=True)
        self.refresh()

    def light(self, tags: Iterable[Hashable], *, reveal: bool = False) -> None:
        """Highlight the runs of these tags, and scroll to the first of them if asked."""
        self.lit = frozenset(tags)
        if reveal and self.lit:
            for index, block in enumerate(self.blocks):
                if any(run.tag in self.lit for run in block.runs if run.tag is not None):
                    self._reveal(index, self._offset_of(index))
                    break
        self.refresh()

    def _offset_of(self, index: int) -> int:
        """Return at which of its rows a block first has a lit run."""
        at = 0
        for run in self.blocks[index].runs:
            if run.tag is not None and run.tag in self.lit:
                break
            at += len(run.text)
        row = self._first[index]
        while row + 1 < len(self._rows) and self._rows[row + 1].block == index:
            if self._rows[row + 1].start > at:
                break
            row += 1
        return row - self._first[index]

    # -- layout

    def _lay(self) -> None:
        """Wrap all blocks for the present width."""
        # Where it is not on the screen yet a guess has to do until the first resize.
        self._wrapped = self.scrollable_content_region.width or self._usual
        self._rows, self._first = lay(self.blocks, self._wrapped)
        self.virtual_size = Size(self._wrapped, len(self._rows))

    def on_resize(self, event: events.Resize) -> None:
        """Wrap again, with the same block at the top."""
        if self.scrollable_content_region.width == self._wrapped:
            return
        top = self._block_at(self.scroll_offset.y)
        self._lay()
        if 0 <= top < len(self._first) and self.scroll_offset.y:
            self.scroll_to(0, self._first[top], animate=False, immediate=True)
        self.refresh()

    def _block_at(self, y: int) -> int:
        return max(0, bisect_right(self._first, y) - 1) if self._first else -1

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        width = self.scrollable_content_region.width
        base = self.get_component_rich_style("paper--text")
        at = y + self.scroll_offset.y
        if at >= len(self._rows) or self._rows[at].block < 0:
            return Strip.blank(width, base)
        row = self._rows[at]
        block = self.blocks[row.block]
        standing = block.key is not None and block.key == self.cursor
        mark = "▌" if standing and self.awake else "│" if standing else " "
        indent = block.indent + (0 if row.first else block.hang)
        segments = [
            Segment(mark, self.get_component_rich_style("paper--accent")),
            Segment(" " * indent, base),
            *self._segments(block, row),
        ]
        strip = Strip(segments)
        if row.first and block.right:
            space = width - 1 - cell_len(block.right)
            style = self.get_component_rich_style(f"paper--{block.right_role}")
            right = Segment(block.right, style)
            strip = Strip([*strip.adjust_cell_length(space, base), right])
        strip = strip.adjust_cell_length(width, base)
        if standing:
            strip = ground.lay(strip, self.get_component_rich_style("paper--cursor"))
        return strip

    def _segments(self, block: Block, row: Row) -> Iterable[Segment]:
        """Yield the part of each run that is on this row."""
        at = 0
        for run in block.runs:
            start, end = max(at, row.start), min(at + len(run.text), row.end)
            if start < end:
                lit = run.tag is not None and run.tag in self.lit
                name = "paper--lit" if lit else f"paper--{run.role}"
                yield Segment(run.text[start - at : end - at], self.get_component_rich_style(name))
            at += len(run.text)

    # -- moving

    def do_down(self) -> None:
        """Go one stop or one line down."""
        self._step(1)

    def do_up(self) -> None:
        """Go one stop or one line up."""
        self._step(-1)

    def _step(self, by: int) -> None:
        here = self._here()
        if here is None:
            self.scroll_relative(y=by, animate=False, immediate=True)
        elif 0 <= here + by < len(self._stops):
            self.stand(self.blocks[self._stops[here + by]].key)
        else:
            self.scroll_relative(y=by * 2, animate=False, immediate=True)

    def _here(self) -> int | None:
        for n, index in enumerate(self._stops):
            if self.blocks[index].key == self.cursor:
                return n
        return None

    def stand(self, key: Hashable, *, quiet: bool = False) -> None:
        """Put the cursor on the block of a key, and make it visible."""
        for index in self._stops:
            if self.blocks[index].key == key:
                changed = self.cursor != key
                self.cursor = key
                self._reveal(index)
                self.refresh()
                if changed and not quiet:
                    self.post_message(self.Moved(self, key))

    def _reveal(self, index: int, offset: int = 0) -> None:
        row = self._first[index] + offset
        height = sum(1 for r in self._rows[row : row + 40] if r.block == index)
        lead = 1 if index not in self._stops[:1] else row  # the first stop shows what is above it
        region = Region(0, max(0, row - lead), 1, height + lead + 1)
        self.scroll_to_region(region, animate=False, force=True, immediate=True)

    def do_page_down(self) -> None:
        """Go a page down, and the cursor with it."""
        self._page(1)

    def do_page_up(self) -> None:
        """Go a page up, and the cursor with it."""
        self._page(-1)

    def _page(self, by: int) -> None:
        self.scroll_relative(y=by * max(1, self.size.height - 2), animate=False, immediate=True)
        top = self.scroll_target_y
        seen = [i for i in self._stops if top <= self._first[i] < top + self.size.height]
        if seen and self._here() is not None:
            self.cursor = self.blocks[seen[0] if by > 0 else seen[-1]].key
            self.post_message(self.Moved(self, self.cursor))
            self.refresh()

    def do_first(self) -> None:
        """Go to the top."""
        self._end(0)

    def do_last(self) -> None:
        """Go to the bottom."""
        self._end(-1)

    def _end(self, which: int) -> None:
        if self._stops:
            self.stand(self.blocks[self._stops[which]].key)
        self.scroll_to(0, 0 if which == 0 else self.max_scroll_y, animate=False, immediate=True)

    def do_open(self) -> None:
        """Say that the block under the cursor was asked for."""
        self.post_message(self.Opened(self, self.cursor))

    @property
    def at_end(self) -> bool:
        """Say whether the last line is visible."""
        return self.scroll_target_y >= self.max_scroll_y

    def on_click(self, event: events.Click) -> None:
        """Stand where the mouse points; a second click opens."""
        at = event.y + self.scroll_offset.y
        if 0 <= at < len(self._rows) and self._rows[at].block >= 0:
            key = self.blocks[self._rows[at].block].key
            if key is not None and key == self.cursor and event.chain > 1:
                self.do_open()
            elif key is not None:
                self.stand(key)
