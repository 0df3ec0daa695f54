"""Kept blocks to an article's text: headings, items and rows in their Markdown form."""

from __future__ import annotations

from briefing import plain
from briefing.core.page.blocks import Block

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def text(kept: list[Block], title: str) -> tuple[str, str | None]:
    """Return the text of the blocks, and the caption of the lead image if one was kept."""
    parts: list[str] = []
    for block in kept:
        line = plain.line(block.text)
        if not line:
            continue
        if block.tag == "tr":
            row = "| " + " | ".join(plain.line(c).replace("|", "/") for c in block.cells) + " |"
            if parts and parts[-1].startswith("| "):
                parts[-1] += "\n" + row
            else:
                parts.append(row)
        elif block.tag in _HEADINGS:
            parts.append("## " + line)
        elif block.tag in ("li", "dd", "dt"):
            parts.append("- " + line)
        else:
            parts.append(line)
    return "\n\n".join(parts), None
