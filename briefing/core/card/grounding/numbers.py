"""Rules N: every figure of a claim stands in the source, means the same, and keeps its hedge."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from briefing.core.card.grounding import amounts, meanings, words
from briefing.core.card.grounding.fault import Fault
from briefing.core.card.grounding.meanings import Seen
from briefing.core.card.grounding.source import Pool, Row
from briefing.core.language.figures import Quantity
from briefing.core.language.patterns import lazy

_WORDED = frozenset(("MEASURE_CHANGED", "FIGURE_ROLE", "CONTRARY"))  # read in English only
_LIST_NUMBER = lazy(r"^\s*(?:\(?\d{1,2}[.)]|#\d)")
_DERIVED = lazy(r"\bderived\b|\bcalculat|[=+×÷]", re.I)
_WORKED_OUT = lazy(  # words by which a claim says that a figure is a sum, a difference or a share
    r"\b(?:by|combined|together|altogether|total(?:s|led|ling)?|difference|gap|in all|swing|"
    r"more|less|fewer|saving|remaining|rest|remainder|other|another|sum|plus|minus|widen\w*|"
    r"narrow\w*|increase|decrease|rise|fall|drop|cut|share|times|percent|per cent|extra|additional|"
    r"higher|lower|above|below|ahead|behind|nearly|almost|about|roughly|around|over|under)\b|%",
    re.I,
)
_BESIDE = 30  # characters before and after a figure in which such a word counts


def check(claim: Row, pool: Pool) -> Iterator[Fault]:
    """Yield the faults of a claim's figures."""
    for figure in _figures(claim, pool):
        yield from _one(claim, figure, pool)
    yield from _labels(claim, pool)


_LABEL = lazy(
    r"\b(?P<label>Chapter|Section|Article|Title|Phase|Stage|Tier|Part|Version) (?P<number>\d+)\b"
)


def _labels(claim: Row, pool: Pool) -> Iterator[Fault]:
    """Yield the numbers that name a thing, "Chapter 29", where the source names another."""
    for m in _LABEL.finditer(claim.text):
        theirs = {
            n["number"] for n in _LABEL.finditer(pool.source.text) if n["label"] == m["label"]
        }
        if theirs and m["number"] not in theirs:
            yield Fault("NUMBER_NOT_IN_SOURCE", f"{m[0]}: the source says {min(theirs)}")


def present(claim: Row, pool: Pool) -> Iterator[Fault]:
    """Yield the figures that are not in the source at all: the rule for questions and labels."""
    for figure in _figures(claim, pool):
        seen = _find(figure, pool.source.all)
        small = figure.kind == "count" and figure.value is not None and figure.value <= 3
        if not small and (not seen or seen[0].match not in ("equal", "rounded")):
            yield from _absent(claim, figure, seen, pool)


def _figures(claim: Row, pool: Pool) -> Iterator[Quantity]:
    """Yield the figures to check; a range that the source does not print, as its two ends."""
    for figure in claim.figures:
        if figure.kind == "date" or (figure.kind == "count" and _trivial(claim, figure)):
            continue
        if figure.kind == "ratio" and _AGO.match(claim.text[figure.end :]):
            continue  # "a quarter earlier": three months
        if figure.high is not None and not _find(figure, pool.source.all):
            yield replace(figure, high=None)
            yield replace(figure, value=figure.high, high=None)
        else:
            yield figure


_AGO = lazy(r"^ (?:(?:before|earlier|ago|previously)\b|an? (?:year|hour|day|dozen)\b)")


def _trivial(claim: Row, figure: Quantity) -> bool:
    """Say whether a count is no quantity: "two" of two named things, a list's number."""
    if figure.start == 0 and _LIST_NUMBER.match(claim.text):
        return True
    return figure.value == 1 and not any(c.isdigit() for c in figure.text)


def _one(claim: Row, figure: Quantity, pool: Pool) -> Iterator[Fault]:
    seen = _find(figure, pool.rows)
    if not seen or seen[0].match not in ("equal", "rounded"):
        seen = sorted([*seen, *_find(figure, pool.source.all)], key=lambda s: amounts.RANK[s.match])
    exact = [s for s in seen if s.match == "equal"]
    if exact:
        yield from _meaning(claim, figure, exact, pool)
    elif seen and seen[0].match == "rounded":
        if not (figure.hedged or amounts.near(figure, seen[0].figure)):
            yield Fault(
                "NUMBER_ROUNDED",
                f"{figure.text}: the source says {seen[0].figure.text}, and no hedge says so",
            )
        yield from meanings.sides(figure, seen[0].figure)
    else:
        yield from _absent(claim, figure, seen, pool)


def _find(figure: Quantity, rows: Iterable[Row]) -> list[Seen]:
    found = [
        Seen(match, row, other)
        for row in rows
        for other in row.figures
        if (match := amounts.compare(figure, other)) != "none"
    ]
    return sorted(found, key=lambda s: amounts.RANK[s.match])


def _absent(claim: Row, figure: Quantity, seen: Sequence[Seen], pool: Pool) -> Iterator[Fault]:
    printed = figure.text
    loose = seen and seen[0].match in ("kind", "unit")
    beside = loose and len(claim.keys & seen[0].row.keys) >= 0.5 * len(claim.keys)
    if (
        loose
        and (not beside or (figure.unit or "").startswith("times"))
        and (formula := amounts.derived(figure, [q for r in pool.rows for q in r.figures]))
    ):
        yield _unmarked(claim, figure, formula)
        return
    if seen:
        other = seen[0].figure.text
        code = {
            "unit": "UNIT_CHANGED",
            "kind": "UNIT_CHANGED",
            "currency": "CURRENCY_CHANGED",
            "scale": "SCALE_CHANGED",
        }[seen[0].match]
        yield Fault(code, f"{printed}: the source says {other}")
        return
    if figure.kind == "ordinal" and _said_otherwise(figure, pool):
        return
    if figure.kind == "ordinal" and figure.text.isalpha():
        yield Fault("RANK_CHANGED", f"{printed} is not in the source", "warn")
        return
    if figure.kind == "year" and pool.source.published and _year_of(figure, pool):
        return
    small = figure.kind == "count" and figure.value is not None and figure.value <= 12
    told = {str(figure.value), printed.lower()} & pool.source.words
    decade = figure.value == 10 and (figure.unit or "").startswith("year")
    told = told or ({"decade"} & pool.source.words if decade else set())
    if small and (told or _counted(claim, figure, pool)):
        return
    if figure.kind == "ratio" and _parted(figure, pool):
        return
    known = [q for row in pool.rows for q in row.figures]
    if marked := _DERIVED.search(claim.text):
        known.append(replace(figure, kind="percent", value=Decimal(100), text="100%", high=None))
    if marked and figure.kind == "percent" and figure.value == 100:
        return
    if formula := amounts.derived(figure, known):
        if not marked:
            yield _unmarked(claim, figure, formula)
        return
    code = "RANK_CHANGED" if figure.kind == "ordinal" else "NUMBER_NOT_IN_SOURCE"
    ends = re.findall(r"\d+(?:[.,]\d+)?", printed)
    abroad = pool.source.foreign(claim) and ends and all(e in pool.source.text for e in ends)
    yield Fault(code, f"{printed} is not in the source", "warn" if abroad else "block")


_FRACTIONS = {
    "half": Decimal("0.5"), "third": Decimal("0.333"), "quarter": Decimal("0.25"),
    "fifth": Decimal("0.2"), "tenth": Decimal("0.1"),
}  # fmt: skip
_CLOSE = Decimal("0.001")


def _parted(figure: Quantity, pool: Pool) -> bool:
    """Say whether the source counts a share: "four of its eleven" for "four out of eleven"."""
    fraction = next((w for w, n in _FRACTIONS.items() if abs(n - (figure.value or 0)) < _CLOSE), "")
    if fraction and any(fraction in row.words for row in pool.rows):
        return True
    counts = [[q for q in row.figures if q.kind == "count" and q.value] for row in pool.rows]
    return any(
        a.value / b.value == figure.value  # type: ignore[operator]
        for row in counts
        for a, b in itertools.pairwise(row)
    )


def _unmarked(claim: Row, figure: Quantity, formula: str) -> Fault:
    """Return the fault of a figure that two of the source give, where no word says it is so."""
    at = claim.text.find(figure.text)
    beside = claim.text[max(0, at - _BESIDE) : at + len(figure.text) + _BESIDE]
    detail = f"{figure.text}: worked out as {formula} but not marked derived"
    return Fault("NUMBER_DERIVED", detail, "warn" if _WORKED_OUT.search(beside) else "block")


def _said_otherwise(figure: Quantity, pool: Pool) -> bool:
    names = {2: ("second", "no 2", "number two"), 3: ("third", "no 3", "number three")}
    options = names.get(int(figure.value or 0), ())
    return any(f" {o} " in f" {pool.source.plain} " for o in options)


def _year_of(figure: Quantity, pool: Pool) -> bool:
    """Say whether the year is the published one, or one a relative date points at."""
    published = int((pool.source.published or "0")[:4])
    gap = published - int(figure.value or 0)
    said = {
        0: "this year|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday|month|week"
    }
    said |= {1: "last|ago|previous|earlier|past", -1: "next|coming"}
    return gap in said and bool(re.search(rf"\b(?:{said[gap]})", pool.source.text, re.I))


def _counted(claim: Row, figure: Quantity, pool: Pool) -> bool:
    """Say whether a small count merely counts things the source lists: "both", "two firms"."""
    unit = (figure.unit or "").lower()
    small = figure.value is not None and figure.value <= 3
    text = not any(c.isdigit() for c in figure.text)
    head = unit.split(" ")[-1]
    for q in pool.best.figures:  # "one child" is not "two children"
        same = q.unit and words.key(q.unit.lower().split(" ")[0]) == words.key(head)
        if head and q.kind == "count" and same and q.value != figure.value:
            return len(claim.keys & pool.best.keys) < 0.5 * len(claim.keys)
    return bool(small and text and unit.split(" ")[-1] not in ("years", "months", "weeks", "days"))


# ---------------------------------------------------------------- what the figure means


def _meaning(claim: Row, figure: Quantity, exact: Sequence[Seen], pool: Pool) -> Iterator[Fault]:
    faults = [list(meanings.against(claim, figure, s)) for s in exact[:12]]
    if pool.source.foreign(claim):
        faults = [[x for x in f if x.code not in _WORDED] for f in faults]
    if not any(not f or all(x.severity != "block" for x in f) for f in faults):
        yield from min(faults, key=len)
        return
    fits = [
        s for s, f in zip(exact, faults, strict=False) if not any(x.severity == "block" for x in f)
    ]
    yield from next((f for f in faults if not any(x.severity == "block" for x in f)), [])
    yield from meanings.better(claim, figure, fits, pool)
