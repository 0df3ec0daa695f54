"""Answers that belong to another article: caught by whose words they share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from briefing.core.language import text as words_of

_OWN = 0.3  # share of a reply's content words its own article must hold
_MARGIN = 0.15


def bag(texts: Iterable[str]) -> set[str]:
    """Return the content words of texts, to be compared."""
    return set(words_of.content_words(" ".join(texts)))


def foreign(
    claims: Iterable[str], own: Sequence[str], others: Mapping[str, set[str]]
) -> str | None:
    """Say why a reply cannot be about its article, or None.

    `own` are the article's sentences, `others` the word bags of articles under way beside it, by
    title. A reply in other letters than its article's is left to the grounding check.
    """
    said, held = bag(claims), bag(own)
    if not said or words_of.has_cjk(" ".join(claims)) != words_of.has_cjk(" ".join(own)):
        return None
    mine = words_of.overlap(said, held)
    for title, other in others.items():
        if words_of.overlap(said, other) > mine + _MARGIN:
            return f"the reply is about another article ({title[:80]})"
    return "the reply is not about this article" if mine < _OWN else None
