"""The watchlist: which of the user's names a story is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from briefing.models import Story

READ = 600  # characters of text in which a name counts


def hits(story: Story, watchlist: Sequence[str]) -> list[str]:
    """Return the watched names that title or opening of a story's articles hold, in list order."""
    if not watchlist:
        return []
    text = "\n".join(f"{a.title}\n{a.text[:READ]}" for a in story.articles[:5])
    return [name for name in watchlist if name.strip() and _pattern(name.strip()).search(text)]


@lru_cache(maxsize=512)
def _pattern(name: str) -> re.Pattern[str]:
    """A name matches as a word, in its own capitals if it has some ("Gap" is not "gap")."""
    flags = re.IGNORECASE if name.islower() else 0
    left = r"\b" if name[0].isalnum() and name[0].isascii() else ""
    right = r"\b" if name[-1].isalnum() and name[-1].isascii() else ""
    return re.compile(left + re.escape(name) + right, flags)
