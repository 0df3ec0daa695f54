"""What a figure is as a value, the unit behind it, and two ends of a range joined to one."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from briefing.core.language import figures_words as words_of
from briefing.core.language import text
from briefing.core.language.lexicon import STOPWORDS
from briefing.core.language.patterns import lazy

_RANGE = lazy(r"\s?(?:-|–|—|to|bis|à|a|至|到|~)\s?", re.I)
# "rose from 3 to 5" has two figures, "prices range from 3 to 5" one range
_FROM = lazy(
    r"(?<!range )(?<!ranges )(?<!ranged )(?<!ranging )(?<!rates )(?<!prices )(?<!priced )"
    r"(?<!fees )(?<!anywhere )(?<!vary )(?<!varies )(?:from|von|de) \Z"
)
_SCALED = lazy(r"\d[\s-]?([^\W\d_]+)")  # "14 million", not "5,000"
_UNIT = lazy(r"[\s-]([^\W\d_][\w'’-]*(?: [^\W\d_][\w'’-]*){0,2})")
_MOVED = lazy(
    r"\b(?:rose|fell|dropped|slipped|climbed|jumped|declined|increased|decreased|grew|gained|eased|"
    r"(?:edged|ticked|inched|crept) (?:up|down|higher|lower))(?: by)? $"
)
# "added up to 300", "brings the order book up to 225": a total, and no most
LED = lazy(
    r"\b(?:add(?:s|ed)?|(?:br(?:ings?|ought)|tak(?:es?|ing)|took) (?:the|its|their) "
    r"(?:[^\W\d]\S* ){0,3}[^\W\d]\S*) (?<! of )(?<! by )\Z"
)
Kind = Literal["money", "percent", "points", "count", "ordinal", "year", "date", "ratio"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A figure at `[start, end)`, its hedge and currency included. `norm` is a date's normal form.

    `hedged` is approx, lower or upper. `value` of basis points is in points; of "two-thirds" 0.667.
    """

    start: int
    end: int
    text: str
    kind: Kind
    value: Decimal | None = None
    high: Decimal | None = None
    currency: str | None = None
    hedge: str | None = None
    hedged: Literal["approx", "lower", "upper"] | None = None
    unit: str | None = None
    norm: str | None = None


def ranges(source: str, found: list[Quantity]) -> list[Quantity]:
    """Join the two ends of a range: "$12 million to $14 million", "10-15%"."""
    out: list[Quantity] = []
    for q in found:
        if out and (joined := _joined(source, out[-1], q)):
            out[-1] = joined
        else:
            out.append(q)
    return out


def _joined(source: str, a: Quantity, b: Quantity) -> Quantity | None:
    between, before = source[a.end : b.start], source[max(0, a.start - 24) : a.start].lower()
    if a.high is not None or a.value is None or b.value is None or len(between) > 6:
        return None
    leap = a.kind == "percent" and 0 < a.value * 8 < b.value
    leap = leap or (before.endswith("by ") and 0 < a.value * 3 < b.value and a.kind == b.kind)
    if "to" in between and (leap or _MOVED.search(before)):
        return None  # "edged up 0.1% to 4.7%": a change and where it led
    low, top = a.value, b.value
    both = before.endswith("between ") and between.strip() in ("and", "to", "-", "–")
    if not both and (not _RANGE.fullmatch(between) or _FROM.search(before)):
        return None
    if a.kind == "money" and b.kind == "count" and not b.unit and low < top:
        b = replace(b, kind="money")  # "$12-14 million"
    bare = a.kind == "count" and b.kind in ("percent", "points", "money") and a.unit is None
    if not bare and (a.kind != b.kind or (a.currency and b.currency and a.currency != b.currency)):
        return None
    if b.kind in ("money", "count") and low < 1000 <= top and (scaled := _SCALED.search(b.text)):
        known = words_of.SCALES.get(scaled[1].lower())
        low *= known or 10 ** (3 * ((len(str(int(top))) - 1) // 3))
    if low >= top:
        return None
    start = a.start - len("between ") if both else a.start
    return replace(
        b,
        start=start,
        text=source[start : b.end],
        value=low,
        high=top,
        currency=a.currency or b.currency,
        hedge=b.hedge or a.hedge,
        hedged=b.hedged or a.hedged,
    )


def unit_after(source: str, end: int) -> str | None:
    """Return the noun counted, as printed right behind a number, or None."""
    following = source[end : end + 60]
    if text.has_cjk(following[:2]):
        m = re.match(r"\s?(?:多|余)?([个家名人店年月天次種社店舗件台万]{1,2})", following)
        return m[1] if m else None
    m = _UNIT.match(following)
    if not m:
        return None
    kept: list[str] = []
    for word in m[1].split():
        if word.lower() in STOPWORDS or (kept and re.search(r"(?:ed|ing)$", word)):
            break
        kept.append(word)
        if word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "'s", "’s")):
            break
    return " ".join(kept) or None
