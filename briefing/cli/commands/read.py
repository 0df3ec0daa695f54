"""`briefing read`: open the reader."""

from __future__ import annotations

import sys
from argparse import Namespace

from briefing.cli.console import Console
from briefing.config import Config
from briefing.errors import BriefingError


def run(options: Namespace, settings: Config, console: Console) -> int:
    """Open the reader on the archive, or on these sources."""
    if not sys.stdout.isatty() or not sys.stdin.isatty():
        raise BriefingError(
            "the reader needs a terminal",
            hint="for pipes there are: briefing daily, summarise, search",
        )
    from briefing.tui import sweeping

    sweeping.begin()
    if settings.reader.pictures:
        from briefing.tui.screens import picture

        picture.prepare()
    from briefing.tui import app

    return app.run(settings, sources=options.sources, now=options.now)
