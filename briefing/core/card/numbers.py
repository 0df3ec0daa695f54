"""By the numbers: every figure of an article with kind, amount, what it measures, period, status.

What the text does not say is "not stated".
"""

from __future__ import annotations

import re
from dataclasses import replace

from briefing.core.card import measures
from briefing.core.card import numbers_period as periods
from briefing.core.card.measures_words import TIME
from briefing.core.card.numbers_period import NOT_STATED
from briefing.core.card.reading import Reading, Row
from briefing.core.language import text
from briefing.core.language.figures import Quantity
from briefing.core.language.patterns import lazy
from briefing.models import Number
from briefing.models.card import FigureStatus

MOST = 120  # a card, not a spreadsheet
_FEW = 12
_PROJECTED = lazy(
    r"\b(?:will|would|is to|are to|project(?:ed|s|ion)|forecast\w*|expect(?:s|ed|ation|ations)?|"
    r"(?<!than )predict\w*|plans?|planned|"
    r"planning|targets? of|targeted|targeting|aims?|guidance|estimates? that|by (?:20\d\d|the "
    r"end)|could|"
    r"may|might|likely|set to|due to|"
    r"propos\w+|outlook|hopes?|intends?)\b|wird|werden|prévoit|devrait|prevé|预计|将|計画|見通し|予想|予定"
)
_COMPARED = lazy(
    r"\b(?:in line with|than|above|below|beat\w*|miss\w*|ahead of|short of|against|topp\w+|"
    r"exceed\w*|met) (?:[\w’'-]+ ){0,3}(?:forecasts?|expectations?|estimates?|projections?|"
    r"outlook|guidance)\b"
)  # what was expected is no part of what is told
_REPORTED = lazy(
    r"\b(?:reportedly|allegedly|alleged|rumou?r\w*|said to|believed to|thought to|claims?|"
    r"claimed|according to|sources?|unconfirmed)\b"
    r"|angeblich|laut|selon|según|据|報じ|によると"
)


def numbers(reading: Reading, published: str | None) -> tuple[Number, ...]:
    """Return the figures in order; the same figure with the same measure is listed once."""
    found: list[Number] = []
    seen: dict[tuple[str, str | None, str], int] = {}
    for row in reading.rows:
        if (
            row.text.rstrip('"”’» ').endswith(("?", "？"))
            and row.index >= len(reading.sentences) - 3
        ):
            continue
        for q, tail in _with_conversions(row):
            if _no_figure(row, q):
                continue
            if len(found) >= MOST:
                return tuple(found)
            number = _number(reading, row, q, tail, published)
            if _says_nothing(reading, row, q, number):
                continue
            key = (number.kind, number.amount or number.value.lower(), number.currency or "")
            at = seen.get(key)
            if at is not None and _same(found[at], number):
                found[at] = _merged(found[at], number)
                continue
            seen.setdefault(key, len(found))
            found.append(number)
    return tuple(found)


_INDEX = lazy(
    r"(?:FTSE|S&P|Nikkei|CAC|DAX|Dow|Fortune|Nasdaq|Russell|Stoxx|Seng|STOXX|Sensex|Chapter|"
    r"Section|Article|Form|Route|Flight|iPhone|Windows|Channel|Number|No\.?|[Ss]eason|[Ee]pisode|"
    r"[Pp]hase|[Vv]olume|Big|Group of|Boeing|Local|"
    r"Airbus)[ -]?$"
)
# "the two stand side by side", "one of every six shops", "Radio 4's": no number of things
_POINTER = lazy(
    r"\b(?:[Tt]he two|every (?:two|three|four|five|six|seven|eight|nine|ten))\b|\w \d['’]s"
)
_RANKED = lazy(
    r"[- ](?:largest|biggest|most|best|highest|lowest|richest|busiest|fastest|leading|smallest|"
    r"worst|place)|\d"
)


def _no_figure(row: Row, q: Quantity) -> bool:
    """Say whether it is part of a name, a time of day, or an ordinal that ranks nothing."""
    if q.kind == "date":
        loose = (q.norm or "").startswith(("T", "--")) or bool(
            re.fullmatch(r"[QH]\d", q.norm or "")
        )
        return loose and not _PROJECTED.search(_clause(row, q))
    if q.kind == "ordinal":
        return not _RANKED.search(q.text + row.text[q.end : q.end + 12])
    if q.kind == "count" and _POINTER.search(row.text, max(0, q.start - 8), q.end + 2):
        return True
    if q.kind == "count" and re.fullmatch(r"(?:19|20)\d\d", q.text):
        return True  # "2004 earnings targets": a year before a noun
    return bool(_INDEX.search(row.text[: q.start]))


_CROWD = lazy(
    r"\b(?:companies|firms|sides|parties|people|men|women|executives|officials|things|ways|times|"
    r"brothers|sources|groups|giants|pair|former \w+|people familiar)$"
)


def _says_nothing(reading: Reading, row: Row, q: Quantity, number: Number) -> bool:
    """Say whether it is no fact of its own: a bare date, "two companies", "half"."""
    silent = number.measures == NOT_STATED
    if q.kind in ("year", "date"):
        # "third-quarter" before a noun, and a date of which nothing is said, are periods.
        bare = re.search(r"-(?:quarter|half|year)$", q.text, re.I)
        return bool(bare) or (silent and (reading.english or number.status != "projected"))
    if not reading.english:
        return False
    if q.kind == "ordinal":
        return silent
    if q.kind == "ratio":
        return silent or not row.text[q.end :].lstrip().startswith(("of", "more", "less"))
    if q.kind != "count" or q.value is None or q.value > _FEW:
        return q.kind == "count" and silent and _is_time(q)
    if silent:
        return not q.hedged or _is_time(q)
    if q.text in ("two", "three") and re.search(r"\d", number.measures):
        return True
    return bool(_CROWD.search(number.measures)) and q.text.isalpha()


def _is_time(q: Quantity) -> bool:
    return (q.unit or "").split(" ")[0].lower() in TIME


def _same(a: Number, b: Number) -> bool:
    if a.measures == b.measures:
        return True
    if NOT_STATED in (a.measures, b.measures):
        # The same odd sum is the same thing, printed alike and of one time; "3%" may be another.
        if a.kind == "money":
            apart = a.period != b.period and NOT_STATED not in (a.period, b.period)
            return _bare(a.value) == _bare(b.value) and not apart
        return a.kind in ("year", "date") and b.measures == NOT_STATED
    if a.kind in ("year", "date"):
        return False
    return (
        text.jaccard(set(text.content_words(a.measures)), set(text.content_words(b.measures)))
        >= 0.5
    )


def _bare(value: str) -> str:
    """Return a sum as printed, its hedge included, its conversion in brackets left out."""
    return value.partition(" (")[0].lower()


def _merged(a: Number, b: Number) -> Number:
    better = a if a.measures != NOT_STATED else b
    period = a.period if a.period != NOT_STATED else b.period
    return replace(
        a,
        measures=better.measures,
        period=period,
        evidence=tuple(sorted({*a.evidence, *b.evidence})),
    )


def _with_conversions(row: Row) -> list[tuple[Quantity, str]]:
    """Return the figures of a row, those in brackets behind another put to that one's text."""
    out: list[tuple[Quantity, str]] = []
    for q in row.figures:
        if out and (span := _dates_joined(row.text, out[-1][0], q)):
            out[-1] = (span, "")
            continue
        if out and q.kind == "money" and out[-1][0].kind == "money":
            last, tail = out[-1]
            between = row.text[last.end + len(tail) : q.start]
            if re.fullmatch(r"\s?\(|\s?[:;,/]\s?|\s(?:or)\s", between) and _in_brackets(
                row.text, last.end, q.start
            ):
                end = q.end + (row.text[q.end : q.end + 1] == ")")
                out[-1] = (last, row.text[last.end : end])
                continue
        out.append((q, ""))
    return out


def _dates_joined(sentence: str, a: Quantity, b: Quantity) -> Quantity | None:
    """Return two dates that are the ends of one span: "from 1985 to 1992"."""
    if not {a.kind, b.kind} <= {"year", "date"}:
        return None
    before = re.search(r"\b(?:from|between) $", sentence[max(0, a.start - 8) : a.start])
    link = sentence[a.end : b.start]
    if not (re.fullmatch(r" (?:to|until|till|and) ", link) and before) and link not in ("-", "–"):
        return None
    start = a.start - len(before.group()) if before else a.start
    return replace(a, start=start, end=b.end, text=sentence[start : b.end], value=None)


def _in_brackets(sentence: str, start: int, end: int) -> bool:
    return "(" in sentence[start:end] and ")" not in sentence[start:end]


def _number(reading: Reading, row: Row, q: Quantity, tail: str, published: str | None) -> Number:
    what = measures.measure(reading, row, q)
    return Number(
        value=_value(row, q, tail, what),
        kind=q.kind,
        amount=None if q.high is not None else _amount(q),
        currency=q.currency,
        measures=_without_period(what) if what else NOT_STATED,
        period=periods.period(reading, row, q, q.end + len(tail), published),
        status=_status(row, q),
        evidence=(row.index,),
    )


_OF_A_POINT = lazy(r" of (?:a|one) (?:percentage )?point\b")
_UNIT = lazy(r"[\s-](?:years?|months?|weeks?|days?|hours?|minutes?)\b")


def _value(row: Row, q: Quantity, tail: str, what: str | None) -> str:
    """Return the figure as printed; a length of time with its unit."""
    if q.kind == "ratio" and (point := _OF_A_POINT.match(row.text, q.end)):
        return q.text + point.group()
    adjective = re.match(r"-[a-z]{3,}\b", row.text[q.end :]) if q.kind == "count" else None
    if adjective:
        return q.text + adjective.group()
    if what and what.startswith(("duration: ", "time ")):
        unit = _UNIT.match(row.text, q.end)
        return q.text + unit.group() if unit else q.text
    return (q.text + tail).strip().rstrip(".")


def _without_period(what: str) -> str:
    return re.sub(r"\b(?:first|second|third|fourth)-(?:quarter|half) (?=\w)", "", what)


def _amount(q: Quantity) -> str | None:
    if q.value is None:
        return None
    plain = format(
        q.value.normalize() if q.value != q.value.to_integral() else q.value.to_integral_value(),
        "f",
    )
    return plain


_CLAUSES = lazy(r"[,;:] |\b(?:but|while|who|which|and following)\b")
_CAUSES = lazy(r"[,;:] |\b(?:but|while|following|because|after)\b")  # what has happened


def _clause(row: Row, q: Quantity) -> str:
    """Return the words of the clause up to a figure, and a term set right behind it."""
    ends = _CLAUSES if q.kind in ("year", "date") else _CAUSES
    start = max((m.end() for m in ends.finditer(row.text[: q.start])), default=0)
    term = re.match(
        r"(?:(?! and\b)[^,;.\d]){0,30}?\b(?:by (?:20\d\d|the end)|is expected|are expected|could "
        r"be|will be)\b",
        row.text[q.end :],
    )
    return row.text[start : q.end] + (term.group() if term else "")


def _status(row: Row, q: Quantity) -> FigureStatus:
    if q.kind not in ("year", "date"):
        if _REPORTED.search(row.text) and _reported_here(row, q):
            return "reported"
        if _PROJECTED.search(_COMPARED.sub("", _clause(row, q))):
            return "projected"
        return "approximate" if q.hedged else "stated"
    return "projected" if _PROJECTED.search(_clause(row, q)) else "stated"


def _reported_here(row: Row, q: Quantity) -> bool:
    """Say whether the hearsay covers the figure: in its clause, or at the sentence's edge."""
    m = _REPORTED.search(row.text)
    return m is not None and (m.start() < q.start or "according to" in row.text[q.end :])
