"""`briefing search`: the query language of the reader, on the command line."""

from __future__ import annotations

from argparse import Namespace

from briefing import plain
from briefing.cli.console import Console
from briefing.config import Config
from briefing.desk.desk import Desk
from briefing.models import Headline


def run(options: Namespace, settings: Config, console: Console) -> int:
    """Print what a query finds, best first; a query that finds nothing is no failure."""
    desk = Desk(settings, now=options.now)
    found = desk.headlines(
        " ".join(options.query),
        order="newest" if options.newest else "best",
        limit=options.limit,
        snippets=True,
    )
    if options.json:
        console.envelope(found)
        return console.code()
    for one in found:
        date = (one.published or one.arrived or "")[:10]
        console.product(plain.line(f"{date}  {one.title}  ({_place(one)})"))
        if one.snippet:
            console.product("            " + plain.line(one.snippet))
        if one.url:
            console.product("            " + plain.line(one.url))
    if not found:
        console.say("nothing found")
    return console.code()


def _place(one: Headline) -> str:
    return one.site or plain.address(one.feed or "") or one.id
