"""The settings file: every value is of its kind, and what is not says which, where and why."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing import config, locations
from briefing.errors import ConfigError


def loaded(folder: Path, text: str) -> config.Config:
    file = folder / "config.toml"
    file.write_text(text, encoding="utf-8")
    return config.load(file, env={})


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[daily]\nweights = {status = "a"}', "daily.weights must be a table of numbers"),
        ("[daily]\nweights = {fame = 1}", "unknown setting 'daily.weights.fame'"),
        ("[daily]\nweights = 3", "daily.weights must be a table of numbers"),
        ("[daily]\nbeats = {toys = 1}", "daily.beats must be a table of lists"),
        ("[reader.keys]\nstar = 1", "reader.keys must be a table of texts"),
        ("[net]\ntimeout = -1", "net.timeout must be a number"),
        ("[net]\nconnections = inf", "net.connections must be a whole number"),
        pytest.param("[net]\ntimeout = 1" + "0" * 400, "net.timeout must be a number", id="large"),
        pytest.param("x = 1" + "0" * 5000, "Exceeds the limit", id="larger"),
        pytest.param("x = " + "[" * 3000, "nested too deep", id="deep"),
        ("[net]\ntimeout = nan", "net.timeout must be a number"),
        ("[net]\ntimeout = 0", "net.timeout must be more than 0 seconds"),
        ("[net]\ntimeout = 1e10", "net.timeout must be more than 0 seconds and at most a day"),
        ("[net]\nmin_interval = 99999999999999999999", "net.min_interval must be a whole number"),
        ("[daily]\nday_starts = 1.5", "daily.day_starts must be a whole number"),
        ("[daily]\nwatchlist = {a = 1}", "daily.watchlist must be a list"),
        ('[targets.x]\nkind = "pigeon"', "targets.x.kind: 'pigeon' is not known"),
    ],
)
def test_a_value_of_the_wrong_kind_is_named(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(ConfigError, match=words.replace(".", r"\.")):
        loaded(tmp_path, text)


def test_tables_keep_the_kind_of_their_values(tmp_path: Path) -> None:
    daily = loaded(tmp_path, '[daily]\nweights = {size = 2}\nbeats = {toys = ["doll"]}').daily
    assert daily.weights == {"size": 2.0}
    assert daily.beats == {"toys": ["doll"]}


def test_a_file_that_cannot_be_opened_says_why(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="is a directory") as caught:
        config.load(tmp_path, env={})
    assert "UTF-8" not in str(caught.value.hint)


@pytest.mark.parametrize("folder", ["", "~no-such-user-here/x"])
def test_a_data_folder_that_cannot_be_is_refused(folder: str) -> None:
    with pytest.raises(ConfigError, match="--data"):
        config.load(env={}, flags={"data": folder})


def test_the_home_of_nobody_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/me")
    assert locations.expanded("~/x") == Path("/home/me/x")
    assert locations.expanded("~no-such-user-here/x") == Path("~no-such-user-here/x")


def test_settings_are_frozen_compared_by_value_and_take_no_unknown_name() -> None:
    net = config.NetConfig(timeout=3.0)
    assert net == config.NetConfig(timeout=3.0) != config.NetConfig()
    assert net.replaced(per_host=1) == config.NetConfig(timeout=3.0, per_host=1)
    with pytest.raises(AttributeError):
        net.timeout = 4.0  # type: ignore[misc]
    with pytest.raises(AttributeError):
        del net.timeout
    with pytest.raises(TypeError, match="has no timeuot"):
        config.NetConfig(**{"timeuot": 3.0})  # type: ignore[arg-type]


def test_a_table_of_one_section_is_not_shared_with_the_next() -> None:
    config.DailyConfig().weights["status"] = 9.0
    assert config.DailyConfig().weights == {}


def test_a_password_in_an_address_is_not_shown() -> None:
    made = config.load(env={"HTTPS_PROXY": "http://me:secret@proxy.example:3128"})
    assert made.net.proxy == "http://me:secret@proxy.example:3128"
    assert "secret" not in repr(made)
    assert ("net.proxy", "http://proxy.example:3128", "HTTPS_PROXY") in config.effective(made)
