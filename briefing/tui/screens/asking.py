"""Small questions to the reader: a line of text, a choice of a few, a yes."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from briefing import plain
from briefing.tui import shown
from briefing.tui.sheets.block import Block, Run
from briefing.tui.widgets.paper import Paper


class Ask(ModalScreen[str | None]):
    """Ask for a line of text; Escape answers None."""

    def __init__(self, title: str, words: str, value: str = "") -> None:
        super().__init__()
        self._title, self._words = title, words
        self._value = plain.block(value)

    def compose(self) -> ComposeResult:
        """Put the question over the room."""
        with Vertical(classes="dialog"):
            yield Static(shown.content(self._title), classes="dialog-title")
            yield Static(shown.content(self._words), classes="dialog-words")
            yield Input(self._value)
            yield Static(shown.content("⏎ takes it · Esc leaves it"), classes="dialog-words")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer with the line."""
        self.dismiss(event.value.strip())

    def on_key(self, event: events.Key) -> None:
        """Answer None on Escape."""
        if event.key == "escape":
            event.stop()
            self.dismiss(None)


class Choose(ModalScreen[str | None]):
    """Choose one of some lines by its number or with the cursor; Escape answers None."""

    def __init__(self, title: str, options: Sequence[str]) -> None:
        super().__init__()
        self._title, self._options = title, options
        self._paper = Paper()

    def compose(self) -> ComposeResult:
        """Put the choice over the room."""
        with Vertical(classes="dialog"):
            yield Static(shown.content(self._title), classes="dialog-title")
            yield self._paper

    def on_mount(self) -> None:
        """Show the options with their numbers."""
        blocks = []
        for n, option in enumerate(self._options):
            number = f"{n + 1} " if n < 9 else "  "
            runs = (Run(number, "accent"), Run(plain.line(option, 300)))
            blocks.append(Block(runs, key=n, hang=2))
        self._paper.styles.height = min(16, len(blocks))
        self._paper.show(blocks)
        self._paper.focus()

    async def on_key(self, event: events.Key) -> None:
        """Take a digit, Enter, Escape; all else moves."""
        event.stop()
        if event.key in ("escape", "q"):
            self.dismiss(None)
        elif event.key.isdigit() and 0 < int(event.key) <= len(self._options):
            self.dismiss(self._options[int(event.key) - 1])
        elif event.key in ("j", "down"):
            self._paper.do_down()
        elif event.key in ("k", "up"):
            self._paper.do_up()
        elif event.key in ("pagedown", "ctrl+f"):
            self._paper.do_page_down()
        elif event.key in ("pageup", "ctrl+b"):
            self._paper.do_page_up()
        elif event.key == "enter":
            self._paper.do_open()

    def on_paper_opened(self, event: Paper.Opened) -> None:
        """Answer with the option under the cursor."""
        if isinstance(event.key, int):
            self.dismiss(self._options[event.key])
