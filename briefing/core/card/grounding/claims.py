"""A card taken apart into claims: what each says, what it cites, and how strictly it is held.

Takes plain data, because anybody's card may be checked: fields may be missing, evidence may be
written `6` or `"S6"`, a statement may be a bare string.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple

Kind = Literal["text", "analysis", "question", "label", "note"]


class Claim(NamedTuple):
    """A statement of a card. `name` is its place: `lede`, `points[1]`, `watch[0]`."""

    name: str
    text: str
    evidence: tuple[int, ...] = ()
    kind: Kind = "text"


def of(card: Mapping[str, Any]) -> Iterator[Claim]:
    """Yield the claims of a card in order; its numbers are checked apart."""
    lede = _statement("lede", card.get("lede"), "text")
    yield Claim("headline", _text(card.get("headline")), lede.evidence)
    yield lede
    for i, point in enumerate(_rows(card.get("points"))):
        yield _statement(f"points[{i}]", point, "text")
    yield _statement("why", card.get("why"), "analysis")
    for i, entity in enumerate(_rows(card.get("entities"))):
        yield _statement(f"entities[{i}]", entity, "label")
    for i, watch in enumerate(_rows(card.get("watch"))):
        yield _statement(f"watch[{i}]", watch, "question")


def bare(rows: object) -> Iterator[Claim]:
    """Yield the claims of a list of `{"text", "evidence"?}`. Raises ValueError if it is none."""
    if not isinstance(rows, list):
        raise ValueError("'claims' must be a list")
    for i, row in enumerate(rows):
        yield _statement(f"claims[{i}]", row, "text")


def numbers(card: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the rows of the card's numbers that are objects."""
    return [row for row in _rows(card.get("numbers")) if isinstance(row, Mapping)]


def _statement(name: str, value: object, kind: Kind) -> Claim:
    if not isinstance(value, Mapping):
        return Claim(name, _text(value), (), kind)
    if kind == "label":
        said = _text(value.get("name"))
        role = _text(value.get("role"))
        said = f"{said}: {role}" if role else said
    else:
        said = _text(value.get("text") or value.get("question") or value.get("q"))
    return Claim(name, said, evidence(value.get("evidence")), kind)


def evidence(value: object) -> tuple[int, ...]:
    """Return the indices of an evidence field: `[1, "S3"]` gives (1, 3)."""
    found = []
    for item in _rows(value) if not isinstance(value, (int, str)) else [value]:
        if isinstance(item, int) and not isinstance(item, bool):
            found.append(item)
        elif isinstance(item, str) and (m := re.fullmatch(r"[Ss]?(\d{1,6})", item.strip())):
            found.append(int(m[1]))
    return tuple(found)


def _rows(value: object) -> Sequence[Any]:
    return value if isinstance(value, (list, tuple)) else ()


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""
