"""Cards and briefings that were written as JSON, read again."""

from __future__ import annotations

import json
from pathlib import Path

from briefing import wire
from briefing.errors import SourceError
from briefing.io import files
from briefing.models import Briefing, Card


def of_file(path: Path) -> Card | Briefing:
    """Return the card or the briefing of a JSON file. Raises SourceError."""
    try:
        data = json.loads(files.read(path).body)
        if isinstance(data, dict) and "data" in data and "ok" in data:
            data = data["data"]  # the envelope of --json
        if isinstance(data, list) and len(data) == 1:
            data = data[0]
        if isinstance(data, dict) and "stories" in data:
            return wire.from_dict(Briefing, data)
        return wire.from_dict(Card, data)
    except (ValueError, TypeError, RecursionError) as error:
        why = "it is no JSON" if isinstance(error, json.JSONDecodeError) else str(error)
        raise SourceError(
            f"{path}: no card and no briefing: {why}",
            origin=str(path),
            hint="write one with --format json",
        ) from error
