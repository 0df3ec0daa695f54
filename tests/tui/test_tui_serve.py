"""The reader in a browser: the same settings, on loopback, a word where the extra is missing."""

from __future__ import annotations

import builtins
from pathlib import Path
from typing import Any

import pytest

from briefing.config import Config
from briefing.errors import BriefingError
from briefing.tui import serve


def test_every_visitor_gets_a_reader_with_the_same_settings() -> None:
    config = Config(data=Path("/tmp/here it is"), file=Path("/etc/briefing.toml"), offline=True)
    words = list(serve.command(config))
    assert words[1:4] == ["-m", "briefing", "--data"] and words[4] == "/tmp/here it is"
    assert words[-1] == "read" and "--offline" in words and "/etc/briefing.toml" in words


def test_it_serves_on_loopback_unless_told_otherwise() -> None:
    assert serve.LOOPBACK == "127.0.0.1"


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def missing(name: str, *more: Any) -> Any:
        if name.startswith("textual_serve"):
            raise ImportError(name)
        return real(name, *more)

    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(BriefingError) as caught:
        serve.run(Config(), say=lambda words: pytest.fail("it is not served"))
    assert "briefing[serve]" in caught.value.hint


def test_a_place_that_cannot_be_served_from_is_said_in_words() -> None:
    pytest.importorskip("textual_serve")
    with pytest.raises(BriefingError, match=r"127\.0\.0\.1:99999 cannot be served from"):
        serve.run(Config(), port=99_999)
