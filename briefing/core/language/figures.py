"""Find the quantities of a text: money, shares, counts, ranks, dates, with hedge and unit.

Refuses to guess: a currency or unit that is not printed is None. Linear in the text's length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from briefing.core.language import dates, figures_beside, text
from briefing.core.language import figures_currencies as currencies
from briefing.core.language import figures_words as words_of
from briefing.core.language.figures_parse import any_of, bounded, decimal, spelled, style
from briefing.core.language.figures_ranges import LED, Kind, Quantity, ranges, unit_after
from briefing.core.language.lexicon import STOPWORDS
from briefing.core.language.patterns import lazy, starts
from briefing.core.language.recent import recent

__all__ = ["Kind", "Quantity", "quantities"]

_WORD = "|".join((*words_of.TENS, *words_of.ONES, *words_of.NUMERALS))
_NUMBER = lazy(
    r"(?P<digits>\d{1,3}(?: \d{3})+(?= [a-zé]{4})|"
    r"\d{1,30}(?:[.,'’\u00a0\u202f]\d{1,30})*)(?P<ord>(?:st|nd|rd|th)\b)?"
    rf"|\b(?P<frac>(?:one|two|three|four|a|an)[ -](?:{'|'.join(words_of.FRACTIONS)})s?)\b"
    rf"|\b(?P<half>half|a quarter|zwei Drittel|la moitié|la mitad)\b"
    rf"|(?<![-‑\w])(?P<words>(?:{_WORD})(?:[- ](?:{'|'.join(words_of.ONES)}))?|a (?=hundred|"
    rf"dozen|thousand"
    rf"|million|billion)|several (?=hundred|thousand|million)|dozens|hundreds|thousands)\b"
    rf"|\b(?P<rank>{'|'.join(words_of.ORDINALS)})\b",
    re.I,
)
_FIRST = frozenset(
    f"{' '.join((*words_of.TENS, *words_of.ONES, *words_of.NUMERALS, *words_of.ORDINALS))} a an la "
    "half zwei several dozens hundreds thousands".split()
)
_SCALE = lazy(rf"\+?[\s-]?({bounded(words_of.SCALES)})\.?", re.I)
_SHARE = lazy(
    rf"[\s-]?(?:(?P<bp>{bounded(words_of.BASIS_POINTS)})|(?P<pp>{bounded(words_of.POINTS)})"
    rf"|(?P<pct>{bounded(words_of.PERCENTS)})(?P<pp2>[ -]points?\b)?)",
    re.I,
)
_HEDGE = lazy(
    rf"(?<![A-Za-zÀ-ÿ])({any_of(words_of.HEDGES)})\s?(?:an? |(?<!about )(?<!over )(?<!under )the |"
    rf"der |die )?\Z",
    re.I,
)
_HEDGE_AFTER = lazy(  # "$82bn plus interest" is no hedge, "$82bn plus" and "$82bn-plus" are
    rf"\s?(?!plus\s+(?:(?!in\b|of\b)\w|[$£€¥]))({bounded(words_of.HEDGES_AFTER)})(?!\w)|"
    r"([多余])|-(plus)\b",
    re.I,
)
_FLOATING = lazy(rf"\b({'|'.join(words_of.FLOATING)})\b[^,;:()\d]{{1,70}}\Z", re.I)
_IN = lazy(r"(?:out )?(?:of|in)(?: every)? (?P<of>\d{1,4}|[a-z]+)\b", re.I)
_HALF_A = lazy(r" an?(?= (?:million|billion|trillion)\b)", re.I)
_NAME_DIGIT = lazy(r"[-‑]?[A-Z]|[-‑](?:[A-Z]|in-\d)")
_TIME_UNITS = frozenset("year years month months week weeks day days hour hours minutes".split())


@recent
def quantities(source: str) -> list[Quantity]:
    """Return the figures of a text in order, ranges as one. Offsets are into `source`."""
    moments = dates.find(source)
    found = [
        Quantity(
            start=m.start,
            end=m.end,
            text=source[m.start : m.end],
            kind="year" if re.fullmatch(r"\d{4}", m.norm) else "date",
            value=Decimal(m.norm) if re.fullmatch(r"\d{4}", m.norm) else None,
            norm=m.norm,
        )
        for m in moments
    ]
    found += _numbers(source, moments)
    found.sort(key=lambda q: q.start)
    return ranges(source, found)


def _numbers(source: str, moments: list[dates.Moment]) -> Iterator[Quantity]:
    taken = iter(moments)
    moment = next(taken, None)
    position = 0
    for start in starts(source, _FIRST):
        if start < position or not (m := _NUMBER.match(source, start)):
            continue
        position = m.end()
        while moment and moment.end <= m.start():
            moment = next(taken, None)
        if moment and moment.start < m.end():
            position = max(position, moment.end)
            continue
        quantity = _read(source, m)
        if quantity is not None:
            position = max(position, quantity.end)
            yield quantity


def _read(source: str, m: re.Match[str]) -> Quantity | None:
    if m["digits"] is None:
        return _read_words(source, m)
    start, end = m.span()
    before = source[max(0, start - 20) : start]
    money = currencies.before(source, start)
    if not money and re.search(r"[A-Za-z_][-.]?\Z|[\d/:#.]\Z", before):
        return None  # part of a name or code: G20, B2B, Covid-19
    if not money and _NAME_DIGIT.match(source, end) and not _SCALE.match(source, end):
        return None  # 7-Eleven, 3M
    if not money and figures_beside.in_name(source, start, end):
        return None
    value = decimal(m["digits"], style(source))
    if value is None:
        return None
    if m["ord"]:
        return _hedged(source, Quantity(start=start, end=end, text="", kind="ordinal", value=value))
    if money:
        start = money[1]
    if (money or _SHARE.match(source, end)) and figures_beside.minus(source, start):
        start, value = start - 1, -value
    return _finish(source, start, end, value, money[0] if money else None)


def _read_words(source: str, m: re.Match[str]) -> Quantity | None:
    start, end = m.span()
    if m["frac"] or m["half"]:
        return _fraction(source, m)
    if m["rank"]:
        value = Decimal(words_of.ORDINALS[m["rank"].lower()])
        if value == 1 or re.match(r"[- ]hand", source[end : end + 5]):
            return None
        end = figures_beside.past_superlative(source, end)
        return _hedged(source, Quantity(start=start, end=end, text="", kind="ordinal", value=value))
    number = spelled(m["words"])
    if number is None:
        return None
    if m["words"][:1].isupper() and re.search(r"[a-z,] $", source[max(0, start - 2) : start]):
        return None  # a name: the Ford Five Hundred, Channel Four
    if m["words"].lower() == "one":
        if one := _IN.match(source, end + 1):
            parts = spelled(one["of"]) or (Decimal(one["of"]) if one["of"].isdigit() else None)
            if parts and parts > 1 and re.match(r"\s?(?:in|out)", source[end : end + 4]):
                return _hedged(
                    source,
                    Quantity(
                        start=start,
                        end=one.end(),
                        text="",
                        kind="ratio",
                        value=round(Decimal(1) / parts, 3),
                    ),
                )
        if not _SCALE.match(source, end):
            return None
    if re.match(r"-[A-Z]", source[end : end + 2]) or (not number and source[end : end + 1] == "-"):
        return None  # Four-Square, zero-day
    return _finish(source, start, end, number, None)


def _fraction(source: str, m: re.Match[str]) -> Quantity | None:
    printed = m.group().lower().replace("-", " ")
    if source.endswith(("and ", "and-"), 0, m.start()) and printed.startswith("a "):
        return None  # "a cup and a half"
    if many := _HALF_A.match(source, m.end()) if printed == "half" else None:
        return _finish(source, m.start(), many.end(), Decimal("0.5"), None)
    if printed.startswith(("half", "la m")):
        value = Decimal("0.5")
        if re.match(r"[- ](?:year|price|time|hour|term|day)", source[m.end() : m.end() + 6]):
            return None
        if re.search(r"\b(?:first|second|other|latter|next)\s\Z", source[: m.start()][-8:], re.I):
            return None
    elif printed == "zwei drittel":
        value = Decimal("0.667")
    else:
        head, tail = printed.split(" ", 1)
        part = words_of.FRACTIONS[tail if tail in words_of.FRACTIONS else tail.rstrip("s")]
        times = words_of.ONES.get(head, 1)
        if (
            head in ("a", "an")
            and tail in ("third", "tenth", "sixth")
            and not re.match(
                r" of\b|,|\.|\s(?:more|less|higher|lower|since|from|in|on|this|last|after|over|by|"
                r"to|a)\b|$",
                source[m.end() : m.end() + 8],
            )
        ):
            return None  # "a third store"
        value = round(times * part if tail[:5] != "third" else Decimal(times) / 3, 3)
        if tail.startswith("quarter") and re.match(r"-?century", source[m.end() : m.end() + 8]):
            return None
    return _hedged(
        source, Quantity(start=m.start(), end=m.end(), text="", kind="ratio", value=value)
    )


def _finish(
    source: str, start: int, end: int, value: Decimal, currency: str | None
) -> Quantity | None:
    """Read what follows the number: scale, percent sign, currency, unit."""
    half, end = figures_beside.and_half(source, end)
    value += half
    scale = _SCALE.match(source, end)
    if scale and _is_scale(source, scale, end, currency):
        value *= words_of.SCALES[scale[1].lower()]
        end = scale.end(1)
        again = _SCALE.match(source, end)  # "a hundred thousand", "13 lakh crore"
        if again and again[1].lower() not in ("m", "b", "k", "mm", "t"):
            value *= words_of.SCALES[again[1].lower()]
            end = again.end(1)
    if currency is None:
        if share := _SHARE.match(source, end):
            return _share(source, start, value, share)
        if after := currencies.after(source, end, scaled=value >= 1000):
            currency, end = after
        if currency and currency.endswith(("-CENT", "-PENNY")):
            value, currency = value / 100, currency[:3]
        if source.startswith("折", end):
            return None
        if source.startswith("成", end):
            shares = Quantity(start=start, end=end + 1, text="", kind="percent", value=value * 10)
            return _hedged(source, shares)
    if currency is not None:
        code = currency or None
        money = Quantity(start=start, end=end, text="", kind="money", value=value, currency=code)
        return _hedged(source, money)
    return _count(source, start, end, value)


def _is_scale(source: str, scale: re.Match[str], end: int, currency: str | None) -> bool:
    word = scale[1].lower()
    if word == "t":  # "$40T"; "40 t" is a weight
        return scale[1] == "T" and scale.start(1) == end and currency is not None
    if word in ("m", "b", "k", "mm", "cr", "mil"):
        glued = scale.start(1) == end
        return (glued or currency is not None) and not (word == "mm" and currency is None)
    return not (word == "mille" and currency is None)


def _share(source: str, start: int, value: Decimal, share: re.Match[str]) -> Quantity:
    kind: Kind = "percent"
    if share["bp"]:
        kind, value = "points", value / 100
    elif share["pp"] or share["pp2"]:
        kind = "points"
    return _hedged(source, Quantity(start=start, end=share.end(), text="", kind=kind, value=value))


def _count(source: str, start: int, end: int, value: Decimal) -> Quantity | None:
    printed = source[start:end]
    if re.fullmatch(r"(?:19|20)\d\d", printed):
        following = source[end : end + 20]
        alone = re.match(r"\s*(?:[.,;:)!?'’\"”年]|\Z)", following)
        first = re.match(r"s?\s+([\w']+)", following)
        if (
            figures_beside.BEFORE_YEAR.search(source[max(0, start - 10) : start])
            or alone
            or re.match(r"s(?!\w)", following)
            or (first and first[1].lower() in STOPWORDS)
            or text.has_cjk(following[:1])
        ):
            end += 1 if re.match(r"[s年]", following) else 0
            return Quantity(
                start=start, end=end, text=source[start:end], kind="year", value=value, norm=printed
            )
    unit = unit_after(source, end)
    if unit and unit.split()[0] == "ago":
        unit = None
    return _hedged(
        source, Quantity(start=start, end=end, text="", kind="count", value=value, unit=unit)
    )


def _hedged(source: str, q: Quantity) -> Quantity:
    """Return the quantity with the hedge that belongs to it, and its text as printed."""
    window = source[max(0, q.start - 40) : q.start]
    start, end, hedge, side = q.start, q.end, None, None
    if m := _HEDGE.search(window):
        word = m[1].lower()
        timed = (q.unit or "").split(" ")[0].lower() in _TIME_UNITS
        moves = (
            r"\b(?:turn(?:ed|s|ing)?|go|goes|went|gone|going|moved|brought|hand(?:ed|s)?|"
            r"tak(?:e|es|en|ing)|took) \Z"
        )
        turned = word in ("over", "up to") and re.search(moves, window[: m.start()])
        turned = turned or (word == "up to" and LED.search(window[: m.start()]))
        if not turned and not (word in ("over", "under", "some") and timed):
            hedge, side = m[1], words_of.HEDGES[word]
            start -= len(window) - m.start()
    if side is None and (m := _HEDGE_AFTER.match(source, end)):
        hedge = m[1] or m[2] or m[3]
        side, end = words_of.HEDGES_AFTER[hedge.lower()], m.end()
    printed = source[start:end]
    if side is None and "+" in printed:  # "$380+ billion"
        hedge, side = "+", "lower"
    if side is None and (m := _FLOATING.search(source[max(0, start - 90) : start])):
        hedge, side = m[1], words_of.HEDGES[m[1].lower()]
        printed = f"{m[1]} {printed}"
    return replace(q, start=start, end=end, text=printed, hedge=hedge, hedged=side)  # type: ignore[arg-type]
