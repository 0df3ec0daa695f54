"""The command line's door: parse, read the settings, run one command, turn errors into a line."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence

from briefing.cli import arguments
from briefing.cli.console import FAILED, USAGE, Console
from briefing.errors import BriefingError, ConfigError


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    given = list(sys.argv[1:] if argv is None else argv)
    options = arguments.parser(given).parse_args(given)
    if options.command is None:
        options.module, options.sources = "read", []
    console = Console(as_json=options.json, quiet=options.quiet)
    try:
        return _run(options, console)
    except BrokenPipeError:
        # The reader of the pipe has had enough; that is no fault.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        console.say("stopped")
        return 130
    except BriefingError as error:
        if options.debug:
            raise
        console.complain(error)
        if options.json:
            console.envelope(None, error)
        return USAGE if isinstance(error, ConfigError) else FAILED
    except Exception as error:
        if options.debug:
            raise
        console.complain(
            f"a fault of this program: {type(error).__name__}: {error} (run again with --debug)"
        )
        return FAILED


def _run(options: argparse.Namespace, console: Console) -> int:
    from pathlib import Path

    from briefing import config

    flags = {
        "data": options.data,
        "offline": options.offline or None,
        "model.name": options.model,
    }
    settings = config.load(Path(options.config) if options.config else None, flags=flags)
    module = importlib.import_module(f"briefing.cli.commands.{options.module}")
    code: int = module.run(options, settings, console)
    sys.stdout.flush()
    return code


def run() -> None:
    """Be the console script."""
    sys.exit(main())
