"""The nouns: frozen values, one word for one thing. They know how to be, not how to do.

feed      a subscription                      entry     one item as a feed announces it
page      bytes as they came                  article   one readable text
headline  the one-line view of an article     card      the editor's product for one article
story     articles about one event            briefing  the day's stories in order
question  something to watch (`Watch` in a card, `Question` in the ledger)

Times are ISO 8601 strings as a source gave them (`2018-01-26` or `2018-01-26T09:30:00+08:00`),
so that no zone is invented; what *we* did (arrived, opened) is a UTC time stamp string.

A noun is made when it is first asked for: a refresh without news needs few of them.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from briefing.models.card import (
        Card,
        Checks,
        Entity,
        EntityKind,
        FigureKind,
        FigureStatus,
        Finding,
        Number,
        Point,
        Severity,
        Source,
        Usage,
        Watch,
    )
    from briefing.models.day import (
        AlsoItem,
        Answer,
        ArticleRef,
        BriefedStory,
        Briefing,
        BriefingSource,
        Dossier,
        DossierEntry,
        Failure,
        NumberRow,
        Parcel,
        Polarity,
        Question,
        Story,
        Trend,
        WatchList,
        WatchState,
    )
    from briefing.models.following import Answered, Feed, Seen
    from briefing.models.headline import CardStatus, Headline, Status, Undone, Verdict
    from briefing.models.intake import Added, Arrival, Article, Enclosure, Entry, Page

__all__ = [
    "Added",
    "AlsoItem",
    "Answer",
    "Answered",
    "Arrival",
    "Article",
    "ArticleRef",
    "BriefedStory",
    "Briefing",
    "BriefingSource",
    "Card",
    "CardStatus",
    "Checks",
    "Dossier",
    "DossierEntry",
    "Enclosure",
    "Entity",
    "EntityKind",
    "Entry",
    "Failure",
    "Feed",
    "FigureKind",
    "FigureStatus",
    "Finding",
    "Headline",
    "Number",
    "NumberRow",
    "Page",
    "Parcel",
    "Point",
    "Polarity",
    "Question",
    "Seen",
    "Severity",
    "Source",
    "Status",
    "Story",
    "Trend",
    "Undone",
    "Usage",
    "Verdict",
    "Watch",
    "WatchList",
    "WatchState",
]


_HOMES = {
    **dict.fromkeys(("Answered", "Feed", "Seen"), "following"),
    **dict.fromkeys(("CardStatus", "Headline", "Status", "Undone", "Verdict"), "headline"),
    **dict.fromkeys(("Added", "Arrival", "Article", "Enclosure", "Entry", "Page"), "intake"),
}
_OTHERS = ("card", "day")


def __getattr__(name: str) -> Any:
    """Return a noun, from the module it lives in."""
    if name in __all__:
        for home in (_HOMES[name],) if name in _HOMES else _OTHERS:
            found = getattr(importlib.import_module(f"{__name__}.{home}"), name, None)
            if found is not None:
                globals()[name] = found
                return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
