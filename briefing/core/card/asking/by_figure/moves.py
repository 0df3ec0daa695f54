"""A rise or a fall as a sentence tells it: of what, whose, by how much, over what period."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing.core.card.asking import anchors, nations, phrases
from briefing.core.card.asking.cast import Cast
from briefing.core.language.patterns import lazy

HEAD = (
    r"(?:sales|revenues?|profits?|income|earnings|turnover|orders|shipments|volumes?|traffic|"
    r"exports|imports|output|production|deliveries|bookings|footfall|takings|receipts|spending|"
    r"lending|approvals|numbers|subscribers|customers|users|passengers|visitors|prices|"
    r"registrations|circulation|arrivals|transactions|investment|surplus|deficit|contributions|"
    r"remittances)"
)
SOFT = (
    r"(?:at an annual rate of )?"
    r"(?:by |to be |being |an? |about |around |nearly |almost |more than |over |just |only |some |"
    r"record |strong |surprise |lacklustre |estimated |modest |sharp |better-than-expected |"
    r"larger-than-forecast |mere |further |healthy |whopping |robust |respectable ){0,4}"
)
_PCT = r"(?P<n>\d+(?:\.\d+)?)\s?(?P<pct>%|percent|per cent)(?! of\b|\s?(?:to|-|or)\s?\d)"
UP = (
    r"(?:rose|ris(?:en|ing|e)|gr(?:ew|own|owing|ow)|climb(?:ed|ing)?|increas(?:ed|ing|e)|"
    r"jump(?:ed|ing)?|surg(?:ed|ing|e)|soar(?:ed|ing)?|gain(?:ed|ing)|advanc(?:ed|ing)|"
    r"leap(?:t|ed)|up|higher|improv(?:ed|ing|e))"
)
DOWN = (
    r"(?:fell|fall(?:en|ing)?|dropp(?:ed|ing)|drop|declin(?:ed|ing|e)|slid|slipp(?:ed|ing)|"
    r"s(?:ank|ink|unk)|tumbl(?:ed|ing|e)|plung(?:ed|ing|e)|shrank|shr[iu]nk|decreas(?:ed|ing)|"
    r"down|lower|slump(?:ed|ing)?|dipp(?:ed|ing)|dip)"
)
# "sales at its shops rose by 4%"; "sales were 4% higher"; "a 4% rise in sales"
_MOVED = lazy(
    rf"\b(?P<head>{HEAD}(?: {HEAD})?)\b(?P<gap>(?: (?!{HEAD}\b)[^\s,;:%$£€]+){{0,7}}?) "
    rf"(?P<way>{UP}|{DOWN})\b "
    rf"{SOFT}{_PCT}",
    re.I,
)
_STOOD = lazy(
    rf"\b(?P<head>{HEAD}(?: {HEAD})?)\b(?P<gap>(?: (?!{HEAD}\b)[^\s,;:%$£€]+){{0,5}}?) (?:was |"
    rf"were )?{SOFT}{_PCT} "
    r"(?P<way>higher|lower|up|down)\b",
    re.I,
)
_NOMINAL = lazy(
    rf"{_PCT}[- ](?:[a-z-]+ )?(?P<way>rise|increase|jump|gain|surge|growth|leap|improvement|"
    rf"fall|drop|decline|slump|slide|dip|decrease) in (?P<what>(?:(?!from\b|to\b|and\b|in\b|for\b|"
    rf"at\b|the\b)[\w'’-]+ ){{0,4}}?{HEAD})\b"
)
FELL = lazy(r"f[ae]ll|drop|declin|sli|s[aiu]nk|tumbl|plung|shr[aiu]nk|decreas|down|lower|slump|dip")
OPEN = lazy(
    r"\b(?:will|would|could|may|might|should|expect\w*|forecast\w*|predict\w*|project\w*|target\w*|"
    r"analysts?|economists?|if|likely|set to|hop(?:es?|ed|ing)|estimat\w+|aim\w*|warn\w*)\b"
)
_LONG = lazy(
    r"\b(?:since|between) (?:19|20)\d\d\b|\b(?:past|last|previous|recent|over) (?:the )?(?:\w+ )?"
    r"(?:years|decades?)\b|\ba year (?:since|until)\b|\bdecades?\b|"
    r"\bin the past\b(?! (?:year|quarter|month|12 months))"
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_WHEN = lazy(
    rf"[^.;,%]{{0,30}}?\b(?:in|for|during|over) (?P<when>{_MONTHS}|"
    r"the (?:first|second|third|fourth|last|final) (?:quarter|half)|(?:19|20)\d\d|the year)\b"
)


class Move(NamedTuple):
    """A rise or fall as printed: of what, by how much, where the words for it start and end."""

    what: str
    owner: str
    figure: str
    fell: bool
    start: int
    end: int


def find(cast: Cast, i: int, sentence: str) -> Move | None:
    """Return the sentence's first rise or fall in per cent, None where it is not one just told."""
    m = _MOVED.search(sentence) or _STOOD.search(sentence) or _NOMINAL.search(sentence)
    if m is None or OPEN.search(clause(sentence, m)) or _LONG.search(sentence):
        return None
    row = cast.tokens[i]
    if "what" in m.re.groupindex:
        words, owner, start = m.group("what"), "", m.start("n")
    else:
        at = anchors.token_at(row, m.start("head"))
        first = at
        while first and row[first - 1].tag in ("NN", "ADJ") and at - first < 3:
            first -= 1
        first -= first > 0 and row[first - 1].low in _TAGGED_VERBS
        if first == 1 and row[0].tag in ("NAME", "VB", "VBZ") and _common(cast, row[0].low):
            first = 0
        words = phrases.words(row, (first, anchors.token_at(row, m.end("head") - 1) + 1))
        owner = owner_of(cast, i, first)
        start = row[first].start
        place = place_of(m.group("gap").strip())
        if place is None:
            return None
        words += f" {place}" if place else ""
    figure = f"{m.group('n')}%" if m.group("pct") == "%" else f"{m.group('n')} {m.group('pct')}"
    fell = FELL.match(m.group("way")) is not None
    words = phrases.uncapital(words) if start == 0 and not words[:2].isupper() else words
    if re.search(r"\bshares?\b|\bstock\b|\bstandards?\b", words):
        return None
    return Move(words, owner, figure, fell, start, m.end())


def _common(cast: Cast, word: str) -> bool:
    """Say whether an article writes a word without a capital too: "House prices"."""
    return any(t.text == word for row in cast.tokens for t in row)


_TAGGED_VERBS = ("house", "home", "share")  # nouns in "house prices", verbs by themselves
_EDGE = lazy(r"[,;]|\b(?:after|as|while|because|and|but|when)\b")


def clause(sentence: str, m: re.Match[str]) -> str:
    """Return the clause a match stands in, to a little beyond its end."""
    return _EDGE.split(sentence[: m.start()])[-1] + sentence[m.start() : m.end() + 12]


_AUXILIARY = lazy(r"\s*\b(?:had|have|has|was|were|is|are|came in)(?: also| been)?$")
_PERIOD = lazy(
    r"(?:in|for|during|over) (?:the )?(?:\w+ )?(?:quarter|half|year|month|week|\d{4}|"
    r"January|February|March|April|May|June|July|August|September|October|November|December)\b"
)


def place_of(gap: str) -> str | None:
    """Return where a quantity is told of, "" where nowhere, None where the words say more."""
    gap = _AUXILIARY.sub("", gap)
    if not gap or _PERIOD.match(gap):
        return ""
    if not re.match(r"(?:at|in|of|for|from|to) ", gap) or len(gap.split()) > 6:
        return None
    if re.search(r"\b(?:that|which|and|but|while|as|shares?|than|it|they|this|said|what)\b", gap):
        return None
    return gap


def owner_of(cast: Cast, i: int, first: int) -> str:
    """Return whose a quantity is by the words before it: a name, "its", a country; else ""."""
    row = cast.tokens[i]
    if first and row[first - 1].tag == "POS":
        run = next((r for r in phrases.runs(row) if r[1] == first - 1), None)
        return phrases.words(row, run) if run else "?"
    if first and row[first - 1].tag == "NAME":
        run = next((r for r in phrases.runs(row) if r[1] == first), None)
        return phrases.words(row, run) if run else "?"
    if first and row[first - 1].low in ("its", "their", "the", "a", "an", "his"):
        return row[first - 1].low
    return ""


def when(sentence: str, move: Move) -> str:
    """Return the month, quarter or year that follows a move; "" where none does."""
    m = _WHEN.match(sentence[move.end :])
    return m.group("when") if m else ""


def whose(cast: Cast, move: Move) -> str | None:
    """Return what is counted with its country: "UK house prices"; None where none is told."""
    if move.owner not in nations.ADJECTIVES and nations.NAMED.search(move.what):
        return move.what
    if led := re.match(r"(new|total|overall|seasonally adjusted) (.+)", move.what):
        inner = whose(cast, move._replace(what=led.group(2)))
        return f"{led.group(1)} {inner}" if inner and not inner.startswith("the ") else inner
    if move.owner in nations.ADJECTIVES:
        return nations.whose(move.owner, move.what, cast.weight)
    if move.owner in ("", "the") and cast.home:
        return nations.whose(cast.home, move.what, cast.weight)
    return None


# "January sales" are over: it is the next ones that are asked about
MONTH = lazy(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December) (?=[a-z])"
)
