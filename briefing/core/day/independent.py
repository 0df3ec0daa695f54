"""Who copied whom: which articles of a story were written rather than syndicated.

A copy is told by its words: most of its runs of five words stand in an earlier article.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.core.language import text as language
from briefing.models import Article

SIZE = 5  # words in a run
COPIED = 0.5  # share of runs found elsewhere from which an article is a copy
READ = 3000  # characters compared


def independent(articles: Sequence[Article]) -> set[str]:
    """Return the ids of articles that copy none before them; the earliest comes first in line.

    Containment of word shingles, after Broder, "On the resemblance and containment of documents"
    (1997). A text too short to tell is compared by its title.
    """
    if len(articles) == 1:
        return {articles[0].id}
    kept: list[set[str]] = []
    own: set[str] = set()
    for article in articles:
        runs = language.shingles(article.text[:READ] or article.title, SIZE)
        if any(_contained(runs, other) for other in kept):
            continue
        own.add(article.id)
        kept.append(runs)
    return own


def _contained(a: set[str], b: set[str]) -> bool:
    small = min(len(a), len(b))
    return bool(small) and len(a & b) / small >= COPIED
