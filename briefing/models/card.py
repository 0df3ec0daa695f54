"""The editor's product for one article."""

from __future__ import annotations

from dataclasses import field
from typing import Literal

from briefing.models.headline import CardStatus
from briefing.models.noun import noun

FigureKind = Literal["money", "percent", "points", "count", "ordinal", "year", "date", "ratio"]
FigureStatus = Literal["stated", "reported", "projected", "approximate"]
EntityKind = Literal["company", "person", "product", "place", "agency"]
Severity = Literal["ok", "warn", "block"]


@noun(frozen=True, slots=True, kw_only=True)
class Point:
    """One statement and the sentences (indices into the card's list) that bear it out.

    `repaired` says that the words differ from the source sentence ("the company" -> "Kroger").
    """

    text: str
    evidence: tuple[int, ...] = ()
    repaired: bool = False


@noun(frozen=True, slots=True, kw_only=True)
class Number:
    """A figure as printed, with what it measures. `amount` is a plain decimal as a string."""

    value: str
    kind: FigureKind
    amount: str | None = None
    currency: str | None = None
    measures: str = "not stated"
    period: str = "not stated"
    status: FigureStatus = "stated"
    evidence: tuple[int, ...] = ()


@noun(frozen=True, slots=True, kw_only=True)
class Entity:
    """Who or what, and the part it plays in this article."""

    name: str
    kind: EntityKind
    role: str = ""
    evidence: tuple[int, ...] = ()


@noun(frozen=True, slots=True, kw_only=True)
class Watch:
    """A question that a later article can answer. `by` is an ISO date, or None with a horizon."""

    question: str
    actor: str
    event: str
    by: str | None = None
    horizon_days: int | None = None
    yes_if: str = ""
    no_if: str = ""
    object: str = ""
    evidence: tuple[int, ...] = ()


@noun(frozen=True, slots=True, kw_only=True)
class Finding:
    """What the grounding check found: the claim's name (`points[1]`), a code, and the detail."""

    claim: str
    code: str
    detail: str
    severity: Severity = "warn"


@noun(frozen=True, slots=True, kw_only=True)
class Checks:
    """The result of the grounding check: claims passed, of how many, and the findings."""

    passed: int = 0
    total: int = 0
    findings: tuple[Finding, ...] = ()


@noun(frozen=True, slots=True, kw_only=True)
class Usage:
    """Tokens a model used for this; `cached` when nothing was sent."""

    input_tokens: int = 0
    output_tokens: int = 0
    cached: bool = False


@noun(frozen=True, slots=True, kw_only=True)
class Source:
    """The article a card was made from, as the card names it."""

    title: str = ""
    site: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    url: str | None = None
    language: str | None = None
    words: int = 0


FIGURES_TOLD = 12
"""How many of a card's figures are printed; its JSON has them all, those that tell most first."""


@noun(frozen=True, slots=True, kw_only=True)
class Card:
    """The editor's product for one article; the same shape whoever made it.

    `made_by` is `offline` or the model's name; `note` says why a model's card was not used.
    """

    id: str
    status: CardStatus
    headline: str
    lede: Point
    points: tuple[Point, ...] = ()
    why: Point | None = None
    numbers: tuple[Number, ...] = ()
    entities: tuple[Entity, ...] = ()
    watch: tuple[Watch, ...] = ()
    verify: tuple[str, ...] = ()
    made_by: str = "offline"
    prompt: str | None = None
    note: str | None = None
    usage: Usage = field(default_factory=Usage)
    checks: Checks = field(default_factory=Checks)
    article: Source = field(default_factory=Source)
    sentences: tuple[str, ...] = ()
    schema: int = 1
