"""Questions a figure opens: the next quarter against this one, a forecast against its result."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.core.card.asking import phrases, terms
from briefing.core.card.asking.cast import Cast
from briefing.core.card.asking.draft import Draft
from briefing.core.language.patterns import lazy

METRIC = (
    r"(?P<metric>(?:(?:net|comparable|like-for-like|same-store|operating|pre-tax|underlying|"
    r"online|digital|total|group|retail|full-year|"
    r"adjusted|annual|core|global|domestic)[ -])*(?:sales|revenues?|profits?|income|earnings|"
    r"turnover|orders|shipments|volumes?|traffic))"
)
WAY = (
    r"(?:rose|grew|climbed|increased|jumped|surged|soared|gained|was up|were up|up|advanced|"
    r"risen|grown|fallen|"
    r"fell|dropped|declined|slid|slipped|sank|tumbled|plunged|shrank|decreased|contracted|was down|"
    r"were down|down)"
)
CHANGE = lazy(
    rf"\b{METRIC}\s+(?:(?:in|for|at|of|from|during|"
    rf"by)\s+[^,;%]{{1,40}}?\s+)?(?:\(\w+\)\s+)?(?:had |have |has )?(?P<way>{WAY})"
    r"\s+(?:by )?(?:about |around |nearly |almost |more than |over |a |"
    r"an )*(?P<n>\d+(?:\.\d+)?)\s?(?P<pct>%|percent|per cent)",
    re.I,
)
PERIOD = lazy(r"\b(?P<n>first|second|third|fourth)[ -](?P<q>quarter|half)\b", re.I)
_NEXT = {"first": "second", "second": "third", "third": "fourth", "fourth": "first"}
FELL = lazy(r"fell|fallen|contract|dropp|declin|sli|sank|tumbl|plung|shrank|decreas|down")
_GUIDANCE = lazy(
    r"\b(?P<verb>expects?|forecasts?|sees|targeting|guided|predicts?|projects?|targets?|"
    r"raised its (?:\S+ ){0,3}?(?:forecast|guidance|outlook)|now expects)\s+(?:for )?"
    r"(?:(?:its|the|full-year|annual|adjusted|fiscal|\d{4}|third-quarter|fourth-quarter|"
    r"first-quarter|second-quarter)\s+)*"
    r"(?P<what>(?:(?:net|comparable|like-for-like|same-store|operating|pre-tax|adjusted|"
    r"full-year|annual|group)[ -])*(?:sales|revenue|profit|earnings|income|turnover|sales growth|"
    r"revenue growth|profit growth)(?: growth)?)"
    r"(?: of| between| to be| at| to reach| in the range of| to come in at)+ (?P<about>about |"
    r"around |at least |more than |up to )?"
    r"(?P<low>(?:[$£€¥]\s?)?\d[\d.,]*\d|(?:[$£€¥]\s?)?\d)\s?(?P<unit>%|percent|per cent|bn|"
    r"billion|m\b|million|crore|trillion)?(?:\s?(?:-|to|"
    r"and)\s?(?:[$£€¥]\s?)?\d[\d.,]*\d?\s?(?P<unit2>%|percent|bn|billion|million|"
    r"crore)?)?(?:\s?(?P<share>(?:a|per) share))?"
)


_COUNTED = lazy(r"\d")


def results(cast: Cast, sentences: Sequence[str]) -> Iterator[Draft]:
    """Yield at most two drafts on the next results, one on the guidance."""
    firm = cast.main
    if not firm or cast.salient(firm) < 3:
        return
    seen = 0
    for i, sentence in enumerate(sentences[:40]):
        if not _COUNTED.search(sentence):
            continue
        if seen < 2 and (draft := _next_period(cast, firm, i, sentence)):
            seen += 1
            yield draft
        for reading in (_guidance, _trend, _higher, _revised):
            if draft := reading(cast, firm, i, sentence):
                yield draft


def _next_period(cast: Cast, firm: str, i: int, sentence: str) -> Draft | None:
    m = CHANGE.search(sentence)
    period = (PERIOD.search(sentence) or period_of(cast)) if m else None
    topic = cast.topics[i]
    if (
        not m
        or not period
        or (topic and not cast.is_main(topic))
        or period.group("n").lower() not in _NEXT
    ):
        return None
    if re.search(
        r"\b(?:will|would|expect\w*|forecast\w*|analysts?|industry|market|rival)\b", sentence
    ):
        return None
    now, unit = period.group("n").lower(), period.group("q").lower()
    if unit == "half":
        if now == "second":
            return None
        nxt = "second-half"
    else:
        nxt = f"{_NEXT[now]}-quarter"
    metric = re.sub(r"^(?:total|group|annual)[ -]", "", m.group("metric").lower())
    figure = f"{m.group('n')}%" if m.group("pct") == "%" else f"{m.group('n')} {m.group('pct')}"
    if FELL.search(m.group("way")):
        rest = f"a fall in {nxt} {metric} of less than {figure}"
    else:
        rest = f"{nxt} {_singular(metric)} growth of at least {figure}, matching the {now} {unit}"
    return Draft(firm, firm, "report", rest, "report", "due", i, term=_results_day(cast))


def period_of(cast: Cast) -> re.Match[str] | None:
    """Return the one quarter or half that the opening sentences report on."""
    found = [
        m for row in cast.tokens[:3] for m in PERIOD.finditer(phrases.words(row, (0, len(row))))
    ]
    return found[0] if len({m.group().lower().replace("-", " ") for m in found}) == 1 else None


def _singular(metric: str) -> str:
    return re.sub(r"(profit|revenue)s$", r"\1", metric)


_DAY = lazy(
    r"\b(?:report|publish|release|announce)s?\b[^.]{0,40}\b(?:results|figures|earnings|sales)\b"
)


def _results_day(cast: Cast) -> terms.Term | None:
    for row in cast.tokens:
        text = phrases.words(row, (0, len(row)))
        if (m := _DAY.search(text)) and re.search(r"\b(?:will|would|when|due|is to)\b", text):
            found = [
                t
                for t in terms.find(text[m.start() :])
                if not t.relative and re.search(r"\d", t.phrase)
            ]
            if found:
                return found[0]
    return None


_TREND = lazy(
    r"\b(?:expects?|expecting|forecasts?|forecasting|predicts?|predicting|projects?|sees|said|"
    r"says|estimates?)\s+(?:that )?(?:its |the (?:company|group)'s )?"
    + METRIC.replace("P<metric>", "P<what>")
    + r"\s+(?:to|would|will|should) (?P<way>rise|grow|increase|climb|jump|fall|drop|"
    r"decline|be up|be down)"
    r" (?:by )?(?:about |around |at least |up to |as much as |more than |a |"
    r"between )*(?P<n>\d+(?:\.\d+)?)(?P<pct>%| percent| per cent)(?: (?P<year>in (?:19|20)\d\d))?"
)


def _trend(cast: Cast, firm: str, i: int, sentence: str) -> Draft | None:
    m = _TREND.search(sentence)
    if not m or not cast.is_main(cast.topics[i] or firm):
        return None
    figure = m.group("n") + m.group("pct")
    if re.match(r"rise|grow|increase|climb|jump|be up", m.group("way")):
        rest = f"{_singular(m.group('what'))} growth of at least {figure}"
    else:
        rest = f"a fall in {m.group('what')} of less than {figure}"
    rest += f" {m.group('year')}" if m.group("year") else ""
    rest += ", as analysts forecast" if re.search(r"\b[Aa]nalysts?\b", sentence[: m.end()]) else ""
    return Draft(firm, firm, "report", rest, "report", "plan", i)


_HIGHER = lazy(
    r"\b" + METRIC + r"\b[^,.;%]{0,40}? (?:would|will|should) be (?:between )?(?:about |around |"
    r"up to )?"
    r"(?:\d+(?:\.\d+)?%? (?:and|to|-) )?(?P<n>\d+(?:\.\d+)?)(?P<pct>%| ?per ?cent) (?P<way>lower|"
    r"higher)\b"
)


def _higher(cast: Cast, firm: str, i: int, sentence: str) -> Draft | None:
    """Ask whether a result comes out by as much higher or lower as a firm has said."""
    m = _HIGHER.search(sentence)
    if m is None or not cast.is_main(cast.topics[i] or firm) or "nalyst" in sentence:
        return None
    metric, n = m.group("metric").lower(), m.group("n") + m.group("pct")
    if m.group("way") == "lower":
        rest = f"a fall in {metric} of less than {n}"
    else:
        rest = f"{_singular(metric)} growth of at least {n}"
    return Draft(firm, firm, "report", rest, "report", "plan", i)


_REVISED = lazy(
    r"\b(?:raised|lifted|increased|cut|lowered|trimmed|reduced|kept|maintained|reaffirmed) its "
    r"(?:(?P<what>(?:[\w-]+ ){0,2}(?:profit|sales|revenue|earnings|sales growth|revenue growth)) "
    r"(?:forecast|guidance|outlook|target)s?|(?:forecast|guidance|outlook|target)s? for "
    r"(?P<for>(?:[\w-]+ ){0,2}(?:profit|sales|revenue|earnings|sales growth|revenue growth)))"
    r"(?: for (?:the )?\w+)? (?:to|at|of) (?:between |about |around |at least |a range of )?"
    r"(?P<low>(?:[$£€¥]\s?)?\d[\d.,]*(?:\s?(?:bn|billion|million|trillion|m\b|%|per ?cent))?"
    r"(?: (?:yen|euros|yuan|won|rupees|reais|francs|crowns|pesos))?)"
)


_A_SHARE = lazy(r"(?:[^.;,]|\.\d){0,20}? (?:a|per) share\b")


def _revised(cast: Cast, firm: str, i: int, sentence: str) -> Draft | None:
    """Ask whether the main company reports what its new forecast says at least."""
    m = _REVISED.search(sentence)
    if m is None or not cast.is_main(cast.topics[i] or firm) or "nalyst" in sentence:
        return None
    what = re.sub(r" growth$", "", m.group("what") or m.group("for"))
    grows = m.group().count("growth") or "%" in m.group("low") or "cent" in m.group("low")
    rest = f"{what}{' growth' if grows else ''} of at least {m.group('low').strip()}"
    rest += " a share" if _A_SHARE.match(sentence[m.end() :]) else ""
    return Draft(firm, firm, "report", rest, "report", "plan", i)


# "The food unit expects sales of": not the whole firm's
_PART = lazy(r"(?:The|Its) (?:\w+ ){0,2}(?:unit|arm|division|subsidiary|brand)\b")


def _guidance(cast: Cast, firm: str, i: int, sentence: str) -> Draft | None:
    m = _GUIDANCE.search(sentence)
    if (
        not m
        or re.search(r"\banalysts?\b|\bconsensus\b", sentence)
        or not cast.is_main(cast.topics[i] or firm)
        or _PART.match(sentence)
    ):
        return None
    what, low = m.group("what"), m.group("low")
    unit = m.group("unit") or m.group("unit2") or ""
    gap = "" if unit in ("%", "bn") or not unit else " "
    adjusted = "adjusted " if re.search(r"adjusted\s+" + re.escape(what), sentence) else ""
    share = f" {m.group('share')}" if m.group("share") else ""
    share = share or (" a share" if _A_SHARE.match(sentence[m.end() :]) else "")
    rest = f"{adjusted}{what} of at least {low}{gap}{unit}{share}"
    year = re.search(
        r"\bfor (?:the|its) (?:fiscal|financial|full) year\b|\b(?:in|for) (?:19|20)\d\d\b", sentence
    )
    if year:
        rest += f" {year.group()}"
    return Draft(firm, firm, "report", rest, "report", "plan", i)
