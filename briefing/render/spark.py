"""A row of small bars, for charts where only letters can be shown."""

from __future__ import annotations

from collections.abc import Sequence

_BARS = "▁▂▃▄▅▆▇█"


def line(values: Sequence[float]) -> str:
    """Return one bar for each value, the largest full; a value of nothing is a middle dot."""
    most = max(values, default=0)
    return "".join(
        "·" if v <= 0 else _BARS[min(7, int((v / most) * 7.999))] if most else "·" for v in values
    )
