"""Envelopes of `--json` agree with the exit code, and show no password."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from briefing.cli.main import main

SECRET = "https://me:secret@a.example/feed"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("BRIEFING_DATA", str(tmp_path / "data"))
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "BRIEFING_MODEL", "OPENAI_API_KEY"):
        monkeypatch.delenv(name, raising=False)


def run(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    code = main(list(argv))
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def answer(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, dict[str, Any]]:
    code, out, _ = run(capsys, *argv, "--json")
    return code, json.loads(out)


@pytest.mark.parametrize(
    "words",
    [
        ("add", "missing.txt"),
        ("summarise", "missing.txt"),
        ("feeds", "add", "no address", "--no-fetch"),
        ("feeds", "remove", "https://a.example/feed"),
        ("refresh", "https://a.example/feed"),
    ],
    ids=" ".join,
)
def test_where_nothing_could_be_done_nothing_is_ok(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    code, envelope = answer(capsys, *words)
    assert (code, envelope["ok"]) == (1, False)
    assert envelope["error"]["message"]


def test_what_is_done_in_part_is_ok(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "a.txt"
    page.write_text("Northgate shuts 12 stores. It said so on Tuesday, and its shares fell 3%.")
    code, envelope = answer(capsys, "add", str(page), "missing.txt")
    assert (code, envelope["ok"], envelope["error"]) == (3, True, None)
    assert [row["state"] for row in envelope["data"]] == ["new", "refused"]


def test_a_blocked_card_is_not_ok(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("Northgate shuts 12 stores. It said so on Tuesday at noon.")
    card = {"id": "1", "claims": [{"text": "Northgate shuts 90 stores.", "evidence": [0]}]}
    (tmp_path / "card.json").write_text(json.dumps(card))
    code, envelope = answer(capsys, "check", str(tmp_path / "card.json"), str(tmp_path / "a.txt"))
    assert (code, envelope["ok"], envelope["data"]["verdict"]) == (1, False, "block")


@pytest.mark.parametrize(
    ("words", "key"),
    [
        (("config", "path"), "path"),
        (("config", "schedule"), "text"),
        (("config", "init"), "path"),
        (("config", "prompts", "path"), "path"),
        (("feeds", "export"), "opml"),
    ],
    ids=lambda x: " ".join(x) if isinstance(x, tuple) else "",
)
def test_every_list_and_change_has_an_envelope(
    words: tuple[str, ...], key: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, envelope = answer(capsys, *words)
    assert (code, envelope["ok"]) == (0, True)
    assert envelope["data"][key]


def test_a_feeds_password_is_out_of_sight_and_still_used(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = [
        run(capsys, "feeds", "add", SECRET, "--no-fetch", "--json"),
        run(capsys, "feeds", "list"),
        run(capsys, "feeds", "list", "--json"),
        run(capsys, "feeds", "check"),
        run(capsys, "feeds", "check", "--json"),
    ]
    assert all("a.example/feed" in out for _, out, _ in told)
    assert not any("secret" in out + err for _, out, err in told)
    kept = tmp_path / "kept.opml"
    run(capsys, "feeds", "export", str(kept))
    assert kept.read_text().count("secret") == 1 and SECRET in kept.read_text()
    assert SECRET in answer(capsys, "feeds", "export")[1]["data"]["opml"]


@pytest.mark.parametrize("given", [SECRET, "https://a.example/feed"])
def test_a_feed_is_named_by_its_address_or_by_what_is_shown_of_it(
    given: str, capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, "feeds", "add", SECRET, "--no-fetch")
    code, envelope = answer(capsys, "feeds", "remove", given)
    assert (code, envelope["data"]) == (0, ["https://a.example/feed"])
    assert run(capsys, "feeds", "list")[1] == ""
