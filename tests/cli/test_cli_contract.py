"""The command line as the public contract has it: names, exit codes, envelopes, one-line errors."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.cli import arguments
from briefing.cli.main import main

PAGE = """Northgate lifts full-year guidance

Northgate, the Leeds-based grocer, said on Tuesday that sales rose 4.2% to £1.3 billion in its
third quarter, and it raised its guidance for the year.

The company plans to open 14 stores by March 2027, chief executive Mara Holt said. It expects
operating profit of £92 million, up from an earlier forecast of £85 million.

Rival Pellworth is reportedly in talks to sell its Scottish stores, according to the Herald.
"""


def run(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    code = main(list(argv))
    captured = capsys.readouterr()
    return code, captured.out, captured.err


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "northgate.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("BRIEFING_DATA", str(tmp_path / "data"))
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "BRIEFING_MODEL", "OPENAI_API_KEY"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize("command", arguments.COMMANDS, ids=lambda c: c.name)
def test_every_command_has_help_with_an_example(
    command: arguments.Command, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command.name, "--help"])
    assert ended.value.code == 0
    assert f"example: {command.example}" in " ".join(capsys.readouterr().out.split())


def test_wrong_use_is_exit_code_2_and_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["daily", "--format", "docx"])
    assert ended.value.code == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


def test_global_flags_are_taken_before_and_after_the_command(
    page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = run(capsys, "--offline", "summarise", str(page), "--format", "json")
    after = run(capsys, "summarise", str(page), "--format", "json", "--offline")
    assert before == after
    assert before[0] == 0


def test_a_card_has_the_shape_of_its_schema(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import jsonschema

    _, text, _ = run(capsys, "summarise", str(page), "--format", "json", "--offline")
    _, schema, _ = run(capsys, "config", "schema", "card")
    card = json.loads(text)
    jsonschema.validate(card, json.loads(schema))
    assert card["made_by"] == "offline"
    assert all(point["evidence"] for point in card["points"])
    assert card["checks"]["total"] > 10
    assert not [f for f in card["checks"]["findings"] if f["severity"] == "block"]


def test_a_briefing_has_the_shape_of_its_schema(
    page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import jsonschema

    code, text, _ = run(capsys, "daily", str(page), "--format", "json", "--offline")
    _, schema, _ = run(capsys, "config", "schema", "briefing")
    briefing = json.loads(text)
    jsonschema.validate(briefing, json.loads(schema))
    assert code == 0
    assert set(briefing["watch"]) == {"answered", "due", "new", "overdue"}


def test_extract_prints_text_and_touches_no_archive(
    page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, text, _ = run(capsys, "extract", str(page))
    assert code == 0
    assert "£1.3 billion" in text
    assert not (tmp_path / "data").exists()


def test_add_says_new_then_known(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, first, _ = run(capsys, "add", str(page))
    assert (code, first.split(":")[0]) == (0, "new")
    code, second, _ = run(capsys, "add", str(page))
    assert (code, second.split(":")[0]) == (0, "known")


def test_a_bad_source_is_named_and_the_rest_goes_on(
    page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    binary = tmp_path / "picture.txt"
    binary.write_bytes(bytes(range(256)) * 40)
    code, out, err = run(capsys, "add", str(binary), str(page), str(tmp_path / "missing.html"))
    assert code == 3
    assert out.startswith("new:")
    assert [str(binary) in line or "missing.html" in line for line in err.strip().splitlines()] == [
        True,
        True,
    ]


def test_nothing_readable_is_exit_code_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    code, out, err = run(capsys, "extract", str(empty))
    assert (code, out) == (1, "")
    assert len(err.strip().splitlines()) == 1


def test_json_gives_one_envelope(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "add", str(page))
    _, text, _ = run(capsys, "search", "northgate", "--json")
    envelope = json.loads(text)
    assert envelope["ok"] is True
    assert envelope["error"] is None
    assert [row["title"] for row in envelope["data"]] == ["Northgate lifts full-year guidance"]


def test_json_gives_an_envelope_for_a_failure_too(capsys: pytest.CaptureFixture[str]) -> None:
    code, text, _ = run(capsys, "watch", "drop", "nosuch", "--json")
    envelope = json.loads(text)
    assert code != 0
    assert envelope["ok"] is False
    assert envelope["error"]["message"]


def test_sending_answers_with_an_envelope_that_lists_each_part(
    page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = tmp_path / "config.toml"
    settings.write_text(f'[targets.shelf]\nkind = "folder"\nfolder = "{tmp_path / "out"}"\n')
    run(capsys, "add", str(page), "--now", "2026-11-20")
    run(capsys, "daily", "--date", "2026-11-20")
    words = ("--config", str(settings), "--json", "--date", "2026-11-20")
    code, out, _ = run(capsys, "send", "shelf", *words)
    (part,) = json.loads(out)["data"]
    assert code == 0 and (part["target"], part["state"], part["parts"]) == ("shelf", "sent", 1)
    _, again, _ = run(capsys, "send", "--retry", "--json")
    assert json.loads(again) == {"ok": True, "data": [], "error": None}


def test_a_settings_file_without_a_name_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "--config", "", "watch")[0] == 2


def test_the_ledger_lists_questions_in_the_shape_of_the_contract(
    page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line = {"id": "1", "title": "Northgate lifts guidance", "text": PAGE, "published": "2026-11-20"}
    main_add(line)
    run(capsys, "daily", "--date", "2026-11-20", "--now", "2026-11-20", "--out", "-")
    _, text, _ = run(capsys, "watch", "list", "--json", "--now", "2026-11-21")
    rows = json.loads(text)["data"]
    assert rows
    for row in rows:
        assert set(row) == {
            "id", "question", "actor", "event", "by", "state", "opened", "article", "answer",
        }  # fmt: skip
        assert set(row["article"]) == {"id", "title", "url"}


def main_add(line: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "briefing", "add", "--jsonl"],
        input=json.dumps(line).encode(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_daily_of_the_archive_is_the_same_twice_and_kept(
    capsys: pytest.CaptureFixture[str],
) -> None:
    line = {"id": "1", "title": "Northgate lifts guidance", "text": PAGE, "published": "2026-11-20"}
    main_add(line)
    argv = ("daily", "--date", "2026-11-20", "--now", "2026-11-20")
    first, second = run(capsys, *argv), run(capsys, *argv)
    assert first[:2] == second[:2]
    assert "## Top stories" in first[1]


def test_a_day_without_articles_is_a_decent_briefing(capsys: pytest.CaptureFixture[str]) -> None:
    code, text, _ = run(capsys, "daily", "--date", "2026-11-20")
    assert code == 0
    assert "Nothing significant" in text
    assert "## Sources" in text


def test_a_briefing_is_written_whole_into_a_folder(
    page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    argv = ("daily", str(page), "--date", "2026-11-20", "--out", str(folder))
    code, text, _ = run(capsys, *argv, "--format", "html")
    assert (code, text) == (0, "")
    assert [p.name for p in folder.iterdir()] == ["2026-11-20.html"]


def test_a_read_only_folder_is_one_clear_line(
    page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    code, _, err = run(capsys, "daily", str(page), "--out", str(blocked / "x.md"))
    assert code == 1
    assert len([line for line in err.splitlines() if line.startswith("briefing:")]) == 1


def test_check_blocks_an_invented_figure(
    page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    claims = {"claims": [{"text": "Northgate said sales rose 42.2% to £1.3 billion."}]}
    card = tmp_path / "claims.json"
    card.write_text(json.dumps(claims))
    code, text, _ = run(capsys, "check", str(card), str(page))
    assert code == 1
    assert text.startswith("block")


def test_check_passes_what_the_source_says(
    page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    claims = {"claims": [{"text": "Northgate said sales rose 4.2% to £1.3 billion."}]}
    card = tmp_path / "claims.json"
    card.write_text(json.dumps(claims))
    code, text, _ = run(capsys, "check", str(card), str(page))
    assert (code, text.strip()) == (0, "ok")


@pytest.mark.parametrize("text", ["[]", "3", "[" * 100_000, "{", '{"claims": 3}'])
def test_check_refuses_what_is_no_card(
    text: str, page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    card = tmp_path / "card.json"
    card.write_text(text)
    code, _, said = run(capsys, "check", str(card), str(page))
    assert code == 1
    assert said.startswith("briefing: ") and "a fault of this program" not in said


def test_a_broken_pipe_is_silent(page: Path) -> None:
    done = subprocess.run(
        f"{sys.executable} -m briefing extract {page} | true",
        shell=True,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""


@pytest.mark.parametrize("form", ["markdown", "text", "json", "slack", "html"])
def test_a_card_is_written_in_every_form(
    form: str, page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, text, _ = run(capsys, "summarise", str(page), "--format", form)
    assert code == 0
    assert "Northgate" in text
    if form == "slack":
        assert "blocks" in json.loads(text)


@pytest.mark.parametrize("form", ["markdown", "html", "text", "json", "slack", "eml", "atom"])
def test_a_briefing_is_written_in_every_form(form: str, page: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "briefing", "daily", str(page), "--format", form],
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert b"Northgate" in done.stdout


@pytest.mark.parametrize("name", ["extract", "summarise", "check", "cluster"])
def test_a_filter_answers_bad_lines_and_goes_on(name: str) -> None:
    good = {"id": "a", "title": "Northgate", "text": PAGE, "source": PAGE, "claims": []}
    odd = json.dumps(good | {"id": {"a": 1}})
    text = f"not json\n{json.dumps(good)}\n[]\n{odd}\n"
    done = subprocess.run(
        [sys.executable, "-m", "briefing", name, "--jsonl"],
        input=text.encode(),
        capture_output=True,
        check=False,
    )
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 3
    assert sum("error" in row for row in rows) == 3
    assert [row["id"] for row in rows if "'id' must be" in row.get("error", "")] == [{"a": 1}]
    assert [row["id"] for row in rows if "error" not in row] == ["a"]


def test_the_manual_page_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    _, text, _ = run(capsys, "config", "man")
    for command in arguments.COMMANDS:
        assert f".SS {command.name}" in text


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completions_offer_every_command(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, text, _ = run(capsys, "config", "completion", shell)
    assert code == 0
    assert all(command.name in text for command in arguments.COMMANDS)


def test_followed_feeds_are_listed_by_the_names_of_what_is_known(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    opml = tmp_path / "feeds.opml"
    opml.write_text(
        '<opml><body><outline text="A" xmlUrl="http://127.0.0.1:47111/f"/></body></opml>', "utf-8"
    )
    run(capsys, "feeds", "import", str(opml))
    code, out, _ = run(capsys, "feeds", "list", "--json")
    feed = json.loads(out)["data"][0]
    assert code == 0
    assert (
        feed["url"] == "http://127.0.0.1:47111/f" and feed["tags"] == [] and feed["muted"] is False
    )
