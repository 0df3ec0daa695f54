"""Questions that a finished act opens: a deal to close, a bid to accept, a post to fill, a suit.

Each rests on one sentence; the act itself is not asked about, only the step that must follow.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.core.card.asking import makers
from briefing.core.card.asking.by_act import (
    affairs,
    approaches,
    bids,
    choices,
    inquiries,
    labour,
    legal,
    meetings,
    openings,
    pending,
    revisions,
    sequels,
    standoffs,
    steps,
    strains,
)
from briefing.core.card.asking.by_figure import (
    figures,
    outlooks,
    rates,
    readings,
    series,
    totals,
    yearly,
)
from briefing.core.card.asking.cast import Cast
from briefing.core.card.asking.deals import Deal
from briefing.core.card.asking.draft import Draft

_MAKERS = makers.by_word(
    kind.MAKERS
    for kind in (
        legal,
        affairs,
        labour,
        bids,
        steps,
        pending,
        rates,
        sequels,
        revisions,
        strains,
        approaches,
        meetings,
        standoffs,
        inquiries,
        outlooks,
        openings,
        choices,
    )
)


def all_of(cast: Cast, sentences: Sequence[str], deal: Deal | None) -> Iterator[Draft]:
    """Yield the drafts that finished acts open, in no order."""
    if deal:
        yield from bids.of_deal(deal, sentences)
    for i, sentence in enumerate(sentences):
        if "?" in sentence or not sentence:
            continue
        if deal:
            yield from bids.of(i, sentence, deal)
        for maker in makers.called(_MAKERS, sentence):
            yield from maker(cast, i, sentence)
    counted = list(series.of(cast, sentences))
    yield from counted
    held = [readings.of(cast, sentences), totals.of(cast, sentences)]
    if not counted:  # else the main name is who counts, not whose sales they are
        held = [figures.results(cast, sentences), yearly.results(cast, sentences), *held]
    for draft in itertools.chain(*held):
        # a forecast is the firm's own word on what comes; a past figure is not
        yield replace(draft, reading=draft.kind == "due")
