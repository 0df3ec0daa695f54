"""Figures in running text: where they end, and which word beside them takes away their edge."""

from __future__ import annotations

import pytest

from briefing.core.language import figures


@pytest.mark.parametrize(
    ("text", "printed", "hedged"),
    [
        ("It owes $81.8bn plus interest.", "$81.8bn", None),
        ("It paid $5m plus $1m in fees.", "$5m", None),
        ("A $2bn-plus deal is near.", "$2bn-plus", "lower"),
        ("It takes $2bn plus in sales.", "$2bn plus", "lower"),
    ],
)
def test_plus_is_a_hedge_only_where_nothing_is_added(
    text: str, printed: str, hedged: str | None
) -> None:
    first = figures.quantities(text)[0]
    assert (first.text, first.hedged) == (printed, hedged)
