"""The command line's door: parse, read the settings, run one command, turn errors into a line."""

from __future__ import annotations

import argparse
import errno
import importlib
import sys
from collections.abc import Sequence

from briefing.cli import arguments
from briefing.cli.console import FAILED, USAGE, Console, forget_output, open_streams
from briefing.errors import BriefingError, ConfigError

_STOPPED = 130
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    open_streams()
    given = list(sys.argv[1:] if argv is None else argv)
    options = arguments.parser(given).parse_args(given)
    if options.command is None:
        options.module, options.sources = "read", []
    console = Console(as_json=options.json, quiet=options.quiet)
    try:
        return _run(options, console)
    except BrokenPipeError:
        forget_output()  # the reader of the pipe has had enough; that is no fault
        return 0
    except KeyboardInterrupt:
        console.say("stopped")
        return _STOPPED
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
        if isinstance(error, OSError) and error.errno in _FULL:
            forget_output()
            reason = (error.strerror or str(error)).lower()
            console.complain(
                f"the output could not be written: {reason} (make room, then try again)"
            )
            return FAILED
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
    given = None if options.config is None else Path(options.config)
    settings = config.load(given, flags=flags)
    module = importlib.import_module(f"briefing.cli.commands.{options.module}")
    code: int = module.run(options, settings, console)
    sys.stdout.flush()
    return code


def run() -> None:
    """Be the console script."""
    try:
        sys.exit(main())
    except KeyboardInterrupt:  # before there was a console to say so
        sys.exit(_STOPPED)
