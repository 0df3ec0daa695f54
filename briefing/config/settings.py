"""Every setting: its type, default and line of documentation. A secret is never in a `repr`."""

from __future__ import annotations

from pathlib import Path

from briefing import locations
from briefing.config.section import Section, setting


class ModelConfig(Section):
    """The language model. Without a name, cards are made offline."""

    name: str = setting(
        "model name as the server knows it; empty: no model", default="", env="BRIEFING_MODEL"
    )
    base_url: str = setting(
        "address of an OpenAI-compatible server, or a preset: openai, openrouter, "
        "ollama, llama.cpp, vllm, lmstudio",
        default="",
        env="OPENAI_BASE_URL",
    )
    api_key: str = setting(
        "key; better in the environment, a key file or the keyring",
        default="",
        env="OPENAI_API_KEY",
        secret=True,
    )
    key_file: str = setting("file of mode 600 that holds the key", default="")
    deadline: float = setting(
        "seconds one card may take in all", default=120.0, env="BRIEFING_DEADLINE"
    )
    concurrency: int = setting("calls under way at once", default=2)
    per_minute: int = setting("calls a minute at most; 0: no limit", default=0)
    max_output_tokens: int = setting("tokens a reply may have", default=2000)
    temperature: float = setting(
        "sampling temperature, dropped where a server refuses it", default=0.2
    )
    language: str = setting("language the model writes in", default="en")
    budget_run: int = setting("tokens one run may use; 0: no limit", default=0)
    budget_day: int = setting("tokens one day may use; 0: no limit", default=0)
    price_input: float = setting("price of a million input tokens; 0: not known", default=0.0)
    price_output: float = setting("price of a million output tokens; 0: not known", default=0.0)
    money_run: float = setting("money one run may cost; needs prices; 0: no limit", default=0.0)
    money_day: float = setting("money one day may cost; needs prices; 0: no limit", default=0.0)


class NetConfig(Section):
    """Manners and limits on the network."""

    timeout: float = setting("seconds to the first byte", default=20.0)
    total_timeout: float = setting("seconds one answer may take in all", default=60.0)
    max_bytes: int = setting("size of an answer after decompression, at most", default=10_000_000)
    max_redirects: int = setting("redirects followed, at most", default=10)
    connections: int = setting("connections at once", default=16)
    per_host: int = setting("connections to one host at once", default=2)
    user_agent: str = setting("name given to servers; empty: briefing and its version", default="")
    proxy: str = setting("address of an HTTP proxy", default="", env="HTTPS_PROXY")
    allow_private: bool = setting("follow links and redirects to private addresses", default=False)
    max_entries: int = setting("newest entries kept of one answer", default=500)
    min_interval: int = setting("seconds between two visits to a feed, at least", default=900)
    max_interval: int = setting("seconds between two visits to a feed, at most", default=86_400)


class DailyConfig(Section):
    """The daily briefing."""

    title: str = setting("title of the briefing", default="Retail briefing")
    timezone: str = setting("time zone of the day, such as Europe/Berlin", default="UTC")
    day_starts: int = setting("hour at which a day begins, 0 to 23", default=0)
    top_stories: int = setting("stories printed as cards, at most 5", default=3)
    also: int = setting("stories printed in one sentence, at most", default=8)
    per_feed: int = setting("stories led by one feed, at most", default=3)
    floor: float = setting("score below which a story is not printed", default=0.5)
    folder: str = setting("folder of written briefings; empty: under the data folder", default="")
    weights: dict[str, float] = setting(
        "weights of the ranking: status, sources, watchlist, size, novelty, recency",
        factory=dict,
        of="numbers",
        keys=("status", "sources", "watchlist", "size", "novelty", "recency"),
    )
    beats: dict[str, list[str]] = setting(
        "own beats: a name and the words that mark it", factory=dict, of="lists"
    )
    watchlist: tuple[str, ...] = setting(
        "companies and words that always count, such as Kroger", default=()
    )
    chart: bool = setting("stories per day of the watched companies, as a chart", default=True)


class ReaderConfig(Section):
    """The reader's habits."""

    theme: str = setting("name of the theme", default="briefing-dark")
    keymap: str = setting("preset of keys: default, vim, newsboat", default="default")
    keys: dict[str, str] = setting("own keys: command = key", factory=dict, of="texts")
    browser: str = setting("command that opens a link; empty: the system's", default="")
    pictures: bool = setting(
        "pictures of articles with `i`; needs the extra `images`", default=False
    )
    refresh_minutes: int = setting(
        "minutes between refreshes while the reader is open; 0: only on r", default=0
    )


class ArchiveConfig(Section):
    """What is kept, and for how long."""

    keep_days: int = setting("days an unstarred, unbriefed article is kept; 0: for ever", default=0)


class TargetConfig(Section):
    """One place to send to: `[targets.NAME]`."""

    kind: str = setting("slack, mail, webhook, command, folder or apprise", default="")
    url: str = setting("webhook or apprise address", default="", secret=True)
    token: str = setting("Slack bot token (chat:write)", default="", secret=True)
    channel: str = setting("Slack channel id", default="")
    host: str = setting("SMTP server", default="")
    port: int = setting("SMTP port; 0: 465 for tls, 587 for starttls", default=0)
    security: str = setting("tls or starttls; mail is never sent without", default="starttls")
    ca_file: str = setting("certificates to trust beside the system's", default="")
    user: str = setting("SMTP user", default="")
    password: str = setting("SMTP password", default="", secret=True)
    secret_file: str = setting("file of mode 600 with the url, token or password", default="")
    sender: str = setting("From address", default="")
    to: tuple[str, ...] = setting("recipients", default=())
    list_id: str = setting("List-Id of the mail", default="")
    unsubscribe: tuple[str, ...] = setting(
        "List-Unsubscribe addresses (mailto:, https:)", default=()
    )
    command: tuple[str, ...] = setting(
        "program and arguments that get the text on stdin", default=()
    )
    folder: str = setting("folder the files are written to", default="")
    format: str = setting(
        "format for webhook, command and folder; empty: their own default", default=""
    )


class Config(Section):
    """Every setting, with `origins` saying where each that is not a default came from."""

    model: ModelConfig = setting(factory=ModelConfig)
    net: NetConfig = setting(factory=NetConfig)
    daily: DailyConfig = setting(factory=DailyConfig)
    reader: ReaderConfig = setting(factory=ReaderConfig)
    archive: ArchiveConfig = setting(factory=ArchiveConfig)
    targets: dict[str, TargetConfig] = setting(factory=dict)
    data: Path = setting(factory=locations.data_folder)
    offline: bool = setting(default=False)
    file: Path | None = setting(default=None)
    origins: dict[str, str] = setting(factory=dict)
