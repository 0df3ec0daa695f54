"""Deals told by a noun or by both sides: "Ash's takeover of Birch", "Ash and Birch are to merge".

A noun alone does not tell whether the deal is done: the article must say what it still waits for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from briefing.core.card.asking import phrases
from briefing.core.card.asking.cast import Cast
from briefing.core.card.asking.people import is_company, is_national
from briefing.core.language import chunks
from briefing.core.language.patterns import lazy
from briefing.core.language.tagger import Token

Row = Sequence[Token]


class Sides(NamedTuple):
    """Who buys, or merges with, whom; `price` as printed, "" where not told."""

    buyer: str
    other: str
    price: str = ""


_NOUN = frozenset("purchase takeover acquisition buyout".split())
_BETWEEN = frozenset("planned proposed pending agreed cash all-cash all-share".split())
_PRICED = lazy(r"[$£€¥\d][\d.,]*|bn|billion|million|m|A|US|C")
_DONE = lazy(
    r"\b(?:complet(?:ed|ion)|closed|finali[sz]ed|years? ago|last year|"
    r"collapsed|abandoned|called off|walked away|(?:19|20)\d\d)\b"
)
_WAITS = lazy(
    r"\b(?:planned|proposed|pending|clear(?:ing|ed|ance)|approval|approve|"
    r"expects? to close|to block|blocked|halted|regulators?|review|"
    r"shareholders (?:will|to)|to complete|be completed)\b"
)


def owned(row: Row, sentence: str, opening: str, people: frozenset[str]) -> Sides | None:
    """Read "Dunmore's planned $2bn purchase of Cabrini's" where the opening says it waits."""
    k = next((k for k, t in enumerate(row) if t.low in _NOUN), None)
    if k is None or k + 1 >= len(row) or row[k + 1].low != "of" or _DONE.search(sentence):
        return None
    if not _WAITS.search(opening):
        return None
    at = k
    while at and (row[at - 1].low in _BETWEEN or _PRICED.fullmatch(row[at - 1].text)):
        at -= 1
    if at and row[at - 1].low == "its":  # "Brando's offer to sell sites in return for its takeover"
        at = next((j + 1 for j in range(at - 2, 0, -1) if row[j].tag == "POS"), 0)
    if not at or row[at - 1].tag != "POS":
        return None
    buyer = phrases.trailing_name(row, (0, at - 1))
    before = at - 2 - len(buyer.split()) if buyer else -1
    if before >= 0 and row[before].low in ("after", "since", "following", "before"):
        return None
    other = next((r for r in phrases.runs(row) if k + 1 < r[0] <= k + 6), None)
    if buyer is None or other is None or any(t.tag == "IN" for t in row[k + 2 : other[0]]):
        return None
    if other[1] < len(row) and row[other[1]].tag in ("POS", "NN"):
        return None
    target = phrases.words(row, other)
    if not (is_company(buyer, people) and is_company(target, people)) or target in buyer:
        return None
    price = k
    while price > at and _PRICED.fullmatch(row[price - 1].text):
        price -= 1
    return Sides(buyer, target, phrases.words(row, (price, k)))


_MERGE = lazy(
    r"\b(?:are to|have agreed to|agreed to|plan to|are planning to|will) (?:merge|combine)\b"
    r"(?! [a-z]+ (?:stores|units|arms))"
)


def joined(row: Row, sentence: str, people: frozenset[str]) -> Sides | None:
    """Read "Ash and stationery chain Birch are to merge": two firms, no third."""
    m = _MERGE.search(sentence)
    at = next((k for k, t in enumerate(row) if m and t.start >= m.start()), 0)
    span = chunks.subject_before(row, at) if m else None
    if span is None:
        return None
    runs = [r for r in phrases.runs(row) if span[0] <= r[0] and r[1] <= span[1]]
    runs = [r for r in runs if not is_national(phrases.words(row, r))]
    names = [phrases.words(row, r) for r in runs]
    if len(names) != 2 or "and" not in {t.low for t in row[runs[0][1] : runs[1][0]]}:
        return None
    return Sides(*names) if all(is_company(n, people) for n in names) else None


def shared(cast: Cast) -> Cast:
    """Return the cast of two that become one: "it" and "the group" are neither of them."""
    named = (
        topic if topic and topic in phrases.words(row, (0, len(row))) else ""
        for topic, row in zip(cast.topics, cast.tokens, strict=True)
    )
    return replace(cast, main=None, topics=tuple(named))
