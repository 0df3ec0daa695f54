"""Questions to watch may not take a rumour for a fact: "after its takeover of Pellworth"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.core.card.grounding import events, hedging, words
from briefing.core.card.grounding.fault import Fault
from briefing.core.card.grounding.source import Pool, Row, squeeze
from briefing.core.language.patterns import lazy

_DEED = lazy(
    r"\b(?:the|its|their|his|her|\w+'s) (?P<unsure>(?:proposed|possible|planned|potential|reported|"
    r"rumou?red|expected|pending|would-be) )?(?P<deed>acquisition|takeover|purchase|merger|buyout|"
    r"sale|closure|closing|launch|opening|bankruptcy|layoffs|resignation)\b",
    re.I,
)
_TAKEN = lazy(r"^(?:when|how|why|where|which|what)\b.*\bwill\b", re.I)


def check(claim: Row, pool: Pool) -> Iterator[Fault]:
    """Yield a fault where the question presumes what the source only calls possible."""
    for m in _DEED.finditer(claim.text):
        if not m["unsure"] and not _happened(words.event(m["deed"].lower()), claim, pool):
            yield Fault("RUMOUR_PRESUMED", f"{m[0]}: the source only calls it possible")
    if _TAKEN.search(claim.text):
        for event in events.find(claim):
            if event.kind in words.EVENTS and event.verb and not _happened(event.kind, claim, pool):
                word = claim.tokens[event.at].text
                yield Fault("RUMOUR_PRESUMED", f"{word}: the source only calls it possible")


def _happened(kind: str | None, claim: Row, pool: Pool) -> bool:
    """Say whether any row tells the event as done, decided or to come; True where none tells it.

    Rows that name what the question names last come before others: the deed is done to that.
    """
    rows = [row for row in pool.source.all if any(e.kind == kind for e in events.find(row))]
    if len(claim.names) > 1:
        about = squeeze(claim.names[-1].text)
        rows = [row for row in rows if about in squeeze(row.text)] or rows
    told = [row for row in rows if not hedging.hearsay(row)]
    return not rows or any(
        e.kind == kind and (e.level is None or e.level < 3)
        for row in told
        for e in events.find(row)
    )
