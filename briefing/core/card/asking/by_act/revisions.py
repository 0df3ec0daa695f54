"""Questions on what was moved and may be moved again: a price, a forecast, a limit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.core.card.asking import makers, parts
from briefing.core.card.asking.cast import Cast
from briefing.core.card.asking.draft import Draft
from briefing.core.language.patterns import lazy

_STEPPED = lazy(
    r"\b(?P<way>raised|increased|lifted|hiked|doubled|put up|cut|lowered|reduced|trimmed|slashed) "
    r"(?P<what>(?:its|the|their|hourly|minimum|basic|starting|entry-level) [^,.;$£€\d]{3,45}?)"
    r"(?: for (?:its|their|the) [^,.;$£€]{3,30}?)? (?:by \S+ )?(?:from (?P<low>"
    + parts.SUM
    + r") )?to "
    r"(?P<to>(?:about |around |up to )?" + parts.SUM + r")"
)
_FORECAST = lazy(
    r"\b(?P<way>raised|lifted|upgraded|cut|lowered|trimmed|slashed|downgraded|reduced) (?:its|"
    r"their) "
    r"(?P<what>(?:[\w-]+ ){0,5}?(?:forecasts?|guidance|outlook|estimates?))\b(?! (?:to|from|of|"
    r"for)\b)"
)


def _forecast(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether a forecast that was changed is changed once more."""
    m = _FORECAST.search(sentence)
    if m is None or parts.STALE.search(sentence):
        return
    actor = parts.firm_of(cast, i, m.start())
    if actor and len(m.group("what").split()) > 1:
        verb = "raise" if re.match("rais|lift|upgr", m.group("way")) else "cut"
        rest = f"{parts.its(actor)} {m.group('what')} again"
        yield Draft.of(actor, verb, rest, verb, "due", i)


_PRICES = lazy(
    r"\b(?:has |have |had )?(?P<way>cut|reduced|lowered|slashed|raised|increased|put up) (?:the "
    r")?prices? "
    r"(?:of|on|for) (?:some of |more than |about |around |over |up to )?(?P<np>(?:its|their|the|"
    r"\d[\d,]*) "
    r"[^,.;]{3,45})"
)


def _prices(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether prices move on more than the goods told of."""
    m = _PRICES.search(sentence)
    if m is None or re.search(r"\b(?:19|20)\d\d\b|years? ago|\bif\b|\bmay\b|\bcould\b", sentence):
        return
    actor = parts.firm_of(cast, i, m.start())
    what = parts.thing(m.group("np"), 6)
    if actor and what:
        what = re.sub(r"^the ", f"{parts.its(actor)} ", what)
        what = re.sub(r"^(?=\d)", "the ", what)
        up = m.group("way") in ("raised", "increased", "put up")
        verb = "raise" if up else "cut"
        yield Draft.of(actor, verb, f"prices beyond {what}", verb, "due", i)


_PRICED = lazy(
    r"\b(?:prices?|fares?|fees?|surcharge|charges?|wages?|pay|minimum|rates?|duty|duties|"
    r"tariffs?|tax|"
    r"stake|shareholding|target|forecast|offer|bid|limit|dividend|cap|outlook|estimate|production|"
    r"output|capacity|commission|discount|premium|threshold|levy|workforce)\b"
)


def _stepped(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether what was moved to a level is moved beyond it."""
    m = _STEPPED.search(sentence)
    if m is None or not _PRICED.search(m.group("what")) or parts.STALE.search(sentence):
        return
    actor = parts.firm_of(cast, i, m.start())
    if actor is None or "interest rate" in m.group("what"):
        return
    if cast.is_main(actor.actor) and re.search(r"forecast|guidance|outlook", m.group("what")):
        return  # its results are held against it
    what = re.sub(r"^their\b", parts.its(actor), m.group("what"))
    what = re.sub(r"^the\b", parts.its(actor), what)
    what = what if what.startswith(("its ", "their ")) else f"{parts.its(actor)} {what}"
    if parts.thing(what) is None or len(what.split()) > 7:
        return
    up = re.match("rais|incr|lift|hik|doub|put", m.group("way"))
    level = m.group("to").strip(" ,.")
    verb, side = ("raise", "above") if up else ("cut", "below")
    yield Draft.of(actor, verb, f"{what} {side} {level}", verb, "due", i)


MAKERS: makers.Table = (
    (_stepped, (" to ",)),
    (_forecast, ("forecast", "guidance", "outlook", "estimate")),
    (_prices, ("price",)),
)
