"""Questions a statistic opens: whether the next reading makes good a fall, or matches a rise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from briefing.core.card.asking import nations, phrases
from briefing.core.card.asking.by_figure import figures
from briefing.core.card.asking.cast import Cast
from briefing.core.card.asking.draft import Draft
from briefing.core.language.patterns import lazy

_MOST_SENTENCES = 14
_MOST_DRAFTS = 2

_SERIES = (
    r"(?P<series>(?:new )?(?:retail|high street|car|home|house) sales|"
    r"(?:consumer|household|personal) spending|(?:consumer|business) confidence|"
    r"industrial (?:output|production)|manufacturing (?:output|production)|"
    r"factory (?:orders|output)|unemployment(?: rate)?|jobless (?:rate|total)|"
    r"(?:house|home|property|consumer|producer|petrol) prices|housing starts|"
    r"mortgage (?:lending|approvals)|inflation|exports|imports|trade (?:deficit|surplus|gap)|"
    r"economy|gross domestic product|GDP|tourist arrivals)"
)
_MOVED = lazy(
    rf"\b{_SERIES}(?: \(\w+\))?\s+(?:(?:had|have|has) )?(?P<way>{figures.WAY}|expanded|contracted)"
    r"\s+(?:at an? (?:[a-z-]+ ){0,2}rate of )?(?:by )?(?:an? )?(?:[a-z]+ ){0,2}"
    r"(?P<n>\d+(?:\.\d+)?)\s?(?P<pct>%|percent|per cent)",
    re.I,
)
_REACHED = lazy(
    rf"\b{_SERIES}\s+(?P<way>{figures.WAY})\s+(?:\S+ ){{0,2}}?to "
    r"(?P<level>(?:[$£€¥]\s?)?\d[\d.,]*\d"
    r"(?:\s?(?:%|percent|per cent|bn|billion|million|m\b))?)",
    re.I,
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_OUTPUT = lazy(r"economy|GDP|product\b", re.I)
_PERIOD = lazy(
    rf"(?:on the (?:month|year|quarter) )?(?:in|for|during|over) (?:(?P<month>{_MONTHS})\b|"
    r"(?P<quarter>the (?:first|second|third|fourth|final|last) quarter)\b(?: of (?:19|20)\d\d)?|"
    r"(?P<year>(?:19|20)\d\d)\b|"
    r"(?P<span>the (?:first|last|final|three|six) (?:three |six )?months (?:of|to) \w+)\b)"
)
_LATER = lazy(
    r"\b(?:will|would|could|may|might|expect\w*|forecast\w*|predict\w*|analysts?|economists?|"
    r"likely|target|previous(?:ly)?|a year (?:ago|earlier))\b"
)
# a rise of these is bad news: they are asked to fall back
_BURDENS = lazy(r"unemployment|jobless|inflation|deficit|gap|consumer prices|petrol prices", re.I)


_FORECAST = lazy(
    r"\b(?:forecasts?|forecasting|predicts?|predicted|expects?|expected|estimates?|projects?|"
    r"projected|warned|said)\b"
)
_GROWTH = lazy(
    r"(?:(?P<of>economic |GDP |overall economic |\"|(?:forecasts|expects|predicts) )growth"
    r"[^%.;]{0,40}?(?P<n>\d+(?:\.\d+)?(?:%| ?per ?cent))|"
    r"(?P<m>\d+(?:\.\d+)?(?:%| ?per ?cent)) (?:economic )?(?:expansion|growth))"
    r"[^%.;]{0,10}? (?P<year>(?:in|for) (?:19|20)\d\d)\b"
)


def _forecast(cast: Cast, i: int, sentence: str) -> Draft | None:
    """Ask whether a country's economy grows as forecast for a year."""
    m = _GROWTH.search(sentence)
    if m is None or cast.home is None or re.search(r"\b(?:had|we|earlier)\b|previous", sentence):
        return None
    if not _FORECAST.search(sentence) or re.search(r"\b(?:was|rose|grew)\b", m.group()):
        return None
    name = nations.whose(cast.home, "economy", cast.weight)
    rest = f"by {m.group('n') or m.group('m')} {m.group('year').replace('for', 'in')}"
    return Draft(name, cast.home, "grow", rest, "report", "expected", i, metric=True)


class _Moved(NamedTuple):
    """What moved, as printed with its country, the country as the text has it, the number."""

    name: str
    country: str
    plural: bool


def of(cast: Cast, sentences: Sequence[str]) -> Iterator[Draft]:
    """Yield at most two drafts on the next reading of a country's statistics."""
    asked: set[str] = set()
    foreseen = False
    ahead = (_forecast(cast, i, s) for i, s in enumerate(sentences[:40]) if "%" in s or "cent" in s)
    for draft in islice(filter(None, ahead), 1):
        foreseen = True
        yield draft
    for i, sentence in enumerate(sentences[:_MOST_SENTENCES]):
        if len(asked) >= _MOST_DRAFTS or not re.search(r"\d", sentence):
            continue
        m = _MOVED.search(sentence) if re.search("%|cent", sentence) else None
        m = m or (_REACHED.search(sentence) if " to " in sentence else None)
        if m is None or m.group("series").lower() in asked or _LATER.search(sentence[: m.end()]):
            continue
        if foreseen and _OUTPUT.search(m.group("series")):
            continue  # its year is asked about
        moved = _named(cast, m, sentence)
        rest = moved and _next(m, sentence, moved)
        if moved is None or rest is None:
            continue
        asked.add(m.group("series").lower())
        verb, _, what = rest.partition(" ")
        yield Draft(
            moved.name, moved.country, verb, what, "report", "due", i, moved.plural, metric=True
        )


def _named(cast: Cast, m: re.Match[str], sentence: str) -> _Moved | None:
    series = m.group("series")
    ahead = sentence[: m.start()].rstrip()
    home = cast.home
    near = [n for n in nations.NAMED.finditer(ahead) if len(ahead[n.end() :].split()) <= 1]
    if near and re.fullmatch(r"(?:['’]s|['’])?", ahead[near[-1].end() :].strip()):
        country = near[-1].group()
    elif re.search(r"(?:^|[,;:]|\b(?:the|that|said|and|while|but|its))$", ahead, re.I) and home:
        country = home
    else:
        return None
    if not series.isupper():
        series = series.lower()
    plural = series.endswith("s") and not series.endswith("ss")
    return _Moved(nations.whose(country, series, cast.weight), country, plural)


def _next(m: re.Match[str], sentence: str, moved: _Moved) -> str | None:
    """Return the verb and the rest of the question about the next reading."""
    fell = figures.FELL.search(m.group("way")) is not None
    burden = _BURDENS.search(m.group("series")) is not None
    if "level" in m.re.groupindex:
        level = m.group("level")
        if fell and burden:
            return None
        return f"fall below {level}" if burden else f"rise above {level}"
    figure = m.group("n") + ("%" if m.group("pct") == "%" else f" {m.group('pct')}")
    period = _PERIOD.match(sentence[m.end() :].lstrip(" ,")) or _PERIOD.match(sentence)
    if period is None or burden:
        return None
    of = _owner(period)
    if fell:
        its = "their" if moved.plural else "its"
        when = f"{of} {figure} fall" if of else f"{its} {figure} fall {period.group()}"
        return f"recover from {when}"
    rise = "growth" if _OUTPUT.search(m.group("series")) else "rise"
    return f"match {of} {figure} {rise}" if of else None


def _owner(period: re.Match[str]) -> str | None:
    """Return the period as the owner of its figure: "January's"; None where that reads badly."""
    name = period.group("month") or period.group("quarter") or period.group("year")
    return phrases.possessive(name) if name else None
