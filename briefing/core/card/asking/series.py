"""Questions a statistic opens: whether the next reading makes good a fall, or matches a rise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.core.card.asking import figures, subjects
from briefing.core.card.asking.cast import Cast
from briefing.core.card.asking.draft import Draft
from briefing.core.language.patterns import lazy

_MOST_SENTENCES = 14
_MOST_DRAFTS = 2

_COUNTRIES = {
    "US": "US", "American": "US", "U.S.": "US", "America": "US", "United States": "US",
    "UK": "UK", "British": "UK", "Britain": "UK", "Germany": "German", "German": "German",
    "France": "French", "French": "French", "Italy": "Italian", "Italian": "Italian",
    "Spain": "Spanish", "Spanish": "Spanish", "Japan": "Japanese", "Japanese": "Japanese",
    "China": "Chinese", "Chinese": "Chinese", "India": "Indian", "Indian": "Indian",
    "Australia": "Australian", "Australian": "Australian", "Canada": "Canadian",
    "Canadian": "Canadian", "Brazil": "Brazilian", "Brazilian": "Brazilian",
    "Russia": "Russian", "Russian": "Russian", "Mexico": "Mexican", "Mexican": "Mexican",
    "Ireland": "Irish", "Irish": "Irish", "Netherlands": "Dutch", "Dutch": "Dutch",
    "Sweden": "Swedish", "Swedish": "Swedish", "Poland": "Polish", "Polish": "Polish",
    "Switzerland": "Swiss", "Swiss": "Swiss", "Turkey": "Turkish", "Turkish": "Turkish",
    "South Korea": "South Korean", "South Korean": "South Korean",
    "eurozone": "eurozone", "Eurozone": "eurozone", "euro zone": "eurozone",
    "Latin America": "Latin American", "Latin American": "Latin American",
    "Argentina": "Argentine", "Argentine": "Argentine", "Thailand": "Thai", "Thai": "Thai",
    "Indonesia": "Indonesian", "Indonesian": "Indonesian", "Egypt": "Egyptian",
    "Egyptian": "Egyptian", "Singapore": "Singapore", "Hong Kong": "Hong Kong",
    "South Africa": "South African", "South African": "South African",
}  # fmt: skip
_NATION = lazy(
    r"(?<![\w-])(?:"
    + "|".join(sorted(map(re.escape, _COUNTRIES), key=len, reverse=True))
    + r")(?!\w)"
)
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
    r"\s+(?:by )?(?:an? )?(?:[a-z]+ ){0,2}"
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


class _Moved(NamedTuple):
    """What moved, as printed with its country, the country as the text has it, the number."""

    name: str
    country: str
    plural: bool


def of(cast: Cast, title: str, sentences: Sequence[str]) -> Iterator[Draft]:
    """Yield at most two drafts on the next reading of a country's statistics."""
    home = _home(title, sentences[:3])
    asked: set[str] = set()
    for i, sentence in enumerate(sentences[:_MOST_SENTENCES]):
        if len(asked) >= _MOST_DRAFTS or not re.search("%| to ", sentence):
            continue
        m = _MOVED.search(sentence) or _REACHED.search(sentence)
        if m is None or m.group("series").lower() in asked or _LATER.search(sentence[: m.end()]):
            continue
        moved = _named(m, sentence, home)
        rest = moved and _next(m, sentence, moved)
        if moved is None or rest is None:
            continue
        asked.add(m.group("series").lower())
        verb, _, what = rest.partition(" ")
        yield Draft(
            moved.name, moved.country, verb, what, "report", "due", i, moved.plural, metric=True
        )


def _home(title: str, opening: Sequence[str]) -> str | None:
    """Return the one country, as printed, that the title and the opening speak of."""
    found = {
        _COUNTRIES[m.group()]: m.group() for s in (title, *opening) for m in _NATION.finditer(s)
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _named(m: re.Match[str], sentence: str, home: str | None) -> _Moved | None:
    series = m.group("series")
    ahead = sentence[: m.start()].rstrip()
    near = [n for n in _NATION.finditer(ahead) if len(ahead[n.end() :].split()) <= 1]
    if near and re.fullmatch(r"(?:['’]s|['’])?", ahead[near[-1].end() :].strip()):
        country = near[-1].group()
    elif re.search(r"(?:^|[,;:]|\b(?:the|that|said|and|while|but|its))$", ahead, re.I) and home:
        country = home
    else:
        return None
    if not series.isupper():
        series = series.lower()
    the = "the " if series in ("economy", "trade deficit", "trade gap", "trade surplus") else ""
    the = "the " if series.endswith(("rate", "total")) else the
    plural = series.endswith("s") and not series.endswith("ss")
    return _Moved(f"{the}{_COUNTRIES[country]} {series}", country, plural)


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
    return subjects.possessive(name) if name else None
