"""The sources of the library as blocks: views, watchlists with sparklines, tags, feeds by group."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from briefing import plain
from briefing.tui.sheets.block import Block, Run, label, line

if TYPE_CHECKING:
    from briefing.models import Feed

_BARS = "▁▂▃▄▅▆▇█"


class Chosen(NamedTuple):
    """A source one can open: its name and the query that finds its articles."""

    name: str
    query: str
    kind: str = "view"


class Saved(NamedTuple):
    """A watchlist: its name, its query, how many unread."""

    name: str
    query: str
    unread: int


class Shelf(NamedTuple):
    """What the sources pane shows."""

    total: int = 0
    unread: int = 0
    starred: int = 0
    watchlists: Sequence[Saved] = ()
    tags: Mapping[str, int] = {}
    feeds: Sequence[Feed] = ()
    counts: Mapping[str, tuple[int, int]] = {}


def quoted(text: str) -> str:
    """Return a value as the query language wants it."""
    return '"' + text.replace('"', " ") + '"'


def sparkline(values: Sequence[int]) -> str:
    """Return a line of little bars, the last day at the right; a day without is a low bar."""
    top = max(values, default=0)
    if not top:
        return "▁" * len(values)
    return "".join(_BARS[min(7, round(v * 7 / top))] for v in values)


def blocks(
    shelf: Shelf, days: Mapping[str, Sequence[int]], folded: Collection[str], chart: int = 7
) -> list[Block]:
    """Return the sheet of the sources. `days` holds stories per day by query."""
    sheet = [
        _row(Chosen("Unread", "is:unread"), shelf.unread),
        _row(Chosen("Starred", "is:starred"), shelf.starred),
        _row(Chosen("All", ""), shelf.total),
    ]
    if shelf.watchlists:
        sheet.append(label("Watchlists"))
    for saved in shelf.watchlists:
        bars = sparkline(list(days.get(saved.query, ()))[-chart:])
        chosen = Chosen(saved.name, saved.query, "watchlist")
        sheet.append(_row(chosen, saved.unread, bars))
    if shelf.tags:
        sheet.append(label("Tags"))
    for name, count in shelf.tags.items():
        sheet.append(_row(Chosen(name, f"tag:{quoted(name)}", "tag"), count))
    if shelf.feeds:
        sheet.append(label("Feeds"))
    groups: dict[str, list[Feed]] = {}
    for feed in sorted(shelf.feeds, key=lambda f: (f.category.lower(), _title(f).lower())):
        groups.setdefault(feed.category, []).append(feed)
    for group, feeds in groups.items():
        sheet += _group(group, feeds, shelf, group in folded)
    return sheet


def _group(group: str, feeds: list[Feed], shelf: Shelf, folded: bool) -> list[Block]:
    rows = []
    if group:
        unread = sum(shelf.counts.get(f.url, (0, 0))[0] for f in feeds)
        sign = "▸" if folded else "▾"
        rows.append(line(f"{sign} {group}", key=group, right=str(unread or "")))
        if folded:
            return rows
    for feed in feeds:
        unread = shelf.counts.get(feed.url, (0, 0))[0]
        chosen = Chosen(_title(feed), f"feed:{quoted(feed.url)}", "feed")
        ill = "⚠" if feed.problem or feed.failures else ""
        rows.append(_row(chosen, unread, ill, indent=2 if group else 0))
    return rows


def _title(feed: Feed) -> str:
    shown = plain.address(feed.url)
    return feed.title or shown.removeprefix("https://").removeprefix("http://")


def _row(chosen: Chosen, count: int, extra: str = "", *, indent: int = 0) -> Block:
    right = f"{extra} {count or '':>4}" if extra else f"{count or '':>4}"
    name = plain.line(chosen.name, 60)
    return Block((Run(name),), key=chosen, indent=indent, right=right)


def cut(block: Block, words: str) -> Block:
    """Return a row with other words."""
    return block._replace(runs=(block.runs[0]._replace(text=words),))
