"""Print the two commands of README's first screen, a line each: the briefing, then the tests."""

import re
import sys
from pathlib import Path

readme = Path(__file__).resolve().parent.parent / "README.md"
first_screen = readme.read_text(encoding="utf-8").split("\n## ", 1)[0]
commands = re.findall(r"```sh\n(.+?)\n```", first_screen, re.S)
if len(commands) != 2:
    sys.exit(f"README's first screen must hold two commands, not {len(commands)}")
print(*commands, sep="\n")
