"""Where secrets are kept outside the settings: in a file of their own, or in the keyring."""

from __future__ import annotations

import os
import stat

from briefing import locations
from briefing.errors import ConfigError

SERVICE = "briefing"
"""The name that secrets are kept under in the keyring."""


def of_file(name: str, setting: str) -> str:
    """Return the secret a file holds, "" without a name.

    Raises ConfigError, naming the setting, for a file that is missing, empty, or open to others.
    """
    if not name:
        return ""
    file = locations.expanded(name)
    try:
        mode = file.stat().st_mode
        text = file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        reason = (getattr(error, "strerror", None) or "it is no text").lower()
        raise ConfigError(
            f"{setting}: {file}: {reason}", hint="a text file with the secret alone"
        ) from error
    if mode & (stat.S_IRWXG | stat.S_IRWXO) and os.name != "nt":
        raise ConfigError(f"{setting}: {file} can be read by others", hint=f"chmod 600 {file}")
    if not text:
        raise ConfigError(f"{setting}: {file} is empty")
    return text


def of_keyring(user: str) -> str:
    """Return the secret that the keyring holds for a user, "" without one, or without a keyring."""
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        return ""
    try:
        return (keyring.get_password(SERVICE, user) or "").strip()
    except KeyringError:
        return ""
