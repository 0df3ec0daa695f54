"""Which blocks of a page are the article's: every block judged by what it is and where it stands."""

from __future__ import annotations

from briefing.core.language import text as language
from briefing.core.page.blocks import Block


def key(text: str) -> str:
    """Return a text's letters and digits in lower case: what two readings of it share."""
    return "".join(filter(str.isalnum, language.normalise(text).lower()))


def select(
    page: list[Block], opinion: str, title: str, furniture: frozenset[str] = frozenset()
) -> list[Block]:
    """Return the blocks that belong to the article, in order."""
    whole = key(opinion)
    return [b for b in page if (k := key(b.text)) and k in whole and len(k) > 12]
