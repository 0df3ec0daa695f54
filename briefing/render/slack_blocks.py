"""Block Kit: lines of mrkdwn packed into blocks, blocks into messages that keep Slack's limits.

Sources of the limits: slack_sdk's block classes and Slack's block reference; the sum of all text
in a message is not documented (9,597 characters were seen to pass, 11,341 to be refused).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from briefing import plain
from briefing.render import escape

Block = dict[str, Any]
Payload = dict[str, Any]

SECTION, CONTEXT, HEADER = 2_900, 1_900, 150
"""Characters of one block, with room to spare below Slack's 3,000, 2,000 and 150."""
BUDGET, MOST_BLOCKS = 9_200, 46
"""Characters and blocks of one message; a numbered heading comes on top."""

_GROWTH = 5  # a letter becomes at most so many: `&amp;`
_TOKENS = re.compile(r"\S{1,300} ?| ")


class Chapter(NamedTuple):
    """What should stay together in a message, and the line that announces it in a notice."""

    blocks: list[Block]
    notice: str = ""


def pieces(text: str, room: int = SECTION - 200) -> Iterator[str]:
    """Yield text as escaped lines of at most `room` characters, broken between words."""
    text = plain.line(text)
    if text and len(text) * _GROWTH <= room:
        yield escape.slack(text)
        return
    held: list[str] = []
    used = 0
    for token in _TOKENS.findall(text):
        size = len(escape.slack(token)) + 2
        if held and used + size > room:
            yield escape.slack("".join(held))
            held, used = [], 0
        held.append(token)
        used += size
    if held:
        yield escape.slack("".join(held))


def item(text: str, before: str = "• ", after: str = "") -> list[str]:
    """Return a text as lines of mrkdwn, the first after `before`, the last with `after`."""
    lines = list(pieces(text)) or [""]
    lines[0] = before + lines[0]
    if len(lines[-1]) + len(after) <= SECTION:
        lines[-1] += after
        return lines
    return [*lines, after.strip()]


def bold(text: str) -> list[str]:
    """Return a text in bold; one that holds a star of its own stays as it is."""
    return [line if "*" in line else f"*{line}*" for line in pieces(text)]


def sections(lines: Iterable[str]) -> list[Block]:
    """Return lines as sections, each filled before the next begins."""
    return [_section(text) for text in _filled(lines, SECTION)]


def context(parts: Iterable[str]) -> list[Block]:
    """Return a line in small grey letters; one too long for that as a section."""
    parts = [p for p in parts if p]
    line = " ".join(parts)
    if len(line) > CONTEXT:
        return sections(_filled(parts, SECTION, " "))
    return [{"type": "context", "elements": [_mrkdwn(line)]}] if line else []


def heading(text: str) -> list[Block]:
    """Return the title of a message."""
    title = escape.slack(text)
    if len(title) > HEADER:
        return sections(bold(text))
    return [{"type": "header", "text": {"type": "plain_text", "text": title, "emoji": False}}]


def divider() -> Block:
    """Return a thin rule."""
    return {"type": "divider"}


def _section(text: str) -> Block:
    return {"type": "section", "text": _mrkdwn(text)}


def _mrkdwn(text: str) -> Block:
    # `verbatim` keeps Slack from making links and mentions of bare addresses and names.
    return {"type": "mrkdwn", "text": text, "verbatim": True}


def _filled(lines: Iterable[str], room: int, between: str = "\n") -> Iterator[str]:
    held = ""
    for line in lines:
        if held and len(held) + len(between) + len(line) > room:
            yield held
            held = line
        else:
            held = f"{held}{between}{line}" if held else line
    if held:
        yield held


def size(block: Block) -> int:
    """Return how many characters of text a block holds."""
    texts = [block.get("text"), *block.get("elements", ())]
    return sum(len(t["text"]) for t in texts if isinstance(t, dict))


def messages(title: str, chapters: Iterable[Chapter], *, headed: bool = False) -> list[Payload]:
    """Return chapters as messages, numbered if there is more than one; nothing is left out.

    A chapter that would go over a limit begins the next message; one too long for any message is
    continued there. `headed` says that the first chapter brings its own title.
    """
    groups = _grouped(chapters)
    built = []
    for number, (blocks, notices) in enumerate(groups, 1):
        mark = f" ({number}/{len(groups)})" if len(groups) > 1 else ""
        if mark and not (headed and number == 1):
            blocks = [*context([escape.slack(f"{plain.line(title, 300)}{mark}")]), *blocks]
        elif mark:
            blocks = [*blocks, *context([escape.slack(f"Part {number}/{len(groups)}")])]
        built.append(_payload(_notice(title, mark, notices), blocks))
    return built


def _payload(text: str, blocks: list[Block]) -> Payload:
    return {"text": text, "blocks": blocks, "unfurl_links": False, "unfurl_media": False}


def _grouped(chapters: Iterable[Chapter]) -> list[tuple[list[Block], list[str]]]:
    groups: list[tuple[list[Block], list[str]]] = []
    used = BUDGET + 1
    for chapter in chapters:
        whole = sum(size(b) for b in chapter.blocks)
        if used + whole > BUDGET or len(groups[-1][0]) + len(chapter.blocks) > MOST_BLOCKS:
            groups.append(([], []))
            used = 0
        groups[-1][1].extend([chapter.notice] if chapter.notice else [])
        for block in chapter.blocks:
            if used + size(block) > BUDGET or len(groups[-1][0]) >= MOST_BLOCKS:
                groups.append(([], [chapter.notice] if chapter.notice else []))
                used = 0
            groups[-1][0].append(block)
            used += size(block)
    return groups


def _notice(title: str, mark: str, notices: Sequence[str]) -> str:
    """Return the text of the notification: what it is and up to three headlines."""
    shown = [plain.line(n, 200) for n in notices[:3]]
    more = f" and {len(notices) - 3} more" if len(notices) > 3 else ""
    said = f": {'; '.join(shown)}{more}" if shown else ""
    return escape.slack(f"{plain.line(title, 200)}{mark}{said}")
