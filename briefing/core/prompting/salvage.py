"""The object inside a reply that is not quite JSON: behind a thought, in a fence, amid talk.

Repairs only what cannot change a meaning: a trailing comma, and text cut off at the very end is
refused rather than closed.
"""

from __future__ import annotations

import json
import re
from typing import Any

_THOUGHT = re.compile(r"(?is)<(think|thinking|reasoning|analysis)>.*?(?:</\1>|\Z)")
_FENCE = re.compile(r"(?s)```[\w-]*\s*\n(.*?)```")
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_LONGEST = 400_000


def without_thoughts(reply: str) -> str:
    """Return a reply without what a reasoning model thinks aloud."""
    return _THOUGHT.sub("", reply)


def json_object(reply: str) -> Any:
    """Return the first whole JSON object of a reply. Raises ValueError saying what is wrong."""
    if len(reply) > _LONGEST:
        raise ValueError("the reply is far too long")
    text = without_thoughts(reply).strip()
    if not text:
        raise ValueError("the reply is empty")
    for candidate in (text, *(m.group(1) for m in _FENCE.finditer(text))):
        try:
            return json.loads(candidate, strict=False)
        except (ValueError, RecursionError):
            continue
    inner = _outermost(text)
    for candidate in (inner, _TRAILING_COMMA.sub(r"\1", inner)):
        try:
            return json.loads(candidate, strict=False)
        except (ValueError, RecursionError) as error:
            fault = error
    raise ValueError(f"not valid JSON: {fault}")


def _outermost(text: str) -> str:
    """Return the text from the first brace to the one that closes it, strings skipped."""
    start = text.find("{")
    if start < 0:
        raise ValueError("the reply holds no JSON object")
    depth = 0
    for m in re.finditer(r'"(?:[^"\\]|\\.)*"|[{}]', text[start:], re.S):
        depth += {"{": 1, "}": -1}.get(m.group(), 0)
        if depth == 0 and m.group() == "}":
            return text[start : start + m.end()]
    raise ValueError("the JSON object is not closed")
