"""Webhooks, programs, folders, apprise, and where secrets come from."""

from __future__ import annotations

import sys
import types
from pathlib import Path

import pytest
from slack_server import SlackServer

from briefing.config.settings import TargetConfig
from briefing.errors import ConfigError
from briefing.io.deliver import apprise, command, folder, secrets, webhook


def test_a_webhook_gets_the_body_and_a_mark() -> None:
    with SlackServer() as server:
        target = TargetConfig(kind="webhook", url=server.hook)
        receipt = webhook.post(target, b'{"text":"x"}', "application/json", "m1")
    assert receipt.word == "200 ok" and server.posts == [{"text": "x"}]
    (headers,) = server.headers
    assert (headers["content-type"], headers["idempotency-key"]) == ("application/json", "m1")


@pytest.mark.parametrize(
    ("fault", "state"), [("429", "failed"), ("reset", "unknown"), ("gone", "failed")]
)
def test_a_webhook_is_tried_once(fault: str, state: str) -> None:
    with SlackServer(fault) as server:
        target = TargetConfig(kind="webhook", url=server.hook)
        assert webhook.post(target, b"{}", "application/json", "m").state == state
    assert len(server.calls) == 1


@pytest.mark.parametrize("url", ["file:///etc/passwd", "nonsense", "ftp://x.example/y", "http://"])
def test_a_webhook_is_a_web_address(url: str) -> None:
    receipt = webhook.post(TargetConfig(url=url), b"", "text/plain", "m")
    assert receipt.state == "failed" and "/" not in receipt.word.replace("webhook", "")


def program(code: str) -> TargetConfig:
    return TargetConfig(kind="command", command=(sys.executable, "-c", code))


def test_a_program_gets_the_text(tmp_path: Path) -> None:
    out = tmp_path / "out"
    code = f"import sys; open({str(out)!r}, 'wb').write(sys.stdin.buffer.read())"
    assert command.run(program(code), "Über\n".encode()).state == "sent"
    assert out.read_bytes() == "Über\n".encode()


def test_what_a_program_says_is_kept() -> None:
    receipt = command.run(program("import sys; sys.exit('first\\nno such reader')"), b"x" * 99_999)
    assert receipt.state == "failed"
    assert receipt.word.endswith("ended with code 1: no such reader")
    assert command.run(TargetConfig(command=("/no/such/program",)), b"").word == (
        "/no/such/program: no such file or directory"
    )
    slow = command.run(program("import time; time.sleep(9)"), b"", timeout=0.2)
    assert slow.state == "unknown"


def test_a_folder_gets_whole_files(tmp_path: Path) -> None:
    target = TargetConfig(kind="folder", folder=str(tmp_path / "vault" / "news"))
    receipt = folder.put(target, "2018-01-26.md", "text\n")
    path = tmp_path / "vault" / "news" / "2018-01-26.md"
    assert receipt == ("sent", f"wrote {path}", str(path), None, ())
    assert path.read_text() == "text\n"
    assert folder.put(target, "2018-01-26.md", "text\n").word == f"{path} is up to date"
    assert [p.name for p in path.parent.iterdir()] == ["2018-01-26.md"]


def test_a_folder_that_is_a_file_is_named(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("x")
    receipt = folder.put(TargetConfig(folder=str(blocked)), "a.md", "text")
    assert receipt.state == "failed" and str(blocked) in receipt.word


class Service:
    """Stands for apprise.Apprise."""

    answer, words = True, ""

    def add(self, url: str) -> bool:
        return url.startswith("ntfy://")

    def notify(self, **said: str) -> bool:
        import logging

        Service.said = said  # type: ignore[attr-defined]
        logging.getLogger("apprise").warning("%s", Service.words)
        return Service.answer


@pytest.mark.parametrize(
    ("answer", "words", "state"),
    [
        (True, "", "sent"),
        (False, "Failed to send: error=400.", "failed"),
        (False, "A Connection error occurred", "unknown"),
    ],
)
def test_apprise(monkeypatch: pytest.MonkeyPatch, answer: bool, words: str, state: str) -> None:
    monkeypatch.setitem(sys.modules, "apprise", types.SimpleNamespace(Apprise=Service))
    monkeypatch.setattr(Service, "answer", answer)
    monkeypatch.setattr(Service, "words", words)
    target = TargetConfig(kind="apprise", url="ntfy://host/topic")
    assert apprise.notify(target, "Title", "Body").state == state
    assert apprise.notify(TargetConfig(url="what://"), "", "").state == "failed"


def test_apprise_is_an_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "apprise", None)
    receipt = apprise.notify(TargetConfig(url="ntfy://x"), "", "")
    assert "pip install 'briefing[apprise]'" in receipt.word


def test_secrets_come_from_the_environment_first(tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_text("of-the-file\n")
    file.chmod(0o600)
    target = TargetConfig(kind="mail", user="u", password="of-settings", secret_file=str(file))
    assert secrets.resolve("my-team", target, {}).password == "of-the-file"
    env = {"BRIEFING_MY_TEAM_PASSWORD": "of-env"}
    assert secrets.resolve("my-team", target, env).password == "of-env"


@pytest.mark.parametrize(
    ("kind", "text", "field"),
    [
        ("slack", "xoxb-1", "token"),
        ("slack", "https://hooks.slack.com/x", "url"),
        ("mail", "pass", "password"),
        ("webhook", "https://x.example", "url"),
        ("apprise", "ntfy://x", "url"),
    ],
)
def test_a_file_holds_the_secret_of_its_kind(
    tmp_path: Path, kind: str, text: str, field: str
) -> None:
    file = tmp_path / "secret"
    file.write_text(text)
    file.chmod(0o600)
    found = secrets.resolve("t", TargetConfig(kind=kind, secret_file=str(file)), {})
    assert getattr(found, field) == text
    assert text not in repr(found)


def test_a_file_that_others_may_read_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_text("xoxb-1")
    file.chmod(0o644)
    with pytest.raises(ConfigError, match=r"targets\.team\.secret_file: .*read by others") as found:
        secrets.resolve("team", TargetConfig(kind="slack", secret_file=str(file)), {})
    assert found.value.hint == f"chmod 600 {file}" and "xoxb" not in str(found.value)
    with pytest.raises(ConfigError, match="no such file"):
        secrets.resolve("team", TargetConfig(secret_file=str(tmp_path / "none")), {})


def test_the_keyring_is_asked_last(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def password(service: str, user: str) -> str | None:
        asked.append((service, user))
        return "of-keyring" if user == "team.url" else None

    errors = types.SimpleNamespace(KeyringError=RuntimeError)
    ring = types.SimpleNamespace(get_password=password, errors=errors)
    monkeypatch.setitem(sys.modules, "keyring", ring)
    monkeypatch.setitem(sys.modules, "keyring.errors", errors)
    assert secrets.resolve("team", TargetConfig(kind="slack"), {}).url == "of-keyring"
    assert asked == [("briefing", "team.token"), ("briefing", "team.url")]
    asked.clear()
    assert secrets.resolve("team", TargetConfig(kind="slack", token="t"), {}).token == "t"
    assert secrets.resolve("mail", TargetConfig(kind="mail"), {}).password == ""
    assert asked == []


def test_words_are_scrubbed() -> None:
    target = TargetConfig(
        url="https://hooks.example/services/T0/secret?key=abcdef", token="xoxb-1", password="p4ss"
    )
    words = "POST https://hooks.example/services/T0/secret?key=abcdef xoxb-1 p4ss key=abcdef"
    assert secrets.scrub(words, target) == "POST … … … …"
