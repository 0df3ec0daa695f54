"""A card as blocks: what happened, the points, figures, people, what to watch, the checks.

Every statement is a stop; its key carries the numbers of the sentences that bear it out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from briefing import plain
from briefing.models.card import FIGURES_TOLD
from briefing.tui.sheets import dates
from briefing.tui.sheets.block import Block, Role, Run, label, line
from briefing.tui.shown import fit

if TYPE_CHECKING:
    from briefing.models import Card, Number

_STATUS_ROLE: dict[str, Role] = {"rumour": "rumour", "opinion": "rumour"}


class Claim(NamedTuple):
    """The key of a statement on a card."""

    part: str
    number: int
    evidence: tuple[int, ...]


def blocks(card: Card, *, sources: int = 1, first: str = "") -> list[Block]:
    """Return the sheet of a card."""
    return [
        *_head(card, sources, first),
        *_points(card),
        *_numbers(card),
        *_people(card),
        *_watch(card),
        *_verify(card),
        *_foot(card),
    ]


def cited(evidence: tuple[int, ...]) -> str:
    """Return the sentence numbers as readers count, from 1: `[2,4]`."""
    return f"[{','.join(str(n + 1) for n in evidence)}]" if evidence else ""


def _head(card: Card, sources: int, first: str) -> Iterator[Block]:
    origin = f"{sources} sources" if sources > 1 else "one source"
    if first:
        origin += f", first {first}"
    role = _STATUS_ROLE.get(card.status, "accent")
    yield Block((Run(card.status.upper(), role), Run(f"  {plain.line(origin)}", "muted")))
    yield line(card.headline, "title")
    yield line(
        card.lede.text,
        gap=1,
        key=Claim("lede", 0, card.lede.evidence),
        right=cited(card.lede.evidence),
    )


def _points(card: Card) -> Iterator[Block]:
    for n, point in enumerate(card.points):
        yield line(
            f"• {point.text}",
            hang=2,
            gap=1 if n == 0 else 0,
            key=Claim("point", n, point.evidence),
            right=cited(point.evidence),
        )
    if card.why:
        yield label("Why it matters")
        key = Claim("why", 0, card.why.evidence)
        yield line(card.why.text, key=key, right=cited(card.why.evidence))


def _numbers(card: Card) -> Iterator[Block]:
    """Yield a small table: the figure flush right, what it measures, its period and status."""
    if not card.numbers:
        return
    yield label("By the numbers")
    told = card.numbers[:FIGURES_TOLD]
    wide = min(20, max(cell_len(plain.line(n.value)) for n in told))
    for n, number in enumerate(told):
        yield Block(
            (
                Run(fit(plain.line(number.value), wide, right=True), "figure"),
                Run("  " + plain.line(number.measures)),
                Run(_aside(number), "muted"),
            ),
            key=Claim("number", n, number.evidence),
            hang=wide + 2,
            right=cited(number.evidence),
        )
    if left := len(card.numbers) - len(told):
        yield line(f"and {left} more in the card's JSON", "muted")


def _aside(number: Number) -> str:
    parts = [plain.line(number.period)] if number.period != "not stated" else []
    if number.status != "stated":
        parts.append(number.status)
    return f" · {' · '.join(parts)}" if parts else ""


def _people(card: Card) -> Iterator[Block]:
    if card.entities:
        yield label("Who is who")
    for n, entity in enumerate(card.entities):
        role = f"  {plain.line(entity.role)}" if entity.role else ""
        yield Block(
            (Run(plain.line(entity.name)), Run(role or f"  {entity.kind}", "muted")),
            key=Claim("entity", n, entity.evidence),
            hang=2,
        )


def _watch(card: Card) -> Iterator[Block]:
    if card.watch:
        yield label("What to watch", right="due")
    for n, watch in enumerate(card.watch):
        due = dates.full(watch.by) if watch.by else ""
        if not due and watch.horizon_days:
            due = f"{watch.horizon_days} days"
        key = Claim("watch", n, watch.evidence)
        yield line(f"? {watch.question}", hang=2, key=key, right=due)


def _verify(card: Card) -> Iterator[Block]:
    if card.verify:
        yield label("To verify")
    for text in card.verify:
        yield line(f"⚑ {text}", "rumour", hang=2)


def _foot(card: Card) -> Iterator[Block]:
    checks, source = card.checks, card.article
    yield label("Checks")
    good = checks.passed == checks.total
    made = "offline" if card.made_by == "offline" else f"by {card.made_by}"
    borne = f"{checks.passed} of {checks.total} statements borne out by the text"
    yield line(f"{'✓' if good else '⚑'} {borne}", "good" if good else "rumour", hang=2)
    for finding in checks.findings:
        yield line(f"{finding.claim}: {finding.detail}", "rumour", indent=2)
    if card.note:
        yield line(card.note, "muted", hang=2)
    words = f"{source.words} words" if source.words else ""
    parts = (source.site, ", ".join(source.authors), dates.full(source.published), words)
    yield line(" · ".join(p for p in (*parts, f"made {made}") if p), "muted")
