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
from typing import NamedTuple

from briefing.core.day.background import FREQUENCY, TEXTS
from briefing.core.language import text as language
from briefing.core.language.lexicon import STOPWORDS
from briefing.core.language.patterns import lazy

OPENING = 1500  # characters of text that are read
LEAD = 350  # characters of text that count as much as a title
NAME, FIGURE, PAIR, TAIL = 1.6, 1.3, 0.6, 0.6
FOCUS = 4  # names that say who a story is about
CHARACTER = 0.3  # a Chinese or Japanese character alone says little, a pair of them is a word

_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_LETTER = rf"[^\W_{_CJK}]"
_TOKEN = lazy(rf"[^\W\d_{_CJK}]{_LETTER}*(?:['’.&]{_LETTER}+)*|\d[\d.,]*\d|\d|[{_CJK}]")
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

    __slots__ = ("names", "order", "weights")

    def __init__(self, title: str, text: str) -> None:
        self.weights: Counter[str] = Counter()
        self.names: Counter[str] = Counter()
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
        for stem, count in Counter(stems).items():
            if stem:
                weights[stem] += count * weight  # type: ignore[assignment]
        large = [token[0].isupper() for token in tokens]
        if sum(large) * 2 >= len(tokens):
            return  # a headline in Title Case tells no names
        names = self.names
        names.subtract(Counter(stem for stem, big in zip(stems, large, strict=True) if not big))
        for i in itertools.compress(range(len(tokens)), large):
            if i and tokens[i - 1][0].islower():
                names[stems[i]] += 1
        del names[""]


class Profile(NamedTuple):
    """What an item is about: weighted terms by what they are, those that others have as well.

    The weights are of an item whose terms are of unit length together. `length` is that of its
    names and of its words, `naming` the sum of the weights of its names. `focus` are the names that
    weigh most; `months` and `years` are what its opening is dated by.
    """

    names: Terms
    words: Terms
    others: Terms
    length: tuple[float, float]
    naming: float
    focus: frozenset[str]
    months: frozenset[str]
    years: frozenset[str]

    def whole(self) -> Terms:
        """Return all terms as one vector."""
        return {**self.names, **self.words, **self.others}


def vectors(items: Sequence[tuple[str, str]]) -> list[Terms]:
    """Return weighted terms for each (title, text), rarest terms heaviest.

    All terms of an item are of unit length together; those that no other has are left out.
    """
    return [profile.whole() for profile in profiles(items)]


def profiles(items: Sequence[tuple[str, str]]) -> list[Profile]:
    """Return the profile of each (title, text), rarest terms heaviest.

    Rarity is judged by the items themselves and a standing table of how common words are in
    news, so that ten items are weighed as sensibly as ten thousand.
    """
    readings = [_Reading(title, text) for title, text in items]
    seen: Counter[str] = Counter()
    naming: Counter[str] = Counter()
    for reading in readings:
        seen.update(reading.weights.keys())
        naming.update(reading.names)
        for stem, count in reading.names.items():
            if count < 0:
                naming[stem] += count  # small letters weigh double: names are written large
    total = len(items) + TEXTS
    rarity: dict[str, float] = {}
    kinds: dict[str, int] = {}
    for stem, count in seen.items():
        kind, scale = _kind(stem, naming.get(stem, 0))
        kinds[stem] = kind
        rarity[stem] = scale * math.log((total + 1) / (count + FREQUENCY.get(stem, 0) + 0.5))
    shared = {stem for stem, count in seen.items() if count > 1}
    return [_profile(reading, rarity, kinds, shared) for reading in readings]


_NAME, _WORD, _FIGURE, _MONTH, _DATED = range(5)


def _kind(stem: str, naming: int) -> tuple[int, float]:
    """Return what a stem is and what its rarity is worth."""
    if stem[0].isdigit():
        return (_DATED, 0.8) if _YEAR.fullmatch(stem) else (_FIGURE, FIGURE)
    if stem in _CALENDAR:
        return _MONTH, PAIR  # written large, and yet no name
    if _IS_CJK(stem):
        return _WORD, CHARACTER
    if naming > 0 or (naming == 0 and stem not in FREQUENCY):
        return (_NAME if len(stem) > 1 else _WORD), NAME
    return _WORD, 1.0


def _profile(
    reading: _Reading, rarity: dict[str, float], kinds: dict[str, int], shared: Set[str]
) -> Profile:
    """Return what an item is about; `shared` are the stems that more than one item has."""
    parts: list[Terms] = [{}, {}, {}, {}, {}]
    for stem, count in reading.weights.items():
        parts[kinds[stem]][stem] = (1.0 + math.log1p(count)) * rarity[stem]
    names, words, others, months, years = parts
    dated, then = frozenset(months), frozenset(years)
    others.update(months)
    others.update(years)
    focus = frozenset(sorted(names, key=lambda term: (-names[term], term))[:FOCUS])
    alone = 0.0  # squares of the word pairs that no other item can have
    left = ""
    for right in reading.order:
        if left and right:
            weight = PAIR * (rarity[left] + rarity[right])
            if left not in shared or right not in shared:
                alone += weight * weight
            elif kinds[left] == _NAME == kinds[right]:
                names[f"{left} {right}"] = weight
            else:
                others[f"{left} {right}"] = weight / CHARACTER if _IS_CJK(left) else weight
        left = right
    squares = [sum([w * w for w in part.values()]) for part in (names, words, others)]
    norm = math.sqrt(sum(squares) + alone) or 1.0
    kept = [
        {t: w / norm for t, w in part.items() if " " in t or t in shared}
        for part in (names, words, others)
    ]
    length = (math.sqrt(squares[0]) / norm, math.sqrt(squares[1]) / norm)
    naming = sum(names.values()) / norm
    return Profile(kept[0], kept[1], kept[2], length, naming, focus, dated, then)
