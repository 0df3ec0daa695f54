"""Stories per day of the watched companies, as inline SVG: one small row of bars for each."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.models import Trend
from briefing.render import dates, escape

_BAR, _GAP, _TALL = 9, 3, 32


def svg(trends: Sequence[Trend]) -> str:
    """Return a figure of small multiples on one scale, "" when there was nothing on any day.

    The bars take the colour of the text around them, so they print and turn dark with it.
    """
    shown = [t for t in trends if any(t.values)]
    if not shown:
        return ""
    most = max(max(t.values) for t in shown)
    rows = "".join(_row(t, most) for t in shown)
    last = dates.short(shown[0].until)
    caption = f"Stories per day, {len(shown[0].values)} days to {last}"
    return f'<figure class="chart">{rows}<figcaption>{escape.html(caption)}</figcaption></figure>'


def _row(trend: Trend, most: int) -> str:
    step = _BAR + _GAP
    wide = step * len(trend.values)
    total = sum(trend.values)
    name = escape.html(trend.name)
    bars = "".join(_bar(i * step, v, most) for i, v in enumerate(trend.values))
    return (
        f'<div class="trend"><span class="name">{name}</span>'
        f'<svg viewBox="0 0 {wide} {_TALL}" width="{wide}" height="{_TALL}" role="img" '
        f'aria-label="{name}: {total} in {len(trend.values)} days">{bars}</svg>'
        f'<span class="total">{total}</span></div>'
    )


def _bar(x: int, value: int, most: int) -> str:
    tall = max(2, round(value / most * (_TALL - 2))) if value else 1
    shade = "" if value else ' opacity="0.3"'
    return f'<rect x="{x}" y="{_TALL - tall}" width="{_BAR}" height="{tall}" rx="1"{shade}/>'
