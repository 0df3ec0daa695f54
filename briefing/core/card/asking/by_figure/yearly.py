"""Questions a year's result opens: to beat it, to make good a fall, to come back from a loss."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from briefing.core.card.asking import anchors, phrases, subjects, voice
from briefing.core.card.asking.by_figure import figures, moves
from briefing.core.card.asking.cast import Cast
from briefing.core.card.asking.draft import Draft
from briefing.core.card.asking.people import is_company
from briefing.core.card.asking.subjects import Subject
from briefing.core.card.asking.voice import Form
from briefing.core.language.patterns import lazy

_MONEY = (
    r"(?:US\$|A\$|[$£€¥₹]|Rs\.? ?)\s?\d[\d.,]*\s?(?:bn|billion|m|million|trillion|crore)?(?!\w)"
    r"|\d[\d.,]*\s?(?:bn|m|million|billion) (?:[A-Z][a-z]+ )?"
    r"(?:euros|dollars|pounds|rupees|yen|won|yuan|reais)\b"
)
_KIND = r"(?:(?:net|pre-tax|operating|annual|full-year|quarterly) )"
_LOSS = lazy(
    r"\b(?:made|posted|reported|recorded|suffered|announced|booked|ran up|posting|reporting)"
    rf" (?:a|an|its) (?:\S+ ){{0,3}}?(?P<what>{_KIND}*loss) of (?P<sum>{_MONEY})|"
    r"\b(?:made|posted|reported|recorded|suffered|announced) an? (?:record )?"
    rf"(?P<sum2>{_MONEY}) (?P<what2>{_KIND}*loss)\b|"
    r"\b(?:slumped|fell|plunged|swung|slid|sank|dived|crashed|dropped|slipped) (?:in)?to an? "
    rf"(?P<what3>{_KIND}*loss) of (?P<sum3>{_MONEY})|"
    rf"\b(?P<what4>{_KIND}+loss)(?:es)? "
    rf"(?:was|were|came in at|(?:widened|narrowed|grew|rose|fell) to) (?P<sum4>{_MONEY})"
)
_HOPEFUL = lazy(
    r"\b(?:will|would|could|may|expect\w*|forecast\w*|analysts?|profits? (?:in|next)|"
    r"return\w* to profit|profitab\w+|break[- ]even)\b"
)


def _span(sentence: str) -> str:
    """Return the profit of what period a loss in a sentence is to be followed by."""
    if "quarter" in sentence or "three months" in sentence:
        return "a quarterly"
    return (
        "an annual"
        if re.search(r"\byear\b|\bannual|\b12 months|\b(?:19|20)\d\d", sentence)
        else "a"
    )


def _loss(cast: Cast, firm: str, i: int, sentence: str) -> Draft | None:
    """Ask whether the main company makes a profit after the loss that it reports."""
    m = _LOSS.search(sentence) if i < 12 else None
    if m is None or not cast.is_main(cast.topics[i] or firm) or _HOPEFUL.search(sentence):
        return None
    told = [m.group(f"{name}{k}") for k in ("", 2, 3, 4) for name in ("what", "sum")]
    what, amount = (text for text in told if text)
    loss = f"{what} of {amount.strip(' ,.')}"
    forms = (
        Form("return", f"to profit after its {loss}"),
        Form("report", f"a profit after its {loss}"),
        Form("report", f"{_span(sentence)} profit after its {loss}"),
    )
    actor = anchors.subject_at(cast, i, m.start())
    name = actor.text if actor and actor.actor and not actor.plural else firm
    return Draft(name, firm, *voice.choose(cast, forms), "report", "due", i)


_YEARLY = lazy(r"\b(?:annual|full-year|yearly|(?:19|20)\d\d|(?:12|twelve) months|the year)\b", re.I)
_PART = lazy(r"\b(?:quarter\w*|half|month|months to|same period|week|weeks|Christmas)\b", re.I)
_TO_SUM = lazy(
    r"[^.;,]{0,25}?\b(?:to|at) (?:a record |about |around |just |almost )?(?P<sum>" + _MONEY + ")"
)


_MADE = lazy(
    rf"\b(?:made|earned|reported|posted|achieved) (?:a |an )?(?:record )?{figures.METRIC} of "
    r"(?:about |around |just |almost )?(?P<sum>"
    + _MONEY
    + r") (?:in|for) (?P<year>(?:19|20)\d\d|the year)\b",
    re.I,
)
_LEVEL = lazy(
    rf"\b{figures.METRIC}\s+(?:for|in) (?P<year>(?:19|20)\d\d|the (?:full )?year)"
    r" (?:was|were|came in at|totalled|reached|hit|amounted to) "
    r"(?:a record |about |around |just |almost )?(?P<sum>" + _MONEY + ")",
    re.I,
)


def _level(cast: Cast, firm: str, i: int, sentence: str) -> Draft | None:
    """Ask whether the main company beats what it made in the year."""
    m = (_LEVEL.search(sentence) or _MADE.search(sentence)) if i < 8 else None
    if m is None or not cast.is_main(cast.topics[i] or firm) or _HOPEFUL.search(sentence):
        return None
    year = m.group("year")
    metric, amount = m.group("metric").lower(), m.group("sum").strip(" ,.")
    span = f"the {amount} of {year}" if year.isdigit() else amount
    forms = (
        Form("beat", f"its {year if year.isdigit() else 'annual'} {metric} of {amount}"),
        Form("report", f"higher annual {metric} than {span}"),
        Form("report", f"{metric} above {span} in its next full-year results"),
    )
    return Draft(firm, firm, *voice.choose(cast, forms), "report", "due", i)


def _year(cast: Cast, firm: str, i: int, sentence: str) -> Draft | None:
    """Ask whether the main company beats its year, or makes good a fall."""
    m = figures.CHANGE.search(sentence) if i < 8 else None
    if m is None or not cast.is_main(cast.topics[i] or firm) or _HOPEFUL.search(sentence):
        return None
    opening = [phrases.words(row, (0, len(row))) for row in cast.tokens[:2]]
    if _PART.search(sentence) or figures.period_of(cast):
        return None
    if not any(map(_YEARLY.search, (*opening, sentence))):
        return None
    if re.search(r"\b(?:from|at|of|by)\b", sentence[m.end("metric") : m.start("way")]):
        return None  # a part of the firm's, not the whole
    metric = m.group("metric").lower()
    if figures.FELL.search(m.group("way")):
        figure = m.group("n") + ("%" if m.group("pct") == "%" else f" {m.group('pct')}")
        forms = (
            Form("recover", f"from its {figure} fall in {metric}"),
            Form("report", f"a rise in {metric} after the {figure} fall"),
            Form("report", f"higher {metric} after the {figure} drop"),
        )
        return Draft(firm, firm, *voice.choose(cast, forms), "report", "due", i)
    level = _TO_SUM.match(sentence[m.end() :])
    if level is None:
        return None
    year = re.match(r" in (?:19|20)\d\d\b", sentence[m.end() + level.end() :])
    annual = "" if re.search("annual|year", metric) or year else "annual "
    rest = f"its {annual}{metric} of {level.group('sum').strip(' ,.')}" + (
        f" {year.group()}" if year else ""
    )
    return Draft(firm, firm, "beat", rest, "report", "due", i)


_OPENING = 12  # sentences
_NOMINAL = lazy(
    r"\b(?:report(?:ed|s|ing)?|post(?:ed|s|ing)?|has seen|have seen|saw|seen|recorded|announced|"
    r"notched up|attributed|enjoyed|suffered)\b[^.;%]{0,25}? "
    r"(?:a |an )(?P<n>\d+(?:\.\d+)?(?:%| ?per ?cent)) "
    r"(?P<way>rise|increase|jump|gain|surge|growth|fall|drop|decline|slump|slide|dip) in "
    r"(?P<what>(?:(?!from|to|and|in|for|at)[\w-]+ ){0,3}?(?:sales|revenues?|profits?|income|"
    r"earnings|turnover|orders))\b"
)
_FALLEN = frozenset(("fall", "drop", "decline", "slump", "slide", "dip"))
_LONG_AGO = lazy(
    r"\blast year\b|\bago,|\bIn (?:[A-Z][a-z]+|(?:19|20)\d\d)\b|\bin [A-Z][a-z]+ (?:19|20)\d\d\b"
)


def _nominal(cast: Cast, firm: str, i: int, sentence: str) -> Draft | None:
    """Ask whether a rise is matched or a fall made good: "posted an 18% jump in sales"."""
    m = _NOMINAL.search(sentence) if i < _OPENING and "in " in sentence else None
    if m is None or _LONG_AGO.search(sentence) or _HOPEFUL.search(sentence):
        return None
    actor = anchors.subject_at(cast, i, m.start())
    if (actor is None and firm in sentence[: m.start()]) or (
        actor and not is_company(actor.actor, subjects.people(cast))
    ):
        actor = Subject(firm, firm)
    if actor is None or not actor.actor or actor.metric:
        return None
    if i > 2 and cast.salient(actor.actor) < 2:
        return None
    its = "their" if actor.plural else "its"
    way, n, what = m.group("way"), m.group("n"), moves.MONTH.sub("", m.group("what"))
    moved = f"{its} {n} {way} in {what}"
    if way in _FALLEN:
        forms = (
            Form("recover", f"from {moved}"),
            Form("report", f"a rise in {what} after the {n} {way}"),
            Form("report", f"higher {what} after the {n} {way}"),
        )
    else:
        article = "an" if way[0] in "aeiou" else "a"
        forms = (
            Form("match", moved),
            Form("report", f"another {way} of at least {n} in {what}"),
            Form("report", f"{article} {way} in {what} of more than {n} in {its} next results"),
        )
    form = voice.choose(cast, forms)
    return Draft(actor.text, actor.actor, *form, "report", "due", i, actor.plural)


def results(cast: Cast, sentences: Sequence[str]) -> Iterator[Draft]:
    """Yield at most two drafts on what the main company made in its year."""
    firm = cast.main
    if firm and cast.salient(firm) >= 3:
        counted = ((i, s) for i, s in enumerate(sentences[:_OPENING]) if re.search(r"\d", s))
        found = (_first(cast, firm, i, s) for i, s in counted)
        yield from islice(filter(None, found), 2)


def _first(cast: Cast, firm: str, i: int, sentence: str) -> Draft | None:
    readings = (_nominal, _loss, _level, _year)
    return next((d for r in readings if (d := r(cast, firm, i, sentence))), None)
