"""Sending exactly once: each part is written into the outbox before it goes out, and after.

A part is *pending*; while it is under way it is *unknown*, so that a crash between sending and
noting never sends it twice; then *sent*, *failed*, or *unknown* still when no answer came. What
is unknown is looked up where the target can be asked, sent again where that cannot be seen twice
(mail keeps its Message-ID, a file is written over), and otherwise left alone, and said.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from briefing.config.settings import TargetConfig
from briefing.desk import delivering_parts as parts
from briefing.desk.cancelling import Cancelled, never
from briefing.desk.delivering_ready import ready
from briefing.desk.delivering_round import Round
from briefing.desk.events import DeliveryFailed, Event, Note
from briefing.desk.forms import Noun
from briefing.desk.ports import Archive
from briefing.errors import BriefingError
from briefing.io.deliver import secrets
from briefing.models import Parcel

__all__ = ["preview", "ready", "retry", "send"]


def preview(name: str, target: TargetConfig, noun: Noun) -> str:
    """Return exactly what would be sent, part by part. Raises ConfigError, DeliveryError."""
    target = secrets.resolve(name, target)
    return "\n".join(parts.shown(target, p) for p in parts.of(name, target, noun))


def send(
    archive: Archive,
    name: str,
    target: TargetConfig,
    noun: Noun,
    *,
    now: str,
    dry_run: bool = False,
    cancelled: Cancelled = never,
    sleep: Callable[[float], None] = time.sleep,
) -> Iterator[Event | str]:
    """Send a noun to a target, as far as it has not been sent; a dry run yields the payload.

    Slack messages sent with a token and files are renewed; anything else is never sent a second
    time. Raises ConfigError and DeliveryError before anything is sent, StoreError at any time.
    """
    if dry_run:
        yield preview(name, target, noun)
        return
    target = secrets.resolve(name, target)
    parts.check(name, target)
    payloads = parts.of(name, target, noun)
    with archive.lock(f"send {name}"):
        known = archive.outbox.get(parts.key(noun), name)
        parcels, note = _planned(name, target, noun, payloads, known, now)
        if note:
            yield Note(text=note)
        archive.outbox.save(parcels)
        yield from Round(archive, target, parcels, now, cancelled, sleep).run()


def retry(
    archive: Archive,
    targets: Mapping[str, TargetConfig],
    *,
    now: str,
    unknown: bool = False,
    cancelled: Cancelled = never,
    sleep: Callable[[float], None] = time.sleep,
) -> Iterator[Event]:
    """Send what waits in the outbox, as it was written; `unknown` repeats what may have arrived.

    A target that cannot be sent to is named and the others go on.
    """
    waiting = list(dict.fromkeys((p.target, p.key) for p in archive.outbox.waiting()))
    if not waiting:
        yield Note(text="nothing waits to be sent")
    for name, key in waiting:
        if name not in targets:
            yield Note(text=f"{key}: waits for the target {name!r}, which was not asked")
            continue
        try:
            target = secrets.resolve(name, targets[name])
            parts.check(name, target)
            with archive.lock(f"send {name}"):
                parcels = archive.outbox.get(key, name)
                journey = Round(archive, target, parcels, now, cancelled, sleep, unknown)
                yield from journey.run(again=False)
        except BriefingError as error:
            yield DeliveryFailed(target=name, part=1, parts=1, error=error)


def _planned(
    name: str,
    target: TargetConfig,
    noun: Noun,
    payloads: list[str],
    known: list[Parcel],
    now: str,
) -> tuple[list[Parcel], str]:
    """Return the parcels of a run, given those the outbox knows, and what is to be said of them."""
    begun = any(p.state in ("sent", "unknown") or p.remote for p in known)
    if begun and not (parts.threaded(target) or target.kind == "folder"):
        changed = target.kind != "mail" and [p.payload for p in known] != payloads
        changed = changed or (target.kind == "mail" and not _same_mail(known, payloads[0]))
        return known, f"{name}: this issue has changed since it was sent; not sent again" * changed
    if target.kind == "folder":
        known = []  # a file that somebody deleted is written again
    old = {p.part: p for p in known}
    fresh = [
        _renewed(old.get(number), parts.key(noun), name, (number, len(payloads)), payload, now)
        for number, payload in enumerate(payloads, 1)
    ]
    surplus = [p for p in known if p.part > len(payloads)]
    return fresh + [_withdrawn(p, name, noun, now) for p in surplus], ""


def _same_mail(known: list[Parcel], payload: str) -> bool:
    """Say whether the outbox holds this mail, whoever of its readers has had it."""
    body = payload.partition('"body"')[2]
    return all(p.payload.partition('"body"')[2] == body for p in known)


def _renewed(
    old: Parcel | None, key: str, name: str, place: tuple[int, int], payload: str, now: str
) -> Parcel:
    part, total = place
    if old is None:
        return Parcel(key=key, target=name, part=part, parts=total, payload=payload, updated=now)
    if old.state == "unknown" or (old.state == "sent" and old.payload == payload):
        return replace(old, parts=total)
    return replace(old, parts=total, payload=payload, state="pending", updated=now)


def _withdrawn(old: Parcel, name: str, noun: Noun, now: str) -> Parcel:
    """Return a part that the issue no longer has: renewed if it stands there, else let go."""
    if not old.remote:
        word = "not part of the issue any more; never sent"
        return replace(old, state="sent", word=word, updated=now)
    payload = parts.withdrawn(name, noun, old.part)
    same = old.payload == payload and old.state == "sent"
    return old if same else replace(old, payload=payload, state="pending", updated=now)
