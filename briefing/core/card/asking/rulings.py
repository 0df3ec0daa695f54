"""What a fined or beaten party may appeal against, in the article's own words."""

from __future__ import annotations

from briefing.core.card.asking import phrases
from briefing.core.card.asking.cast import Cast
from briefing.core.language.patterns import lazy

_FINED = lazy(
    r"\bfined\b.{0,60}?(?P<sum>(?:US\$|A\$|[$£€¥₹])\s?\d[\d.,]*\s?"
    r"(?:bn|billion|m|million|crore)?(?!\w))"
)
_RULING = lazy(r"\b(?:ruling|verdict|judge?ment)\b")


def against(cast: Cast) -> str | None:
    """Return "against the £42 million fine", "against the ruling"; None when neither is told."""
    text = " ".join(phrases.words(row, (0, len(row))) for row in cast.tokens)
    if m := _FINED.search(text):
        return f"against the {m.group('sum').strip()} fine"
    found = _RULING.search(text)
    return f"against the {found.group()}" if found else None
