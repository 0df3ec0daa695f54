"""`briefing doctor`: what works now."""

from __future__ import annotations

from argparse import Namespace

from briefing.cli.console import DONE, FAILED, Console
from briefing.config import Config
from briefing.desk.desk import Desk


def run(options: Namespace, settings: Config, console: Console) -> int:
    """Print a line for each part; exit code 1 when one is ill."""
    lines = []
    for part, well, words in Desk(settings, now=options.now).doctor():
        lines.append({"part": part, "ok": well, "words": words})
        if not options.json:
            console.product(f"{'ok ' if well else 'ILL'}  {part}: {words}")
    ill = ", ".join(str(line["part"]) for line in lines if not line["ok"])
    if options.json:
        console.envelope(lines, f"ill: {ill}" if ill else None)
    return FAILED if ill else DONE
