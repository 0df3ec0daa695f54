"""`briefing serve`: the reader in a browser, on loopback unless told otherwise."""

from __future__ import annotations

from argparse import Namespace

from briefing.cli.console import Console
from briefing.config import Config


def run(options: Namespace, settings: Config, console: Console) -> int:
    """Serve until Ctrl-C."""
    from briefing.tui import serve

    return serve.run(settings, host=options.host, port=options.port, say=console.say)
