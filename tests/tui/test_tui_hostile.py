"""Text of the world in every widget, toast and title: nothing is obeyed, nothing crashes."""

from __future__ import annotations

import json
import os
import pty
import select
import subprocess
import sys
import time
import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from driving import SMALL, WIDE, drive, press, reader, text
from fake_desk import FakeDesk
from textual import events
from textual.pilot import Pilot

from briefing.desk.events import ArticleAdded, Delivered, Note
from briefing.errors import BriefingError
from briefing.models import Briefing, Card, Feed, Question
from briefing.tui.app import Reader
from briefing.tui.keymap import Keymap
from briefing.tui.shown import content, fit, lines
from briefing.tui.widgets.bar import Bar

TITLES = (
    "[/]",
    "[bold]x[/italic]",
    "[@click=app.quit()]press here[/]",
    "[link=file:///etc/passwd]x[/link] [red on",
    "\\[escaped] \\\\[b]",
    "\x1b[2J\x1b[31mred\x1b[0m",
    "\x1b]0;owned\x07title \x1b]52;c;QUFBQQ==\x07",
    "\x9b2J\x90q\x9c c1",
    "right \u202eleft\u202c \u2066isolate\u2069 \u200bzero",
    "z\u0335\u0321\u031b" + "\u0300" * 300 + "algo",
    "w" * 10_000,
    "line\nbreak\r\nand\ttab\x00nul\x08bs",
    "永辉超市" * 40 + "👩‍👩‍👧‍👦🇩🇪",
    "{{x}} %s $HOME `id` </svg>",
    "",
)
FORBIDDEN = {"Cc", "Cs"}
TRICKS = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\ufeff")


class Mischief:
    """Hands out hostile texts in turn, and puts them in place of every text of a value."""

    def __init__(self, start: int) -> None:
        self.at = start

    def text(self) -> str:
        self.at += 1
        return TITLES[self.at % len(TITLES)]

    def spoil(self, value: Any, keep: tuple[str, ...] = ("id", "date", "published")) -> Any:
        if isinstance(value, str):
            return self.text()
        if hasattr(value, "_fields"):
            named = value._asdict().items()
            changed = {n: self.spoil(v, keep) for n, v in named if n not in {*keep, *_STATES}}
            return value._replace(**changed)
        if isinstance(value, tuple):
            return tuple(self.spoil(v, keep) for v in value)
        if not is_dataclass(value) or isinstance(value, type):
            return value
        changes = {
            f.name: self.spoil(getattr(value, f.name), keep)
            for f in fields(value)
            if f.name not in keep and "Literal" not in str(f.type) and f.name not in _STATES
        }
        return replace(value, **changes)


_STATES = {"status", "state", "kind", "polarity", "window", "by", "opened", "verdict", "timezone"}


class HostileDesk(FakeDesk):
    """A desk on which every text is hostile."""

    def __init__(self, start: int) -> None:
        self.mischief = Mischief(start)
        super().__init__(titles=TITLES)
        spoil = self.mischief.spoil
        self.kept = tuple(spoil(b) for b in self.kept)
        self.all = [spoil(h)._replace(url="https://x.example/") for h in self.all]
        self.subscriptions = [
            Feed(url=f"https://{n}.example", title=t, category=TITLES[n % 5], failures=n % 3)
            for n, t in enumerate(TITLES)
        ]
        self.saved = [w._replace(name=self.mischief.text()) for w in self.saved]

    def article(self, id: str) -> Any:
        found = super().article(id)
        return found and self.mischief.spoil(found)

    def summarise(self, id: str, *, cancelled: Any = None) -> Iterator[Any]:
        card = next(iter(super().summarise(id)))
        assert isinstance(card, Card)
        yield self.mischief.spoil(card)

    def sources(self, id: str) -> list[tuple[str, str]]:
        return [(self.mischief.text(), self.mischief.text()) for _ in range(4)]

    def versions(self, id: str) -> list[Any]:
        return [self.article(id)]

    def tags(self) -> dict[str, int]:
        return dict.fromkeys(TITLES, 3)

    def questions(self, states: Any = (), *, due: bool = False) -> list[Question]:
        return [self.mischief.spoil(q) for q in super().questions(states, due=due)]

    def preview(self, target: str, noun: Any) -> str:
        return "\n".join(TITLES)

    def targets(self) -> list[str]:
        return list(TITLES)

    def send(self, target: str, noun: Any, **more: Any) -> Iterator[Any]:
        yield Delivered(target=target, part=1, parts=1, word=self.mischief.text())

    def refresh(self, urls: Any = (), **more: Any) -> Iterator[Any]:
        for title in TITLES:
            yield Note(text=title)
        yield ArticleAdded(article=self.article("a1"), arrival="new")

    def pipe(self, noun: Any, command: str) -> str:
        raise BriefingError(self.mischief.text(), hint=self.mischief.text())

    def editor_state(self) -> str:
        return self.mischief.text()

    def newsboat_files(self) -> list[Path]:
        return [Path("/x/[/]"), Path("/y/\x1b[2J")]


def assert_harmless(app: Reader) -> None:
    for line in text(app).split("\n"):
        for letter in line:
            assert unicodedata.category(letter) not in FORBIDDEN, repr(line)
            assert letter not in TRICKS, repr(line)
    for strip in app.screen._compositor.render_strips():
        for segment in strip:
            meta = segment.style.meta if segment.style else {}
            assert "quit" not in str(meta) and not (segment.style and segment.style.link)


TOUR = (
    *("enter", "c", "c", "q", "L", "shift+tab", "j", "j", "enter", "enter", "c", "j", "u"),
    *("escape", "v", "escape", "t", "escape", "o", "r", "S", "escape", "vertical_line", "x"),
    *("enter", "exclamation_mark", "j", "enter", "escape", "B", "enter", "q", "W", "t", "t", "e"),
    *("escape", "H", "j", "u", "escape", "slash", "x", "escape", "ctrl+p", "escape", "D", "z"),
)


@pytest.mark.parametrize("size", [WIDE, SMALL], ids=["wide", "small"])
@pytest.mark.parametrize("start", [0, 5, 10])
@pytest.mark.slow
def test_a_tour_of_all_rooms_among_hostile_texts(start: int, size: tuple[int, int]) -> None:
    app = Reader(HostileDesk(start), Keymap())  # type: ignore[arg-type]

    async def tour(pilot: Pilot[Any], app: Reader) -> None:
        for key in TOUR:
            await press(pilot, key)
            assert app.is_running
            assert_harmless(app)

    drive(app, tour, size)


@pytest.mark.slow
def test_toasts_bars_and_titles_are_letters_only() -> None:
    async def script(pilot: Pilot[Any], app: Reader) -> None:
        for title in TITLES:
            app.screen.tell(title)
            app.failed(title)
            app.screen.query_one(Bar).place = title
            app.screen.query_one(Bar).busy = title
            await pilot.pause()
            assert_harmless(app)

    drive(reader(), script, SMALL)


@pytest.mark.parametrize("title", TITLES)
def test_content_has_no_style_of_its_own(title: str) -> None:
    for made in (content(title), lines(title)):
        assert not made.spans
        assert "\x1b" not in made.plain and "\u202e" not in made.plain


@pytest.mark.parametrize("width", [0, 1, 2, 7, 40])
@pytest.mark.parametrize("title", ["永辉超市", "a永b辉", "", "abc", "👩‍👩‍👧‍👦 family"])
def test_fit_has_exactly_the_width(title: str, width: int) -> None:
    from rich.cells import cell_len

    assert cell_len(fit(title, width)) == width
    assert cell_len(fit(title, width, right=True)) == width


@pytest.mark.slow
def test_on_a_terminal_no_byte_of_an_escape_comes_through(tmp_path: Path) -> None:
    """Run the real program in a pseudo-terminal on an archive full of hostile titles."""
    data = tmp_path / "data"
    body = " Northgate opens shops. " * 20
    made = ({"id": str(n), "title": t, "text": t + body} for n, t in enumerate(TITLES))
    lines_in = "".join(json.dumps(line) + "\n" for line in made)
    briefing = [sys.executable, "-m", "briefing", "--data", str(data), "--offline"]
    subprocess.run([*briefing, "add", "--jsonl"], input=lines_in.encode(), check=False)
    seen = _screen([*briefing, "read"], keys=(b"L", b"\r", b"c", b"j", b"q", b"T", b"Q"))
    assert b"Library" in seen
    for payload in (b"owned\x07", b"52;c;QUFBQQ", b"\x1b]0;", b"\xc2\x9b", "\u202e".encode()):
        assert payload not in seen


def _screen(command: list[str], keys: tuple[bytes, ...]) -> bytes:
    """Return all bytes a program writes to a terminal while these keys are pressed."""
    process, terminal = pty.fork()
    if process == 0:
        os.environ.update(TERM="xterm-256color", COLUMNS="100", LINES="30")
        os.execv(command[0], command)
    seen = bytearray()
    waiting = list(keys)
    end = time.monotonic() + 60
    while time.monotonic() < end:
        ready, _, _ = select.select([terminal], [], [], 1.5)
        if ready:
            try:
                chunk = os.read(terminal, 65536)
            except OSError:
                break
            if not chunk:
                break
            seen += chunk
        elif waiting:
            os.write(terminal, waiting.pop(0))
        else:
            break
    os.close(terminal)
    os.waitpid(process, 0)
    return bytes(seen)


def test_a_briefing_of_hostile_texts_is_still_a_briefing() -> None:
    made = HostileDesk(3).briefing("2018-01-26")
    assert isinstance(made, Briefing)


@pytest.mark.slow
def test_what_is_pasted_is_clean_before_a_field_has_it() -> None:
    async def script(pilot: Pilot[Any], app: Reader) -> None:
        for key in ("a", "slash"):
            await press(pilot, key)
            for title in TITLES[:9]:
                app.post_message(events.Paste(title))
                await press(pilot)
                assert_harmless(app)
            await press(pilot, "escape")

    drive(reader(), script, SMALL)
