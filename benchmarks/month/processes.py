"""Processes of the program: started, waited for or killed, and what they cost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from typing import NamedTuple

_PATIENCE = 180.0  # seconds after which a process is taken to hang


class Done(NamedTuple):
    """A process that ended: exit code (negative: killed), output, seconds, resident megabytes.

    Linux counts the memory of this process, from which the other starts, into `rss`: little is
    kept here. `cpu` tells more than `wall`, in which silent servers and a busy machine count.
    """

    command: str
    code: int
    out: str
    err: str
    wall: float
    cpu: float
    rss: float


class Started:
    """A process under way; its output goes to files, so that nothing waits for a reader."""

    def __init__(self, command: str, arguments: Sequence[str], env: dict[str, str]) -> None:
        self.command, self.begun = command, time.perf_counter()
        self.files = [tempfile.TemporaryFile() for _ in range(2)]  # noqa: SIM115
        self.process = subprocess.Popen(
            [sys.executable, "-m", "briefing", *arguments],
            stdin=subprocess.DEVNULL, stdout=self.files[0], stderr=self.files[1], env=env,
        )  # fmt: skip

    def end(self, kill_after: float | None = None) -> Done:
        """Wait for the end, or kill it after so many seconds."""
        clock = threading.Timer(kill_after or _PATIENCE, self._kill)
        clock.start()
        _, status, used = os.wait4(self.process.pid, 0)
        clock.cancel()
        wall = time.perf_counter() - self.begun
        self.process.returncode = code = os.waitstatus_to_exitcode(status)
        texts = []
        for file in self.files:
            file.seek(0)
            texts.append(file.read().decode("utf-8", "replace"))
            file.close()
        scale = 1 << 20 if sys.platform == "darwin" else 1 << 10
        cpu = used.ru_utime + used.ru_stime
        return Done(self.command, code, texts[0], texts[1], wall, cpu, used.ru_maxrss / scale)

    def _kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
