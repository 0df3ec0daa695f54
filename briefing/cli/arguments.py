"""The commands and their flags, as data for argparse. Loads nothing heavy.

Global flags are accepted before and after the command's name.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, NoReturn

from briefing import __version__

Parser = argparse.ArgumentParser


class _Formatter(argparse.HelpFormatter):
    """As wide as the terminal; argparse's own loads archives and compressors to find that out."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_width() - 2)


def _width() -> int:
    """Return the columns of the terminal, as the standard library's `shutil` finds them."""
    named = os.environ.get("COLUMNS", "")
    if named.isdecimal() and int(named) > 0:
        return int(named)
    try:
        return os.get_terminal_size(1).columns or 80
    except (OSError, ValueError):
        return 80


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**{"formatter_class": _Formatter} | given)

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message} (see: {self.prog} --help)\n")


class _OfCommand(_Parser):
    """Takes options on either side of what they are about, as argparse does for one side only."""

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Parse with the options first."""
        return super().parse_known_args(self._options_first(list(args or ())), namespace)

    def _options_first(self, given: list[str]) -> list[str]:
        options: list[str] = []
        rest: list[str] = []
        words = iter(given)
        for word in words:
            if word == "--":
                return [*options, "--", *rest, *words]
            if not word.startswith("-") or word == "-":
                rest.append(word)
                continue
            options.append(word)
            if self._wants_value(word):
                options += [value for value in (next(words, None),) if value is not None]
        return [*options, *rest]

    def _wants_value(self, word: str) -> bool:
        known = self._option_string_actions
        name = word if word in known else next((k for k in known if k.startswith(word)), None)
        return name is not None and known[name].nargs is None


def _source(text: str) -> str:
    if not text.strip():
        raise argparse.ArgumentTypeError("it is empty; give a file, a folder, an address, or -")
    return text


class Command(NamedTuple):
    """A command: its name, one line of help, an example that runs, its flags, its module."""

    name: str
    help: str
    example: str
    flags: Callable[[Parser], None]
    module: str
    aliases: tuple[str, ...] = ()


def _globals(parser: Parser, *, top: bool) -> None:
    """Add the global flags; below the top a missing one must not overwrite the earlier value."""
    missing = None if top else argparse.SUPPRESS
    off = False if top else argparse.SUPPRESS
    group = parser.add_argument_group("everywhere")
    group.add_argument("--config", metavar="FILE", default=missing, help="settings to read")
    group.add_argument("--data", metavar="DIR", default=missing, help="folder of the archive")
    group.add_argument("--offline", action="store_true", default=off, help="never use a model")
    group.add_argument("--model", metavar="NAME", default=missing, help="model to write with")
    group.add_argument("--json", action="store_true", default=off, help="answer with one envelope")
    group.add_argument("--quiet", action="store_true", default=off, help="no talk on stderr")
    group.add_argument("--debug", action="store_true", default=off, help="show tracebacks")
    group.add_argument("--now", metavar="DATE", default=missing, help=argparse.SUPPRESS)


def _sources(parser: Parser, count: str) -> None:
    parser.add_argument(
        "sources",
        metavar="SOURCE",
        nargs=count,
        type=_source,
        help="file, folder, address, or - for stdin",
    )
    parser.add_argument("--kind", choices=KINDS, help="what the source is, instead of looking")


KINDS = ("html", "text", "dump", "markdown", "mail", "mbox", "feed", "pdf")


def _read(parser: Parser) -> None:
    parser.add_argument(
        "sources", metavar="SOURCE", nargs="*", type=_source, help="open the reader on these"
    )


def _add(parser: Parser) -> None:
    _sources(parser, "*")
    parser.add_argument("--jsonl", action="store_true", help="read article lines from stdin")


def _extract(parser: Parser) -> None:
    _sources(parser, "?")
    parser.add_argument("--format", choices=("text", "markdown", "json"), default="text")
    parser.add_argument("--jsonl", action="store_true", help="a filter: JSON lines in and out")


def _summarise(parser: Parser) -> None:
    _sources(parser, "*")
    formats = ("markdown", "text", "json", "slack", "html")
    parser.add_argument("--format", choices=formats, default="markdown")
    parser.add_argument("--jsonl", action="store_true", help="a filter: JSON lines in and out")
    parser.add_argument("--dry-run", action="store_true", help="say what a model would be sent")


def _daily(parser: Parser) -> None:
    _sources(parser, "*")
    parser.add_argument("--date", metavar="D", help="day of the briefing, YYYY-MM-DD")
    parser.add_argument(
        "--since", metavar="D", help="first day, or last: what came after that issue"
    )
    parser.add_argument("--out", metavar="FILE|DIR|-", default="-", help="where it is written")
    formats = ("markdown", "html", "text", "json", "slack", "eml", "atom")
    parser.add_argument("--format", choices=formats, default="markdown")
    parser.add_argument("--send", metavar="TARGET", action="append", default=[], help="and send it")
    parser.add_argument("--week", action="store_true", help="roll up the kept issues of 7 days")
    parser.add_argument("--dry-run", action="store_true", help="say what a model would be sent")


def _check(parser: Parser) -> None:
    parser.add_argument("card", metavar="CARD.json", nargs="?", help="a card or a list of claims")
    parser.add_argument(
        "source", metavar="SOURCE", nargs="?", type=_source, help="what it was made from"
    )
    parser.add_argument("--jsonl", action="store_true", help="a filter: JSON lines in and out")


def _config(parser: Parser) -> None:
    parser.add_argument(
        "what",
        nargs="?",
        default="show",
        choices=("show", "path", "init", "schema", "prompts", "schedule", "completion", "man"),
        help="values · file · first file · JSON Schema · prompt files · cron · shell · manual",
    )
    words = "schema: card, briefing; prompts: path, copy, diff, reset; completion: bash, zsh, fish"
    parser.add_argument("rest", nargs="*", help=words)


def _nothing(parser: Parser) -> None:
    del parser


def _feeds(parser: Parser) -> None:
    parser.add_argument(
        "what", choices=("add", "list", "remove", "import", "export", "check", "starter")
    )
    parser.add_argument("rest", metavar="URL|FILE", nargs="*", type=_source)
    parser.add_argument("--no-fetch", action="store_true", help="subscribe only")
    parser.add_argument("--category", metavar="NAME", default="", help="for what is added")


def _refresh(parser: Parser) -> None:
    parser.add_argument("feeds", metavar="FEED", nargs="*", help="these only")
    parser.add_argument("--all", action="store_true", help="whether due or not")
    parser.add_argument("--full-text", action="store_true", help="fetch the pages of new entries")


def _search(parser: Parser) -> None:
    parser.add_argument("query", nargs="+", help='such as: title:kroger newer:7d "same-store"')
    parser.add_argument("--limit", type=int, default=20)
    parser.add_argument("--newest", action="store_true", help="newest first, not best first")


def _watch(parser: Parser) -> None:
    states = ("list", "answer", "drop", "due", "confirm", "snooze")
    parser.add_argument("what", nargs="?", default="list", choices=states)
    parser.add_argument("id", nargs="?", help="the question")
    parser.add_argument("value", nargs="?", help="answer: yes or no; snooze: a date")
    parser.add_argument("--all", action="store_true", help="closed ones too")


def _send(parser: Parser) -> None:
    parser.add_argument("target", nargs="?", help="a [targets.NAME] of the settings")
    parser.add_argument("file", metavar="FILE", nargs="?", help="a written card or briefing (JSON)")
    parser.add_argument("--date", metavar="D", help="the briefing of that day")
    parser.add_argument("--dry-run", action="store_true", help="show the exact payload only")
    parser.add_argument("--retry", action="store_true", help="send what did not arrive")
    parser.add_argument(
        "--unknown", action="store_true", help="with --retry: also what may have arrived"
    )


def _cluster(parser: Parser) -> None:
    parser.add_argument("--jsonl", action="store_true", required=True)


def _serve(parser: Parser) -> None:
    parser.add_argument("--host", default="127.0.0.1", help="address to serve on; 127.0.0.1")
    parser.add_argument("--port", type=int, default=8000, help="port to serve on; 8000")


def _company(parser: Parser) -> None:
    parser.add_argument("name")
    parser.add_argument("--days", type=int, default=90)
    parser.add_argument(
        "--format", choices=("markdown", "text", "html", "json"), default="markdown"
    )


COMMANDS: tuple[Command, ...] = (
    Command("read", "open the reader", "briefing read sample_articles", _read, "read"),
    Command("add", "take sources into the archive", "briefing add sample_articles", _add, "add"),
    Command("extract", "clean text of one page", "briefing extract page.html", _extract, "extract"),
    Command("summarise", "a card for each source", "briefing summarise page.html", _summarise,
            "summarise", ("summarize",)),
    Command("daily", "the briefing of a day", "briefing daily sample_articles", _daily, "daily"),
    Command("feeds", "subscriptions", "briefing feeds add https://example.com", _feeds, "feeds"),
    Command("refresh", "fetch what is due", "briefing refresh", _refresh, "refresh"),
    Command("search", "find articles", "briefing search kroger", _search, "search"),
    Command("watch", "open questions", "briefing watch due", _watch, "watch"),
    Command("send", "deliver a briefing or a card", "briefing send team --dry-run", _send, "send"),
    Command("check", "hold a card against its source", "briefing check card.json page.html", _check,
            "check"),
    Command("cluster", "group articles by event", "briefing cluster --jsonl < articles.jsonl",
            _cluster, "cluster"),
    Command("company", "all on one company", "briefing company Kroger", _company, "company"),
    Command("config", "settings and their origin", "briefing config show", _config, "config"),
    Command("doctor", "what works now", "briefing doctor", _nothing, "doctor"),
    Command("serve", "the reader in a browser", "briefing serve --port 8000", _serve, "serve"),
)  # fmt: skip


def parser(argv: Sequence[str]) -> Parser:
    """Build the parser of all commands; only those that `argv` names get their flags, for speed."""
    top = _Parser(
        prog="briefing",
        description="Read retail news, write grounded cards and daily briefings.",
        epilog="example: briefing daily sample_articles --offline",
    )
    top.add_argument("--version", action="version", version=f"briefing {__version__}")
    _globals(top, top=True)
    subparsers = top.add_subparsers(
        dest="command",
        metavar="COMMAND",
        parser_class=_OfCommand,
        title="commands",
        prog=top.prog,
    )
    for command in COMMANDS:
        sub = subparsers.add_parser(
            command.name,
            help=command.help,
            aliases=list(command.aliases),
            description=f"{command.help[0].upper()}{command.help[1:]}.",
            epilog=f"example: {command.example}",
        )
        if any(name in argv for name in (command.name, *command.aliases)):
            command.flags(sub)
            _globals(sub, top=False)
        sub.set_defaults(module=command.module)
    return top
