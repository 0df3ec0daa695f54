"""What an open verb group does: its base form, where its object begins, its voice."""

from __future__ import annotations

from briefing.core.card.asking import events
from briefing.core.card.asking.triggers import Trigger
from briefing.core.language import tagger
from briefing.core.language.tagger import Token

Row = tuple[Token, ...]
_ENABLED = frozenset("forced required set ready prepared free asked obliged".split())


def of(row: Row, trigger: Trigger) -> tuple[str, int, bool] | None:
    """Return the base form, the place and the voice of what is left open."""
    verb = row[trigger.verb]
    if trigger.gerund:
        base = tagger.base(verb.low)
        return (base, trigger.verb, False) if base else None
    if not (verb.low.isalpha() or "-" in verb.low):
        return None
    return (
        _be(row, trigger.verb) if verb.low == "be" else (verb.low, _last(row, trigger.verb), False)
    )


def _be(row: Row, at: int) -> tuple[str, int, bool] | None:
    """Read what follows "be": a passive, or "be opening" turned into "open"."""
    k = at + 1
    while k < len(row) and row[k].tag == "RB":
        k += 1
    if k >= len(row):
        return None
    if row[k].tag == "VBG" and (base := tagger.base(row[k].low)):
        return base, k, False
    if row[k].low in _ENABLED and k + 2 < len(row) and row[k + 1].low == "to":
        return (row[k + 2].low, k + 2, False) if row[k + 2].tag == "VB" else None
    base = tagger.base(row[k].low)
    if row[k].tag in ("VBD", "ADJ", "VB", "NN") and base and tagger.participle(base) == row[k].low:
        return (base, k, True) if base not in events.STATIVE else None
    return None


def _last(row: Row, at: int) -> int:
    """Return the last of two verbs that share their object: "open or enlarge 30 stores"."""
    pair = row[at + 1 : at + 4]
    if len(pair) < 3 or pair[0].low not in ("or", "and") or pair[1].tag != "VB":
        return at
    # "recruit and source products": each has its own
    objects = ("NUM",) if pair[0].low == "and" else ("NUM", "DET", "ADJ", "NN", "NAME")
    return at + 2 if pair[2].tag in objects else at
