"""Feeds: which are well, which are ill and why, and what can be done about it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from textual.message import Message
from textual.widget import Widget

from briefing.tui.screens.asking import Choose
from briefing.tui.screens.room import Kit, Room
from briefing.tui.sheets import health as sheet
from briefing.tui.sheets import notice
from briefing.tui.sheets.block import line
from briefing.tui.widgets.paper import Paper


class Feeds(Paper):
    """The subscriptions."""

    places = ("feeds", "pane", "everywhere")


class Health(Room):
    """Name, last success, what is wrong in words, next try."""

    name_shown = "Feeds"

    class Retry(Message):
        """A feed is to be fetched now."""

        def __init__(self, url: str) -> None:
            super().__init__()
            self.url = url

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.paper = Feeds(id="feeds")
        self.count = self.ill = 0

    def body(self) -> Iterable[Widget]:
        """Return the one pane."""
        yield self.paper

    def on_mount(self) -> None:
        """Show the feeds."""
        self.paper.show([line("Loading …", "muted", indent=1)])
        self.paper.focus()
        self.reload()

    def reload(self) -> None:
        """Fetch the state of the feeds again."""
        self.errand(self._load(), "health", otherwise=self._broken)

    def _broken(self, words: str) -> None:
        self.paper.show(notice.blocks("The feeds cannot be shown.", words))

    async def _load(self) -> None:
        feeds = await self.ask(self.desk.health)
        self.count, self.ill = len(feeds), sum(sheet.ill(feed) for feed in feeds)
        self.paper.show(sheet.blocks(feeds))
        self.place()

    def breadcrumb(self) -> str:
        """Return how many there are, and how many are ill."""
        return f"Feeds · {self.count} followed · {self.ill} ill" if self.count else "Feeds"

    def _url(self) -> str | None:
        return self.paper.cursor if isinstance(self.paper.cursor, str) else None

    def do_retry(self) -> None:
        """Fetch the feed under the cursor, due or not."""
        if url := self._url():
            self.post_message(self.Retry(url))

    def do_open(self) -> None:
        """Fetch the feed under the cursor."""
        self.do_retry()

    def do_unfollow(self) -> None:
        """Ask, then stop following; the articles stay."""
        if url := self._url():
            choose = Choose(f"Stop following {url}?", ["Stop; its articles stay", "Keep following"])
            self.app.push_screen(choose, partial(self._unfollow, url))

    def _unfollow(self, url: str, answer: str | None) -> None:
        if answer and answer.startswith("Stop"):
            self.errand(self._end(url), "feed")

    async def _end(self, url: str) -> None:
        await self.ask(lambda: self.desk.unfollow(url))
        self.tell(f"Not following {url} any more. a follows it again.")
        await self._load()

    def do_find_new(self) -> None:
        """Look for the address the feed has moved to."""
        if url := self._url():
            self.tell(f"Looking for the new address of {url} …")
            self.errand(self._find_new(url), "feed")

    async def _find_new(self, url: str) -> None:
        found = await self.ask(lambda: self.desk.find_new_address(url))
        if found is None:
            self.tell("No new address was found.")
        else:
            choose = Choose(f"It seems to be at {found}", ["Follow it there", "Leave it"])
            self.app.push_screen(choose, partial(self._move, url, found))

    def _move(self, old: str, new: str, answer: str | None) -> None:
        if answer and answer.startswith("Follow"):
            self.errand(self._follow(old, new), "feed")

    async def _follow(self, old: str, new: str) -> None:
        def move() -> None:
            for _ in self.desk.follow(new):
                pass
            self.desk.unfollow(old)

        await self.ask(move)
        self.tell(f"Following {new} now.")
        await self._load()
