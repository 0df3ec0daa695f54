"""Where one reads: an article, its card, or both, with the evidence of a point lit up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from textual.app import ComposeResult
from textual.containers import Container
from textual.message import Message

from briefing.tui.sheets import article as article_sheet
from briefing.tui.sheets import card as card_sheet
from briefing.tui.sheets.block import Block, line
from briefing.tui.sheets.card import Claim
from briefing.tui.widgets.paper import Paper

if TYPE_CHECKING:
    from briefing.models import Article, Card

View = Literal["article", "card", "both"]


class ArticlePane(Paper):
    """The text of an article."""

    places = ("article", "pane", "everywhere")

    class Finished(Message):
        """A page further than the end was asked for."""

    def do_space(self) -> None:
        """Go a page on; at the end say so."""
        if self.at_end:
            self.post_message(self.Finished())
        else:
            self.do_page_down()


class CardPane(ArticlePane):
    """The card of an article."""

    places = ("card", "pane", "everywhere")


class Reading(Container):
    """An article pane and a card pane that know of one article."""

    DEFAULT_CSS = """
    Reading { width: 1fr; height: 1fr; layout: vertical; background: $background; }
    Reading #card { display: none; }
    Reading.-card #card, Reading.-both #card { display: block; }
    Reading.-card #article { display: none; }
    Reading.-both #card { height: 55%; }
    Reading.-both #article { height: 1fr; }
    """

    def __init__(self, *, id: str | None = None, view: View = "article") -> None:
        super().__init__(id=id, classes=None if view == "article" else f"-{view}")
        self.article: Article | None = None
        self.card: Card | None = None
        self.sources: Sequence[tuple[str, str]] = ()
        self.text = ArticlePane(id="article")
        self.notes = CardPane(id="card")
        self.view: View = view

    def compose(self) -> ComposeResult:
        """Put the card above (or beside) the text."""
        yield self.notes
        yield self.text

    def set_view(self, view: View) -> None:
        """Show the article, the card, or both."""
        self.view = view
        self.set_class(view == "card", "-card")
        self.set_class(view == "both", "-both")

    def say(self, words: str) -> None:
        """Show a sentence instead of a text (nothing chosen, loading, failed)."""
        self.article = self.card = None
        self.text.show([line(words, "muted", indent=1)], keep=False)
        self.notes.show([line(words, "muted", indent=1)], keep=False)

    def show_article(
        self, article: Article, sources: Sequence[tuple[str, str]] = (), *, note: str = ""
    ) -> None:
        """Show an article; its card, if it was another's, goes."""
        same = self.article is not None and self.article.id == article.id
        self.article, self.sources = article, sources
        if not same:
            self.card = None
            self.notes.show([line("No card yet.", "muted", indent=1)], keep=False)
        sentences = self.card.sentences if self.card else ()
        sheet = article_sheet.blocks(article, sentences, sources=sources, note=note)
        self.text.lit = frozenset()
        self.text.show(sheet, keep=same)

    def show_card(self, card: Card, *, sources: int = 0) -> None:
        """Show a card, and mark its sentences in the text."""
        self.card = card
        first = self.sources[0][0] if len(self.sources) > 1 else ""
        count = sources or max(1, len(self.sources))
        self.notes.show(card_sheet.blocks(card, sources=count, first=first))
        if self.article is not None:
            self.text.show(article_sheet.blocks(self.article, card.sentences, sources=self.sources))
        self.light()

    def links(self) -> list[str]:
        """Return the addresses that the article names, its own among them."""
        return article_sheet.links(self.article, self.sources) if self.article else []

    def say_card(self, sheet: Sequence[Block]) -> None:
        """Show how far a card has come."""
        self.notes.show(sheet, keep=False)

    def light(self) -> None:
        """Light up what bears out the statement under the cursor."""
        claim = self.notes.cursor
        visible = self.view == "both" and self.notes.has_focus
        evidence = claim.evidence if isinstance(claim, Claim) and visible else ()
        self.text.light(evidence, reveal=bool(evidence))

    def on_paper_moved(self, event: Paper.Moved) -> None:
        """Follow the cursor of the card."""
        if event.paper is self.notes:
            self.light()
