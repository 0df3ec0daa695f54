"""Every setting: its type, default and line of documentation. A secret is never in a `repr`."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from briefing import locations


def _f(default: Any, doc: str, **more: Any) -> Any:
    """Declare a setting: its default, its line of documentation, and hints (`secret`, `env`)."""
    metadata = {"doc": doc, **more}
    if isinstance(default, dict):
        return field(default_factory=dict, metadata=metadata, repr=not more.get("secret"))
    return field(default=default, metadata=metadata, repr=not more.get("secret"))


@dataclass(frozen=True, kw_only=True)
class ModelConfig:
    """The language model. Without a name, cards are made offline."""

    name: str = _f("", "model name as the server knows it; empty: no model", env="BRIEFING_MODEL")
    base_url: str = _f(
        "",
        "address of an OpenAI-compatible server, or a preset: openai, openrouter, "
        "ollama, llama.cpp, vllm, lmstudio",
        env="OPENAI_BASE_URL",
    )
    api_key: str = _f(
        "",
        "key; better in the environment, a key file or the keyring",
        env="OPENAI_API_KEY",
        secret=True,
    )
    key_file: str = _f("", "file of mode 600 that holds the key")
    deadline: float = _f(120.0, "seconds one card may take in all", env="BRIEFING_DEADLINE")
    concurrency: int = _f(2, "calls under way at once")
    per_minute: int = _f(0, "calls a minute at most; 0: no limit")
    max_output_tokens: int = _f(2000, "tokens a reply may have")
    temperature: float = _f(0.2, "sampling temperature, dropped where a server refuses it")
    language: str = _f("en", "language the model writes in")
    budget_run: int = _f(0, "tokens one run may use; 0: no limit")
    budget_day: int = _f(0, "tokens one day may use; 0: no limit")
    price_input: float = _f(0.0, "price of a million input tokens; 0: not known")
    price_output: float = _f(0.0, "price of a million output tokens; 0: not known")
    money_run: float = _f(0.0, "money one run may cost; needs prices; 0: no limit")
    money_day: float = _f(0.0, "money one day may cost; needs prices; 0: no limit")


@dataclass(frozen=True, kw_only=True)
class NetConfig:
    """Manners and limits on the network."""

    timeout: float = _f(20.0, "seconds to the first byte")
    total_timeout: float = _f(60.0, "seconds one answer may take in all")
    max_bytes: int = _f(10_000_000, "size of an answer after decompression, at most")
    max_redirects: int = _f(10, "redirects followed, at most")
    connections: int = _f(16, "connections at once")
    per_host: int = _f(2, "connections to one host at once")
    user_agent: str = _f("", "name given to servers; empty: briefing and its version")
    proxy: str = _f("", "address of an HTTP proxy", env="HTTPS_PROXY")
    allow_private: bool = _f(False, "follow links and redirects to private addresses")
    max_entries: int = _f(500, "newest entries kept of one answer")
    min_interval: int = _f(900, "seconds between two visits to a feed, at least")
    max_interval: int = _f(86_400, "seconds between two visits to a feed, at most")


@dataclass(frozen=True, kw_only=True)
class DailyConfig:
    """The daily briefing."""

    title: str = _f("Retail briefing", "title of the briefing")
    timezone: str = _f("UTC", "time zone of the day, such as Europe/Berlin")
    day_starts: int = _f(0, "hour at which a day begins, 0 to 23")
    top_stories: int = _f(3, "stories printed as cards, at most 5")
    also: int = _f(8, "stories printed in one sentence, at most")
    per_feed: int = _f(3, "stories led by one feed, at most")
    floor: float = _f(0.5, "score below which a story is not printed")
    folder: str = _f("", "folder of written briefings; empty: under the data folder")
    weights: dict[str, float] = _f(
        {},
        "weights of the ranking: status, sources, watchlist, size, novelty, recency",
        of="numbers",
        keys=("status", "sources", "watchlist", "size", "novelty", "recency"),
    )
    beats: dict[str, list[str]] = _f({}, "own beats: a name and the words that mark it", of="lists")
    watchlist: tuple[str, ...] = _f((), "companies and words that always count, such as Kroger")
    chart: bool = _f(True, "stories per day of the watched companies, as a chart")


@dataclass(frozen=True, kw_only=True)
class ReaderConfig:
    """The reader's habits."""

    theme: str = _f("briefing-dark", "name of the theme")
    keymap: str = _f("default", "preset of keys: default, vim, newsboat")
    keys: dict[str, str] = _f({}, "own keys: command = key", of="texts")
    browser: str = _f("", "command that opens a link; empty: the system's")
    refresh_minutes: int = _f(0, "minutes between refreshes while the reader is open; 0: only on r")


@dataclass(frozen=True, kw_only=True)
class ArchiveConfig:
    """What is kept, and for how long."""

    keep_days: int = _f(0, "days an unstarred, unbriefed article is kept; 0: for ever")


@dataclass(frozen=True, kw_only=True)
class TargetConfig:
    """One place to send to: `[targets.NAME]`."""

    kind: str = _f("", "slack, mail, webhook, command, folder or apprise")
    url: str = _f("", "webhook or apprise address", secret=True)
    token: str = _f("", "Slack bot token (chat:write)", secret=True)
    channel: str = _f("", "Slack channel id")
    host: str = _f("", "SMTP server")
    port: int = _f(0, "SMTP port; 0: 465 for tls, 587 for starttls")
    security: str = _f("starttls", "tls or starttls; mail is never sent without")
    ca_file: str = _f("", "certificates to trust beside the system's")
    user: str = _f("", "SMTP user")
    password: str = _f("", "SMTP password", secret=True)
    secret_file: str = _f("", "file of mode 600 with the url, token or password")
    sender: str = _f("", "From address")
    to: tuple[str, ...] = _f((), "recipients")
    list_id: str = _f("", "List-Id of the mail")
    unsubscribe: tuple[str, ...] = _f((), "List-Unsubscribe addresses (mailto:, https:)")
    command: tuple[str, ...] = _f((), "program and arguments that get the text on stdin")
    folder: str = _f("", "folder the files are written to")
    format: str = _f("", "format for webhook, command and folder; empty: their own default")


@dataclass(frozen=True, kw_only=True)
class Config:
    """Every setting, with `origins` saying where each that is not a default came from."""

    model: ModelConfig = field(default_factory=ModelConfig)
    net: NetConfig = field(default_factory=NetConfig)
    daily: DailyConfig = field(default_factory=DailyConfig)
    reader: ReaderConfig = field(default_factory=ReaderConfig)
    archive: ArchiveConfig = field(default_factory=ArchiveConfig)
    targets: dict[str, TargetConfig] = field(default_factory=dict)
    data: Path = field(default_factory=locations.data_folder)
    offline: bool = False
    file: Path | None = None
    origins: dict[str, str] = field(default_factory=dict, repr=False)
