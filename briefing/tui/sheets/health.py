"""The feeds as blocks: name, last success, what is wrong in words, next try; the ill come first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing import plain
from briefing.tui.sheets import dates
from briefing.tui.sheets.block import Block, Run, label, line

if TYPE_CHECKING:
    from briefing.desk.subscriptions import Health


def ill(feed: Health) -> bool:
    """Say whether a feed needs looking after."""
    return feed.state in ("muted", "failing", "moving")


def blocks(feeds: Sequence[Health]) -> list[Block]:
    """Return the sheet of the feeds."""
    bad = [feed for feed in feeds if ill(feed)]
    good = [feed for feed in feeds if not ill(feed)]
    sheet: list[Block] = []
    if bad:
        sheet.append(label("Ill", gap=0, right="next try"))
        sheet += [_bad(feed, gap=1 if n else 0) for n, feed in enumerate(bad)]
    if good:
        heading = label("Well", gap=1 if bad else 0)
        sheet.append(heading._replace(right=f"a week{'next visit':>15}"))
        sheet += [_good(feed) for feed in good]
    return sheet or [
        line("You follow no feeds yet.", "title", gap=0),
        line("a adds one by the address of its site · I imports a list", "muted"),
    ]


def _bad(feed: Health, *, gap: int) -> Block:
    runs = [
        Run("⚠ ", "bad"),
        Run(_name(feed), "title"),
        Run("\n"),
        Run(plain.line(_why(feed), 300), "rumour"),
        Run(f"\n{_last(feed)} · {plain.line(plain.address(feed.url), 200)}", "muted"),
    ]
    right = "not asked" if feed.state == "muted" else _next(feed)
    return Block(tuple(runs), key=feed.url, hang=2, right=right, gap=gap)


def _name(feed: Health) -> str:
    return plain.line(feed.title or plain.address(feed.url), 80)


def _why(feed: Health) -> str:
    if feed.state == "moving":
        return f"moved to {plain.address(feed.new_address or '')}"
    reason = feed.reason or "could not be read"
    return f"{reason} · {feed.failures} times in a row" if feed.failures > 1 else reason


def _good(feed: Health) -> Block:
    aside = f"  {_last(feed)}"
    runs = (
        Run("✓ " if feed.state == "well" else "· ", "good"),
        Run(_name(feed)),
        Run(aside, "muted"),
    )
    right = f"{feed.a_week:g}{_next(feed):>15}"
    return Block(runs, key=feed.url, hang=2, right=right)


def _last(feed: Health) -> str:
    return f"last read {dates.clock(feed.last_success)}" if feed.last_success else "not read yet"


def _next(feed: Health) -> str:
    return dates.clock(feed.next_visit) if feed.next_visit else "next refresh"
