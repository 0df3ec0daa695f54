"""By the numbers: every figure of an article with kind, amount, what it measures, period, status.

What the text does not say is "not stated".
"""

from __future__ import annotations

import re
from dataclasses import replace

from briefing.core.card import measures, numbers_status
from briefing.core.card import numbers_period as periods
from briefing.core.card import numbers_worth as worth
from briefing.core.card.measures_words import LENGTH, UNIT
from briefing.core.card.numbers_period import NOT_STATED
from briefing.core.card.reading import Reading, Row
from briefing.core.language import text
from briefing.core.language.figures import Quantity
from briefing.core.language.patterns import lazy
from briefing.models import Number

MOST = 120  # a card, not a spreadsheet


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
            if worth.no_figure(row, q):
                continue
            if len(found) >= MOST:
                return tuple(found)
            number = _number(reading, row, q, tail, published)
            if worth.says_nothing(reading, row, q, number):
                continue
            key = (number.kind, number.amount or number.value.lower(), number.currency or "")
            at = seen.get(key)
            if at is not None and _same(reading, found[at], number):
                found[at] = _merged(found[at], number)
                continue
            seen.setdefault(key, len(found))
            found.append(number)
    return tuple(found)


def _same(reading: Reading, a: Number, b: Number) -> bool:
    """Say whether two rows of one value are one fact."""
    silent = NOT_STATED in (a.measures, b.measures)
    if a.measures == b.measures and not (silent and a.kind == "money"):
        return True
    if silent:
        # The same odd sum is the same thing, printed alike and of one time; "3%" may be another.
        if a.kind == "money":
            apart = a.period != b.period and NOT_STATED not in (a.period, b.period)
            alike = _bare(a.value) == _bare(b.value) and not apart
            return alike and (not _round(a) or _of_one_matter(reading, a, b))
        return a.kind in ("year", "date") and b.measures == NOT_STATED
    if a.kind in ("year", "date"):
        return False
    return (
        text.jaccard(set(text.content_words(a.measures)), set(text.content_words(b.measures)))
        >= 0.5
    )


def _round(number: Number) -> bool:
    """Say whether a sum has one digit that counts: "$500 million" is met of many things."""
    return len((number.amount or "").replace(".", "").strip("0")) < 2


def _of_one_matter(reading: Reading, a: Number, b: Number) -> bool:
    """Say whether the sentences of two rows share more than a word besides the figure."""
    bags = [
        {w for i in n.evidence for w in reading.by_index[i].bag if not re.search(r"\d|illion", w)}
        for n in (a, b)
    ]
    return len(bags[0] & bags[1]) >= 2


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
        status=numbers_status.status(row, q),
        evidence=(row.index,),
    )


_OF_A_POINT = lazy(r" of (?:a|one) (?:percentage )?point\b")
_UNIT = lazy(r"[\s-](?:years?|months?|weeks?|days?|hours?|minutes?)\b")


def _value(row: Row, q: Quantity, tail: str, what: str | None) -> str:
    """Return the figure as printed; a length of time with its unit."""
    if q.kind == "ratio" and (point := _OF_A_POINT.match(row.text, q.end)):
        return q.text + point.group()
    if q.kind == "count" and (unit := UNIT.match(row.text, q.end)):
        return q.text + unit.group()
    adjective = re.match(r"(?:-[a-z]{3,})+\b", row.text[q.end :]) if q.kind == "count" else None
    if adjective:
        return q.text + adjective.group()
    if q.kind == "count" and q.value != 1 and (unit := LENGTH.match(row.text, q.end)):
        return q.text + unit.group()
    if what and what.startswith(("duration: ", "time ")):
        unit = _UNIT.match(row.text, q.end)
        return q.text + unit.group() if unit else q.text
    return (q.text + tail).strip().rstrip(".")


def _without_period(what: str) -> str:
    return _PERIOD.sub("", what)


_PERIOD = lazy(
    r"\b(?:(?:first|second|third|fourth)-(?:quarter|half)|fiscal (?:year )?20\d\d) (?=\w)"
)


def _amount(q: Quantity) -> str | None:
    if q.value is None:
        return None
    plain = format(
        q.value.normalize() if q.value != q.value.to_integral() else q.value.to_integral_value(),
        "f",
    )
    return plain
