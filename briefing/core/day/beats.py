"""Beats: which desk of a retail newsroom a story belongs to, by words kept as data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from briefing.core.day.beats_words import BEATS, GENERAL, TRADE
from briefing.models import Article, Story

READ = 1200  # characters of text that are read
TITLE, OWN = 6.0, 2.0  # a word in the title, a word of the user's own, weigh so much more
EVERYDAY = 0.5  # a word that stories of every beat hold weighs so much less
_CJK = re.compile("[\u3040-\u9fff]")


def names(own: Mapping[str, Sequence[str]] | None = None) -> list[str]:
    """Return the beats in the order a briefing prints them: the user's own, ours, the rest."""
    return [*(n for n in own or {} if n not in BEATS), *BEATS, GENERAL]


def of(subject: Article | Story, own: Mapping[str, Sequence[str]] | None = None) -> str:
    """Return the beat of an article or a story (its lead source), "retail" if none stands out.

    `own` maps a beat, new or known, to more words that mark it.
    """
    article = subject.articles[0] if isinstance(subject, Story) else subject
    title, text = article.title.lower(), article.text[:READ].lower()
    mine = own or {}
    best, most = GENERAL, 1.0
    for name in names(mine):
        marks, everyday = _parted(BEATS.get(name, ""))
        score = _score(_pattern(marks), title, text)
        score += EVERYDAY * _score(_pattern(everyday), title, text)
        score += OWN * _score(_pattern("|".join(mine.get(name, ())).lower()), title, text)
        if score > most:
            best, most = name, score
    return best


def in_trade(article: Article) -> bool:
    """Say whether an article is about the trade at all, whatever its beat."""
    pattern = _pattern(TRADE)
    return pattern is not None and bool(
        pattern.search(f"{article.title} {article.text[:READ]}".lower())
    )


def _score(pattern: re.Pattern[str] | None, title: str, text: str) -> float:
    """Count the different words that mark a beat; the title's weigh more."""
    if pattern is None:
        return 0.0
    headline, body = set(pattern.findall(title)), set(pattern.findall(text))
    return TITLE * len(headline) + len(body - headline)


@lru_cache(maxsize=64)
def _parted(words: str) -> tuple[str, str]:
    """Part the words that mark a beat from the everyday ones."""
    every = words.split("|")
    everyday = [w[1:] for w in every if w.startswith("~")]
    return "|".join(w for w in every if not w.startswith("~")), "|".join(everyday)


@lru_cache(maxsize=64)
def _pattern(words: str) -> re.Pattern[str] | None:
    parts = [_one(w.strip()) for w in words.split("|") if w.strip()]
    return re.compile("|".join(parts)) if parts else None


def _one(word: str) -> str:
    if _CJK.search(word):
        return re.escape(word)
    if word.endswith("*"):
        return rf"\b{re.escape(word[:-1])}\w*"
    return rf"\b{re.escape(word)}\b"


def grouped(beats: Iterable[str], own: Mapping[str, Sequence[str]] | None = None) -> list[str]:
    """Return the distinct beats among these in printing order."""
    present = set(beats)
    known = [n for n in names(own) if n in present]
    return [*known, *sorted(present - set(known))]
