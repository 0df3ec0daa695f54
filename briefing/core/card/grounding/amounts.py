"""Compare two figures: equal, rounded, another unit, another scale; and derived values."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

from briefing.core.card.grounding import words
from briefing.core.language.figures import Quantity
from briefing.core.language.patterns import lazy

Match = Literal["equal", "rounded", "unit", "currency", "scale", "kind", "none"]
RANK: dict[Match, int] = {
    "equal": 0, "rounded": 1, "unit": 2, "currency": 3, "kind": 4, "scale": 5, "none": 6,
}  # fmt: skip
_DAYS = {
    "hour": Decimal(1) / 24, "day": Decimal(1), "week": Decimal(7), "month": Decimal("30.4"),
    "quarter": Decimal("91.2"), "year": Decimal(365), "decade": Decimal(3650),
}  # fmt: skip
_CLOSE = Decimal("0.005")  # rounding so small that nobody calls it a change


def compare(claim: Quantity, source: Quantity) -> Match:
    """Say how the claim's figure stands to the source's."""
    if claim.value is None or source.value is None:
        return "equal" if claim.norm and claim.norm == source.norm else "none"
    if _duration(claim) and _duration(source):
        return _durations(claim, source)
    a, b = scaled(claim), scaled(source)
    if claim.high is not None or source.high is not None:
        return _ranges(claim, source)
    if a == b or _thirds(claim, source):
        return _same_value(claim, source)
    dated = "year" in (claim.kind, source.kind)
    if a is None or b is None:
        return "none"
    if not dated and _kind(claim) == _kind(source) and _rounds(claim, source, a, b):
        return "rounded" if _same_value(claim, source) == "equal" else "none"
    if a and b and _kind(claim) == _kind(source) and _power(a / b):
        return "scale"
    return "none"


def _thirds(claim: Quantity, source: Quantity) -> bool:
    """Say whether two shares are one and the same but for what decimals cannot write."""
    both = claim.kind == source.kind == "ratio" and claim.value and source.value
    return bool(both) and abs(claim.value - source.value) < Decimal("0.001")  # type: ignore[operator]


def _kind(q: Quantity) -> str:
    if q.kind == "count" and (q.unit or "").lower().split(" ")[0] in ("point", "points"):
        return "points"
    return {"ratio": "percent", "year": "count"}.get(q.kind, q.kind)


def scaled(q: Quantity) -> Decimal | None:
    """Return the value; a ratio as its percentage."""
    if q.value is None:
        return None
    return q.value * 100 if q.kind == "ratio" else q.value


def _same_value(claim: Quantity, source: Quantity) -> Match:
    if claim.kind == "money" or source.kind == "money":
        if {claim.kind, source.kind} & {"ordinal", "year", "date"}:
            return "none"
        if claim.kind != source.kind:
            return "kind" if (claim.kind, source.kind) != ("count", "money") else "equal"
        both = claim.currency and source.currency
        return "currency" if both and claim.currency != source.currency else "equal"
    if "ordinal" in (claim.kind, source.kind) and claim.kind != source.kind:
        return "none"
    if _kind(claim) != _kind(source):
        bare = {claim.kind, source.kind} == {"count", "percent"} and not (
            claim.unit if claim.kind == "count" else source.unit
        )
        return "equal" if bare and claim.kind == "count" else "kind"
    if claim.kind == "count" and source.kind == "count" and not units_agree(claim, source):
        return "unit"
    return "equal"


def units_agree(claim: Quantity, source: Quantity) -> bool:
    """Say whether two counts may count the same: False only for two known, different things."""
    a, b = _units(claim), _units(source)
    return not a or not b or bool(a & b)


def _units(q: Quantity) -> frozenset[int]:
    if not q.unit or q.unit.split(" ")[0] in ("last", "this", "next"):
        return frozenset()
    found = (words.unit(w.lower()) for w in q.unit.split())
    return next((kinds for kinds in found if kinds), frozenset())


def _duration(q: Quantity) -> Decimal | None:
    if q.kind != "count" or not q.unit:
        return None
    return next((_DAYS[u] for w in q.unit.lower().split() if (u := w.rstrip("s")) in _DAYS), None)


def _durations(claim: Quantity, source: Quantity) -> Match:
    one, other = _duration(claim), _duration(source)
    assert one and other and claim.value is not None and source.value is not None
    if one == other:
        return "equal" if claim.value == source.value else "none"
    a, b = claim.value * one, source.value * other
    if abs(a - b) <= Decimal("0.02") * b:
        return "equal"
    return "unit" if claim.value == source.value else "none"


def _ranges(claim: Quantity, source: Quantity) -> Match:
    assert claim.value is not None and source.value is not None
    ends = {claim.value, claim.high or claim.value}
    theirs = {source.value, source.high or source.value}
    if (claim.high is None and ends <= theirs) or ends == theirs:
        return _same_value(claim, source)
    return "none"


_DIGITS = lazy(r"\d[\d.,]*")


def digits(q: Quantity) -> int:
    """Return how many significant digits a figure is printed with."""
    found = _DIGITS.search(q.text)
    if not found:
        return 1
    plain = found[0].replace(".", "").replace(",", "").lstrip("0")
    return len(plain.rstrip("0") if "." not in found[0] else plain) or 1


def _rounds(claim: Quantity, source: Quantity, a: Decimal, b: Decimal) -> bool:
    if not a or not b or a * b < 0 or digits(claim) > digits(source):
        return False  # nobody rounds to more digits
    gap = abs(a - b) / abs(b)
    if gap <= _CLOSE and digits(claim) >= 2:
        return digits(claim) < min(7, digits(source))
    share = claim.kind == "ratio" and claim.hedged  # "nearly three in ten" of 29%
    limit = Decimal("0.025") if digits(claim) == 1 and not share else Decimal("0.05")
    if digits(claim) > 3 or gap > limit:
        return False
    step = Decimal(10) ** (a.adjusted() - digits(claim) + 1)
    return abs(a - b) <= step / 2


def near(claim: Quantity, source: Quantity) -> bool:
    """Say whether rounding is too small to need a hedge."""
    a, b = scaled(claim), scaled(source)
    if a is None or not b:
        return False
    return abs(a - b) / abs(b) <= _CLOSE and digits(claim) >= 2


def _power(ratio: Decimal) -> bool:
    return any(ratio == Decimal(10) ** n for n in (-9, -6, -3, -2, -1, 1, 2, 3, 6, 9))


def derived(claim: Quantity, figures: Iterable[Quantity]) -> str | None:
    """Return the formula by which two source figures give the claim's, or None."""
    if claim.value is None or claim.kind in ("year", "date", "ordinal"):
        return None
    known = [q for q in figures if q.value and q.kind not in ("date", "ordinal")][:40]
    pairs = (
        (a, b)
        for a, b in itertools.permutations(known, 2)
        if a.kind == b.kind
        and (a.currency or b.currency) == (b.currency or a.currency)
        and not (claim.currency and a.currency and claim.currency != a.currency)
    )
    return next((found for a, b in pairs if (found := _formula(claim, a, b))), None)


def _formula(claim: Quantity, a: Quantity, b: Quantity) -> str | None:
    assert a.value and b.value and claim.value is not None
    same = claim.kind == a.kind or (claim.kind == "points" and a.kind == "percent")
    if same and a.value + b.value == claim.value and a.kind != "percent":
        return f"{a.text} + {b.text}"
    if same and a.value - b.value == claim.value:
        return f"{a.text} - {b.text}"
    places = max(0, -int(claim.value.as_tuple().exponent))
    if claim.kind == "percent":
        if round((a.value - b.value) / b.value * 100, places) == claim.value:
            return f"({a.text} - {b.text}) / {b.text}"
        if round((b.value - a.value) / b.value * 100, places) == claim.value:
            return f"({b.text} - {a.text}) / {b.text}"
        if a.kind != "percent" and round(a.value / b.value * 100, places) == claim.value:
            return f"{a.text} / {b.text}"
    if claim.kind == "ratio" and a.value / b.value == claim.value:
        return f"{a.text} / {b.text}"
    if claim.kind in ("ratio", "percent") and claim.hedged and a.value < b.value:
        share, said = a.value / b.value, (scaled(claim) or Decimal(0)) / 100
        if (claim.hedged != "lower") * share <= said <= share * Decimal("1.15"):
            return f"{a.text} / {b.text}"
    if claim.kind == "count" and (claim.unit or "").startswith("times") and a.kind != "count":
        times = a.value / b.value
        return f"{a.text} / {b.text}" if abs(times - claim.value) <= times / 10 else None
    if claim.kind == "count" and not claim.unit and round(a.value / b.value, places) == claim.value:
        return f"{a.text} / {b.text}"
    return None
