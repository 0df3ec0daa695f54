"""Lines that an article quotes only to call them false: the claim a fact check sets over itself."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.core.language import hedges, text
from briefing.core.language.patterns import lazy

_OPENING = 3  # sentences among which a checked claim is printed bare
_SAME = 0.6  # share of a line's words that the verdict, and a title that asks, repeat
_LEAST = 4  # words a line must have to be told again
_CLAIM = lazy(
    r"\b(?:claims?|rumou?rs?|allegations?|assertions?|hoax|conspiracy theor(?:y|ies)|"
    r"(?:viral|social media|fake|false) (?:posts?|stor(?:y|ies)|reports?|videos?|messages?))\b"
)
_STEMS = ("claim", "rumo", "alleg", "assert", "hoax", "conspir", "viral", "fake", "false ")
_FALSE = lazy(
    r"\b(?:false|untrue|fake|fabricated|hoax|unsubstantiated|unfounded|baseless|debunked|"
    r"not true|made up|no (?:\w+ )?(?:truth|evidence|basis))\b",
)


def refuted(title: str, sentences: Sequence[str]) -> frozenset[int]:
    """Return the places of opening sentences whose claim the article itself calls false.

    Only in the article's own voice: that somebody denies a report does not make it false.
    """
    whole = " ".join(sentences).lower()
    if not any(map(whole.__contains__, _STEMS)):  # most articles: no need to look closer
        return frozenset()
    opening = [s for s in sentences[:_OPENING] if not (hedges.evidential(s) or hedges.said(s))]
    verdicts = [
        s
        for s in sentences
        if _FALSE.search(s) and _CLAIM.search(s) and not hedges.said(s) and s not in opening
    ]
    if not verdicts or not opening:
        return frozenset()
    asked = frozenset(text.content_words(title)) if title.endswith("?") else frozenset()
    told = [asked.union(text.content_words(s)) for s in verdicts]
    return frozenset(i for i in map(sentences.index, opening) if _again(sentences[i], told))


def _again(sentence: str, told: Sequence[frozenset[str]]) -> bool:
    bag = frozenset(text.content_words(sentence))
    return len(bag) >= _LEAST and any(len(bag & other) >= _SAME * len(bag) for other in told)
