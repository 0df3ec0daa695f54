"""What a kind of question is made by, and the words that tell a sentence may hold one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from briefing.core.card.asking.cast import Cast
from briefing.core.card.asking.draft import Draft

# the cast, the index of a sentence, the sentence -> what it opens
Maker = Callable[[Cast, int, str], Iterator[Draft]]
Table = Sequence[tuple[Maker, Sequence[str]]]


def by_word(tables: Iterable[Table]) -> Mapping[str, tuple[Maker, ...]]:
    """Turn tables of makers and their words round: which makers a word in a sentence calls for.

    A word tells faster than a pattern that a sentence has nothing for a maker.
    """
    found: dict[str, list[Maker]] = {}
    for table in tables:
        for maker, words in table:
            for word in words:
                found.setdefault(word, []).append(maker)
    return {word: tuple(makers) for word, makers in found.items()}


def called(words: Mapping[str, tuple[Maker, ...]], sentence: str) -> Iterable[Maker]:
    """Return the makers that the words of a sentence call for, each once."""
    return dict.fromkeys(m for word in filter(sentence.__contains__, words) for m in words[word])
