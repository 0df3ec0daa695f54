"""The period a figure is for: the nearest date or spell of time that belongs to it."""

from __future__ import annotations

import re

from briefing.core.card import measures_tables as tables
from briefing.core.card.reading import Reading, Row
from briefing.core.language import dates
from briefing.core.language.figures import Quantity
from briefing.core.language.patterns import lazy
from briefing.core.language.recent import recent

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
    near = [m for m in dates.find(sentence) if not m.norm.startswith("T")]
    near += [
        dates.Moment(f.start, f.end, f.text, f.norm or "") for f in row.figures if f.kind == "year"
    ]
    near = _with_spans(sentence, near) + _spells(sentence)
    near = [m for m in near if not _of_other(sentence, m)]
    if q.kind == "ordinal":  # what is second is so now
        near = [m for m in near if m.norm]
    if q.kind == "count":  # a thing counted is not of a day, and "annual" is said of sums
        near = [m for m in near if not _UNCOUNTED.fullmatch(m.text.strip())]
    relative = [
        m
        for m in dates.relative(sentence)
        if q.kind != "ordinal"
        and not _of_other(sentence, m)
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
        if moment.text in _RATES and any(end <= f.start < moment.start for f in row.figures):
            continue
        if moment.text in _MONTHS and _loose_month(moment, q, between):
            continue
        gap += 60 * len(re.findall(r"[;]| but | while ", between)) + 25 * between.count(", ")
        gap += 60 * bool(_TURN.search(between)) + 90 * bool(_SEQUEL.search(between))
        gap += 60 * bool(re.search(r", \w+ing ", between))
        gap += 60 * sum(
            f.kind == q.kind and min(end, moment.end) <= f.start < max(q.start, moment.start)
            for f in row.figures
        )
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
            printed = text_ if not loose or published else f'"{text_}"'
            best = (gap, _with_preposition(sentence, moment.start, printed))
    if best is None or best[0] >= (_NEAR if q.kind == "count" else _FAR):
        return NOT_STATED
    return re.sub(r"-(?=quarter$|half$)", " ", best[1])


def _set_elsewhere(row: Row, q: Quantity, moment: dates.Moment) -> bool:
    """Say whether a date before a figure is that of another: "up from 51% last year, and 37%"."""
    if moment.text in _RATES:  # "€61 billion a year in 14 countries"
        return True
    last = next((f for f in reversed(row.figures) if f.end <= moment.start), None)
    link = row.text[last.end : moment.start] if last else "-"
    rest = row.text[moment.end : q.start]
    told = re.match(r",? to ", rest) or (
        q.kind != "count" and re.search(r",? (?:and|but) |, ", rest)
    )
    if not told or _CHANGE_OF_IT.match(rest):
        return False
    counted = r"(?: [\w-]+){0,3}" if q.kind == "count" else ""
    return re.fullmatch(rf"{counted} (?:in (?:the )?|the )?", link) is not None


_TURN = lazy(r"\b(?:from|compared|against|whether|which)\b")
_SEQUEL = lazy(r"\b(?:following|after)\b")
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
_MONTHS = frozenset(
    "January February March April May June July August September October November December".split()
)
_RATES = frozenset(("a year", "per year", "a day", "a week", "a month"))
_UNCOUNTED = lazy(r"\w+day|yesterday|today|tonight|annual(?:ly)?", re.I)
_DAY = lazy(r"\w+day|yesterday|today|tonight", re.I)
_NEAR, _FAR = 45, 90  # characters between a figure and its period
_TOLD = r"(?:said|says|told|reported|announced|showed|published|unveiled|added|released)"
_BASE = lazy(r"\b(?:from|than|on|over|against|versus|compared (?:with|to)) $")
_HELD_AGAINST = lazy(  # "up 138% from 2024", "6% more than in 2022"
    r"(?:\b(?:compared (?:with|to)|than|against|versus|vs\.?|relative to)|"
    r"\b(?:up|down|change|increase|decrease|rise|fall|drop|growth|gain|decline)\b[^,;]{0,30}\d\S* "
    r"(?:per ?cent |percent )?(?:from|on|over))"
    r" (?:(?:in|for|during) )?(?:the )?(?:(?:same|first|second|third|fourth|full) "
    r"(?:period|quarter|half|month|year)s? (?:of|in) )?$"
)
_TELLING = lazy(rf"\b{_TOLD}(?: [\w’']+){{0,4}} (?:on |late on |early on )?$")
_BEST_SINCE = lazy(
    r"\b(?:slowest|fastest|highest|lowest|best|worst|biggest|largest|smallest|weakest|strongest|"
    r"first|most|least)\b[^,;]{0,40}(?:since|for|in|than in|from)\s+(?:the )?$"
)


def _of_other(sentence: str, moment: dates.Moment) -> bool:
    """Say whether a date is the day of telling, or belongs to another noun or a comparison."""
    before, after = sentence[: moment.start], sentence[moment.end :]
    if re.match(rf"['’]s?\b|['’]s|,? (?:also )?{_TOLD}\b", after):
        return True
    if moment.text.startswith(("a year", "last ", "the previous")) and _BASE.search(before):
        return True
    if moment.norm[:2] in ("19", "20", "FY") and _HELD_AGAINST.search(before):
        return True
    day = _DAY.fullmatch(moment.text.strip())
    if day and re.search(r"\b(?:of|for|from) $", before):
        return True
    return bool((day and _TELLING.search(before)) or _BEST_SINCE.search(before[-70:]))


def _with_preposition(sentence: str, start: int, printed: str) -> str:
    m = re.search(
        r"\b(by|since|until|from|after|before|during|to|between)\s+(?:the (?:end|start) of\s+)?$",
        sentence[max(0, start - 24) : start],
    )
    return f"{m.group().strip()} {printed}" if m and m[1] not in ("to", "from") else printed


_SPELL = lazy(
    r"\b(?:(?:the )?(?:(?:first|last|past|next) |(?<=\b[Ii]n )|(?<=\b[Oo]ver )|(?<=\b[Ff]or )|"
    r"(?<=\b[Oo]ver the )|(?<=\b[Dd]uring )|(?<=\b[Ii]n the ))"
    r"(?:first|second|third|fourth|last|past|two|three|"
    r"six|nine|12|\d+) (?:months|"
    r"weeks|quarters|years)(?! (?:ago|old|later|earlier|before|after|"
    r"of(?! (?:the|this|last|its|fiscal|20)))\b)"
    r"(?: (?:to|ended|ending) (?:\d{1,2} )?[A-Z]\w+(?: \d{1,2}\b)?(?: "
    r"\d{4}\b)?)?"
    r"|(?<=\b[Ii]n )(?:January|February|March|April|May|June|July|August|September|October|"
    r"November|December)(?! \d)"
    r"|(?:in the |for the )?year (?:to|ended|ending) (?:\d{1,2} )?[A-Z]\w+(?: \d{1,2}\b)?(?: "
    r"\d{4}\b)?|a (?:year|month|week|quarter) (?:earlier|ago|before)|year-on-year|year on year|"
    r"annual(?:ly)?|a year|per year|a day|a week|a month|overnight)\b"
)


_SPAN = lazy(r"\b(?:[Ff]rom|[Bb]etween) ((?:19|20)\d\d) (?:to|and|until|through) ((?:19|20)\d\d)\b")


def _with_spans(sentence: str, near: list[dates.Moment]) -> list[dates.Moment]:
    """Return the dates, two years that are the ends of one span put together."""
    if "rom " not in sentence and "etween " not in sentence:
        return near
    spans = [dates.Moment(m.start(), m.end(), m[0], m[2]) for m in _SPAN.finditer(sentence)]
    if not spans:
        return near
    return spans + [m for m in near if not any(s.start <= m.start < s.end for s in spans)]


@recent
def _spells(sentence: str) -> list[dates.Moment]:
    return [dates.Moment(m.start(), m.end(), m.group(), "") for m in _SPELL.finditer(sentence)]
