"""Everything else (Teams, Discord, Telegram, ntfy …) through apprise, an extra."""

from __future__ import annotations

import logging

from briefing.config.settings import TargetConfig
from briefing.io.deliver.receipt import Receipt, said


def notify(target: TargetConfig, title: str, body: str) -> Receipt:
    """Send a text; apprise splits it where a service takes only short ones.

    Apprise answers yes or no; what it wrote into its log says whether a no may have arrived.
    """
    try:
        from apprise import Apprise
    except ImportError:
        return Receipt("failed", "apprise is not installed: pip install 'briefing[apprise]'")
    service = Apprise()
    with_split = f"{target.url}{'&' if '?' in target.url else '?'}overflow=split"
    with _Listening() as words:
        if not service.add(with_split):
            return Receipt("failed", "apprise does not know this kind of address")
        if service.notify(title=title, body=body, body_format="text"):
            return Receipt("sent", "taken by apprise")
    said_last = said(words[-1]) if words else "apprise could not deliver it"
    lost = any("onnection" in word or "imed out" in word for word in words)
    return Receipt("unknown" if lost else "failed", said_last)


class _Listening(logging.Handler):
    """Collects what apprise says, and keeps it out of every other log: addresses hold secrets."""

    def __enter__(self) -> list[str]:
        self.words: list[str] = []
        self.log = logging.getLogger("apprise")
        self.before = self.log.propagate, self.log.level
        self.log.propagate = False
        self.log.setLevel(logging.WARNING)
        self.log.addHandler(self)
        return self.words

    def emit(self, record: logging.LogRecord) -> None:
        self.words.append(record.getMessage())

    def __exit__(self, *_: object) -> None:
        self.log.removeHandler(self)
        self.log.propagate, level = self.before
        self.log.setLevel(level)
