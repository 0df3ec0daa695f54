"""All commands as blocks, by group, with their keys; made from the one declaration."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.tui.commands import COMMANDS, GROUPS, Command
from briefing.tui.keymap import Keymap
from briefing.tui.sheets.block import Block, Run, label, line
from briefing.tui.shown import fit

_WIDE = 12
_QUERY = (
    ("kroger alibaba", "both words; OR between two means either, -word leaves it out"),
    ('"same-store sales"', "words side by side; krog* for all that begins so"),
    ("company:Hema", "a company by any of its names"),
    ("title:deal  author:lee", "only there"),
    ("feed:grocery  site:retaildive", "where it came from; category:Asia, tag:later as well"),
    ("is:unread  is:starred  is:rumour", "what it is: read, tagged, noted, filed, paywall …"),
    ("newer:7d  date:2026-11", "when; older:3w, date:2026-11-01..2026-11-07 as well"),
)


def matches(command: Command, words: str) -> bool:
    """Say whether all words are in a command's name, help, group or keys."""
    about = f"{command.name} {command.help} {command.group}".lower()
    return all(word in about or word in command.keys for word in words.lower().split())


def found(words: str) -> list[Command]:
    """Return the commands that words are about; those whose name begins so come first."""
    hits = [command for command in COMMANDS if matches(command, words)]
    return sorted(hits, key=lambda c: not c.name.startswith(words.lower().strip() or " "))


def listing(commands: Sequence[Command], keymap: Keymap) -> list[Block]:
    """Return commands in one list."""
    if not commands:
        return [line("No command is about that.", "muted", indent=1)]
    return [_row(command, keymap) for command in commands]


def grouped(words: str, keymap: Keymap) -> list[Block]:
    """Return the help: commands that words are about, by group, then the query language."""
    sheet: list[Block] = []
    for group in GROUPS:
        rows = [c for c in COMMANDS if c.group == group and matches(c, words)]
        if rows:
            sheet += [label(group, gap=1 if sheet else 0), *(_row(c, keymap) for c in rows)]
    language = [
        Block((Run(fit(query, 34), "figure"), Run(f" {meaning}", "muted")), hang=35, indent=1)
        for query, meaning in _QUERY
        if all(w in f"{query} {meaning} query search".lower() for w in words.lower().split())
    ]
    if language:
        sheet += [label("The query language", gap=1 if sheet else 0), *language]
    return sheet or [line("Nothing in the help is about that.", "muted", indent=1)]


def _row(command: Command, keymap: Keymap) -> Block:
    keys = fit(keymap.label(command, 3) or "no key", _WIDE, right=True)
    where = "" if "everywhere" in command.places or "pane" in command.places else _where(command)
    runs = (Run(keys, "accent"), Run(f"  {command.help}"))
    return Block(runs, key=command.name, hang=_WIDE + 2, right=where)


def _where(command: Command) -> str:
    """Return where a command works, where that is not everywhere."""
    if {"article", "list"} <= set(command.places):
        return "texts"
    return command.places[0]
