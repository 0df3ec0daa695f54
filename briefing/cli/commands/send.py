"""`briefing send`: deliver a briefing or a card; nothing goes out without being asked for."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path

from briefing.cli.commands import talk
from briefing.cli.console import Console
from briefing.config import Config
from briefing.desk.desk import Desk
from briefing.desk.events import Delivered, DeliveryFailed, Event
from briefing.errors import ConfigError


def run(options: Namespace, settings: Config, console: Console) -> int:
    """Send to one target, or show the exact payload, or send again what did not arrive."""
    desk = Desk(settings, now=options.now)
    if options.retry:
        return _told(desk.resend(options.target, unknown=options.unknown), console)
    if not options.target:
        raise ConfigError("send needs a TARGET", hint="a [targets.NAME] of the settings")
    desk.target(options.target)  # a name that is not known is said before anything is looked for
    noun = desk.noun(Path(options.file) if options.file else None, options.date)
    return _told(desk.send(options.target, noun, dry_run=options.dry_run), console)


def _told(said: Iterable[str | Event], console: Console) -> int:
    """Print the payloads of a dry run as they are, tell the rest; return the exit code."""
    parts, shown = [], False
    for what in said:
        if isinstance(what, str):
            console.product(what)
            shown = True
            continue
        talk.tell(what, console)
        if isinstance(what, Delivered | DeliveryFailed):
            parts.append(_part(what))
    if console.as_json and not shown:
        console.envelope(parts)
    return console.code()


def _part(event: Delivered | DeliveryFailed) -> dict[str, str | int]:
    """Return what became of a part, as an envelope lists it."""
    if isinstance(event, Delivered):
        state, why = "known" if event.repeated else "sent", event.word
    else:
        state, why = "unknown" if event.unknown else "failed", str(event.error)
    row: dict[str, str | int] = {"target": event.target, "part": event.part, "parts": event.parts}
    return row | {"state": state, "why": why}
