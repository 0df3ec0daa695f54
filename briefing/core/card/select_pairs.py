"""How likely a pair of neighbouring words is to be told by a summary.

A set of sentences is worth what its pairs of words are worth together, each counted once: the
idea of learned word importance (Hong and Nenkova, 2014), for pairs. The names of the features are
the columns of `select_weights.PAIR`.
"""

from __future__ import annotations

import itertools
import math
import operator
from collections import Counter
from collections.abc import Iterable

from briefing.core.card import select_weights
from briefing.core.card.reading import Reading
from briefing.core.language import text
from briefing.core.language.lexicon import STOPWORDS

Pair = tuple[str, str]

NAMES = (
    "often", "again", "title", "title_words", "title_both",
    "inverse", "first", "second", "third", "early", "place",
    "content", "content_both", "word_counts", "titled", "titled_first", "first_again", "figure",
    "always",
)  # fmt: skip


class Pairs:
    """The pairs of neighbouring words of an article, in lower case."""

    def __init__(self, reading: Reading) -> None:
        title = text.words(reading.title)
        self._title_words, self._title = frozenset(title), frozenset(itertools.pairwise(title))
        self._size = max(1, len(reading.rows))
        self._words: Counter[str] = Counter()
        self._counts: Counter[Pair] = Counter()
        self._first: dict[Pair, int] = {}
        self._chances: dict[Pair, float] = {}
        for at, row in enumerate(reading.rows):
            here = set(itertools.pairwise(row.words))
            self._words.update(set(row.words))
            self._counts.update(here)
            for pair in here:
                self._first.setdefault(pair, at)

    def all(self) -> list[Pair]:
        """Return every pair, in the order of the text's sentences."""
        return list(self._first)

    def of(self, sentence: str) -> frozenset[Pair]:
        """Return the pairs of a sentence that the article's text holds."""
        found = frozenset(p for p in itertools.pairwise(text.words(sentence)) if p in self._first)
        for pair in found - self._chances.keys():
            self._chances[pair] = self._chance(pair)
        return found

    def weight(self, pairs: Iterable[Pair]) -> float:
        """Return how many of these pairs, each from `of`, a summary is expected to tell."""
        return sum(map(self._chances.__getitem__, pairs))

    def _chance(self, pair: Pair) -> float:
        odds = sum(map(operator.mul, select_weights.PAIR.values(), self.features(pair)))
        return 1 / (1 + math.exp(-odds))

    def features(self, pair: Pair) -> list[float]:
        """Return the values of `NAMES` for a pair."""
        at, n = self._first[pair], self._counts[pair]
        content = [w for w in pair if w not in STOPWORDS]
        in_title = sum(w in self._title_words for w in pair)
        titled = float(bool(self._title))
        return [
            math.log(1 + n),
            float(n > 1),
            float(pair in self._title),
            float(in_title),
            float(in_title == 2),
            1 / (1 + at),
            float(at == 0),
            float(at == 1),
            float(at == 2),
            float(at < 5),
            at / self._size,
            float(len(content)),
            float(len(content) == 2),
            sum(math.log(1 + self._words[w]) for w in content),
            titled,
            titled * (at == 0),
            float(at == 0 and n > 1),
            float(pair[0][0].isdigit() or pair[1][0].isdigit()),
            1.0,
        ]
