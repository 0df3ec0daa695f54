"""Mail through smtplib, whose errors are OSErrors: TLS or nothing, the password only behind it."""

from __future__ import annotations

import contextlib
import re
import ssl
from email.utils import parseaddr
from typing import TYPE_CHECKING

from briefing.config.settings import TargetConfig
from briefing.io.deliver.receipt import TIMEOUT, Receipt, said

if TYPE_CHECKING:
    import smtplib

_DOTS = re.compile(rb"(?m)^\.")


def send(
    target: TargetConfig, to: tuple[str, ...], message: bytes, *, timeout: float = TIMEOUT
) -> Receipt:
    """Send a message (RFC 5322, CRLF line ends) to recipients, in one transaction.

    Sent when one recipient at least was taken; those who were not are in `refused`. Until the
    last byte of the message is out nothing can have been taken; after that, a connection that
    ends without an answer leaves it unknown (RFC 1047).
    """
    try:
        context = _context(target)
    except OSError as error:
        return Receipt("failed", f"ca_file {target.ca_file}: {_words(error)}")
    try:
        server = _connected(target, context, timeout)
    except OSError as error:
        return Receipt("failed", _words(error))
    try:
        return _transaction(server, target, to, message)
    except OSError as error:
        return Receipt("failed", _words(error))
    finally:
        with contextlib.suppress(OSError):  # what was said stands, however the server takes leave
            server.quit()
        server.close()


def knock(target: TargetConfig, *, timeout: float = TIMEOUT) -> Receipt:
    """Log in and leave: whether the server, its certificate and the password are right."""
    try:
        server = _connected(target, _context(target), timeout)
        with contextlib.suppress(OSError):
            server.quit()
    except OSError as error:
        return Receipt("failed", _words(error))
    as_whom = f" as {target.user}" if target.user else ""
    return Receipt("sent", f"{target.host} answers{as_whom}, over TLS")


def _context(target: TargetConfig) -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if target.ca_file:
        context.load_verify_locations(target.ca_file)
    return context


def _connected(target: TargetConfig, context: ssl.SSLContext, timeout: float) -> smtplib.SMTP:
    """Return a session behind TLS and, where a user is set, logged in."""
    import smtplib

    name = parseaddr(target.sender)[1].rpartition("@")[2] or "localhost"  # asks no name server
    server: smtplib.SMTP
    if target.security == "tls":
        server = smtplib.SMTP_SSL(
            target.host, target.port or 465, name, timeout=timeout, context=context
        )
    else:
        server = smtplib.SMTP(target.host, target.port or 587, name, timeout=timeout)
    try:
        if target.security != "tls":
            server.ehlo_or_helo_if_needed()
            if not server.has_extn("starttls"):
                raise smtplib.SMTPException(
                    "the server offers no STARTTLS, and mail is not sent in the clear"
                )
            server.starttls(context=context)
        server.ehlo_or_helo_if_needed()
        if target.user:
            server.login(target.user, target.password)
    except BaseException:
        server.close()
        raise
    return server


def _transaction(
    server: smtplib.SMTP, target: TargetConfig, to: tuple[str, ...], message: bytes
) -> Receipt:
    code, reply = server.mail(parseaddr(target.sender)[1])
    if code != 250:
        return _refused(code, reply)
    refused = []
    for address in to:
        code, reply = server.rcpt(parseaddr(address)[1])
        if code not in (250, 251):
            refused.append((address, f"{code} {said(reply)}"))
        if code == 421:
            return _refused(code, reply)
    if len(refused) == len(to):
        named = "; ".join(f"{address}: {word}" for address, word in refused)
        return Receipt("failed", f"no recipient was taken: {named}")
    code, reply = server.docmd("DATA")
    if code != 354:
        return _refused(code, reply)
    ends = b"" if message.endswith(b"\r\n") else b"\r\n"
    server.send(_DOTS.sub(b"..", message) + ends + b".\r\n")
    try:
        code, reply = server.getreply()
    except OSError as error:
        return Receipt(
            "unknown", f"the message was handed over and no answer came: {_words(error)}"
        )
    if code != 250:
        return _refused(code, reply)
    return Receipt("sent", f"{code} {said(reply)}", refused=tuple(refused))


def _refused(code: int, reply: bytes) -> Receipt:
    later = "; it may work later" if 400 <= code < 500 else ""
    return Receipt("failed", f"{code} {said(reply)}{later}")


def _words(error: Exception) -> str:
    """Return a failure in words that hold nothing of what was sent to the server."""
    import smtplib

    if isinstance(error, ssl.SSLCertVerificationError):
        return f"the certificate is not trusted: {error.verify_message}"
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return f"{error.smtp_code} user or password was not accepted"
    if isinstance(error, smtplib.SMTPResponseException):
        return f"{error.smtp_code} {said(error.smtp_error)}"
    if isinstance(error, TimeoutError):
        return "the server was silent for too long"
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return "the server offers no login that is known here; leave user empty if none is needed"
    if isinstance(error, OSError) and error.strerror:
        return said(error.strerror.lower())
    return said(str(error))
