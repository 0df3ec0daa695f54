"""Two figures of one sentence each keep their own words: "120 of its 410", not "410 of its 120"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from briefing.core.card.grounding import amounts, words
from briefing.core.card.grounding.fault import Fault
from briefing.core.card.grounding.source import Pool, Row
from briefing.core.language.figures import Quantity
from briefing.core.language.patterns import lazy

_WORD = lazy(r"[^\W\d_][\w'-]*|;")
_CLEAR = 2
_LOOSE = frozenset("from to and but while compared against with of by or".split())
_STOP = frozenset("while but whereas compared against".split())
_FILL = frozenset("a an the and its their his her it is was are were has have had , with".split())


def check(claim: Row, pool: Pool) -> Iterator[Fault]:
    """Yield a fault where two figures fit each other's words better than their own."""
    for one, two in itertools.combinations(claim.figures[:8], 2):
        if one.kind != two.kind or one.value == two.value:
            continue
        for row in pool.rows:
            there = [_find(one, row), _find(two, row)]
            a, b = there
            if a is None or b is None or a is b:
                continue
            roles = [_role(claim, one), _role(claim, two)]
            there_roles = [_role(row, a), _role(row, b)]
            if all(roles) and roles == there_roles:
                continue
            if any(r and r == s for r, s in zip(roles, there_roles, strict=True)) and not (
                roles[0] in (there_roles[1], None) and roles[1] in (there_roles[0], None)
            ):
                continue
            deeds = _deed(claim, one), _deed(claim, two)
            if all(deeds) and deeds[0] != deeds[1] and deeds == (_deed(row, b), _deed(row, a)):
                yield Fault("FIGURES_CROSSED", f"{one.text} and {two.text} have changed places")
                return
            mine = _window(claim, one), _window(claim, two)
            theirs = _window(row, a), _window(row, b)
            straight = _fit(mine[0], theirs[0]) + _fit(mine[1], theirs[1])
            crossed = _fit(mine[0], theirs[1]) + _fit(mine[1], theirs[0])
            if crossed >= straight + _CLEAR:
                yield Fault("FIGURES_CROSSED", f"{one.text} and {two.text} have changed places")
                return


def _find(figure: Quantity, row: Row) -> Quantity | None:
    return next((q for q in row.figures if amounts.compare(figure, q) == "equal"), None)


def _deed(row: Row, figure: Quantity) -> str | None:
    """Return the key of the last verb before a figure."""
    verbs = [
        t.low
        for t in row.tokens
        if t.end <= figure.start and t.tag in ("VBD", "VBZ", "VB", "VBG") and t.low != "said"
    ]
    return words.key(verbs[-1]) if verbs else None


def _role(row: Row, figure: Quantity) -> str | None:
    m = re.search(r"\b(from|to|against)\s+\Z", row.text[: figure.start])
    return m[1] if m else None


def _window(row: Row, figure: Quantity) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words before and after a figure, no further than the next figure or stop."""
    left = max((q.end for q in row.figures if q.end <= figure.start), default=0)
    right = min((q.start for q in row.figures if q.start >= figure.end), default=len(row.text))
    before = _WORD.findall(row.text[left : figure.start].lower())
    after = _WORD.findall(row.text[figure.end : right].lower())
    if ";" in before:
        before = before[len(before) - before[::-1].index(";") :]
    if ";" in after:
        after = after[: after.index(";")]
    after = after[: next((i for i, w in enumerate(after) if w in _STOP), len(after))]
    while after and right < len(row.text) and after[-1] in _LOOSE:
        after.pop()
    return _keys(before[-8:]), _keys(after[:6])


def _keys(found: list[str]) -> frozenset[str]:
    return frozenset(words.key(w.removesuffix("'s")) for w in found if w not in _FILL)


def _fit(
    mine: tuple[frozenset[str], frozenset[str]], theirs: tuple[frozenset[str], frozenset[str]]
) -> int:
    """Return how many words two windows share; a word on the same side counts twice."""
    same = len(mine[0] & theirs[0]) + len(mine[1] & theirs[1])
    return same + len((mine[0] | mine[1]) & (theirs[0] | theirs[1]))
