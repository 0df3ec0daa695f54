"""Two figures, or two names, of one sentence each keep their own words.

"120 of its 410" is not "410 of its 120"; "Hull, which lost a bid, and Bray, which won one" is not
the converse.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.core.card.grounding import amounts, entities, words
from briefing.core.card.grounding.fault import Fault
from briefing.core.card.grounding.source import Pool, Row
from briefing.core.language.figures import Quantity
from briefing.core.language.lexicon import STOPWORDS
from briefing.core.language.name import Name
from briefing.core.language.patterns import lazy

_WORD = lazy(r"[^\W\d_][\w'-]*|;")
_CLEAR = 2
_LOOSE = frozenset("from to and but while compared against with of by or".split())
_STOP = frozenset("while but whereas compared against".split())
_FILL = frozenset("a an the and its their his her it is was are were has have had , with".split())


class _Window(NamedTuple):
    """The keys of the words before and after a thing, no further than the next such thing."""

    before: frozenset[str]
    after: frozenset[str]


def check(claim: Row, pool: Pool) -> Iterator[Fault]:
    """Yield a fault where two figures, or names, fit each other's words better than their own."""
    yield from _figures(claim, pool)
    yield from _names(claim, pool)


def _figures(claim: Row, pool: Pool) -> Iterator[Fault]:
    for one, two in itertools.combinations(claim.figures[:8], 2):
        if one.kind != two.kind or one.value == two.value:
            continue
        for row in pool.rows:
            a, b = _find(one, row), _find(two, row)
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
            turned = all(deeds) and deeds[0] != deeds[1] and deeds == (_deed(row, b), _deed(row, a))
            mine = [_window(claim, q, claim.figures) for q in (one, two)]
            theirs = [_window(row, q, row.figures) for q in (a, b)]
            if turned or _crossed(mine, theirs):
                yield Fault("FIGURES_CROSSED", f"{one.text} and {two.text} have changed places")
                return


def _names(claim: Row, pool: Pool) -> Iterator[Fault]:
    ours = claim.names[:6]
    for row in pool.rows if len(ours) > 1 else ():
        found = [(n, other) for n in ours if (other := _same(n, row)) is not None]
        if len(found) < 2:
            continue
        sides = [(_window(claim, n, ours), _window(row, m, row.names)) for n, m in found]
        for (one, (mine, theirs)), (two, (ours_too, theirs_too)) in itertools.combinations(
            zip(found, sides, strict=True), 2
        ):
            places = one[0].kind == two[0].kind == "place"
            if one[1] is not two[1] and (
                _traded((mine.after, ours_too.after), (theirs.after, theirs_too.after))
                or (
                    places
                    and _traded((mine.before, ours_too.before), (theirs.before, theirs_too.before))
                )
            ):
                detail = f"{one[0].text} and {two[0].text} have changed places"
                yield Fault("ENTITY_SWAPPED", detail)
                return


def _same(name: Name, row: Row) -> Name | None:
    found = [n for n in row.names if entities.alike(n.text, name.text)]
    return found[0] if len(found) == 1 else None


def _traded(mine: Sequence[frozenset[str]], theirs: Sequence[frozenset[str]]) -> bool:
    """Say whether each thing has words of the other's, and neither any of its own."""
    (one, two), (a, b) = mine, theirs
    both = a & b | _COMMON
    return bool(one & b - both and two & a - both) and not ((one & a) | (two & b)) - both


_COMMON = frozenset(map(words.key, STOPWORDS)) | {"say"}


def _crossed(mine: Sequence[_Window], theirs: Sequence[_Window]) -> bool:
    straight = _fit(mine[0], theirs[0]) + _fit(mine[1], theirs[1])
    crossed = _fit(mine[0], theirs[1]) + _fit(mine[1], theirs[0])
    return crossed >= straight + _CLEAR


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


def _window(
    row: Row, thing: Quantity | Name, things: Sequence[Quantity] | Sequence[Name]
) -> _Window:
    """Return the words before and after a thing, no further than the next of its sort or stop."""
    left = max((q.end for q in things if q.end <= thing.start), default=0)
    right = min((q.start for q in things if q.start >= thing.end), default=len(row.text))
    before = _WORD.findall(row.text[left : thing.start].lower())
    after = _WORD.findall(row.text[thing.end : right].lower())
    if ";" in before:
        before = before[len(before) - before[::-1].index(";") :]
    if ";" in after:
        after = after[: after.index(";")]
    after = after[: next((i for i, w in enumerate(after) if w in _STOP), len(after))]
    while after and right < len(row.text) and after[-1] in _LOOSE:
        after.pop()
    return _Window(_keys(before[-8:]), _keys(after[:6]))


def _keys(found: list[str]) -> frozenset[str]:
    return frozenset(words.key(w.removesuffix("'s")) for w in found if w not in _FILL)


def _fit(mine: _Window, theirs: _Window) -> int:
    """Return how many words two windows share; a word on the same side counts twice."""
    same = len(mine.before & theirs.before) + len(mine.after & theirs.after)
    return same + len((mine.before | mine.after) & (theirs.before | theirs.after))
