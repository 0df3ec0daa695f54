"""What became of one attempt to send, and how errors on the wire are to be read."""

from __future__ import annotations

import re
import socket
import ssl
from collections.abc import Mapping
from typing import Literal, NamedTuple
from urllib.error import URLError

from briefing import plain

TIMEOUT = 30.0
"""Seconds a server may be silent."""


class Receipt(NamedTuple):
    """The outcome of an attempt: `unknown` when it may have arrived and no answer came.

    `word` is what the server said, `remote` its name for what it took, `wait` the seconds after
    which a failed attempt may be made again (None: not in this run), `refused` the recipients
    that a mail server did not take, each with its reason.
    """

    state: Literal["sent", "failed", "unknown"]
    word: str
    remote: str = ""
    wait: float | None = None
    refused: tuple[tuple[str, str], ...] = ()


def said(text: str | bytes, limit: int = 200) -> str:
    """Return a server's words as one harmless line, the tags of an error page left out."""
    if isinstance(text, bytes):
        text = text.decode("utf-8", "replace")
    return plain.line(re.sub(r"<[^<>]*>", " ", text), limit)


def lost(error: Exception) -> Receipt:
    """Return what an exception on the wire means: nothing was sent, or nobody knows.

    urllib wraps in URLError what happens while it connects and sends; what happens while it
    waits for the answer comes bare, and then the request was complete.
    """
    cause = error.reason if isinstance(error, URLError) else error
    if isinstance(cause, ssl.SSLCertVerificationError):
        return Receipt("failed", f"the certificate is not trusted: {cause.verify_message}")
    if isinstance(error, URLError):
        never = (ConnectionRefusedError, socket.gaierror, ssl.SSLError, TimeoutError)
        broken = isinstance(cause, (ConnectionError, ssl.SSLError))
        if isinstance(cause, never) or (isinstance(cause, OSError) and not broken):
            return Receipt("failed", f"no connection: {_reason(cause)}")
        if isinstance(cause, str):
            return Receipt("failed", "the address cannot be used")
    return Receipt("unknown", f"no answer came: {_reason(cause)}")


def _reason(cause: object) -> str:
    if isinstance(cause, TimeoutError):
        return "timed out"
    text = getattr(cause, "strerror", None) or str(cause) or type(cause).__name__
    return said(text[:1].lower() + text[1:])


def answered(status: int, body: str, headers: Mapping[str, str]) -> Receipt:
    """Return what a refusal over HTTP means."""
    word = f"{status} {said(body)}".strip()
    if status == 429:
        return Receipt("failed", word, wait=_seconds(headers))
    if status in (500, 503):
        return Receipt("failed", word, wait=2.0)
    if status in (502, 504):
        return Receipt("unknown", word)  # a gateway lost the answer of the server behind it
    return Receipt("failed", word)


def _seconds(headers: Mapping[str, str]) -> float:
    given = {k.lower(): v for k, v in headers.items()}.get("retry-after", "")
    try:
        return max(0.0, float(given))
    except ValueError:
        return 30.0
