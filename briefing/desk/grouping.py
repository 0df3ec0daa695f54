"""The filter `cluster --jsonl`: all lines in, the group of each out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from briefing.core.day import cluster
from briefing.desk import jsonl
from briefing.desk.jsonl import Line


def run(lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    """Yield `{"id", "cluster"}` for each line, `{"id", "error"}` for a bad one."""
    items: list[cluster.Item] = []
    idents: list[Any] = []
    for raw in lines:
        if not raw.strip():
            continue
        try:
            line = jsonl.read(raw)
            items.append(_item(line))
            idents.append(line.get("id"))
        except (ValueError, RecursionError) as error:
            yield {"id": jsonl.ident(raw), "error": f"{type(error).__name__}: {error}"}
    for ident, label in zip(idents, cluster.labels(items), strict=True):
        yield {"id": ident, "cluster": str(label)}


def _item(line: Line) -> cluster.Item:
    for field in ("title", "text", "date", "publisher"):
        if not isinstance(line.get(field) or "", str):
            raise ValueError(f"{field!r} must be text")
    return cluster.Item(
        id=str(line.get("id", "")),
        title=line.get("title") or "",
        text=line.get("text") or "",
        date=line.get("date") or "",
        publisher=line.get("publisher") or "",
    )
