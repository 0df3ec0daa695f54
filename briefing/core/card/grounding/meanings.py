"""Rules N3 and N4: a figure that is in the source keeps its hedge, direction, role and measure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from briefing.core.card.grounding import (
    amounts,
    bearings,
    directions,
    hedges_apart,
    measures,
    words,
)
from briefing.core.card.grounding.fault import Fault
from briefing.core.card.grounding.source import Pool, Row
from briefing.core.language.figures import Quantity
from briefing.core.language.lexicon import STOPWORDS
from briefing.core.language.patterns import lazy


class Seen(NamedTuple):
    """A source figure that may bear a claim's figure out."""

    match: amounts.Match
    row: Row
    figure: Quantity


def against(claim: Row, figure: Quantity, seen: Seen) -> Iterator[Fault]:
    """Yield what a claim makes of a figure that its sentence in the source does not."""
    other = seen.figure
    passed = _PASSED.search(seen.row.text[: other.start])
    if other.hedged and other.text not in seen.row.text:
        other = replace(other, hedged=None)  # the hedge of another figure before it
    if other.hedged is None and passed:
        other = replace(other, hedged="lower")
    read = hedges_apart.read(claim, figure)
    if read is not figure:
        figure, other = read, hedges_apart.read(seen.row, other)
    within = figure.hedged == "upper" and seen.row.text.endswith("within ", 0, other.start)
    guessed = figure.hedged is None and re.search(r"\bestimat", claim.text, re.I)
    if (
        not within
        and not (guessed and other.hedged == "approx")
        and not (passed and figure.hedged is None)
    ):
        yield from sides(figure, other)
    yield from _unit_of_another(figure, seen)
    yield from _old(claim, figure, seen)
    yield from _projected(claim, figure, seen)
    yield from bearings.check(claim, figure, seen.row, seen.figure)
    if claim.text == figure.text:
        return  # a row of the table: no words round the figure to compare
    yield from _verb(claim, figure, seen)
    if figure.kind in ("percent", "points", "money", "count"):
        yield from directions.check(claim, figure, seen.row, seen.figure)
        yield from measures.check(claim, figure, seen.row, seen.figure)


_WAYS = {("lower", "upper"), ("upper", "lower"), ("approx", "lower"), ("approx", "upper")}


def sides(claim: Quantity, source: Quantity) -> Iterator[Fault]:
    """Rule N3: the hedge of a figure is kept, and points the same way."""
    ours, theirs = _held(claim), _held(source)
    if claim.text.lower().startswith("under a ") and source.kind == "year":
        return  # "under a 2023 law"
    share = claim.kind == "ratio" and not any(c.isdigit() for c in claim.text)
    if share and source.hedged == "approx":
        return  # "two in five" is as rough as "about 40%"
    if theirs and not ours and amounts.scaled(claim) == amounts.scaled(source):
        yield Fault("HEDGE_DROPPED", f"{claim.text}: the source says {source.text}")
    elif ours and theirs and (theirs, ours) in _WAYS and not _rounded_so(claim, source):
        yield Fault("HEDGE_REVERSED", f"{claim.text}: the source says {source.text}")
    elif ours in ("lower", "upper") and not theirs and claim.value is not None and source.value:
        true = claim.value < source.value if ours == "lower" else claim.value > source.value
        capped = re.search(r"as much as|as many as", claim.text, re.I)
        if not true and not capped:
            yield Fault("HEDGE_ADDED", f"{claim.text}: the source says {source.text}")


def _rounded_so(claim: Quantity, source: Quantity) -> bool:
    """Say whether "nearly 30%" stands for the source's "about 29%"."""
    a, b = amounts.scaled(claim), amounts.scaled(source)
    if a is None or b is None or source.hedged != "approx":
        return False
    return a > b if claim.hedged == "upper" else a < b


_THAN_THE = lazy(
    r"^(?:(?:less|more|fewer|higher|lower|better|worse) than|below|above|under|over|short of) "
    r"(?:the|its|their)\b",
    re.I,
)


def _held(figure: Quantity) -> str | None:
    """Return the hedge of a figure; "less than the 0.6% forecast" and "5.5% plus a" are none."""
    loose = _THAN_THE.match(figure.text) or figure.text.endswith(" plus")
    return None if loose else figure.hedged


_PASSED = lazy(r"\b(?:pass|exceed|topp?|surpass|cross)(?:ed|es|ing)? (?:the )?$")
_YET = lazy(
    r"\b(?:expect|plann?|aim|hope|forecast|project|target|intend|will|would|could|should|may|might|"
    r"due|"
    r"set|puts?|likely|want|seek|propos|predict|consider|going|by|see|foresee|think|demand|call|"
    r"ask|request|urg|budget|set to|(?:is|are) to)(?:e?s|ed|ing|ion|ions|al)?\b",
    re.I,
)
_AIM = lazy(
    r"\b(?:aim|plan|hope|want|expect|intend|project|forecast)(?:s|ed|ing)?(?: [a-z]+){0,3}? to\b|"
    r"\baim(?:s|ed|ing)? for\b"
)


_NO_AIM = lazy(r"(?:\bno|\bnot|n't|\bnever) $")


def _projected(claim: Row, figure: Quantity, seen: Seen) -> Iterator[Fault]:
    """A figure aimed at is not one reached, one hoped for is not one to come."""
    start, _ = directions.segment(seen.row.text, seen.figure.start, seen.figure.end)
    before = seen.row.text[start : seen.figure.start]
    aim = [m for m in _AIM.finditer(before) if not _NO_AIM.search(before[: m.start()])]
    if not aim or len(before[aim[-1].end() :].split()) > 5:
        return
    kept = {m[0].lower() for m in _YET.finditer(claim.text)} - {"by", "set"}
    if not kept:
        yield Fault("STATUS_UPGRADED", f"{figure.text}: the source only says it is planned")
    elif kept <= {"will", "going"} and aim[-1][0].startswith(("hope", "aim", "want")):
        yield Fault("HEDGE_DROPPED", f'{figure.text}: the source says "{aim[-1][0]}"')


def _unit_of_another(figure: Quantity, seen: Seen) -> Iterator[Fault]:
    """The unit is not that of another figure of the same sentence."""
    mine, own = _first(figure), _first(seen.figure)
    if not mine or not own or own.startswith(mine) or words.key(mine) == words.key(own):
        return
    others = {_first(q) for q in seen.row.figures if q is not seen.figure and q.kind == "count"}
    if mine in others:
        yield Fault("UNIT_CHANGED", f"{figure.text} {mine}: the source says {own}")


def _first(q: Quantity) -> str:
    return (q.unit or "").split(" ")[0].lower() if q.kind == "count" else ""


_OLD = lazy(
    r"\b(?:earlier|previous(?:ly)?|compared (?:with|to)|against(?! [A-Z])|versus|instead of|rather "
    r"than|"
    r"(?:up|down) from)\b[^,;]{0,35}\Z"
)
_FORECAST = lazy(r"^ (?:that )?(?:analysts|economists|the market) (?:had |have )?")
_FORECASTS = lazy(
    r"analyst|economist|forecast|expect|market|consensus|predict|estimat|outlook", re.I
)
_DEMANDED = lazy(
    r"^(?: (?:an?|per) \w+)? (?:that )?(?:(?:the|its) )?[\w'-]+ (?:had |has |have )?"
    r"(?:demanded|wanted|sought|asked for|requested)\b"
)
_DEMANDS = lazy(
    r"demand|want|sought|seek|ask|request|call|claim|hope|push|short of|less|below", re.I
)
_OWN_WORDS = lazy(r" (?:paid|spent|made|sold|raised|offered) ")
_EXPECTED = lazy(
    r"\b(?:analysts|economists|the market|consensus)\b[^;]{0,60}\b(?:expect|forecast|predict|"
    r"estimat|hop|look)\w*\b[^,;]{0,40}$",
    re.I,
)
_PAST = lazy(
    r"\b(?:was|were|had|from|earlier|previous\w*|before|ago|last|until|initial\w*|compared|against|"
    r"versus|instead|rather|than|(?:19|20)\d\d)\b|\d"
)


def _old(claim: Row, figure: Quantity, seen: Seen) -> Iterator[Fault]:
    """The figure to which another is compared is not the new one."""
    other, text = seen.figure, seen.row.text
    rest = claim.text[: figure.start] + claim.text[figure.end :]
    expected = figure.kind in ("money", "percent") and _EXPECTED.search(text[: other.start])
    if expected or _FORECAST.match(text[other.end :]):
        if not _FORECASTS.search(rest):
            yield Fault("MEASURE_CHANGED", f"{figure.text} was only forecast in the source")
    elif (
        figure.kind in ("money", "percent")
        and (m := _DEMANDED.match(text[other.end :]))
        and not _DEMANDS.search(rest)
    ):
        yield Fault("MEASURE_CHANGED", f'{figure.text}: the source says "{m[0].strip()}"')
    elif _OWN_WORDS.match(text[other.end :]):
        return  # "against £268bn paid with cash": not the earlier figure
    elif _OLD.search(text[: other.start]) and not _PAST.search(rest) and "than" not in figure.text:
        yield Fault("MEASURE_CHANGED", f"{figure.text} is the earlier figure in the source")


_DEEDS = frozenset("keep verdict ruling door job steady contest entry load word tally".split())


def _verb(claim: Row, figure: Quantity, seen: Seen) -> Iterator[Fault]:
    """What is done to a figure is not the contrary: "annulled a fine of", "upheld a fine of"."""
    ours, theirs = _deed(claim, figure), _deed(seen.row, seen.figure)
    if ours and theirs and ours[0] == theirs[0] and ours[1] != theirs[1]:
        yield Fault("CONTRARY", f'{figure.text}: "{ours[2]}", the source says "{theirs[2]}"')


def _deed(row: Row, figure: Quantity) -> tuple[str, int, str] | None:
    """Return the last word with a contrary before a figure: (contrast, side, word)."""
    start, _ = directions.segment(row.text, figure.start, figure.end)
    for word in reversed(re.findall(r"[^\W\d_][\w-]*", row.text[start : figure.start].lower())):
        for name, side in words.sides().get(words.lemma(word), ()):
            if name in _DEEDS:
                return name, side, word
    return None


_LETTERS = lazy(r"[^\W\d_][\w'-]*")


def better(claim: Row, figure: Quantity, fits: Sequence[Seen], pool: Pool) -> Iterator[Fault]:
    """Rule N4: the words round the figure belong to it, not to another figure of its kind."""
    ours = around(claim, figure)
    small = figure.kind == "count" and not any(c.isdigit() for c in figure.text)
    near = len(claim.keys & pool.best.keys) >= 0.5 * len(claim.keys)
    if small and near and (there := _counted_there(figure, pool.best)):
        yield Fault("NUMBER_NOT_IN_SOURCE", f"{figure.text}: the source says {there.text}")
    if len(ours) < 2 or small:
        return
    if any(_started(claim, figure) and _started(s.row, s.figure) for s in fits):
        return
    own = max((_share(ours, around(s.row, s.figure) | _head(s.row)) for s in fits), default=0.0)
    best, other = 0.0, None
    alike = max((len(claim.keys & s.row.keys) for s in fits), default=0)
    for row in pool.rows:
        if 2 * len(claim.keys & row.keys) < alike:
            continue  # the figure's own sentence says far more of what the claim says
        for q in row.figures:
            if q.kind == figure.kind and q.value != figure.value:
                fit = _share(ours, around(row, q))
                if fit > best:
                    best, other = fit, q
    if other is not None and best >= 0.6 and best - own >= 0.33:
        yield Fault(
            "MEASURE_CHANGED", f"{figure.text}: these words stand with {other.text} in the source"
        )


_FROM = lazy(r"\b(?:from|against|compared with|compared to)\s+\Z")


def _started(row: Row, figure: Quantity) -> bool:
    """Say whether a figure is what another is compared with."""
    return bool(_FROM.search(row.text[: figure.start]))


def _counted_there(figure: Quantity, row: Row) -> Quantity | None:
    """Return the row's only other count of the same thing: "one child" for "two children"."""
    unit = (figure.unit or "").lower().split(" ")
    same = [
        q
        for q in row.figures
        if q.kind == "count"
        and unit[0]
        and q.unit
        and words.key(q.unit.lower().split(" ")[0]) == words.key(unit[0])
    ]
    other = len(same) == 1 and same[0].value != figure.value
    return same[0] if other and figure.text.lower() not in row.words else None


def around(row: Row, figure: Quantity, reach: int = 7) -> frozenset[str]:
    """Return the keys of the content words near a figure, in its part of the sentence."""
    start, end = directions.segment(row.text, figure.start, figure.end)
    left = _LETTERS.findall(row.text[start : figure.start].lower())
    right = _LETTERS.findall(row.text[figure.end : end].lower())
    kept = [w.removesuffix("'s") for w in (*left[-reach:], *right[:reach])]
    return frozenset(words.key(w) for w in kept if w not in STOPWORDS)


def _head(row: Row) -> frozenset[str]:
    """Return the keys of the sentence's first words: its subject holds for all its figures."""
    return frozenset(words.key(w) for w in row.words[:6] if w not in STOPWORDS)


def _share(ours: frozenset[str], theirs: frozenset[str]) -> float:
    return len(ours & theirs) / len(ours)
