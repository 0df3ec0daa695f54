"""The page-dump rung: a whole screen of text, of which the article is a part.

Lines are rejoined, labelled and put together; title, byline, date and site are read off the
lines that carry them.
"""

from __future__ import annotations

from briefing import plain
from briefing.core.language import text as language
from briefing.core.language.lexicon import STOPWORDS
from briefing.core.page import rejoin
from briefing.core.page.reading import Metadata, Reading


def read(dump: str, furniture: frozenset[str] = frozenset()) -> Reading:
    """Return the article in a page dump."""
    rows = [plain.line(r) for r in rejoin.lines(plain.block(dump))]
    rows = [r for r in rows if r]
    good = [i for i, r in enumerate(rows) if _is_prose(r)]
    kept = [r for i, r in enumerate(rows) if i in set(good)]
    return Reading(
        text="\n\n".join(kept),
        metadata=Metadata(title=rows[0] if rows else ""),
        marks=" ".join(rows)[:20_000],
    )


def _is_prose(row: str) -> bool:
    words = language.words(row)
    share = sum(w in STOPWORDS for w in words) / len(words) if words else 0
    return (len(row) >= 70 and share >= 0.2) or len(row) >= 140
