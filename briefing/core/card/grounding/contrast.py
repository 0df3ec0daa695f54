"""Contraries: a claim that puts "profit" for "loss", "approve" for "reject", "all" for "some"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.core.card.grounding import words
from briefing.core.card.grounding.fault import Fault
from briefing.core.card.grounding.source import Pool, Row

_RANK = re.compile(
    r"\b(?:(?P<nth>second|third|fourth|fifth|2nd|3rd|4th|5th|no\.? ?2|number two)[- ])?"
    r"(?P<word>largest|biggest|smallest|fastest|oldest|highest|lowest|greatest|most popular|cheapest|best|worst"
    r"|leading|first|only|sole|newest|youngest|strongest|weakest|busiest)\b",
    re.I,
)
_ALIKE = {"largest": "biggest", "greatest": "biggest", "sole": "only"}


def check(claim: Row, pool: Pool) -> Iterator[Fault]:
    """Yield the faults of contrary words, ranks and quantifiers (English)."""
    if claim.cjk:
        return
    yield from contraries(claim, pool)
    yield from _ranks(claim, pool)
    yield from _quantifiers(claim, pool)


def _lemmas(row: Row) -> set[str]:
    found = {words.lemma(w) for w in row.words}
    found.update(f"{a}-{b}" for a, b in zip(row.words, row.words[1:], strict=False))
    return found


def contraries(claim: Row, pool: Pool, least: float = 0.5) -> Iterator[Fault]:
    """Yield a fault for each word whose contrary, and not itself, stands in the claim's rows.

    Only rows with the share `least` of the claim's words count: elsewhere the contrary may be said
    of something else.
    """
    table = words.sides()
    ours = _taken(_lemmas(claim), table)
    if not ours:
        return
    near = [row for row in pool.rows if _aligned(claim, row, least)]
    theirs = _taken(set().union(*(_lemmas(row) for row in near)), table) if near else {}
    for name, mine in sorted(ours.items()):
        there = theirs.get(name, {})
        if not there or mine.keys() & there.keys():
            continue
        word, other = min(mine.values()), min(there.values())
        if not any(word in _lemmas(row) for row in pool.rows):
            yield Fault("CONTRARY", f'"{word}": the source says "{other}"')


def _taken(
    lemmas: set[str], table: dict[str, tuple[tuple[str, int], ...]]
) -> dict[str, dict[int, str]]:
    """Return for each contrast the sides a text takes, each with the word that says so."""
    held: dict[str, dict[int, str]] = {}
    for lemma in sorted(lemmas):
        for name, side in table.get(lemma, ()):
            held.setdefault(name, {})[side] = lemma
    return held


def _aligned(claim: Row, row: Row, least: float) -> bool:
    return len(claim.keys & row.keys) >= least * len(claim.keys)


def _ranks(claim: Row, pool: Pool) -> Iterator[Fault]:
    for m in _RANK.finditer(claim.text):
        word = _ALIKE.get(m["word"].lower(), m["word"].lower())
        ranked = [r for row in pool.source.all for r in _RANK.finditer(row.text)]
        same = [r for r in ranked if _ALIKE.get(r["word"].lower(), r["word"].lower()) == word]
        if word in ("first", "only", "leading", "best"):
            if not same and word == "first":
                yield Fault("RANK_CHANGED", f"{m[0]} is not in the source", "warn")
            continue
        if not same:
            yield Fault("RANK_CHANGED", f"{m[0]} is not in the source")
        elif not m["nth"] and all(_lower(r) for r in same) and not _lower(m):
            yield Fault("RANK_CHANGED", f"{m[0]}: the source says {same[0][0]}")


def _lower(m: re.Match[str]) -> bool:
    """Say whether a superlative is of a lower rank ("2nd largest", "one of the largest")."""
    before = m.string[max(0, m.start() - 22) : m.start()].lower()
    return bool(
        m["nth"]
        or re.search(
            r"(?:\bone of (?:the |its |\w+'s )?|\bamong (?:the )?|\d(?:st|nd|rd|th)[- ]|\bnext )(?:\w+ )?$",
            before,
        )
    )


def _quantifiers(claim: Row, pool: Pool) -> Iterator[Fault]:
    mine = set(claim.words) & words.ALL
    if not mine:
        return
    near = set().union(
        *(set(row.words) for row in pool.rows if _aligned(claim, row, 0.5) or row is pool.best)
    )
    if near & words.ALL or not near & words.SOME:
        return
    word, other = min(mine), min(near & words.SOME)
    yield Fault("QUANTIFIER", f'"{word}": the source says "{other}"')
