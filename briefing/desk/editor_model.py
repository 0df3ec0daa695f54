"""A model at work: its address and abilities, prompts, budget and cache behind one door."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from briefing.config import ModelConfig
from briefing.core.prompting import forms
from briefing.desk import editor_cache, editor_card
from briefing.desk.editor_budget import Budget
from briefing.desk.editor_cache import Cache
from briefing.desk.editor_card import Prompts
from briefing.desk.editor_talk import Job, Talk, in_time
from briefing.desk.ports import Archive
from briefing.io import prompts as files
from briefing.io.llm import abilities, addresses
from briefing.io.llm.client import Model, memory_key
from briefing.models import Article, Card

_KIND = "llm-abilities"


class Writer:
    """Writes with one model. Raises ConfigError when made, if it cannot be reached by design."""

    def __init__(
        self, config: ModelConfig, archive: Archive | None, now: Callable[[], str]
    ) -> None:
        self.config, self._archive, self._now = config, archive, now
        self._memory_key = memory_key(config)
        known = archive.memory.recall(_KIND, self._memory_key) if archive else None
        self.model = Model(config, abilities.loads(known, today=now()))
        self._written = abilities.dumps(self.model.abilities)
        self.budget = Budget(config, archive, now)
        self.cache = Cache(archive, now)
        self.talk = Talk(self.model, self.budget, config)
        self.prompts = Prompts(
            summary=files.load("summary"),
            questions=files.load("questions"),
            follow_up=files.load("follow-up"),
            sections=files.load("sections"),
        )

    def key(self, article: Article) -> str:
        """Return the fingerprint under which this article's card is kept."""
        return editor_cache.key(
            self.config,
            addresses.shown(self.model.url),
            self.prompts.fingerprints,
            [form.schema for form in (forms.CARD, forms.FIX, forms.KEEP)],
            article.title,
            article.text,
            article.published or "",
        )

    def card(
        self,
        article: Article,
        base: Card,
        job: Job,
        *,
        others: Mapping[str, set[str]] | None = None,
    ) -> Iterator[str | Card]:
        """Yield the reply as it grows, last the checked card: kept, or new. Raises ModelError."""
        if kept := self.cache.card(article, self.key(article)):
            yield kept
            return
        order = editor_card.Commission(
            prompts=self.prompts,
            model=self.config.name,
            language=self.config.language,
            reply_tokens=self.config.max_output_tokens,
            others=others or {},
        )
        try:
            card = yield from editor_card.write(self.talk, article, base, order, job)
        finally:
            self.remember()
        self.keep(article, card)
        yield card

    def job(self, cancelled: Callable[[], bool], *, stream: bool = False) -> Job:
        """Return a new piece of work that has the deadline of one card."""
        return Job(in_time(self.config.deadline), cancelled, stream)

    def keep(self, article: Article, card: Card) -> None:
        """Keep a card (also an offline one that stands in for good)."""
        self.cache.keep(article, self.key(article), card)

    def remember(self) -> None:
        """Keep what was learned of the server, if anything was."""
        text = abilities.dumps(self.model.abilities)
        if self._archive is not None and text != self._written:
            self._archive.memory.remember(_KIND, self._memory_key, text, now=self._now())
            self._written = text
