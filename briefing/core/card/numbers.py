"""By the numbers: every figure of an article with kind, amount, what it measures, period, status.

What the text does not say is "not stated".
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from briefing.core.card import measures
from briefing.core.card.reading import Reading, Row
from briefing.core.language import dates, text
from briefing.core.language.figures import Quantity
from briefing.models import Number
from briefing.models.card import FigureStatus

MOST = 120  # a card, not a spreadsheet
NOT_STATED = "not stated"
_PROJECTED = re.compile(
    r"\b(?:will|would|is to|are to|project(?:ed|s|ion)|forecast\w*|expect(?:s|ed|ation|ations)?|"
    r"(?<!than )predict\w*|plans?|planned|"
    r"planning|targets? of|targeted|targeting|aims?|guidance|estimates? that|by (?:20\d\d|the "
    r"end)|could|"
    r"may|might|likely|set to|due to|"
    r"propos\w+|outlook|hopes?|intends?)\b|wird|werden|prévoit|devrait|prevé|预计|将|計画|見通し|予想|予定"
)
_REPORTED = re.compile(
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
            key = (number.kind, number.amount or number.value.lower(), number.currency or "")
            at = seen.get(key)
            if at is not None and _same(found[at], number):
                found[at] = _merged(found[at], number)
                continue
            seen.setdefault(key, len(found))
            found.append(number)
    return tuple(found)


_INDEX = re.compile(
    r"(?:FTSE|S&P|Nikkei|CAC|DAX|Dow|Fortune|Nasdaq|Russell|Stoxx|Seng|STOXX|Sensex|Chapter|"
    r"Section|Article|Form|Route|Flight|iPhone|Windows|Channel|Number|No\.?|[Ss]eason|[Ee]pisode|"
    r"[Pp]hase|[Vv]olume|Big|Group of|Boeing|"
    r"Airbus)[ -]?$"
)
_RANKED = re.compile(
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
    return bool(_INDEX.search(row.text[: q.start]))


def _same(a: Number, b: Number) -> bool:
    if a.measures == b.measures:
        return True
    if NOT_STATED in (a.measures, b.measures):
        # The same odd sum is the same thing; "3%", "two" and "2004" may well be another.
        return a.kind == "money" or (a.kind in ("year", "date") and b.measures == NOT_STATED)
    if a.kind in ("year", "date"):
        return False
    return (
        text.jaccard(set(text.content_words(a.measures)), set(text.content_words(b.measures)))
        >= 0.5
    )


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


def _in_brackets(sentence: str, start: int, end: int) -> bool:
    return "(" in sentence[start:end] and ")" not in sentence[start:end]


def _number(reading: Reading, row: Row, q: Quantity, tail: str, published: str | None) -> Number:
    what = measures.measure(reading, row, q)
    return Number(
        value=(q.text + tail).strip().rstrip("."),
        kind=q.kind,
        amount=None if q.high is not None else _amount(q),
        currency=q.currency,
        measures=what or NOT_STATED,
        period=_period(row, q, q.end + len(tail), published),
        status=_status(row, q),
        evidence=(row.index,),
    )


def _amount(q: Quantity) -> str | None:
    if q.value is None:
        return None
    plain = format(
        q.value.normalize() if q.value != q.value.to_integral() else q.value.quantize(Decimal(1)),
        "f",
    )
    return plain


def _clause(row: Row, q: Quantity) -> str:
    """Return the words of the clause up to a figure, and a term set right behind it."""
    start = max(
        (
            m.end()
            for m in re.finditer(r"[,;:] |\b(?:but|while|and following)\b", row.text[: q.start])
        ),
        default=0,
    )
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
        if _PROJECTED.search(_clause(row, q)):
            return "projected"
        return "approximate" if q.hedged else "stated"
    return "projected" if _PROJECTED.search(_clause(row, q)) else "stated"


def _reported_here(row: Row, q: Quantity) -> bool:
    """Say whether the hearsay covers the figure: in its clause, or at the sentence's edge."""
    m = _REPORTED.search(row.text)
    return m is not None and (m.start() < q.start or "according to" in row.text[q.end :])


def _period(row: Row, q: Quantity, end: int, published: str | None) -> str:
    if q.kind in ("year", "date"):
        return q.text
    sentence = row.text
    near = [m for m in dates.find(sentence) if not m.norm.startswith("T")]
    near += [
        dates.Moment(f.start, f.end, f.text, f.norm or "") for f in row.figures if f.kind == "year"
    ]
    near += _spells(sentence)
    relative = dates.relative(sentence)
    best: tuple[int, str] | None = None
    for moment, loose in [(m, False) for m in near] + [(m, True) for m in relative]:
        if moment.start < end and moment.end > q.start:
            continue
        gap = q.start - moment.end if moment.end <= q.start else moment.start - end
        between = sentence[min(end, moment.end) : max(q.start, moment.start)]
        gap += 60 * len(re.findall(r"[;]| but | while ", between)) + 25 * between.count(", ")
        gap += 60 * bool(re.search(r"\b(?:from|compared|against)\b", between))
        gap += 60 * sum(
            f.kind == q.kind and min(end, moment.end) <= f.start < max(q.start, moment.start)
            for f in row.figures
        )
        if loose:
            gap += 15
        if best is None or gap < best[0]:
            text_ = moment.text.rstrip(".")
            printed = text_ if not loose or published else f'"{text_}"'
            best = (gap, _with_preposition(sentence, moment.start, printed))
    return best[1] if best and best[0] < 90 else NOT_STATED


def _with_preposition(sentence: str, start: int, printed: str) -> str:
    m = re.search(
        r"\b(by|since|until|from|after|before|during|to|between)\s+(?:the (?:end|start) of\s+)?$",
        sentence[max(0, start - 24) : start],
    )
    return f"{m.group().strip()} {printed}" if m and m[1] not in ("to", "from") else printed


_SPELL = re.compile(
    r"\b(?:(?:the )?(?:first|second|third|fourth|last|past|three|six|nine|12|\d+) (?:months|"
    r"weeks|quarters|years)(?: (?:to|ended|ending) (?:\d{1,2} )?[A-Z]\w+(?: \d{1,2}\b)?(?: "
    r"\d{4}\b)?)?"
    r"|(?:in the |for the )?year (?:to|ended|ending) (?:\d{1,2} )?[A-Z]\w+(?: \d{1,2}\b)?(?: "
    r"\d{4}\b)?|a year earlier|year-on-year|year on year|annual(?:ly)?|a year|per year|a day|a "
    r"week|a month|overnight)\b"
)


def _spells(sentence: str) -> list[dates.Moment]:
    return [dates.Moment(m.start(), m.end(), m.group(), "") for m in _SPELL.finditer(sentence)]
