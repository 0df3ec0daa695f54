"""Briefings: past days, to read, to search, to save and to send."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from textual import events
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Input

from briefing import locations, plain
from briefing.models import Briefing
from briefing.tui.screens import gathering
from briefing.tui.screens.asking import Ask
from briefing.tui.screens.room import Kit, Room
from briefing.tui.screens.sending import Sending
from briefing.tui.sheets import briefing as sheet
from briefing.tui.sheets import dates, notice
from briefing.tui.sheets.block import Block, Run, line
from briefing.tui.widgets.paper import Paper


class Days(Paper):
    """The dates of the kept briefings."""

    places = ("past", "pane", "everywhere")


class Pages(Days):
    """One briefing."""


class Briefings(Room):
    """The days at the left, one day at the right; on a narrow screen one at a time."""

    name_shown = "Briefings"

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.days = Days(id="days")
        self.page = Pages(id="page")
        self.briefing: Briefing | None = None
        self.words = ""

    def body(self) -> Iterable[Widget]:
        """Return the two panes, and the line for searching."""
        yield Horizontal(self.days, self.page, id="panes")
        yield Input(placeholder="search in all briefings", id="find")

    def on_mount(self) -> None:
        """Show the days, and the newest."""
        self.days.focus()
        self.reload()

    def reload(self) -> None:
        """Fetch the days again."""
        self.errand(self._load(self.words), "days", otherwise=self._broken)

    def _broken(self, words: str) -> None:
        self.days.show(notice.blocks("The briefings cannot be shown.", words))

    async def _load(self, words: str) -> None:
        days = await self.ask(lambda: gathering.days(self.desk, words))
        rows: list[Block] = []
        for day in days:
            words = plain.line(day.words, 200)
            runs = [Run(dates.heading(day.date) + day.date[:4].rjust(5), "title")]
            runs += [Run(f"\n{words}", "muted")] if words else []
            rows.append(Block(tuple(runs), key=day.date, gap=1 if rows else 0))
        if not rows:
            said = f"No briefing says {words!r}." if words else "No briefing yet. b writes one."
            rows = [line(said, "muted", indent=1)]
            self.page.show([], keep=False)
            self.briefing = None
        self.days.show(rows)
        if isinstance(self.days.cursor, str):
            await self._show(self.days.cursor)

    async def _show(self, date: str) -> None:
        briefing = await self.ask(lambda: self.desk.briefing(date))
        if briefing is not None:
            same = self.briefing is not None and self.briefing.date == date
            self.briefing = briefing
            self.page.show(sheet.blocks(briefing), keep=same)
            self.place()

    def on_paper_moved(self, event: Paper.Moved) -> None:
        """Show the day under the cursor."""
        if event.paper is self.days and isinstance(event.key, str):
            self.errand(self._show(event.key), "day")

    def on_paper_opened(self, event: Paper.Opened) -> None:
        """Go to the day."""
        if event.paper is self.days and isinstance(event.key, str):
            self.page.focus()

    def do_space(self) -> None:
        """Go a page on."""
        self.page.focus()
        self.page.do_page_down()

    def do_back(self) -> None:
        """Go from the page to the days, from all days home."""
        if self.focused is self.page:
            self.days.focus()
        elif self.words:
            self.words = ""
            self.reload()
        else:
            super().do_back()

    def on_descendant_focus(self) -> None:
        """Bring the focused pane to the front of a narrow screen."""
        self.set_class(self.focused is self.page, "-front-page")
        self.set_class(self.focused is not self.page, "-front-days")

    def breadcrumb(self) -> str:
        """Return where one is."""
        if self.briefing is not None and self.focused is self.page:
            return f"Briefings › {dates.full(self.briefing.date)}"
        return "Briefings" + (f" · {self.words}" if self.words else "")

    # -- searching

    def do_search(self) -> None:
        """Open the search line."""
        field = self.query_one("#find", Input)
        field.value = self.words
        self.add_class("-finding")
        field.focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Show the days that hold the words."""
        self.words = event.value.strip()
        self._close_line()
        self.reload()

    async def on_key(self, event: events.Key) -> None:
        """Let Escape close the search line."""
        if self.has_class("-finding") and event.key == "escape":
            event.stop()
            event.prevent_default()
            self._close_line()

    def _close_line(self) -> None:
        self.remove_class("-finding")
        self.days.focus()

    # -- elsewhere

    def do_save(self) -> None:
        """Ask for a folder and save as Markdown there."""
        if self.briefing is not None:
            ask = Ask("Save as Markdown", "Folder to save in.", str(Path.cwd()))
            self.app.push_screen(ask, partial(self._start_save, self.briefing))

    def _start_save(self, briefing: Briefing, folder: str | None) -> None:
        if folder:
            self.errand(self._save(briefing, locations.expanded(folder)), "save")

    async def _save(self, briefing: Briefing, folder: Path) -> None:
        path = await self.ask(lambda: self.desk.save_markdown(briefing, folder))
        self.tell(f"Saved {path}")

    def do_pipe(self) -> None:
        """Ask for a command and give it the briefing."""
        if self.briefing is not None:
            ask = Ask("Pipe to a command", "It gets the briefing as Markdown on stdin.")
            self.app.push_screen(ask, partial(self._start_pipe, self.briefing))

    def _start_pipe(self, briefing: Briefing, command: str | None) -> None:
        if command:
            self.errand(self._pipe(briefing, command), "pipe")

    async def _pipe(self, briefing: Briefing, command: str) -> None:
        said = await self.ask(lambda: self.desk.pipe(briefing, command))
        self.tell(said or "Done; it said nothing.")

    def do_send(self) -> None:
        """Show what would be mailed, and where to."""
        if self.briefing is not None:
            self.app.push_screen(Sending(self.kit, self.briefing, "mail"))

    def do_slack(self) -> None:
        """Show what would be posted, and where to."""
        if self.briefing is not None:
            self.app.push_screen(Sending(self.kit, self.briefing, "slack"))
