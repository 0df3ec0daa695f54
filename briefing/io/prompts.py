"""The prompt files: found in the user's folder, then in the package or checkout; fingerprinted.

A file is Markdown with a short front matter between `---` lines, which is not sent.
"""

from __future__ import annotations

import difflib
import hashlib
import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from briefing import locations, plain
from briefing.errors import ConfigError

NAMES = ("summary", "questions", "lead", "follow-up", "sections")
_LARGEST = 60_000


class Prompt(NamedTuple):
    """A prompt's text without its front matter, its fingerprint, and the file it came from."""

    text: str
    fingerprint: str
    file: Path


def user_folder(env: Mapping[str, str] = os.environ) -> Path:
    """Return the folder in which a user's own prompts stand."""
    return locations.config_folder(env) / "prompts"


def load(name: str, env: Mapping[str, str] = os.environ) -> Prompt:
    """Return a prompt: the user's own if there is one. Raises ConfigError."""
    own = user_folder(env) / f"{name}.md"
    return _read(own if own.is_file() else locations.shipped("prompts") / f"{name}.md")


def own(env: Mapping[str, str] = os.environ) -> list[str]:
    """Return the names of the prompts a user has replaced."""
    return [name for name in NAMES if (user_folder(env) / f"{name}.md").is_file()]


def diff(env: Mapping[str, str] = os.environ) -> str:
    """Return what the user's prompts change, as a unified diff; "" when nothing."""
    lines: list[str] = []
    for name in own(env):
        shipped = locations.shipped("prompts") / f"{name}.md"
        mine = user_folder(env) / f"{name}.md"
        lines += difflib.unified_diff(
            _text(shipped).splitlines(keepends=True),
            _text(mine).splitlines(keepends=True),
            f"shipped/{name}.md",
            str(mine),
        )
    return "".join(lines)


def reset(env: Mapping[str, str] = os.environ) -> list[Path]:
    """Set the user's prompts aside as `NAME.md.old` and return them; the shipped ones hold again.

    Raises ConfigError when a file cannot be moved.
    """
    moved = []
    for name in own(env):
        file = user_folder(env) / f"{name}.md"
        try:
            moved.append(file.replace(file.with_name(file.name + ".old")))
        except OSError as error:
            raise ConfigError(f"{file}: {error.strerror or error}") from error
    return moved


def copy(env: Mapping[str, str] = os.environ) -> list[Path]:
    """Copy the shipped prompts that the user has not got yet into the user's folder."""
    made = []
    for name in NAMES:
        file = user_folder(env) / f"{name}.md"
        if not file.exists():
            try:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(_text(locations.shipped("prompts") / file.name), encoding="utf-8")
            except OSError as error:
                raise ConfigError(f"{file}: {error.strerror or error}") from error
            made.append(file)
    return made


def _read(file: Path) -> Prompt:
    body = _without_front_matter(_text(file))
    if not body.strip():
        raise ConfigError(f"{file}: the prompt is empty", hint="briefing config prompts reset")
    return Prompt(body, hashlib.sha256(body.encode()).hexdigest()[:12], file)


def _text(file: Path) -> str:
    try:
        if file.stat().st_size > _LARGEST:
            raise ConfigError(f"{file}: a prompt may have {_LARGEST} bytes at most")
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(
            f"{file}: the prompt cannot be read ({type(error).__name__})",
            hint="briefing config prompts reset",
        ) from error


def _without_front_matter(text: str) -> str:
    text = plain.block(text).lstrip("\n")
    if text.startswith("---\n") and "\n---" in text[3:]:
        text = text[3:].split("\n---", 1)[1].partition("\n")[2]
    return text.strip() + "\n"
