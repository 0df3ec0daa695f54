"""The picture of an article, over the room. Needs the extra `images`, and leave in the settings.

What a terminal can draw is found out by asking it, which must be over before the reader reads its
keys; so the libraries are loaded before the first screen, or not at all.
"""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Center, Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from briefing.errors import BriefingError, ExtractError
from briefing.tui import shown

if TYPE_CHECKING:
    from PIL.Image import Image

_MOST = 40_000_000  # pixels of a picture that is opened
_DRAWN = (1_600, 1_200)  # pixels that a screen can show


def prepare() -> None:
    """Load what draws pictures and let it ask the terminal. Raises BriefingError without it."""
    try:
        import textual_image.widget  # noqa: F401  # asks when it is loaded
    except ImportError as error:
        raise BriefingError(
            "reader.pictures needs the extra `images`",
            hint="python3 -m pip install 'briefing[images]'",
        ) from error


def is_prepared() -> bool:
    """Say whether pictures can be drawn."""
    return "textual_image.widget" in sys.modules


def opened(data: bytes) -> Image:
    """Return a picture small enough for a screen. Raises ExtractError for what is none."""
    from PIL import Image

    try:
        found = Image.open(io.BytesIO(data))
        if found.width * found.height > _MOST:
            raise ExtractError(f"the picture has {found.width} by {found.height} pixels")
        found.draft("RGB", _DRAWN)
        found.thumbnail(_DRAWN)
        return found.convert("RGB")
    except BriefingError:
        raise
    except Exception as error:  # a decoder may stumble over bad bytes in any way
        raise ExtractError("the picture cannot be read", hint="open it in a browser") from error


class Picture(ModalScreen[None]):
    """A picture with its caption; any key takes it away."""

    def __init__(self, title: str, image: Image, caption: str) -> None:
        super().__init__()
        self._title, self._image, self._caption = title, image, caption

    def compose(self) -> ComposeResult:
        """Put the picture over the room, as large as there is place for."""
        from textual_image.widget import Image as Drawn

        with Vertical(classes="dialog -whole"):
            yield Static(shown.content(self._title), classes="dialog-title")
            with Center(classes="picture"):
                yield Drawn(self._image)
            if self._caption:
                yield Static(shown.content(self._caption), classes="dialog-words")
            yield Static(shown.content("any key goes back"), classes="dialog-words")

    def on_mount(self) -> None:
        """Take the keys."""
        place = self.query_one(".picture")
        place.can_focus = True
        place.focus()

    def on_key(self, event: events.Key) -> None:
        """Go back."""
        event.stop()
        self.dismiss()
