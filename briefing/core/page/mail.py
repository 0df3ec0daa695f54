"""Newsletters and other mail: one message or a mailbox, one article for each story.

Bounded before the standard library sees it: nested parts and endless headers are cut.
Attachments are never read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing import errors, plain
from briefing.core.page import dates, decode

_MOST_PARTS = 50
_LARGEST_PART = 2_000_000  # bytes of a part that are read
_FROM_LINE = re.compile(rb"(?m)^From \S+.*\d{4}\s*$\n?(?=[A-Za-z-]+:)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A message as text: `html` is empty when it came as plain text only."""

    subject: str = ""
    sender: str = ""
    sent: str | None = None
    html: str = ""
    text: str = ""


def letters(body: bytes) -> Iterator[bytes]:
    """Yield the messages of a mailbox."""
    pieces = _FROM_LINE.split(b"\n" + body.replace(b"\r\n", b"\n"))
    yield from (p for p in pieces if p.strip())


def letter(body: bytes, origin: str) -> Letter:
    """Return a message's readable parts; raise ExtractError for one that is a trap."""
    import email
    from email import policy

    body = body.replace(b"\r\n", b"\n").lstrip()
    if body.count(b"boundary=") > _MOST_PARTS:
        raise errors.ExtractError(
            f"{origin}: the message nests parts beyond reason",
            origin=origin,
            hint="save the text of the message and give that",
        )
    head, _, rest = body.partition(b"\n\n")
    body = _trimmed(head) + b"\n\n" + rest
    message = email.message_from_bytes(body, policy=policy.compat32)
    html = text = ""
    for part in message.walk():
        if part.is_multipart() or part.get_content_disposition() == "attachment":
            continue
        kind = part.get_content_type()
        if kind in ("text/html", "text/plain"):
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                charset = part.get_content_charset()
                found = decode.text(payload[:_LARGEST_PART], charset)
                if kind == "text/html":
                    html = html or found
                else:
                    text = text or found
    name = _header(message["From"])
    return Letter(
        subject=plain.line(_header(message["Subject"]), 300),
        sender=plain.line(re.sub(r"<[^>]*>", "", name).strip(" \"'") or name, 120),
        sent=dates.iso(str(message["Date"] or "")),
        html=html,
        text=text,
    )


def _trimmed(head: bytes) -> bytes:
    """Return the headers that are read, each cut to a sane length."""
    wanted = (b"from", b"subject", b"date", b"content-", b"mime-version")
    out, keeping = [], False
    for row in head.split(b"\n"):
        if row[:1] not in b" \t" or not row:
            keeping = row.lower().startswith(wanted)
        if keeping:
            out.append(row[:2000])
    return b"\n".join(out[:200])


def _header(value: object) -> str:
    from email.errors import MessageError
    from email.header import decode_header, make_header

    raw = str(value or "")
    try:
        return str(make_header(decode_header(raw)))
    except (MessageError, LookupError, UnicodeError, ValueError):
        return raw
