"""Rule H: hearsay stays hearsay, the possible stays possible, and no is not yes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.core.card.grounding.fault import Fault
from briefing.core.card.grounding.source import Pool, Row
from briefing.core.language import hedges
from briefing.core.language.patterns import lazy

# Words that call a statement hearsay; dropping them makes a rumour a fact.
_HEARSAY = lazy(
    r"\b(?:reportedly|allegedly|supposedly|purportedly|rumou?r(?:s|ed)?|unconfirmed|speculation|"
    r"(?:is|are|was|were|be|been) (?:said|believed|thought|understood|rumou?red|alleged|reported|"
    r"suspected|claimed|accused) (?:to|of|by)|alleg\w+|accus\w+|people familiar|"
    r"sources?(?: close| familiar| said| say)|"
    r"according to (?:a |an |the )?(?:[\w' -]{0,30}(?:source|report|people|insider|person)\w*)|"
    r"\breported (?:on \w+ )?that|"
    r"(?:envisage|étudie|négocie|prépare|cherche|souhaite|achète|vend)rai(?:en)?t|"
    r"angeblich|Gerüchte?|soll(?:en)?|prétendument|rumeurs?|aurait|serait|supuestamente|"
    r"presuntamente|habría)\b|据(?:报道|悉|称|传|说|了解|知情)|传闻|消息人士|知情人士|と報じ|とみられ|らしい",
    re.I,
)
_WHOLE = lazy(r"according|people|sources?|rumou?r|speculation|unconfirmed|据|传闻", re.I)
_MAY = lazy(r"\b(?:may|might|could|would|possibl[ey]|potential(?:ly)?|perhaps)\b")
_CERTAIN = lazy(
    r"\b(?:(?:is|are|was|were) (?:certain|sure|bound|guaranteed) to|certainly|definitely|"
    r"undoubtedly|inevitabl[ey]|without (?:a )?doubt|beyond doubt)\b",
    re.I,
)
_SEGMENT = lazy(r"[;:]|,(?!\d)|\s-\s|\b(?:and|but|while|which|who)\b")


def check(claim: Row, pool: Pool) -> Iterator[Fault]:
    """Yield a fault where the hedge of the claim's own sentence is gone."""
    support = _support(claim, pool)
    if support is None:
        return
    low = claim.text[:1].lower() + claim.text[1:]
    held = _HEARSAY.search(claim.text) or _MAY.search(claim.text)
    told = hedges.evidential(low) or hedges.said(low)
    if not held and not told:
        hearsay = _over(claim, support, _HEARSAY)
        if hearsay and not any(_plain(claim, row) for row in pool.rows if row is not support):
            yield Fault("HEDGE_DROPPED", f'the source says "{hearsay}"')


def certain(claim: Row, pool: Pool) -> Iterator[Fault]:
    """Yield a fault where the claim calls certain what the source does not."""
    m = _CERTAIN.search(claim.text)
    if m and not any(_CERTAIN.search(row.text) for row in pool.rows):
        yield Fault("HEDGE_DROPPED", f'the source does not say "{m[0]}"')


def hearsay(row: Row) -> str | None:
    """Return the word by which the row calls something hearsay, or None."""
    m = _HEARSAY.search(row.text)
    return m[0] if m else None


def rumoured(claim: Row, pool: Pool) -> str | None:
    """Return the hedge over that part of the source which the claim takes up, or None."""
    support = _support(claim, pool)
    return _over(claim, support, _HEARSAY) if support else None


def _support(claim: Row, pool: Pool) -> Row | None:
    """Return the row that carries the claim, or None where none carries much of it."""
    best = max(pool.rows, key=lambda r: len(claim.keys & r.keys), default=None)
    if best is None or not claim.keys:
        return None
    return best if len(claim.keys & best.keys) >= 0.4 * len(claim.keys) else None


def _plain(claim: Row, row: Row) -> bool:
    """Say whether a row states the claim without a hedge."""
    return len(claim.keys & row.keys) >= 0.7 * len(claim.keys) and not _HEARSAY.search(row.text)


def _over(claim: Row, row: Row, pattern: re.Pattern[str]) -> str | None:
    """Return the hedge of the row that rules the part of it the claim takes up."""
    for m in pattern.finditer(row.text):
        start = max((s.end() for s in _SEGMENT.finditer(row.text[: m.start()])), default=0)
        after = _SEGMENT.search(row.text, m.end())
        end = after.start() if after else len(row.text)
        scope = Row(row.text[start:end], row.index)
        if len(scope.keys) < 4 or _WHOLE.match(m[0]):
            scope = row
        elsewhere = Row(row.text[:start] + " " + row.text[end:], row.index).keys
        own = (claim.keys & scope.keys) - (elsewhere if scope is not row else frozenset())
        if len(own) >= max(2, 0.34 * len(claim.keys)):
            return m[0]
    return None
