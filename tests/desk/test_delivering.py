"""Exactly once: whatever goes wrong, nothing is lost, nothing is doubled, and it is said."""

from __future__ import annotations

import contextlib
import functools
import json
import random
import sys
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from pathlib import Path
from typing import Any

import pytest
import specimens
from mail_server import CERTIFICATES, PASSWORD, USER, MailServer
from outbox import Archive
from slack_server import TOKEN, SlackServer

from briefing.config.settings import TargetConfig
from briefing.desk import delivering
from briefing.desk.events import Delivered, DeliveryFailed, Note
from briefing.errors import ConfigError, DeliveryError
from briefing.io.deliver import mail as deliver
from briefing.models import Briefing, Parcel

NOW, LATER = "2018-01-26T18:00:00Z", "2018-01-26T19:00:00Z"


def hook(server: SlackServer) -> TargetConfig:
    return TargetConfig(kind="slack", url=server.hook)


def token(server: SlackServer) -> TargetConfig:
    return TargetConfig(kind="slack", url=server.api, token=TOKEN, channel="C1")


def mail(server: MailServer, *to: str) -> TargetConfig:
    return TargetConfig(
        kind="mail",
        host="localhost",
        port=server.port,
        ca_file=str(CERTIFICATES / "ca.pem"),
        user=USER,
        password=PASSWORD,
        sender="news@shop.example",
        to=to or ("ann@shop.example",),
    )


def send(archive: Archive, target: TargetConfig, noun: Any, **more: Any) -> list[Any]:
    options = {"now": NOW, "sleep": lambda seconds: None, **more}
    return list(delivering.send(archive, "team", target, noun, **options))  # type: ignore[arg-type]


def retry(archive: Archive, target: TargetConfig, **more: Any) -> list[Any]:
    options = {"now": LATER, "sleep": lambda seconds: None, **more}
    return list(delivering.retry(archive, {"team": target}, **options))  # type: ignore[arg-type]


def of(kind: type, events: list[Any]) -> list[Any]:
    return [e for e in events if isinstance(e, kind)]


@pytest.fixture
def archive() -> Archive:
    return Archive()


def states(archive: Archive) -> list[str]:
    return [p.state for p in archive.outbox.kept.values()]


# ------------------------------------------------------------------ once


@pytest.mark.parametrize("kind", [hook, token])
def test_a_second_run_sends_nothing(archive: Archive, kind: Any) -> None:
    b = specimens.briefing(30, 5)
    with SlackServer() as server:
        first = send(archive, kind(server), b)
        count = len(server.posts)
        second = send(archive, kind(server), b)
        assert retry(archive, kind(server)) == [Note(text="nothing waits to be sent")]
    assert count == len(of(Delivered, first)) == len(of(Delivered, second)) == len(server.posts)
    assert not any(e.repeated for e in of(Delivered, first))
    assert all(e.repeated for e in of(Delivered, second))


def test_a_thread_hangs_below_its_overview(archive: Archive) -> None:
    with SlackServer() as server:
        send(archive, token(server), specimens.briefing(3, 2))
    head, *replies = server.posts
    assert "thread_ts" not in head and {r["thread_ts"] for r in replies} == {head["ts"]}
    assert len(replies) == 4


def test_a_renewed_issue_is_updated_in_its_place(archive: Archive) -> None:
    with SlackServer() as server:
        send(archive, token(server), specimens.briefing(3, 2))
        before = len(server.posts)
        shorter = replace(specimens.briefing(2, 2), top_line="Renewed.")
        events = send(archive, token(server), shorter)
        assert len(server.posts) == before
        assert "Renewed." in json.dumps(server.posts[0])
        assert "No longer part of this issue" in json.dumps(server.posts[-1])
        longer = specimens.briefing(5, 2)
        send(archive, token(server), longer)
        assert len(server.posts) == before + 2
    assert not of(DeliveryFailed, events) and set(states(archive)) == {"sent"}


def test_a_changed_issue_is_not_sent_twice_where_it_cannot_be_renewed(archive: Archive) -> None:
    with SlackServer() as server:
        send(archive, hook(server), specimens.briefing(3))
        events = send(archive, hook(server), replace(specimens.briefing(3), top_line="Renewed."))
    assert len(server.posts) == 1
    assert "has changed since it was sent; not sent again" in of(Note, events)[0].text


def test_what_was_never_sent_is_sent_as_it_is_now(archive: Archive) -> None:
    with SlackServer("gone", times=1) as server:
        assert of(DeliveryFailed, send(archive, hook(server), specimens.briefing(3)))
        send(archive, hook(server), replace(specimens.briefing(3), top_line="Renewed."))
    assert len(server.posts) == 1 and "Renewed." in json.dumps(server.posts[0])


# ------------------------------------------------------------------ faults


@pytest.mark.parametrize("kind", [hook, token])
@pytest.mark.parametrize("fault", ["429", "500", "503"])
def test_patience_is_shown_and_ends(archive: Archive, kind: Any, fault: str) -> None:
    waits: list[float] = []
    with SlackServer(fault, times=2) as server:
        events = send(archive, kind(server), specimens.briefing(1), sleep=waits.append)
        assert len(of(Note, events)) == 2 and not of(DeliveryFailed, events)
    assert sum(waits) >= 2
    with SlackServer(fault) as server:
        other = Archive()
        events = send(other, kind(server), specimens.briefing(1))
        (failed,) = of(DeliveryFailed, events)
        assert len(server.calls) == 4 and "--retry" in failed.error.line()
        server.fault = ""
        assert not of(DeliveryFailed, retry(other, kind(server)))
    assert set(states(other)) == {"sent"}


def test_the_first_failure_ends_the_round_and_the_rest_waits(archive: Archive) -> None:
    b = specimens.briefing(60, 30)
    with SlackServer() as server:
        archive.outbox.saved = lambda p: setattr(server, "fault", "gone" if p.part > 2 else "")
        events = send(archive, hook(server), b)
        (failed,) = of(DeliveryFailed, events)
        assert (failed.part, len(server.posts)) == (3, 2)
        archive.outbox.saved = lambda p: None
        server.fault = ""
        retry(archive, hook(server))
        assert len(server.posts) == failed.parts
    numbers = [p["text"].split("(")[1].split("/")[0] for p in server.posts]
    assert numbers == [str(n + 1) for n in range(failed.parts)]


@pytest.mark.parametrize("fault", ["reset", "lost"])
def test_a_lost_answer_of_a_webhook_is_said_and_not_repeated(archive: Archive, fault: str) -> None:
    with SlackServer(fault, times=1) as server:
        (failed,) = of(DeliveryFailed, send(archive, hook(server), specimens.briefing(1)))
        assert failed.unknown and "look whether it is there" in failed.error.line()
        for again in (
            send(archive, hook(server), specimens.briefing(1)),
            retry(archive, hook(server)),
        ):
            assert "not repeated" in of(DeliveryFailed, again)[0].error.line()
        assert len(server.calls) == 1
        assert of(Delivered, retry(archive, hook(server), unknown=True))
    assert len(server.calls) == 2 and set(states(archive)) == {"sent"}


def test_a_lost_answer_is_looked_up_in_the_channel(archive: Archive) -> None:
    with SlackServer("lost", times=1) as server:
        events = send(archive, token(server), specimens.briefing(2))
        assert not of(DeliveryFailed, events)
        assert of(Delivered, events)[0].word == "found in the channel"
        assert {p.get("thread_ts") for p in server.posts[1:]} == {server.posts[0]["ts"]}
        assert len(server.posts) == 4


def test_what_is_not_in_the_channel_is_sent_again(archive: Archive) -> None:
    with SlackServer("reset", times=1) as server:
        (failed,) = of(DeliveryFailed, send(archive, token(server), specimens.briefing(2)))
        assert failed.unknown and not server.posts
        assert not of(DeliveryFailed, retry(archive, token(server)))
        assert len(server.posts) == 4


def test_without_a_look_at_the_channel_replies_wait_for_their_overview(archive: Archive) -> None:
    with SlackServer("lost", times=1, history=False) as server:
        send(archive, token(server), specimens.briefing(2))
        retry(archive, token(server))
        assert len(server.posts) == 1
        assert states(archive) == ["unknown", "pending", "pending", "pending"]


# ------------------------------------------------------------------ mail


@pytest.mark.parametrize(
    "fault", ["421", "451", "550", "auth", "no-starttls", "wrong-host", "expired", "drop-connect"]
)
def test_a_mail_that_failed_is_sent_later(archive: Archive, fault: str) -> None:
    with MailServer(fault) as server:
        (failed,) = of(DeliveryFailed, send(archive, mail(server), specimens.briefing(1)))
        assert not failed.unknown and PASSWORD not in failed.error.line()
        server.fault = ""
        assert of(Delivered, retry(archive, mail(server)))
        send(archive, mail(server), specimens.briefing(1))
    assert len(server.mails) == 1


@pytest.mark.parametrize("fault", ["drop-data", "drop-after"])
def test_a_mail_in_doubt_keeps_its_message_id(archive: Archive, fault: str) -> None:
    with MailServer(fault) as server:
        server.times = 1
        (failed,) = of(DeliveryFailed, send(archive, mail(server), specimens.briefing(1)))
        assert failed.unknown and "same Message-ID" in failed.error.line()
        assert of(Delivered, retry(archive, mail(server)))
    assert len({message_from_bytes(raw)["message-id"] for _, raw in server.mails}) == 1
    assert len(server.mails) == (2 if fault == "drop-after" else 1)


def test_only_those_who_were_refused_are_tried_again(archive: Archive) -> None:
    readers = [f"r{n}@shop.example" for n in range(4)]
    with MailServer("rcpt") as server:
        events = send(archive, mail(server, *readers), specimens.briefing(1))
        (failed,) = of(DeliveryFailed, events)
        assert "r1@shop.example: 550" in str(failed.error) and "r3@" in str(failed.error)
        assert of(Delivered, events)
        server.fault = ""
        retry(archive, mail(server, *readers))
        again = send(archive, mail(server, *readers), specimens.briefing(1))
    assert [to for to, _ in server.mails] == [readers[0::2], readers[1::2]]
    assert len({raw for _, raw in server.mails}) == 1
    assert not of(Note, again) and all(e.repeated for e in of(Delivered, again))


# ------------------------------------------------------------------ crashes


class Crash(Exception):
    """Stands for the end of the process."""


@pytest.mark.parametrize("when", ["saving", "saved"])
def test_a_crash_at_any_moment_doubles_nothing(when: str) -> None:
    """Stop before or after each note that is taken of a part; go on; nothing is posted twice."""
    b = specimens.briefing(3, 2)
    for moment in range(1, 14):
        with SlackServer() as server:
            archive, left = Archive(), iter(range(moment))

            def stop(parcel: Parcel, left: Iterator[int] = left) -> None:
                if next(left, None) is None:
                    raise Crash

            setattr(archive.outbox, when, stop)
            with contextlib.suppress(Crash):
                send(archive, token(server), b)
            setattr(archive.outbox, when, lambda parcel: None)
            send(archive, token(server), b)
            said = [json.dumps(p["blocks"]) for p in server.posts]
            assert len(said) == len(set(said)) == 5, moment
            assert set(states(archive)) == {"sent"}


@pytest.mark.parametrize("kind", [hook, token])
@pytest.mark.slow
def test_a_hundred_issues_with_random_faults(kind: Any) -> None:
    rng, archive = random.Random(1), Archive()
    faults = ["", "", "429", "500", "503", "reset", "lost", "gone", "archived", "auth"]
    with SlackServer() as server:
        for day in range(100):
            server.fault, server.times = rng.choice(faults), rng.choice((1, 2, 9))
            date = f"{1918 + day}-01-26"
            send(archive, kind(server), specimens.briefing(1, 0, date=date))
        server.fault = ""
        for _ in range(2):
            retry(archive, kind(server))
        retry(archive, kind(server), unknown=True) if kind is token else None
    said = [json.dumps((p["text"], p["blocks"], p.get("thread_ts"))) for p in server.posts]
    assert len(said) == len(set(said))
    kept = archive.outbox.kept.values()
    arrived = sum(p.state == "sent" for p in kept)
    if kind is token:
        assert arrived == len(kept) == len(said) == 300
    else:
        unknown = sum(p.state == "unknown" for p in kept)
        assert arrived + unknown == len(kept) == 100 and arrived <= len(said)


@pytest.mark.parametrize("count", [15, pytest.param(100, marks=pytest.mark.slow)])
def test_mails_with_random_faults(monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    # The system's certificates are read for each mail; here once is enough.
    monkeypatch.setattr(deliver, "_context", functools.cache(deliver._context))
    rng, archive = random.Random(2), Archive()
    faults = ["", "421", "451", "550", "auth", "rcpt", "drop-connect", "drop-data", "drop-after"]
    with MailServer() as server:
        target = mail(server, "ann@shop.example", "bo@shop.example")
        for day in range(count):
            server.fault, server.times = rng.choice(faults), 1
            date = f"{1918 + day}-01-26"
            send(archive, target, specimens.briefing(1, 0, date=date))
        server.fault = ""
        retry(archive, target)
    pairs = {(message_from_bytes(raw)["message-id"], r) for to, raw in server.mails for r in to}
    assert len(pairs) == 2 * count and set(states(archive)) == {"sent"}


# ------------------------------------------------------------------ the rest


def test_a_dry_run_shows_the_payload_and_touches_nothing(archive: Archive) -> None:
    with SlackServer() as server:
        (shown,) = send(archive, hook(server), specimens.briefing(3), dry_run=True)
        assert not server.calls and not archive.outbox.kept
        send(archive, hook(server), specimens.briefing(3))
    assert json.loads(shown) == server.posts[0]
    assert "secret-path" not in shown


def test_no_secret_is_kept_or_told(archive: Archive) -> None:
    with SlackServer("gone") as server:
        events = send(archive, hook(server), specimens.briefing(1))
        events += send(
            archive, hook(server).replaced(url=server.base + "/x/secret-path"), specimens.card()
        )
    kept = repr(list(archive.outbox.kept.values())) + repr(events)
    assert "secret-path" not in kept + "".join(e.error.line() for e in of(DeliveryFailed, events))


def test_cancelling_leaves_the_rest_waiting(archive: Archive) -> None:
    with SlackServer() as server:
        events = send(
            archive,
            hook(server),
            specimens.briefing(60, 30),
            cancelled=lambda: len(server.posts) > 1,
        )
        assert len(server.posts) == len(of(Delivered, events)) == 2
        retry(archive, hook(server))
    assert set(states(archive)) == {"sent"}


def test_messages_keep_their_distance(archive: Archive) -> None:
    waits: list[float] = []
    with SlackServer() as server:
        send(archive, token(server), specimens.briefing(1), sleep=waits.append)
    assert sum(waits) > 2 * 0.9  # three messages, and the clock of the test goes on, too


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"kind": "slack"}, "url is not set"),
        ({"kind": "slack", "token": "t"}, "channel is not set"),
        ({"kind": "mail"}, "host, sender, to is not set"),
        (
            {"kind": "mail", "host": "h", "sender": "a@b.c", "to": ("d@e.f",), "user": "u"},
            "password",
        ),
        (
            {"kind": "mail", "host": "h", "sender": "a@b.c", "to": ("d@e.f",), "security": "none"},
            "none",
        ),
        ({"kind": "webhook"}, "url is not set"),
        ({"kind": "command"}, "command is not set"),
        ({"kind": "folder"}, "folder is not set"),
        ({"kind": "apprise"}, "url is not set"),
    ],
)
def test_what_is_missing_is_named(archive: Archive, settings: dict[str, Any], words: str) -> None:
    with pytest.raises(ConfigError, match=words):
        send(archive, TargetConfig(**settings), specimens.briefing(1))
    assert not archive.outbox.kept


def test_an_article_is_no_message(archive: Archive) -> None:
    with pytest.raises(ConfigError, match="only a card or a briefing"):
        send(archive, TargetConfig(kind="slack", url="http://x"), specimens.article())


def test_a_folder_is_written_over(archive: Archive, tmp_path: Path) -> None:
    target = TargetConfig(kind="folder", folder=str(tmp_path), format="html")
    send(archive, target, specimens.briefing(1))
    send(archive, target, specimens.briefing(2))
    (tmp_path / "2018-01-26.html").unlink()
    send(archive, target, specimens.briefing(2))
    send(archive, target, specimens.card())
    names = sorted(p.name for p in tmp_path.iterdir())
    assert names == [
        "2018-01-26-Northgate-may-build-a-delivery-service-with-Pellworth-c1.html",
        "2018-01-26.html",
    ]
    assert "plan number 2" in (tmp_path / "2018-01-26.html").read_text()


def test_a_program_is_run_once(archive: Archive, tmp_path: Path) -> None:
    log = tmp_path / "log"
    code = f"import sys; open({str(log)!r}, 'a').write(sys.stdin.read())"
    target = TargetConfig(kind="command", command=(sys.executable, "-c", code))
    for _ in range(2):
        send(archive, target, specimens.briefing(1))
    assert log.read_text().count("Retail briefing, Friday 26 January 2018") == 1


def test_a_webhook_gets_json(archive: Archive) -> None:
    with SlackServer() as server:
        send(archive, TargetConfig(kind="webhook", url=server.hook), specimens.briefing(2))
    assert server.posts[0]["schema"] == 1 and len(server.posts[0]["stories"]) == 2


def test_a_target_may_become_another(archive: Archive, tmp_path: Path) -> None:
    with SlackServer("gone") as server:
        send(archive, hook(server), specimens.briefing(1))
    folder = TargetConfig(kind="folder", folder=str(tmp_path))
    (failed,) = retry(archive, folder)
    assert "not written for a target of kind folder" in failed.error.line()
    assert of(Delivered, send(archive, folder, specimens.briefing(1)))
    assert set(states(archive)) == {"sent"}


def test_a_target_that_is_gone_is_named(archive: Archive) -> None:
    with SlackServer("gone") as server:
        send(archive, hook(server), specimens.briefing(1))
    (note,) = delivering.retry(archive, {}, now=LATER)  # type: ignore[arg-type]
    assert isinstance(note, Note) and "'team'" in note.text


def test_targets_say_whether_they_are_ready(tmp_path: Path) -> None:
    with SlackServer() as server, MailServer() as post:
        assert delivering.ready("a", token(server)) == "slack: bot in Shop, C1"
        assert delivering.ready("b", mail(post)).startswith("mail: localhost answers")
        with pytest.raises(DeliveryError, match="not accepted") as found:
            delivering.ready("a", token(server).replaced(token="xoxb-wrong"))
        assert "xoxb" not in found.value.line()
        assert not server.posts and not post.mails
    folder = TargetConfig(kind="folder", folder=str(tmp_path / "new"))
    assert delivering.ready("c", folder) == f"folder: {tmp_path / 'new'}"
    with pytest.raises(DeliveryError, match="no such program"):
        delivering.ready("d", TargetConfig(kind="command", command=("no-such-program-here",)))


@pytest.mark.parametrize(
    "noun", [specimens.briefing(2), specimens.card()], ids=["briefing", "card"]
)
def test_a_preview_is_what_is_sent(noun: Briefing) -> None:
    target = TargetConfig(kind="mail", sender="a@b.example", to=("c@d.example",))
    shown = delivering.preview("team", target, noun)
    assert shown.startswith("MIME-Version: 1.0\n") and "multipart/alternative" in shown
    text = delivering.preview("team", TargetConfig(kind="command", command=("cat",)), noun)
    assert "WHO IS WHO" in text or "TOP STORIES" in text
