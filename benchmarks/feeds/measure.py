"""What a refresh costs: cold, all unchanged, a tenth of the feeds changed; newsboat beside it.

    python benchmarks/feeds/measure.py                     # 500 feeds, no latency
    python benchmarks/feeds/measure.py --latency 0.1       # wall against what latency alone costs

CPU seconds of the process and its children, largest resident memory, wall. Use ratios within one
run, for seconds differ from machine to machine. newsboat runs if it is installed, with the
statistics in its cache without which SQLite 3.40 reads every item for every feed.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent


class Cost(NamedTuple):
    """Seconds, seconds, megabytes."""

    cpu: float
    wall: float
    rss: float


def cost(command: Sequence[str], env: dict[str, str] | None = None) -> Cost:
    """Run a command and return what it cost."""
    begun = time.perf_counter()
    process = subprocess.Popen(
        command, env={**os.environ, **(env or {})}, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
    _, _, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begun
    scale = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / scale)


@contextmanager
def farm(port: int, feeds: int, latency: float) -> Iterator[str]:
    """Run the farm; yield its address."""
    command = [sys.executable, str(HERE / "farm.py"), "--port", str(port), "--feeds", str(feeds)]
    process = subprocess.Popen(
        [*command, "--latency", str(latency)], stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        process.stdout.readline()
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()


def ask(url: str) -> str:
    """Return what an address answers."""
    with urllib.request.urlopen(url) as found:
        return str(found.read().decode())


def ours(folder: Path, base: str, connections: int) -> Iterator[tuple[str, Cost]]:
    """Yield our own costs, run by run."""
    config = folder / "config.toml"
    config.write_text(f"[net]\nper_host = {connections}\nconnections = {connections}\n")
    start = [sys.executable, "-m", "briefing", "--config", str(config), "--data", str(folder)]
    yield "cold", cost([*start, "feeds", "import", f"{base}/list.opml"])
    refresh = [*start, "refresh", "--all"]
    yield "unchanged", cost(refresh)
    ask(f"{base}/grow?share=0.1")
    yield "a tenth changed", cost(refresh)


def newsboat(folder: Path, base: str, feeds: int) -> Iterator[tuple[str, Cost]]:
    """Yield newsboat's costs; it keeps validators from its second reload on only."""
    urls, cache = folder / "urls", folder / "cache.db"
    urls.write_text("".join(f"{base}/f/{n}.xml\n" for n in range(feeds)))
    (folder / "config").write_text("reload-threads 4\nmax-items 0\nsuppress-first-reload yes\n")
    start = ["newsboat", "-q", "-C", str(folder / "config"), "-u", str(urls), "-c", str(cache)]
    cost([*start, "-x", "print-unread"])
    link = sqlite3.connect(cache)
    link.execute("analyze")
    link.execute("delete from sqlite_stat1")
    for row in (
        ("rss_item", "idx_deleted", "100000 100000"), ("rss_item", "idx_feedurl", "100000 100"),
        ("rss_item", "idx_guid", "100000 1"), ("rss_feed", "idx_rssurl", "500 1"),
    ):  # fmt: skip
        link.execute("insert into sqlite_stat1 values (?, ?, ?)", row)
    link.commit()
    link.close()
    reload = [*start, "-x", "reload"]
    yield "cold", cost(reload)
    cost(reload)
    yield "unchanged", cost(reload)
    ask(f"{base}/grow?share=0.1")
    yield "a tenth changed", cost(reload)


def main() -> None:
    """Read the command line, run, print a table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--port", type=int, default=8701)
    parser.add_argument("--feeds", type=int, default=500)
    parser.add_argument("--latency", type=float, default=0.0, help="seconds")
    parser.add_argument("--connections", type=int, default=16)
    given = parser.parse_args()
    least = given.feeds * given.latency / given.connections
    runs: dict[str, list[tuple[str, Cost]]] = {}
    with farm(given.port, given.feeds, given.latency) as base:
        with tempfile.TemporaryDirectory() as folder:
            runs["briefing"] = list(ours(Path(folder), base, given.connections))
        if shutil.which("newsboat"):
            with tempfile.TemporaryDirectory() as folder:
                runs["newsboat"] = list(newsboat(Path(folder), base, given.feeds))
    print("| | run | CPU s | wall s | RSS MB | against newsboat | against the least wall |")
    print("|---|---|---|---|---|---|---|")
    theirs = dict(runs.get("newsboat", []))
    for name, found in runs.items():
        for run, c in found:
            ratio = f"{c.cpu / theirs[run].cpu:.2f}" if theirs else ""
            wall = f"{c.wall / least:.2f}" if least else ""
            print(
                f"| {name} | {run} | {c.cpu:.2f} | {c.wall:.2f} | {c.rss:.0f} | {ratio} | {wall} |"
            )


if __name__ == "__main__":
    main()
