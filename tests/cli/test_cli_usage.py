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


def add(capsys: pytest.CaptureFixture[str], tmp_path: Path, count: int) -> None:
    """Take in pages, of which the first has no date."""
    for n in range(count):
        date = f"November {n}, 2026\n\n" if n else ""
        words = f"Northgate opens store number {n} in Leeds, its chief executive said. " * 12
        (tmp_path / f"{n}.txt").write_text(f"Northgate opens store {n}\n\n{date}{words}")
    run(capsys, "add", *(str(tmp_path / f"{n}.txt") for n in range(count)), "--now", "2026-11-27")


def test_a_search_says_how_much_more_there_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add(capsys, tmp_path, 3)
    assert "1 more (--limit 3 shows all)" in run(capsys, "search", "northgate", "--limit", "2")[2]
    assert run(capsys, "search", "northgate", "--limit", "3")[2] == ""


def test_a_search_for_nothing_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    for words in ("(((", '"', "newer:"):
        code, _, err = run(capsys, "search", words)
        assert (code, len(err.splitlines())) == (2, 1)
    assert run(capsys, "search", "")[0] == 0


def test_an_article_without_a_date_is_not_dated_as_it_came(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add(capsys, tmp_path, 2)
    out = run(capsys, "search", "northgate")[1]
    assert "date missing  Northgate opens store 0" in out
    assert "2026-11-01  Northgate opens store 1" in out


def test_a_mail_without_a_recipient_is_printed_and_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = run(capsys, "daily", "--format", "eml", "--date", "2026-11-27")
    assert code == 0 and "From: " in out and "To: " not in out
    assert "no recipient is set" in err and "targets" in err
    settings = tmp_path / "c.toml"
    settings.write_text('[targets.post]\nkind = "mail"\nto = ["desk@shop.example"]\n')
    code, out, err = run(capsys, "daily", "--format", "eml", "--config", str(settings))
    assert "To: desk@shop.example" in out and "recipient" not in err


def test_an_unknown_target_is_said_before_the_briefing_is_looked_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, _, err = run(capsys, "send", "nosuch")
    assert code == 2 and "nosuch" in err
