"""Which key does what where: the declared keys, a preset over them, the user's own over both."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping

from briefing.errors import ConfigError
from briefing.tui.commands import BY_NAME, COMMANDS, Command

# What differs from the default; a command not named keeps its keys unless another took them.
PRESETS: dict[str, dict[str, str]] = {
    "default": {},
    "vim": {
        "page-down": "ctrl+f,ctrl+d,pagedown",
        "page-up": "ctrl+b,ctrl+u,pageup",
        "previous-unread": "N",
        "toggle-read": "m",
        "undo": "u,ctrl+z",
        "links": "f",
        "order": "=",
        "zen": "Z,z",
        "delete": "D,d",
    },
    "newsboat": {
        "browser": "o",
        "browser-read": "O",
        "toggle-read": "N",
        "save": "s",
        "star": "ctrl+e",
        "add": "E,a",
        "tag": "ctrl+t",
        "theme": "f9",
        "read-listed": "A",
        "read-all": "C",
        "full-text": "x",
        "search": "/",
        "filter": "F",
        "quit": "Q,ctrl+q",
        "show-new": "ctrl+n",
        "previous-pane": "shift+tab",
    },
}
# How keys are written by people, and how Textual calls them.
_NAMES = {
    "!": "exclamation_mark", "|": "vertical_line", "/": "slash", ":": "colon",
    "?": "question_mark", "=": "equals_sign", "#": "number_sign", "@": "at",
    "$": "dollar_sign", "%": "percent_sign", "&": "ampersand", "*": "asterisk",
    "+": "plus", "-": "minus", ".": "full_stop", ";": "semicolon", "<": "less_than_sign",
    ">": "greater_than_sign", "~": "tilde", "^": "circumflex_accent", " ": "space",
    "_": "underscore", "'": "apostrophe", '"': "quotation_mark",
}  # fmt: skip
_SHOWN = {
    **{name: sign for sign, name in _NAMES.items()},
    "enter": "⏎", "escape": "Esc", "space": "Space", "pagedown": "PgDn", "pageup": "PgUp",
    "down": "↓", "up": "↑", "left": "←", "right": "→", "tab": "Tab", "shift+tab": "⇧Tab",
    "home": "Home", "end": "End",
}  # fmt: skip


class Keymap:
    """Keys of every command, and the command of a key at a place."""

    def __init__(self, preset: str = "default", own: Mapping[str, str] | None = None) -> None:
        """Raise ConfigError for an unknown preset or command, or two commands for one key."""
        if preset not in PRESETS:
            raise ConfigError(
                f"reader.keymap: no preset is called {preset!r}",
                hint=f"known: {', '.join(PRESETS)}",
            )
        for name in own or {}:
            if name.replace("_", "-") not in BY_NAME:
                near = difflib.get_close_matches(name.replace("_", "-"), BY_NAME, n=1)
                raise ConfigError(
                    f"reader.keys: no command is called {name!r}",
                    hint=f"did you mean {near[0]!r}?" if near else "press ? for all commands",
                )
        layers = (PRESETS[preset], {k.replace("_", "-"): v for k, v in (own or {}).items()})
        self.keys = {command.name: command.keys for command in COMMANDS}
        self._by_place: dict[tuple[str, str], str] = {}
        for layer in layers:
            self._lay(layer)
        for command in COMMANDS:
            for key in self.keys[command.name]:
                for place in command.places:
                    self._by_place.setdefault((place, textual_name(key)), command.name)

    def _lay(self, layer: Mapping[str, str]) -> None:
        """Give commands new keys; a key is taken from whoever had it at the same places."""
        taken: dict[tuple[str, str], str] = {}
        for name, written in layer.items():
            keys = tuple(k.strip() for k in written.split(",") if k.strip()) or (written,)
            for key in keys:
                for place in BY_NAME[name].places:
                    other = taken.setdefault((place, textual_name(key)), name)
                    if other != name:
                        raise ConfigError(f"reader.keys: {key} is both {other} and {name}")
            self.keys[name] = keys
        for command in COMMANDS:
            if command.name not in layer:
                self.keys[command.name] = tuple(
                    key
                    for key in self.keys[command.name]
                    if not any((place, textual_name(key)) in taken for place in command.places)
                )

    def find(self, key: str, places: Iterable[str]) -> str | None:
        """Return the command of a key at the first of these places that knows it."""
        for place in places:
            if name := self._by_place.get((place, key)):
                return name
        return None

    def label(self, command: Command, count: int = 1) -> str:
        """Return the keys of a command as people write them."""
        return " ".join(dict.fromkeys(shown(key) for key in self.keys[command.name][:count]))


def textual_name(key: str) -> str:
    """Return Textual's name of a key that a person wrote (`!`, `ctrl+e`, `S`)."""
    if key in _NAMES:
        return _NAMES[key]
    return key if len(key) == 1 else key.lower()


def shown(key: str) -> str:
    """Return a key as it is printed: `⏎`, `^P`, `S`."""
    if key in _SHOWN:
        return _SHOWN[key]
    if key.startswith("ctrl+"):
        return "^" + key[5:].upper()
    return key.upper() if len(key) > 1 else key
