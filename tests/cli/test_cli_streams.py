"""stdin, stdout and stderr that are closed, full or gone: a line of words, never a fault."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = f"{sys.executable} -m briefing"


def shell(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        f"BRIEFING_DATA={folder} {PROGRAM} {line}",
        shell=True,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("feeds list >&-", 0),
        ("feeds list 2>&- | cat", 0),
        ("watch >&- 2>&- <&-", 0),
        ("add - <&-", 1),
        ("extract --jsonl <&-", 0),
        ("read <&-", 1),
    ],
)
def test_a_closed_stream_is_no_fault(line: str, code: int, tmp_path: Path) -> None:
    done = shell(line, tmp_path)
    assert "fault" not in done.stderr
    assert "Traceback" not in done.stderr
    assert done.returncode == code, done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
@pytest.mark.parametrize("line", ["config man", "feeds list --json"])
def test_a_full_disk_under_stdout_is_said_in_words(line: str, tmp_path: Path) -> None:
    done = shell(f"{line} > /dev/full", tmp_path)
    assert done.returncode == 1
    (said,) = done.stderr.splitlines()
    assert said.startswith("briefing: the output could not be written: no space left")
