"""Which of two readings of one article to keep."""

from __future__ import annotations

from dataclasses import replace

from briefing.models import Article

_WORTH = {
    verdict: worth
    for worth, verdict in enumerate(
        ("empty", "consent_wall", "link_list", "too_short", "paywall", "article")
    )
}
STUB = 0.5
"""A text shorter than this share of what we have does not replace it: a feed's teaser comes again
after the page was read."""
LONG = 100  # words from which that is held to


def better(old: Article, new: Article) -> Article:
    """Return what to keep of two readings of one article, under the id it has.

    A worse verdict never replaces a better one. What only one of them knows is kept.
    """
    worse = _WORTH[new.verdict] < _WORTH[old.verdict]
    stub = (
        _WORTH[new.verdict] == _WORTH[old.verdict]
        and old.words >= LONG
        and new.words < STUB * old.words
    )
    if worse or stub:
        return _filled(old, new)
    return _filled(replace(new, id=old.id, url=old.url or new.url), old)


def _filled(a: Article, other: Article) -> Article:
    """Return an article with what only the other reading knows."""
    return replace(
        a,
        title=a.title or other.title,
        site=a.site or other.site,
        authors=a.authors or other.authors,
        editor=a.editor or other.editor,
        published=a.published or other.published,
        language=a.language or other.language,
        image=a.image or other.image,
        caption=a.caption or other.caption,
    )
