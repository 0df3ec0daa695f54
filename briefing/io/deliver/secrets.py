"""Secrets of a target: from the environment, its file, the settings or the keyring.

`BRIEFING_TEAM_URL`, `BRIEFING_TEAM_TOKEN` and `BRIEFING_TEAM_PASSWORD` belong to `[targets.team]`;
in the keyring the service is `briefing` and the user `team.url` and so on.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from briefing.config.settings import TargetConfig
from briefing.io import secrets

FIELDS = ("url", "token", "password")


def resolve(name: str, target: TargetConfig, env: Mapping[str, str] = os.environ) -> TargetConfig:
    """Return a target with its secrets filled in.

    Raises ConfigError for a secret file that is missing or that others may read.
    """
    for field in FIELDS:
        if value := env.get(variable(name, field), "").strip():
            target = _with(target, field, value)
    if target.secret_file:
        field, value = _of_file(name, target)
        if not env.get(variable(name, field)):
            target = _with(target, field, value)
    for field in _wanted(target):
        if value := secrets.of_keyring(f"{name}.{field}"):
            return _with(target, field, value)
    return target


def _with(target: TargetConfig, field: str, value: str) -> TargetConfig:
    return target.replaced(**{field: value})


def variable(name: str, field: str) -> str:
    """Return the name of the variable that holds a secret of a target."""
    return f"BRIEFING_{re.sub(r'[^A-Za-z0-9]', '_', name).upper()}_{field.upper()}"


def scrub(text: str, target: TargetConfig) -> str:
    """Return text without the secrets of a target, whole or in part."""
    address = urlsplit(target.url)
    hidden = [target.url, target.token, target.password, address.password or ""]
    hidden += [part for part in (address.path.strip("/"), address.query) if len(part) > 8]
    for secret in sorted({s for s in hidden if len(s) > 3}, key=len, reverse=True):
        text = text.replace(secret, "…")
    return text


def _wanted(target: TargetConfig) -> tuple[str, ...]:
    """Return the fields of which one is still missing."""
    if target.kind == "mail":
        return ("password",) if target.user and not target.password else ()
    if target.kind == "slack":
        return () if target.token or target.url else ("token", "url")
    return ("url",) if target.kind in ("webhook", "apprise") and not target.url else ()


def _of_file(name: str, target: TargetConfig) -> tuple[str, str]:
    """Return which secret the target's file holds, and the secret."""
    value = secrets.of_file(target.secret_file, f"targets.{name}.secret_file")
    if target.kind == "mail":
        return "password", value
    is_token = target.kind == "slack" and not value.startswith(("http:", "https:"))
    return "token" if is_token else "url", value
