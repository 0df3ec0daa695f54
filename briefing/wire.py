"""The nouns as JSON and back: the one codec, driven by the dataclasses themselves.

A field that is missing takes its default, an unknown one is refused or ignored as the caller
says, a value of the wrong type is a `ValueError` that names the place (`points[2].evidence`).
"""

from __future__ import annotations

import json
import types
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import lru_cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


def to_dict(value: Any) -> Any:
    """Return a noun as plain dicts, lists and scalars, in the order of its declaration."""
    if value is None or isinstance(value, (str, int, float)):
        return value
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: to_dict(getattr(value, f.name)) for f in fields(value)}
    if hasattr(value, "_asdict"):
        return {name: to_dict(inner) for name, inner in value._asdict().items()}
    if isinstance(value, (tuple, list)):
        return [to_dict(v) for v in value]
    if isinstance(value, dict):
        return {k: to_dict(v) for k, v in value.items()}
    return value


def dumps(value: Any, *, indent: int | None = None) -> str:
    """Return a noun as JSON text; the same noun gives the same bytes."""
    separators = (",", ":") if indent is None else None
    return json.dumps(to_dict(value), ensure_ascii=False, indent=indent, separators=separators)


def from_dict(cls: type[T], data: Any, *, strict: bool = False, at: str = "") -> T:
    """Build a noun from plain data. Raises ValueError naming the place of the first fault."""
    result: T = _build(cls, data, strict, at or cls.__name__)
    return result


def loads(cls: type[T], text: str | bytes) -> T:
    """Build a noun from JSON text."""
    return from_dict(cls, json.loads(text))


@lru_cache(maxsize=128)
def _plan(cls: type[Any]) -> dict[str, tuple[Field[Any], Any]]:
    hints = get_type_hints(cls)
    return {f.name: (f, hints[f.name]) for f in fields(cls)}


def _build(kind: Any, data: Any, strict: bool, at: str) -> Any:
    origin = get_origin(kind)
    if isinstance(kind, type) and is_dataclass(kind):
        return _noun(kind, data, strict, at)
    if origin is Literal:
        if data in get_args(kind):
            return data
        raise ValueError(f"{at}: {data!r} is not one of {', '.join(map(str, get_args(kind)))}")
    if origin in (Union, types.UnionType):
        options = get_args(kind)
        if data is None and type(None) in options:
            return None
        return _build(next(o for o in options if o is not type(None)), data, strict, at)
    if origin is tuple:
        return _tuple(get_args(kind), data, strict, at)
    return _scalar(kind, data, at)


def _noun(cls: type[Any], data: Any, strict: bool, at: str) -> Any:
    if not isinstance(data, dict):
        raise ValueError(f"{at}: an object was expected, not {type(data).__name__}")
    plan = _plan(cls)  # type: ignore[arg-type]  # every class is hashable
    if strict and (unknown := sorted(set(data) - set(plan))):
        raise ValueError(f"{at}: unknown field {unknown[0]!r}")
    values = {}
    for name, (f, hint) in plan.items():
        if name in data:
            values[name] = _build(hint, data[name], strict, f"{at}.{name}")
        elif f.default is MISSING and f.default_factory is MISSING:
            raise ValueError(f"{at}: field {name!r} is missing")
    return cls(**values)


def _tuple(args: tuple[Any, ...], data: Any, strict: bool, at: str) -> tuple[Any, ...]:
    if not isinstance(data, (list, tuple)):
        raise ValueError(f"{at}: a list was expected, not {type(data).__name__}")
    if len(args) == 2 and args[1] is Ellipsis:
        return tuple(_build(args[0], v, strict, f"{at}[{i}]") for i, v in enumerate(data))
    if len(args) != len(data):
        raise ValueError(f"{at}: {len(args)} values were expected, not {len(data)}")
    return tuple(
        _build(a, v, strict, f"{at}[{i}]") for i, (a, v) in enumerate(zip(args, data, strict=True))
    )


def _scalar(kind: Any, data: Any, at: str) -> Any:
    if kind is Any:
        return data
    if kind is float and isinstance(data, int) and not isinstance(data, bool):
        return float(data)
    if (
        isinstance(kind, type)
        and isinstance(data, kind)
        and (kind is bool or not isinstance(data, bool))
    ):
        return data
    wanted = getattr(kind, "__name__", str(kind))
    raise ValueError(f"{at}: {wanted} was expected, not {type(data).__name__}")
