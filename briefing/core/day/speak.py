"""A card in one line: headline, top line, one sentence; always the card's own checked words."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.core.day import wording
from briefing.models import Card

MOST_WORDS = 30


def statements(card: Card) -> list[str]:
    """Return what a card states, most important first."""
    return [t for t in (card.lede.text, *(p.text for p in card.points)) if t]


def headline(card: Card, *, update: bool = False) -> str:
    """Return the card's headline, marked when the story ran before."""
    text = card.headline or card.article.title
    return f"Update: {text}" if update and not text.lower().startswith("update:") else text


def one_line(card: Card, new: str = "") -> str:
    """Return a story in one sentence of at most 30 words: what is new, the lede, or the headline.

    A sentence is taken whole or not at all: cutting could lose the hedge at its end.
    """
    for text in (new, card.lede.text):
        if text and wording.length(text) <= MOST_WORDS:
            return wording.sentence(text)
    return wording.sentence(card.headline or card.article.title)


def evidence(card: Card, text: str) -> str:
    """Return the source sentence that bears out a one-line item, "" if the card names none."""
    points = [p for p in (card.lede, *card.points) if p.evidence]
    best = max(points, key=lambda p: wording.says_same(text, p.text), default=None)
    if best is None:
        return ""
    first = best.evidence[0]
    return card.sentences[first] if 0 <= first < len(card.sentences) else ""


def top_line(cards: Sequence[Card], nothing: str) -> str:
    """Return the day in one sentence of at most 30 words: the headlines of the first stories."""
    if not cards:
        return nothing
    if len(cards) == 1:
        return one_line(cards[0])
    parts: list[str] = []
    for card in cards:
        part = headline(card).rstrip(".")
        if parts and wording.length(" ".join([*parts, part])) > MOST_WORDS:
            break
        parts.append(part)
    return wording.sentence("; ".join(parts))
