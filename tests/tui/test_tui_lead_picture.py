"""The picture of an article over the room: only with leave, and no file can do harm."""

from __future__ import annotations

import io
from typing import Any

import pytest
from driving import drive, press, reader
from textual.pilot import Pilot

from briefing.desk.pictures import Picture as File
from briefing.errors import ExtractError
from briefing.tui.app import Reader
from briefing.tui.screens import picture

PIL_IMAGE = pytest.importorskip("PIL.Image")


def png(width: int, height: int) -> bytes:
    kept = io.BytesIO()
    PIL_IMAGE.new("RGB", (width, height), "navy").save(kept, "PNG")
    return kept.getvalue()


def with_file(data: bytes) -> Reader:
    app = reader()
    app.desk.picture = lambda id: File(data, "A [bold]shelf[/]")  # type: ignore[method-assign]
    return app


def test_without_leave_the_reader_says_how_to_give_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture, "is_prepared", lambda: False)

    async def script(pilot: Pilot[Any], app: Reader) -> None:
        await press(pilot, "i")
        assert "pictures = true" in list(app._notifications)[-1].message

    drive(reader(), script)


def test_a_picture_is_shown_and_any_key_takes_it_away() -> None:
    picture.prepare()

    async def script(pilot: Pilot[Any], app: Reader) -> None:
        await press(pilot, "i")
        assert isinstance(app.screen, picture.Picture)
        drawn = app.screen.query_one(".picture").children[0].size
        assert drawn.width > 20 and 2.5 < drawn.width / drawn.height < 4  # a cell is twice as high
        words = [str(w.render()) for w in app.screen.query(".dialog-words")]
        assert words == ["A [bold]shelf[/]", "any key goes back"]
        await press(pilot, "x")
        assert not isinstance(app.screen, picture.Picture)

    drive(with_file(png(320, 200)), script)


def test_a_file_that_is_no_picture_is_refused_in_words() -> None:
    picture.prepare()

    async def script(pilot: Pilot[Any], app: Reader) -> None:
        await press(pilot, "i")
        assert not isinstance(app.screen, picture.Picture)
        assert "cannot be read" in list(app._notifications)[-1].message

    drive(with_file(b"\x89PNG\r\n\x1a\n" + b"\0" * 40), script)


def test_a_picture_that_would_fill_the_memory_is_not_opened() -> None:
    with pytest.raises(ExtractError, match="8000 by 8000"):
        picture.opened(png(8_000, 8_000))
