"""Refresh: feeds are asked, what is new comes into the archive, each feed says how it went.

Fetching runs in threads, everything else on the calling thread. Feeds whose answers are there are
read and kept together, a few at a time, each whole with its validators or not at all: what a
process that dies had in hand is asked for again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from briefing import plain
from briefing.config import NetConfig
from briefing.core.feed import schedule
from briefing.core.feed.hosts import Hosts
from briefing.core.feed.schedule import Visit
from briefing.desk import fetching
from briefing.desk.events import (
    Event,
    FeedFailed,
    FeedSkipped,
    FeedUnchanged,
    FeedUpdated,
    Note,
    Progress,
    SourceRefused,
)
from briefing.desk.fetching import Errand
from briefing.desk.ports import Archive, Net
from briefing.desk.visiting import Means
from briefing.errors import BriefingError, FeedError, FetchError, SourceError
from briefing.models import Answered, Feed, Seen

if TYPE_CHECKING:
    from briefing.desk.taking import Brought, Taken
    from briefing.models import Page

_BATCH = 64  # feeds without news that are kept at once
_TOGETHER = 16  # feeds with news that are
_UNINDEXED = 1_000  # arrivals from which on they are indexed: each refresh reads their marks
_BYTES = 2_000_000  # size of their answers from which on it is fewer
WAITING = "waiting"
"""The kind of memory that holds until when a host or a feed asked to be left alone."""


def refresh(
    archive: Archive,
    net: Net,
    config: NetConfig,
    *,
    now: str,
    urls: Sequence[str] = (),
    all: bool = False,
    full_text: bool = False,
    cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[Event]:
    """Ask the feeds that are due, or `all`, or just `urls`; yield what happens.

    `full_text` fetches the pages of new entries too. Raises StoreError, also when another
    process is refreshing.
    """
    with archive.lock("refresh"):
        means = Means(archive, net, config, now, full_text, cancelled)
        feeds = archive.feeds.all()
        waiting = archive.memory.items(WAITING)
        urls = [plain.meant(url, (feed.url for feed in feeds)) for url in urls]
        plan = schedule.plan(feeds, now=now, waiting=waiting, all=all, wanted=urls)
        for url in urls:
            if not any(feed.url == url for feed in feeds):
                yield SourceRefused(origin=url, error=_stranger(url))
        for feed, reason in plan.skipped:
            yield FeedSkipped(url=feed.url, reason=reason)
        yield from visit(means, plan.due)
        archive.index(at_least=_UNINDEXED)


def _stranger(url: str) -> SourceError:
    return SourceError(
        f"{url}: this feed is not followed", origin=url, hint="follow it: briefing feeds add URL"
    )


class _Bringing(NamedTuple):
    """A feed whose answer has something in it."""

    feed: Feed
    answer: Answered
    page: Page


def visit(means: Means, feeds: Sequence[Feed]) -> Iterator[Event]:
    """Ask feeds and keep what they bring; yield an event for each, and the progress."""
    hosts, one_at_a_time = Hosts(), Lock()
    quiet: list[Feed] = []
    lost: list[Feed] = []
    bringing: list[_Bringing] = []

    def note(url: str, answer: Answered | BriefingError) -> None:
        with one_at_a_time:
            _note(hosts, url, answer, means.now)

    answers = fetching.gathered(
        [Errand(feed, feed.url, _seen(feed), trusted=True) for feed in feeds],
        means.net,
        connections=means.config.connections,
        per_host=means.config.per_host,
        cancelled=means.cancelled,
        wanted=lambda url: hosts.may_be_asked(schedule.host(url)),
        heard=note,
    )
    done = 0
    try:
        for ready in answers:
            for errand, answer in ready:
                if means.cancelled():
                    break  # what came is kept all the same
                kept = lost if _is_silence(answer) else quiet
                yield from _heard(means, errand.item, answer, kept, bringing)
                done += 1
                if _is_full(bringing):
                    yield from _settled(means, bringing)
                yield Progress(done=done, total=len(feeds), what="feeds")
            yield from _settled(means, bringing)
            if len(quiet) >= _BATCH:
                _save(means.archive, quiet)
        if hosts.offline():
            lost.clear()
            yield Note(text="no server could be reached; the feeds are asked again next time")
    finally:
        _save(means.archive, [*quiet, *lost])
        for who, until in hosts.waits().items():
            means.archive.memory.remember(WAITING, who, until, now=means.now)


def _note(hosts: Hosts, url: str, answer: Answered | BriefingError, now: str) -> None:
    """Note how a host answered, at once: the next thread may be about to ask it."""
    host = schedule.host(url)
    if isinstance(answer, BriefingError) and (until := schedule.leave_alone(answer, now=now)):
        hosts.refused(host, url, until)
    elif _is_silence(answer):
        hosts.unreached(host)
    else:
        hosts.answered(host)


def heard(means: Means, feed: Feed, answer: Answered) -> Iterator[Event]:
    """Deal with the answer of a feed that was asked already, and keep what it brings."""
    quiet: list[Feed] = []
    bringing: list[_Bringing] = []
    yield from _heard(means, feed, answer, quiet, bringing)
    yield from _settled(means, bringing)
    _save(means.archive, quiet)


def _heard(
    means: Means,
    feed: Feed,
    answer: Answered | BriefingError | None,
    quiet: list[Feed],
    bringing: list[_Bringing],
) -> Iterator[Event]:
    """Deal with one answer; feeds without news are put to the `quiet` ones, to be kept later."""
    if answer is None:
        yield FeedSkipped(url=feed.url, reason="its server asked to be left alone")
        return
    if isinstance(answer, BriefingError):
        quiet.append(schedule.failed(feed, answer, means.config, now=means.now))
        yield FeedFailed(url=feed.url, error=answer)
        return
    if answer.page is not None and (mark := _hash(answer.page)) != feed.body_hash:
        bringing.append(_Bringing(feed._replace(body_hash=mark), answer, answer.page))
        return
    feed = schedule.moving(feed, answer.moved)
    visit = Visit(max_age=schedule.max_age(answer.headers))
    feed = _validated(schedule.unchanged(feed, visit, means.config, now=means.now), answer)
    yield FeedUnchanged(url=feed.url)
    if schedule.has_moved(feed):
        yield _renamed(means.archive, feed)
    else:
        quiet.append(feed)


def _is_full(bringing: list[_Bringing]) -> bool:
    return len(bringing) >= _TOGETHER or sum(len(b.page.body) for b in bringing) >= _BYTES


def _settled(means: Means, bringing: list[_Bringing]) -> Iterator[Event]:
    """Read what feeds bring and keep it, each feed with its validators; empties the list."""
    if not bringing:
        return
    from briefing.desk import taking  # most runs bring nothing, and need no parser

    brought: list[tuple[Answered, taking.Brought]] = []
    failed: list[Feed] = []
    errors: list[tuple[Feed, FeedError]] = []
    for feed, answer, page in bringing:
        try:
            found = taking.read(means.archive, feed, page, means.config, now=means.now)
        except FeedError as error:
            feed = feed._replace(body_hash=None, etag=None, last_modified=None)  # read it again
            failed.append(schedule.failed(feed, error, means.config, now=means.now))
            errors.append((feed, error))
        else:
            brought.append((answer, found))
    bringing.clear()
    feeds = [_after(means, found, answer) for answer, found in brought]
    with means.archive.together():
        taken = taking.keep(means.archive, [found for _, found in brought], now=means.now)
        means.archive.feeds.save([*feeds, *failed])
    for feed, fault in errors:
        yield FeedFailed(url=feed.url, error=fault)
    for feed, one in zip(feeds, taken, strict=True):
        yield from _told(means, feed, one)


def _after(means: Means, found: Brought, answer: Answered) -> Feed:
    """Return a feed as it is once what it brought is kept."""
    visit = Visit(found.ttl, schedule.max_age(answer.headers), found.dates)
    feed = schedule.moving(found.feed, answer.moved)  # only now: a sign-in page is no move
    return _validated(schedule.changed(feed, visit, means.config, now=means.now), answer)


def _told(means: Means, feed: Feed, taken: Taken) -> Iterator[Event]:
    if taken.fresh and (means.full_text or feed.full_text):
        from briefing.desk import pages

        yield from pages.fetch(means, feed, taken.fresh)
    if taken.new or taken.updated:
        yield FeedUpdated(url=feed.url, title=feed.title, new=taken.new, updated=taken.updated)
    else:
        yield FeedUnchanged(url=feed.url)
    if schedule.has_moved(feed):
        yield _renamed(means.archive, feed)


def _is_silence(answer: Answered | BriefingError | None) -> bool:
    """Say whether a server gave no answer at all."""
    return isinstance(answer, FetchError) and answer.status is None


def _seen(feed: Feed) -> Seen | None:
    return Seen(feed.etag, feed.last_modified) if feed.etag or feed.last_modified else None


def _hash(page: Page) -> str:
    import hashlib  # loads OpenSSL, which most runs do not need

    return hashlib.blake2b(page.body, digest_size=12).hexdigest()


def _validated(feed: Feed, answer: Answered) -> Feed:
    """Return a feed with the validators of its newest answer; a 304 may leave them out."""
    etag, modified = answer.headers.get("etag"), answer.headers.get("last-modified")
    if answer.page is None:
        etag, modified = etag or feed.etag, modified or feed.last_modified
    return feed._replace(etag=etag, last_modified=modified)


def _save(archive: Archive, feeds: list[Feed]) -> None:
    if feeds:
        archive.feeds.save(feeds)
        feeds.clear()


def _renamed(archive: Archive, feed: Feed) -> Note:
    new = feed.moved_to or feed.url
    archive.feeds.save([feed._replace(moved_to=None, moved_seen=0)])
    archive.feeds.rename(feed.url, new)
    return Note(text=f"{feed.url}: has moved for good, followed at {new} from now on")
