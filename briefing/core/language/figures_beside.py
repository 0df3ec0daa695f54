"""What stands before a figure and changes what it is: a minus sign, the name of a model."""

from __future__ import annotations

from briefing.core.language.patterns import lazy

_MINUS = lazy(r"(?:\A|(?<![\d%])[\s(])[-−]\Z")
_MODEL = lazy(r"\b(?:the|an?|its|new) (?:[A-Z][\w-]+ )\Z")
_ALONE = lazy(r"[.,;)]|\s(?:to|in|on|at|of|and|or|for|by|from|is|was|has|index)\b|\Z")


def minus(source: str, start: int) -> bool:
    """Say whether a figure that begins at an offset has a minus sign before it.

    A dash between two figures, or one with a space behind it, is no sign.
    """
    return _MINUS.search(source, max(0, start - 3), start) is not None


def model(source: str, start: int, end: int) -> bool:
    """Say whether digits are part of a name: the Rover 25, the FTSE 100."""
    named = _MODEL.search(source, max(0, start - 40), start)
    return named is not None and _ALONE.match(source, end) is not None
