"""The key: found in settings (environment included), a key file or the keyring; shown nowhere."""

from __future__ import annotations

import re

from briefing.config import ModelConfig
from briefing.errors import ConfigError, ModelError
from briefing.io import secrets
from briefing.io.llm import addresses

_NO_KEY = "none"  # what servers on this machine are sent


def key(config: ModelConfig, url: str) -> str:
    """Return the key for a server. Raises ConfigError or ModelError (auth) without showing any."""
    found = config.api_key.strip() or secrets.of_file(config.key_file, "model.key_file")
    if not found and not addresses.is_local(url):
        found = secrets.of_keyring(addresses.shown(url))
    if not found:
        if config.base_url and not addresses.is_openai(url):
            return _NO_KEY
        raise ModelError(
            f"no key for {addresses.shown(url)}",
            kind="auth",
            hint="set OPENAI_API_KEY, or model.key_file to a file of mode 600",
        )
    if not re.fullmatch(r"[\x21-\x7e]+", found):
        raise ConfigError(
            "model.api_key holds a space, a line break or a character that no key has",
            hint="paste it again, alone",
        )
    return found


def hidden(text: str, key: str) -> str:
    """Return text (a server's words) without the key, and without anything shaped like one."""
    if len(key) >= 6:
        text = text.replace(key, "(key)")
    return re.sub(r"\b(?:sk|rk|pk|gsk|or|hf)[-_][\w*-]{6,}|(?i:bearer)\s+\S{6,}", "(key)", text)
