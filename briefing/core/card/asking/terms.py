"""The article's own term for an open event: found in the sentence, resolved where a date allows.

A term without a year or a weekday is resolved only from a known publication date, always to the
last day it covers; without one the horizon of the event stands.
"""

from __future__ import annotations

import calendar
import datetime
import re
from typing import NamedTuple

from briefing.core.language.patterns import lazy


class Term(NamedTuple):
    """A time phrase: where it stands in the text, and the phrase; `relative` ones are not "
    "printed."""

    start: int
    end: int
    phrase: str
    relative: bool


_MONTHS = {m.lower(): n for n, m in enumerate(calendar.month_name) if m}
_MONTH = "|".join(m for m in calendar.month_name if m)
_DAYS = {d.lower(): n for n, d in enumerate(calendar.day_name)}
_DAY = "|".join(calendar.day_name)
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4}
_SEASON_END = {"spring": (5, 31), "summer": (8, 31), "autumn": (11, 30), "fall": (11, 30),
               "winter": (2, 28), "christmas": (12, 25), "easter": (4, 20)}  # fmt: skip
_COUNT = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
          "eight": 8, "nine": 9, "ten": 10, "twelve": 12}  # fmt: skip
_LEAD = (
    r"(?:(?:sometime |some time |possibly |probably |as early as |as soon as )?"
    r"(?:on|by|in|from|before|until|at|during|within|for|after|around|over|as of|"
    r"no later than)\s+)?"
    r"(?:the\s+)?(?:(?:very\s+)?(?:end|start|beginning|middle|close)\s+of\s+(?:the\s+)?|(?:early|"
    r"late|mid)[ -](?:to[ -]late[ -])?)?"
)
_YEAR = r"(?:19|20)\d\d"
_ABSOLUTE = lazy(
    rf"\b{_LEAD}(?:(?:{_DAY}),? )?(?:"
    rf"(?P<d1>[0-3]?\d)(?:st|nd|rd|th)?(?: of)? (?P<m1>{_MONTH})(?:,? (?P<y1>{_YEAR}))?"
    rf"|(?P<m2>{_MONTH})\.? (?P<d2>[0-3]?\d)(?:st|nd|rd|th)?(?!\d|%)(?:,? (?P<y2>{_YEAR}))?"
    rf"|(?P<m3>{_MONTH})(?:,? (?:of )?(?P<y3>{_YEAR}))?"
    rf"|(?P<n>first|second|third|fourth|final)[ -](?P<q>quarter|"
    rf"half)(?: (?:of )?(?:the )?(?:fiscal |financial )?"
    rf"(?:year )?(?P<y4>{_YEAR})| of the (?:fiscal |financial )?year| of (?P<rel>next|this) year)?"
    rf"|(?P<s>spring|summer|autumn|fall|winter|Christmas|Easter)(?: of)?(?: (?P<y5>{_YEAR}))?"
    rf"|(?P<y6>{_YEAR})"
    r")\b(?! (?:results|figures|sales|profits?|earnings|quarter|season|collection|holiday))"
)
_RELATIVE = lazy(
    rf"\b{_LEAD}(?:"
    r"(?:later |earlier |sometime |some time )?(?P<which>next|this|coming|current|"
    r"following)\s+(?:(?:few|couple of|two|three|five|ten|\d+|fiscal|financial)\s+)?"
    rf"(?P<unit>weeks?|months?|years?|quarters?|summer|winter|spring|autumn|fall|weekend|season|"
    rf"decade|{_DAY}|{_MONTH}|morning|evening|afternoon)"
    r"|(?P<word>tomorrow|today|tonight)"
    rf"|(?P<day>{_DAY})(?: (?:morning|evening|afternoon|night))?"
    r"|later in the (?P<later>year|day|month|week)"
    r"|(?P<count>a|one|two|three|four|five|six|seven|eight|nine|ten|twelve|\d+)[ -](?P<of>days?|"
    r"weeks?|months?|years?)(?: or so| time)?(?=$|[ ,.])"
    r"|(?P<yearend>(?:financial |fiscal |calendar )?year|(?:the )?month|(?:the )?week)(?=$|[ ,.]))"
)
_VAGUE = lazy(
    r"\b(?:soon|shortly|eventually|at some point|in due course|in the (?:near|foreseeable) future|"
    r"in time|over time|(?:(?:in|over|during|within|for) )?the (?:coming|next|following) (?:few |"
    r"couple of |several )?(?:days|weeks|months|years)|"
    r"the (?:following )?(?:day|week|month|year) (?:after|before)(?! [a-z])|the following (?:day|"
    r"week|month|year))\b"
)


def find(text: str) -> list[Term]:
    """Return the time phrases of a predicate, left to right, none inside another."""
    out: list[Term] = []
    for m in _ABSOLUTE.finditer(text):
        bare = m.group()
        if re.search(r"\b(?:next|this|last|coming|previous) $", text[: m.start()]):
            continue
        if m.group("y6") and not re.match(r"(?:by|in|before|until|from|during|at|the|end)\b", bare):
            continue
        if m.group("s") and not re.match(r"(?:by|in|this|before|during|until|from|at|for)\b", bare):
            continue
        if m.group("y6") and re.search(r"\b(?:in|at|for|during|from) the \d{4}$", bare):
            continue
        if m.group("m3") and re.match(r" [A-Z][a-z]", text[m.end() :]):
            continue
        if (m.group("m3") and bare in ("May", "March")) or re.match(r"(?:for|over) ", bare):
            continue
        out.append(Term(m.start(), m.end(), bare, relative=m.group("rel") is not None))
    for pattern in (_RELATIVE, _VAGUE):
        for m in pattern.finditer(text):
            if pattern is _RELATIVE and (not _deictic(m) or _describes(m, text)):
                continue
            if all(m.end() <= t.start or m.start() >= t.end for t in out):
                out.append(Term(m.start(), m.end(), m.group(), relative=True))
    return sorted(out)


# what may follow a day that stands for itself
_FREE = lazy(
    r"\W*$|\W*[^a-z\s]|\s*(?:to|in|at|for|from|by|with|and|or|as|after|before|if|when|on|of|"
    r"that|which|but|while|because|under|through|over|until|its|the|a|an|\w+ing)\b"
)


def _describes(m: re.Match[str], text: str) -> bool:
    """Say whether a bare day belongs to the noun after it: "end Saturday publication"."""
    return m.group() == m.group("day") and not _FREE.match(text[m.end() :])


def _deictic(m: re.Match[str]) -> bool:
    if m.group("count"):
        return re.match(r"(?:with)?in ", m.group()) is not None
    if m.group("yearend"):
        return re.search(r"\b(?:end|start|beginning|middle|close) of ", m.group()) is not None
    return True


def resolve(phrase: str, published: str | None) -> str | None:
    """Return the last ISO day of a phrase, counted from an ISO date; None when it cannot be "
    "known."""
    start = datetime.date.fromisoformat(published[:10]) if published else None
    found = None
    if m := _ABSOLUTE.search(phrase):
        found = _absolute(m, start)
    elif (m := _RELATIVE.search(phrase)) and start:
        found = _relative(m, start)
    if found is None or (start and found < start):
        return None
    return found.isoformat()


def _absolute(m: re.Match[str], start: datetime.date | None) -> datetime.date | None:
    given = next((m.group(y) for y in ("y1", "y2", "y3", "y4", "y5", "y6") if m.group(y)), None)
    if given is None and start is None:
        return None
    year = int(given) if given else (start.year if start else 0)
    month = m.group("m1") or m.group("m2") or m.group("m3")
    ending = re.search(r"\b(?:start|beginning) of|early", m.group())
    if month:
        number = _MONTHS[month.lower()]
        printed = m.group("d1") or m.group("d2")
        day = int(printed) if printed else (10 if ending else _last(year, number))
        found = _day(year, number, day)
    elif m.group("q"):
        per_year = 4 if m.group("q") == "quarter" else 2
        number = 12 // per_year * min(_NTH[m.group("n")], per_year)
        if m.group("rel") == "next" and start:
            return _day(start.year + 1, number, _last(start.year + 1, number))
        found = _day(year, number, _last(year, number))
    elif m.group("s"):
        found = _day(year, *_SEASON_END[m.group("s").lower()])
    else:
        return _day(year, *((3, 31) if ending else (12, 31)))
    if given is None and found and start and found < start:
        found = _day(year + 1, found.month, min(found.day, _last(year + 1, found.month)))
    return found


def _relative(m: re.Match[str], start: datetime.date) -> datetime.date | None:
    if m.group("word"):
        return start + datetime.timedelta(days=m.group("word") == "tomorrow")
    if m.group("count"):
        printed = m.group("count")
        number = int(printed) if printed.isdigit() else _COUNT[printed]
        unit = m.group("of").rstrip("s")
        return start + datetime.timedelta(
            days=number * {"day": 1, "week": 7, "month": 30, "year": 365}[unit]
        )
    if m.group("later") or m.group("yearend"):
        return _end_of((m.group("later") or m.group("yearend")).split()[-1], start, 0)
    unit = (m.group("day") or m.group("unit")).lower()
    following = m.group("which") in ("next", "coming", "following")
    if unit in _DAYS:
        ahead = (_DAYS[unit] - start.weekday()) % 7
        return start + datetime.timedelta(days=ahead or (7 if following else 0))
    if unit in _MONTHS:
        year = start.year + (_MONTHS[unit] < start.month)
        return _day(year, _MONTHS[unit], _last(year, _MONTHS[unit]))
    if unit in _SEASON_END:
        month, day = _SEASON_END[unit]
        year = start.year + ((month, day) < (start.month, start.day))
        return _day(year, month, day)
    return _end_of(unit.rstrip("s"), start, 1 if following else 0)


def _end_of(unit: str, start: datetime.date, ahead: int) -> datetime.date | None:
    if unit == "week":
        return start + datetime.timedelta(days=6 - start.weekday() + 7 * ahead)
    if unit == "month":
        month = (start.month - 1 + ahead) % 12 + 1
        year = start.year + (start.month - 1 + ahead) // 12
        return _day(year, month, _last(year, month))
    if unit == "quarter":
        quarter = (start.month - 1) // 3 + ahead
        year, month = start.year + quarter // 4, quarter % 4 * 3 + 3
        return _day(year, month, _last(year, month))
    if unit == "year":
        return _day(start.year + ahead, 12, 31)
    if unit in ("day", "morning", "evening", "afternoon"):
        return start + datetime.timedelta(days=ahead)
    return None


def _last(year: int, month: int) -> int:
    return calendar.monthrange(max(1, year), month)[1]


def _day(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


_FISCAL = lazy(r"\bfiscal (?:year )?(?P<year>(?:19|20)\d\d)\b")


def fiscal_end(text: str, start: str) -> str | None:
    """Return the latest end of a fiscal year named in a text, a month into the next, if to come."""
    m = _FISCAL.search(text) if "fiscal" in text else None
    found = f"{int(m['year']) + 1}-01-31" if m else None
    return found if found and found > start[:10] else None
