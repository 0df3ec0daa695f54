"""What a run has done so far, added up from its events: counted, failed, and how long it took."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from briefing.desk import events


@dataclass(slots=True)
class Tally:
    """The sum of a run's events."""

    verb: str
    done: int = 0
    total: int = 0
    new: int = 0
    known: int = 0
    updated: int = 0
    what: str = ""
    last_id: str | None = None
    delivered: int = 0
    failures: list[tuple[str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def take(self, batch: Iterable[object]) -> None:
        """Add events; what is none (a draft, a briefing) passes by."""
        for event in batch:
            self._take(event)

    def _take(self, event: object) -> None:
        match event:
            case events.Progress():
                self.done, self.total, self.what = event.done, event.total, event.what
            case events.ArticleAdded():
                self.new += event.arrival == "new"
                self.known += event.arrival in ("known", "copy")
                self.updated += event.arrival == "updated"
                self.last_id = event.article.id
            case events.FeedUpdated():
                self.updated += event.updated
            case events.FeedFailed():
                self.failures.append((event.url, event.error.line()))
            case events.SourceRefused():
                self.failures.append((event.origin, event.error.line()))
            case events.FeedFollowed():
                self.notes.append(
                    f"{'already following' if event.known else 'following'} "
                    f"{event.title or event.url}"
                )
            case events.Delivered():
                self.delivered += 1
                again = " (sent before; not sent twice)" if event.repeated else ""
                self.notes.append(f"{event.target}: {event.word or 'delivered'}{again}")
            case events.DeliveryFailed():
                self.failures.append((event.target, event.error.line()))
            case events.Note():
                self.notes.append(event.text)

    @property
    def good(self) -> bool:
        """Say whether anything came of it."""
        return bool(self.new or self.updated or self.known or self.delivered or self.notes)

    def running(self) -> str:
        """Return how far it is, for the bar: `↻ 312/500 · 14 new · 2 failed`."""
        parts = [f"↻ {self.done}/{self.total}" if self.total else f"↻ {self.verb}"]
        if self.new:
            parts.append(f"{self.new} new")
        if self.failures:
            parts.append(f"{len(self.failures)} failed")
        return " · ".join(parts)

    def result(self, seconds: float) -> str:
        """Return what became of it, in one sentence."""
        parts = [f"{self.new} new"] if self.new else []
        if self.updated:
            parts.append(f"{self.updated} updated")
        if self.known and not self.new:
            parts.append(f"{self.known} known already")
        if not parts and not self.notes and not self.failures:
            parts.append("nothing new")
        parts += self.notes[-2:]
        if len(self.failures) == 1:
            parts.append(f"1 failed: {self.failures[0][1]}")
        elif self.failures:
            parts.append(f"{len(self.failures)} failed (H shows why)")
        return f"{self.verb}: {' · '.join(parts)} · {seconds:.1f} s"
