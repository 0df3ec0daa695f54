"""Lines that recur across a site's pages are furniture: learned from many, used on each.

Pure: counts go in and out as a small JSON text that the archive keeps per site.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable

from briefing.core.language import text as language

_MOST_LINES = 4_000
_LONGEST = 400


def mark(line: str) -> str:
    """Return the short hash by which a line is counted; figures and case do not matter."""
    bare = "".join(c for c in language.normalise(line).lower() if c.isalpha())
    return hashlib.blake2b(bare.encode(), digest_size=6).hexdigest() if bare else ""


def learn(pages_lines: Iterable[Iterable[str]], least: int = 3) -> frozenset[str]:
    """Return the marks of lines that stand on at least `least` pages of one site."""
    counts = ""
    for lines in pages_lines:
        counts = count(counts, lines)
    return known(counts, least)


def count(counts: str, lines: Iterable[str]) -> str:
    """Return the counts (JSON) with one more page's lines; the rarest go when it grows large."""
    held: Counter[str] = Counter(json.loads(counts)) if counts else Counter()
    held.update({m for line in lines if len(line) <= _LONGEST and (m := mark(line))})
    return json.dumps(dict(held.most_common(_MOST_LINES)), separators=(",", ":"))


def known(counts: str, least: int = 3) -> frozenset[str]:
    """Return the marks that the counts call furniture."""
    return frozenset(m for m, n in json.loads(counts or "{}").items() if n >= least)
