"""What a figure measures: the noun it belongs to (sales, profit, market share) may not change."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.core.card.grounding.fault import Fault
from briefing.core.card.grounding.source import Row
from briefing.core.language.figures import Quantity
from briefing.core.language.patterns import lazy

_GROUPS: tuple[tuple[str, str], ...] = (
    ("market share", r"market share|share of (?:the )?market"),
    ("share price", r"(?:share|stock) prices?|shares|stock"),
    (
        "comparable sales",
        r"(?:like[- ]for[- ]like|comparable|same[- ]store|underlying|organic)[\w -]{0,12} "
        r"(?:sales|revenues?|growth)",
    ),
    ("online sales", r"(?:online|e-commerce|digital|internet) (?:sales|revenues?|orders)"),
    ("revenue", r"sales|revenues?|turnover|takings"),
    ("gross profit", r"gross profits?"),
    ("operating profit", r"operating (?:profits?|income)|ebit"),
    ("ebitda", r"ebitda"),
    ("net profit", r"net (?:profits?|income|earnings)"),
    ("profit", r"profits?|earnings|income"),
    ("loss", r"loss(?:es)?|deficit"),
    ("debt", r"debts?|borrowings|liabilities"),
    ("margin", r"margins?"),
    ("costs", r"costs?|expenses?|spending|expenditures?"),
    ("dividend", r"dividends?"),
    ("visits", r"footfall|traffic|visits|visitors"),
    ("wages", r"wages?|pay(?! (?:[$£€]|about|up|around|more|nearly|an? ))|salar(?:y|ies)"),
    ("orders", r"orders"),
    ("volume", r"volumes?"),
    ("inventory", r"inventor(?:y|ies)|stocks"),
    ("price", r"prices?|pricing"),
    ("capex", r"capital (?:expenditure|spending)|capex|investments?"),
    ("fine", r"fines?|penalt(?:y|ies)"),
    ("basket", r"basket|average (?:ticket|order value)"),
    ("rent", r"rents?"),
    ("exports", r"exports"),
    ("imports", r"imports"),
    ("merchandise value", r"gross merchandise (?:value|volume)|gmv"),
)  # fmt: skip
_ANY = lazy(rf"\b(?:{'|'.join(pattern for _, pattern in _GROUPS)})\b", re.I)
_WHICH = lazy(
    rf"\b(?:{'|'.join(rf'(?P<g{i}>(?:{pattern}))' for i, (_, pattern) in enumerate(_GROUPS))})\b",
    re.I,
)
_NARROWER = {
    "profit": {"net profit", "operating profit", "gross profit", "ebitda"},
    "revenue": {"comparable sales", "online sales"},
    "price": {"share price"},
    "costs": {"capex", "wages", "price", "rent"},
}
_MOVED = lazy(r"\b(lost|earned|earning)(?: about| around| nearly| almost| over)? $")
_NEAR = 30  # characters: longer than what `_MOVED` finds
_CLOSE = lazy(r"\s*(?:of |in |-?worth of )?(?:\w+ ){0,2}$")
_COSTS = lazy(r"costs?\s+(?:\w+ )?$")
_CUT = lazy(r"[;:()]|,(?!\d)|\s-\s|\b(?:and|but|while|whereas|on|with)\b")


def check(claim: Row, figure: Quantity, source: Row, other: Quantity) -> Iterator[Fault]:
    """Yield a fault where the figure's noun differs from its noun in the source."""
    ours, theirs = of(claim, figure), of(source, other)
    if ours is None or theirs is None or agree(ours, theirs):
        return
    if _any_agree(ours, source):
        near = of(source, other, both=True)
        if near is None or agree(ours, near):
            return
    yield Fault("MEASURE_CHANGED", f"{figure.text} is {theirs} in the source, not {ours}")


def label(measures: str, source: Row, other: Quantity) -> str | None:
    """Return what the source calls a figure where a label in words calls it something else."""
    ours = [_name(m) for m in _found(measures)]
    theirs = of(source, other, both=True)
    if not ours or theirs is None or any(agree(o, theirs) for o in ours):
        return None
    return None if any(_any_agree(o, source) for o in ours) else theirs


def _all(row: Row) -> list[re.Match[str]]:
    return _found(row.text)


def _found(text: str) -> list[re.Match[str]]:
    """Return the measures of a text; which each one is, is asked at its place only."""
    return [which for m in _ANY.finditer(text) if (which := _WHICH.match(text, m.start()))]


def agree(a: str, b: str) -> bool:
    """Say whether two measures may be the same."""
    return a == b or b in _NARROWER.get(a, ()) or a in _NARROWER.get(b, ())


def _any_agree(ours: str, source: Row) -> bool:
    return any(agree(ours, _name(m)) for m in source.memo(_all))


def of(row: Row, figure: Quantity, *, both: bool = False) -> str | None:
    """Return the measure nearest to a figure in its part of the sentence, the left one first."""
    left, right = row.text[: figure.start], row.text[figure.end : figure.end + 60]
    if figure.kind == "money" and (moved := _MOVED.search(left[-_NEAR:])):
        return "loss" if moved[1] == "lost" else "profit"
    before = [m for m in row.memo(_all) if m.end() <= figure.start]
    stop = _CUT.search(right)
    after = next(iter(_found(right[: stop.start() if stop else None])), None)
    if after and _CLOSE.match(right[: after.start()]):
        return _name(after)
    if before and _COSTS.match(left[before[-1].start() :]):
        before = []  # "delivery costs $4.99": a verb
    if before and (not both or before[-1].start() >= _cut(left)):
        return _name(before[-1])
    return _name(after) if after else None


def _cut(left: str) -> int:
    return max((m.end() for m in _CUT.finditer(left)), default=0)


def name(word: str) -> str | None:
    """Return the measure that a single word stands for, or None."""
    m = _WHICH.fullmatch(word)
    return _name(m) if m else None


def _name(m: re.Match[str]) -> str:
    return _GROUPS[int(str(m.lastgroup)[1:])][0]
