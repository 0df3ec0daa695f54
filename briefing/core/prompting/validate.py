"""A reply held against its form: lenient in spelling, strict in shape.

Numbers written as text are read as numbers, unknown keys are dropped, what may be absent is
filled in; a wrong type or a missing part is a ValueError whose message can be quoted to the model.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from briefing import plain
from briefing.core.prompting.forms import Form

_LONGEST_TEXT = 1200
_LONGEST_LIST = 60


def reply(form: Form, data: Any) -> dict[str, Any]:
    """Return the reply in the shape of its form. Raises ValueError naming the first fault."""
    if not isinstance(data, dict):
        raise ValueError(f"a JSON object was expected, not {_kind(data)}")
    for name in form.needed:
        if data.get(name) in (None, "", [], {}):
            raise ValueError(f"{name!r} is missing or empty")
    result: dict[str, Any] = _value(form.schema, data, "")
    for name in form.needed:
        if not result[name] or (isinstance(result[name], dict) and not result[name].get("text")):
            raise ValueError(f"{name!r} is missing or empty")
    return result


def _value(schema: Mapping[str, Any], data: Any, at: str) -> Any:
    match schema["type"]:
        case "object":
            return _object(schema, data, at)
        case "array":
            return _array(schema, data, at)
        case "integer":
            return _integer(data, at)
        case _:
            return _text(schema, data, at)


def _object(schema: Mapping[str, Any], data: Any, at: str) -> dict[str, Any]:
    if data is None or data == "" or data == []:
        data = {}
    if isinstance(data, str) and "text" in schema["properties"]:
        data = {"text": data}
    if not isinstance(data, dict):
        raise ValueError(f"{at or 'the reply'} must be an object, not {_kind(data)}")
    dot = f"{at}." if at else ""
    return {
        name: _value(inner, data.get(name), f"{dot}{name}")
        for name, inner in schema["properties"].items()
    }


def _array(schema: Mapping[str, Any], data: Any, at: str) -> list[Any]:
    if data is None:
        return []
    if schema["items"]["type"] == "integer" and isinstance(data, (str, int)):
        data = re.findall(r"\d+", str(data))
    if not isinstance(data, list):
        raise ValueError(f"{at} must be a list, not {_kind(data)}")
    return [_value(schema["items"], v, f"{at}[{i}]") for i, v in enumerate(data[:_LONGEST_LIST])]


def _integer(data: Any, at: str) -> int:
    if isinstance(data, float) and data.is_integer():
        return int(data)
    if isinstance(data, str) and (m := re.fullmatch(r"\W*[Ss]?(\d{1,6})\W*", data)):
        return int(m.group(1))
    if isinstance(data, int) and not isinstance(data, bool):
        return data
    raise ValueError(f"{at} must be a whole number, not {_kind(data)}")


def _text(schema: Mapping[str, Any], data: Any, at: str) -> str:
    if data is None:
        return ""
    if isinstance(data, (int, float)) and not isinstance(data, bool):
        data = str(data)
    if not isinstance(data, str):
        raise ValueError(f"{at} must be text, not {_kind(data)}")
    if len(data) > _LONGEST_TEXT:
        raise ValueError(f"{at} is far too long ({len(data)} characters)")
    text = plain.line(data)
    options = schema.get("enum")
    return text if not options or text in options else (text.lower() if text else "")


def _kind(data: Any) -> str:
    names = {dict: "an object", list: "a list", str: "text", bool: "true or false"}
    return names.get(type(data), "null" if data is None else "a number")
