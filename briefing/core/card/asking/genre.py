"""Whether a page tells news at all: guides, lists and essays leave nothing open to watch."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.core.language.patterns import lazy

_MOST = 80  # sentences looked at
_OPENING, _LEAST_OURS = 60, 8  # sentences read for a speaker's "we", and of them with it
_LEAST_YOURS = 3
_LONG = 50  # sentences, of which news would give somebody's word in some
_OURS = lazy(r"\b(?:[Ww]e|[Oo]ur)\b")
_YOURS = lazy(r"\b[Yy]ou(?:r|rs)?\b")
_MARKED = lazy(r"[\"“”]")
_TOLD = lazy(
    r"\b(?:said|says|told|announced|reported|reports|according to|confirmed|warned|revealed|"
    r"added|disclosed|predicted)\b"
)


def is_report(sentences: Sequence[str]) -> bool:
    """Say whether a text reports: it neither speaks as "we" nor to "you", and gives its sources."""
    return not (_tells_of_itself(sentences[:_OPENING]) or _advises(sentences[:_MOST]))


def _tells_of_itself(sentences: Sequence[str]) -> bool:
    """Say whether a text speaks as "we", a call with analysts or an essay: nobody else acts."""
    ours = _unquoted(_OURS, sentences)
    return ours >= _LEAST_OURS and ours >= len(sentences) / 4


def _advises(sentences: Sequence[str]) -> bool:
    """Say whether a text is a guide or a list: it speaks to its reader, or nobody is quoted."""
    told = sum(_TOLD.search(s) is not None for s in sentences)
    if len(sentences) >= _LONG and told <= len(sentences) / 20:
        return True
    yours = _unquoted(_YOURS, sentences)
    return yours >= _LEAST_YOURS and yours >= len(sentences) / 10 and told <= len(sentences) / 10


def _unquoted(word: re.Pattern[str], sentences: Sequence[str]) -> int:
    return sum(1 for s in sentences if word.search(s) and not _MARKED.search(s))
