"""`briefing extract`: clean text and metadata of one page; touches no archive."""

from __future__ import annotations

from argparse import Namespace

from briefing.cli.commands import filters
from briefing.cli.console import Console
from briefing.config import Config
from briefing.desk.desk import Desk
from briefing.desk.events import SourceRefused
from briefing.errors import ConfigError


def run(options: Namespace, settings: Config, console: Console) -> int:
    """Print the text of one source; a wall or a list of links is printed and named on stderr."""
    if options.jsonl:
        return filters.run("extract", console)
    if not options.sources:
        raise ConfigError("extract needs a SOURCE", hint="briefing extract page.html")
    desk = Desk(settings, now=options.now)
    printed = []
    for found in desk.extract([options.sources], kind=options.kind):
        if isinstance(found, SourceRefused):
            console.complain(found.error)
            continue
        printed.append(found)
        if found.verdict != "article":
            console.say(f"{options.sources}: this looks like: {found.verdict.replace('_', ' ')}")
    form = "json" if options.json else options.format
    if form == "json" and len(printed) == 1:
        console.product(desk.render(printed[0], "json"))
    else:
        for article in printed:
            console.product(desk.render(article, form))
    return console.code()
