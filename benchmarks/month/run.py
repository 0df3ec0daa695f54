"""A month of use: refreshes, briefings, kills and bad weather, and what must hold all along.

    python benchmarks/month/run.py --days 5 --feeds 15
    python benchmarks/month/run.py --days 30 --feeds 40

Feeds on loopback (127.0.0.x: Linux) advance hour by hour under a simulated clock. Every hour
`refresh`, every morning `daily --since last`, on two mornings of three by a model that fails, lies
and dies at random; `add` in the afternoon. Processes are killed (-9) at random moments and run two
at once. Each completed refresh and each day is checked; a table is printed at the end, and exit
code 1 means that something did not hold. With the same `--seed` the news are the same.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import checks
import server
import world
from processes import Done, Started
from table import HEAD, Day

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "benchmarks" / "model")]

import model_double  # noqa: E402  # a neighbour, not a package
import models  # noqa: E402

LIES = [lie for lie in models.LIES if lie != "86 stores"]  # the farm may say that truly
_CACHE = 20.0  # megabytes a refresh may need more when the archive has grown: SQLite's own cache
_LATE = 0.3  # seconds the second of two processes starts after the first, at most


class Month:
    """The life of one archive."""

    def __init__(self, folder: Path, days: int, feeds: int, every: int, seed: int) -> None:
        self.folder, self.chance = folder, random.Random(seed + 2)
        self.days, self.every = days, every
        self.world = world.World(feeds, seed, per_day=6.0)
        self.server = server.Server(self.world, seed, server.Weather())
        self.issues = checks.Issues(self.world.event_of)
        self.ledger = checks.Ledger()
        self.lasted: dict[str, float] = defaultdict(lambda: 1.0)
        self.promised: set[str] = set()
        self.faults: list[str] = []
        self.table: list[Day] = []
        self.env = {k: v for k, v in os.environ.items() if not k.startswith(("OPENAI", "BRIEFING"))}

    def live(self) -> None:
        """Go through the days."""
        with ExitStack() as stack:
            stack.enter_context(self.server)
            self.double = double = stack.enter_context(model_double.ModelDouble(self._brain))
            config = self.folder / "config.toml"
            config.write_text(
                "[net]\ntimeout = 1.0\ntotal_timeout = 3.0\n[model]\ndeadline = 10.0\n"
                f"name = 'double'\nbase_url = '{double.base_url}'\napi_key = '{double.key}'\n"
            )
            (self.folder / "feeds.opml").write_text(self.server.opml())
            self._run("feeds", "import", str(self.folder / "feeds.opml"), "--no-fetch")
            self.archive = checks.Archive(self.folder / "data")
            for _ in range(self.days):
                self._day()

    # ------------------------------------------------------------------ processes

    def _start(self, *arguments: str) -> Started:
        now = self.world.now.isoformat().replace("+00:00", "Z")
        every = ["--config", str(self.folder / "config.toml"), "--data", str(self.folder / "data")]
        return Started(arguments[0], [*arguments, *every, "--now", now], self.env)

    def _run(self, *arguments: str, kill: bool = False) -> Done:
        lasts = self.lasted[arguments[0]]
        done = self._start(*arguments).end(self.chance.uniform(0.1, lasts) if kill else None)
        if done.code >= 0:
            self.lasted[arguments[0]] = 0.7 * lasts + 0.3 * done.wall
        self._judge(done, killed=kill)
        return done

    def _judge(self, done: Done, *, killed: bool) -> None:
        """Note what no process may do."""
        at = f"{self.world.now:%m-%d %H:%M} {done.command}"
        if "a fault of this program" in done.err or "Traceback" in done.err:
            self.faults.append(f"{at}: {done.err.strip().splitlines()[-1]}")
            return
        second = "is at it already" in done.err  # what one of two may say
        if not second and done.code not in (0, 3, -signal.SIGKILL if killed else 0):
            self.faults.append(f"{at}: exit code {done.code}: {done.err.strip()[-200:]}")

    # ------------------------------------------------------------------ a day

    def _day(self) -> None:
        day = Day()
        self.table.append(day)
        for _ in range(24):
            self.world.tick()
            if self.world.now.hour % self.every == 0:
                self._hour(day)
            if self.world.now.hour == 6:
                self._morning(day)
            elif self.world.now.hour == 15:
                self._add(day)
        self._evening(day)

    def _hour(self, day: Day) -> None:
        luck = self.chance.random()
        self.server.answered.clear()
        if luck < 0.1:
            day.killed += self._run("refresh", "--json", kill=True).code < 0
        elif luck < 0.16:
            other = self.chance.choice((["refresh", "--all"], ["watch", "list"], ["search", "a"]))
            first = self._start("refresh", "--json")
            time.sleep(self.chance.uniform(0, _LATE))
            second = self._start(*other)
            for one in (first, second):
                self._judge(one.end(), killed=False)
        else:
            done = self._run("refresh", "--json")
            if done.code in (0, 3):
                day.refreshes.append(done)
                self._hold(done)

    def _hold(self, done: Done) -> None:
        """Hold a refresh that ended well to its word: what it read, it kept."""
        failures = json.loads(done.out)["data"]["failures"]
        failed = {int(f["url"].rpartition("/")[2].removesuffix(".xml")) for f in failures}
        told = [a.urls for a in list(self.server.answered) if a.feed not in failed]
        new = frozenset[str]().union(*told) - self.promised
        if lost := new - self.archive.urls() if new else ():
            self.faults.append(f"{self.world.now:%m-%d %H:%M}: {len(lost)} lost: {min(lost)}")
        self.promised |= new

    def _morning(self, day: Day) -> None:
        """Write the issue; after a kill once more, as the next start of the machine would."""
        number = len(self.table)
        model = number % 3 != 0
        day.writer = "model" if model else "offline"
        command = ["daily", "--since", "last", "--json", *([] if model else ["--offline"])]
        if self.chance.random() < 0.3:
            day.killed += self._run(*command, kill=True).code < 0
        if self.chance.random() < 0.2:
            other = self._start("refresh", "--all", "--quiet")
            done = self._run(*command)
            self._judge(other.end(), killed=False)
        else:
            done = self._run(*command)
        day.daily = done.wall
        if done.code not in (0, 3):
            return
        issue = json.loads(done.out)
        day.stories, day.also = len(issue["stories"]), len(issue["also"])
        self.faults += self.issues.faults(issue)
        self.faults += checks.lies(issue, LIES)

    def _add(self, day: Day) -> None:
        """Take in a text of one's own, now and then killed while at it."""
        file = self.folder / f"note-{len(self.table)}.txt"
        told = "The grocer Note & Daughters said on Monday that it will open {} stores by March. "
        file.write_text(f"Note {len(self.table)}\n\n" + told.format(len(self.table) + 20) * 4)
        kill = self.chance.random() < 0.3
        done = self._run("add", str(file), "--json", kill=kill)
        day.killed += done.code < 0
        if done.code == 0:
            added = [row["id"] for row in json.loads(done.out)["data"]]
            if not added or not set(added) <= self.archive.ids():
                self.faults.append(f"{self.world.now:%m-%d}: what was added is not there")

    def _evening(self, day: Day) -> None:
        self.double.requests.clear()
        ids = self.archive.ids()
        day.articles, day.size = len(ids), self.archive.size()
        self.faults += self.archive.faults()
        if lost := self.promised - self.archive.urls():
            self.faults.append(f"{self.world.now:%m-%d}: {len(lost)} kept once and lost")
        done = self._run("watch", "list", "--all", "--json")
        questions = json.loads(done.out)["data"]
        day.questions = len(questions)
        day.answered = sum(q["answer"] is not None for q in questions)
        self.faults += (f"{self.world.now:%m-%d}: {f}" for f in self.ledger.faults(questions, ids))
        self.faults += (f"{self.world.now:%m-%d}: doctor: {f}" for f in self._doctor())
        print(day.row(f"{self.world.now:%m-%d}"), flush=True)

    def _doctor(self) -> list[str]:
        """Return what the program itself finds wrong with the archive; feeds may be ill."""
        done = self._start("doctor", "--offline", "--json").end()
        lines = json.loads(done.out)["data"] if done.out else []
        found = [str(line) for line in lines if line["part"] == "archive" and not line["ok"]]
        return found if lines else [done.err]

    def _brain(self, body: model_double.Body, number: int) -> model_double.Act:
        """Be a model of which nobody can be sure."""
        luck = self.chance.random()
        if luck < 0.5:
            return model_double.good(body, number)
        if luck < 0.7:
            return model_double.lying(body, number)
        if luck < 0.75:
            return model_double.Act(status=429, error="slow down", headers={"Retry-After": "1"})
        if luck < 0.8:
            return model_double.Act(reset=True)
        if luck < 0.85:
            return models.rude(body, number)
        return model_double.Act(status=500, error="out of memory")


def summary(month: Month) -> Iterator[str]:
    """Yield what the days come to."""
    first, last = month.table[0], month.table[-1]
    rss = [max((d.rss for d in day.refreshes), default=0.0) for day in (first, last)]
    yield f"largest refresh: {rss[0]:.0f} MB on the first day, {rss[1]:.0f} MB on the last"
    yield f"CPU of a refresh: {first.cpu():.2f} s on the first day, {last.cpu():.2f} s on the last"
    yield f"size: {last.size / 1e6:.1f} MB, {last.size / max(1, last.articles) / 1000:.2f} KB each"
    killed = sum(day.killed for day in month.table)
    yield f"killed: {killed}; held to its word: {len(month.promised)} entries"
    yield f"updates printed: {month.issues.updates}; events printed: {len(month.issues.first)}"
    if rss[1] > rss[0] + _CACHE:
        month.faults.append("the memory of a refresh grows")
    if last.cpu() > 2 * first.cpu() + 0.1:
        month.faults.append("the time of a refresh grows")


def main() -> int:
    """Live a month; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--days", type=int, default=30)
    parser.add_argument("--feeds", type=int, default=40)
    parser.add_argument("--every", type=int, default=1, help="hours between two refreshes")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--keep", type=Path, help="folder for the archive, instead of a passing one"
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as passing:
        folder = options.keep or Path(passing)
        folder.mkdir(parents=True, exist_ok=True)
        month = Month(folder, options.days, options.feeds, options.every, options.seed)
        print(HEAD)
        month.live()
        for line in summary(month):
            print(line)
        for fault in month.faults:
            print(f"FAULT {fault}")
    print(f"{len(month.faults)} faults")
    return 1 if month.faults else 0


if __name__ == "__main__":
    sys.exit(main())
