"""How something new comes in: pasted, followed, imported, fetched; and how a day is briefed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import locations
from briefing.tui import questions
from briefing.tui.everywhere import Everywhere

if TYPE_CHECKING:
    from briefing.tui.tally import Tally

Gone = Callable[[], bool]


class Adding(Everywhere):
    """An app that takes new things in."""

    # -- one thing

    def do_add(self) -> None:
        """Ask for a link, a text, a file or a feed."""
        from briefing.tui.screens.pasting import AskLong

        words = "Paste a link, a text or a page copied from the browser, or name a file or folder."
        self.push_screen(AskLong("Add", words), self._add)

    def _add(self, text: str | None) -> None:
        if text and text.strip():
            self.take_in(text.strip())

    def take_in(self, text: str) -> None:
        """Add what was pasted; an address may be an article or a site to follow."""
        if "\n" not in text and text.lower().startswith(("http://", "https://")):
            choices = ["The article at this address", "The feed of this site: follow it"]
            questions.choose(self, text, choices, partial(self._add_address, text))
        elif "\n" not in text and len(text) < 1000 and _exists(text):
            path = str(locations.expanded(text))
            self.start("add", lambda gone: self.desk.add([path]), self._added)
        else:
            self.start("add", lambda gone: self.desk.paste(text), self._added)

    def _add_address(self, url: str, answer: str | None) -> None:
        if answer is None:
            return
        if answer.startswith("The feed"):
            self.start("follow", lambda gone: self.desk.follow(url), self._followed)
        else:
            self.start("add", lambda gone: self.desk.paste(url), self._added)

    def _added(self, tally: Tally, last: object) -> None:
        """Show what was added: it was asked for."""
        if tally.last_id is not None:
            self.arrived = 0
            self.call_later(self.show_articles, "Just added", [tally.last_id])

    def _followed(self, tally: Tally, last: object) -> None:
        self.reload_room()

    def add_given(self, sources: Sequence[str]) -> None:
        """Take in the sources of the command line, and show just these."""
        from briefing.desk.events import ArticleAdded

        ids: list[str] = []

        def work(gone: Gone) -> Iterator[object]:
            for event in self.desk.add(sources):
                if isinstance(event, ArticleAdded):
                    ids.append(event.article.id)
                yield event

        def then(tally: Tally, last: object) -> None:
            self.arrived = 0
            if ids:
                self.call_later(self.show_articles, "These sources", list(dict.fromkeys(ids)))

        self.start("add", work, then)

    async def show_articles(self, name: str, ids: list[str]) -> None:
        """Show these articles in the library; a single one is opened."""
        await self.at_library("show_given", name, ids)

    # -- feeds

    def do_import(self) -> None:
        """Ask for a file of subscriptions."""
        words = "OPML, newsboat's urls, an address, or the word starter."
        questions.ask(self, "Import feeds", words, self._import, "starter")

    def _import(self, source: str | None) -> None:
        if source:
            self.import_from(source)

    def import_from(self, source: str) -> None:
        """Take in subscriptions and fetch them."""
        path = source if source == "starter" or "://" in source else str(_path(source))
        self.start(
            "import", lambda gone: self.desk.import_feeds(path, cancelled=gone), self._followed
        )

    def do_refresh(self) -> None:
        """Fetch the feeds that are due."""
        self.refresh_feeds()

    def do_refresh_all(self) -> None:
        """Fetch all feeds."""
        self.refresh_feeds(all=True)

    def refresh_feeds(self, urls: Sequence[str] = (), *, all: bool = False) -> None:
        """Fetch feeds; what arrives is announced."""
        self.start(
            "refresh", lambda gone: self.desk.refresh(urls, all=all or bool(urls), cancelled=gone)
        )

    # -- the day

    def do_brief(self) -> None:
        """Write the briefing of today."""
        self.start("briefing", lambda gone: self.desk.brief(cancelled=gone), self._briefed)

    def _briefed(self, tally: Tally, last: object) -> None:
        from briefing.models import Briefing

        self.arrived -= tally.new  # they are on the screen now
        if isinstance(last, Briefing):
            self.call_later(self._show_day)

    async def _show_day(self) -> None:
        await self.go("today")
        self.reload_room()

    # -- the first start

    def welcome(self, digit: str, newsboat: Path | None) -> None:
        """Carry out an offer of the first start."""
        if digit == "1":
            self.start("samples", self._samples, self._briefed)
        elif digit == "2":
            self.import_from("starter")
            self.call_later(self.go, "library")
        elif digit == "3" and newsboat is not None:
            self.import_from(str(newsboat))
            self.call_later(self.go, "library")
        elif digit == "5":
            self.do_add()
        else:
            questions.ask(self, "Import feeds", "The file, or its address.", self._import)

    def _samples(self, gone: Gone) -> Iterable[object]:
        """Take in the bundled articles and brief the span of days they are from."""
        from briefing.desk.events import ArticleAdded

        days = set()
        for event in self.desk.add([str(locations.shipped("sample_articles"))]):
            if gone():
                return
            if isinstance(event, ArticleAdded) and event.article.published:
                days.add(event.article.published[:10])
            yield event
        yield from self.desk.brief(max(days), since=min(days), cancelled=gone)


def _path(text: str) -> Path:
    return locations.expanded(text)


def _exists(text: str) -> bool:
    try:
        return _path(text).exists()
    except (OSError, ValueError):
        return False
