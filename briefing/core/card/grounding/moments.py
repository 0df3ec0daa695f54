"""Rule D: no date, weekday, month or period that the source does not give."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from briefing.core.card.grounding.fault import Fault
from briefing.core.card.grounding.source import Pool, Row
from briefing.core.language import dates
from briefing.core.language.patterns import lazy

_MONTHS = (
    "January February March April May June July August September October November December"
).split()
_MONTH = lazy(rf"\b(?:{'|'.join(_MONTHS)})\b(?! (?:Department|Co\b|Inc\b))")
_WEEKDAY = lazy(r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_LOOSE_MAY = lazy(r"\b(?:in|last|next|this|since|until|by|of|from|early|late|mid-?|to|and) \Z")
_PERIODS = lazy(
    r"\b(?:spring|summer|autumn|winter|first|second|third|fourth|full)[- ](?:half|quarter|year)\b"
    r"|\b(?:spring|summer|autumn|winter)\b|\b(?:holiday|christmas|easter|black friday)\b",
    re.I,
)


def check(claim: Row, pool: Pool) -> Iterator[Fault]:
    """Yield the faults of a claim's dates."""
    source = pool.source
    theirs = source.norms
    implied = _implied(source.published)
    for m in claim.moments:
        if not (m.norm in theirs or _within(m.norm, theirs) or m.norm in implied):
            code = "PERIOD_CHANGED" if "Q" in m.norm or "H" in m.norm else "DATE_NOT_IN_SOURCE"
            yearless = f"-{m.norm[4:]}" in theirs and m.norm[:4] == (source.published or "")[:4]
            if (
                not yearless
                and not _length(m.text, source.text)
                and not _same_period(m.text, source.text)
            ):
                yield Fault(code, f"{m.text} is not in the source")
    yield from _months(claim, pool)
    yield from _weekdays(claim, pool)
    yield from _relative(claim, pool)
    if not source.foreign(claim):
        yield from _seasons(claim, pool)


def _within(norm: str, theirs: frozenset[str]) -> bool:
    """Say whether a coarser form of a known date is claimed: "June 2017" of 16 June 2017."""
    if norm.startswith("--"):
        return any(t[4:].startswith(norm[1:]) for t in theirs if t[:1].isdigit())
    if re.fullmatch(r"\d{4}(?:-\d\d)?", norm):
        return any(t.startswith(norm) for t in theirs)
    part = norm.rsplit("-", 1)[-1]
    if part[:1] in "QH":
        same = [t for t in theirs if t.rsplit("-", 1)[-1] == part]
        return bool(same) and ("-" not in norm or norm in same or any(t == part for t in same))
    return False


def _implied(published: str | None) -> frozenset[str]:
    """Return the forms of the day of publication and the week before it."""
    if not published or not re.match(r"\d{4}-\d\d-\d\d", published):
        return frozenset()
    try:
        last = datetime.date.fromisoformat(published[:10])
    except ValueError:
        return frozenset()
    days = [(last - datetime.timedelta(days=n)).isoformat() for n in range(-1, 8)]
    return frozenset(f for d in days for f in (d, d[:7], f"-{d[4:]}", f"-{d[4:7]}"))


def _same_period(printed: str, body: str) -> bool:
    return printed.lower() in body.lower()


def _months(claim: Row, pool: Pool) -> Iterator[Fault]:
    for m in _MONTH.finditer(claim.text):
        if m[0] == "May" and not _LOOSE_MAY.search(claim.text[: m.start()]):
            continue
        short = rf"\b{m[0][:3]}(?:{m[0][3:]}|t)?\b"
        number = _MONTHS.index(m[0]) + 1
        cjk = claim.cjk or f"{number}月" in pool.source.text
        known = re.search(short, pool.source.text) or cjk
        if not known and (pool.source.published or "")[5:7] != f"{number:02d}":
            yield Fault("DATE_NOT_IN_SOURCE", f"{m[0]} is not in the source")


def _weekdays(claim: Row, pool: Pool) -> Iterator[Fault]:
    for m in _WEEKDAY.finditer(claim.text):
        if re.search(rf"\b{m[1][:3]}(?:day|{m[1][3:]}day|\b)", pool.source.text):
            continue
        if _is_weekday(pool.source.published, m[0]):
            continue
        yield Fault("DATE_NOT_IN_SOURCE", f"{m[0]} is not in the source")


def _is_weekday(published: str | None, name: str) -> bool:
    try:
        day = datetime.date.fromisoformat((published or "")[:10])
    except ValueError:
        return False
    return day.strftime("%A") == name


_YEAR_BEFORE = lazy(
    r"\b(?:last|previous|prior|past) (?:financial |fiscal )?year\b|\byear (?:ago|earlier|before)\b",
    re.I,
)


def _relative(claim: Row, pool: Pool) -> Iterator[Fault]:
    """A relative date stands in the source; without a date of publication it is a quotation."""
    near = " ".join(row.text for row in pool.rows).lower()
    for m in dates.relative(claim.text):
        if _WEEKDAY.fullmatch(m.text):
            continue
        if m.norm in pool.source.text.lower():
            quoted = claim.text[max(0, m.start - 1) : m.start] in "\"'" and m.start
            if not pool.source.published and not quoted:
                yield Fault("DATE_UNRESOLVED", f"{m.text}: of an article without a date", "warn")
            continue
        if _YEAR_BEFORE.search(m.text) and _YEAR_BEFORE.search(near):
            continue
        others = [r.text for r in dates.relative(near) if not _WEEKDAY.fullmatch(r.text.title())]
        if m.text.startswith("next ") and _AND_NEXT.search(near):
            continue  # "3.8% this year and 3% next"
        if m.text.startswith("next ") and _NOT_THIS.search(near):
            continue  # "not this year": not before next year
        if others:
            yield Fault("DATE_CHANGED", f"{m.text}: the source says {others[0]}")
        elif not pool.source.published and m.norm not in ("today", "this year"):
            yield Fault("DATE_NOT_IN_SOURCE", f"{m.text} is not in the source")
        else:
            yield Fault("DATE_UNRESOLVED", f"{m.text} is not in the source", "warn")


_AND_NEXT = lazy(r"\bthis (?:year|month|week|quarter)\b[^.;]{0,40}\bnext\b")
_NOT_THIS = lazy(r"(?:\bnot|n't|\bno)\b[^.;]*\bthis (?:year|month|week|quarter)\b")
_HALF = lazy(r"\b(?:six months|26 weeks|half[- ]year|interim|half)\b", re.I)
_QUARTER = lazy(r"\b(?:three months|1[23] weeks|quarter)\b", re.I)
_NAMED = lazy(r"\b(?:first|second|third|fourth)[- ](?:half|quarter)\b|\b[HQ][1-4]\b", re.I)


def _length(period: str, body: str) -> bool:
    """Say whether "first half" may stand for the source's "six months to 31 August"."""
    if _NAMED.search(body):
        return False
    half = "half" in period.lower() or re.search(r"\bH[12]\b", period)
    return bool((_HALF if half else _QUARTER).search(body)) and bool(half or "uarter" in period)


def _seasons(claim: Row, pool: Pool) -> Iterator[Fault]:
    for m in _PERIODS.finditer(claim.text):
        if m[0].lower().replace("-", " ") not in pool.source.text.lower().replace("-", " "):
            known = {n.rsplit("-", 1)[-1] for n in pool.source.norms}
            norm = {d.norm.rsplit("-", 1)[-1] for d in dates.find(m[0])}
            if (norm and norm <= known) or _length(m[0], pool.source.text):
                continue
            yield Fault(
                "PERIOD_CHANGED", f"{m[0]} is not in the source", "block" if norm else "warn"
            )
