"""How a command line is read: what is refused as wrong use, and where options may stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.cli import arguments
from briefing.cli.main import main


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("BRIEFING_DATA", str(tmp_path / "data"))
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "BRIEFING_MODEL", "OPENAI_API_KEY"):
        monkeypatch.delenv(name, raising=False)


def run(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    """Return exit code, stdout and stderr of a command line."""
    try:
        code = main(list(argv))
    except SystemExit as ended:
        code = int(ended.code or 0)
    captured = capsys.readouterr()
    return code, captured.out, captured.err


@pytest.mark.parametrize(
    "command", ["read", "add", "extract", "summarise", "daily", "feeds import"]
)
def test_an_empty_source_is_wrong_use_and_not_the_folder_one_is_in(
    command: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "page.txt").write_text("A page of this folder.")
    monkeypatch.chdir(tmp_path)
    for empty in ("", "  "):
        code, out, err = run(capsys, *command.split(), empty)
        assert (code, out, len(err.splitlines())) == (2, "", 1)
        assert "empty" in err


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("feeds import --no-fetch urls", {"what": "import", "rest": ["urls"], "no_fetch": True}),
        ("feeds import urls --no-fetch", {"what": "import", "rest": ["urls"], "no_fetch": True}),
        ("search a --limit 5 b", {"query": ["a", "b"], "limit": 5}),
        ("search --limit=5 -- -b a", {"query": ["-b", "a"], "limit": 5}),
        ("send team --dry-run f.json", {"target": "team", "file": "f.json", "dry_run": True}),
        ("daily a --form text - --json", {"sources": ["a", "-"], "format": "text", "json": True}),
        ("watch answer --data d q1 yes", {"id": "q1", "value": "yes", "data": "d"}),
    ],
)
def test_options_stand_on_either_side(line: str, wanted: dict[str, object]) -> None:
    words = line.split()
    options = vars(arguments.parser(words).parse_args(words))
    assert {name: options[name] for name in wanted} == wanted


@pytest.mark.parametrize("line", ["daily a --nonsense b", "daily --format", "search --limit x a"])
def test_a_wrong_option_is_one_line(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, *line.split())
    assert (code, len(err.splitlines())) == (2, 1)
