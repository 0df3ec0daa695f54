"""A draft put into words: the openings vary, the grammar does not."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence

from briefing.core.card.asking.draft import Draft
from briefing.core.language.patterns import lazy

_SUM = lazy(r"[$£€¥₹]|\d\s?(?:%|bn|m\b|million|billion|per cent|percent|crore)|\bat least \d")
_PHRASED = lazy(r"(?:by|before|until|after|in|at)\b")
_WORSE = lazy(r"\b(?:fall|drop|decline|loss)\b")
_TARGET = frozenset(
    "reach raise save increase grow achieve generate attract exceed double win secure create "
    "build complete produce post earn sell complete recover match beat".split()
)


def question(draft: Draft, used: Sequence[str]) -> str:
    """Return the question; `used` are the openings already taken in this card.

    The first of a card varies by its own words, so that cards do not all open alike.
    """
    body = re.sub(r"\s+", " ", f"{draft.verb.replace('spin-off', 'spin off')} {draft.rest}").strip(
        " .,;:"
    )
    subject = draft.subject
    if draft.lead:
        return _finish(f"{draft.lead} will {subject} {body}")
    when = draft.term.phrase if draft.term and not draft.term.relative else ""
    often = zlib.crc32(f"{subject} {body}".encode()) % 9
    plain = "Will" in used or often < 5
    choice = draft.verb in ("decide", "rule") and draft.rest.startswith(("to ", "that ", "in "))
    if choice and when.startswith(("on ", "in ")):
        return _finish(f"Will {subject} {draft.verb} {when} {draft.rest}")
    if when and _PHRASED.match(when) and plain and len(when.split()) > 1:
        if when.startswith(("in", "at", "after")):
            return _finish(f"{when[0].upper()}{when[1:]}, will {subject} {body}")
        return _finish(f"Will {subject} {body} {when}")  # a deadline reads well at the end alone
    if when and re.match(r"\d|[A-Z]", when):
        when = f"by {when}"  # "extended to 2 August": the preposition stayed behind
    body = f"{body} {when}".strip()
    if _countable(draft) and "Can" not in used:
        return _finish(f"Can {subject} {body}")
    if plain and len(subject.split()) <= 6 and not draft.metric and not draft.verb.startswith("go"):
        be = "Are" if draft.plural else "Is"
        if be not in used or used.count(be) < used.count("Will"):
            return _finish(f"{be} {subject} going to {body}")
    return _finish(f"Will {subject} {body}")


def _countable(draft: Draft) -> bool:
    return (
        draft.verb in _TARGET
        and not draft.rest.startswith(("its ", "interest "))
        and "stake" not in draft.rest
        and not (draft.verb in ("post", "make") and _WORSE.search(draft.rest))
        and _SUM.search(draft.rest) is not None
    )


def _finish(text: str) -> str:
    text = re.sub(r"\s+([,?'])", r"\1", text).strip(" .,;:-")
    return text + "?"
