"""Contraries: a claim that puts "profit" for "loss", "approve" for "reject", "all" for "some"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.core.card.grounding import words
from briefing.core.card.grounding.fault import Fault
from briefing.core.card.grounding.source import Pool, Row
from briefing.core.language import text

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


def _stems(row: Row) -> set[str]:
    found = {words.base(w) for w in row.words}
    found.update(f"{a}-{b}" for a, b in zip(row.words, row.words[1:], strict=False))
    return found


def contraries(claim: Row, pool: Pool) -> Iterator[Fault]:
    """Yield a fault for each word whose contrary, and not itself, stands in the rows."""
    table = words.sides()
    near = set().union(*(_stems(row) for row in pool.rows)) if pool.rows else set()
    ours: dict[str, set[int]] = {}
    theirs: dict[str, set[int]] = {}
    for held, stems in ((ours, _stems(claim)), (theirs, near)):
        for stem in stems:
            for name, side in table.get(stem, ()):
                held.setdefault(name, set()).add(side)
    everywhere = pool.source
    for name, mine in sorted(ours.items()):
        there = theirs.get(name, set())
        if not there or mine & there:
            continue
        word = next(w for w in sorted(_stems(claim)) if any(n == name for n, _ in table.get(w, ())))
        other = next(w for w in sorted(near) if any(n == name for n, _ in table.get(w, ())))
        if any(text.stem(word) in _stems(row) for row in everywhere.all):
            continue
        yield Fault("CONTRARY", f'"{word}": the source says "{other}"')


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
    near = set().union(*(set(row.words) for row in pool.rows))
    if near & words.ALL or not near & words.SOME:
        return
    word, other = min(mine), min(near & words.SOME)
    yield Fault("QUANTIFIER", f'"{word}": the source says "{other}"')
