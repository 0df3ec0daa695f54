"""The reader in a browser, through the optional extra `serve`."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from briefing.errors import BriefingError

if TYPE_CHECKING:
    from briefing.config import Config

LOOPBACK = "127.0.0.1"


def run(
    config: Config,
    *,
    host: str = LOOPBACK,
    port: int = 8000,
    say: Callable[[str], None] = lambda words: None,
) -> int:
    """Serve the reader until Ctrl-C; every visitor gets a reader of their own, on one archive.

    `say` is told where, once nothing is missing. Raises BriefingError where the extra is not
    installed or the place cannot be served from.
    """
    try:
        from textual_serve.server import Server
    except ImportError as error:
        raise BriefingError(
            "the reader cannot be served: textual-serve is missing",
            hint="pip install 'briefing[serve]'",
        ) from error
    server = Server(shlex.join(command(config)), host=host, port=port, title="briefing")
    say(f"serving on http://{host}:{port} until Ctrl-C")
    try:
        server.serve()
    except (OSError, OverflowError) as error:
        raise BriefingError(
            f"{host}:{port} cannot be served from: {getattr(error, 'strerror', None) or error}",
            hint="name another place with --host and --port",
        ) from error
    return 0


def command(config: Config) -> Sequence[str]:
    """Return the command that opens a reader with the same settings."""
    words = [sys.executable, "-m", "briefing", "--data", os.fspath(config.data)]
    if config.file is not None:
        words += ["--config", os.fspath(config.file)]
    if config.offline:
        words.append("--offline")
    return [*words, "read"]
