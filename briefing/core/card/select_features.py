"""What is known of a sentence before it is chosen: position, centrality, coverage, news weight.

The names of the features are the columns of `select_weights`; every value lies about 0 to 1.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping, Sequence
from functools import lru_cache

from briefing.core.card.reading import Reading, Row
from briefing.core.card.repair import Standing
from briefing.core.language.patterns import lazy

NAMES = (
    "first", "second", "third", "early", "inverse", "place", "opens", "last_part",
    "centroid", "degree", "frequency", "title", "title_share", "lede",
    "names", "new_names", "title_names", "figures", "money",
    "quoted", "said", "hedged", "first_person", "dated", "news_verb",
    "length", "short", "long", "repaired", "untitled_first", "follows",
    "index", "early_length", "first_length",
    "untitled_second", "untitled_third", "untitled_early", "untitled_place",
    "untitled_opens", "untitled_centroid", "untitled_degree", "untitled_frequency",
    "untitled_length",
)  # fmt: skip

SET_NAMES = (
    "words", "words_squared", "single", "pair", "repeated", "title", "centre", "adjacent", "span",
    "lead", "opening", "told", "told_share",
)  # fmt: skip
_EARLY = NAMES.index("early")
# What counts for more, or less, in an article without a title.
_TITLE_TELLS = tuple(
    NAMES.index(n)
    for n in ("second", "third", "early", "place", "opens", "centroid", "degree",
              "frequency")
)  # fmt: skip
_CORE = 25  # the heaviest words, whose weight is the whole of "centre"

_QUOTE = lazy(r'["“”]')
_SAID = lazy(r"\b(?:said|says|told|added)\b|表示|述べ|sagte|a déclaré|dijo")
_DATED = lazy(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:January|February|March|April|June|July|"
    r"August|"
    r"September|October|November|December) \d"
)
_NEWS_VERB = lazy(
    r"\b(?:announced|agreed|acquire[sd]?|bought|buy|sold|launch(?:ed|es)?|open(?:ed|s)?|"
    r"clos(?:ed|es|ing)|cut|fell|rose|"
    r"filed|sued|ruled|approved|rejected|resigned|appointed|died|killed|arrested|charged|won|"
    r"lost|reported|"
    r"warned|plans|recalled|banned|found|accused|ordered|signed|will)\b"
)
_NAME = lazy(r"(?<=[a-z,;] )[A-Z][\w&.’'-]+")
_FIGURE = lazy(r"\d[\d.,]*")
_MONEY = lazy(r"[$£€¥₹%]|\b(?:million|billion|crore|lakh|per cent|percent)\b|[亿万元円億]")
_FIRST_PERSON = lazy(r"\b(?:I|we|We|our|us|you|my)\b")


def table(reading: Reading, forms: Sequence[tuple[Row, Standing, int | None]]) -> list[list[float]]:
    """Return one list of feature values (see `NAMES`) for each form of a sentence."""
    centrality = _centrality(reading)
    degrees = _degrees(reading)
    lede = reading.rows[0].bag if reading.rows else frozenset()
    fresh = _fresh_names(reading)
    size = max(1, len(reading.rows))
    top = max(centrality.values(), default=1.0) or 1.0
    most = max(reading.counts.values(), default=1)
    known: dict[int, list[float]] = {}
    out = []
    untitled = float(not reading.title)
    for row, standing, needs in forms:
        if row.index not in known:
            known[row.index] = [
                *_position(row, row.index, size),
                centrality[row.index] / top,
                degrees[row.index],
                _frequency(reading, row, most),
                *_coverage(reading, row, lede),
                *_content(reading, row, fresh[row.index]),
            ]
        values = known[row.index]
        n = len(standing.text.split()) if standing.repaired else row.length
        shape = _shape(n)
        out.append(
            [
                *values,
                *shape,
                float(standing.repaired),
                untitled * values[0],
                float(needs is not None),
                min(row.index, 30) / 30,
                values[_EARLY] * shape[0],
                values[0] * shape[0],
                *(untitled * values[i] for i in _TITLE_TELLS),
                untitled * shape[0],
            ]
        )
    return out


@lru_cache(maxsize=2)
def _fresh_names(reading: Reading) -> Mapping[int, int]:
    seen: set[str] = set()
    fresh: dict[int, int] = {}
    for row in reading.rows:
        here = set(_NAME.findall(row.text))
        fresh[row.index] = len(here - seen)
        seen |= here
    return fresh


def _position(row: Row, at: int, size: int) -> list[float]:
    return [
        float(at == 0),
        float(at == 1),
        float(at == 2),
        max(0.0, 1 - at / 8),
        1 / (1 + at),
        1 - at / size,
        float(row.place == 0),
        float(at >= 0.8 * size),
    ]


def _shape(n: int) -> list[float]:
    return [min(n, 40) / 40, max(0.0, (14 - n) / 14), max(0.0, min(1.0, (n - 32) / 20))]


@lru_cache(maxsize=2)  # a summary and a card are asked for in one breath
def _centrality(reading: Reading) -> Mapping[int, float]:
    """Cosine of each sentence with the article's weighted words (tf with dampened frequency)."""
    weight = {s: math.log(1 + n) for s, n in reading.counts.items() if n > 1}
    norm = math.sqrt(sum(w * w for w in weight.values())) or 1.0
    return {
        row.index: sum(weight.get(s, 0.0) for s in row.bag) / (norm * math.sqrt(len(row.bag) or 1))
        for row in reading.rows
    }


@lru_cache(maxsize=2)
def _degrees(reading: Reading) -> Mapping[int, float]:
    """Return for each sentence how many others share its words, 0 to 1 (LexRank's degree)."""
    holders: dict[str, list[int]] = {}
    for row in reading.rows[:120]:
        for stem in row.bag:
            if 1 < reading.counts[stem] <= 30:
                holders.setdefault(stem, []).append(row.index)
    size = max(1, math.log(1 + len(reading.rows)))
    idf = {s: math.log(len(reading.rows) / n) / size for s, n in reading.counts.items()}
    found = {}
    for row in reading.rows:
        near: dict[int, float] = {}
        for stem in row.bag:
            for other in holders.get(stem, ()):
                near[other] = near.get(other, 0.0) + idf[stem]
        near.pop(row.index, None)
        found[row.index] = sum(v / (len(row.bag) + 8) for v in near.values())
    top = max(found.values(), default=0.0) or 1.0
    return {i: v / top for i, v in found.items()}


def _frequency(reading: Reading, row: Row, most: int) -> float:
    return sum(reading.counts[s] for s in row.bag) / (most * (len(row.bag) or 1))


def _coverage(reading: Reading, row: Row, lede: frozenset[str]) -> list[float]:
    title = reading.title_bag
    shared = len(row.bag & title)
    return [
        shared / len(title) if title else 0.0,
        shared / len(row.bag) if row.bag else 0.0,
        len(row.bag & lede) / (len(lede) or 1) if row.index else 0.0,
    ]


def _content(reading: Reading, row: Row, fresh: int) -> list[float]:
    names = _NAME.findall(row.text)
    bare = row.text
    return [
        min(len(names), 5) / 5,
        min(fresh, 4) / 4,
        min(sum(n in reading.title for n in names), 2) / 2,
        min(len(_FIGURE.findall(bare)), 3) / 3,
        float(bool(_MONEY.search(bare))),
        float(bool(_QUOTE.search(bare))),
        float(bool(_SAID.search(bare))),
        float(bool(row.evidential)),
        float(bool(_FIRST_PERSON.search(bare))),
        float(bool(_DATED.search(bare))),
        float(bool(_NEWS_VERB.search(bare))),
    ]


class Whole:
    """What an article offers as a whole, against which a set of its sentences is measured."""

    def __init__(self, reading: Reading, most_words: int) -> None:
        self.title = reading.title_bag
        self.weight = {s: math.log(1 + n) for s, n in reading.counts.items() if n > 1}
        self.core = sum(sorted(self.weight.values(), reverse=True)[:_CORE]) or 1.0
        bags = [row.bag for row in reading.rows[:3]]
        self.lead = bags[0] if bags else frozenset()
        self.opening = frozenset().union(*bags)
        self.most = most_words

    def features(
        self, bags: Sequence[frozenset[str]], places: Sequence[int], words: int, told: float
    ) -> list[float]:
        """Return the values of `SET_NAMES` for sentences with these stems at these places.

        `told` is how many of a summary's pairs of words they are expected to tell.
        """
        union = frozenset().union(*bags)
        total = sum(map(len, bags)) or 1
        length = words / self.most
        order = sorted(places)
        return [
            length,
            length * length,
            float(len(bags) == 1),
            float(len(bags) == 2),
            (total - len(union)) / total,
            len(union & self.title) / len(self.title) if self.title else 0.0,
            sum(map(self.weight.__getitem__, union & self.weight.keys())) / self.core,
            float(sum(b == a + 1 for a, b in itertools.pairwise(order))),
            min(20, order[-1] - order[0]) / 20,
            len(union & self.lead) / (len(self.lead) or 1),
            len(union & self.opening) / (len(self.opening) or 1),
            told / 20,
            told / (words or 1),
        ]
