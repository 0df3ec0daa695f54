"""`briefing search`: the query language of the reader, on the command line."""

from __future__ import annotations

from argparse import Namespace

from briefing import plain
from briefing.cli.console import Console
from briefing.config import Config
from briefing.desk.desk import Desk
from briefing.errors import ConfigError
from briefing.models import Headline


def run(options: Namespace, settings: Config, console: Console) -> int:
    """Print what a query finds, best first; a query that finds nothing is no failure."""
    words = " ".join(options.query)
    desk = Desk(settings, now=options.now)
    if words.strip() and desk.finds_all(words):
        raise ConfigError(f"{words!r} names nothing to look for", hint="briefing search kroger")
    found = desk.headlines(
        words,
        order="newest" if options.newest else "best",
        limit=options.limit,
        snippets=True,
    )
    if len(found) == options.limit and (more := desk.count(words) - len(found)) > 0:
        console.say(f"{more:,} more (--limit {options.limit + more} shows all)")
    if options.json:
        console.envelope(found)
        return console.code()
    for one in found:
        date = one.published[:10] if one.published else "date missing"
        console.product(f"{plain.line(date)}  {plain.line(one.title)}  ({plain.line(_place(one))})")
        if one.snippet:
            console.product("            " + plain.line(one.snippet))
        if one.url:
            console.product("            " + plain.line(one.url))
    if not found:
        console.say("nothing found")
    return console.code()


def _place(one: Headline) -> str:
    return one.site or plain.address(one.feed or "") or one.id
