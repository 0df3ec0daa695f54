"""When a feed is visited: who is due, what a visit changes, how long a host is left alone.

Pure decisions; times are UTC stamps, `now` is given, and what looks like chance (jitter, so that
many feeds do not fall due together) comes from the feed's address, the same on every run.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit

from briefing.config import NetConfig
from briefing.errors import BriefingError, FetchError
from briefing.models import Feed

MOVES = 2
"""Identical permanent redirects, in a row, after which a new address is taken over."""
_MAX_AGE = r"max-age\s*=\s*\"?(\d{1,9})"
_BUSY = (429, 503)
_PATIENCE = 600  # seconds a host is left alone that says it is asked too often, and no more
_RESPITE = 7 * 86_400  # seconds a server is left alone at most, whatever it asks


class Plan(NamedTuple):
    """Feeds to ask, and those not asked with the reason in words."""

    due: list[Feed]
    skipped: list[tuple[Feed, str]]


class Visit(NamedTuple):
    """What an answer said about the next one: lifetimes in seconds, dates of entries (ISO)."""

    ttl: int = 0
    max_age: int = 0
    dates: Sequence[str] = ()


def plan(
    feeds: Iterable[Feed],
    *,
    now: str,
    waiting: Mapping[str, str],
    all: bool = False,
    wanted: Sequence[str] = (),
) -> Plan:
    """Say which feeds to ask.

    `waiting` is {host or feed: stamp until which it asked to be left alone}; `all` asks those
    that are not due too, `wanted` only and always these. Who asked for time gets it in any case.
    """
    found = Plan([], [])
    for feed in feeds:
        if wanted and feed.url not in wanted:
            continue
        if reason := _not_now(feed, now, waiting, all or bool(wanted), bool(wanted)):
            found.skipped.append((feed, reason))
        else:
            found.due.append(feed)
    return found


def _not_now(
    feed: Feed, now: str, waiting: Mapping[str, str], early: bool, named: bool
) -> str | None:
    until = max(waiting.get(host(feed.url), ""), waiting.get(feed.url, ""))
    if until > now:
        return f"its server asked to be left alone until {until}"
    if feed.muted and not named:
        return feed.problem or "muted"
    if not early and feed.next_visit and feed.next_visit > now:
        return f"not due before {feed.next_visit}"
    return None


@lru_cache(maxsize=4096)
def host(url: str) -> str:
    """Return the host of an address, by which servers are left alone."""
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""


def changed(feed: Feed, visit: Visit, config: NetConfig, *, now: str) -> Feed:
    """Return a feed after an answer with content; the interval follows its rhythm."""
    wish = max(rhythm(visit.dates, now) or feed.interval, visit.ttl, visit.max_age)
    return _healthy(feed, _within(wish, config), now)


def unchanged(feed: Feed, visit: Visit, config: NetConfig, *, now: str) -> Feed:
    """Return a feed after an answer without anything new; it may rest a little longer."""
    wish = max(feed.interval * 9 // 8, visit.ttl, visit.max_age)
    return _healthy(feed, _within(wish, config), now)


def failed(feed: Feed, error: BriefingError, config: NetConfig, *, now: str) -> Feed:
    """Return a feed after a failure: it is asked again later each time, and never after a 410."""
    gone = isinstance(error, FetchError) and error.status == 410
    failures = feed.failures + 1
    wait = min(config.max_interval, config.min_interval * 2 ** min(failures - 1, 12))
    wait = _jittered(wait, f"{feed.url} {failures}", 5)
    if isinstance(error, FetchError) and error.retry_after:
        wait = max(wait, _granted(error.retry_after))
    return feed._replace(
        failures=failures,
        problem=reason(feed, error),
        muted=feed.muted or gone,
        last_visit=now,
        next_visit=later(now, wait),
    )


def reason(feed: Feed, error: BriefingError) -> str:
    """Return why a feed failed, without its address, with what to do."""
    return error.line().removeprefix(f"{feed.url}: ")[:500]


def leave_alone(error: BriefingError, *, now: str) -> str | None:
    """Return until when a host is left alone after this error; None when it may be asked."""
    if not isinstance(error, FetchError) or error.status not in _BUSY:
        return None
    if error.retry_after is None:
        return later(now, _PATIENCE) if error.status == 429 else None
    return later(now, _granted(error.retry_after))


def _granted(asked: float) -> int:
    """Return the seconds a server gets that asks to be left alone: what it says, within reason."""
    return min(int(asked), _RESPITE)


def moving(feed: Feed, moved: str | None) -> Feed:
    """Return a feed that remembers where permanent redirects led, and how many times in a row."""
    if moved is None or moved == feed.url:
        return feed._replace(moved_to=None, moved_seen=0) if feed.moved_to else feed
    seen = feed.moved_seen + 1 if moved == feed.moved_to else 1
    return feed._replace(moved_to=moved, moved_seen=seen)


def has_moved(feed: Feed) -> bool:
    """Say whether a feed's new address is to be taken over."""
    return feed.moved_to is not None and feed.moved_seen >= MOVES


def max_age(headers: Mapping[str, str]) -> int:
    """Return the seconds for which an answer says it holds."""
    said = headers.get("cache-control")
    m = re.search(_MAX_AGE, said, re.IGNORECASE) if said else None
    return int(m.group(1)) if m else 0


def rhythm(dates: Sequence[str], now: str) -> int | None:
    """Return half the seconds between a feed's newest entries; None when they tell nothing.

    A feed that has been silent for long counts the silence.
    """
    moments = sorted((m for d in dates if (m := _moment(d))), reverse=True)[:12]
    here = _moment(now)
    if here is None or len(moments) < 3:
        return None
    gap = (moments[0] - moments[-1]).total_seconds() / (len(moments) - 1)
    silence = (here - moments[0]).total_seconds() / 8
    return max(int(gap / 2), int(silence), 1)


def later(now: str, seconds: int) -> str:
    """Return the stamp `seconds` after `now`."""
    moment = datetime.fromisoformat(now) + timedelta(seconds=seconds)
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _healthy(feed: Feed, interval: int, now: str) -> Feed:
    return feed._replace(
        interval=interval,
        failures=0,
        problem="",
        muted=False,
        last_visit=now,
        last_success=now,
        next_visit=later(now, _jittered(interval, feed.url, 20)),
    )


def _within(seconds: int, config: NetConfig) -> int:
    return max(config.min_interval, min(config.max_interval, seconds))


def _jittered(seconds: int, seed: str, part: int) -> int:
    """Return seconds give or take one `part`-th, by the seed."""
    spread = seconds // part
    return seconds - spread + zlib.crc32(seed.encode()) % (2 * spread + 1)


def _moment(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
