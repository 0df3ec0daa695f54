"""The smallest Textual app one can look at: what start and memory are measured against."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Bare(App[None]):
    """A word; q leaves."""

    def compose(self) -> ComposeResult:
        yield Static("bare")

    def key_q(self) -> None:
        self.exit()


if __name__ == "__main__":
    Bare().run()
