"""One attempt to hand one parcel to its target, whatever its kind."""

from __future__ import annotations

import json

from briefing.config.settings import TargetConfig
from briefing.desk import delivering_parts as parts
from briefing.io.deliver import secrets
from briefing.io.deliver.receipt import Receipt
from briefing.models import Parcel


def repeatable(target: TargetConfig) -> bool:
    """Say whether a part that may have arrived can be sent again without being seen twice.

    A file is written over; a mail keeps its Message-ID, by which programs know it again.
    """
    return target.kind in ("mail", "folder")


def attempt(target: TargetConfig, parcel: Parcel, thread: str = "") -> Receipt:
    """Send a parcel once; `thread` is the message that it goes below. No secret is in the word."""
    try:
        receipt = _sent(target, parcel, thread)
    except KeyError:  # the settings have changed since the payload was written
        return Receipt("failed", f"it was not written for a target of kind {target.kind}")
    refused = tuple((to, secrets.scrub(word, target)) for to, word in receipt.refused)
    return receipt._replace(word=secrets.scrub(receipt.word, target), refused=refused)


def _sent(target: TargetConfig, parcel: Parcel, thread: str) -> Receipt:
    made = json.loads(parcel.payload)
    match target.kind:
        case "slack":
            from briefing.io.deliver import slack

            if parts.threaded(target):
                return slack.post(target, made, remote=parcel.remote, thread=thread)
            return slack.hook(target, made)
        case "mail":
            from briefing.io.deliver import mail

            return mail.send(target, tuple(made["to"]), made["body"].encode("ascii"))
        case "webhook":
            from briefing.io.deliver import webhook

            known = parts.mark(parcel.key, parcel.target, parcel.part)
            return webhook.post(target, made["body"].encode(), made["type"], known)
        case "command":
            from briefing.io.deliver import command

            return command.run(target, made["body"].encode())
        case "folder":
            from briefing.io.deliver import folder

            return folder.put(target, made["file"], made["body"])
        case _:
            from briefing.io.deliver import apprise

            return apprise.notify(target, made["title"], made["body"])


def looked_up(target: TargetConfig, parcel: Parcel, thread: str = "") -> Receipt | None:
    """Ask a target whether a parcel arrived; None where it cannot be asked."""
    if not parts.threaded(target):
        return None
    from briefing.io.deliver import slack

    if parcel.remote:  # a message that was to be renewed: renewing it again does no harm
        return Receipt("failed", "to be renewed")
    known = parts.mark(parcel.key, parcel.target, parcel.part)
    return slack.seen(target, known, thread=thread)
