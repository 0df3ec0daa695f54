"""Subscriptions: followed, imported, exported, ended; and how they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import resources
from pathlib import Path

from briefing import locations, plain
from briefing.config import NetConfig
from briefing.core.feed import health as healths
from briefing.core.feed import newsboat, opml
from briefing.core.feed.health import Health
from briefing.desk import finding, pages, refresh
from briefing.desk.events import (
    Event,
    FeedFollowed,
    FeedUpdated,
    Note,
    SourceRefused,
)
from briefing.desk.ports import Archive, Net
from briefing.desk.visiting import Means
from briefing.errors import SourceError
from briefing.io import files
from briefing.models import Article, Feed, Page

__all__ = ["Health", "export", "find_new_address", "follow", "full_text", "health", "import_feeds"]

STARTER = "starter"
"""The name of the list of retail feeds that comes with the program."""
WATCHLIST = "watchlist"
"""The kind of memory that holds saved queries."""


def follow(
    archive: Archive,
    net: Net,
    config: NetConfig,
    url: str,
    *,
    now: str,
    category: str = "",
    fetch: bool = True,
) -> Iterator[Event]:
    """Follow a feed, or the feed of a site; its articles are fetched at once.

    Without `fetch` the address is taken as it is. Raises SourceError for an address that cannot
    be one, FetchError and FeedError where no feed is found.
    """
    url = finding.address(url)
    if (known := archive.feeds.get(url)) is not None:
        yield FeedFollowed(url=url, title=known.title, known=True)
        return
    found = finding.Found(url) if not fetch else finding.feed(net, url)
    if (known := archive.feeds.get(found.url)) is not None:
        yield FeedFollowed(url=found.url, title=known.title, known=True)
        return
    feed = Feed(url=found.url, title=found.title, site_url=found.site_url, category=category)
    archive.feeds.save([feed])
    if found.answer is None:
        yield FeedFollowed(url=feed.url)
        return
    with archive.lock("refresh", wait=10.0):
        brought = list(refresh.heard(Means(archive, net, config, now), feed, found.answer))
    new = sum(event.new for event in brought if isinstance(event, FeedUpdated))
    yield FeedFollowed(url=feed.url, title=feed.title, entries=new)
    yield from (event for event in brought if not isinstance(event, FeedUpdated))


def import_feeds(
    archive: Archive,
    net: Net,
    config: NetConfig,
    source: str,
    *,
    now: str,
    fetch: bool = True,
    cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[Event]:
    """Follow every feed of a list: OPML or newsboat's `urls`, a file or an address, or `starter`.

    Raises SourceError when there is no list.
    """
    known = {feed.url for feed in archive.feeds.all()}
    fresh: dict[str, Feed] = {}
    for one in _listed(archive, net, source, now):
        if not isinstance(one, Feed):
            yield one
        elif one.url in known or one.url in fresh:
            yield FeedFollowed(url=one.url, title=one.title, known=True)
        else:
            fresh[one.url] = one
    archive.feeds.save(fresh.values())
    for feed in fresh.values():
        yield FeedFollowed(url=feed.url, title=feed.title)
    if source == STARTER:
        yield Note(text="the starter list was not checked: addresses may have changed")
    if fetch and fresh:
        with archive.lock("refresh", wait=10.0):
            means = Means(archive, net, config, now, cancelled=cancelled)
            yield from refresh.visit(means, list(fresh.values()))


def _listed(archive: Archive, net: Net, source: str, now: str) -> Iterator[Feed | Event]:
    """Yield the feeds of a list as they are to be followed, and events for all else in it."""
    page = _list(net, source)
    if b"<" in page.body[:2000] or b"<outline" in page.body:
        yield from _outlines(opml.read(page))
    else:
        yield from _lines(archive, page.body.decode("utf-8", "replace"), now)


def _list(net: Net, source: str) -> Page:
    if source == STARTER:
        shipped = resources.files("briefing.core.feed") / "starter.opml"
        return Page(origin="starter list", body=shipped.read_bytes())
    if source == "-":
        return files.stdin()
    if source.lower().startswith(("http://", "https://")):
        page = net.get(source, trusted=True).page
        return page or Page(origin=source, body=b"")
    return files.read(locations.expanded(source))


def _outlines(found: Iterable[opml.Outline]) -> Iterator[Feed | Event]:
    for outline in found:
        try:
            url = finding.address(outline.url)
        except SourceError as error:
            yield SourceRefused(origin=outline.url, error=error)
            continue
        yield Feed(
            url=url,
            title=""
            if outline.title in (outline.url, plain.address(outline.url))
            else outline.title,
            site_url=outline.site_url or None,
            category=outline.category,
        )


def _lines(archive: Archive, text: str, now: str) -> Iterator[Feed | Event]:
    for line in newsboat.read(text):
        if isinstance(line, newsboat.Refused):
            error = SourceError(f"{line.line[:200]}: {line.reason}", origin=line.line)
            yield SourceRefused(origin=line.line, error=error)
        elif isinstance(line, newsboat.Query):
            yield _watchlist(archive, line, now)
        else:
            category = line.tags[0] if line.tags else ""
            try:
                url = finding.address(line.url)
            except SourceError as error:
                yield SourceRefused(origin=line.url, error=error)
            else:
                yield Feed(url=url, title=line.title, tags=line.tags, category=category)


def _watchlist(archive: Archive, line: newsboat.Query, now: str) -> Event:
    if not line.query:
        error = SourceError(
            f"query {line.name}: cannot be said in our query language: {line.asked[:200]}",
            origin=line.name,
            hint="save a watchlist of your own",
        )
        return SourceRefused(origin=f"query:{line.name}", error=error)
    archive.memory.remember(WATCHLIST, line.name, line.query, now=now)
    return Note(text=f"watchlist {line.name}: {line.query}")


def export(archive: Archive) -> str:
    """Return the subscriptions as OPML."""
    return opml.write(archive.feeds.all())


def unfollow(archive: Archive, url: str) -> bool:
    """End a subscription; its articles stay. Say whether it stood."""
    return archive.feeds.remove(plain.meant(url, (feed.url for feed in archive.feeds.all())))


def health(archive: Archive, *, now: str) -> list[Health]:
    """Return how each feed is, those in trouble first."""
    counts = archive.feeds.counts()
    found = [
        healths.of(feed, counts.get(feed.url, (0, 0))[1], now=now) for feed in archive.feeds.all()
    ]
    order = ("muted", "failing", "moving", "new", "well")
    return sorted(found, key=lambda h: (order.index(h.state), h.title.lower(), h.url))


def find_new_address(archive: Archive, net: Net, url: str, *, now: str) -> str | None:
    """Look for the address a feed has moved to, and remember it; None when none was found."""
    feed = archive.feeds.get(url)
    found = finding.elsewhere(net, url, feed.site_url if feed else None)
    if found and feed:
        archive.feeds.save([feed._replace(moved_to=found)])
    return found


def full_text(archive: Archive, net: Net, article_id: str, *, now: str) -> Article:
    """Fetch an article's page; a wall never overwrites a better text. See `pages.full_text`."""
    return pages.full_text(archive, net, article_id, now=now)


def newsboat_files(env: Mapping[str, str]) -> list[Path]:
    """Return the files of newsboat subscriptions on this machine."""
    home = Path(env.get("HOME") or str(Path.home()))
    config = Path(env.get("XDG_CONFIG_HOME") or str(home / ".config"))
    places = (config / "newsboat" / "urls", home / ".newsboat" / "urls")
    return [place for place in places if place.is_file()]
