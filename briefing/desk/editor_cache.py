"""Never pay twice: a card is kept by everything that made it, and is given back byte for byte."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from typing import Any

from briefing.config import ModelConfig
from briefing.desk.ports import Archive
from briefing.models import Article, Card

_VERSION = 1  # of the way replies become cards: a change makes old cards unlike new ones


class Cache:
    """Cards and lines a model made, in the archive, or in memory where there is none."""

    def __init__(self, archive: Archive | None, now: Callable[[], str]) -> None:
        self._archive, self._now = archive, now
        self._held: dict[str, Any] = {}

    def card(self, article: Article, key: str) -> Card | None:
        """Return the kept card, if this very text was written up in this very way."""
        if self._archive is None:
            held = self._held.get(f"{article.id} {key}")
            return held if isinstance(held, Card) else None
        return self._archive.cards.get(article.id, key)

    def keep(self, article: Article, key: str, card: Card) -> None:
        """Keep a card at once, so that a run that is killed has lost nothing."""
        if self._archive is None:
            self._held[f"{article.id} {key}"] = card
        else:
            self._archive.cards.save(article.id, key, card, made=self._now())

    def line(self, key: str) -> str | None:
        """Return a kept line (a top line, as JSON)."""
        if self._archive is None:
            held = self._held.get(key)
            return held if isinstance(held, str) else None
        return self._archive.memory.recall("llm-line", key)

    def keep_line(self, key: str, line: str) -> None:
        """Keep a line."""
        if self._archive is None:
            self._held[key] = line
        else:
            self._archive.memory.remember("llm-line", key, line, now=self._now())


def key(config: ModelConfig, url: str, prompts: Sequence[str], schema: Any, *texts: str) -> str:
    """Return the fingerprint of a request: texts, prompts (by fingerprint), schema, model and
    parameters. Holds no secret."""
    parts = [
        _VERSION, list(texts), list(prompts), schema, url, config.name, config.temperature,
        config.max_output_tokens, config.language,
    ]  # fmt: skip
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:24]
