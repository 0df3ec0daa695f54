"""A program on a pseudo-terminal, with the time of every answer and the cost of it all."""

from __future__ import annotations

import fcntl
import os
import pty
import resource
import select
import signal
import struct
import termios
import time
from pathlib import Path


class Terminal:
    """Runs one command on a terminal of 120 x 40."""

    def __init__(self, command: list[str], env: dict[str, str]) -> None:
        self.began = time.monotonic()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.execve(command[0], command, {**os.environ, "TERM": "xterm-256color", **env})
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        self.seen = bytearray()

    def read(self, seconds: float) -> bytes:
        """Return what is written within so many seconds, at once when something is."""
        ready, _, _ = select.select([self.fd], [], [], seconds)
        try:
            chunk = os.read(self.fd, 1 << 16) if ready else b""
        except OSError:
            chunk = b""
        self.seen += chunk
        return chunk

    def wait_for(self, words: bytes, seconds: float = 60.0) -> float:
        """Read until these words were written; return the seconds since the start."""
        end = time.monotonic() + seconds
        while words not in self.seen:
            if time.monotonic() > end:
                raise TimeoutError(f"{words!r} was not written in {seconds} s")
            self.read(0.05)
        return time.monotonic() - self.began

    def quiet(self, seconds: float = 0.3) -> None:
        """Read until nothing is written for so long."""
        while self.read(seconds):
            pass

    def press(self, keys: bytes, drawn: bytes, seconds: float = 5.0) -> float:
        """Write keys; return the milliseconds until `drawn` is among what is written then."""
        while self.read(0.002):
            pass
        at, began = len(self.seen), time.perf_counter()
        os.write(self.fd, keys)
        while drawn not in self.seen[at:] and time.perf_counter() - began < seconds:
            self.read(seconds)
        return (time.perf_counter() - began) * 1000

    def memory(self) -> float:
        """Return the resident memory, MB."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        return int(status.split("VmRSS:")[1].split()[0]) / 1024

    def cpu(self) -> float:
        """Return the CPU seconds so far of all its threads, by the clock Linux keeps of them."""
        return time.clock_gettime(~self.pid << 3 | 2)

    def end(self, keys: bytes = b"Q", seconds: float = 10.0) -> tuple[float, float]:
        """Press the last keys; return seconds until the end and CPU seconds of the whole life."""
        began = time.monotonic()
        os.write(self.fd, keys)
        while time.monotonic() - began < seconds:
            self.read(0.02)
            pid, _, usage = os.wait4(self.pid, os.WNOHANG)
            if pid:
                os.close(self.fd)
                return time.monotonic() - began, usage.ru_utime + usage.ru_stime
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.fd)
        raise TimeoutError(f"it did not end within {seconds} s")


def own_cpu() -> float:
    """Return the CPU seconds of this process."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime
