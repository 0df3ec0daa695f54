"""Find the subject before, and the name after, a phrase that a pattern found in a sentence."""

from __future__ import annotations

import re

from briefing.core.card.asking import phrases, subjects
from briefing.core.card.asking.cast import Cast
from briefing.core.card.asking.subjects import Subject
from briefing.core.language import chunks
from briefing.core.language.tagger import Token

Row = tuple[Token, ...]


def token_at(row: Row, offset: int) -> int:
    """Return the index of the token at a character of the sentence, its length if none is."""
    return next((k for k, t in enumerate(row) if t.end > offset), len(row))


def subject_at(cast: Cast, i: int, offset: int) -> Subject | None:
    """Return the subject of the verb that starts at a character of sentence `i`."""
    row = cast.tokens[i]
    at = token_at(row, offset)
    if at >= len(row):
        return None
    while at > 0 and row[at - 1].tag in ("AUX", "RB"):
        at -= 1
    span = chunks.subject_before(row, at)
    return subjects.of(cast, i, span) if span else None


def done_by(
    cast: Cast, i: int, sentence: str, act: re.Pattern[str]
) -> tuple[re.Match[str], Subject] | None:
    """Return where a sentence holds an act, and who does it; None where nobody is named."""
    m = act.search(sentence)
    subject = subject_at(cast, i, m.start()) if m else None
    return (m, subject) if m and subject and subject.actor else None


def name_at(cast: Cast, i: int, offset: int, reach: int = 7, *, owner: bool = False) -> str | None:
    """Return the organisation whose phrase starts at a character: Kroger of "grocer Kroger"."""
    row = cast.tokens[i]
    at = token_at(row, offset)
    for k in range(at, min(len(row), at + reach)):
        if row[k].tag == "NAME":
            run = next((r for r in phrases.runs(row) if r[0] <= k < r[1]), None)
            if run is None:
                return None
            if run[1] < len(row) and row[run[1]].tag in (
                ("NN", "ADJ", "VBG") if owner else ("POS", "NN", "ADJ", "VBG")
            ):
                return None
            the = "the " if row[run[0] - 1].low == "the" and run[0] else ""
            return the + phrases.words(row, run)
        if row[k].tag not in ("NN", "ADJ", "DET", "NUM", "POS"):
            return None
    return None
