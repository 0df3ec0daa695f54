"""A draft put into words: the openings vary, the grammar does not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.core.card.asking.draft import Draft

_DATE = re.compile(
    r"^(?P<head>.*?\S)\s+(?P<date>(?:by|before)\s+(?:the (?:end|start|middle) of )?(?:the )?(?:(?:first|second|third|fourth) (?:quarter|half) of )?"
    r"(?:(?:early|late|mid-?)\s*)?(?:\d{1,2}(?:st|nd|rd|th)? )?(?:(?:January|February|March|April|May|June|July|August|"
    r"September|October|November|December|spring|summer|autumn|winter)(?: of)?(?: \d{1,2}(?:,|\b))?\s*)?(?:(?:19|20)\d\d)?)$"
)
_TARGET = re.compile(r"\d")
_TARGET_VERBS = frozenset(
    "reach raise save cut reduce increase grow rise achieve generate attract sell build produce "
    "complete exceed double expand earn win secure hit lift create".split()
)


def question(draft: Draft, used: Sequence[str]) -> str:
    """Return the question; `used` are the openings already taken in this card."""
    body = f"{draft.verb} {draft.rest}".strip()
    body = re.sub(r"\s+", " ", body).rstrip(" .,;:")
    subject = draft.subject
    dated = _DATE.match(body)
    if dated and len(dated.group("date").split()) >= 2 and "By" not in used:
        date = dated.group("date")
        return _finish(f"{date[0].upper()}{date[1:]}, will {subject} {dated.group('head')}")
    can = draft.verb in _TARGET_VERBS and _TARGET.search(draft.rest)
    if can and "Can" not in used:
        return _finish(f"Can {subject} {body}")
    if "Will" in used and not _heavy(subject):
        be = "Are" if draft.plural else "Is"
        if be not in used:
            return _finish(f"{be} {subject} going to {body}")
    return _finish(f"Will {subject} {body}")


def _heavy(subject: str) -> bool:
    return len(subject.split()) > 5


def _finish(text: str) -> str:
    return re.sub(r"\s+([,?'])", r"\1", text).strip() + "?"
