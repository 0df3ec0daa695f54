"""A card or a briefing as one RFC 5322 message: text first, then HTML; the same bytes each time."""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime, timedelta
from email import policy
from email.header import Header
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime, parseaddr
from typing import NamedTuple

from briefing import plain
from briefing.errors import ConfigError
from briefing.models import Briefing, Card
from briefing.render import html, mail_html, text, wording

SUBJECT, PREHEADER = 70, 140
"""Characters of the subject and of the line that lists of mails show beside it."""


class Letterhead(NamedTuple):
    """Whose mail it is and who gets it. Addresses as people write them: `News <news@shop.example>`.

    `unsubscribe` holds mailto: and https: addresses.
    """

    sender: str = ""
    to: tuple[str, ...] = ()
    list_id: str = ""
    unsubscribe: tuple[str, ...] = ()


_USER = re.compile(r"[\w!#$%&'*+/=?^`{|}~.-]+", re.ASCII)  # an atom of RFC 5322, with dots
_POLICY = policy.SMTP.clone(raise_on_defect=True)


def briefing(b: Briefing, letterhead: Letterhead | None = None) -> bytes:
    """Return a briefing as a message.

    Its date is that of the issue, its Message-ID the same for each sending of one issue to one
    list of readers. Raises ConfigError for an address that cannot be right.
    """
    top = b.stories[0] if b.stories else None
    said = wording.hedged(top.headline, top.card.status) if top else f"{b.title}, {b.date}"
    preheader = plain.line(b.top_line or said, PREHEADER)
    page, whole = mail_html.briefing(b, preheader)
    message = _message(text.briefing(b), page, "" if whole else html.briefing(b), b.date)
    _head(message, said, _moment(b), f"briefing {b.title} {b.date}", letterhead)
    return bytes(message)


def card(card: Card, letterhead: Letterhead | None = None) -> bytes:
    """Return a card as a message, dated as its article is."""
    said = wording.hedged(card.headline, card.status)
    page, whole = mail_html.card(card, plain.line(card.lede.text, PREHEADER))
    message = _message(text.card(card), page, "" if whole else html.card(card), card.id)
    _head(message, said, _day(card.article.published), f"card {card.id}", letterhead)
    return bytes(message)


def _message(words: str, page: str, attached: str, name: str) -> EmailMessage:
    """Return a message with its bodies; boundaries come from the content, not from chance."""
    message = EmailMessage(policy=_POLICY)
    message.set_content(words)
    message.add_alternative(page, subtype="html")
    digest = hashlib.sha256((words + page).encode()).hexdigest()[:24]
    message.set_boundary(f"=_a_{digest}")
    if attached:
        message.add_attachment(attached, subtype="html", filename=f"{plain.filename(name)}.html")
        message.set_boundary(f"=_m_{digest}")
    return message


def _head(
    message: EmailMessage, said: str, moment: datetime, issue: str, target: Letterhead | None
) -> None:
    target = target or Letterhead()
    sender = _address(target.sender or "briefing@localhost")
    readers = [_address(to) for to in target.to]
    message["From"] = sender
    if readers:
        message["To"] = readers
    # Encoded whole: where `email` folds between plain and encoded words, it doubles the space.
    words = subject(said)
    lines = words if words.isascii() else Header(words, "utf-8", header_name="Subject").encode()
    message.set_raw("Subject", lines)
    message["Date"] = format_datetime(moment)
    # Named by issue and readers, so that a message that was sent twice is shown once.
    named = "\n".join([issue, target.sender, *target.to])
    digest = hashlib.sha256(named.encode()).hexdigest()[:32]
    message["Message-ID"] = f"<{digest}@{sender.domain}>"
    if target.list_id:
        message["List-Id"] = _list_id(target.list_id)
    if target.unsubscribe:
        ways = [_way(u) for u in target.unsubscribe]
        message["List-Unsubscribe"] = ", ".join(f"<{way}>" for way in ways)
        if any(way.startswith("https:") for way in ways):
            message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message["Auto-Submitted"] = "auto-generated"


def subject(text: str) -> str:
    """Return a headline fit for a subject: one line, at most 70 characters, ended at a word."""
    text = plain.line(text)
    if len(text) <= SUBJECT:
        return text
    at = text[:SUBJECT].rfind(" ")
    return text[: at if at > SUBJECT // 2 else SUBJECT - 1].rstrip(" ,;:–—-") + "…"


def _address(text: str) -> Address:
    """Return an address with its domain in ASCII. Raises ConfigError."""
    name, spec = parseaddr(plain.line(text))
    user, _, domain = spec.rpartition("@")
    try:
        host = domain.encode("idna").decode("ascii")
        if not host or not _USER.fullmatch(user):
            raise ValueError(text)
        return Address(name, user, host)
    except (ValueError, IndexError) as error:
        raise ConfigError(
            f"{text!r} is not an address that mail can be sent to",
            hint="write it as news@example.com or Daily News <news@example.com>",
        ) from error


def _list_id(text: str) -> str:
    text = plain.line(text)
    return text if "<" in text else f"<{text}>"


def _way(url: str) -> str:
    url = plain.line(url).strip("<>")
    if not url.startswith(("mailto:", "https:")) or not url.isascii() or set(url) & set("<> ,"):
        raise ConfigError(f"unsubscribe: {url!r} must be a mailto: or https: address")
    return url


def _moment(b: Briefing) -> datetime:
    """Return when a briefing's day began: its last 24 hours, never a moment to come.

    A mail dated in the future is taken for spam, and a window of today closes at midnight.
    """
    since, until = b.window
    if until is None:
        return _day(b.date)
    last = _day(until) - timedelta(days=1)
    return max(last, _day(since)) if since else last


def _day(written: str | None) -> datetime:
    try:
        moment = datetime.fromisoformat(written or "")
    except ValueError:
        return datetime(1970, 1, 1, tzinfo=UTC)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
