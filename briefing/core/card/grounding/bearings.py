"""What a figure is of, compared to, and a piece of: "58% of the goods", "from October", "a dozen".

Each reads the few words round the figure, in the claim and where the source prints it (English).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.core.card.grounding import measures, words
from briefing.core.card.grounding.fault import Fault
from briefing.core.card.grounding.source import Row
from briefing.core.language.figures import Quantity
from briefing.core.language.patterns import lazy

_PER = lazy(
    r"^[\w ]{0,12}?(?:\b(?:an?|per|each|every|the)[ -](?:[A-Z]\w+ )?|/)"
    r"(hour|day|week|month|quarter|year|share|dozen|kilo|kilogram|kg|pound|lb|litre|liter|gallon|"
    r"tonne|ton|barrel|unit|piece|item|order|visit|household|customer|store|square foot|"
    r"square metre|annum)\b|^[\w ]{0,12}?\b(annually|monthly|weekly|daily|hourly|yearly|each|"
    r"apiece)\b"
)
_EACH = lazy(r"^ (?:an?|per) ([a-z]{3,})\b(?<!year)(?<!day)(?<!week)(?<!month)(?<!more)(?<!total)")
_SAME = {"annum": "year", "annually": "year", "yearly": "year", "monthly": "month",
         "weekly": "week", "daily": "day", "hourly": "hour", "kilo": "kg", "kilogram": "kg",
         "apiece": "each", "unit": "each", "piece": "each", "item": "each"}  # fmt: skip
_OF = lazy(
    r"^\s*of (?:all |total |its |their |the |his |her |these |those |\w+(?:'s|s') )*"
    r"(?:[\d.,]+ (?:million |billion )?)?((?:[\w-]+ ?){1,3})"
)
_OWNED = lazy(r"^\s*of (?P<name>[A-Z][\w&-]*)(?:'s|s') ")
_OWN = lazy(r"^\s*of (?:its|their|his|her) ")
_BASES: tuple[tuple[str, str], ...] = (
    (
        "year",
        r"(?:a|one) year (?:ago|earlier|before|previously)|year[- ](?:on|over)[- ]year|"
        r"the (?:year before|previous year|prior year|same (?:period|month|quarter)[\w ]{0,12}"
        r"(?:last year|a year))|on the year|year-earlier|"
        r"(?:from|than|with|on|over|against) last year",
    ),
    (
        "month",
        r"month[- ](?:on|over)[- ]month|on the month|(?:a|one) month (?:ago|earlier|before)|"
        r"(?:the )?(?:previous|prior) month|(?:from|than|over) (?:January|February|March|"
        r"April|May|June|July|August|September|October|November|December)\b(?! last year)",
    ),
    (
        "quarter",
        r"quarter[- ](?:on|over)[- ]quarter|(?:the )?(?:previous|prior) quarter|"
        r"(?:from|than|on|with) the (?:first|second|third|fourth) quarter",
    ),
)  # fmt: skip
_BASE = lazy("|".join(rf"(?P<{name}>{pattern})" for name, pattern in _BASES), re.I)
_COMPARED = lazy(
    r"\b(?:from|than|compared|versus|against|on (?:the )?(?:month|year)|-on-|-over-|earlier|ago|"
    r"before|previous|prior)\b"
)
_CUT = lazy(r"[;:()]|,(?!\d)| while | whereas | but | and ")
_FEET = lazy(r"\b(?:foot|feet|ft)\b")
_AREA = lazy(r"\b(?:square|sq)\b")


def check(claim: Row, figure: Quantity, source: Row, other: Quantity) -> Iterator[Fault]:
    """Yield what the claim ties a figure to and its sentence in the source does not."""
    yield from _rate(claim, figure, source, other)
    yield from _whole(claim, figure, source, other)
    yield from _based(claim, figure, source, other)
    yield from _system(figure, other)
    yield from _piece(claim, figure, source, other)
    yield from _hard(claim, figure, source, other)


_WHOLE = lazy(r"\b(?:of|from) (?:its|their|the|a total of|all|his|her)(?: total of)? $")
_TOTAL = lazy(
    r"\b(?:total|has|have|had|employ\w*|runs?|operat\w+|workforce|out of|all|owns?|with|its|of)\b"
)
_HARD = frozenset(("profit", "net profit", "operating profit", "gross profit", "loss", "dividend"))
_A_SHARE = lazy(r"\bper (?:\w+ )?share\b|\ba share\b", re.I)
_EARNED = lazy(
    r"\b(?:earn\w*|los[te]\w*|loss\w*|profit\w*|black|red|break|income|deficit|pay\w*)\b", re.I
)


def _piece(claim: Row, figure: Quantity, source: Row, other: Quantity) -> Iterator[Fault]:
    """ "1,200 of its 9,500 jobs": the whole is not the piece."""
    if figure.kind != "count" or not _WHOLE.search(source.text[: other.start]):
        return
    pieces = [q for q in source.figures if q.kind == "count" and q.end <= other.start]
    if not pieces or other.start - pieces[-1].end > 25:
        return
    if not _TOTAL.search(claim.text[max(0, figure.start - 30) : figure.start].lower()):
        yield Fault("FIGURES_CROSSED", f"{figure.text} is the whole of which the source says it")


def _hard(claim: Row, figure: Quantity, source: Row, other: Quantity) -> Iterator[Fault]:
    """A profit, loss or dividend is called so in the sentence the figure stands in."""
    if figure.kind != "money" or _EARNED.search(source.text) or _A_SHARE.search(claim.text):
        return
    ours = measures.of(claim, figure, both=True)
    if ours in _HARD and measures.of(source, other) is None:
        yield Fault("MEASURE_CHANGED", f"{figure.text}: the source does not call it {ours}")


def _rate(claim: Row, figure: Quantity, source: Row, other: Quantity) -> Iterator[Fault]:
    ours, theirs = _PER.match(claim.text[figure.end :]), _PER.match(source.text[other.end :])
    if figure.kind == "money" and not (ours and theirs):
        mine, other_ = _EACH.match(claim.text[figure.end :]), _EACH.match(source.text[other.end :])
        if mine and other_ and words.key(mine[1]) != words.key(other_[1]):
            yield Fault("UNIT_CHANGED", f"{figure.text} ({mine[1]}): the source says ({other_[1]})")
    if not ours or not theirs or figure.kind not in ("money", "count"):
        return
    a, b = ours[1] or ours[2], theirs[1] or theirs[2]
    if _SAME.get(a, a) != _SAME.get(b, b):
        yield Fault("UNIT_CHANGED", f"{figure.text} ({a}): the source says ({b})")


def _whole(claim: Row, figure: Quantity, source: Row, other: Quantity) -> Iterator[Fault]:
    """A share keeps its whole: 58% of the goods is not 58% of the profit."""
    if figure.kind not in ("percent", "ratio") or other.kind not in ("percent", "ratio"):
        return
    owner = _OWNED.match(claim.text[figure.end :])
    said = _OWN.match(source.text[other.end :]) and " said " in source.text and not source.meant
    if owner and said and owner["name"] not in source.text:
        yield Fault("MEASURE_CHANGED", f"{figure.text} of {owner['name']}'s: not in the source")
    ours, theirs = _OF.match(claim.text[figure.end :]), _OF.match(source.text[other.end :])
    if not ours or not theirs:
        return
    a, b = _things(ours[1]), _things(theirs[1])
    if not a or not b or {w for w, _ in a} & source.keys:
        return
    if not {k for _, k in a} & {k for _, k in b}:
        yield Fault(
            "MEASURE_CHANGED", f"{figure.text} of {ours[1].strip()}: the source says of {theirs[1]}"
        )


def _things(phrase: str) -> set[tuple[str, str]]:
    """Return the known things of a phrase: (key, kind)."""
    found = set()
    for word in phrase.lower().split():
        if measure := measures.name(word):
            found.add((words.key(word), measure))
        found |= {(words.key(word), str(kind)) for kind in words.unit(word)}
    return found


def _based(claim: Row, figure: Quantity, source: Row, other: Quantity) -> Iterator[Fault]:
    """A change keeps what it is measured from: the month before is not the year before."""
    if figure.kind not in ("percent", "points"):
        return
    ours, theirs = _bases(claim, figure), _bases(source, other)
    if ours and theirs and not ours & theirs:
        yield Fault(
            "COMPARISON_CHANGED", f"{figure.text} by the {min(ours)}: the source, {min(theirs)}"
        )


def _bases(row: Row, figure: Quantity) -> set[str]:
    left = max((m.end() for m in _CUT.finditer(row.text, 0, figure.start)), default=0)
    stop = _CUT.search(row.text, figure.end)
    near = row.text[left : stop.start() if stop else len(row.text)]
    if not _COMPARED.search(near):
        return set()
    return {str(m.lastgroup) for m in _BASE.finditer(near)}


def _system(figure: Quantity, other: Quantity) -> Iterator[Fault]:
    """Square metres are not square feet."""
    one, two = (figure.unit or "").lower(), (other.unit or "").lower()
    if (
        _AREA.search(one)
        and _AREA.search(two)
        and bool(_FEET.search(one)) != bool(_FEET.search(two))
    ):
        yield Fault("UNIT_CHANGED", f"{figure.text} {one}: the source says {two}")
