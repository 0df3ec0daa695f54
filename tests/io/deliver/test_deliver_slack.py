"""Slack: one attempt a call, each refusal in words, never a blind second post."""

from __future__ import annotations

import pytest
import specimens
from slack_server import TOKEN, SlackServer

from briefing.config.settings import TargetConfig
from briefing.io.deliver import slack as deliver
from briefing.io.deliver.receipt import answered, lost, said
from briefing.render import slack

PAYLOAD = slack.briefing(specimens.briefing())[0]


def hook(server: SlackServer) -> TargetConfig:
    return TargetConfig(kind="slack", url=server.hook)


def token(server: SlackServer) -> TargetConfig:
    return TargetConfig(kind="slack", url=server.api, token=TOKEN, channel="C1")


def test_a_webhook_gets_the_message_and_nothing_else() -> None:
    with SlackServer() as server:
        receipt = deliver.hook(hook(server), {**PAYLOAD, "client_msg_id": "x", "metadata": {}})
    assert receipt == ("sent", "ok", "", None, ())
    assert server.posts == [PAYLOAD]


def test_a_token_gets_the_name_of_the_message() -> None:
    with SlackServer() as server:
        first = deliver.post(token(server), PAYLOAD)
        second = deliver.post(token(server), PAYLOAD, thread=first.remote)
        again = deliver.post(token(server), {**PAYLOAD, "text": "new"}, remote=second.remote)
    assert [first.remote, second.remote, again.remote] == [
        "C1 1.000100",
        "C1 2.000100",
        "C1 2.000100",
    ]
    assert server.posts[1]["thread_ts"] == "1.000100"
    assert server.posts[1]["text"] == "new" and server.posts[1]["updated"]
    assert len(server.posts) == 2


@pytest.mark.parametrize("kind", [hook, token])
@pytest.mark.parametrize(
    ("fault", "state", "wait"),
    [
        ("429", "failed", 1.0),
        ("500", "failed", 2.0),
        ("503", "failed", 2.0),
        ("reset", "unknown", None),
        ("lost", "unknown", None),
        ("silent", "unknown", None),
    ],
)
def test_faults_of_the_wire(kind: object, fault: str, state: str, wait: float | None) -> None:
    with SlackServer(fault) as server:
        send = deliver.hook if kind is hook else deliver.post
        receipt = send(kind(server), PAYLOAD, timeout=1.0)  # type: ignore[operator]
    assert (receipt.state, receipt.wait) == (state, wait)
    assert len(server.posts) == (fault == "lost")
    assert len(server.calls) == 1  # no second try
    assert "<" not in receipt.word


def test_refusals_say_what_to_do() -> None:
    with SlackServer("gone") as server:
        assert "the webhook was removed" in deliver.hook(hook(server), PAYLOAD).word
    with SlackServer("archived") as server:
        assert deliver.post(token(server), PAYLOAD).word == "is_archived: the channel is archived"
    with SlackServer("auth") as server:
        receipt = deliver.post(token(server), PAYLOAD)
    assert receipt.word == "invalid_auth: the token was not accepted"
    assert TOKEN not in repr(receipt)


def test_nobody_listens() -> None:
    with SlackServer() as server:
        gone = hook(server)
    receipt = deliver.hook(gone, PAYLOAD)
    assert receipt == ("failed", "no connection: connection refused", "", None, ())
    bad = TargetConfig(kind="slack", url="secret-address-without-scheme")
    assert "secret" not in deliver.hook(bad, PAYLOAD).word


def test_a_message_is_found_by_its_mark() -> None:
    marked = {**PAYLOAD, "client_msg_id": "m1", "metadata": {"event_payload": {"mark": "m1"}}}
    with SlackServer("lost", times=1) as server:
        assert deliver.post(token(server), marked).state == "unknown"
        found = deliver.seen(token(server), "m1")
        missing = deliver.seen(token(server), "m2")
        in_thread = deliver.seen(token(server), "m1", thread="C1 9.9")
        server.history = False
        assert deliver.seen(token(server), "m1") is None
    assert found and (found.state, found.remote) == ("sent", "C1 1.000100")
    assert missing and missing.state == "failed"
    assert in_thread and in_thread.state == "sent"


def test_nothing_secret_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(0)
    with SlackServer() as server:
        deliver.hook(hook(server), PAYLOAD)
        deliver.post(token(server), PAYLOAD)
    with SlackServer("reset") as server:
        deliver.hook(hook(server), PAYLOAD)
    assert "secret-path" not in caplog.text and TOKEN not in caplog.text


def test_knocking_posts_nothing() -> None:
    with SlackServer() as server:
        assert deliver.knock(token(server)).word == "bot in Shop, C1"
    assert server.posts == []


@pytest.mark.parametrize(
    ("status", "headers", "state", "wait"),
    [
        (429, {"Retry-After": "7"}, "failed", 7.0),
        (429, {}, "failed", 30.0),
        (429, {"retry-after": "soon"}, "failed", 30.0),
        (502, {}, "unknown", None),
        (504, {}, "unknown", None),
        (404, {}, "failed", None),
    ],
)
def test_what_a_status_means(
    status: int, headers: dict[str, str], state: str, wait: float | None
) -> None:
    receipt = answered(status, "word", headers)
    assert (receipt.state, receipt.wait, receipt.word) == (state, wait, f"{status} word")


def test_words_of_servers_are_made_harmless() -> None:
    assert said(b"<p>no\x1b[31m way</p>\r\nBcc: x") == "no way Bcc: x"
    assert len(said("x" * 999)) == 200
    assert lost(TimeoutError("x")).word == "no answer came: timed out"
