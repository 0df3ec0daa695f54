"""What Slack would refuse, found before anything is sent."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.render.slack_blocks import Block, Payload, size

_TEXT, _BLOCKS, _SUM = 4_000, 50, 9_600
_LIMITS = {"section": 3_000, "header": 150, "context": 2_000}


def problems(payload: Payload) -> list[str]:
    """Return what is wrong with a message, one line each; empty when Slack takes it.

    Knows the blocks that this package writes: section, context, header and divider.
    """
    blocks = payload["blocks"]
    found = [line for number, block in enumerate(blocks) for line in _block(number, block)]
    if not 1 <= len(payload["text"]) <= _TEXT:
        found.append(f"text: {len(payload['text'])} characters, 1 to {_TEXT} are allowed")
    if not 1 <= len(blocks) <= _BLOCKS:
        found.append(f"{len(blocks)} blocks, 1 to {_BLOCKS} are allowed")
    if (total := sum(size(b) for b in blocks)) > _SUM:
        found.append(f"{total} characters in all blocks, {_SUM} are allowed")
    return found


def _block(number: int, block: Block) -> Iterator[str]:
    if block["type"] == "divider":
        return
    most = _LIMITS[block["type"]]
    for text in block.get("elements") or [block["text"]]:
        if not 1 <= len(text["text"]) <= most:
            yield f"blocks/{number}: {len(text['text'])} characters, 1 to {most} are allowed"
