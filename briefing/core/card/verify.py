"""What an editor should check before printing: missing dates, odd sums, unnamed sources."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from briefing.core.card import doubtful, sources
from briefing.core.card.numbers import MOST as MOST_NUMBERS
from briefing.core.card.reading import Reading
from briefing.core.card.repair import without_quotes
from briefing.core.language import dates, figures, text
from briefing.core.language.figures import Quantity
from briefing.core.language.patterns import lazy
from briefing.models import Number, Point
from briefing.models.headline import CardStatus

MOST = 4


def verify(
    reading: Reading,
    numbers: Sequence[Number],
    points: Sequence[Point],
    status: CardStatus,
    published: str | None,
) -> tuple[str, ...]:
    """Return up to four lines, each naming its sentence (`S6: …`); English."""
    found: list[str] = []
    for row in reading.rows:
        found += doubtful.lines(row)
    found += _title(reading)
    found += _conflicts(numbers)
    if status == "rumour":
        found += _single_source(reading)
    elif reading.english:
        found += _unnamed(reading)
        found += _hearsay(reading, points, found)
    if len(numbers) >= MOST_NUMBERS:
        found.append(f"only the first {MOST_NUMBERS} figures are listed")
    kept = list(dict.fromkeys(found))[: MOST - 1 if not published else MOST]
    return (*kept, *_date(reading, published))


def _date(reading: Reading, published: str | None) -> list[str]:
    if published:
        return []
    loose = next((m for row in reading.rows for m in dates.relative(row.text)), None)
    if loose is None:
        return ["publication date missing"]
    return [f'publication date missing: "{loose.text}" cannot be placed']


def _title(reading: Reading) -> list[str]:
    """A count of the title that the sentence on the same thing gives otherwise."""
    counts = [(row, q) for row in reading.rows for q in row.figures if q.kind == "count"]
    given = {q.value for _, q in counts if q.value}
    given |= {a + b for a, b in combinations(sorted(given)[:60], 2)}
    about = set(text.content_of(text.words(reading.title)))
    for said in figures.quantities(reading.title):
        noun = _counted(said)
        if not noun or said.value in given:
            continue
        told = [(row, q) for row, q in counts if _counted(q) == noun]
        if len({q.value for _, q in told}) == 1 and len(about & told[0][0].bag) >= _SHARED:
            row, q = told[0]
            return [f"S{row.index}: {q.text} {noun}, but the title says {said.text}"]
    return []


def _counted(figure: Quantity) -> str:
    """Return the noun of a plain count, "" for any other figure and for nouns that tell little."""
    noun = (figure.unit or "").lower().rpartition(" ")[2]
    plain = figure.kind == "count" and not figure.hedge and figure.high is None
    return noun if plain and noun not in _LOOSE else ""


_SHARED = 3  # words with meaning that title and sentence have alike, the noun among them
_LOOSE = frozenset(
    "year years month months week weeks day days hour hours minute minutes time times people "
    "persons sources analysts things ways reasons countries".split()
)


def _conflicts(numbers: Sequence[Number]) -> list[str]:
    """One measure and period, two amounts."""
    found = []
    for i, a in enumerate(numbers[:60]):
        for b in numbers[i + 1 : 60]:
            if (
                a.kind == b.kind in ("money", "percent", "count")
                and a.amount
                and b.amount
                and a.amount != b.amount
                and a.currency == b.currency
                and a.measures == b.measures != "not stated"
                and len(a.measures.split()) >= 3
                and a.period == b.period
                and re.search(r"[A-Z][a-z]{2}", a.measures)  # of one firm, not of two
                and a.evidence != b.evidence
            ):
                found.append(
                    f"S{a.evidence[0]}, S{b.evidence[0]}: {a.value} and {b.value} for {a.measures}"
                )
    return found[:2]


def _single_source(reading: Reading) -> list[str]:
    cited = sources.first(reading)
    if cited is None:
        unnamed = _unnamed(reading)
        return unnamed or ["single-source rumour: the article names no source"]
    return [f"S{cited.row}: rumour with a single source, {cited.name}"]


def _hearsay(reading: Reading, points: Sequence[Point], found: Sequence[str]) -> list[str]:
    """Say which points are hearsay in an article whose news is none."""
    told = dict.fromkeys(i for point in points for i in point.evidence)
    rows = [reading.by_index[i] for i in told if i in reading.by_index]
    words = [(row.index, _HEARSAY.search(without_quotes(row.text))) for row in rows]
    lines = [f"S{i}: hearsay, “{m[0]}”" for i, m in words if m]
    return [x for x in lines if not any(f.startswith(x.partition(" ")[0]) for f in found)]


_HEARSAY = lazy(
    r"\b(?:reportedly|rumou?r(?:s|ed)?|unconfirmed|speculation|(?:is|are|was|were) (?:said|"
    r"believed|thought|understood|rumou?red) to|(?:sources?|insiders?) (?:said|say|told)|"
    r"people familiar)\b",
    re.I,
)
_UNNAMED = lazy(
    r"\b(?:(?:people|persons?|sources?|insiders?) (?:familiar|close|briefed|with knowledge)|"
    r"(?:sources|insiders) (?:said|say|told)|one of the people said|asked not to be (?:named|"
    r"identified)|unnamed|anonymous|it (?:is|was) (?:believed|understood|thought))\b",
    re.I,
)


def _unnamed(reading: Reading) -> list[str]:
    """Say where the article rests on people it does not name."""
    rows = [row.index for row in reading.rows if _UNNAMED.search(row.text)]
    return [f"S{rows[0]}: rests on unnamed sources"] if rows else []
