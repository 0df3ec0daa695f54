"""The `--jsonl` filters: stdin to stdout, a line at a time."""

from __future__ import annotations

import sys

from briefing.cli.console import DONE, PARTLY, Console
from briefing.desk import batch


def run(name: str, console: Console) -> int:
    """Run a filter over stdin; exit code 3 when a line could not be answered."""
    lines = (raw.decode("utf-8", "replace") for raw in sys.stdin.buffer)
    good = True
    for text, well in batch.run(name, lines):
        sys.stdout.write(text + "\n")
        sys.stdout.flush()
        good = good and well
    if not good:
        console.say("some lines could not be answered; each says why")
    return DONE if good else PARTLY
