"""The kept issues of a week rolled into one, and what of the week they do not tell."""

from __future__ import annotations

from briefing import wire
from briefing.config import DailyConfig
from briefing.core.day import history, window
from briefing.desk.ports import Archive
from briefing.errors import BriefingError
from briefing.models import Briefing


def week(archive: Archive, config: DailyConfig, *, until: str) -> Briefing:
    """Roll the kept briefings of the seven days that end with a date into one. Raises
    BriefingError when there is none."""
    dates = window.days(until, 7)
    texts = {date: text for date in dates if (text := archive.briefings.get(date))}
    if not texts:
        raise BriefingError(
            "no briefing of these days is kept", hint="make them with: briefing daily --date D"
        )
    untold = [d for d in dates if d not in texts and _has_articles(archive, config, d)]
    return history.week([wire.loads(Briefing, text) for text in texts.values()], untold=untold)


def _has_articles(archive: Archive, config: DailyConfig, date: str) -> bool:
    return bool(archive.articles.between(*window.of(date, config.timezone, config.day_starts)))
