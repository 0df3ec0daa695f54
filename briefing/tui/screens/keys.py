"""Help and palette: all commands, searched as one types; Enter carries one out."""

from __future__ import annotations

from collections.abc import Iterable

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from briefing.tui import shown
from briefing.tui.keymap import Keymap
from briefing.tui.sheets import keys as sheet
from briefing.tui.sheets.block import Block
from briefing.tui.widgets.paper import Paper

_MOVES = {
    "down": Paper.do_down,
    "up": Paper.do_up,
    "pagedown": Paper.do_page_down,
    "pageup": Paper.do_page_up,
    "ctrl+n": Paper.do_down,
    "ctrl+p": Paper.do_up,
}


class Palette(ModalScreen[str | None]):
    """All commands by name; answers with the chosen one, or None on Escape."""

    heading = "Commands"
    classes_shown = "dialog -tall"

    def __init__(self, keymap: Keymap) -> None:
        super().__init__()
        self.keymap = keymap
        self.field = Input(placeholder="a word: star, refresh, theme …")
        self.paper = Paper(classes="-driven")

    def compose(self) -> ComposeResult:
        """Put field and list over the room."""
        with Vertical(classes=self.classes_shown):
            yield Static(shown.content(self.heading), classes="dialog-title")
            yield self.field
            yield self.paper
            yield Static(shown.content("⏎ does it · ↑↓ move · Esc back"), classes="dialog-words")

    def blocks(self, words: str) -> Iterable[Block]:
        """Return the commands that words are about."""
        return sheet.listing(sheet.found(words), self.keymap)

    def on_mount(self) -> None:
        """Show all; the field has the keys."""
        self.paper.can_focus = False
        self.paper.show(self.blocks(""))
        self.field.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what the words are about."""
        self.paper.show(self.blocks(event.value), keep=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer with the command under the cursor."""
        self._answer()

    def on_paper_opened(self, event: Paper.Opened) -> None:
        """Answer with the command that was clicked."""
        self._answer()

    def _answer(self) -> None:
        if isinstance(self.paper.cursor, str):
            self.dismiss(self.paper.cursor)

    def on_key(self, event: events.Key) -> None:
        """Move with the arrows, leave with Escape; all else is typing."""
        move = _MOVES.get(event.key)
        if move is not None:
            event.stop()
            event.prevent_default()
            move(self.paper)
        elif event.key == "escape" or (event.key == "question_mark" and not self.field.value):
            event.stop()
            self.dismiss(None)


class Help(Palette):
    """The help: by group, over the whole screen."""

    heading = "Help: every key, by what it is for. Type to search."
    classes_shown = "dialog -whole"

    def blocks(self, words: str) -> Iterable[Block]:
        """Return the help, searched."""
        return sheet.grouped(words, self.keymap)


class CommandLine(ModalScreen[str | None]):
    """One line at the bottom: a command, or a query; Escape answers None."""

    def compose(self) -> ComposeResult:
        """Put the line at the bottom."""
        from textual.suggester import SuggestFromList

        from briefing.tui.commands import BY_NAME

        yield Input(
            placeholder="a command (star, theme textual-light, add https://…) or a query",
            suggester=SuggestFromList(sorted(BY_NAME)),
            id="command-line",
        )

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer with the line."""
        self.dismiss(event.value.strip())

    def on_key(self, event: events.Key) -> None:
        """Answer None on Escape, or when an empty line is deleted."""
        field = self.query_one(Input)
        if event.key == "escape" or (event.key == "backspace" and not field.value):
            event.stop()
            self.dismiss(None)
