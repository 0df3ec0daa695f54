"""Questions that a central bank leaves open: its next step on interest rates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.core.card.asking import phrases
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


def _expected(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask the central bank that the article names for the step that is expected of it."""
    m = _RATES.search(sentence) if "rate" in sentence or "borrowing" in sentence else None
    if m is None:
        return
    text = " ".join(phrases.words(row, (0, len(row))) for row in cast.tokens[: i + 6])
    bank = _BANK.search(sentence) or _BANK.search(text)
    if not bank or re.search(r"\bnot\b|n't\b|unlikely|on hold|unchanged", m.group()):
        return
    down = re.match(r"cut|fall|lower|reduc", m.group("way") or m.group("way2"))
    name = f"the {bank.group()}"
    verb = "cut" if down else "raise"
    yield Draft(name, bank.group(), verb, "interest rates", verb, "expected", i)


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
    m = (_LEFT.search(sentence) or _MOVED.search(sentence)) if i < _OPENING else None
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


def of(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Yield what sentence `i` says of the next step on rates."""
    if "rate" in sentence or "borrowing" in sentence:
        yield from _expected(cast, i, sentence)
        yield from _decided(cast, i, sentence)
