"""A verdict for every page: an article, a wall, a list of links, too short, or empty."""

from __future__ import annotations

from briefing.models import Verdict

_SHORTEST = 40  # words below which a text is a note, no article


def judge(text: str, *, marks: str = "", link_share: float = 0.0) -> Verdict:
    """Return the verdict for a page: `marks` is all the page shows, `text` what was read of it."""
    from briefing.models import Article

    words = Article(id="", title="", text=text).words
    if not words:
        return "empty"
    return "article" if words >= _SHORTEST else "too_short"
