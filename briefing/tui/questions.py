"""Questions put to the reader: what shows them is loaded when the first is asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.app import App

Then = Callable[[str | None], None]


def ask(app: App[None], title: str, words: str, then: Then, value: str = "") -> None:
    """Ask for a line of text; `then` gets it, or None."""
    from briefing.tui.screens.asking import Ask

    app.push_screen(Ask(title, words, value), then)


def choose(app: App[None], title: str, options: Sequence[str], then: Then | None = None) -> None:
    """Ask for one of some lines; `then` gets it, or None."""
    from briefing.tui.screens.asking import Choose

    app.push_screen(Choose(title, options), then)
