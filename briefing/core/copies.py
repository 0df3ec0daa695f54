"""Copies: texts that are another's, word for word or with an editor's changes.

Refuses to be clustering: two reports of one event in other words are not copies.
"""

from __future__ import annotations

import re
import zlib

KEPT = 4  # prints of a text
SHORTEST = 200  # characters below which a text is too short to tell
SHARED = 0.5  # share of the shorter text's sentences that the other holds

_SENTENCE = re.compile(r"[.!?。！？\n]+\s*")


def _sentences(text: str) -> set[str]:
    return {s for s in _SENTENCE.split(text) if len(s) > 20}


def prints(text: str) -> tuple[int, ...]:
    """Return the marks of a text: copies share at least one. None for a short text.

    The smallest hashes of its sentences: a bottom-k sketch, after Broder, "On the resemblance and
    containment of documents" (1997).
    """
    if len(text) < SHORTEST:
        return ()
    return tuple(sorted({zlib.crc32(s.encode()) for s in _sentences(text)})[:KEPT])


def same(a: str, b: str) -> bool:
    """Say whether two texts are one, changed at most by an editor's hand."""
    left, right = _sentences(a), _sentences(b)
    if not left or not right:
        return False
    return len(left & right) / min(len(left), len(right)) >= SHARED
