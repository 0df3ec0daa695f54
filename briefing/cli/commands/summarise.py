"""`briefing summarise`: a card for each article of the sources."""

from __future__ import annotations

from argparse import Namespace

from briefing.cli.commands import filters
from briefing.cli.console import Console
from briefing.config import Config
from briefing.desk.desk import Desk
from briefing.desk.events import Draft, Note, SourceRefused
from briefing.errors import ConfigError


def run(options: Namespace, settings: Config, console: Console) -> int:
    """Print a card for each article; what could not be read is named and the rest goes on."""
    if options.jsonl:
        return filters.run("summarise", console)
    if not options.sources:
        raise ConfigError("summarise needs a SOURCE", hint="briefing summarise page.html")
    desk = Desk(settings, now=options.now)
    form = "json" if options.json else options.format
    cards = []
    for found in desk.cards(options.sources, kind=options.kind, dry_run=options.dry_run):
        if isinstance(found, SourceRefused):
            console.complain(found.error)
        elif isinstance(found, str):
            console.product(found)
        elif isinstance(found, Note):
            console.say(found.text)
        elif isinstance(found, Draft):
            console.progress(f"draft, not checked yet: {found.text[-60:]}")
        else:
            console.progress_end()
            if found.note:
                console.say(f"{found.article.title or found.id}: {found.note}")
            cards.append(found)
            if not options.json:
                if len(cards) > 1 and form in ("markdown", "text"):
                    console.product("")
                console.product(desk.render(found, form))
    if options.json:
        console.successes = len(cards)
        console.envelope(cards)
    return console.code()
