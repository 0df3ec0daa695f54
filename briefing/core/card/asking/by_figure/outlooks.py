"""Questions that a forecast opens: whether who made it keeps, cuts or raises it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.core.card.asking import anchors, makers, nations, parts, phrases, subjects
from briefing.core.card.asking.by_figure import bodies
from briefing.core.card.asking.cast import Cast
from briefing.core.card.asking.draft import Draft
from briefing.core.card.asking.subjects import Subject
from briefing.core.language import chunks
from briefing.core.language.patterns import lazy

_PCT = r"\d+(?:\.\d+)?\s?(?:%|per ?cent)"
_SAYS = (
    r"(?:forecasts?|forecasting|predicts?|predicted|predicting|expects?|expecting|projects?|"
    r"projected|"
    r"estimates?|estimated|reckons?|(?:has|have) forecast|believes?|said|says|sees)"
)
_WILL = lazy(
    rf"\b{_SAYS} (?:that )?(?P<what>(?:the |its |US |UK )?(?:(?!will|would|to\b|that|"
    rf"it\b)[\w'’-]+ ){{1,6}}?)"
    r"(?:will|would|to|should|are likely to|is likely to) (?P<way>rise|grow|increase|climb|jump|"
    r"expand|fall|drop|decline|shrink|slow|"
    rf"contract|slip)(?: by)? (?:about |around |at least |up to |more than |nearly |almost |"
    rf"between |just |only |a further )*"
    rf"(?P<n>{_PCT})(?P<when> (?:in|for|during) (?:19|20)\d\d| a year| next year| this year)?"
)
_OF = lazy(
    rf"\b(?:forecasts?|forecasting|predicts?|predicted|predicting|expects?|expecting|projects?|"
    rf"estimates?|estimated|sees) "
    rf"(?:an? )?(?:(?P<n>{_PCT}) (?P<noun>rise|increase|growth|fall|drop|decline|expansion|jump) "
    rf"in (?P<what>[^,.;]{{3,50}})|"
    rf"(?P<what2>(?:[\w'’-]+ ){{0,4}}?growth) (?:of|at) (?:about |around |at least )?(?P<m>{_PCT}))"
    r"(?P<when> (?:in|for|during) (?:19|20)\d\d)?"
)
_LOOSE = lazy(r"\b(?:it|they|this|that|these|those|which|we|he|she|his|her|their|there|such)\b")
_UP = ("rise", "grow", "increase", "climb", "jump", "expand", "growth", "expansion")


def _changed(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Yield whether a forecast with a figure in sentence `i` is changed."""
    m = _WILL.search(sentence) or _OF.search(sentence)
    if m is None or re.search(
        r"\b(?:previously|earlier|had|compared with|last year)\b", sentence[: m.end()]
    ):
        return
    who = _forecaster(cast, i, m.start())
    if who is None or who.metric or not who.actor:
        return
    noun_form = "noun" in m.re.groupindex
    what = (m.group("what") or (m.group("what2") if noun_form else "")).strip()
    what = re.split(r"\s(?:after|because|as|compared|from|this|next|over|due|while|amid)\b", what)[
        0
    ]
    n = m.group("n") or (m.group("m") if noun_form else "")
    way = (m.group("noun") or "growth") if noun_form else m.group("way")
    if not what or _LOOSE.search(what) or len(what.split()) > 6:
        return
    what = re.sub(r"^the ", "", what)
    if noun_form and m.group("what2"):
        what = re.sub(r"\s*growth$", "", what)
    what = _owned(cast, what, who)
    when = m.group("when") or ""
    if "this year" in when or "next year" in when:
        when = ""
    up = way in _UP
    when = "" if "a year" in when else when
    if not what and cast.home and not cast.is_main(who.actor):
        what = nations.whose(cast.home, "economy", cast.weight)
    what = f"{n} {'growth' if up else 'fall'} in {what}" if what else f"{n} growth"
    thing = f"{what}{when}"
    its = "their" if who.plural else "its"
    verb = "cut" if up else "revise"
    rest = f"{its} forecast of {thing}" if up else f"{its} forecast of a {thing}"
    yield Draft.of(who, verb, rest, "cut" if up else "guide", "plan", i)


def _owned(cast: Cast, what: str, who: Subject) -> str:
    what = re.sub(r"^its ", "", what)
    if (
        cast.home
        and not nations.NAMED.search(what)
        and re.fullmatch(
            r"(?:(?:retail|economic|consumer|house|home|overall|export|industrial) )?(?:sales|"
            r"spending|prices|output|production|earnings|exports|imports|inflation|growth|economy)",
            what,
        )
        and not cast.is_main(who.actor)
    ):
        return nations.whose(cast.home, what, cast.weight)
    return what


def _forecaster(cast: Cast, i: int, offset: int) -> Subject | None:
    """Return who makes the forecast: a firm or a body, no person and no analyst at large."""
    found = anchors.subject_at(cast, i, offset)
    if found is None:
        row = cast.tokens[i]
        span = chunks.main_subject(row, anchors.token_at(row, offset))
        found = subjects.of(cast, i, span) if span else None
    if (
        found
        and cast.tokens[i]
        and re.search(
            r"\b(?:of|for|and) (?:the )?[A-Z]",
            phrases.words(cast.tokens[i], (0, anchors.token_at(cast.tokens[i], offset))),
        )
    ):
        found = bodies.of(cast, i, phrases.words(cast.tokens[i], (0, len(cast.tokens[i])))) or found
    if (
        found is None
        or found.actor in subjects.people(cast)
        or re.search(
            r"\b(?:analysts?|"
            r"economists?)\b",
            found.text,
        )
    ):
        return None
    return found


_ACCORDING = lazy(
    r"\b[Aa]ccording to (?:the )?(?P<who>" + parts.NAME + r"), (?P<what>[^,.;]{5,60}?) (?:is|are) "
    r"(?:set|expected|forecast|due|likely|predicted) to (?P<way>grow|rise|increase|expand|fall|"
    rf"drop|decline|shrink)(?: by)? (?P<n>{_PCT})"
)


def _according(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether who is quoted for a forecast changes it."""
    m = _ACCORDING.search(sentence)
    if m is None or m.group("who") in subjects.people(cast):
        return
    who, what = m.group("who"), re.sub("^the ", "", m.group("what"))
    up = m.group("way") in _UP
    if not _LOOSE.search(what) and len(what.split()) <= 8:
        rest = f"its estimate of {m.group('n')} {'growth' if up else 'shrinkage'} in the {what}"
        yield Draft(who, who, "cut" if up else "revise", rest, "cut" if up else "guide", "plan", i)


_PUT = lazy(
    r"\b(?:estimates?(?: from [^,.;]{3,40}?)?|estimated|reckons?|puts?|calculates?|calculated) "
    r"(?:put )?(?P<np>(?:the|its|total|annual|global) [^,.;%$£€\d]{3,50}?) (?:at|to be) (?:about |"
    r"around |more than |up to |nearly |almost |some |at least )?(?P<sum>"
    + parts.SUM
    + r")(?!\.?\d| ?(?:to|-) ?[$£€]?\d| ?(?:trillion|billion|million|bn|lakh|crore)\b)"
)


def _put(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether an estimate with a figure is raised."""
    m = _PUT.search(sentence)
    if m is None or parts.PAST.search(sentence):
        return
    who = _forecaster(cast, i, m.start())
    source = bodies.of(cast, i, sentence)
    who = source if source and (who is None or not who.actor) else who
    what = parts.thing(m.group("np"), 8)
    if who and who.actor and not who.metric and what:
        what = re.sub(r"^its ", "the ", what)
        rest = f"{parts.its(who)} estimate of {m.group('sum').strip(' ,.')} for {what}"
        yield Draft.of(who, "raise", rest, "raise", "due", i)


MAKERS: makers.Table = (
    (_changed, ("%", "cent")),
    (_according, ("ccording to",)),
    (_put, ("estimate", "reckon", " put", "calculate")),
)
