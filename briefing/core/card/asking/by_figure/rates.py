"""Questions that a central bank leaves open: its next step on interest rates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.core.card.asking import makers, phrases, terms
from briefing.core.card.asking.cast import Cast
from briefing.core.card.asking.draft import Draft
from briefing.core.language.patterns import lazy

_BANK = lazy(
    r"\b(?:US Federal Reserve|Federal Reserve|Bank of England|European Central Bank|ECB|"
    r"Reserve Bank of [A-Z]\w+|"
    r"Bank of Japan|Bank of Korea|People's Bank of China|RBI|Fed)\b"
)
_RATES = lazy(
    r"\b(?:interest rates?|rates|cost of borrowing|repo rate)\b.{0,60}?\b(?:could|may|might|will|"
    r"would|expected|likely|set|due|further|forecast)\b"
    r".{0,40}?\b(?P<way>rise|rises|raise|raised|increase|hike|hikes|higher|up|cut|cuts|fall|"
    r"lower|reduce|reduced)\b|"
    r"\b(?:expected|likely|set|may|could|will|further|another)\b.{0,30}?\b(?P<way2>raise|"
    r"increase|hike|rise|cut|lower|reduce)\w*\b.{0,12}\b(?:in )?(?:its |US |key |"
    r"UK )*(?:interest|borrowing) (?:rates?|costs)\b"
)


_TO = lazy(
    r"\b(?:rates?|costs|borrowing)\b[^.;]{0,60}? to (?P<level>\d+(?:\.\d+)?(?:%| ?per ?cent))(?! "
    r"[a-z]+ by)"
)


def _expected(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask the central bank that the article names for the step that is expected of it."""
    m = _RATES.search(sentence)
    if m is None:
        return
    text = " ".join(phrases.words(row, (0, len(row))) for row in cast.tokens[: i + 6])
    bank = _BANK.search(sentence) or _BANK.search(text)
    if not bank or re.search(r"\bnot\b|n't\b|unlikely|on hold|unchanged", m.group()):
        return
    down = re.match(r"cut|fall|lower|reduc", m.group("way") or m.group("way2"))
    name = f"the {bank.group()}"
    verb = "cut" if down else "raise"
    near = " ".join(phrases.words(row, (0, len(row))) for row in cast.tokens[i : i + 2])
    level = _TO.search(near)
    rest = f"interest rates to {level.group('level')}" if level else "interest rates"
    yield Draft(name, bank.group(), verb, rest, verb, "expected", i)


_LEFT = lazy(
    r"\b(?:left|leave|leaves|leaving|kept|keep|keeps|keeping|held|hold|holds|holding)\b"
    r"[^.;]{0,40}?\brates?\b[^.;%]{0,40}?\bat (?P<level>\d+(?:\.\d+)?(?:%| percent| per cent))"
)
_MOVED = lazy(
    r"\b(?:(?P<up>raised|lifted|increased|raising|lifting)|(?P<down>cut|lowered|reduced|cutting))\b"
    r"[^.;]{0,40}?\brates?\b(?:[^.;]|\.\d){0,40}?\bto "
    r"(?P<level>\d+(?:\.\d+)?(?:%| percent| per cent))"
)
_OPENING = 8  # sentences


def _decided(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask for the step after the one just taken: rates held at a level, or moved to it."""
    m = _LEFT.search(sentence) or (_MOVED.search(sentence) if i < _OPENING else None)
    bank = _BANK.search(sentence[: m.end()]) if m else None
    if m is None or bank is None or _PAST.search(sentence):
        return
    name = f"the {bank.group()}"
    level = m.group("level")
    if "up" not in m.re.groupindex:
        yield Draft(name, bank.group(), "move", f"interest rates from {level}", "rule", "due", i)
    elif m.group("up"):
        yield Draft(name, bank.group(), "raise", f"interest rates above {level}", "raise", "due", i)
    else:
        yield Draft(name, bank.group(), "cut", f"interest rates below {level}", "cut", "due", i)


_PAST = lazy(r"\b(?:19|20)\d\d\b|\blast year\b|\b(?:will|would|could|may|might|if)\b")


_MEETS = lazy(
    r"\b(?:decision on|decide on|vote on|set|meets? to (?:discuss|set|consider)) (?:its |UK |US )?"
    r"(?:interest )?rates?\b"
)


def _meets(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether rates move at a meeting that is to come."""
    m = _MEETS.search(sentence)
    bank = _BANK.search(sentence) if m else None
    if m is None or bank is None or not re.search(r"\b(?:will|is to|are to|due|next)\b", sentence):
        return
    term = next(iter(terms.find(sentence[m.end() :])), None)
    yield Draft(
        f"the {bank.group()}", bank.group(), "change", "interest rates", "rule", "due", i, term=term
    )


MAKERS: makers.Table = (
    (_expected, ("rate", "borrowing")),
    (_decided, ("rate",)),
    (_meets, ("rate",)),
)
