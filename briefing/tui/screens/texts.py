"""Reading in any room that shows texts: open, card, evidence, the next unread, full text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.tui import questions
from briefing.tui.screens import gathering
from briefing.tui.screens.keeping import Keeping
from briefing.tui.sheets import draft as draft_sheet

if TYPE_CHECKING:
    from briefing.models import Article, Card


class Texts(Keeping):
    """A room with a reading place."""

    async def neighbour(self, by: int) -> str | None:
        """Return the next (1) or previous (-1) unread article, and stand on it."""
        return None

    def copies(self, id: str) -> list[str]:
        """Return the articles that are read when this one is."""
        return [id]

    def kept_card(self, id: str) -> Card | None:
        """Return a card of an article that this room has at hand."""
        return None

    def told_by(self, id: str) -> int:
        """Return how many sources tell of it, 0 to count those of the article itself."""
        return 0

    def in_text(self) -> bool:
        """Say whether the focus is in the text or the card."""
        return self.places()[0] in ("article", "card")

    @property
    def roomy(self) -> bool:
        """Say whether card and text have room side by side or one above the other."""
        return self.app.size.width >= 100 and self.app.size.height >= 24

    async def settled(self) -> None:
        """Return when there is a place to read in."""

    # -- opening

    def open_article(self, id: str, *, go: bool) -> None:
        """Show an article; with `go` move there and mark it read."""
        self.errand(self._open(id, go), "open")

    async def _open(self, id: str, go: bool) -> None:
        found = await self.ask(lambda: gathering.opened(self.desk, id))
        await self.settled()
        if found is None:
            self.reading.say("This article is gone. z may bring it back.")
            if kept := self.kept_card(id):
                self.reading.show_card(kept)
            return
        note = found.headline.status.note if found.headline else ""
        self.reading.show_article(found.article, found.sources, note=note)
        card = found.card or self.kept_card(id)
        if card is not None:
            self.reading.show_card(card, sources=self.told_by(id))
        elif self.reading.view != "article":
            self.make_card(found.article)
        if go:
            self.go_reading()
            await self._mark(self.copies(id), read=True)

    def go_reading(self) -> None:
        """Move to the text, or to the card where only that is shown."""
        reading = self.reading
        (reading.notes if reading.view == "card" else reading.text).focus()
        self.bar.place = self.breadcrumb()

    def make_card(self, article: Article) -> None:
        """Have a card made; it appears as it comes."""
        self.reading.say_card(draft_sheet.begun(article.title))
        self.errand(self._make_card(article), "card")

    async def _make_card(self, article: Article) -> None:
        from briefing.desk.events import Draft
        from briefing.models import Card

        async for batch in self.stream(
            lambda gone: self.desk.summarise(article.id, cancelled=gone)
        ):
            last = batch[-1]
            if self.reading.article is None or self.reading.article.id != article.id:
                continue
            if isinstance(last, Card):
                self.reading.show_card(last)
            elif isinstance(last, Draft):
                self.reading.say_card(draft_sheet.so_far(last.text))

    def do_card(self) -> None:
        """Show the card, or hide it: beside the text where there is room, else instead of it."""
        reading = self.reading
        if reading.view == "article":
            reading.set_view("both" if self.roomy else "card")
            self.set_class(True, "-carding")
            self._need_article()
            reading.notes.focus()
        else:
            reading.set_view("article")
            self.set_class(False, "-carding")
            reading.light()
            if self.in_text():
                reading.text.focus()

    def _need_article(self) -> None:
        id = self.current()
        article = self.reading.article
        if article is None or article.id != id:
            if id:
                self.open_article(id, go=False)
        elif self.reading.card is None:
            self.make_card(article)

    def show_evidence(self) -> None:
        """Go from a point to the sentences that bear it out."""
        evidence = getattr(self.reading.notes.cursor, "evidence", ())
        if self.reading.view == "card":
            self.reading.set_view("both" if self.roomy else "article")
            self.set_class(False, "-carding")
        self.reading.text.focus()
        self.call_after_refresh(self.reading.text.light, evidence, reveal=True)

    def on_article_pane_finished(self) -> None:
        """Go on to the next unread."""
        self.do_next_unread()

    def do_space(self) -> None:
        """Open what is under the cursor, or go a page on in the text."""
        if self.current():
            self.open_article(str(self.current()), go=True)

    def do_next_unread(self) -> None:
        """Open the next unread article."""
        self.errand(self._next(1), "next")

    def do_previous_unread(self) -> None:
        """Open the unread article before."""
        self.errand(self._next(-1), "next")

    async def _next(self, by: int) -> None:
        id = await self.neighbour(by)
        if id is None:
            self.tell("No more unread articles here.")
        else:
            self.open_article(id, go=self.in_text())

    def do_full_text(self) -> None:
        """Fetch the full text."""
        id = self.current()
        if id:
            self.tell("Fetching the full text …")
            self.errand(self._full_text(id), "full-text")

    async def _full_text(self, id: str) -> None:
        await self.ask(lambda: self.desk.full_text(id))
        await self._open(id, go=False)

    def do_picture(self) -> None:
        """Show the article's picture."""
        from briefing.tui.screens import picture

        id = self.current()
        if id and picture.is_prepared():
            self.tell("Fetching the picture …")
            self.errand(self._picture(id), "picture")
        elif id:
            self.tell(
                "Pictures are off; `pictures = true` under [reader] shows them after a new start."
            )

    async def _picture(self, id: str) -> None:
        from briefing.tui.screens import picture

        found = await self.ask(lambda: self.desk.picture(id))
        image = await self.ask(lambda: picture.opened(found.data))
        line = self.headline(id)
        title = line.title if line else "Picture"
        self.app.push_screen(picture.Picture(title, image, found.caption))

    def do_versions(self) -> None:
        """Show what changed between versions of the article."""
        id = self.current()
        if id:
            self.errand(self._versions(id), "versions")

    async def _versions(self, id: str) -> None:
        versions = await self.ask(lambda: self.desk.versions(id))
        sources = await self.ask(lambda: self.desk.sources(id))
        rows = [f"{v.published or 'undated'}  {v.words} words  {v.title}" for v in versions]
        rows += [f"{name}  {url}" for name, url in sources]
        questions.choose(self.app, "Versions and sources", rows or ["Only this one."])
