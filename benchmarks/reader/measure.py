"""The reader's promises, measured on a terminal.

python benchmarks/reader/fill.py /tmp/hundred 100000
python benchmarks/reader/measure.py start /tmp/hundred     first list, CPU, memory, leaving
python benchmarks/reader/measure.py cursor                 cursor down against DataTable
python benchmarks/reader/measure.py keys /tmp/fifty        keys while 200 feeds refresh
"""

from __future__ import annotations

import asyncio
import compileall
import os
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from served import farm
from terminal import Terminal, own_cpu

HERE = Path(__file__).parent
READ = [sys.executable, "-m", "briefing", "--offline"]
NOW = ["read", "--now", "2026-11-25"]
CURSOR = "▌".encode()
BARE = [sys.executable, str(HERE / "bare.py")]


def start(data: Path, runs: int = 12) -> None:
    """Print CPU and time to the first list, against a bare Textual app, and the memory then.

    The two take turns, so that whatever else runs slows both; modules are compiled before.
    """
    compileall.compile_dir(HERE.parents[1] / "briefing", quiet=1)
    env = {"HOME": tempfile.mkdtemp(), "BRIEFING_DATA": str(data), "PYTHONDONTWRITEBYTECODE": ""}
    ours, bare, memory, leaving, first, settled = [], [], [], [], [], []
    for _ in range(runs):
        app = Terminal([*READ, *NOW], env)
        first.append(app.wait_for(b"in all"))
        ours.append(app.cpu())
        app.quiet(1.0)
        settled.append(app.cpu())
        memory.append(app.memory())
        leaving.append(app.end()[0])
        other = Terminal(BARE, env)
        other.wait_for(b"bare")
        bare.append(other.cpu())
        other.end(b"q")
    print(f"first list: {statistics.median(first):.2f} s after the start")
    for name, of in (("median", statistics.median), ("least", min)):
        cost, least = of(ours), of(bare)
        print(f"CPU, {name}: {cost:.3f} s, bare Textual {least:.3f} s = {cost / least:.2f} x")
    print(f"CPU with the first card beside it: {statistics.median(settled):.2f} s")
    print(f"memory: {max(memory):.0f} MB; leaving: {max(leaving):.2f} s")


def keys(data: Path, presses: int = 400) -> None:
    """Print the time from key to paint while 200 feeds refresh, one of which hangs for 30 s."""
    with farm(feeds=200, entries=20, hangs=30.0) as port, tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "data"
        shutil.copytree(data, folder)
        _follow(folder, port)
        app = Terminal([*READ, "read"], {"HOME": home, "BRIEFING_DATA": str(folder)})
        app.wait_for(b"in all")
        app.quiet()
        os.write(app.fd, b"L")
        app.wait_for(b"Library")
        app.quiet(1.0)
        quiet = [app.press(b"j", CURSOR) for _ in range(100)]
        app.quiet()
        os.write(app.fd, b"R")
        busy = []
        for n in range(presses):
            busy.append(app.press(b"j" if n % 40 < 30 else b"k", CURSOR))
            time.sleep(0.02)
        seconds, _ = app.end()
    for name, times in (("quiet", quiet), ("while 200 feeds refresh", busy)):
        times.sort()
        p50, p99 = times[len(times) // 2], times[int(len(times) * 0.99)]
        print(f"key to paint, {name}: p50 {p50:.1f} ms, p99 {p99:.1f} ms, max {times[-1]:.1f} ms")
    print(f"leaving while one feed hangs: {seconds:.2f} s")


def _follow(folder: Path, port: int) -> None:
    from briefing.desk.archive import open_archive
    from briefing.models import Feed

    archive = open_archive(folder)
    for feed in archive.feeds.all():
        archive.feeds.remove(feed.url)
    archive.feeds.save(Feed(url=f"http://127.0.0.1:{port}/{n}.xml") for n in range(200))
    archive.close()


def cursor(rows: int = 100_000, presses: int = 300) -> None:
    """Print the CPU of one cursor down in our list and in Textual's DataTable."""
    ours = asyncio.run(_cursor(_headlines(rows), presses))
    table = asyncio.run(_cursor(_table(rows), presses))
    print(f"cursor down at {rows:,} rows: {ours:.2f} ms, DataTable {table:.2f} ms", end=" ")
    print(f"= {ours / table:.2f} x")


async def _cursor(app: object, presses: int) -> float:
    async with app.run_test(size=(120, 40)) as pilot:  # type: ignore[attr-defined]
        await pilot.pause()
        for _ in range(20):
            await pilot.press("down")
        before = own_cpu()
        for _ in range(presses):
            await pilot.press("down")
        return (own_cpu() - before) * 1000 / presses


def _headlines(rows: int) -> object:
    from textual.app import App, ComposeResult

    from briefing.models import Headline
    from briefing.tui.widgets.headlines import Headlines

    class List(App[None]):
        BINDINGS = [("down", "down", "")]  # noqa: RUF012

        def compose(self) -> ComposeResult:
            yield Headlines()

        def on_mount(self) -> None:
            found = [Headline(id=str(n), title=f"Headline {n} of the day") for n in range(2000)]
            self.query_one(Headlines).show([str(n) for n in range(rows)], found)
            self.query_one(Headlines).focus()

        def action_down(self) -> None:
            self.query_one(Headlines).do_down()

        def on_key(self, event: object) -> None:
            if getattr(event, "key", "") == "down":
                self.action_down()
                event.prevent_default()  # type: ignore[attr-defined]

    return List()


def _table(rows: int) -> object:
    from textual.app import App, ComposeResult
    from textual.widgets import DataTable

    class Table(App[None]):
        def compose(self) -> ComposeResult:
            yield DataTable(cursor_type="row")

        def on_mount(self) -> None:
            table = self.query_one(DataTable)
            table.add_columns("", "date", "title", "n")
            table.add_rows(("●", "20 Nov", f"Headline {n} of the day", "×1") for n in range(rows))
            table.focus()

    return Table()


if __name__ == "__main__":
    what, *rest = sys.argv[1:]
    if what == "start":
        start(Path(rest[0]))
    elif what == "keys":
        keys(Path(rest[0]))
    else:
        cursor()
