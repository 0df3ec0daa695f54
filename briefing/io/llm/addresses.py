"""Where a model lives: presets for the common servers, and how an address is shown."""

from __future__ import annotations

from urllib.parse import urlsplit, urlunsplit

from briefing.config import ModelConfig
from briefing.errors import ConfigError

PRESETS = {
    "openai": "https://api.openai.com/v1",
    "openrouter": "https://openrouter.ai/api/v1",
    "ollama": "http://localhost:11434/v1",
    "llama.cpp": "http://localhost:8080/v1",
    "vllm": "http://localhost:8000/v1",
    "lmstudio": "http://localhost:1234/v1",
}


def resolve(config: ModelConfig) -> str:
    """Return the address of the server. Raises ConfigError for what is no address."""
    given = config.base_url.strip() or "openai"
    url = PRESETS.get(given.lower(), given).rstrip("/")
    try:
        parts = urlsplit(url)
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        good = False
    if not good:
        raise ConfigError(
            f"model.base_url: {_without_secrets(given)!r} is neither an address nor a preset",
            hint=f"an address such as http://localhost:8080/v1, or {', '.join(PRESETS)}",
        )
    return url


def shown(url: str) -> str:
    """Return an address for messages and for the archive: user, password and query left off."""
    return _without_secrets(url)


def is_local(url: str) -> bool:
    """Say whether a server needs no key by custom: it runs on this machine."""
    return (urlsplit(url).hostname or "") in ("localhost", "127.0.0.1", "::1", "0.0.0.0")


def is_openai(url: str) -> bool:
    """Say whether this is OpenAI's own service."""
    return (urlsplit(url).hostname or "").endswith("api.openai.com")


def is_openrouter(url: str) -> bool:
    """Say whether this is OpenRouter, which routes to servers of differing abilities."""
    return (urlsplit(url).hostname or "").endswith("openrouter.ai")


def _without_secrets(url: str) -> str:
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return "(unreadable address)"
    return urlunsplit((parts.scheme, host + port, parts.path, "", "")) if host else url[:60]
