"""Make a quotation whole: closed where it is cut, and with its speaker named.

A quotation may run over several sentences of a paragraph. One of them can be printed alone when
the paragraph says whose words they are; if it does not, the sentence is unfit.
"""

from __future__ import annotations

import re

from briefing.core.card import repair_words as words_of
from briefing.core.card.reading import Reading, Row
from briefing.core.language.patterns import lazy

_REACH = 5  # sentences over which a quotation is followed
_MARKS = lazy(r"[\"“”]")
_WHOLE = lazy(r"^[\"“][^\"“”]+[\"”]$")
_OPENED = lazy(r"^[\"“][^\"“”]+$")
_SPOKEN = lazy(
    r"\b(?:said|says|added|adds|told|explained|explains|noted|notes|wrote|writes|tweeted|warned|"
    r"warns|replied|observed|stated|continued)\b"
)
_SAYS = (
    r"(?:said|says|added|explained|noted|wrote|tweeted|warned|replied|observed|"
    r"stated|continued)"
)
# After the closing mark, to the end of the sentence: who said it.
_BEHIND = lazy(
    rf"(?:,|[!.])?[\"”],?\s+(?P<who>(?:{_SAYS}\s+)?(?:the )?[A-Z][^\"“”.;]{{2,90}}?"
    r"|(?:he|she|they|it)\s+(?:said|says|added|told)[^\"“”.;]{0,60})\.?$"
)
# Before the opening mark: who says it.
_BEFORE = lazy(
    rf"^(?P<who>[^\"“”]{{2,110}}?\b{_SAYS}\b[^\"“”,:]{{0,30}})[,:]\s*[\"“](?=\w)[^\"“”]+$"
)
_TAIL = lazy(
    r"^[A-Z][^\"“”]+[,!.][\"”],? (?:[^\"“”]{0,60}\b)?(?:said|says|added|told|explained|noted|"
    r"wrote|informed)\b[^\"“”]*$"
)
_BOUND = lazy(r"(?:which|who|whose|where|because|than|the (?:only )?(?:other|same))\b", re.I)
_STRAY = lazy(r"^[^\"“”]+[\w.][\"”]$")
_LEFT_OPEN = lazy(r"(?:^|[\s(])[\"“](?=\w)[^\"“”]+$")
_CLOSES = lazy(r"[.,!?…][\"”](?=[\s),.;]|$)")


def closed(reading: Reading, row: Row, sentence: str) -> str | None:
    """Return the sentence with its quotation closed and its speaker named, or None."""
    if words_of.balanced(sentence):
        if _WHOLE.match(sentence):
            return _voiced(reading, row, sentence)
        if not _MARKS.search(sentence) and _within(reading, row):
            return _voiced(reading, row, sentence)
        return sentence
    if _OPENED.match(sentence):
        return _voiced(reading, row, sentence)
    if _TAIL.match(sentence) and _inside(reading, row):
        return ("“" if "”" in sentence else '"') + sentence
    if _STRAY.match(sentence):
        if _inside(reading, row) or _left_open(reading, row):
            return _voiced(reading, row, sentence)
        return sentence[:-1]
    if _BEFORE.match(sentence) and _goes_on(reading, row):
        return sentence + ("”" if "“" in sentence else '"')
    return None


def _inside(reading: Reading, row: Row) -> bool:
    """Say whether a quotation opened before this sentence, in its block, is still open."""
    return _marks_before(reading, row) % 2 == 1


def _marks_before(reading: Reading, row: Row) -> int:
    marks, at = 0, row.index - 1
    while (other := reading.by_index.get(at)) and other.block == row.block:
        marks += len(_MARKS.findall(other.text))
        at -= 1
    return marks


def _left_open(reading: Reading, row: Row) -> bool:
    """Say whether a quotation opened in one of the blocks before runs up to this sentence."""
    for back in range(1, _REACH + 1):
        other = reading.by_index.get(row.index - back)
        if other and _MARKS.search(other.text):
            return bool(_LEFT_OPEN.search(other.text))
    return False


def _within(reading: Reading, row: Row) -> bool:
    """Say whether a sentence without marks lies between an opening and a closing one."""
    return (
        (opening := _opening(reading, row)) is not None
        and bool(_LEFT_OPEN.search(opening.text))
        and _goes_on(reading, row)
    )


def _opening(reading: Reading, row: Row) -> Row | None:
    """Return the nearest sentence with a mark before this one in its block."""
    for back in range(1, _REACH + 1):
        other = reading.by_index.get(row.index - back)
        if other is None or other.block != row.block:
            return None
        if _MARKS.search(other.text):
            return other
    return None


def _goes_on(reading: Reading, row: Row) -> bool:
    """Say whether the next mark after this sentence in its block closes a quotation."""
    for ahead in range(1, _REACH + 1):
        other = reading.by_index.get(row.index + ahead)
        if other is None or other.block != row.block:
            return False
        if m := _MARKS.search(other.text):
            return bool(_CLOSES.match(other.text, m.start() - 1)) if m.start() else False
    return False


def _voiced(reading: Reading, row: Row, sentence: str) -> str | None:
    """Return the words of a quotation as one of their own, with the speaker named."""
    body = words_of.connected(_MARKS.sub("", sentence).strip())
    if body is None or words_of.DANGLING.match(body) or _BOUND.match(body):
        return None
    opens, closes = ("“", "”") if "“" in _around(reading, row) else ('"', '"')
    if who := _after(reading, row, sentence):
        return f"{opens}{re.sub('[.,]$', '', body)},{closes} {who}."
    if who := _before(reading, row):
        return f"{who}, {opens}{body}{closes}"
    if who := _last(reading, row, sentence):
        return f"{opens}{re.sub('[.,]$', '', body)},{closes} {who}."
    return None


def _around(reading: Reading, row: Row) -> str:
    rows = (reading.by_index.get(row.index + k) for k in range(-_REACH, _REACH + 1))
    return " ".join(r.text for r in rows if r is not None and r.block == row.block)


def _after(reading: Reading, row: Row, sentence: str) -> str | None:
    """Return who is named behind the quotation that this sentence begins or goes on with."""
    if sentence[-1:] in '"”':
        return None
    for ahead in range(1, _REACH + 1):
        other = reading.by_index.get(row.index + ahead)
        if other is None or other.block != row.block:
            return None
        if _MARKS.search(other.text):
            m = _BEHIND.search(other.text)
            return m["who"].strip() if m and _SPOKEN.search(m["who"]) else None
    return None


def _before(reading: Reading, row: Row) -> str | None:
    """Return who is named before the opening mark of the quotation this sentence goes on with."""
    if row.text[:1] in '"“':
        return None
    opening = _opening(reading, row)
    m = _BEFORE.match(opening.text) if opening else None
    return m["who"] if m else None


def _last(reading: Reading, row: Row, sentence: str) -> str | None:
    """Return who is named behind the quotation just before the one of this sentence."""
    opening: Row | None = row
    if sentence[:1] not in '"“':
        opening = _opening(reading, row)
        if opening is None or not _OPENED.match(opening.text):
            return None
    other = reading.by_index.get(opening.index - 1) if opening else None
    if other is None or other.block != row.block:
        return None
    m = _BEHIND.search(other.text)
    return m["who"].strip() if m and _SPOKEN.search(m["who"]) else None
