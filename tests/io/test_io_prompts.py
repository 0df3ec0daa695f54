"""Prompt files: the user's before the shipped ones, fingerprinted, compared, set aside."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.errors import ConfigError
from briefing.io import prompts


def env(folder: Path) -> dict[str, str]:
    return {"XDG_CONFIG_HOME": str(folder), "HOME": str(folder)}


@pytest.mark.parametrize("name", prompts.NAMES)
def test_every_shipped_prompt_is_there_and_undated(name: str, tmp_path: Path) -> None:
    prompt = prompts.load(name, env(tmp_path))
    assert len(prompt.text) > 200 and not prompt.text.startswith("---")
    assert "title:" not in prompt.text and len(prompt.fingerprint) == 12
    assert not any(year in prompt.text for year in ("2024", "2025", "2026"))


def test_the_users_own_prompt_wins_differs_and_can_be_set_aside(tmp_path: Path) -> None:
    here = env(tmp_path)
    shipped = prompts.load("lead", here)
    made = prompts.copy(here)
    assert len(made) == len(prompts.NAMES) and prompts.diff(here) == ""
    assert prompts.load("lead", here).fingerprint == shipped.fingerprint
    own = prompts.user_folder(here) / "lead.md"
    own.write_text("---\ntitle: mine\n---\nWrite one short line.\n", encoding="utf-8")
    assert prompts.load("lead", here).text == "Write one short line.\n"
    assert prompts.load("lead", here).fingerprint != shipped.fingerprint
    assert "+Write one short line." in prompts.diff(here)
    assert own.with_name("lead.md.old") in prompts.reset(here)
    assert prompts.load("lead", here) == shipped and prompts.own(here) == []


@pytest.mark.parametrize("content", [b"", b"---\nx: y\n---\n", b"\xff\xfe\x00", b"x" * 70_000])
def test_a_prompt_that_cannot_be_used_is_named(content: bytes, tmp_path: Path) -> None:
    file = prompts.user_folder(env(tmp_path)) / "summary.md"
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    with pytest.raises(ConfigError, match=r"summary\.md"):
        prompts.load("summary", env(tmp_path))
