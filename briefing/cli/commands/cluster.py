"""`briefing cluster --jsonl`: group articles by event, a filter."""

from __future__ import annotations

import json
import sys
from argparse import Namespace

from briefing.cli.console import DONE, PARTLY, Console
from briefing.config import Config
from briefing.desk import grouping


def run(options: Namespace, settings: Config, console: Console) -> int:
    """Read all lines, print the group of each; a bad line is answered and exit code 3."""
    lines = (raw.decode("utf-8", "replace") for raw in sys.stdin.buffer)
    good = True
    for answer in grouping.run(lines):
        sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
        good = good and "error" not in answer
    return DONE if good else PARTLY
