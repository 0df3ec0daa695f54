"""The hedge of a figure that stands apart from it: "£85m a year or more", "40 at most"."""

from __future__ import annotations

from dataclasses import replace

from briefing.core.card.grounding.source import Row
from briefing.core.language.figures import Quantity
from briefing.core.language.patterns import lazy

_OR_MORE = lazy(r"^(?: [\w'-]+){1,3},? or (?:(more|longer|above|higher)|less|fewer|under|below)\b")
_AT_MOST = lazy(r"^(?: [\w'-]+){0,2},? at (?:the )?(?:(most)|least)\b")
_NOT_OVER = lazy(r"(?:\bnot|n't|\bnever|\bdoubts?)\b [^,;:.]{0,60}$")
_NOT_BEFORE = lazy(r"\b(?:will|would|wo)(?: not|n't)\b[^,;]* before $")


def read(row: Row, figure: Quantity) -> Quantity:
    """Read the hedge that stands apart from its figure: "£85m a year or more", "not before ten"."""
    over = figure.text.lower().startswith(("more than", "over", "above"))
    if over and _NOT_OVER.search(row.text[: figure.start]):
        return replace(figure, hedged="upper")  # "does not believe it will be more than 40"
    if figure.hedged is None and (m := _AT_MOST.match(row.text[figure.end :])):
        return replace(figure, hedged="upper" if m[1] else "lower")
    if figure.hedged is None and (m := _OR_MORE.match(row.text[figure.end :])):
        return replace(figure, hedged="lower" if m[1] else "upper")
    if figure.hedged is None and _NOT_BEFORE.search(row.text[: figure.start]):
        return replace(figure, hedged="lower")
    return figure
