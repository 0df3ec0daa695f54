"""Find dates and periods: absolute, fiscal and relative; never resolves what is not known.

Normal forms: `2018-01-26`, `2018-01`, `2018`, `--01-26` (no year), `Q3`, `FY2026-Q3`, `2024-H1`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing.core.language.patterns import lazy, matches
from briefing.core.language.recent import recent

_MONTHS: dict[str, int] = {}
for _names in (
    "january february march april may june july august september october november december",
    "jan feb mar apr _ jun jul aug sep oct nov dec",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
):
    _MONTHS |= {name: n for n, name in enumerate(_names.split(), 1)}
_MONTHS["sept"] = 9
_QUARTERS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4,
    "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
    "erste": 1, "ersten": 1, "zweite": 2, "zweiten": 2, "dritte": 3, "dritten": 3,
    "vierte": 4, "vierten": 4, "premier": 1, "deuxième": 2, "troisième": 3, "quatrième": 4,
    "primer": 1, "segundo": 2, "tercer": 3, "cuarto": 4,
    "第一": 1, "第二": 2, "第三": 3, "第四": 4,
}  # fmt: skip
_MONTH = "|".join(sorted((m for m in _MONTHS if m != "_"), key=len, reverse=True))
_YEAR = r"(?:19|20)\d\d"
_ORD = r"(?:st|nd|rd|th|\.|er|º)?"
_NTH = "|".join(sorted(_QUARTERS, key=len, reverse=True))
_FY = r"(?:FY|fiscal(?: year)?|financial year|Geschäftsjahr(?:s)?)[ -]?['’]?"
_DATE = lazy(
    rf"(?<![A-Za-zÀ-ÿ])(?:(?P<iso>\b{_YEAR}-[01]\d(?:-[0-3]\d)?\b)"
    r"|(?P<time>\b[0-2]?\d(?:[.:][0-5]\d)? ?(?:am|pm|a\.m\.|p\.m\.))"
    rf"|(?P<dmyn>\b[0-3]?\d\.[01]?\d\.{_YEAR}\b)"
    rf"|(?P<cjk>(?:{_YEAR}年)?[01]?\d月(?:[0-3]?\d[日号])?)"
    rf"|(?P<dmy>\b[0-3]?\d{_ORD}(?: of| de)? (?P<m1>{_MONTH})\b\.?(?:,? (?:de "
    rf")?(?P<y1>{_YEAR})\b)?)"
    rf"|(?P<mdy>\b(?P<m2>{_MONTH})\b\.? (?P<d2>[0-3]?\d)(?:st|nd|rd|th)?\b(?![.,]?\d|%)"
    rf"(?:,? (?P<y2>{_YEAR})\b)?)"
    rf"|(?P<my>\b(?P<m3>{_MONTH})\b\.?,?(?: of| de)? (?P<y3>{_YEAR})\b)"
    rf"|(?P<q>\b(?P<qh>Q[1-4]|H[12]|[1-4]Q|[12]H)(?:[ -]?(?:of )?(?:{_FY}(?P<fy1>{_YEAR}|\d\d)\b|"
    rf"['’]?(?P<y4>{_YEAR}|\d\d)\b))?"
    rf"(?!\w))"
    rf"|(?P<fq>\b{_FY}(?P<fy2>{_YEAR}|\d\d)\b[ -]?(?P<qh2>Q[1-4]|H[12])?(?!\w))"
    rf"|(?P<nth>(?:\b|(?<=年))(?P<n5>{_NTH})[ -]?(?P<qw>(?:fiscal )?quarter|half(?! (?:of the "
    rf")?(?:price|"
    rf"the))|Quartal|Halbjahr|"
    rf"trimestre|semestre|季度)(?:(?: of)?(?: the)?(?: year| fiscal)?(?: de)? "
    rf"(?P<y5>{_YEAR})\b)?))",
    re.I,
)
_FIRST = frozenset(
    (*_MONTHS, *_QUARTERS, *"q h fy fiscal financial geschäftsjahr geschäftsjahrs".split())
)
_HINT = lazy(r"\d|quarter|half|quartal|halbjahr|trimestre|semestre|季度", re.I)
_RELATIVE = lazy(
    r"\b(?:(?:last|this|next|past|previous|coming)(?: fiscal| financial)? "
    rf"(?:year|month|week|quarter|summer|winter|autumn|fall|spring|night|{_MONTH}|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
    r"|yesterday|today|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|(?:\d+|a|one|two|three|four|five|six|seven|eight|nine|ten) (?:day|week|month|year)s? ago"
    r"|earlier this (?:year|month|week)|later this (?:year|month|week))\b",
    re.I,
)


class Moment(NamedTuple):
    """A date or period at `[start, end)` with its normal form."""

    start: int
    end: int
    text: str
    norm: str


@recent
def find(text: str) -> list[Moment]:
    """Return the absolute and fiscal dates of a text in order; bare years are left to figures."""
    found: list[Moment] = []
    if not _HINT.search(text):
        return found
    for m in _DATE.finditer(text) if "第" in text else matches(_DATE, text, _FIRST):
        if norm := _norm(m):
            found.append(Moment(m.start(), m.end(), m.group(), norm))
    return found


@recent
def relative(text: str) -> list[Moment]:
    """Return the expressions whose date depends on the day of publication ("last month")."""
    return [
        Moment(m.start(), m.end(), m.group(), m.group().lower())
        for m in _RELATIVE.finditer(text)
        if not _LOOKALIKE.search(m.group()) and not _is_name(text, m)
    ]


_LOOKALIKE = lazy(r"\b(?:may|mar|mars)$")  # "this may be": no month has a small letter
_SHOPPING = lazy(r"\b(?:Black|Good|Cyber|Super) $")
_FALLS = lazy(r" (?:in|of|was|is|has)\b")


def _is_name(text: str, m: re.Match[str]) -> bool:
    """Say whether it is part of a name, "Furniture Today", or no time, "this fall in sales"."""
    if m.group().endswith("fall"):
        return _FALLS.match(text, m.end()) is not None
    if m.group().endswith("day") and _SHOPPING.search(text, max(0, m.start() - 7), m.start()):
        return True
    inside = m.group() in ("Today", "Tomorrow")
    return inside and re.search(r"\w['’]?s? $", text[: m.start()]) is not None


def _norm(m: re.Match[str]) -> str | None:
    if m["iso"]:
        return m["iso"]
    if m["time"]:
        return "T" + re.sub(r"[ .]", "", m["time"].replace(":", "")).lower()
    if m["dmyn"]:
        day, month, year = m["dmyn"].split(".")
        return _day(year, int(month), int(day))
    if m["cjk"]:
        year, month, day = (
            re.findall(pattern, m["cjk"]) for pattern in (r"(\d{4})年", r"(\d+)月", r"(\d+)[日号]")
        )
        return _day(year[0] if year else None, int(month[0]), int(day[0]) if day else None)
    if m["dmy"]:
        return _day(m["y1"], _MONTHS[m["m1"].lower()], int(re.match(r"\d+", m["dmy"])[0]))  # type: ignore[index]
    if m["mdy"]:
        return _day(m["y2"], _MONTHS[m["m2"].lower()], int(m["d2"])) if _is_month(m["m2"]) else None
    if m["my"]:
        return f"{m['y3']}-{_MONTHS[m['m3'].lower()]:02d}"
    return _period(m)


def _is_month(word: str) -> bool:
    return word[:1].isupper() or word.lower() not in ("may", "mar", "march", "mars")


def _day(year: str | None, month: int, day: int | None) -> str | None:
    if not 1 <= month <= 12 or (day is not None and not 1 <= day <= 31):
        return None
    head = f"{year}-{month:02d}" if year else f"--{month:02d}"
    return head if day is None else f"{head}-{day:02d}"


def _period(m: re.Match[str]) -> str | None:
    if m["q"]:
        part = m["qh"].upper()
        part = part[::-1] if part[0].isdigit() else part
        year = m["y4"]
    elif m["fq"]:
        part, year = (m["qh2"] or "").upper(), None
    else:
        half = re.match(r"half|halb|semestre", m["qw"], re.I)
        part = f"{'H' if half else 'Q'}{_QUARTERS[m['n5'].lower()]}"
        if half and part not in ("H1", "H2"):
            return None
        year = m["y5"]
    fiscal = m["fy1"] or m["fy2"]
    if full := fiscal or year:
        full = full if len(full) == 4 else f"20{full}"
        head = f"FY{full}" if fiscal else full
        return f"{head}-{part}" if part else head
    return part or None
