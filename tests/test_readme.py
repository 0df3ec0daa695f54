"""README is true: its commands and flags exist, its tables are current, its links work."""

from __future__ import annotations

import argparse
import re
import runpy
import shlex
from pathlib import Path

import pytest

from briefing.cli import arguments

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
LINES = [
    line[2:].split("  #")[0].strip()
    for block in re.findall(r"```console\n(.*?)```", README, re.S)
    for line in block.splitlines()
    if line.startswith("$ briefing")
]


def test_the_first_screen_holds_one_picture_and_two_commands() -> None:
    screen = README.split("\n## ", 1)[0]
    assert len(re.findall(r"```sh\n", screen)) == 2
    assert len(re.findall(r"!\[", screen)) == 1


@pytest.mark.parametrize("line", LINES)
def test_every_recipe_is_understood(line: str) -> None:
    words = shlex.split(line.split(" | ")[0])[1:]
    options = arguments.parser(words).parse_args(words)
    assert isinstance(options, argparse.Namespace)


@pytest.mark.parametrize("command", arguments.COMMANDS, ids=lambda c: c.name)
def test_every_command_is_told_of(command: arguments.Command) -> None:
    docs = README + "".join(p.read_text(encoding="utf-8") for p in (ROOT / "docs").glob("*.md"))
    assert f"briefing {command.name}" in docs


@pytest.mark.parametrize("page", ["README.md", "docs/reader.md"])
def test_tables_made_from_the_program_are_current(page: str) -> None:
    made = runpy.run_path(str(ROOT / "benchmarks" / "readme_tables.py"))
    text = (ROOT / page).read_text(encoding="utf-8")
    assert made["renewed"](text) == text


@pytest.mark.parametrize(
    "target", sorted(set(re.findall(r"\]\((?!https?:)([^)#]+)\)", README))), ids=str
)
def test_every_link_leads_somewhere(target: str) -> None:
    assert (ROOT / target).exists()
