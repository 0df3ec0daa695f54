"""`briefing send`: deliver a briefing or a card; nothing goes out without being asked for."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from briefing.cli.commands import talk
from briefing.cli.console import Console
from briefing.config import Config
from briefing.desk.desk import Desk
from briefing.errors import ConfigError


def run(options: Namespace, settings: Config, console: Console) -> int:
    """Send to one target, or show the exact payload, or send again what did not arrive."""
    desk = Desk(settings, now=options.now)
    if options.retry:
        events = desk.resend(options.target, unknown=options.unknown)
        for event in events:
            talk.tell(event, console)
        return console.code()
    if not options.target:
        raise ConfigError("send needs a TARGET", hint="a [targets.NAME] of the settings")
    noun = desk.noun(Path(options.file) if options.file else None, options.date)
    for said in desk.send(options.target, noun, dry_run=options.dry_run):
        if isinstance(said, str):
            console.product(said)
        else:
            talk.tell(said, console)
    return console.code()
