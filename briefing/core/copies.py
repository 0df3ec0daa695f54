"""Copies: texts that are another's, word for word or with an editor's changes.

Two texts are one when they share most of their sentences in the same order: an editor changes
words and drops paragraphs but does not shuffle, while two reports of one event that quote the
same sources do. Refuses to be clustering: other words on one event are no copy.

The order is what a bag of shingles (Broder, "On the resemblance and containment of documents",
1997) does not see; the share is counted on the longest increasing subsequence (Fredman, 1975).
"""

from __future__ import annotations

import string
from array import array
from bisect import bisect_left
from typing import NamedTuple
from zlib import crc32

SHARED = 0.22
"""Share of both texts' sentences that must stand in both, in order, beside `CHANCE`."""
CHANCE = 2
"""Sentences that two reports of one event can share by chance, such as a statement."""
SHORTEST = 280
"""Bytes of compared text below which it is too short to tell."""
SENTENCE = 8  # bytes from which a sentence counts
KEPT = 64  # sentences of a text that are compared
MARKS = 5  # longest sentences that lead to a text's copies
LEAD = 40  # bytes of the opening that do too

_FOLDED = bytes.maketrans(
    (string.ascii_uppercase + "!?").encode(), (string.ascii_lowercase + "..").encode()
)
_DROPPED = b"'\"`-\r\t"


class Sketch(NamedTuple):
    """`marks` are numbers of 32 bits of which copies share some; `order` holds the text's
    sentences as hashes of 16 bits, in order. Both are empty for a text too short to tell."""

    marks: tuple[int, ...]
    order: bytes


NOTHING = Sketch((), b"")


def sketch(text: str) -> Sketch:
    """Return what is needed of a text to find and know its copies: the same on every machine.

    Quotation marks, dashes, case and accents do not count: they differ between sites that print
    one text.
    """
    plain = text.encode("ascii", "ignore")
    if len(plain) * 2 < len(text):  # Chinese, Japanese, Korean, Cyrillic …
        plain = text.replace("。", ". ").encode("utf-8", "ignore")
    plain = plain.translate(_FOLDED, _DROPPED)
    if len(plain) < SHORTEST:
        return NOTHING
    lines = plain.rstrip(b". \n").replace(b".\n", b"\n").replace(b"\n", b". ")
    units = [u for u in lines.split(b". ") if len(u) >= SENTENCE][:KEPT]
    if len(units) < 3:
        return NOTHING
    marks = {crc32(u) for u in sorted(dict.fromkeys(units), key=len)[-MARKS:]}
    marks.add(crc32(plain[:LEAD]))
    return Sketch(tuple(sorted(marks)), array("H", [crc32(u) & 0xFFFF for u in units]).tobytes())


def same(a: bytes, b: bytes) -> bool:
    """Say whether two texts are one, by the `order` of their sketches."""
    left, right = array("H", a), array("H", b)
    if not left or not right:
        return False
    ours, theirs = set(left), set(right)
    if not _enough(len(ours & theirs), ours, theirs):
        return False  # most candidates end here, before the order is looked at
    places = {unit: place for place, unit in reversed([*enumerate(right)])}
    shared = _rising([places[unit] for unit in dict.fromkeys(left) if unit in places])
    return _enough(shared, ours, theirs)


def _enough(shared: int, ours: set[int], theirs: set[int]) -> bool:
    return shared - CHANCE >= SHARED * (len(ours) + len(theirs) - shared)


def _rising(places: list[int]) -> int:
    """Return the length of the longest increasing subsequence."""
    tails: list[int] = []
    for place in places:
        at = bisect_left(tails, place)
        if at == len(tails):
            tails.append(place)
        else:
            tails[at] = place
    return len(tails)
