"""A relation that nothing in the source tells, and no wording of the claim accounts for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.core.card.grounding.events import Event
from briefing.core.card.grounding.fault import Fault
from briefing.core.card.grounding.source import Pool, Row

# Relations whose invention is never a matter of wording.
_STRICT = frozenset(
    "acquire sell merge sue settle agree complete admit layoff resign bankrupt approve recall ban "
    "license deny fine die arrest".split()
)
# Other wordings of a relation: with one of them in the source its name is no invention.
_ALSO = {
    "sue": r"legal action|in court|to court|sued|claim against|defendant",
    "layoff": r"job (?:cuts|losses)|jobs|lose their",
    "resign": r"step(?:s|ped|ping)? (?:down|aside)|leav(?:e|es|ing)|quit|depart",
    "bankrupt": r"collapse|creditors|chapter 11",
    "recall": r"withdr[ae]w|pull(?:ed|s)?",
    "approve": r"green light|sign(?:ed)? off|back(?:ed|s)?|allow|consent|voted in favou?r",
    "settle": r"resolv|end the (?:case|dispute)",
    "complete": r"finish|go through|went through",
    "deny": r"contrary to|untrue|not true|wrong|false|would not|reject|disput|contest|disagree",
    "fine": r"penalt|ordered to pay",
    "ban": r"no longer|bar(?:s|red)?|stop",
    "die": r"lives|lost (?:his|her|their) li",
}


def check(claim: Row, event: Event, pool: Pool) -> Iterator[Fault]:
    """Yield a fault for a grave relation; a warning where other words of the source may mean it."""
    if event.kind not in _STRICT or not event.verb or not _grave(claim, event):
        return
    loose = _ALSO.get(event.kind)
    hinted = loose is not None and re.search(loose, pool.source.text, re.I)
    detail = f'nothing in the source says "{claim.tokens[event.at].text}"'
    yield Fault("RELATION_NOT_IN_SOURCE", detail, "warn" if hinted else "block")


_DISPUTED = frozenset("lawsuit suit case dispute claim charge allegation litigation court".split())
_DEALT = frozenset(
    "unit business stake arm division chain company subsidiary brand operation operations".split()
)


def _grave(claim: Row, event: Event) -> bool:
    """Say whether an invented relation is one: "accepted at shops", "milk it sells" are not."""
    if event.kind == "admit":
        return claim.tokens[min(event.at + 1, len(claim.tokens) - 1)].low not in ("to", "into")
    if event.kind == "acquire":
        after = {t.low for t in claim.tokens[event.at + 1 : event.at + 8]}
        return bool(event.object or event.passive or event.partner or after & _DEALT)
    if event.kind == "settle":
        return bool(event.object or claim.lemmas & _DISPUTED)
    if event.kind == "agree":
        return claim.tokens[min(event.at + 1, len(claim.tokens) - 1)].low not in ("at", "in", "as")
    if event.kind == "sell":
        after = {t.low for t in claim.tokens[event.at + 1 : event.at + 8]}
        return bool(event.object or after & _DEALT)
    return True
