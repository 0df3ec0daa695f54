"""What can be read of a reply that is still streaming in, as text for a draft."""

from __future__ import annotations

import json
import re

from briefing import plain
from briefing.core.prompting import salvage

_FIELD = re.compile(r'"(headline|text|question|value|measures)"\s*:\s*"((?:[^"\\]|\\.)*)("?)', re.S)
_LABEL = re.compile(r"(?m)^\W{0,4}(HEADLINE|LEDE|POINT|WHY|WATCH|LEAD)\W{0,3}:\s*(.*)$")
_CITED = re.compile(r"\s*(?:\[[\s\dS,]*\]?|\|.*)\s*$")


def readable(reply: str) -> str:
    """Return headline, statements and questions so far, one a paragraph; "" when there are none."""
    text = salvage.without_thoughts(reply)
    if "{" in text[:400]:
        rows = [(m.group(1), _decoded(m.group(2))) for m in _FIELD.finditer(text)]
    else:
        rows = [(m.group(1).lower(), _CITED.sub("", m.group(2))) for m in _LABEL.finditer(text)]
    lines: list[str] = []
    statements = 0
    for name, raw in rows:
        value = plain.line(raw)
        if not value or name in ("value", "measures", "number"):
            continue
        if name in ("headline", "lede", "lead") or (name == "text" and not statements):
            lines.append(value)
        else:
            lines.append(f"{'?' if name in ('question', 'watch') else '•'} {value}")
        statements += name != "headline"
    return "\n\n".join(lines)


def _decoded(inner: str) -> str:
    """Return a JSON string's value; an escape that has not arrived whole is left off."""
    inner = re.sub(r"\\(?:u[0-9a-fA-F]{0,3})?\Z", "", inner)
    try:
        value = json.loads(f'"{inner}"', strict=False)
    except ValueError:
        return ""
    return value if isinstance(value, str) else ""
