"""Who counts: the office, the association or the bank whose figures an article reports."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.core.card.asking import phrases, subjects
from briefing.core.card.asking.cast import Cast
from briefing.core.card.asking.people import CALENDAR, PLACES, is_national
from briefing.core.card.asking.subjects import Subject
from briefing.core.language import gazetteer
from briefing.core.language.patterns import lazy

_NAME = (
    r"(?P<the>the )?(?P<name>[A-Z][\w'’&.-]*(?: (?:of the |of |for |and the |and "
    r")?[A-Z][\w'’&.-]*){0,6})"
    r"(?:, [A-Z][a-z]+ and [A-Z][a-z]+(?= \())?(?: \((?P<short>[A-Z]{2,6})\))?"
)
_SOURCE = lazy(
    r"\b(?:[Aa]ccording to (?:(?:new |the latest |official )?(?:\w+ )?(?:figures|data|statistics|"
    r"research|an? survey) (?:from|by|released by) )?|"
    r"(?:[Ff]igures|[Dd]ata|[Ss]tatistics|[Ss]urvey|[Rr]eport|[Ii]ndex) "
    r"(?:from|by|released by|published by) )" + _NAME
)
_SAID = lazy(
    r"(?:^|[,.] |\bwhile |\bbut |\band )(?:[Tt]he )?"
    + _NAME.replace("(?P<the>the )?", "")
    + r"(?:['’]s)?(?: (?:\w+ )?(?:figures|data|survey|index|research))?(?: also)? "
    r"(?:has |have )?(?:said|says|reported|reports|added|revealed|announced|shows?|showed|found|"
    r"still forecasts?|forecasts?|expects?|predicts?|estimates?)\b"
)
_COUNTING = lazy(
    r"\b(?:Foundation|Institute|Association|Federation|Bureau|Office|Agency|Ministry|Council|"
    r"Department|Commission|Society|Statistics|Bank|Union|Consortium|Registry|Chamber|"
    r"Confederation|Board|Reserve|Treasury|Organisation|Organization|Fund|Forum|Nationwide|"
    r"Halifax)\b"
)


def of(cast: Cast, i: int, sentence: str) -> Subject | None:
    """Return who a sentence says has counted, None where it does not say."""
    for pattern in (_SOURCE, _SAID):
        for m in pattern.finditer(sentence):
            found = _named(cast, m, sentence, pattern is _SAID)
            if found:
                return found
    return None


_TOLD = lazy(
    r"\b(?:[Aa]ccording|[Ff]igures|[Dd]ata|[Ss]urvey|sa(?:id|ys)|report\w*|show\w*|index)\b"
)


def sources(cast: Cast, sentences: Sequence[str]) -> list[Subject | None]:
    """Return who has counted what each sentence tells.

    Where it names nobody, that is the one body the sentences name, or the one just named.
    """
    named = [of(cast, i, s) if _TOLD.search(s) else None for i, s in enumerate(sentences)]
    alone = {b.actor for b in named if b}
    one = next((b for b in named if b), None) if len(alone) == 1 else None
    near = [
        next((b for b in named[max(0, i - 2) : i + 1][::-1] if b), None) for i in range(len(named))
    ]
    return [b or one for b in near]


def _named(cast: Cast, m: re.Match[str], sentence: str, said: bool) -> Subject | None:
    name = re.sub(r"['’]s.*", "", phrases.strip(m.group("name")))
    short = m.group("short")
    counts = _COUNTING.search(name) is not None or (name.isupper() and 2 <= len(name) <= 6)
    if not counts and not (short and not said):
        return None
    if CALENDAR.match(name) or name in PLACES or is_national(name):
        return None
    if (known := gazetteer.find(name)) and known.kind == "company":
        return None
    if name in subjects.people(cast) and not _COUNTING.search(name):
        return None
    shown = short if short and (len(name.split()) > 3 or cast.weight[short] > 1) else name
    the = "the " if f"the {name}" in sentence.lower().replace(name.lower(), name) else ""
    return Subject(f"{the}{shown}", shown)
