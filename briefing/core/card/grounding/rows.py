"""The card's table of numbers: value, kind, amount, currency, measure and period are borne out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from briefing.core.card.grounding import amounts, contrast, entities, moments
from briefing.core.card.grounding import measures as measured
from briefing.core.card.grounding import numbers as figures_rule
from briefing.core.card.grounding.fault import Fault
from briefing.core.card.grounding.source import Pool, Row, squeeze
from briefing.core.language.figures import Quantity
from briefing.core.language.patterns import lazy

_SIGNS = {
    "$": {"USD", "AUD", "CAD", "NZD", "HKD", "SGD", "MXN", "TWD"},
    "¥": {"JPY", "CNY"},
    "元": {"CNY", "TWD", "HKD"},
}
_SILENT = lazy(r"not stated|not given|unknown|n/a|none|", re.I)


def check(number: Mapping[str, Any], pool: Pool) -> Iterator[Fault]:
    """Yield the faults of one row of the table."""
    value, measures = _text(number, "value"), _text(number, "measures")
    row = Row(value, 0)
    if not row.figures:
        if squeeze(value) not in pool.source.plain:
            yield Fault("NUMBER_NOT_IN_SOURCE", f"{value} is not in the source")
        return
    figure = row.figures[0]
    if figure.kind == "date":
        yield from moments.check(row, pool)
    derived = re.search(r"\bderived\b", f"{measures} {number.get('status')}", re.I)
    for fault in figures_rule.check(row, pool):
        soft = fault.code == "HEDGE_DROPPED" and number.get("status") == "approximate"
        if fault.code == "STATUS_UPGRADED" and number.get("status") != "stated":
            continue
        if fault.code in ("MEASURE_CHANGED", "STATUS_UPGRADED"):
            fault = fault._replace(severity="warn")  # the value alone has no words round it
        if not soft and not (derived and fault.code == "NUMBER_DERIVED"):
            yield fault
    yield from _typed(number, figure)
    yield from _measure(figure, measures, pool)
    period = _text(number, "period")
    if not _SILENT.fullmatch(period):
        yield from _period(Row(period, 0), pool)


def _typed(number: Mapping[str, Any], figure: Quantity) -> Iterator[Fault]:
    """The row's kind, amount and currency are those of the printed value."""
    kind = number.get("kind")
    exact = {"money", "percent", "points"}
    if isinstance(kind, str) and kind != figure.kind and {kind, figure.kind} & exact:
        unread = {kind, figure.kind} == {"money", "count"} and not number.get("currency")
        if {kind, figure.kind} != {"percent", "ratio"} and not figure.high and not unread:
            yield Fault("KIND_CHANGED", f"{figure.text} is {figure.kind}, not {kind}")
    amount = number.get("amount")
    dated = {kind, figure.kind} & {"date", "year"}
    if amount is not None and figure.value is not None and not (dated or _equal(amount, figure)):
        yield Fault("AMOUNT_CHANGED", f"{amount} is not {figure.text}")
    currency = number.get("currency")
    if currency and currency != figure.currency and not _possible(str(currency), figure):
        yield Fault("CURRENCY_CHANGED", f"{figure.text} is not in {currency}")


def _equal(amount: object, figure: Quantity) -> bool:
    try:
        value = Decimal(str(amount))
    except InvalidOperation:
        return False
    assert figure.value is not None
    options = [figure.value, figure.high or figure.value, figure.value * 100]
    if figure.kind == "points":
        return any(value == o for o in options)
    near = figure.kind == "ratio"
    return any(
        value == o or (near and abs(value - o) < Decimal("0.01")) for o in options[: 2 + near]
    )


def _possible(currency: str, figure: Quantity) -> bool:
    if figure.currency is None:
        return False
    signs = (codes for sign, codes in _SIGNS.items() if sign in figure.text)
    return any(currency in codes and figure.currency in codes for codes in signs)


def _measure(figure: Quantity, measures: str, pool: Pool) -> Iterator[Fault]:
    """The measure's names stand in the source, its words do not belong to another figure."""
    label = Row(measures, 0)
    if _SILENT.fullmatch(measures):
        return
    yield from entities.check(label, pool)
    yield from contrast.contraries(label, pool)
    seen = [(r, q) for r in pool.rows for q in r.figures if amounts.compare(figure, q) == "equal"]
    others = [measured.label(measures, row, other) for row, other in seen]
    if others and all(others):
        yield Fault("MEASURE_CHANGED", f"{figure.text} is {others[0]} in the source")
    for fault in figures_rule.present(label, pool):
        yield fault._replace(severity="warn")


def _period(period: Row, pool: Pool) -> Iterator[Fault]:
    yield from moments.check(period, pool)
    for figure in period.figures:
        if figure.kind == "year" and str(figure.value) not in pool.source.text:
            yield Fault("DATE_NOT_IN_SOURCE", f"{figure.text} is not in the source")


def _text(number: Mapping[str, Any], field: str) -> str:
    value = number.get(field)
    return value.strip() if isinstance(value, str) else ""
