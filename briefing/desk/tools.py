"""What the desk works with: settings, clock, archive, net and editor, each made when first needed.

So a command pays only for what it uses.
"""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from briefing.config import Config
from briefing.desk.cancelling import Cancelled
from briefing.errors import ConfigError

if TYPE_CHECKING:
    from briefing.desk.editor import Editor
    from briefing.desk.ports import Archive, Net


class Ways(NamedTuple):
    """How a briefing is made: kept or not, for real or only planned, until cancelled."""

    save: bool
    dry_run: bool
    cancelled: Cancelled


class Tools:
    """The tools of a desk. `now` (an ISO date or time) stands for the clock."""

    def __init__(
        self,
        config: Config,
        *,
        now: str | None = None,
        archive: Archive | None = None,
        net: Net | None = None,
    ) -> None:
        self.config = config
        self._now = _moment(now) if now else None
        self._archive, self._net = archive, net
        self._editor: Editor | None = None
        self._making = threading.RLock()

    # ------------------------------------------------------------------ what it works with

    def now(self) -> str:
        """Return the moment as a UTC stamp."""
        return self._now or datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")

    def today(self) -> str:
        """Return the date of the reader's day."""
        from briefing.core.day import window

        return window.today(self.now(), self.config.daily.timezone, self.config.daily.day_starts)

    @property
    def archive(self) -> Archive:
        """Return the archive, opened at first use. Raises StoreError."""
        with self._making:
            if self._archive is None:
                from briefing.desk.archive import open_archive

                self._archive = open_archive(self.config.data)
            return self._archive

    @property
    def net(self) -> Net:
        """Return the way to the web."""
        with self._making:
            if self._net is None:
                from briefing.io.net import Http

                self._net = Http(self.config.net)
            return self._net

    @property
    def editor(self) -> Editor:
        """Return who writes the cards: a model, or the offline editor."""
        with self._making:
            if self._editor is None:
                from briefing.desk.editor import Editor

                active = self.config.model.name and not self.config.offline
                archive = self.archive if active else None
                self._editor = Editor(
                    self.config.model, archive, offline=self.config.offline, now=self.now
                )
            return self._editor

    def editor_state(self) -> str:
        """Return who writes the cards, in words."""
        named = self.config.model.name
        return named if named and not self.config.offline else "offline cards"

    def close(self) -> None:
        """Close what was opened."""
        if self._archive is not None:
            self._archive.close()


_YEARS = 1900, 2200  # a clock beyond them is wrong, and days around it have no date


def _moment(text: str) -> str:
    """Return an ISO date or time as a UTC stamp; a date alone is its noon. Raises ConfigError."""
    try:
        moment = datetime.fromisoformat(text)
        if not _YEARS[0] <= moment.year <= _YEARS[1]:
            raise ValueError
    except ValueError:
        raise ConfigError(f"{text!r} is not a date", hint="write it as 2018-01-26") from None
    if len(text) == 10:
        moment = moment.replace(hour=12)
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
