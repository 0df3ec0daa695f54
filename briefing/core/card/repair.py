"""Make a sentence stand alone, in words of its own article, or say that it cannot.

English rules; a sentence of another language stands as it is, if it is whole. Refuses rather than
guesses: a pronoun whose antecedent is doubtful makes the sentence unfit.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing.core.card import repair_words as words_of
from briefing.core.card.reading import Reading, Row
from briefing.core.card.referents import company, person
from briefing.core.language.patterns import lazy


class Standing(NamedTuple):
    """A sentence that can be printed alone, and whether its words were changed."""

    text: str
    repaired: bool


_OPENERS = "\"'“‘«([„"
_END = lazy(r"(?:[.!]|[.!]?[\"”»])[\"”’')\]]*$|[。！][」』”’）]*$")
_DAY = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?|\d{1,2} [A-Z][a-z]{2,8})(?:,? \d{4})?"
_LEAD_CUT = lazy(
    r"^(?:(?:[A-Z][A-Z.'’/ -]{2,30}|[A-Z][a-z]+)(?:, [A-Z][\w.]+)? ?\((?:Reuters|AP|AFP|CNN|"
    r"Bloomberg|ANI|PTI|IANS|[A-Z][\w ]{1,20})\)"
    r"|\((?:Reuters|AP|AFP|CNN|Bloomberg|PTI)\)"
    # CITY, Region, November 17, 2026 /Newswire/ - then the sentence with its capital.
    rf"|(?:[A-Z][A-Z.'’ ]{{3,30}}(?:, [A-Z][\w.]+)??(?:,? {_DAY})?"
    rf"|[A-Z][\w.'’ ]{{2,30}}(?:, [A-Z][\w.]+)??, {_DAY}(?<=\d{{4}}))"
    r"(?: ?/[\w ]{2,30}/|[ -]*\([A-Z][\w ]{1,30}\))?(?=\s*[—–-]+\s*[\"“‘]?[A-Z\d]))\s*[-—–:]*\s*"
)
_CUT_OFF = lazy(r"\b(?:a|an|the|of|and|or|with|from|at|its|their|his|her)\.[\"”’')]*$")


def stand_alone(reading: Reading, row: Row, *, follows: bool = False) -> Standing | None:
    """Return the sentence as it can be printed, or None if it cannot be.

    With `follows` the sentence before it is printed just before, so it may refer to that.
    """
    whole = row.text
    if row.kind == "row" or not sound(reading, whole):
        return None
    if not reading.english:
        if words_of.LOOSE.match(whole) or not balanced(whole):
            return None
        return Standing(whole, False)
    fixed = _closed(reading, row, whole)
    if fixed is None or words_of.FURNITURE.search(fixed):
        return None
    fixed = _LEAD_CUT.sub("", fixed, count=1) or fixed
    fixed = re.sub(r"^There['’]s (?=an? )", "There is ", fixed)
    if not follows:
        loose = _connected(fixed)
        fixed = _referred(reading, row, loose) if loose is not None else None
        if fixed is None:
            return None
    fixed = _capital(fixed)
    if not _whole(fixed) or (first_person(fixed) and not follows):
        return None
    return Standing(fixed, fixed != row.text)


def sound(reading: Reading, sentence: str) -> bool:
    """Say whether a sentence is prose: long enough, ended, no question, nothing cut off."""
    bare = sentence.rstrip("\"”’'»)] ")
    if not bare or bare.endswith(("?", "？", "...", "…", ":", ";", "-", "–", "—")):
        return False
    if "？" in sentence or re.search(r"\?[\"”’'»)\]]*\s*$", sentence):
        return False
    if reading.language in ("zh", "ja"):
        return len(sentence) >= 10 and bool(re.search(r"[。！”」』）]$", sentence.rstrip()))
    return len(sentence.split()) >= 5 and bool(_END.search(sentence.rstrip()))


def _whole(sentence: str) -> bool:
    first = sentence.lstrip(_OPENERS)[:2]
    if not first or (first[0].islower() and not first[1:2].isupper()):
        return False
    return len(sentence.split()) >= 5 and balanced(sentence) and not _CUT_OFF.search(sentence)


def balanced(sentence: str) -> bool:
    """Say whether quotation marks and brackets close."""
    return (
        sentence.count('"') % 2 == 0
        and sentence.count("“") == sentence.count("„" if "„" in sentence else "”")
        and sentence.count("「") == sentence.count("」")
        and sentence.count("(") == sentence.count(")")
        and sentence.count("[") == sentence.count("]")
    )


def first_person(sentence: str) -> bool:
    """Say whether the writer or reader is spoken of outside quotation marks."""
    return bool(words_of.FIRST_PERSON.search(without_quotes(sentence)))


def without_quotes(sentence: str) -> str:
    """Return the sentence without what it quotes."""
    bare = re.sub(r'"[^"]*"|“[^”]*”|「[^」]*」', " ", sentence)
    return re.sub(r"(?:(?<=\s)|^)[‘'][^’']+(?:[’'](?=\w)[^’']*)*[’'](?=[\s,.!?]|$)", " ", bare)


# ------------------------------------------------------------------ quotations

_QUOTE_OPEN = lazy(r"^[\"“][^\"“”]+$")
_ATTRIBUTION = lazy(
    r"(?:,|[!.])?[\"”],?\s+(?P<who>(?:(?:said|says|added|explained|noted)\s+)?[A-Z][^\"“”.;]{2,90}?"
    r"|(?:he|she|they)\s+(?:said|says|added|told)[^\"“”.;]{0,60})\.?$"
)
_SPOKEN = lazy(r"\b(?:said|says|added|adds|told|explained|noted|wrote|tweeted|warned)\b")


def _closed(reading: Reading, row: Row, sentence: str) -> str | None:
    """Return the sentence with its quotation closed and its speaker named, or None."""
    if balanced(sentence):
        if re.match(r'^["“][^"“”]+["”]$', sentence):
            return None  # nothing but a quotation: whose?
        return sentence
    if _QUOTE_OPEN.match(sentence):
        return _attributed(reading, row, sentence)
    if _TAIL_OF_QUOTE.match(sentence) and _inside_quote(reading, row):
        return ("“" if "”" in sentence else '"') + sentence
    if _STRAY.match(sentence) and not _inside_quote(reading, row):
        return sentence[:-1]
    return None


_TAIL_OF_QUOTE = lazy(
    r"^[A-Z][^\"“”]+[,!.][\"”],? (?:[^\"“”]{0,60}\b)?(?:said|says|added|told|explained|noted|"
    r"wrote|informed)\b[^\"“”]*$"
)
_STRAY = lazy(r"^[^\"“”]+[\w.][\"”]$")


def _inside_quote(reading: Reading, row: Row) -> bool:
    """Say whether a quotation opened before this sentence, in its block, is still open."""
    earlier = row.index - 1
    marks = 0
    while (other := reading.by_index.get(earlier)) and other.block == row.block:
        marks += other.text.count('"') + other.text.count("“") + other.text.count("”")
        earlier -= 1
    return marks % 2 == 1


def _attributed(reading: Reading, row: Row, sentence: str) -> str | None:
    """Close a quotation that goes on after this sentence, with the speaker named at its end."""
    for ahead in range(1, 4):
        follower = reading.by_index.get(row.index + ahead)
        if follower is None or follower.block != row.block:
            return None
        if m := _ATTRIBUTION.search(follower.text):
            if not _SPOKEN.search(m["who"]):
                return None
            mark = "”" if sentence.startswith("“") else '"'
            body = re.sub(r"[.,]$", "", sentence.rstrip())
            return f"{body},{mark} {m['who'].strip()}."
        if re.search(r"[\"“”]", follower.text):
            return None
    return None


# ------------------------------------------------------------------ references


def _connected(sentence: str) -> str | None:
    """Return the sentence without the connective it starts with; None if it cannot be dropped."""
    for _ in range(2):
        if m := words_of.CONNECTIVE.match(sentence):
            rest = sentence[m.end() :]
            if words_of.BOUND.match(m.group()) and not m.group().rstrip().endswith(","):
                return None
            sentence = m.group("open") + _upper(rest)
    return sentence if not words_of.BOUND.match(sentence) else None


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _capital(sentence: str) -> str:
    m = re.match(rf"[{re.escape(_OPENERS)}]*", sentence)
    at = m.end() if m else 0
    word = re.match(r"[\w-]*", sentence[at:])
    if word and re.match(r"[a-z][A-Z]|[a-z]+\.(?:com|org)", sentence[at:]):
        return sentence
    return sentence[:at] + _upper(sentence[at:])


def _referred(reading: Reading, row: Row, sentence: str) -> str | None:
    """Return the sentence with names for what refers back, or None if that is doubtful."""
    if row.index == 0 and words_of.OPENING.match(sentence):
        return _speaker_named(reading, row, sentence)  # nothing stands before it to point to
    sentence = _subject_named(reading, row, sentence) or ""
    if not sentence or words_of.DANGLING.match(sentence):
        return None
    return _speaker_named(reading, row, sentence)


def _subject_named(reading: Reading, row: Row, sentence: str) -> str | None:
    if m := words_of.HE.match(sentence):
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
    name = person(reading, row, m["who"].lower())
    return sentence[: m.start("who")] + name + sentence[m.end("who") :] if name else None
