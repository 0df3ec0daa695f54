"""The JSON Schema of a card and a briefing, read off the nouns so that it cannot drift."""

from __future__ import annotations

import types
from dataclasses import fields, is_dataclass
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from briefing.models import Briefing, Card

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_SCALARS: dict[Any, str] = {str: "string", int: "integer", float: "number", bool: "boolean"}


def card() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a card."""
    return _schema(Card, "A card: the editor's product for one article")


def briefing() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a briefing."""
    return _schema(Briefing, "A briefing: the day's stories in order")


def _schema(cls: type[Any], title: str) -> dict[str, Any]:
    definitions: dict[str, Any] = {}
    body = _noun(cls, definitions)
    definitions.pop(cls.__name__, None)
    return {"$schema": _DRAFT, "title": title, **body, "$defs": definitions}


def _noun(cls: type[Any], definitions: dict[str, Any]) -> dict[str, Any]:
    hints = get_type_hints(cls)
    body: dict[str, Any] = {
        "type": "object",
        "description": (cls.__doc__ or "").split("\n\n")[0].replace("\n    ", " "),
        "properties": {f.name: _type(hints[f.name], definitions) for f in fields(cls)},
        "required": [f.name for f in fields(cls)],
        "additionalProperties": False,
    }
    if "schema" in hints:
        body["properties"]["schema"] = {"const": 1}
    return body


def _type(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    origin, args = get_origin(kind), get_args(kind)
    if isinstance(kind, type) and is_dataclass(kind):
        if kind.__name__ not in definitions:
            definitions[kind.__name__] = {}  # a place kept, for nouns that hold themselves
            definitions[kind.__name__] = _noun(kind, definitions)
        return {"$ref": f"#/$defs/{kind.__name__}"}
    if origin is Literal:
        return {"enum": list(args)}
    if origin in (Union, types.UnionType):
        return {"anyOf": [_type(a, definitions) for a in args]}
    if origin is tuple and len(args) == 2 and args[1] is Ellipsis:
        return {"type": "array", "items": _type(args[0], definitions)}
    if origin is tuple:
        return {
            "type": "array",
            "prefixItems": [_type(a, definitions) for a in args],
            "minItems": len(args),
            "maxItems": len(args),
        }
    if kind is type(None):
        return {"type": "null"}
    return {"type": _SCALARS[kind]}
