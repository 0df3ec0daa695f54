"""Where files live. Nothing here creates, reads or imports anything heavy.

The XDG folders are honoured on every system; `--data` and `BRIEFING_DATA` move the archive.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _xdg(variable: str, fallback: str, env: Mapping[str, str]) -> Path:
    """Return the XDG folder; a relative value is ignored, as the specification asks."""
    value = env.get(variable, "")
    if value and Path(value).is_absolute():
        return Path(value) / "briefing"
    home = env.get("HOME") or str(Path.home())
    return Path(home) / fallback / "briefing"


def config_folder(env: Mapping[str, str] = os.environ) -> Path:
    """Return the folder of `config.toml` and of the user's own prompts."""
    return _xdg("XDG_CONFIG_HOME", ".config", env)


def data_folder(env: Mapping[str, str] = os.environ) -> Path:
    """Return the folder of the archive and of written briefings."""
    if env.get("BRIEFING_DATA"):
        return expanded(env["BRIEFING_DATA"])
    return _xdg("XDG_DATA_HOME", ".local/share", env)


def expanded(name: str) -> Path:
    """Return the path of a name whose ~ is a home; the home of nobody stays as it was written."""
    try:
        return Path(name).expanduser()
    except RuntimeError:
        return Path(name)


def shipped(name: str) -> Path:
    """Return a folder that comes with the project (`prompts`, `sample_articles`).

    A wheel carries it inside the package; a checkout and an editable install have it beside.
    """
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name
