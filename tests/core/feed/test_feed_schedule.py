"""When feeds are asked: due or not, after success, failure, refusal and moves."""

from __future__ import annotations

import pytest

from briefing.config import NetConfig
from briefing.core.feed import health, schedule
from briefing.core.feed.hosts import SEVERAL, Hosts
from briefing.core.feed.schedule import Visit
from briefing.errors import FeedError, FetchError
from briefing.models import Feed

NOW = "2026-01-16T00:00:00Z"
FEED = Feed(url="https://a.example/f", title="A")
CONFIG = NetConfig()


def minutes(feed: Feed) -> float:
    import datetime as d

    assert feed.next_visit
    return (d.datetime.fromisoformat(feed.next_visit) - d.datetime.fromisoformat(NOW)).seconds / 60


def names(feeds: list[Feed], **ways: object) -> list[str]:
    plan = schedule.plan(feeds, now=NOW, waiting={}, **ways)  # type: ignore[arg-type]
    return [feed.title for feed in plan.due]


def test_only_what_is_due_is_asked() -> None:
    feeds = [
        FEED,
        FEED._replace(title="later", next_visit="2026-01-16T01:00:00Z"),
        FEED._replace(title="due", next_visit="2026-01-15T23:00:00Z"),
        FEED._replace(title="gone", muted=True, url="https://a.example/g"),
    ]
    assert names(feeds) == ["A", "due"]
    assert names(feeds, all=True) == ["A", "later", "due"]
    assert names(feeds, wanted=["https://a.example/g"]) == ["gone"]


@pytest.mark.parametrize("who", ["a.example", FEED.url])
def test_who_asked_for_time_gets_it_whatever_the_user_says(who: str) -> None:
    plan = schedule.plan([FEED], now=NOW, waiting={who: "2026-01-16T00:01:00Z"}, all=True)
    assert not plan.due and "left alone" in plan.skipped[0][1]
    assert schedule.plan([FEED], now=NOW, waiting={who: "2026-01-15T23:59:00Z"}).due


def test_the_interval_follows_ttl_max_age_and_rhythm() -> None:
    daily = [f"2026-01-{day:02}T12:00:00Z" for day in range(5, 16)]
    often = schedule.changed(FEED, Visit(dates=[NOW] * 5), CONFIG, now=NOW)
    assert often.interval == CONFIG.min_interval
    assert schedule.changed(FEED, Visit(dates=daily), CONFIG, now=NOW).interval == 43_200
    assert schedule.changed(FEED, Visit(ttl=7200), CONFIG, now=NOW).interval == 7200
    assert schedule.changed(FEED, Visit(max_age=10**9), CONFIG, now=NOW).interval == 86_400
    assert schedule.unchanged(FEED, Visit(), CONFIG, now=NOW).interval == 4050


def test_jitter_is_small_and_the_same_every_time() -> None:
    one = schedule.unchanged(FEED, Visit(), CONFIG, now=NOW)
    assert one == schedule.unchanged(FEED, Visit(), CONFIG, now=NOW)
    other = schedule.unchanged(FEED._replace(url="https://b.example"), Visit(), CONFIG, now=NOW)
    assert other.next_visit != one.next_visit
    assert abs(minutes(one) - 4050 / 60) <= 4050 / 60 / 20 + 1


def test_failures_wait_longer_each_time_and_success_heals() -> None:
    feed, waits = FEED, []
    for _ in range(12):
        feed = schedule.failed(feed, FeedError(f"{FEED.url}: odd"), CONFIG, now=NOW)
        waits.append(minutes(feed))
    assert waits[0] < 20 < waits[1] < waits[2] and feed.failures == 12 and feed.problem == "odd"
    well = schedule.unchanged(feed, Visit(), CONFIG, now=NOW)
    assert (well.failures, well.problem) == (0, "")


def test_gone_is_gone_and_retry_after_is_kept() -> None:
    gone = schedule.failed(FEED, FetchError("gone", status=410), CONFIG, now=NOW)
    assert gone.muted
    busy = FetchError("busy", status=429, retry_after=7200)
    assert minutes(schedule.failed(FEED, busy, CONFIG, now=NOW)) >= 120
    assert schedule.leave_alone(busy, now=NOW) == "2026-01-16T02:00:00Z"
    assert schedule.leave_alone(FetchError("x", status=429), now=NOW) == "2026-01-16T00:10:00Z"
    assert schedule.leave_alone(FetchError("x", status=500), now=NOW) is None


def test_no_server_silences_its_feeds_for_ever() -> None:
    busy = FetchError("busy", status=429, retry_after=1e9)
    assert schedule.leave_alone(busy, now=NOW) == "2026-01-23T00:00:00Z"
    assert schedule.failed(FEED, busy, CONFIG, now=NOW).next_visit == "2026-01-23T00:00:00Z"


def test_a_move_counts_only_in_a_row() -> None:
    feed = schedule.moving(FEED, "https://b.example/")
    assert not schedule.has_moved(feed)
    assert schedule.has_moved(schedule.moving(feed, "https://b.example/"))
    assert not schedule.has_moved(schedule.moving(feed, "https://c.example/"))
    assert schedule.moving(feed, None) == FEED


def test_one_busy_address_is_not_the_whole_host() -> None:
    hosts = Hosts()
    hosts.refused("a.example", "https://a.example/1", "T1")
    assert hosts.waits() == {"https://a.example/1": "T1", "a.example": "T1"}
    hosts.answered("a.example")
    assert hosts.waits() == {"https://a.example/1": "T1"}
    for n in range(SEVERAL):
        hosts.refused("a.example", f"https://a.example/{n}", "T2")
    assert not hosts.may_be_asked("a.example") and hosts.waits()["a.example"] == "T2"


def test_health_is_said_in_words_and_without_passwords() -> None:
    feed = FEED._replace(
        url="https://me:secret@a.example/f",
        failures=3,
        problem="no answer",
        last_success="2026-01-10T08:00:00Z",
        next_visit="2026-01-16T02:00:00Z",
    )
    found = health.of(feed, 8, now=NOW)
    assert (found.state, found.a_week) == ("failing", 2.0)
    line = str(found)
    assert "no answer" in line and "2026-01-10 08:00" in line and "secret" not in line
