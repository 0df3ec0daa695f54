"""A line of the `--jsonl` filters: one JSON object, named by its id."""

from __future__ import annotations

import json
from typing import Any

Line = dict[str, Any]


def read(raw: str) -> Line:
    """Return the object of a line. Raises ValueError, RecursionError."""
    line = json.loads(raw)
    if not isinstance(line, dict):
        raise ValueError("a JSON object was expected")
    if not isinstance(line.get("id"), str | int | None):
        raise ValueError("'id' must be text or a whole number")
    return line


def ident(raw: str) -> Any:
    """Return the id of a line that could not be answered, as it was given; None without one."""
    try:
        line = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    return line.get("id") if isinstance(line, dict) else None
