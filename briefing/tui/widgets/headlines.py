"""The list of headlines: any number of rows, of which only the visible are fetched and drawn.

It holds the ids of the whole list and the headlines of a window of it. What is missing is asked
for by `Needed`; until it comes the row says so. The list never changes by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from briefing import plain
from briefing.tui.sheets.dates import short
from briefing.tui.shown import fit
from briefing.tui.widgets import ground

if TYPE_CHECKING:
    from briefing.models import Headline

KEPT = 2_000  # headlines held at once


class Headlines(ScrollView, can_focus=True):
    """One line an article; the cursor is on an article, not on a row."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "headlines--unread",
        "headlines--read",
        "headlines--muted",
        "headlines--accent",
        "headlines--rumour",
        "headlines--cursor",
    }
    DEFAULT_CSS = """
    Headlines {
        width: 1fr; height: 1fr; overflow-x: hidden; overflow-y: auto; scrollbar-size-vertical: 1;
        scrollbar-gutter: stable; scrollbar-color: $border; scrollbar-color-hover: $text-muted;
        scrollbar-color-active: $accent; scrollbar-background: $background;
        scrollbar-background-hover: $background; scrollbar-background-active: $background;
        scrollbar-corner-color: $background;
        background: $background; color: $text;
        & > .headlines--unread { color: $text; text-style: bold; }
        & > .headlines--read { color: $text-muted; }
        & > .headlines--muted { color: $text-muted; }
        & > .headlines--accent { color: $text-accent; }
        & > .headlines--rumour { color: $text-warning; }
        & > .headlines--cursor { background: $foreground 7%; }
        &:focus > .headlines--cursor { background: $foreground 15%; }
    }
    """
    places: tuple[str, ...] = ("list", "pane", "everywhere")

    class Moved(Message):
        """The cursor stands on another article."""

        def __init__(self, id: str) -> None:
            super().__init__()
            self.id = id

    class Opened(Moved):
        """The article under the cursor was asked for."""

    class Needed(Message):
        """These headlines are about to be seen and are not here."""

        def __init__(self, ids: list[str]) -> None:
            super().__init__()
            self.ids = ids

        def can_replace(self, message: Message) -> bool:
            """Let a later wish stand for an earlier one."""
            return isinstance(message, Headlines.Needed)

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.ids: Sequence[str] = ()
        self.cursor = 0
        self.today = ""
        self.empty = "Loading …"
        self._known: dict[str, Headline] = {}
        self._asked: frozenset[str] = frozenset()
        self._strips: dict[tuple[str, int, bool, bool], Strip] = {}

    # -- what is in it

    def show(self, ids: Sequence[str], headlines: Iterable[Headline] = ()) -> None:
        """Show another list. The cursor stays on its article and at its height if it can."""
        here, height = self.current_id, self.cursor - self.scroll_offset.y
        self.ids = ids
        self.patch(headlines)
        self._asked = frozenset()
        try:
            self.cursor = ids.index(here) if here else 0
        except ValueError:
            self.cursor = min(self.cursor, max(0, len(ids) - 1))
        self.virtual_size = Size(self.size.width, len(ids))
        self.scroll_to(0, max(0, self.cursor - height), animate=False, immediate=True)
        self._ask()
        self.refresh()

    def reset(self) -> None:
        """Forget the place in the list: another list will come."""
        self.cursor = 0
        self.scroll_to(0, 0, animate=False, immediate=True)

    def patch(self, headlines: Iterable[Headline]) -> None:
        """Take in headlines, new or changed; draw again only if one of them is visible."""
        taken = set()
        for headline in headlines:
            self._known.pop(headline.id, None)
            self._known[headline.id] = headline
            taken.add(headline.id)
        while len(self._known) > KEPT:
            del self._known[next(iter(self._known))]
        self._strips.clear()
        top = self.scroll_offset.y
        if not taken.isdisjoint(self.ids[top : top + max(1, self.size.height)]):
            self.refresh()

    def known(self, id: str) -> Headline | None:
        """Return a headline if it is here."""
        return self._known.get(id)

    @property
    def current_id(self) -> str | None:
        """Return the id under the cursor."""
        return self.ids[self.cursor] if self.cursor < len(self.ids) else None

    def _ask(self) -> None:
        """Ask for pages around what is visible as soon as half a page next to it is not known.

        So that one asks once in several pages, not at every step of the cursor.
        """
        height = max(1, self.size.height)
        top = int(self.scroll_target_y)
        near = self.ids[max(0, top - height // 2) : top + height + height // 2]
        if all(id in self._known or id in self._asked for id in near):
            return
        window = self.ids[max(0, top - 2 * height) : top + 4 * height]
        missing = [id for id in window if id not in self._known]
        self._asked = frozenset(missing)
        self.post_message(self.Needed(missing))

    # -- drawing

    def on_resize(self, event: events.Resize) -> None:
        """Keep the cursor visible."""
        self.virtual_size = Size(self.size.width, len(self.ids))
        self._follow()
        self._ask()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Ask for what came into sight."""
        super().watch_scroll_y(old_value, new_value)
        self._ask()

    def render_line(self, y: int) -> Strip:
        """Draw one row."""
        width = self.scrollable_content_region.width
        read = self.get_component_rich_style("headlines--read")
        at = y + self.scroll_offset.y
        if at >= len(self.ids):
            words = f"  {self.empty}" if not self.ids and y == 1 else ""
            return Strip([Segment(fit(words, width), read)], width)
        standing = at == self.cursor
        key = (self.ids[at], width, standing, self.has_focus)
        strip = self._strips.get(key)
        if strip is None:
            if len(self._strips) > KEPT:
                self._strips.clear()
            strip = self._strips[key] = self._row(self.ids[at], width, standing)
        return strip

    def _row(self, id: str, width: int, standing: bool) -> Strip:
        headline = self._known.get(id)
        if headline is None:
            read = self.get_component_rich_style("headlines--read")
            strip = Strip([Segment(fit("      …", width), read)], width)
        else:
            strip = Strip(self._segments(headline, width, standing), width)
        if standing:
            strip = ground.lay(strip, self.get_component_rich_style("headlines--cursor"))
        return strip

    def notify_style_update(self) -> None:
        """Draw all rows anew in another theme."""
        super().notify_style_update()
        self._strips.clear()

    def _segments(self, headline: Headline, width: int, standing: bool) -> list[Segment]:
        style = self.get_component_rich_style
        status = headline.status
        mark = ("▌" if self.has_focus else "│") if standing else " "
        signs = ("○" if status.read else "●") + ("★" if status.starred else " ")
        date = fit(short(headline.published, self.today) or "–", 7)
        word = {"rumour": " RUMOUR", "opinion": " OPINION"}.get(headline.card_status or "", "")
        if not word and headline.verdict != "article":
            word = f" {headline.verdict.replace('_', ' ')}"
        site = plain.line(headline.site or "", 40)
        tail = f" {fit(site, 14)}" if width >= 64 else ""
        count = fit(f"×{headline.sources}", 4, right=True) if headline.sources > 1 else "    "
        if width < 30:
            date = tail = word = count = ""
        room = width - 4 - cell_len(date) - cell_len(word) - cell_len(tail) - cell_len(count)
        title = fit(plain.line(headline.title, 300) or "Untitled", room)
        return [
            Segment(mark, style("headlines--accent")),
            Segment(signs + " ", style("headlines--accent")),
            Segment(date, style("headlines--muted")),
            Segment(title, style("headlines--read" if status.read else "headlines--unread")),
            Segment(word, style("headlines--rumour")),
            Segment(tail, style("headlines--muted")),
            Segment(count, style("headlines--muted")),
        ]

    # -- moving

    def stand(self, at: int) -> None:
        """Put the cursor on a row and make it visible."""
        at = max(0, min(at, len(self.ids) - 1))
        if at == self.cursor or not self.ids:
            return
        old, self.cursor = self.cursor, at
        self.refresh_line(old)
        self.refresh_line(at)
        self._follow()
        self.post_message(self.Moved(self.ids[at]))

    def _follow(self) -> None:
        top, height = int(self.scroll_target_y), max(1, self.size.height)
        if self.cursor < top:
            self.scroll_to(0, self.cursor, animate=False, immediate=True)
        elif self.cursor >= top + height:
            self.scroll_to(0, self.cursor - height + 1, animate=False, immediate=True)

    def do_down(self) -> None:
        """Go one row down."""
        self.stand(self.cursor + 1)

    def do_up(self) -> None:
        """Go one row up."""
        self.stand(self.cursor - 1)

    def do_page_down(self) -> None:
        """Go a page down."""
        self.stand(self.cursor + max(1, self.size.height - 1))

    def do_page_up(self) -> None:
        """Go a page up."""
        self.stand(self.cursor - max(1, self.size.height - 1))

    def do_first(self) -> None:
        """Go to the first row."""
        self.stand(0)

    def do_last(self) -> None:
        """Go to the last row."""
        self.stand(len(self.ids) - 1)

    def do_open(self) -> None:
        """Say that the article under the cursor was asked for."""
        if self.current_id:
            self.post_message(self.Opened(self.current_id))

    def on_click(self, event: events.Click) -> None:
        """Stand where the mouse points; a second click opens."""
        at = event.y + self.scroll_offset.y
        if at == self.cursor and event.chain > 1:
            self.do_open()
        elif at < len(self.ids):
            self.stand(at)
