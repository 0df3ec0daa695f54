"""`briefing feeds`: subscriptions in, out and how they are."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path

from briefing import plain
from briefing.cli.commands import talk
from briefing.cli.console import Console
from briefing.config import Config
from briefing.desk.desk import Desk
from briefing.desk.events import Event, FeedFailed, FeedFollowed, SourceRefused
from briefing.errors import BriefingError, ConfigError


def run(options: Namespace, settings: Config, console: Console) -> int:
    """Carry out one of add, list, remove, import, export, check, starter."""
    desk = Desk(settings, now=options.now)
    fetch = not options.no_fetch
    if options.what == "add":
        return _events(_add(desk, _some(options.rest), options.category, fetch), options, console)
    if options.what in ("import", "starter"):
        sources = ["starter"] if options.what == "starter" else _some(options.rest)
        found = (e for source in sources for e in desk.import_feeds(source, fetch=fetch))
        return _events(found, options, console)
    if options.what == "remove":
        return _remove(desk, _some(options.rest), options, console)
    if options.what == "export":
        return _export(desk, options, console)
    return (
        _check(desk, options, console) if options.what == "check" else _list(desk, options, console)
    )


def _some(rest: Sequence[str]) -> Sequence[str]:
    if not rest:
        raise ConfigError("an address or a file is missing", hint="see: briefing feeds --help")
    return rest


def _add(desk: Desk, urls: Sequence[str], category: str, fetch: bool) -> Iterator[Event]:
    for url in urls:
        try:
            yield from desk.follow(url, category, fetch=fetch)
        except BriefingError as error:
            yield FeedFailed(url=url, error=error)


def _events(events: Iterator[Event], options: Namespace, console: Console) -> int:
    rows = []
    for event in events:
        talk.tell(event, console)
        if isinstance(event, FeedFollowed):
            state = "known" if event.known else "followed"
            rows.append({"url": event.url, "title": event.title, "state": state})
        elif isinstance(event, FeedFailed):
            rows.append({"url": event.url, "state": "failed", "why": str(event.error)})
        elif isinstance(event, SourceRefused):
            rows.append({"url": event.origin, "state": "refused", "why": str(event.error)})
    if options.json:
        console.envelope(rows)
    return console.code()


def _remove(desk: Desk, urls: Sequence[str], options: Namespace, console: Console) -> int:
    gone = []
    for url in urls:
        if desk.unfollow(url):
            gone.append(url)
            console.successes += 1
            console.say(f"{url}: no longer followed; its articles stay")
        else:
            console.complain(f"{url}: was not followed (see: briefing feeds list)")
    if options.json:
        console.envelope(gone)
    return console.code()


def _export(desk: Desk, options: Namespace, console: Console) -> int:
    """Write OPML, with what it takes to subscribe: passwords in addresses stay."""
    text = desk.export_feeds()
    if options.rest and options.rest[0] != "-":
        written = desk.write_text(text, Path(options.rest[0]))
        console.say(f"written: {written}")
        if options.json:
            console.envelope({"file": str(written)})
    elif options.json:
        console.envelope({"opml": text}, as_it_is=True)
    else:
        sys.stdout.write(text)
    return console.code()


def _list(desk: Desk, options: Namespace, console: Console) -> int:
    feeds = desk.feeds()
    if options.json:
        console.envelope(feeds)
        return console.code()
    if not feeds:
        console.say("no feeds yet; briefing feeds starter follows the retail starter list")
    for feed in feeds:
        tags = f" [{feed.category}]" if feed.category else ""
        console.product(f"{plain.address(feed.url)}  {feed.title}{tags}".rstrip())
    return console.code()


def _check(desk: Desk, options: Namespace, console: Console) -> int:
    rows = desk.health()
    if options.json:
        console.envelope(rows)
        return console.code()
    for row in rows:
        console.product(str(row))
    return console.code()
