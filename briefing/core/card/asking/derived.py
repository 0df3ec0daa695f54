"""Questions that a finished act opens: a deal to close, a bid to accept, a post to fill, a suit.

Each rests on one sentence; the act itself is not asked about, only the step that must follow.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.core.card.asking import (
    affairs,
    bids,
    figures,
    labour,
    legal,
    pending,
    rates,
    series,
    steps,
    yearly,
)
from briefing.core.card.asking.cast import Cast
from briefing.core.card.asking.deals import Deal
from briefing.core.card.asking.draft import Draft


def all_of(cast: Cast, sentences: Sequence[str], deal: Deal | None) -> Iterator[Draft]:
    """Yield the drafts that finished acts open, in no order."""
    if deal:
        yield from bids.of_deal(deal, sentences)
    for i, sentence in enumerate(sentences):
        if "?" in sentence or not sentence:
            continue
        yield from legal.of(cast, i, sentence)
        yield from affairs.of(cast, i, sentence)
        yield from labour.of(cast, i, sentence)
        yield from bids.of(cast, i, sentence, deal)
        yield from steps.of(cast, i, sentence)
        yield from pending.of(cast, i, sentence)
        yield from rates.of(cast, i, sentence)
    counted = list(series.of(cast, sentences))
    yield from counted
    if not counted:  # else the main name is who counts, not whose sales they are
        yield from figures.results(cast, sentences)
        yield from yearly.results(cast, sentences)
