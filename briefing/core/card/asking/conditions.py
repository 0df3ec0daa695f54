"""The condition a sentence sets, which its question must keep: "If a deal is reached, will ..."."""

from __future__ import annotations

import re

from briefing.core.card.asking import phrases
from briefing.core.card.asking.triggers import Trigger
from briefing.core.language import chunks
from briefing.core.language.patterns import lazy
from briefing.core.language.tagger import Token

Row = tuple[Token, ...]

_FAILED = lazy(
    r"\b(?:fail\w*|collapse\w*|no (?:agreement|deal)|not|unless|it|they|he|she|we|you|this|that|"
    r"these|those|there|anything|necessary|needed|asked|possible)\b|n't\b",
    re.I,
)
# "will go bankrupt if talks fail": whether it comes to that is the question itself
_FALLING_THROUGH = lazy(r"\b(?:talks|negotiations)\b.*\b(?:fail|collapse|break)\w*")
_AGREED = lazy(r"\b(?:deal|agreement|merger|takeover|tie-up|alliance|terms|talks)\b", re.I)


def kept(row: Row, trigger: Trigger, span: chunks.Span) -> str | None:
    """Return the condition a question must keep, "" where there is none, None where it cannot "
    "be kept."""
    lows = [t.low for t in row]
    if "should" in lows[trigger.verb :]:
        return None  # "should it win on Sunday"
    if "if" not in lows and "unless" not in lows and "once" not in lows[: span[0]]:
        return ""
    at = lows.index("if") if "if" in lows else -1
    if at < 0:
        # "unless a deal is reached": whether it comes to that is the question itself
        after = phrases.words(row, (lows.index("unless"), len(row))) if "unless" in lows else ""
        alone = after and lows.index("unless") > trigger.verb and _stands_alone(row, trigger, span)
        return "" if not after or alone or _AGREED.search(after) else None
    if at > trigger.verb:
        text = phrases.words(row, (at + 1, len(row)))
    elif at < span[0]:
        end = next((k for k in range(at, span[0]) if row[k].text == ","), span[0])
        text = phrases.words(row, (at + 1, end))
    else:
        return None
    text = re.split(r"[,.;:]", text)[0].strip()
    if _FALLING_THROUGH.search(text):
        return ""
    kept_out = "" if at > trigger.verb and _stands_alone(row, trigger, span) else None
    if _IDLE.search(text):
        return None
    if _FAILED.search(text):
        return kept_out
    if _AGREED.search(text) and re.search(
        r"\b(?:reach|agree|sign|strike|go|close|approve)\w*", text
    ):
        return "If a deal is reached,"
    text = re.sub(r"\b(?:were|was)\b", "is", text)
    if re.search(r"[a-z]ed$", text):
        return kept_out
    return f"If {text}," if 3 <= len(text.split()) <= 8 else kept_out


# "if necessary": no condition, and no plan
_IDLE = lazy(r"\b(?:necessary|needed|asked|possible|anything|required|appropriate|so)\b", re.I)


def _stands_alone(row: Row, trigger: Trigger, span: chunks.Span) -> bool:
    """Say whether the act may be asked about without the condition after it.

    "Workers will walk out unless": yes; "sales would fall if", said by others: no.
    """
    if trigger.kind in ("would", "may"):
        return row[span[0]].low in ("it", "they", "he", "she")
    return trigger.kind in ("will", "plan", "due")
