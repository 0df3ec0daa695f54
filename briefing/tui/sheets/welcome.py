"""The first start as blocks: what one can do while there is nothing to read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from briefing import plain
from briefing.tui.sheets.block import Block, Run, line


def blocks(newsboat: Sequence[Path], editor: str) -> list[Block]:
    """Return the sheet; the key of each offer is its digit."""
    found = f"found {_home(newsboat[0])}" if newsboat else "no newsboat here; give me its file"
    offers = (
        ("1", "Look at the samples", "a briefing in ten seconds, offline"),
        ("2", "Follow retail feeds", "a starter list, by beat"),
        ("3", "Bring my newsboat feeds", found),
        ("4", "Import OPML …", "from any other reader"),
        ("5", "Paste a link or a text …", "a page copied from the browser is fine"),
    )
    if editor == "offline cards":
        model = "No model is set up: cards are written offline. `briefing doctor` helps with one."
    else:
        model = f"Cards are written by {editor}, and held to the text they come from."
    return [
        line("Good morning. There is nothing to read yet.", "title"),
        *(_offer(*offer, gap=1 if n == 0 else 0) for n, offer in enumerate(offers)),
        line(model, "muted", gap=1),
        line("? shows every key, Esc goes to the empty desk, Q leaves.", "muted"),
    ]


def _offer(digit: str, what: str, aside: str, *, gap: int) -> Block:
    runs = (
        Run(f"{digit}  ", "accent"),
        Run(f"{what:<27}", "text"),
        Run(plain.line(aside, 60), "muted"),
    )
    return Block(runs, key=digit, hang=3, gap=gap)


def _home(path: Path) -> str:
    """Return a path as people write it, from the home folder on."""
    home = str(Path.home())
    return "~" + str(path)[len(home) :] if str(path).startswith(home) else str(path)
