"""`briefing daily`: the briefing of a day, from the archive or from just these sources."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from briefing.cli.commands import talk
from briefing.cli.console import Console
from briefing.config import Config
from briefing.desk import forms
from briefing.desk.desk import Desk
from briefing.errors import BriefingError, ConfigError
from briefing.models import Briefing


def run(options: Namespace, settings: Config, console: Console) -> int:
    """Write the briefing whole or not at all, then send it where the user asked."""
    if options.since and (options.sources or options.week):
        raise ConfigError("--since is for briefings of the archive", hint="leave it out")
    desk = Desk(settings, now=options.now)
    for name in options.send:
        desk.target(name)  # a name that is not known is said before the work begins
    briefing = desk.week(options.date) if options.week else _made(desk, options, console)
    if options.dry_run:
        return console.code()
    if briefing is None:
        raise BriefingError("no briefing was made")
    form = "json" if options.json else options.format
    _put(desk, briefing, form, options.out, console)
    if form == "eml" and not desk.has_readers():
        console.say(
            "no recipient is set, so the mail has no To (set `to` of a [targets.NAME] with "
            'kind = "mail" in the settings)'
        )
    console.successes += 1
    for name in options.send:
        for event in desk.send(name, briefing):
            if not isinstance(event, str):
                talk.tell(event, console)
    return console.code()


def _made(desk: Desk, options: Namespace, console: Console) -> Briefing | None:
    made = None
    for event in desk.brief(
        options.date,
        sources=options.sources,
        kind=options.kind,
        since=options.since,
        dry_run=options.dry_run,
    ):
        if isinstance(event, Briefing):
            made = event
        elif isinstance(event, str):
            console.product(event)
        else:
            talk.tell(event, console)
    console.progress_end()
    return made


def _put(desk: Desk, briefing: Briefing, form: str, out: str, console: Console) -> None:
    """Write to stdout, to a file, or into a folder under the date."""
    if out == "-":
        if form == "eml":
            console.raw(desk.render_bytes(briefing, form))
        else:
            console.product(desk.render(briefing, form))
        return
    path = Path(out)
    if path.is_dir() or out.endswith("/"):
        path = path / f"{briefing.date}{forms.SUFFIXES[form]}"
    written = desk.write(briefing, form, path)
    console.say(f"written: {written}")
