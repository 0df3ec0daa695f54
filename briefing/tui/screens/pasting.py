"""The field for texts of many lines, apart from other questions: heavy and rarely asked."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Static, TextArea

from briefing.tui import shown
from briefing.tui.screens.asking import Ask


class Field(TextArea):
    """A field of many lines that Enter ends where one line says it all: an address, a path."""

    class Taken(Message):
        """The one line is to be taken."""

    async def _on_key(self, event: events.Key) -> None:
        line = self.text.strip()
        said_all = "\n" not in line and ("://" in line or line.startswith(("/", "~", "./")))
        if event.key == "enter" and said_all:
            event.stop()
            event.prevent_default()
            self.post_message(self.Taken())


class AskLong(Ask):
    """Ask for a text of many lines; Ctrl-S answers, or Enter after an address or a path."""

    def compose(self) -> ComposeResult:
        """Put the question over the room."""
        with Vertical(classes="dialog -tall"):
            yield Static(shown.content(self._title), classes="dialog-title")
            yield Static(shown.content(self._words), classes="dialog-words")
            yield Field(self._value, soft_wrap=True)
            words = "^S takes it in (⏎ after an address or a path) · Esc leaves it"
            yield Static(shown.content(words), classes="dialog-words")

    def on_field_taken(self, event: Field.Taken) -> None:
        """Answer with the one line."""
        self.dismiss(self.query_one(TextArea).text)

    def on_key(self, event: events.Key) -> None:
        """Answer on Ctrl-S; Escape is as for one line."""
        if event.key == "ctrl+s":
            event.stop()
            event.prevent_default()
            self.dismiss(self.query_one(TextArea).text)
