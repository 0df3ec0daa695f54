"""Ledger: the questions one watches, by what became of them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from textual.widget import Widget

from briefing.models import Question
from briefing.tui.screens import gathering
from briefing.tui.screens.asking import Ask
from briefing.tui.screens.room import Kit, Room
from briefing.tui.sheets import ledger as sheet
from briefing.tui.sheets import notice
from briefing.tui.sheets.block import line
from briefing.tui.widgets.paper import Paper


class Questions(Paper):
    """The questions of a tab."""

    places = ("questions", "pane", "everywhere")


class Ledger(Room):
    """Tabs of questions; under an answered one the sentence that answers it."""

    name_shown = "Ledger"

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.paper = Questions(id="questions")
        self.at = 0
        self.shown: dict[str, Question] = {}

    def body(self) -> Iterable[Widget]:
        """Return the one pane."""
        yield self.paper

    def on_mount(self) -> None:
        """Show the open questions."""
        self.paper.show([sheet.tabs(0, ()), line("Loading …", "muted", gap=1)])
        self.paper.focus()
        self.reload()

    def reload(self) -> None:
        """Fetch the questions again."""
        self.errand(self._load(self.at), "ledger", otherwise=self._broken)

    def _broken(self, words: str) -> None:
        self.paper.show(notice.blocks("The ledger cannot be shown.", words))

    async def _load(self, at: int) -> None:
        pages = await self.ask(lambda: gathering.pages(self.desk, at))
        self.shown = {q.id: q for q in pages.questions}
        self.paper.show(sheet.blocks(pages.questions, at, pages.counts, self.kit.today()))
        self.place()

    def breadcrumb(self) -> str:
        """Return the tab."""
        return f"Ledger › {sheet.TABS[self.at][0]}"

    def do_next_state(self) -> None:
        """Show the next tab."""
        self.at = (self.at + 1) % len(sheet.TABS)
        self.reload()

    def do_next_pane(self) -> None:
        """Show the next tab: there is only one pane."""
        self.do_next_state()

    def do_previous_pane(self) -> None:
        """Show the tab before."""
        self.at = (self.at - 1) % len(sheet.TABS)
        self.reload()

    # -- what one decides

    def do_confirm(self) -> None:
        """Confirm the answer."""
        self._act("confirm", "Confirmed.")

    def do_reject(self) -> None:
        """Reject the answer."""
        self._act("reject", "Rejected: the question is open again.")

    def do_answer_yes(self) -> None:
        """Answer yes."""
        self._act("answer", "Answered: yes.", "yes")

    def do_answer_no(self) -> None:
        """Answer no."""
        self._act("answer", "Answered: no.", "no")

    def do_drop(self) -> None:
        """Drop the question; it stays under Expired."""
        self._act("drop", "Dropped; it is kept under Expired.")

    def do_snooze(self) -> None:
        """Put the question off for a month."""
        self._act("snooze", "Put off for a month.")

    def do_edit(self) -> None:
        """Ask for other words."""
        question = self._question()
        if question is not None:
            ask = Ask("Reword the question", "It keeps its date and its source.", question.question)
            self.app.push_screen(ask, partial(self._reword, question.id))

    def _reword(self, id: str, words: str | None) -> None:
        if words:
            self.errand(self._carry("edit", id, words, "Reworded."), "act")

    def _question(self) -> Question | None:
        return self.shown.get(str(self.paper.cursor))

    def _act(self, act: str, said: str, value: str | None = None) -> None:
        question = self._question()
        if question is not None:
            self.errand(self._carry(act, question.id, value, said), "act")

    async def _carry(self, act: str, id: str, value: str | None, said: str) -> None:
        await self.ask(lambda: self.desk.watch(act, id, value))
        self.tell(said)
        await self._load(self.at)

    def on_paper_opened(self, event: Paper.Opened) -> None:
        """Show the article that answered a question, or the one that raised it."""
        question = self._question()
        if question is not None:
            ref = question.answer.article if question.answer else question.article
            if ref.id:
                self.post_message(self.Wanted(ref.id))
            else:
                self.tell("You answered this one yourself; there is no article.")
