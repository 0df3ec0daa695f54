"""Mail: TLS or nothing, each refusal in words, what may have arrived told from what did not."""

from __future__ import annotations

import mail_server
import pytest
import specimens
from mail_server import CERTIFICATES, PASSWORD, USER, MailServer

from briefing.config.settings import TargetConfig
from briefing.io.deliver import mail as deliver
from briefing.render import mail

TO = ("ann@shop.example", "bo@shop.example")
MESSAGE = mail.briefing(specimens.briefing(), mail.Letterhead("News <news@shop.example>", TO))


def target(server: MailServer, **more: object) -> TargetConfig:
    made = TargetConfig(
        kind="mail",
        host="localhost",
        port=server.port,
        security="tls" if server.tls else "starttls",
        ca_file=str(CERTIFICATES / "ca.pem"),
        user=USER,
        password=PASSWORD,
        sender="News <news@shop.example>",
        to=TO,
    )
    return made.replaced(**more)


@pytest.mark.parametrize("tls", [False, True], ids=["starttls", "tls"])
def test_a_message_arrives_as_it_was_written(tls: bool) -> None:
    with MailServer(tls=tls) as server:
        receipt = deliver.send(target(server), TO, MESSAGE)
    assert receipt == ("sent", "250 2.0.0 kept", "", None, ())
    assert server.mails == [(list(TO), MESSAGE)]
    assert server.logins == [True]


def test_a_line_that_begins_with_a_dot_survives() -> None:
    message = b"Subject: x\r\n\r\n.one\r\n..two\r\nend"
    with MailServer() as server:
        assert deliver.send(target(server), TO, message).state == "sent"
    assert server.mails[0][1] == message + b"\r\n"


@pytest.mark.parametrize(
    ("fault", "state", "words"),
    [
        ("no-starttls", "failed", "offers no STARTTLS"),
        ("no-auth", "failed", "offers no login"),
        ("auth", "failed", "535 user or password was not accepted"),
        ("421", "failed", "421 4.3.2 shutting down; it may work later"),
        ("451", "failed", "451 5.0.0 not taken; it may work later"),
        ("550", "failed", "550 5.0.0 not taken"),
        ("drop-connect", "failed", "closed"),
        ("drop-data", "unknown", "no answer came"),
        ("drop-after", "unknown", "no answer came"),
        ("silent", "unknown", "no answer came"),
        ("wrong-host", "failed", "the certificate is not trusted: Hostname mismatch"),
        ("expired", "failed", "the certificate is not trusted: certificate has expired"),
        ("other-ca", "failed", "the certificate is not trusted: unable to get local issuer"),
    ],
)
def test_each_fault_is_said_in_words(fault: str, state: str, words: str) -> None:
    with MailServer(fault) as server:
        receipt = deliver.send(target(server), TO, MESSAGE, timeout=1.0)
    assert receipt.state == state
    assert words in receipt.word
    assert PASSWORD not in receipt.word
    assert len(server.mails) == (fault == "drop-after")


def test_nothing_is_said_to_a_server_without_tls() -> None:
    with MailServer("no-starttls") as server:
        deliver.send(target(server), TO, MESSAGE)
    assert server.logins == [] and server.mails == []


def test_a_certificate_is_checked_against_the_system_too() -> None:
    with MailServer() as server:
        receipt = deliver.send(target(server, ca_file=""), TO, MESSAGE)
    assert "not trusted" in receipt.word and not server.mails


def test_a_missing_ca_file_is_named() -> None:
    with MailServer() as server:
        receipt = deliver.send(target(server, ca_file="nowhere.pem"), TO, MESSAGE)
    assert receipt.word == "ca_file nowhere.pem: no such file or directory"


def test_those_who_were_refused_are_named() -> None:
    with MailServer("rcpt") as server:
        receipt = deliver.send(target(server), TO, MESSAGE)
    assert receipt.state == "sent"
    assert receipt.refused == (("bo@shop.example", "550 5.1.1 no such user"),)
    assert server.mails[0][0] == ["ann@shop.example"]


def test_when_all_are_refused_nothing_is_sent() -> None:
    with MailServer("rcpt") as server:
        server.recipients = 1
        receipt = deliver.send(target(server), TO[:1], MESSAGE)
    assert receipt.state == "failed" and "ann@shop.example: 550" in receipt.word
    assert not server.mails


def test_no_server_at_all() -> None:
    with MailServer() as server:
        gone = target(server)
    assert deliver.send(gone, TO, MESSAGE) == ("failed", "connection refused", "", None, ())


def test_knocking_logs_in_and_sends_nothing() -> None:
    with MailServer() as server:
        receipt = deliver.knock(target(server))
        assert receipt.word == "localhost answers as reader, over TLS"
        assert deliver.knock(target(server, password="wrong")).state == "failed"
    assert server.mails == [] and mail_server.PASSWORD not in receipt.word
