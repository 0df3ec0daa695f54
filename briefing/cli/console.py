"""Talking to the terminal: stdout for the product, stderr for the talk, exit codes."""

from __future__ import annotations

import os
import sys
from typing import Any

from briefing import plain
from briefing.errors import BriefingError

DONE, FAILED, USAGE, PARTLY = 0, 1, 2, 3


def open_streams() -> None:
    """Give the standard streams that the caller closed a place: nothing to read, nowhere to write.

    Else the next file opened would get their number, and the talk would be written into it.
    """
    for name, way in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            handle = os.open(os.devnull, os.O_RDONLY if way == "r" else os.O_WRONLY)
            setattr(sys, name, os.fdopen(handle, way, encoding="utf-8"))


def forget_output() -> None:
    """Let what stdout could not take go nowhere, so that its end is quiet."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class Console:
    """stdout and stderr of one run. `json` collects for one envelope; `quiet` drops the talk."""

    def __init__(self, *, as_json: bool = False, quiet: bool = False) -> None:
        self.as_json = as_json
        self.quiet = quiet
        self.failures = 0
        self.successes = 0
        self._trouble: BriefingError | str | None = None  # the first
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(encoding="utf-8", errors="replace")
        able = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self._overwrites = able and not quiet  # asked once: progress comes by the hundred

    def product(self, text: str) -> None:
        """Write to stdout what the user asked for, with one line end after it."""
        sys.stdout.write(text if text.endswith("\n") else text + "\n")
        self.successes += 1

    def raw(self, data: bytes) -> None:
        """Write bytes to stdout as they are."""
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        self.successes += 1

    def say(self, text: str) -> None:
        """Say something on stderr in one line, unless the user wants quiet."""
        if not self.quiet:
            print(plain.address(plain.line(text)), file=sys.stderr)

    def complain(self, error: BriefingError | str) -> None:
        """Name on stderr, in one line, what could not be done; the exit code will tell of it."""
        self.failures += 1
        self._trouble = self._trouble or error
        text = error.line() if isinstance(error, BriefingError) else error
        print(f"briefing: {plain.address(plain.line(text))}", file=sys.stderr)

    def envelope(
        self, data: Any, error: BriefingError | str | None = None, *, as_it_is: bool = False
    ) -> None:
        """Write the one JSON envelope of `--json`: not ok where the exit code is 1 or 2.

        Where nothing could be done, its error is the first that was complained of. Addresses
        are shown without the password in them, unless `as_it_is`.
        """
        import json

        from briefing import wire

        if error is None and self.code() == FAILED:
            error = self._trouble
        hint = error.hint if isinstance(error, BriefingError) else ""
        problem = None if error is None else {"message": str(error), "hint": hint}
        value = {"ok": error is None, "data": wire.to_dict(data), "error": problem}
        value = value if as_it_is else _shown(value)
        sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")

    def progress(self, text: str) -> None:
        """Overwrite one line of progress, only on a terminal that can."""
        if self._overwrites:
            sys.stderr.write("\r\x1b[K" + plain.line(text, 78))
            sys.stderr.flush()

    def progress_end(self) -> None:
        """Take the line of progress away."""
        if self._overwrites:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

    def code(self) -> int:
        """Return the exit code: done, done in part, or not done."""
        if not self.failures:
            return DONE
        return PARTLY if self.successes else FAILED


def _shown(value: Any) -> Any:
    """Return plain data with every address in it as it may be shown."""
    if isinstance(value, str):
        return plain.address(value)
    if isinstance(value, dict):
        return {name: _shown(inner) for name, inner in value.items()}
    return [_shown(inner) for inner in value] if isinstance(value, list) else value
