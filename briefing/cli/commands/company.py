"""`briefing company`: everything on one company, in order, with its open questions."""

from __future__ import annotations

from argparse import Namespace

from briefing.cli.console import Console
from briefing.config import Config
from briefing.desk.desk import Desk
from briefing.errors import ConfigError


def run(options: Namespace, settings: Config, console: Console) -> int:
    """Print the page of a company."""
    if not 1 <= options.days <= 3660:
        raise ConfigError("--days must be from 1 to 3660")
    desk = Desk(settings, now=options.now)
    dossier = desk.company(options.name, days=options.days)
    console.product(desk.render(dossier, "json" if options.json else options.format))
    return console.code()
