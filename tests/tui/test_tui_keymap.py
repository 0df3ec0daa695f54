"""Commands are declared once: keys, presets, the user's own, and somebody who carries each out."""

from __future__ import annotations

import pytest

from briefing.errors import ConfigError
from briefing.tui.app import Reader
from briefing.tui.commands import BY_NAME, COMMANDS, GROUPS
from briefing.tui.keymap import PRESETS, Keymap, shown, textual_name
from briefing.tui.screens.briefings import Briefings, Days
from briefing.tui.screens.health import Feeds, Health
from briefing.tui.screens.ledger import Ledger, Questions
from briefing.tui.screens.library import Library
from briefing.tui.screens.today import Stories, Today
from briefing.tui.sheets import keys
from briefing.tui.widgets.headlines import Headlines
from briefing.tui.widgets.reading import ArticlePane, CardPane
from briefing.tui.widgets.sources import Sources

PANES = {
    "list": (Headlines, Library),
    "sources": (Sources, Library),
    "stories": (Stories, Today),
    "article": (ArticlePane, Today, Library),
    "card": (CardPane, Today, Library),
    "past": (Days, Briefings),
    "questions": (Questions, Ledger),
    "feeds": (Feeds, Health),
    "pane": (Headlines, Sources, Stories, ArticlePane, Days, Questions, Feeds),
    "everywhere": (Reader,),
}


def test_every_command_has_somebody_who_carries_it_out_in_every_place_it_names() -> None:
    for command in COMMANDS:
        method = f"do_{command.name.replace('-', '_')}"
        for place in command.places:
            where = (*PANES[place], Reader)
            if place in ("everywhere", "pane"):
                where = (*where, Today, Library)
            found = [who for who in where if hasattr(who, method)]
            assert found, f"{command.name} in {place}"


@pytest.mark.parametrize("preset", PRESETS)
def test_no_key_means_two_things_in_one_place(preset: str) -> None:
    keymap = Keymap(preset)
    seen: dict[tuple[str, str], str] = {}
    for command in COMMANDS:
        for key in keymap.keys[command.name]:
            for place in command.places:
                other = seen.setdefault((place, textual_name(key)), command.name)
                assert other == command.name, f"{key} in {place}: {other}, {command.name}"


@pytest.mark.parametrize("preset", PRESETS)
def test_every_command_can_be_reached_by_key_or_palette(preset: str) -> None:
    keymap = Keymap(preset)
    for name in ("help", "palette", "quit", "back", "undo", "search"):
        assert keymap.keys[name], name


def test_presets_speak_like_their_programs() -> None:
    newsboat, vim = Keymap("newsboat"), Keymap("vim")
    assert newsboat.find("s", ("article", "everywhere")) == "save"
    assert newsboat.find("N", ("list", "everywhere")) == "toggle-read"
    assert newsboat.find("ctrl+e", ("list", "everywhere")) == "star"
    assert vim.find("ctrl+d", ("list", "pane", "everywhere")) == "page-down"
    assert vim.find("u", ("list", "everywhere")) == "undo"


def test_own_keys_take_a_key_from_whoever_had_it() -> None:
    keymap = Keymap(own={"mark-nothing": "x"} and {"toggle_read": "s, m"})
    assert keymap.find("s", ("list",)) == "toggle-read"
    assert keymap.keys["star"] == ()
    assert keymap.keys["save"] == ("S",)


@pytest.mark.parametrize(
    ("preset", "own", "says"),
    [
        ("emacs", {}, "no preset is called 'emacs'"),
        ("default", {"sart": "s"}, "no command is called 'sart'"),
        ("default", {"star": "x", "tag": "x"}, "both star and tag"),
    ],
)
def test_wrong_keys_are_refused_in_words(preset: str, own: dict[str, str], says: str) -> None:
    with pytest.raises(ConfigError, match=says):
        Keymap(preset, own)


def test_an_unknown_command_names_its_neighbour() -> None:
    with pytest.raises(ConfigError) as caught:
        Keymap(own={"sart": "s"})
    assert "star" in caught.value.hint


def test_keys_are_written_as_people_write_them() -> None:
    assert [shown(k) for k in ("enter", "ctrl+p", "exclamation_mark", "G", "f2")] == [
        "⏎",
        "^P",
        "!",
        "G",
        "F2",
    ]


def test_the_help_holds_every_command_and_finds_by_words() -> None:
    keymap = Keymap()
    named = {block.key for block in keys.grouped("", keymap) if block.key}
    assert named == set(BY_NAME)
    assert [b.key for b in keys.grouped("slack", keymap) if b.key] == ["slack"]
    assert "about that" in keys.grouped("zzz", keymap)[0].text
    labels = [b.text for b in keys.grouped("", keymap) if b.key is None]
    assert [g.upper() for g in GROUPS] == labels[: len(GROUPS)]


def test_the_palette_puts_names_that_begin_so_first() -> None:
    assert keys.found("theme")[0].name == "theme"
    assert keys.found("undo")[0].name == "undo"
