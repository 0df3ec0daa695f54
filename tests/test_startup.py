"""What a fresh process loads: a command pays only for what it uses."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("textual", "trafilatura", "openai", "feedparser", "lxml")
CHECK = (
    "import sys\n"
    "from briefing.cli.main import main\n"
    "try: main({argv!r})\n"
    "except SystemExit: pass\n"
    "loaded = [m for m in {heavy!r} if m in sys.modules]\n"
    "print('LOADED', *loaded, file=sys.stderr)\n"
)


def loaded(argv: list[str], home: Path) -> list[str]:
    code = CHECK.format(argv=argv, heavy=HEAVY)
    env = {**os.environ, "HOME": str(home), "BRIEFING_DATA": str(home / "data")}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=env, check=False
    )
    lines = [line for line in done.stderr.splitlines() if line.startswith("LOADED")]
    assert lines, done.stderr
    return lines[0].split()[1:]


@pytest.mark.parametrize(
    "argv",
    [["--help"], ["daily", "--help"], ["--version"], ["config", "show"], ["config", "path"]],
    ids=" ".join,
)
def test_light_commands_load_no_heavy_library(argv: list[str], tmp_path: Path) -> None:
    assert loaded(argv, tmp_path) == []


@pytest.mark.parametrize(
    "argv", [["search", "kroger"], ["watch", "list"], ["feeds", "list"]], ids=" ".join
)
def test_commands_on_the_archive_load_only_the_archive(argv: list[str], tmp_path: Path) -> None:
    assert loaded(argv, tmp_path) == []


FIRST_LIST = (
    "import sys\n"
    "from briefing import config\n"
    "from briefing.desk.desk import Desk\n"
    "from briefing.tui import app\n"
    "app.gathering.front(Desk(config.load(), now='2018-01-26'))\n"
    "print(*(name for name in sys.modules if name.startswith('briefing')))\n"
)
LATER = (
    *("models.card", "models.day", "models.intake", "core.card", "desk.events", "desk.intake"),
    *("io.net", "io.store.arriving", "tui.screens.asking", "tui.screens.library", "tui.tally"),
    *("tui.widgets.reading", "tui.sheets.card", "tui.sheets.article", "tui.sheets.sources"),
)


def test_the_first_list_of_the_reader_loads_nothing_of_what_comes_later(tmp_path: Path) -> None:
    env = {**os.environ, "HOME": str(tmp_path), "BRIEFING_DATA": str(tmp_path / "data")}
    done = subprocess.run(
        [sys.executable, "-c", FIRST_LIST], capture_output=True, text=True, env=env, check=True
    )
    loaded = set(done.stdout.split())
    assert "briefing.tui.screens.today" in loaded
    assert not loaded & {f"briefing.{name}" for name in LATER}


REFRESHED = (
    "import sys\n"
    "from briefing import config\n"
    "from briefing.desk.desk import Desk\n"
    "list(Desk(config.load(), now='2018-01-26').refresh([]))\n"
    "print(*(name for name in sys.modules if name.startswith('briefing')))\n"
)


def test_a_refresh_that_brings_nothing_loads_nothing_that_reads_feeds(tmp_path: Path) -> None:
    env = {**os.environ, "HOME": str(tmp_path), "BRIEFING_DATA": str(tmp_path / "data")}
    done = subprocess.run(
        [sys.executable, "-c", REFRESHED], capture_output=True, text=True, env=env, check=True
    )
    loaded = set(done.stdout.split())
    assert "briefing.desk.refresh" in loaded
    readers = ("core.feed.parse", "core.feed.entries", "core.page.dates", "desk.finding")
    assert not loaded & {f"briefing.{name}" for name in readers}


def cpu(*argv: str) -> float:
    """Seconds of CPU of the cheapest of seven runs of a command of this Python."""
    costs = []
    for _ in range(7):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, *argv], capture_output=True, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        costs.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(costs)


@pytest.mark.slow
def test_help_costs_at_most_sixty_milliseconds_of_cpu() -> None:
    # Where an empty Python takes more than 12 ms, the machine is slow or busy: five times that.
    assert cpu("-m", "briefing", "--help") <= max(0.060, 5 * cpu("-c", "pass"))
