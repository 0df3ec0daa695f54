"""The period a figure is for: the nearest date or spell of time that belongs to it."""

from __future__ import annotations

import re

from briefing.core.card import measures_tables as tables
from briefing.core.card import numbers_spells as spells
from briefing.core.card.reading import Reading, Row
from briefing.core.language import dates
from briefing.core.language.figures import Quantity
from briefing.core.language.names_words import MONTHS
from briefing.core.language.patterns import lazy

NOT_STATED = "not stated"


def period(reading: Reading, row: Row, q: Quantity, end: int, published: str | None) -> str:
    """Return the period of a figure as printed; `end` is where its conversion ends."""
    if q.kind in ("year", "date"):
        return q.text.rstrip(".")
    if q.kind == "count" and row.text[q.end : q.end + 1] == "-":
        return NOT_STATED
    if row.kind == "row":
        return tables.heading(reading, row, q.start) or NOT_STATED
    sentence = row.text
    if own := _POSSESSIVE.search(sentence, max(0, q.start - 24), q.start):
        return own[1]
    near = [m for m in dates.find(sentence) if not m.norm.startswith("T")]
    near += [
        dates.Moment(f.start, f.end, f.text, f.norm or "") for f in row.figures if f.kind == "year"
    ]
    long = spells.find(sentence)
    near = spells.with_spans(sentence, near) + list(long)
    near = [m for m in near if not _of_other(sentence, m) and not spells.inside(long, m)]
    near = [m for m in near if _fits(q, m)]
    relative = [
        m
        for m in dates.relative(sentence)
        if q.kind != "ordinal"
        and not _of_other(sentence, m)
        and not spells.inside(long, m)
        and not (q.kind == "count" and _DAY.fullmatch(m.text))
    ]
    best: tuple[int, str] | None = None
    for moment, loose in [(m, False) for m in near] + [(m, True) for m in relative]:
        if moment.start < end and moment.end > q.start:
            continue
        gap = q.start - moment.end if moment.end <= q.start else moment.start - end
        between = sentence[min(end, moment.end) : max(q.start, moment.start)]
        if moment.end <= q.start and _set_elsewhere(row, q, moment):
            continue
        if moment.start >= end and _told_of_next(row, q, end, moment, between):
            continue
        if moment.text == "annual" and len(between) > _CLOSE:
            continue
        if moment.text in MONTHS and _loose_month(moment, q, between):
            continue
        gap += _between(row, q, moment, between, min(end, moment.end))
        if loose:
            gap += 15
        if (
            moment.text == "annual" and q.kind == "percent"
        ):  # the noun's own word, where a date is told too
            gap += 40
        if moment.start >= end and re.fullmatch(r" (?:in|for|during) (?:the )?", between):
            gap -= 10  # its own, before that of the figure to its left
        if best is None or gap < best[0]:
            text_ = moment.text.rstrip(".")
            loose = loose or _YEAR_UNKNOWN.search(text_) is not None
            printed = text_ if not loose or published else f'"{text_}"'
            best = (gap, _with_preposition(sentence, moment.start, printed))
    if best is None or best[0] >= (_NEAR if q.kind == "count" else _FAR):
        return NOT_STATED
    return re.sub(r"-(?=quarter$|half$)", " ", best[1])


def _fits(q: Quantity, moment: dates.Moment) -> bool:
    """Say whether a figure of its kind can be of such a time."""
    if q.kind == "ordinal":  # what is second is so now
        return bool(moment.norm)
    if q.kind == "count":  # a thing counted is not of a day, and "annual" is said of sums
        return _UNCOUNTED.fullmatch(moment.text.strip()) is None
    return True


def _between(row: Row, q: Quantity, moment: dates.Moment, between: str, start: int) -> int:
    """Return how much further apart than in characters the words between two places set them."""
    gap = 80 * len(re.findall(r"[;]| but | while ", between)) + 25 * between.count(", ")
    gap += 60 * bool(_TURN.search(between)) + 90 * bool(_SEQUEL.search(between))
    gap += 60 * bool(re.search(r", \w+ing ", between))
    gap += 60 * (moment.start >= q.end and _NEXT_CLAUSE.search(between) is not None)
    return gap + 60 * sum(
        f.kind == q.kind and start <= f.start < max(q.start, moment.start) for f in row.figures
    )


def _set_elsewhere(row: Row, q: Quantity, moment: dates.Moment) -> bool:
    """Say whether a date before a figure is that of another: "up from 51% last year, and 37%"."""
    if moment.text in _RATES:  # "€61 billion a year in 14 countries"
        return True
    between = row.text[moment.end : q.start]
    if _DAY.fullmatch(moment.text) and _SAID_AFTER.search(between):
        return True  # "cut its forecast on Friday and said it would lay off 6%"
    if _SINCE.search(row.text[: moment.start]) and between.startswith(" to "):
        return True  # "has halved since 2000 to 340,000": it stands at that now
    if between == " from ":
        return True  # "5% this year from 6%"
    if _aside(row.text, moment.start, q.start) or _NOW.match(between):
        return True
    last = next((f for f in reversed(row.figures) if f.end <= moment.start), None)
    link = row.text[last.end : moment.start] if last else "-"
    rest = row.text[moment.end : q.start]
    told = re.match(r",? (?:in)?to ", rest) or (
        q.kind != "count" and re.search(r",? (?:and|but) |, ", rest)
    )
    if not told or _CHANGE_OF_IT.match(rest):
        return False
    counted = r"(?: [\w-]+){0,3}" if q.kind == "count" else ""
    return (
        re.fullmatch(rf"\)?(?: (?:loss|profit))?{counted} (?:in (?:the )?|the )?", link) is not None
    )


def _told_of_next(row: Row, q: Quantity, end: int, moment: dates.Moment, between: str) -> bool:
    """Say whether a date behind a figure is that of another figure or another clause."""
    further = any(end <= f.start < moment.start for f in row.figures)
    if further and (moment.text in _RATES or moment.text == "annually"):
        return True
    if moment.text[:4].lower() == "year" and q.kind not in ("percent", "points"):
        return moment.text[4:].startswith(("-on", " on"))  # a change is "year on year", no sum is
    if further and _HELD.search(between):
        return True  # "fell by 23% from 36,185 in 2003 to 28,041"
    if between == " on " and row.text.endswith("from ", 0, q.start):
        return True  # "to 30% from 10% on October 1": what it is from then
    if moment.text.startswith("a ") and _GUESSED.search(between):
        return True
    return _aside(row.text, q.start, moment.start) or _STILL_TO_COME.search(between) is not None


def _aside(sentence: str, inner: int, outer: int) -> bool:
    """Say whether one of two places is in a clause put in between commas, the other behind it."""
    for m in _ASIDE.finditer(sentence, max(0, inner - 150), outer):
        if m.start() <= inner < m.end() <= outer:
            return True
    return False


_ASIDE = lazy(
    r", (?:which|who|whose|where|expected|due|founded|based|owned|born|launched|established|"
    r"listed|once|formerly)\b[^,;]{3,120},|\s[-–]\s(?:(?!\s[-–]\s).){3,120}\s[-–]\s"
)
_STILL_TO_COME = lazy(r", (?:due|expected|set|scheduled|likely|planned) (?:to|for)\b")
_NEXT_CLAUSE = lazy(
    r", and (?!\d)\w+|\b(?:and (?:has|have|had|is|are|was|were|will|would)|"
    r"(?<=\w\w )(?:he|she|they|it|who|that|where)) (?=\w)"
)
_SAID_AFTER = lazy(r"\b(?:said|says|would)\b|^, (?:up|down)\b")
_GUESSED = lazy(r"\b(?:estimated|forecast|predicted|expected)\b")
_YEAR_UNKNOWN = lazy(r"\b(?:last|this|next) (?:fiscal |financial )?year$")
_HELD = lazy(r"\b(?:from|compared|against|than)\b|^ by\b")
_NOW = lazy(r" and (?:now|today|currently)\b")  # "was launched in 2004 and now has"
_POSSESSIVE = lazy(  # "above 2003's 9.1%"
    r"\b((?:19|20)\d\d|January|February|March|April|May|June|July|August|September|October|"
    r"November|December)['’]s \Z"
)
_SINCE = lazy(r"\bsince $")
_TURN = lazy(r"\b(?:from|compared|against|whether|which|as in)\b")
_SEQUEL = lazy(r"\b(?:following|after|before|since (?:it|they|he|she))\b")
_CHANGE_OF_IT = lazy(  # "$19 million last year, up 138%"
    r", (?:(?:up|down)|(?:which )?represent(?:s|ed|ing)|an? (?:\w+ )?(?:rise|increase|fall|drop|"
    r"gain|growth|decline|decrease|jump) of) (?:by |about |more than |over |almost |nearly )?$"
)


def _loose_month(moment: dates.Moment, q: Quantity, between: str) -> bool:
    """Say whether a bare month may be that of something else: "owns 44% of it, in April"."""
    if moment.end <= q.start:
        return moment.start > len("In ")
    return len(between) > _CLOSE or "," in between


_CLOSE = 30  # characters
_RATES = frozenset(("a year", "per year", "a day", "a week", "a month"))
_UNCOUNTED = lazy(r"\w+day|yesterday|today|tonight|annual(?:ly)?", re.I)
_DAY = lazy(r"\w+day|yesterday|today|tonight", re.I)
_NEAR, _FAR = 45, 90  # characters between a figure and its period
_TOLD = (
    r"(?:said|says|told|reported|announced|showed|published|unveiled|added|released|revealed|"
    r"disclosed|confirmed|warned)"
)
_BASE = lazy(
    r"\b(?:from|than|on|over|against|versus|compared (?:with|to))(?: in| for| during| at)? $"
)
_HELD_AGAINST = lazy(  # "up 138% from 2024", "6% more than in 2022"
    r"(?:\b(?:compared (?:with|to)|than|against|versus|vs\.?|relative to)|"
    r"\b(?:up|down|change|increase|decrease|rise|fall|drop|growth|gain|decline)\b[^,;]{0,30}\d\S* "
    r"(?:per ?cent |percent )?(?:from|on|over))"
    r" (?:(?:they|it) (?:were|was|had been|did) )?(?:(?:in|for|during|at) )?(?:the )?"
    r"(?:(?:start|end|beginning) of )?(?:(?:same|first|second|third|fourth|full) "
    r"(?:period|quarter|half|month|year)s? (?:of|in) )?$"
)
_TELLING = lazy(rf"\b{_TOLD}(?: [\w’']+){{0,4}} (?:on |late on |early on )?$")
_BEST_SINCE = lazy(
    r"\b(?:slowest|fastest|highest|lowest|best|worst|biggest|largest|smallest|weakest|strongest|"
    r"first|second|third|most|least)\b[^,;]{0,40}(?:since|for|in|than in|from)\s+(?:the )?$"
)


def _of_other(sentence: str, moment: dates.Moment) -> bool:
    """Say whether a date is the day of telling, or belongs to another noun or a comparison."""
    if moment.text.endswith("quarter") and sentence.startswith("ly", moment.end):
        return True  # "the second quarterly fall"
    if moment.text == "today" and _MAY.match(sentence, moment.end):
        return True
    before, after = sentence[: moment.start], sentence[moment.end :]
    if after.startswith(" that ") and _TELLING.search(before):
        return True  # "revealed earlier this week that"
    if re.match(rf"['’]s?\b|['’]s|,? (?:also )?{_TOLD}\b", after):
        return True
    if moment.text.startswith(("a year", "last ", "the previous")) and _BASE.search(before):
        return True
    if moment.text.startswith(spells.SAME) and _BASE.search(before):
        return True
    dated = moment.norm[:2] in ("19", "20", "FY") or moment.text in MONTHS
    if dated and _HELD_AGAINST.search(before):
        return True
    if _DECADE_OF.search(before) and moment.text.endswith("0s"):
        return True  # "the darling of the late 1990s"
    day = _DAY.fullmatch(moment.text.strip())
    if day and (re.search(r"\b(?:of|for|from) $", before) or re.match(r" [A-Z][a-z]+", after)):
        return True
    return bool((day and _TELLING.search(before)) or _BEST_SINCE.search(before[-70:]))


_DECADE_OF = lazy(r"\bof (?:the )?(?:(?:late|early|mid)[ -])?$")
_MAY = lazy(r" (?:could|would|will|may|might)\b")


def _with_preposition(sentence: str, start: int, printed: str) -> str:
    if printed.endswith(("-quarter", "-half")):
        return printed  # "after first-quarter sales rose"
    m = re.search(
        r"\b(by|since|until|from|after|before|during|to|between)\s+(?:the (?:end|start) of\s+)?$",
        sentence[max(0, start - 24) : start],
    )
    return f"{m.group().strip()} {printed}" if m and m[1] not in ("to", "from") else printed
