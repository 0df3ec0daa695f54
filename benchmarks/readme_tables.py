"""Write the tables of README.md and docs/reader.md that are made from the program."""

import re
from pathlib import Path

from briefing import config
from briefing.tui.commands import COMMANDS, GROUPS

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
READER = ROOT / "docs" / "reader.md"


def settings() -> str:
    """Return the table of settings."""
    rows = ["| setting | default | what |", "|---|---|---|"]
    rows += [
        f"| `{key}` | `{default}` | {doc.replace('|', chr(92) + '|')} |"
        for key, default, doc in config.documented()
    ]
    return "\n".join(rows)


def keys() -> str:
    """Return the table of the reader's commands, group by group."""
    rows = []
    for group in GROUPS:
        rows += [f"### {group}", "", "| keys | command | what |", "|---|---|---|"]
        for command in COMMANDS:
            if command.group == group:
                shown = " ".join(f"`{key}`" for key in command.keys).replace("|", "\\|")
                rows.append(f"| {shown} | `{command.name}` | {command.help} |")
        rows.append("")
    return "\n".join(rows).rstrip()


def renewed(text: str) -> str:
    """Return a page's text with its tables made anew."""
    for name, table in (("settings", settings), ("keys", keys)):
        pattern = re.compile(rf"(<!-- {name}:.*?-->\n).*?(<!-- /{name} -->)", re.S)
        made = table()
        text = pattern.sub(lambda m, made=made: f"{m.group(1)}\n{made}\n\n{m.group(2)}", text)
    return text


if __name__ == "__main__":
    for page in (README, READER):
        page.write_text(renewed(page.read_text(encoding="utf-8")), encoding="utf-8")
