"""Fuzz the parsers: whatever comes in, an answer or a refusal in our own words, and soon.

    python benchmarks/fuzz/run.py                              # each parser for 60 seconds
    python benchmarks/fuzz/run.py --seconds 600 --only feeds,pages

Parsers: feeds, pages, dumps, mail, opml, config, replies, queries, cards. `--seconds` is the time
of each. A fault is an exception that is no BriefingError, or a call of more than 5 seconds; each
is printed once, and its input, made small, is kept in a folder that is named. Exit code 1 on any.
"""

from __future__ import annotations

import argparse
import contextlib
import signal
import sys
import tempfile
import time
import traceback
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

import mutations
import parsers
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from briefing.errors import BriefingError

LONGEST = 5.0
"""Seconds a call may take."""
_SHRINKING = 30.0  # seconds spent on making one input small
_ROUND = 200  # inputs of one run of hypothesis
_FRAMES = 950  # what a program of its own would have: hypothesis allows itself many more


class Hang(BaseException):
    """A call took too long; no `except Exception` of a parser may swallow it."""


@contextlib.contextmanager
def limits() -> Iterator[None]:
    """End what runs too long, and let it nest no deeper than in a process of its own."""

    def ring(_number: int, _frame: FrameType | None) -> None:
        raise Hang

    depth, frame = 0, sys._getframe()
    while frame.f_back is not None:
        depth, frame = depth + 1, frame.f_back
    frames = sys.getrecursionlimit()
    signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, LONGEST)
    sys.setrecursionlimit(depth + _FRAMES)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        sys.setrecursionlimit(frames)


@dataclass
class Tried:
    """What became of a parser: inputs, the slowest call in CPU seconds, faults by place."""

    name: str
    call: parsers.Call
    count: int = 0
    slowest: tuple[float, bytes] = (0.0, b"")
    faults: dict[str, bytes] = field(default_factory=dict)

    def one(self, body: bytes) -> str | None:
        """Return the fault of one input: its exception and the line of ours it arose in."""
        began = time.process_time()
        try:
            with limits():
                self.call(body)
        except BriefingError:
            pass
        except Hang:
            return "a call that does not end" if self._hangs(body) else None
        except Exception as error:
            return _place(error)
        self.slowest = max(self.slowest, (time.process_time() - began, body))
        return None

    def _hangs(self, body: bytes) -> bool:
        """Try once more: on a busy machine a call may be slow through no fault of its own."""
        try:
            with limits():
                self.call(body)
        except Hang:
            return True
        except Exception:
            return False
        return False

    def run(self, seconds: float, start: int) -> None:
        """Try inputs until the time is over; `start` gives others than another start."""
        until = time.monotonic() + seconds
        for body in mutations.seeds(self.name):
            self._keep(body)
        strategy: st.SearchStrategy[bytes] = mutations.inputs(self.name)
        number = start * 1_000_000
        while time.monotonic() < until:
            number += 1

            @seed(number)
            @settings(
                max_examples=_ROUND, deadline=None, database=None, phases=(Phase.generate,),
                suppress_health_check=list(HealthCheck),
            )  # fmt: skip
            @given(strategy)
            def some(body: bytes) -> None:
                if time.monotonic() < until:
                    self._keep(body)

            some()

    def _keep(self, body: bytes) -> None:
        self.count += 1
        fault = self.one(body)
        if fault is not None and fault not in self.faults:
            self.faults[fault] = self.smallest(body, fault)

    def smallest(self, body: bytes, fault: str) -> bytes:
        """Return what is left of an input when all is cut away that its fault does not need."""
        until = time.monotonic() + _SHRINKING
        size = len(body) // 2
        while size and time.monotonic() < until:
            start, cut = 0, False
            while start < len(body) and time.monotonic() < until:
                less = body[:start] + body[start + size :]
                if self.one(less) == fault:
                    body, cut = less, True
                else:
                    start += size
            if not cut or size > len(body):
                size = min(size, len(body)) // 2
        return body


def _place(error: Exception) -> str:
    """Return an exception's kind and the last line of ours it passed."""
    rows = traceback.extract_tb(error.__traceback__)
    ours = [r for r in rows if "/briefing/" in r.filename]
    row = ours[-1] if ours else rows[-1]
    if isinstance(error, RecursionError):  # where it ends is chance
        return f"RecursionError below {ours[0].name if ours else row.name}"
    where = row.filename.rpartition("/briefing/")[2]
    return f"{type(error).__name__} at {where}:{row.lineno}"


def main() -> int:
    """Fuzz the parsers of the command line; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--seconds", type=float, default=60.0, help="for each parser")
    parser.add_argument("--only", default=",".join(mutations.KINDS), help="names, with commas")
    parser.add_argument("--seed", type=int, default=0, help="another gives other inputs")
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    kept = Path(tempfile.mkdtemp(prefix="fuzz-"))
    calls = parsers.calls(kept)
    failed = 0
    for name in options.only.split(","):
        tried = Tried(name, calls[name])
        tried.run(options.seconds, options.seed)
        for number, (fault, body) in enumerate(tried.faults.items()):
            file = kept / f"{name}-{number}"
            file.write_bytes(body)
            print(f"{name}: {fault}\n    {file}: {body[:80]!r}")
        failed += len(tried.faults)
        (kept / f"{name}-slowest").write_bytes(tried.slowest[1])
        print(
            f"{name:8} {tried.count} inputs, {len(tried.faults)} faults, "
            f"slowest {tried.slowest[0]:.2f} CPU s (in {kept})",
            flush=True,
        )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
