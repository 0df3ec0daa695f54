"""Whether a target could be sent to now, asked of the target itself, and nothing sent."""

from __future__ import annotations

import os
import shutil

from briefing import locations
from briefing.config.settings import TargetConfig
from briefing.desk import delivering_parts as parts
from briefing.errors import DeliveryError
from briefing.io.deliver import secrets
from briefing.io.deliver.receipt import Receipt


def ready(name: str, target: TargetConfig) -> str:
    """Return what a target is and that it answers, in one line.

    A mail server is logged in to, a Slack token tried; a webhook can only be seen to be set.
    Raises ConfigError for what is not set, DeliveryError for a target that does not answer.
    """
    target = secrets.resolve(name, target)
    parts.check(name, target)
    receipt = _asked(target)
    word = secrets.scrub(receipt.word, target)
    if receipt.state != "sent":
        raise DeliveryError(
            f"{target.kind}: {word}", target=name, status=word, hint=f"see [targets.{name}]"
        )
    return f"{target.kind}: {word}"


def _asked(target: TargetConfig) -> Receipt:
    match target.kind:
        case "mail":
            from briefing.io.deliver import mail

            return mail.knock(target)
        case "slack" if target.token:
            from briefing.io.deliver import slack

            return slack.knock(target)
        case "command":
            found = shutil.which(target.command[0])
            return Receipt("sent", found) if found else Receipt("failed", "no such program")
        case "folder":
            folder = locations.expanded(target.folder)
            while not folder.exists() and folder != folder.parent:
                folder = folder.parent
            if folder.is_dir() and os.access(folder, os.W_OK):
                return Receipt("sent", str(locations.expanded(target.folder)))
            return Receipt("failed", f"{folder} cannot be written to")
        case _:
            return Receipt("sent", "an address is set; it is not tried without something to send")
