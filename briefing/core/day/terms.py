"""What a news item is about, as weighted terms: the material in which stories are found.

Knows words, names, figures and word pairs; looks at the title and the opening of the text only,
since a story's own facts stand there and a long tail of background would blur them.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Sequence, Set
from functools import lru_cache
from operator import not_
from typing import NamedTuple

from briefing.core.day.background import FREQUENCY, TEXTS
from briefing.core.language import text as language
from briefing.core.language.lexicon import STOPWORDS
from briefing.core.language.patterns import lazy

OPENING = 1500  # characters of text that are read
LEAD = 350  # characters of text that count as much as a title
NAME, FIGURE, PAIR, TAIL = 1.6, 1.3, 0.6, 0.6
CHARACTER = 0.3  # a Chinese or Japanese character alone says little, a pair of them is a word

_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_TOKEN = lazy(rf"[{_CJK}]|\d[\d.,]*\d|\d|[^\W\d_{_CJK}](?:[^\W_{_CJK}]|['’.&](?=[^\W_{_CJK}]))*")
_IS_CJK = lazy(f"[{_CJK}]").match
_CALENDAR = frozenset(
    language.stem(word)
    for word in "january february march april may june july august september october november "
    "december monday tuesday wednesday thursday friday saturday sunday christmas".split()
)
_YEAR = lazy(r"(?:19|20)\d\d")

Terms = dict[str, float]


@lru_cache(maxsize=65_536)
def _stem(token: str) -> str:
    """Return the stem of a word, "" for a stop word; a figure is itself without separators."""
    low = token.lower().replace("’", "'")
    if low[0].isdigit():
        return low.replace(",", "")
    low = low.removesuffix("'s").replace(".", "").replace("'", "")
    if low in STOPWORDS or (len(low) == 1 and low.isascii()):
        return ""
    return language.stem(low)


class _Reading:
    """One item's tokens: stems in order, how often each, and which looked like names."""

    __slots__ = ("names", "order", "small", "weights")

    def __init__(self, title: str, text: str) -> None:
        self.weights: Counter[str] = Counter()
        self.names: Counter[str] = Counter()
        self.small: Counter[str] = Counter()
        self.order: list[str] = []
        opening = text[:OPENING]
        self._take(title, 1.0)
        self._take(opening[:LEAD], 1.0)
        self._take(opening[LEAD:], TAIL)

    def _take(self, part: str, weight: float) -> None:
        tokens = _TOKEN.findall(part)
        if not tokens:
            return
        stems = list(map(_stem, tokens))
        self.order += stems
        weights = self.weights
        for stem, count in Counter(filter(None, stems)).items():
            weights[stem] += count * weight  # type: ignore[assignment]
        large = [token[0].isupper() for token in tokens]
        if sum(large) * 2 >= len(tokens):
            return  # a headline in Title Case tells no names
        self.small.update(itertools.compress(stems, map(not_, large)))
        for i in itertools.compress(range(len(tokens)), large):
            if i and stems[i] and tokens[i - 1][0].islower():
                self.names[stems[i]] += 1


def vectors(items: Sequence[tuple[str, str]]) -> list[Terms]:
    """Return a unit vector of weighted terms for each (title, text), rarest terms heaviest."""
    return described(items).vectors


class Described(NamedTuple):
    """Items as unit vectors of weighted terms, the names in each, and of each vector the part that
    lies in names and in pairs of them, and the part in figures."""

    vectors: list[Terms]
    names: list[frozenset[str]]
    naming: list[Terms]
    figures: list[Terms]


def described(items: Sequence[tuple[str, str]]) -> Described:
    """Return what each (title, text) is about.

    Rarity is judged by the items themselves and a standing table of how common words are in
    news, so that ten items are weighed as sensibly as ten thousand.
    """
    readings = [_Reading(title, text) for title, text in items]
    seen: Counter[str] = Counter()
    naming: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for reading in readings:
        seen.update(reading.weights.keys())
        small.update(reading.small)
        for stem, count in reading.names.items():
            naming[stem] += count + min(count, reading.small[stem])
    for stem, count in small.items():
        naming[stem] -= 2 * count  # small letters weigh double: names are written large
    total = len(items) + TEXTS
    rarity = {
        stem: math.log((total + 1) / (count + FREQUENCY.get(stem, 0) + 0.5))
        for stem, count in seen.items()
    }
    for stem in rarity:
        if stem[0].isdigit():
            rarity[stem] *= 0.8 if _YEAR.fullmatch(stem) else FIGURE
        elif stem in _CALENDAR:
            rarity[stem] *= PAIR  # written large, and yet no name
        elif _IS_CJK(stem):
            rarity[stem] *= CHARACTER
        elif naming.get(stem, 0) > 0 or (stem not in FREQUENCY and naming.get(stem, 0) == 0):
            rarity[stem] *= NAME
    shared = {stem for stem, count in seen.items() if count > 1}
    named = frozenset(s for s, count in naming.items() if count > 0 and s not in _CALENDAR)
    figures = frozenset(stem for stem in shared if stem[0].isdigit())
    found = [_vector(reading, rarity, shared) for reading in readings]
    names = [named.intersection(reading.weights) for reading in readings]
    return Described(
        found,
        names,
        [_part(*one) for one in zip(found, names, readings, strict=True)],
        [{stem: vector[stem] for stem in figures & vector.keys()} for vector in found],
    )


def _vector(reading: _Reading, rarity: dict[str, float], shared: Set[str]) -> Terms:
    """Return the unit vector of an item without the terms that no other item has.

    Those make it longer and like nobody. `shared` are the stems that several items have.
    """
    terms: Terms = {}
    alone = 0.0  # the squares of what is left out
    for stem, count in reading.weights.items():
        weight = (1.0 + math.log1p(count)) * rarity[stem]
        if stem in shared:
            terms[stem] = weight
        else:
            alone += weight * weight
    for left, right in itertools.pairwise(reading.order):
        if left and right:
            weight = PAIR * (rarity[left] + rarity[right])
            if left not in shared or right not in shared:
                alone += weight * weight
            else:
                terms[f"{left} {right}"] = weight / CHARACTER if _IS_CJK(left) else weight
    norm = math.sqrt(alone + sum([w * w for w in terms.values()])) or 1.0
    return {stem: weight / norm for stem, weight in terms.items()}


def _part(vector: Terms, names: frozenset[str], reading: _Reading) -> Terms:
    """Return the part of a vector that lies in names and in pairs of them."""
    part = {name: vector[name] for name in names & vector.keys()}
    for left, right in itertools.pairwise(reading.order):
        if left in part and right in part:
            part[f"{left} {right}"] = vector[f"{left} {right}"]
    return part
