"""Labelled lines read into the same shape as JSON: the last rung before offline.

`POINT: text [3, 4]`, fields parted by bars where there are several. Anything without a label is
talk and is skipped; a reply without any label is a ValueError.
"""

from __future__ import annotations

import re
from typing import Any

from briefing.core.prompting import salvage
from briefing.core.prompting.forms import Form

_LINE = re.compile(
    r"(?m)^[\s>*#_-]{0,6}(HEADLINE|LEDE|POINT|WHY|NUMBER|WHO|WATCH|LEAD|KEEP|CLAIM)[*_ ]{0,3}"
    r"([a-z]+(?:\[\d+\])?)?[*_ ]{0,3}:[*_ ]{0,3}(.*)$"
)
_CITED = re.compile(r"[\s|]*\[([\s\dS,;]*)\][.\s]*$")


def read(form: Form, reply: str) -> dict[str, Any]:
    """Return the reply as plain data for validation. Raises ValueError when no label is found."""
    rows = [m.groups() for m in _LINE.finditer(salvage.without_thoughts(reply))]
    if not rows:
        raise ValueError(
            f"no line has a label; expected lines such as {form.lines.splitlines()[0]!r}"
        )
    data: dict[str, Any] = {}
    for label, name, rest in rows:
        _take(data, label, name or "", rest.strip())
    return data


def _take(data: dict[str, Any], label: str, name: str, rest: str) -> None:
    cited = _CITED.search(rest)
    evidence = [int(n) for n in re.findall(r"\d+", cited.group(1))] if cited else []
    body = rest[: cited.start()].strip() if cited else rest
    cells = [c.strip() for c in body.split("|")]
    claim = {"text": body, "evidence": evidence}
    match label:
        case "HEADLINE":
            data.setdefault("headline", body)
        case "LEDE" | "WHY":
            data.setdefault(label.lower(), claim)
        case "POINT":
            data.setdefault("points", []).append(claim)
        case "LEAD":
            data.update(claim)
        case "CLAIM":
            data.setdefault("claims", []).append({"claim": name, **claim})
        case "KEEP":
            data.setdefault("keep", []).extend(int(n) for n in re.findall(r"\d+", rest))
        case "NUMBER":
            _row(data, "numbers", ("value", "measures", "period"), cells, evidence)
        case "WHO":
            _row(data, "entities", ("name", "kind", "role"), cells, evidence)
        case _:
            fields = ("question", "actor", "event", "object", "by", "yes_if", "no_if")
            _row(data, "watch", fields, cells, evidence)


def _row(
    data: dict[str, Any], key: str, fields: tuple[str, ...], cells: list[str], evidence: list[int]
) -> None:
    row: dict[str, Any] = dict(zip(fields, [*cells, *[""] * len(fields)], strict=False))
    data.setdefault(key, []).append({**row, "evidence": evidence})
