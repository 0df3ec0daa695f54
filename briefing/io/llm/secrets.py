"""The key: found in settings (environment included), a key file or the keyring; shown nowhere."""

from __future__ import annotations

import re
import stat
from pathlib import Path

from briefing.config import ModelConfig
from briefing.errors import ConfigError, ModelError
from briefing.io.llm import addresses

SERVICE = "briefing"  # the name keys are kept under in the keyring
_NO_KEY = "none"  # what servers on this machine are sent


def key(config: ModelConfig, url: str) -> str:
    """Return the key for a server. Raises ConfigError or ModelError (auth) without showing any."""
    found = config.api_key.strip() or _from_file(config.key_file) or _from_keyring(url)
    if not found:
        if addresses.is_local(url) or config.base_url:
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


def _from_file(name: str) -> str:
    if not name:
        return ""
    file = Path(name).expanduser()
    try:
        mode = file.stat().st_mode
        text = file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(
            f"model.key_file: {file}: {type(error).__name__}", hint="a text file with the key alone"
        ) from error
    if mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise ConfigError(f"model.key_file: {file} can be read by others", hint=f"chmod 600 {file}")
    if not text:
        raise ConfigError(f"model.key_file: {file} is empty")
    return text


def _from_keyring(url: str) -> str:
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        return ""
    try:
        return (keyring.get_password(SERVICE, addresses.shown(url)) or "").strip()
    except KeyringError:
        return ""


def hidden(text: str, key: str) -> str:
    """Return text (a server's words) without the key, and without anything shaped like one."""
    if len(key) >= 6:
        text = text.replace(key, "(key)")
    return re.sub(r"\b(?:sk|rk|pk|gsk|or|hf)[-_][\w*-]{6,}|(?i:bearer)\s+\S{6,}", "(key)", text)
