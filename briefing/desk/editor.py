"""Who writes the cards: a model held to the article, or the offline editor; the card says which.

Without a model's name, or offline, nothing of `io/llm` is loaded and no request is made. Whatever
goes wrong with a model ends in an offline card whose `note` gives the one reason.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing import plain
from briefing.config import ModelConfig
from briefing.core.card import offline as offline_card
from briefing.desk.cancelling import never
from briefing.desk.events import Draft, Note, Progress
from briefing.desk.ports import Archive
from briefing.errors import BriefingError, ModelError
from briefing.models import Article, Briefing, Card

if TYPE_CHECKING:
    from briefing.core.prompting.tokens import Spent
    from briefing.desk.editor_model import Writer
    from briefing.desk.editor_talk import Job

_DRAFTS_EVERY = 0.06  # seconds between two drafts: a screen shows no more
_KEPT_FAILURES = ("schema", "refusal", "length", "grounding")


class Editor:
    """Makes cards and a briefing's top line. Safe for several threads.

    `now` returns a UTC time stamp; without an archive nothing is remembered beyond this object.
    """

    def __init__(
        self,
        config: ModelConfig,
        archive: Archive | None,
        *,
        offline: bool,
        now: Callable[[], str],
    ) -> None:
        self.config = config
        self.active = bool(config.name) and not offline
        self._archive, self._now = archive, now
        self._making = threading.Lock()
        self._made: Writer | None = None

    def card(
        self, article: Article, *, cancelled: Callable[[], bool] = never
    ) -> Iterator[Draft | Note | Card]:
        """Yield drafts while a model writes, last the card; nothing more once cancelled.

        Raises ExtractError for an article without text; a model's failure is no error.
        """
        if not self.active:
            yield offline_card.card(article)
            return
        base = _base(article)
        job: Job | None = None
        try:
            writer = self._writer()
            job = writer.job(cancelled, stream=True)
            yield from _as_drafts(writer.card(article, base, job))
        except BriefingError as error:
            if _kind(error) != "cancelled":
                yield self._instead(article, base, error, job)

    def whole(
        self,
        article: Article,
        *,
        cancelled: Callable[[], bool] = never,
        others: Mapping[str, set[str]] | None = None,
    ) -> tuple[Card, str]:
        """Return a card without drafts, for batches, and the kind of failure it stands in for.

        Raises ModelError (cancelled), and ExtractError for an article without text.
        """
        base = _base(article)
        job: Job | None = None
        try:
            writer = self._writer()
            job = writer.job(cancelled)
            items = writer.card(article, base, job, others=others)
            return next(item for item in items if isinstance(item, Card)), ""
        except BriefingError as error:
            if _kind(error) == "cancelled":
                raise
            return self._instead(article, base, error, job), _kind(error)

    def kept(self, article: Article) -> Card | None:
        """Return the card that was made of this very text in this very way, if it was kept."""
        try:
            writer = self._writer()
        except BriefingError:
            return None
        return writer.cache.card(article, writer.key(article))

    def cards(
        self, articles: Sequence[Article], *, cancelled: Callable[[], bool] = never
    ) -> Iterator[Progress | Note | tuple[str, Card]]:
        """Yield a card for each article as it is done, with progress; each is kept at once."""
        if not self.active:
            for number, article in enumerate(articles, 1):
                if cancelled():
                    return
                yield article.id, offline_card.card(article)
                yield Progress(done=number, total=len(articles), what="cards")
            return
        from briefing.desk import editor_batch

        yield from editor_batch.run(self, articles, cancelled)

    def lead(self, briefing: Briefing, *, cancelled: Callable[[], bool] = never) -> Briefing:
        """Return the briefing with a top line by the model, if the stories bear one out."""
        if not self.active or not briefing.stories:
            return briefing
        from briefing.desk import editor_lead

        try:
            return editor_lead.lead(self._writer(), briefing, cancelled)
        except BriefingError:
            return editor_lead.counted(briefing)

    def plan(self, articles: Sequence[Article]) -> str:
        """Return in words what a run over these articles would send; sends nothing."""
        if not self.active:
            return f"{len(articles)} offline cards; no model would be asked"
        from briefing.desk import editor_report

        return editor_report.plan(self._writer(), articles)

    def doctor(self) -> list[tuple[str, bool, str]]:
        """Return (what was tried, whether it went well, what it means) of three small calls."""
        if not self.active:
            return [("model", True, "none is set: cards are made offline")]
        from briefing.desk import editor_report

        try:
            return editor_report.doctor(self._writer())
        except BriefingError as error:
            return [("model", False, error.line())]

    @property
    def used(self) -> Spent | None:
        """Return the tokens this editor's model has used, None when it was never called."""
        return self._made.budget.used if self._made else None

    # ------------------------------------------------------------------ inside

    def _writer(self) -> Writer:
        with self._making:
            if self._made is None:
                from briefing.desk.editor_model import Writer

                self._made = Writer(self.config, self._archive, self._now)
            return self._made

    def _instead(self, article: Article, base: Card, error: BriefingError, job: Job | None) -> Card:
        """Return the offline card with the reason; kept where asking again would change nothing."""
        card = instead(base, error)
        if job is not None:
            card = replace(card, usage=job.tally.usage)
        if _kind(error) in _KEPT_FAILURES:
            self._writer().keep(article, card)
        return card


def _kind(error: BriefingError) -> str:
    return error.kind if isinstance(error, ModelError) else "config"


def _base(article: Article) -> Card:
    """Return the offline card a model's card is built on: of what is no order to a machine."""
    from briefing.core.prompting import purged

    return purged.card(article, offline_card.card)


def instead(base: Card, error: BriefingError) -> Card:
    """Return the offline card, with why it stands in for a model's."""
    return replace(base, note=plain.line(f"made offline: {error.line()}", 400))


def _as_drafts(items: Iterator[str | Card]) -> Iterator[Draft | Card]:
    """Yield a reply that grows as drafts, the first at once and then as often as can be seen."""
    from briefing.core.prompting import partial

    last, shown = 0.0, ""
    for item in items:
        if isinstance(item, Card):
            yield item
            continue
        now = time.monotonic()
        if shown and now - last < _DRAFTS_EVERY:
            continue
        if (text := partial.readable(item)) and text != shown:
            last, shown = now, text
            yield Draft(text=text)
