"""Make a sentence stand alone, in words of its own article, or say that it cannot.

English rules; a sentence of another language stands as it is, if it is whole. Refuses rather than
guesses: a pronoun whose antecedent is doubtful makes the sentence unfit.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from briefing.core.card import repair_quotes
from briefing.core.card import repair_words as words_of
from briefing.core.card.reading import Reading, Row
from briefing.core.card.referents import company, person, speaker
from briefing.core.language import hedges, tagger
from briefing.core.language.patterns import lazy


class Standing(NamedTuple):
    """A sentence that can be printed alone, and whether its words were changed."""

    text: str
    repaired: bool


_LABEL = lazy(r"^(?:And )?[A-Za-z][a-z]*(?: [a-z’']+){0,3}: (?=[A-Z])")  # "Earnings up: Harlow ..."
_OPENERS = "\"'“‘«([„"
_THERE = lazy(r"^There['’]s (?=an? )")
_ASKS = lazy(r"\?[\"”’'»)\]]*\s*$")
_CLOSE = 40  # characters in which a sentence ends: a stop and what closes after it
_END = lazy(r"(?:[.!]|[.!]?[\"”»])[\"”’')\]]*$|[。！][」』”’）]*$")
_CUT_OFF = lazy(r"\b(?:a|an|the|of|and|or|with|from|at|its|their)\.[\"”’')]*$")


def stand_alone(reading: Reading, row: Row, *, follows: bool = False) -> Standing | None:
    """Return the sentence as it can be printed, or None if it cannot be.

    With `follows` the sentence before it is printed just before, so it may refer to that.
    """
    whole = row.text
    if row.kind == "row" or not sound(reading, whole):
        return None
    if not reading.english:
        if words_of.LOOSE.match(whole) or not words_of.balanced(whole):
            return None
        return Standing(whole, False)
    fixed = repair_quotes.closed(reading, row, whole)
    if fixed is None or words_of.FURNITURE.search(fixed) or words_of.RUN_TOGETHER.search(fixed):
        return None
    fixed = _unbracketed(_THERE.sub("There is ", fixed))
    if _LABEL.match(fixed) and not hedges.said(fixed):
        return None
    if not follows:
        loose = words_of.connected(fixed)
        fixed = _referred(reading, row, loose) if loose is not None else None
        if fixed is None:
            return None
    fixed = _capital(fixed)
    if not _whole(fixed) or not _has_verb(fixed) or (first_person(fixed) and not follows):
        return None
    return Standing(fixed, fixed != row.text)


def _unbracketed(sentence: str) -> str:
    """Return a sentence without the brackets that hold the whole of it."""
    inner = sentence[1:-1]
    whole = sentence.startswith("(") and sentence.endswith(".)")
    return inner if whole and "(" not in inner and ")" not in inner else sentence


def sound(reading: Reading, sentence: str) -> bool:
    """Say whether a sentence is prose: long enough, ended, no question, nothing cut off."""
    bare = sentence.rstrip("\"”’'»)] ")
    if not bare or bare.endswith(("?", "？", "...", "…", ":", ":.", ";", "-", "–", "—")):
        return False
    if "？" in sentence or ("?" in sentence and _ASKS.search(sentence)):
        return False
    if reading.language in ("zh", "ja"):
        return len(sentence) >= 10 and bool(re.search(r"[。！”」』）]$", sentence.rstrip()))
    whole = sentence.rstrip()
    return len(whole.split()) >= 5 and bool(_END.search(whole, max(0, len(whole) - _CLOSE)))


def _whole(sentence: str) -> bool:
    first = sentence.lstrip(_OPENERS)[:2]
    if not first or first[0] in "–—-" or (first[0].islower() and not first[1:2].isupper()):
        return False
    return (
        len(sentence.split()) >= 5 and words_of.balanced(sentence) and not _CUT_OFF.search(sentence)
    )


_SHORT = 9  # words up to which a sentence is looked at for its verb


def _has_verb(sentence: str) -> bool:
    """Say whether a short sentence has a verb: "Foreign policy and analyses." is a heading."""
    if sentence.count(" ") >= _SHORT:
        return True
    return any(t.tag[:2] in ("VB", "MD", "AU") for t in tagger.tags(sentence))


@lru_cache(maxsize=1024)
def first_person(sentence: str) -> bool:
    """Say whether the writer or reader is spoken of outside quotation marks."""
    return bool(words_of.FIRST_PERSON.search(without_quotes(sentence)))


_MARKS = "\"“「'‘"
_DOUBLE = lazy(r'"[^"]*"|“[^”]*”|「[^」]*」')
_SINGLE = lazy(r"(?:(?<=\s)|^)[‘'][^’']+(?:[’'](?=\w)[^’']*)*[’'](?=[\s,.!?]|$)")


def without_quotes(sentence: str) -> str:
    """Return the sentence without what it quotes."""
    if not any(map(sentence.__contains__, _MARKS)):
        return sentence
    return _SINGLE.sub(" ", _DOUBLE.sub(" ", sentence))


# ------------------------------------------------------------------ references


_SMALL_NAME = lazy(r"[a-z][A-Z]|[a-z]+\.(?:com|org)")  # eBay


def _capital(sentence: str) -> str:
    at = len(sentence) - len(sentence.lstrip(_OPENERS))
    if _SMALL_NAME.match(sentence, at):
        return sentence
    return sentence[:at] + words_of.upper(sentence[at:])


def _referred(reading: Reading, row: Row, sentence: str) -> str | None:
    """Return the sentence with names for what refers back, or None if that is doubtful."""
    if row.index == 0 and words_of.OPENING.match(sentence):
        return _speaker_named(reading, row, sentence)  # nothing stands before it to point to
    sentence = _subject_named(reading, row, sentence) or ""
    if not sentence or words_of.DANGLING.match(sentence):
        return None
    return _speaker_named(reading, row, sentence)


def _subject_named(reading: Reading, row: Row, sentence: str) -> str | None:
    if (m := words_of.HE.match(sentence)) and not m["lead"]:  # a quotation stays as it is
        name = person(reading, row, m["who"].lower())
        return _put(m, sentence, name) if name else None
    if m := words_of.IT.match(sentence):
        name = company(reading, row)
        return _put(m, sentence, name) if name else None
    if m := words_of.THE_FIRM.match(sentence):
        name = company(reading, row)
        if name is None or name in sentence:
            return None
        return _put(m, sentence, name)
    if m := words_of.THE_STOCK.match(sentence):
        name = company(reading, row)
        return f"{possessive(name)} {sentence[m.end() :]}" if name else None
    return sentence


def _put(m: re.Match[str], sentence: str, name: str) -> str:
    owner = m["who"].lower() in ("his", "her", "its") or bool(m["own"])
    return sentence[: m.start("who")] + (possessive(name) if owner else name) + sentence[m.end() :]


def possessive(name: str) -> str:
    """Return "Kroger's", "General Motors'"."""
    return name + ("'" if name.endswith("s") else "'s")


def _speaker_named(reading: Reading, row: Row, sentence: str) -> str | None:
    """Name the speaker of "…," he said."""
    m = words_of.HE_SAID.search(sentence)
    if not m or re.search(r"[A-Z]", without_quotes(sentence[: m.start("who")])):
        return sentence
    name = speaker(reading, row, m["who"].lower())
    return sentence[: m.start("who")] + name + sentence[m.end("who") :] if name else None
