"""What one can do with the article at hand: mark, tag, remove, copy, save, pipe, send."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing import locations
from briefing.tui import questions
from briefing.tui.screens.room import Room

if TYPE_CHECKING:
    from briefing.models import Article, Card, Headline
    from briefing.tui.widgets.reading import Reading


class Keeping(Room):
    """A room with an article at hand."""

    reading: Reading

    def current(self) -> str | None:
        """Return the id of the article that commands are about."""
        raise NotImplementedError

    def headline(self, id: str) -> Headline | None:
        """Return the headline of an article, if it is here."""
        return None

    def changed(self, headlines: list[Headline]) -> None:
        """Take in new states of articles."""

    def count_unread(self, unread: int) -> None:
        """Take in how many articles are unread."""
        self.kit.counted(unread)

    # -- marking

    async def _mark(self, ids: list[str], **marks: Any) -> None:
        await self.ask(partial(self.desk.mark, ids, **marks))
        self.count_unread(await self.ask(lambda: self.desk.count("is:unread")))
        self.changed(await self.ask(lambda: self.desk.headlines_of(ids)))

    def _with_headline(self, act: Callable[[Headline], None]) -> None:
        id = self.current()
        known = self.headline(id) if id else None
        if known is not None:
            act(known)

    def do_star(self) -> None:
        """Star, or take the star away."""
        self._with_headline(lambda h: self._start_mark(h, starred=not h.status.starred))

    def do_toggle_read(self) -> None:
        """Mark read, or unread again."""
        self._with_headline(lambda h: self._start_mark(h, read=not h.status.read))

    def _start_mark(self, headline: Headline, **marks: bool) -> None:
        self.errand(self._mark([headline.id], **marks), "mark", exclusive=False)

    def do_tag(self) -> None:
        """Ask for tags."""
        self._with_headline(self._ask_tags)

    def _ask_tags(self, headline: Headline) -> None:
        has = " ".join(headline.status.tags)
        words = f"Tags now: {has or 'none'}. Words to add, -word to take away, a # note after them."
        questions.ask(self.app, "Tags", words, partial(self._set_tags, headline.id))

    def _set_tags(self, id: str, words: str | None) -> None:
        if words is None:
            return
        tags, hash, note = words.partition("#")
        add = [w for w in tags.replace(",", " ").split() if not w.startswith("-")]
        drop = [w[1:] for w in tags.replace(",", " ").split() if w.startswith("-")]
        more: dict[str, Any] = {"add_tags": add, "drop_tags": drop}
        if hash:
            more["note"] = note.strip()
        self.errand(self._mark([id], **more), "mark", exclusive=False)

    def do_delete(self) -> None:
        """Remove the article; z brings it back."""
        id = self.current()
        if id:
            self.errand(self._delete(id), "mark", exclusive=False)

    async def _delete(self, id: str) -> None:
        await self.ask(lambda: self.desk.remove([id]))
        self.tell("Removed. z brings it back.")
        self.reload()

    # -- elsewhere

    def do_browser(self) -> None:
        """Open the article in the browser."""
        self._with_headline(lambda h: self._browse(h.url))

    def do_browser_read(self) -> None:
        """Open it in the browser and mark it read."""
        self.do_browser()
        self._with_headline(lambda h: self._start_mark(h, read=True))

    def _browse(self, url: str | None) -> None:
        if url:
            self.errand(self._open_link(url), "browse", exclusive=False)
        else:
            self.tell("This article has no address.")

    async def _open_link(self, url: str) -> None:
        await self.ask(lambda: self.desk.open_link(url))
        self.tell(f"Opened {url}")

    def do_links(self) -> None:
        """Offer the links by number."""
        article = self.reading.article
        if article is None:
            self.do_browser()
            return
        links = self.reading.links()
        if links:
            questions.choose(self.app, "Links", links, self._browse)
        else:
            self.tell("No links here.")

    def do_copy(self) -> None:
        """Copy the link."""
        self._with_headline(lambda h: self._copy(h.url or h.title, "link"))

    def do_copy_text(self) -> None:
        """Copy the card, or the text."""
        self._with_noun(lambda noun: self.errand(self._copy_rendered(noun), "copy"))

    async def _copy_rendered(self, noun: Article | Card) -> None:
        self._copy(await self.ask(lambda: self.desk.render(noun, "text")), "text")

    def _copy(self, text: str, what: str) -> None:
        self.app.copy_to_clipboard(text)
        self.tell(f"Copied the {what}.")

    def noun(self) -> Article | Card | None:
        """Return what is to be saved or sent: the card where it is shown, else the article."""
        reading = self.reading
        if self.focused is reading.notes and reading.card is not None:
            return reading.card
        return reading.article

    def do_save(self) -> None:
        """Ask for a folder and save as Markdown there."""
        self._with_noun(self._ask_folder)

    def _ask_folder(self, noun: Article | Card) -> None:
        save = partial(self._start_save, noun)
        here = str(Path.cwd())
        questions.ask(self.app, "Save as Markdown", "Folder to save in.", save, here)

    def _start_save(self, noun: Article | Card, folder: str | None) -> None:
        if folder:
            self.errand(self._save(noun, locations.expanded(folder)), "save")

    async def _save(self, noun: Article | Card, folder: Path) -> None:
        self.tell(f"Saved {await self.ask(lambda: self.desk.save_markdown(noun, folder))}")

    def do_pipe(self) -> None:
        """Ask for a command and give it the text."""
        self._with_noun(self._ask_command)

    def _ask_command(self, noun: Article | Card) -> None:
        words = "It gets the text as Markdown on stdin."
        pipe = partial(self._start_pipe, noun)
        questions.ask(self.app, "Pipe to a command", words, pipe)

    def _start_pipe(self, noun: Article | Card, command: str | None) -> None:
        if command:
            self.errand(self._pipe(noun, command), "pipe")

    async def _pipe(self, noun: Article | Card, command: str) -> None:
        said = await self.ask(lambda: self.desk.pipe(noun, command))
        self.tell(said or "Done; it said nothing.")

    def _with_noun(self, act: Callable[[Article | Card], object]) -> None:
        """Act on what is shown, or else on the article under the cursor."""
        if (noun := self.noun()) is not None:
            act(noun)
        elif id := self.current():
            self.errand(self._fetched(id, act), "open")
        else:
            self.tell("There is no article here.")

    async def _fetched(self, id: str, act: Callable[[Article | Card], object]) -> None:
        article = await self.ask(lambda: self.desk.article(id))
        if article is not None:
            act(article)

    def do_send(self) -> None:
        """Show what would be mailed, and where to."""
        self._send("mail")

    def do_slack(self) -> None:
        """Show what would be posted, and where to."""
        self._send("slack")

    def _send(self, kind: str) -> None:
        from briefing.tui.screens.sending import Sending

        def show(noun: Article | Card) -> None:
            self.app.push_screen(Sending(self.kit, self.reading.card or noun, kind))

        self._with_noun(show)
