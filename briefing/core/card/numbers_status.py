"""How sure a figure is: stated, approximate, projected, or by hearsay."""

from __future__ import annotations

import re

from briefing.core.card.reading import Row
from briefing.core.language.figures import Quantity
from briefing.core.language.patterns import lazy
from briefing.models.card import FigureStatus

_PROJECTED = lazy(
    r"\b(?:will|would|(?<=[a-z]['’])(?<![Yy]ou['’])ll|is to|are to|project(?:ed|s|ion)|"
    r"forecast\w*(?! (?:is|was) based)|"
    r"expect(?:s|ed|ation|ations)?|"
    r"(?<!than )predict\w*|plans? (?:to|for|on|is|are|by|call\w*|would|will|include\w*)|"
    r"plans (?=(?:an?|another|capital|further|new|more|up)\b|[\d$£€¥])|planned|planning|"
    r"targets? of (?=an?\b|[\d$£€¥])|targeted|targeting|aims?|wants (?=to\b|\d)|guid(?:ance|ed)|"
    r"could|"
    r"may|might|likely|set to|due (?:to (?:be|open|close|start|begin|report|arrive|launch|end|take|"
    r"go|come|meet|publish|release|finish|complete|pay|join|return|expire|receive|cut|buy|sell|"
    r"leave|move|rise|fall|make)\b|in|by|out|on)|should (?:be|reach|rise|fall|grow|come|start|open|"
    r"see|hit|total|help|arrive|end|enable|allow|save|cost|bring|give|lead|add|boost)|"
    r"propos(?:e[sd]?|ing|al)|outlook|hopes?|intends?)\b|^\W*(?:[Ii]f|[Uu]nless)\b"
    r"|wird|werden|prévoit|devrait|prevé|预计|将|計画|見通し|予想|予定"
)
_BY_THEN = lazy(r"\bby (?:20\d\d|the end)\b")
_PAST = lazy(
    r"\b(?:saw|was|were|had|rose|grew|fell|reached|climbed|jumped|increased|declined|dropped|"
    r"became|went|gained|lost|soared|hit)\b"
)
_COMPARED = lazy(
    r"\b[a-z]+-than-(?:expected|forecast|predicted|projected)|"
    r"\bthan (?:expected|forecast|predicted)\b|"
    r"\b(?:in line with|than|above|below|beat\w*|miss\w*|ahead of|short of|against|topp\w+|"
    r"exceed\w*|met) (?:[\w’'-]+ ){0,3}(?:forecasts?|expectations?|estimates?|projections?|"
    r"outlook|guidance)\b"
)  # what was expected is no part of what is told
_SOURCES = (
    r"(?:(?:sources?|people|persons?) (?:with knowledge|close to|familiar|briefed|who asked not)\b|"
    r"sources? (?:said|say|told)|(?:one|some|two) of the people (?:said|told)|the people said)"
)
_REPORTED = lazy(
    r"\b(?:reportedly|allegedly|alleged|rumou?r\w*|said to|believed to|thought to|"
    r"claim(?:s|ed|ing)? (?:that|to|it|they|he|she|the|its|their)|claimed|"
    r"according to(?! (?:the |its |their )?(?:law|rules|plan|schedule|size|need)s?\b)|"
    r"citing|"
    rf"unconfirmed|{_SOURCES})\b"
    r"|angeblich|laut|selon|según|据|報じ|によると"
)
_TELLS_BEHIND = lazy(rf"\baccording to\b|\b{_SOURCES}\b")
_ESTIMATED = lazy(r"\bestimat(?:es?|ed|ing)\b")


_CLAUSES = lazy(r"[,;:] |\b(?:but|while|who|which|and following)\b")
_CAUSES = lazy(r"[,;:] |\b(?:but|while|following|because|after)\b")  # what has happened


_DASH = lazy(r"[—–]|(?<= )-(?= )")


_RESULT = lazy(  # "plans to open 60 shops, creating 1,800 jobs"
    r"(?:creat|cost|bring|add|giv|mak|tak|deliver|sav|generat|boost|lift|rais|cutt|reduc|launch|open|hir|invest|spend)ing\b"
)
_STANDS = lazy(  # "will rise to 30% from 10%", "the current 3% limit", "of all 25 members"
    r"\d\S*(?: [^,;.\d]{1,25})? from $|\bcurrent $|\b(?<!ahead )(?<!short )of (?:all|its|the) $"
)


def _clause(row: Row, q: Quantity) -> str:
    """Return the words of the clause up to a figure, and a term set right behind it."""
    ends = _CLAUSES if q.kind in ("year", "date") else _CAUSES
    start = max((m.end() for m in ends.finditer(row.text[: q.start])), default=0)
    dashes = list(_DASH.finditer(row.text[: q.start]))
    if len(dashes) % 2:  # an even one ends what was put in, and the clause goes on
        start = max(start, dashes[-1].end())
    if _RESULT.match(row.text, start) and q.kind not in ("year", "date"):
        start = max((m.end() for m in ends.finditer(row.text[: max(0, start - 2)])), default=0)
    term = re.match(
        r"(?:(?! and\b)[^,;.\d]){0,30}?\b(?:by (?:20\d\d|the end)|(?:is|are) (?:expected|"
        r"due to \w+|set to|likely to)|could be|will be|(?:analysts|economists|forecasters) "
        r"(?:had |have )?(?:expected|forecast|predicted))\b",
        row.text[q.end :],
    )
    return row.text[start : q.end] + (term.group() if term else "")


def _stands(row: Row, q: Quantity) -> bool:
    """Say whether a figure is of what there is now, whatever its clause tells of the future."""
    before = row.text[: q.start]
    if q.kind == "count" and before.endswith(("'s ", "’s ")):
        return True  # "the world's 500 largest companies"
    return _STANDS.search(before) is not None


def projected(row: Row, q: Quantity) -> bool:
    """Say whether the clause up to a figure tells what is still to come, or only may."""
    return _to_come(_clause(row, q))


def _to_come(clause: str) -> bool:
    if _PROJECTED.search(clause):
        return True
    return _BY_THEN.search(clause) is not None and not _PAST.search(clause)


def status(row: Row, q: Quantity) -> FigureStatus:
    """Return the status of a figure, by the words of its clause."""
    if q.kind not in ("year", "date"):
        if _REPORTED.search(row.text) and _reported_here(row, q):
            return "reported"
        clause = _COMPARED.sub("", _clause(row, q))
        if _to_come(clause) and not _stands(row, q):
            return "projected"
        guess = q.hedged or _ESTIMATED.search(clause)
        return "approximate" if guess else "stated"
    return "projected" if projected(row, q) else "stated"


def _reported_here(row: Row, q: Quantity) -> bool:
    """Say whether the hearsay covers the figure: in its clause, or at the sentence's edge."""
    m = _REPORTED.search(row.text)
    if m is None or m.start() < q.start:
        return m is not None
    told = _TELLS_BEHIND.search(row.text, q.end)
    if told is None or told.group() == "according to":  # at the end, it is said of all
        return told is not None
    return not re.search(r"(?:, and|;| but|, while) ", row.text[q.end : told.start()])
