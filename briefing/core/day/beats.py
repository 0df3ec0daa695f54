"""Beats: which desk of a retail newsroom a story belongs to, by words kept as data."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from briefing.core.day.beats_words import BEATS, GENERAL, HINTS, TRADE
from briefing.core.language import gazetteer
from briefing.core.language.patterns import lazy
from briefing.models import Article, Story

READ = 1200  # characters of text that are read
TITLE, OWN = 6.0, 2.0  # a word in the title, a word of the user's own, weigh so much more
EVERYDAY = 0.5  # a word that stories of every beat hold weighs so much less
_MET = 20_000  # words whose beats are remembered
ENOUGH = 1.0  # what one word beyond the title does not make a beat of
_WORD = lazy(r"\w+")
_CJK = lazy("[\u3040-\u9fff]")


def names(own: Mapping[str, Sequence[str]] | None = None) -> list[str]:
    """Return the beats in the order a briefing prints them: the user's own, ours, the rest."""
    return [*(n for n in own or {} if n not in BEATS), *BEATS, GENERAL]


def of(subject: Article | Story, own: Mapping[str, Sequence[str]] | None = None) -> str:
    """Return the beat of an article or a story (its lead source), "retail" if none stands out.

    `own` maps a beat, new or known, to more words that mark it.
    """
    article = subject.articles[0] if isinstance(subject, Story) else subject
    index = _index(tuple((name, tuple(words)) for name, words in (own or {}).items()))
    headline = _marks(article.title.lower(), index)
    body = _marks(article.text[:READ].lower(), index)
    scores = dict.fromkeys(names(own), 0.0)
    for (beat, _), weight in headline.items():
        scores[beat] += TITLE * weight
    for (beat, word), weight in body.items():
        if (beat, word) not in headline:
            scores[beat] += weight
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] > ENOUGH else GENERAL


def in_trade(article: Article) -> bool:
    """Say whether an article is about the trade at all, whatever its beat.

    It is by a word of the trade, by a hint of it in the title or two in the text, or by a firm of
    it that is named in the title or opens the text.
    """
    title, text = article.title.lower(), article.text[:READ].lower()
    if _TRADE.search(title) or _HINT.search(title) or _TRADE.search(text):
        return True
    hints = sum(1 for _ in islice(_HINT.finditer(text), 2))
    if hints == 2 or (hints and len(text) < _SHORT):
        return True
    named = _NAMED.findall(f"{article.title}. {article.text[:_OPENING]}")
    return any(entry.sector not in _BESIDE for name in named if (entry := gazetteer.find(name)))


_SHORT = 400  # characters of a text in which one word of the trade is enough
_OPENING = 300  # characters in which a firm is named that a text is about
_BESIDE = frozenset("press regulator investor research association union general tech".split())
_NAMED = lazy(r"[A-Z][\w&’'.-]+(?: (?:& )?[A-Z][\w&’'.-]+){0,2}")


def _one(word: str) -> str:
    if _CJK.search(word):
        return re.escape(word)
    return rf"\b{re.escape(word[:-1])}" if word.endswith("*") else rf"\b{re.escape(word)}\b"


_TRADE = lazy("|".join(_one(word) for word in TRADE.split("|")))
_HINT = lazy("|".join(_one(word) for word in HINTS.split("|")))


class _Index(NamedTuple):
    """The words that mark beats, by how they are looked up; each with (beat, weight) pairs."""

    words: dict[str, list[tuple[str, float]]]
    starts: dict[str, list[tuple[str, float]]]
    lengths: tuple[int, ...]
    phrases: list[tuple[str, re.Pattern[str], str, float]]
    met: dict[str, tuple[tuple[str, float], ...]]  # what the words met so far mark

    def marked(self, word: str) -> tuple[tuple[str, float], ...]:
        """Return the (beat, weight) pairs of a word, by it or its beginning."""
        if (found := self.met.get(word)) is None:
            pairs = list(self.words.get(word, ()))
            for length in self.lengths:
                pairs += self.starts.get(word[:length], ())
            if len(self.met) >= _MET:
                self.met.clear()
            found = self.met[word] = tuple(pairs)
        return found


@lru_cache(maxsize=8)
def _index(own: tuple[tuple[str, tuple[str, ...]], ...]) -> _Index:
    words: dict[str, list[tuple[str, float]]] = defaultdict(list)
    starts: dict[str, list[tuple[str, float]]] = defaultdict(list)
    phrases = []
    marks = [(name, mark, 1.0) for name, all_of in BEATS.items() for mark in all_of.split("|")]
    marks += [(name, mark, OWN) for name, all_of in own for mark in all_of]
    for name, given, full in marks:
        mark = given.strip().lower()
        weight = full * EVERYDAY if mark.startswith("~") else full
        mark = mark.removeprefix("~")
        if _WORD.fullmatch(mark) and not _CJK.search(mark):
            words[mark].append((name, weight))
        elif _WORD.fullmatch(mark[:-1]) and mark.endswith("*"):
            starts[mark[:-1]].append((name, weight))
        elif mark:
            phrases.append((mark.partition("*")[0], _phrase(mark), name, weight))
    return _Index(words, starts, tuple({len(s) for s in starts}), phrases, {})


def _phrase(mark: str) -> re.Pattern[str]:
    body = r"\w*".join(re.escape(part) for part in mark.split("*"))
    if _CJK.search(mark):
        return lazy(body)
    return lazy(rf"\b{body}" if mark.endswith("*") else rf"\b{body}\b")


def _marks(part: str, index: _Index) -> dict[tuple[str, str], float]:
    """Return the (beat, word) pairs of a text in small letters, with the weight of each."""
    found: dict[tuple[str, str], float] = {}
    for word in set(_WORD.findall(part)):
        for beat, weight in index.marked(word):
            found[beat, word] = max(weight, found.get((beat, word), 0.0))
    for start, pattern, beat, weight in index.phrases:
        if start in part and (m := pattern.search(part)):
            found[beat, m[0]] = weight
    return found


def grouped(beats: Iterable[str], own: Mapping[str, Sequence[str]] | None = None) -> list[str]:
    """Return the distinct beats among these in printing order."""
    present = set(beats)
    known = [n for n in names(own) if n in present]
    return [*known, *sorted(present - set(known))]
