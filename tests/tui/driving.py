"""How the screen tests drive the reader: one desk of values, keys in, a settled screen out."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from fake_desk import FakeDesk
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from briefing.tui.app import Reader
from briefing.tui.keymap import Keymap

Script = Callable[[Pilot[None], Reader], Awaitable[None]]
WIDE, SMALL, TINY = (120, 40), (80, 24), (20, 6)


def reader(
    *, preset: str = "default", own: dict[str, str] | None = None, theme: str = "", **desk: Any
) -> Reader:
    """Return a reader on a desk of values."""
    app = Reader(FakeDesk(**desk), Keymap(preset, own))  # type: ignore[arg-type]
    if theme:
        app.theme = theme
    return app


def asked(app: Reader) -> list[tuple[Any, ...]]:
    """Return what was asked of the desk."""
    done: list[tuple[Any, ...]] = app.desk.done  # type: ignore[attr-defined]
    return done


async def settle(pilot: Pilot[Any]) -> None:
    """Wait until every errand is back and drawn, and nothing blinks."""
    for _ in range(4):
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
    for field in [*pilot.app.screen.query(Input), *pilot.app.screen.query(TextArea)]:
        field.cursor_blink = False
    await pilot.pause()


async def press(pilot: Pilot[Any], *keys: str) -> None:
    """Press keys one after the other, each when the screen is settled."""
    for key in keys:
        await pilot.press(key)
        await settle(pilot)
    if not keys:
        await settle(pilot)


def drive(
    app: Reader, script: Script, size: tuple[int, int] = WIDE, *, settled: bool = True
) -> None:
    """Run a script against the reader on a screen of this size, at its start or once settled."""

    async def run() -> None:
        async with app.run_test(size=size, notifications=True) as pilot:
            if settled:
                await settle(pilot)
            await script(pilot, app)

    asyncio.run(run())


def text(app: Reader) -> str:
    """Return the screen as lines of text."""
    width, height = app.size
    lines = [[" "] * width for _ in range(height)]
    update = app.screen._compositor.render_strips()
    for y, strip in enumerate(update[:height]):
        lines[y] = list(strip.text)
    return "\n".join("".join(line).rstrip() for line in lines)
