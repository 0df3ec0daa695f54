"""Pictures of every state that matters, at three sizes. `--snapshot-update` renews them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from driving import SMALL, TINY, WIDE, drive, press, reader, settle
from good_day import GoodDay
from pytest_textual_snapshot import normalize_svg
from specimens import HOSTILE

from briefing.tui.app import Reader
from briefing.tui.keymap import Keymap

BROAD = (180, 45)
EMPTY: dict[str, Any] = {"titles": (), "kept": (), "subscriptions": ()}
NEWSBOAT = (Path.home() / ".newsboat" / "urls",)

STATES: dict[str, tuple[tuple[int, int], str, dict[str, Any]]] = {
    "today": (WIDE, "", {}),
    "today-small": (SMALL, "", {}),
    "today-tiny": (TINY, "", {}),
    "today-broad": (BROAD, "", {}),
    "today-light": (WIDE, "", {"theme": "briefing-light"}),
    "today-nord": (WIDE, "", {"theme": "nord"}),
    "today-not-briefed": (WIDE, "", {"kept": ()}),
    "today-nothing-new": (WIDE, "", {"kept": (), "titles": ()}),
    "today-failed": (WIDE, "", {"trouble": "archive.db is locked by another program"}),
    "today-card-and-text": (WIDE, "enter c j", {}),
    "today-evidence": (WIDE, "enter j j enter", {}),
    "today-card-small": (SMALL, "enter", {}),
    "today-card-tiny": (TINY, "enter", {}),
    "today-with-a-model": (WIDE, "", {"model": "gpt-5-mini"}),
    "welcome": (WIDE, "", {**EMPTY, "newsboat": NEWSBOAT}),
    "welcome-small": (SMALL, "", EMPTY),
    "welcome-tiny": (TINY, "", EMPTY),
    "library": (WIDE, "L", {}),
    "library-card": (WIDE, "L enter c j", {}),
    "library-small": (SMALL, "L", {}),
    "library-sources-small": (SMALL, "L shift+tab", {}),
    "library-article-small": (SMALL, "L enter", {}),
    "library-tiny": (TINY, "L", {}),
    "library-broad": (BROAD, "L enter c j j", {}),
    "library-search": (WIDE, "slash p e l l w", {}),
    "library-nothing": (WIDE, "slash z z z enter", {}),
    "zen": (WIDE, "L enter Z", {}),
    "links": (WIDE, "L enter u", {}),
    "briefings": (WIDE, "B enter", {}),
    "briefings-small": (SMALL, "B enter", {}),
    "briefings-none": (WIDE, "B", {"kept": ()}),
    "ledger": (WIDE, "W", {}),
    "ledger-answered": (WIDE, "W t t", {}),
    "ledger-small": (SMALL, "W", {}),
    "feeds": (WIDE, "H", {}),
    "feeds-small": (SMALL, "H", {}),
    "feeds-none": (WIDE, "H", {"subscriptions": ()}),
    "help": (WIDE, "question_mark", {}),
    "help-searched": (SMALL, "question_mark s t a r", {}),
    "help-tiny": (TINY, "question_mark", {}),
    "palette": (WIDE, "ctrl+p r e a d", {}),
    "themes": (WIDE, "ctrl+t", {}),
    "add": (WIDE, "a", {}),
    "add-small": (SMALL, "a", {}),
    "tag": (WIDE, "t", {}),
    "send": (WIDE, "exclamation_mark", {}),
    "send-small": (SMALL, "exclamation_mark", {}),
    "command-line": (WIDE, "colon", {}),
    "hostile": (WIDE, "L", {"titles": HOSTILE, "kept": ()}),
    "hostile-small": (SMALL, "", {"titles": HOSTILE, "kept": ()}),
    "arrived": (WIDE, "r", {}),
}


OFTEN = ["today", "library-card", "welcome", "help", "hostile"]
SELDOM = [pytest.param(name, marks=pytest.mark.slow) for name in STATES if name not in OFTEN]


@pytest.mark.parametrize("name", [*OFTEN, *SELDOM])
def test_picture(name: str, snap_compare: Callable[..., bool], tmp_path: Path) -> None:
    size, keys, desk = STATES[name]

    async def go_there(pilot: Any) -> None:
        await settle(pilot)
        await press(pilot, *keys.split())

    app = reader(**desk)
    assert snap_compare(app, terminal_size=size, run_before=go_there)


PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
SHOWN = {"today": "", "library": "L enter c j", "help": "question_mark"}


@pytest.mark.parametrize("name", SHOWN)
def test_pictures_of_readme_and_docs_are_true(name: str, request: pytest.FixtureRequest) -> None:
    """Each file in docs/pictures is what the reader shows; `--snapshot-update` renews them."""
    app = Reader(GoodDay(), Keymap())  # type: ignore[arg-type]
    taken = ""

    async def take(pilot: Any, app: Reader) -> None:
        nonlocal taken
        await press(pilot, *SHOWN[name].split())
        taken = normalize_svg(app.export_screenshot(title="briefing"))

    drive(app, take)
    path = PICTURES / f"{name}.svg"
    if request.config.option.update_snapshots:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(taken, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == taken
