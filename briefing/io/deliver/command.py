"""A program that gets the text on stdin."""

from __future__ import annotations

import subprocess

from briefing.config.settings import TargetConfig
from briefing.io.deliver.receipt import Receipt, said

PATIENCE = 120.0
"""Seconds a program may take."""


def run(target: TargetConfig, text: bytes, *, timeout: float = PATIENCE) -> Receipt:
    """Run the program, without a shell; its exit code says whether it took the text."""
    name = said(target.command[0], 60)
    try:
        done = subprocess.run(
            target.command, input=text, capture_output=True, timeout=timeout, check=False
        )
    except subprocess.TimeoutExpired:
        return Receipt("unknown", f"{name} did not end within {timeout:.0f} seconds")
    except OSError as error:
        return Receipt("failed", f"{name}: {(error.strerror or str(error)).lower()}")
    if done.returncode == 0:
        return Receipt("sent", f"{name} took it")
    last = (done.stderr.strip() or done.stdout.strip()).split(b"\n")[-1]
    return Receipt("failed", f"{name} ended with code {done.returncode}: {said(last)}".rstrip(": "))
