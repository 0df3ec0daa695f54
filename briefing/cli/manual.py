"""The manual page in roff, made from the one declaration of commands."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from briefing import __version__
from briefing.cli import arguments

EXIT_CODES = (
    ("0", "done"),
    ("1", "could not be done"),
    ("2", "wrong use"),
    ("3", "done in part: some sources, feeds or lines failed, each named on stderr"),
    ("130", "stopped by Ctrl-C"),
)
VARIABLES = (
    ("BRIEFING_DATA", "folder of the archive"),
    ("BRIEFING_MODEL", "name of the model to write with"),
    ("OPENAI_BASE_URL", "address of the model server, or a preset"),
    ("OPENAI_API_KEY", "key of the model server"),
    ("BRIEFING_DEADLINE", "seconds one card may take in all"),
    ("NO_COLOR", "no colour"),
    ("XDG_CONFIG_HOME, XDG_DATA_HOME", "where settings and archive live"),
)


def page() -> str:
    """Return the manual page."""
    lines = [
        f'.TH BRIEFING 1 "" "briefing {__version__}" "User Commands"',
        ".SH NAME",
        r"briefing \- read retail news, write grounded cards and daily briefings",
        ".SH SYNOPSIS",
        ".B briefing\n[\\fIOPTION\\fR] \\fICOMMAND\\fR [\\fIARGUMENT\\fR]...",
        ".SH COMMANDS",
        *_commands(),
        ".SH EXIT STATUS",
        *_terms(EXIT_CODES),
        ".SH ENVIRONMENT",
        *_terms(VARIABLES),
        ".SH OUTPUT",
        "stdout is the product, stderr is talk. With \\fB\\-\\-json\\fR commands that list or",
        'change state answer with one envelope {"ok", "data", "error"}.',
    ]
    return "\n".join(lines) + "\n"


def _commands() -> Iterator[str]:
    for command in arguments.COMMANDS:
        yield f".SS {command.name}"
        yield _escaped(f"{command.help[0].upper()}{command.help[1:]}. Example:")
        yield f".B {_escaped(command.example)}"
        parser = argparse.ArgumentParser(add_help=False)
        command.flags(parser)
        yield from _terms(
            (_name(action), action.help)
            for action in parser._actions
            if action.help and action.help != argparse.SUPPRESS
        )


def _name(action: argparse.Action) -> str:
    if action.option_strings:
        value = f" {action.metavar or 'VALUE'}" if action.nargs != 0 else ""
        return ", ".join(action.option_strings) + value
    return str(action.metavar or action.dest)


def _terms(rows: Iterator[tuple[str, str]] | tuple[tuple[str, str], ...]) -> Iterator[str]:
    for term, words in rows:
        yield ".TP"
        yield f".B {_escaped(term)}"
        yield _escaped(words)


def _escaped(text: str) -> str:
    return text.replace("\\", "\\e").replace("-", "\\-")
