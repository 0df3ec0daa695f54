"""Answers of feeds into the archive: new entries, changed entries, nothing twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from briefing.config import NetConfig
from briefing.core.feed import articles, entries, schedule
from briefing.core.feed.items import Document, Item
from briefing.core.page import dates
from briefing.desk import parsing
from briefing.desk.ports import Archive
from briefing.errors import FeedError
from briefing.models import Added, Article, Feed, Page

_FIRST = 16  # items from whose dates a feed's rhythm is taken


class Brought(NamedTuple):
    """What a feed's answer says, read: the feed with what it says of itself, its lifetime in
    seconds, the dates of its entries; and by guid the articles to be kept and their prints."""

    feed: Feed
    ttl: int
    dates: Sequence[str]
    articles: Mapping[str, Article]
    prints: Mapping[str, str]


class Taken(NamedTuple):
    """What became of it: counts, and the articles that are new here."""

    new: int
    updated: int
    fresh: Sequence[Article]


def read(archive: Archive, feed: Feed, page: Page, config: NetConfig, *, now: str) -> Brought:
    """Read a feed's answer: what in it is new or changed. Raises FeedError, StoreError."""
    found = _document(feed, page)
    items = _once(entries.newest(found.items, config.max_entries))
    known = archive.feeds.known(feed.url, items)
    prints = {guid: articles.fingerprint(item) for guid, item in items.items()}
    wanted = [guid for guid in items if known.get(guid) != prints[guid]]
    feed = _described(feed, found, page)
    site = feed.title or schedule.host(feed.url)
    made = articles.articles(
        [items[guid] for guid in wanted], site=site, declared=found.language, now=now
    )
    by_guid = dict(zip(wanted, made, strict=True))
    return Brought(
        feed=feed,
        ttl=found.minutes * 60,
        dates=_dates(items, by_guid, now),
        articles=by_guid,
        prints=prints,
    )


def keep(archive: Archive, brought: Sequence[Brought], *, now: str) -> list[Taken]:
    """Keep what feeds brought, in a transaction of the caller's. Raises StoreError."""
    added = iter(
        archive.articles.add_many(
            (
                (article, one.feed.url, guid)
                for one in brought
                for guid, article in one.articles.items()
            ),
            arrived=now,
        )
    )
    return [_kept(archive, one, list(islice(added, len(one.articles)))) for one in brought]


def _kept(archive: Archive, one: Brought, added: Sequence[Added]) -> Taken:
    ids = {guid: a.id for guid, a in zip(one.articles, added, strict=True)}
    archive.feeds.note_entries(
        one.feed.url, {guid: (one.prints[guid], id) for guid, id in ids.items()}
    )
    arrivals = [a.arrival for a in added]
    return Taken(
        new=arrivals.count("new"),
        updated=arrivals.count("updated"),
        fresh=[
            replace(article, id=a.id)
            for article, a in zip(one.articles.values(), added, strict=True)
            if a.arrival == "new"
        ],
    )


def _document(feed: Feed, page: Page) -> Document:
    try:
        return parsing.document(page)
    except FeedError as error:
        here, there = schedule.host(feed.url), schedule.host(page.url or feed.url)
        if here != there and (page.media_type or "").endswith("html"):
            raise FeedError(
                f"{feed.url}: leads to a web page of {there}",
                origin=feed.url,
                hint="perhaps this network wants you to sign in first",
            ) from error
        raise


def _once(items: Sequence[Item]) -> dict[str, Item]:
    """Return the items by guid, each once, without those that say nothing.

    Where a feed gives one guid to different articles, their addresses and titles tell them apart.
    """
    named = [
        (entries.guid(item), item) for item in items if item.title or item.content or item.summary
    ]
    said: dict[str, set[tuple[str, str]]] = {}
    for guid, item in named:
        said.setdefault(guid, set()).add((item.link, item.title))
    found: dict[str, Item] = {}
    for guid, item in named:
        shared = len(said[guid]) > 1
        found.setdefault(f"{guid} {item.link or item.title}" if shared else guid, item)
    return found


def _dates(items: dict[str, Item], made: dict[str, Article], now: str) -> list[str]:
    """Return the believable dates of the first items."""
    found: list[str | None] = []
    for guid, item in islice(items.items(), _FIRST):
        if guid in made:
            found.append(made[guid].published)
        else:
            found.append(dates.believable(entries.published(item), now))
    return [date for date in found if date]


def _described(feed: Feed, found: Document, page: Page) -> Feed:
    """Return a feed with its own title and site, where the user gave none."""
    said = entries.about(found, page)
    return feed._replace(title=feed.title or said.title, site_url=said.site_url or feed.site_url)
