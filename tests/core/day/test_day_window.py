"""The reader's day in UTC: summer time, zones far away, days that begin before dawn."""

from __future__ import annotations

import itertools

import pytest

from briefing.core.day import window
from briefing.errors import ConfigError


@pytest.mark.parametrize(
    ("date", "zone", "since", "until"),
    [
        ("2026-11-20", "UTC", "2026-11-20T00:00:00Z", "2026-11-21T00:00:00Z"),
        ("2026-03-29", "Europe/Berlin", "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z"),
        ("2026-10-25", "Europe/Berlin", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z"),
        ("2026-11-20", "Asia/Kathmandu", "2026-11-19T18:15:00Z", "2026-11-20T18:15:00Z"),
        ("2026-11-20", "Pacific/Kiritimati", "2026-11-19T10:00:00Z", "2026-11-20T10:00:00Z"),
    ],
)
def test_a_day_lasts_from_midnight_to_midnight_on_the_wall(
    date: str, zone: str, since: str, until: str
) -> None:
    assert window.of(date, zone) == (since, until)


def test_days_follow_each_other_without_gap_or_overlap() -> None:
    days = window.days("2026-11-02", 12)
    spans = [window.of(day, "America/New_York", 5) for day in days]
    assert all(a[1] == b[0] for a, b in itertools.pairwise(spans))


def test_before_the_day_begins_it_is_still_yesterday() -> None:
    assert window.today("2026-11-20T03:30:00Z", "UTC", 5) == "2026-11-19"
    assert window.today("2026-11-20T05:00:00Z", "UTC", 5) == "2026-11-20"


@pytest.mark.parametrize(
    "wrong",
    [
        "20.11.2026",
        "2026-02-30",
        "",
        "yesterday",
        "20261120",
        "2026-W47-5",
        "9999-12-31",
        "0001-01-01",
    ],
)
def test_what_is_no_date_is_refused(wrong: str) -> None:
    with pytest.raises(ConfigError):
        window.of(wrong)


def test_several_days_run_from_the_first_to_the_end_of_the_last() -> None:
    assert window.since("2026-11-16", "2026-11-20") == (
        "2026-11-16T00:00:00Z",
        "2026-11-21T00:00:00Z",
    )
    with pytest.raises(ConfigError, match="2026-11-20 is after 2026-11-16"):
        window.since("2026-11-20", "2026-11-16")


def test_what_is_no_zone_is_refused() -> None:
    with pytest.raises(ConfigError):
        window.of("2026-11-20", "Mars/Olympus")
