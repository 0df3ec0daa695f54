"""A folder of files: an Obsidian vault, the source of a static site."""

from __future__ import annotations

from briefing import locations
from briefing.config.settings import TargetConfig
from briefing.errors import BriefingError
from briefing.io import files
from briefing.io.deliver.receipt import Receipt


def put(target: TargetConfig, name: str, text: str) -> Receipt:
    """Write a file whole or not at all; the same text again changes nothing."""
    path = locations.expanded(target.folder) / name
    data = text.encode()
    try:
        if path.is_file() and path.read_bytes() == data:
            return Receipt("sent", f"{path} is up to date", str(path))
        return Receipt("sent", f"wrote {files.write(path, data)}", str(path))
    except BriefingError as error:
        return Receipt("failed", str(error))
    except OSError as error:
        return Receipt("failed", f"{path}: {(error.strerror or str(error)).lower()}")
