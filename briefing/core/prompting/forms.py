"""The four replies a model is asked for: their JSON Schema, and their labelled-line spelling.

Strict schemas want every property required and nothing else allowed, so absence is an empty text
or list. `needed` names what a reply cannot do without.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from briefing.core.card.asking import events

Schema = dict[str, Any]


def _text() -> Schema:
    return {"type": "string"}


def _object(**properties: Schema) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _claim(**more: Schema) -> Schema:
    return _object(**more, text=_text(), evidence=_list({"type": "integer"}))


_EVIDENCE = _list({"type": "integer"})


@dataclass(frozen=True, slots=True)
class Form:
    """One kind of reply. `lines` spells it as labelled lines, for models that cannot do JSON."""

    name: str
    schema: Mapping[str, Any]
    needed: tuple[str, ...]
    lines: str


CARD = Form(
    name="card",
    schema=_object(
        headline=_text(),
        lede=_claim(),
        points=_list(_claim()),
        why=_claim(),
        numbers=_list(_object(value=_text(), measures=_text(), period=_text(), evidence=_EVIDENCE)),
        entities=_list(
            _object(
                name=_text(),
                kind={
                    "type": "string",
                    "enum": ["company", "person", "product", "place", "agency"],
                },
                role=_text(),
                evidence=_EVIDENCE,
            )
        ),
        watch=_list(
            _object(
                question=_text(),
                actor=_text(),
                event={"type": "string", "enum": list(events.EVENTS)},
                object=_text(),
                by=_text(),
                yes_if=_text(),
                no_if=_text(),
                evidence=_EVIDENCE,
            )
        ),
    ),
    needed=("headline", "lede", "points"),
    lines="""HEADLINE: text
LEDE: text [1, 2]
POINT: text [3]
WHY: text [4]
NUMBER: value | what it measures | period | [3]
WHO: name | company, person, product, place or agency | role | [1]
WATCH: question | actor | event | object | date | yes if | no if | [5]""",
)

FIX = Form(
    name="corrections",
    schema=_object(claims=_list(_claim(claim=_text()))),
    needed=("claims",),
    lines="CLAIM points[1]: text [3]",
)

LEAD = Form(name="lead", schema=_claim(), needed=("text",), lines="LEAD: text [1, 2]")

KEEP = Form(
    name="keep",
    schema=_object(keep=_list({"type": "integer"})),
    needed=("keep",),
    lines="KEEP: 3, 8, 12",
)
FORMS = {form.name: form for form in (CARD, FIX, LEAD, KEEP)}
