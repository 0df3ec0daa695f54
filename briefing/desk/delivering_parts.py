"""A noun for a target becomes parts: each the exact payload of one message, checked beforehand.

A payload is text, as the outbox keeps it. For Slack it is the message's JSON; for the other kinds
a JSON object with what has to be known to send it, the body itself among it.
"""

from __future__ import annotations

import json
import uuid
from typing import TYPE_CHECKING, Any

from briefing import plain
from briefing.config.settings import TargetConfig
from briefing.desk import forms
from briefing.desk.forms import Noun
from briefing.errors import ConfigError, DeliveryError
from briefing.models import Article, Briefing, Card, Dossier

if TYPE_CHECKING:
    from briefing.render.mail import Letterhead

_SPACE = uuid.UUID("5f3c1f0e-6f0b-5a53-9f0a-8a6c2f1f7d11")  # of the marks of our own messages
_FORMS = {"webhook": "json", "command": "text", "folder": "markdown", "apprise": "text"}
_MEDIA = {
    "json": "application/json",
    "slack": "application/json",
    "text": "text/plain; charset=utf-8",
    "markdown": "text/markdown; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "eml": "message/rfc822",
    "atom": "application/atom+xml",
}
_NEEDED = {
    "mail": ("host", "sender", "to"),
    "command": ("command",),
    "folder": ("folder",),
}


def key(noun: Noun) -> str:
    """Return the name under which the outbox keeps a noun: the same issue, the same name."""
    if isinstance(noun, Briefing):
        return f"briefing {noun.date} {plain.line(noun.title, 80)}"
    if isinstance(noun, Dossier):
        return f"dossier {plain.line(noun.name, 80)} {noun.since} {noun.until}"
    return f"{type(noun).__name__.lower()} {noun.id}"


def threaded(target: TargetConfig) -> bool:
    """Say whether a target's messages can be put below each other and renewed."""
    return target.kind == "slack" and bool(target.token)


def mark(key: str, name: str, part: int) -> str:
    """Return what a part is known by at its target, the same each time."""
    return str(uuid.uuid5(_SPACE, f"{key}\n{name}\n{part}"))


def check(name: str, target: TargetConfig) -> None:
    """Raise ConfigError for a target, secrets filled in, that cannot be sent to."""
    missing = [field for field in _NEEDED.get(target.kind, ()) if not getattr(target, field)]
    if target.kind in ("webhook", "apprise") and not target.url:
        missing = ["url"]
    if target.kind == "slack":
        missing = [] if target.token or target.url else ["url"]
        missing += ["channel"] if target.token and not target.channel else []
    if target.kind == "mail" and target.user and not target.password:
        missing.append("password")
    if missing:
        raise ConfigError(
            f"targets.{name}: {', '.join(missing)} is not set", hint="see: briefing config"
        )
    if target.kind == "mail" and target.security not in ("tls", "starttls"):
        raise ConfigError(
            f"targets.{name}.security: {target.security!r} is not known",
            hint="tls or starttls; mail is never sent without",
        )


def of(name: str, target: TargetConfig, noun: Noun) -> list[str]:
    """Return the payloads of a noun, one for each part, in order.

    Raises ConfigError for a form the noun does not have and DeliveryError for a part over a limit.
    """
    if target.kind == "slack":
        return _slack(name, target, noun)
    if target.kind == "mail":
        return [_mail(target, noun)]
    form = target.format or _FORMS.get(target.kind, "")
    if not form:
        raise ConfigError(f"targets.{name}.kind: {target.kind!r} is not known")
    body = forms.write(noun, form)
    text = body.decode() if isinstance(body, bytes) else body
    made = {"file": _file(noun, form), "title": title(noun), "type": _MEDIA[form], "body": text}
    return [json.dumps(made, ensure_ascii=False)]


def _slack(name: str, target: TargetConfig, noun: Noun) -> list[str]:
    from briefing.render import slack, slack_limits

    if isinstance(noun, Article | Dossier):
        raise ConfigError("only a card or a briefing goes to Slack")
    if isinstance(noun, Card):
        payloads = slack.card(noun)
    else:
        payloads = slack.thread(noun) if threaded(target) else slack.briefing(noun)
    for number, payload in enumerate(payloads, 1):
        if found := slack_limits.problems(payload):
            raise DeliveryError(
                f"part {number} of {len(payloads)} is not what Slack takes: {found[0]}", target=name
            )
        if threaded(target):
            _marked(payload, mark(key(noun), name, number))
    return [_json(payload) for payload in payloads]


def _marked(payload: dict[str, Any], known: str) -> None:
    payload["client_msg_id"] = known
    payload["metadata"] = {"event_type": "briefing_part", "event_payload": {"mark": known}}


def withdrawn(name: str, noun: Noun, part: int) -> str:
    """Return the payload that stands in place of a part which a renewed issue no longer has."""
    from briefing.render import slack

    payload = slack.withdrawn(title(noun))
    _marked(payload, mark(key(noun), name, part))
    return _json(payload)


def _mail(target: TargetConfig, noun: Noun) -> str:
    written = forms.write(noun, "eml", letterhead(target))
    text = written if isinstance(written, str) else written.decode("ascii")
    return envelope(target.to, text)


def letterhead(target: TargetConfig) -> Letterhead:
    """Return from whom and to whom the mails of a target are."""
    from briefing.render.mail import Letterhead

    return Letterhead(target.sender, target.to, target.list_id, target.unsubscribe)


def envelope(to: tuple[str, ...], message: str) -> str:
    """Return the payload of a mail: its recipients and the message."""
    return json.dumps({"to": list(to), "body": message})


def title(noun: Noun) -> str:
    """Return what a noun is called in a list."""
    if isinstance(noun, Briefing):
        return plain.line(f"{noun.title}, {noun.date}", 200)
    if isinstance(noun, Dossier):
        return plain.line(f"{noun.name}, {noun.since} to {noun.until}", 200)
    return plain.line(noun.headline if isinstance(noun, Card) else noun.title, 200)


def _file(noun: Noun, form: str) -> str:
    """Return the name of a noun's file: its date first, so that folders sort by day."""
    suffix = forms.SUFFIXES[form]
    if isinstance(noun, Briefing):
        return f"{plain.filename(noun.date or noun.title)}{suffix}"
    if isinstance(noun, Dossier):
        return f"{plain.filename(title(noun), 100)}{suffix}"
    day = (noun.article.published if isinstance(noun, Card) else noun.published) or ""
    return f"{plain.filename(f'{day[:10]} {title(noun)}', 100)}-{noun.id[:8]}{suffix}"


def shown(target: TargetConfig, payload: str) -> str:
    """Return a payload as a dry run shows it: exactly what would be sent."""
    made = json.loads(payload)
    if target.kind == "slack":
        return json.dumps(made, ensure_ascii=False, indent=2) + "\n"
    body: str = made["body"]
    return body.replace("\r\n", "\n")


def _json(payload: Any) -> str:
    return json.dumps(payload, ensure_ascii=False, separators=(",", ":"))
