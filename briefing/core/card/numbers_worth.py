"""Which figures are facts of their own, and which are part of a name or say nothing."""

from __future__ import annotations

import re

from briefing.core.card import numbers_status
from briefing.core.card.measures_words import TIME
from briefing.core.card.numbers_period import NOT_STATED
from briefing.core.card.reading import Reading, Row
from briefing.core.language.figures import Quantity
from briefing.core.language.names_words import MONTHS
from briefing.core.language.patterns import lazy
from briefing.models import Number

_FEW = 12
_TITLED = lazy(r"\s[A-Z][\w’'-]+ [A-Z(]")  # "the 1840 Music Festival"
_INDEX = lazy(
    r"(?:FTSE|S&P|Nikkei|CAC|DAX|Dow|Fortune|Nasdaq|Russell|Stoxx|Seng|STOXX|Sensex|Chapter|"
    r"Section|Article|Form|Route|Flight|iPhone|Windows|Channel|Number|No\.?|[Ss]eason|[Ee]pisode|"
    r"[Pp]hase|[Vv]olume|[Nn]umber|[Ss]ub-?section|section|Big|Group of|Boeing|Local|"
    r"Airbus)[ -]?$"
)
# "the two stand side by side", "one of every six shops", "Radio 4's": no number of things
_POINTER = lazy(
    r"\b(?:[Tt]he two|[Tt]hese (?:two|three|four|five|six|\d)|"
    r"every (?:two|three|four|five|six|seven|eight|nine|ten|\d+)|"
    r"number (?:one|two|three|four|five))\b|\w \d['’]s"
)
_YEARS = lazy(r"(?:19|20)\d\d(?:[-–](?:19|20)?\d\d)?")
_PLACE = lazy(r"(?: \(tie\))?\s*\|")  # "6 (tie) | Tuck School | $159,842"
_ONE_IN = lazy(  # "one customer in four,", "four in ten"
    r"\bone [\w-]+ in (?:[a-z]+|\d{1,2})[,.;]\Z|"
    r"\b(?:two|three|four|five|six|seven|eight|nine|[2-9]) in (?:three|four|five|ten|10|100)\W?\Z",
    re.I,
)
_RANKED = lazy(
    r"[- ](?:largest|biggest|most|best|highest|lowest|richest|busiest|fastest|leading|smallest|"
    r"worst|place)|\d"
)
# "the 14th century", "3rd party", "10th Gen", "17th Street": in a row, but nothing is ranked
_UNRANKED = lazy(
    r"[- ](?:century|centuries|part(?:y|ies)|gen\b|generation|floor|grade|graders?|street|st\b|"
    r"avenue|ave\b|amendment|district|circuit|congress|anniversary|birthday|edition|percentile|"
    r"annual|day|hour|minute|person|hand|time)",
    re.I,
)
_EARLY_YEAR = lazy(r"\b(?:in|by|since|until|from|of|around|about|after|before|and) $", re.I)
_AFTER_NAME = lazy(r"(?:[a-z],? |[(“\"‘])(?:[A-Z][\w’'&-]* )*([A-Z][\w&-]*) $")
_SEASONS = MONTHS.union(
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Spring Summer Autumn Fall Winter Christmas "
    "Easter Ramadan Fiscal Year FY Early Late Mid Holiday In By Since".split()
)


def no_figure(row: Row, q: Quantity) -> bool:
    """Say whether it is part of a name, a time of day, or an ordinal that ranks nothing."""
    if q.kind == "date":
        loose = (q.norm or "").startswith(("T", "--")) or bool(
            re.fullmatch(r"[QH]\d", q.norm or "")
        )
        return loose and not numbers_status.projected(row, q)
    if row.kind == "row" and _PLACE.match(row.text, q.end) and not row.text[: q.start].strip("| "):
        return True
    if q.kind == "ordinal":
        if _UNRANKED.match(row.text, q.end):
            return True
        if q.text[:1].isdigit() and _NAMED.match(row.text, q.end):
            return True  # "the 20th Century Fox studio"
        return not _RANKED.search(q.text + row.text[q.end : q.end + 12])
    if q.kind == "count" and (
        _POINTER.search(row.text, max(0, q.start - 8), q.end + 2)
        or _ONE_IN.search(row.text, max(0, q.start - 30), q.end + 1)
    ):
        return True
    if q.kind == "count" and _YEARS.fullmatch(q.text.removeprefix(f"{q.hedge} ")):
        return True  # "2004 earnings targets": a year before a noun
    if q.kind == "count" and (
        _OR_YEARS.match(row.text, q.end)
        or _JETLINER.search(q.text)
        or _AGED_UNDER.search(row.text[max(0, q.start - 12) : q.end])
    ):
        return True
    if q.kind == "year" and row.text.startswith(("'s", "’s"), q.end):
        return True  # "since the mid 1990's"
    if q.kind == "year":
        named = _AFTER_NAME.search(row.text[max(0, q.start - 40) : q.start])
        return named is not None and named[1] not in _SEASONS
    if q.kind == "count" and re.fullmatch(r"1[0-8]\d\d", q.text):
        return _EARLY_YEAR.search(row.text[: q.start]) is not None  # "opened in 1475"
    if q.kind == "count" and re.match(
        r"(?:911|999) (?:call|operator|dispatch)", row.text[q.start :]
    ):
        return True
    if q.kind == "count" and _in_code(row.text, q):
        return True
    return bool(_INDEX.search(row.text[: q.start]))


_OR_YEARS = lazy(r" or \d+ (?:years|months|weeks|days|hours|minutes)\b")
_JETLINER = lazy(r"\b7\d7-\d00\b")
_AGED_UNDER = lazy(
    r"\b(?:children|kids|aged|infants|babies|girls|boys|adults|women|men|people|those) "
    r"(?:under|over)[ -](?:\w+|\d\d?)$"
)
_NAMED = lazy(r" [A-Z][a-z]+ [A-Z][a-z]+")
_PHONE = lazy(r"(?:\+|\(?0)\d[\d ()/-]{6,}\d")
_SCORE = lazy(r"\b\d{1,2}[-–]\d{1,2}\b(?![-–\d])(?= (?:win|victory|defeat|draw|loss|lead)\b)")


def _in_code(sentence: str, q: Quantity) -> bool:
    """Say whether a figure is part of a telephone number or of the score of a match."""
    return any(
        m.start() <= q.start < m.end()
        for pattern in (_PHONE, _SCORE)
        for m in pattern.finditer(sentence)
    )


_CROWD = lazy(
    r"\b(?:companies|firms|sides|parties|people|men|women|executives|officials|"
    r"brothers|sources|groups|giants|pair|former \w+|people familiar)$"
)
_MATTERS = lazy(  # what the writer counts off, no fact of the story
    r"(?:[\w-]+ ){0,2}(?:things|ways|steps|tips|factors|reasons|types|kinds|examples|lessons|"
    r"trends|categories)\b"
)


def says_nothing(reading: Reading, row: Row, q: Quantity, number: Number) -> bool:
    """Say whether it is no fact of its own: a bare date, "two companies", "half"."""
    silent = number.measures == NOT_STATED
    if q.kind in ("year", "date"):
        # "third-quarter" before a noun, and a date of which nothing is said, are periods.
        bare = re.search(r"-(?:quarter|half|year)$", q.text, re.I)
        return bool(bare) or (silent and (reading.english or number.status != "projected"))
    if not reading.english:
        return False
    if q.kind == "ordinal" or number.value.endswith("-old"):
        return silent
    if q.kind == "ratio":
        return silent or not row.text[q.end :].lstrip().startswith(("of", "more", "less"))
    if q.kind == "count" and silent and _TITLED.match(row.text, q.end):
        return True
    if q.kind != "count" or q.value is None or q.value > _FEW:
        return q.kind == "count" and silent and _is_time(q)
    if silent:
        return not q.hedged or _is_time(q)
    if _MATTERS.match(number.measures):
        return True
    if q.text in ("two", "three") and re.search(r"\d", number.measures):
        return True
    return bool(_CROWD.search(number.measures)) and q.text.isalpha()


def _is_time(q: Quantity) -> bool:
    return (q.unit or "").split(" ")[0].lower() in TIME
