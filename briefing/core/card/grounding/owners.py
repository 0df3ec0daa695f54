"""Whose figure it is: where a sentence gives two parties a figure each, neither takes the other's.

Compares the part of the claim round a figure with the parts of the source sentence (English).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from briefing.core.card.grounding import amounts, entities, subjects, words
from briefing.core.card.grounding.fault import Fault
from briefing.core.card.grounding.source import Pool, Row
from briefing.core.language.figures import Quantity
from briefing.core.language.patterns import lazy

_CUT = lazy(r"[;:()]|,(?!\d)(?! (?:where|which|who|whose)\b)|\s-\s|\b(?:while|whereas|but)\b")
_TIMES = frozenset(
    words.key(w)
    for w in "month year week quarter day period time half total number january february march "
    "april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday percent last same next previous earlier".split()
)
_BESIDE = lazy(r"\b(?:than|that of|twice|double|times|compared|from|versus|against|as)\b")
_SOME = lazy(r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)\b")
_Said = tuple[Quantity, str, bool]  # a figure, the name it is said of, whether that is after it
_AT = lazy(r"^(?: [\w-]+){0,4}? (?:at|for|in|by|from|of) (?:the )?$")
_KINDS = ("percent", "money", "count", "points")


def check(claim: Row, pool: Pool) -> Iterator[Fault]:
    """Yield the figures that the source gives to somebody or something else."""
    if claim.cjk or pool.source.language not in (None, "en"):
        return
    if crossed := _swapped(claim, pool):
        yield Fault("FIGURES_CROSSED", crossed)
        return
    for figure in claim.figures[:6]:
        if figure.kind not in _KINDS:
            continue
        seen = [
            (row, q)
            for row in pool.rows
            for q in row.figures
            if amounts.compare(figure, q) == "equal"
        ]
        if not seen:
            continue
        found = [_fault(claim, figure, row, q) for row, q in seen]
        if all(found):
            yield Fault("FIGURES_CROSSED", f"{figure.text}: {found[0]}")
            return


def _fault(claim: Row, figure: Quantity, row: Row, other: Quantity) -> str | None:
    mine, own = _part(claim, figure), _part(row, other)
    rest = [p for p in _parts(row) if p[1] <= own[0] or p[0] >= own[1]]
    return (
        _nouns_crossed(claim, mine, row, own, rest, figure)
        or _names_crossed(claim, mine, row, own, rest, figure)
        or _possessor(claim, mine, row, own)
        or _owner(claim, figure, row, other)
    )


_POSSESSED = lazy(
    r"\b([A-Z][\w&-]+)'s (?:[a-z-]+ ){0,2}(?:share|sales|profit|revenue|stake|shares|margin|debt|"
    r"loss|turnover)\b"
)


def _possessor(claim: Row, mine: tuple[int, int], row: Row, own: tuple[int, int]) -> str | None:
    """ "Ashby's share rose to 11.2%" where it is Kessler's share that did."""
    ours = list(_POSSESSED.finditer(claim.text, *mine))
    theirs = list(_POSSESSED.finditer(row.text, *own))
    if not ours or not theirs or ours[-1][1] in row.text[own[0] : own[1]]:
        return None
    return f"the source says it of {theirs[-1][1]}'s" if ours[-1][1] in row.text else None


def _parts(row: Row) -> list[tuple[int, int]]:
    cuts = [0, *(m.end() for m in _CUT.finditer(row.text)), len(row.text)]
    return [(a, b) for a, b in itertools.pairwise(cuts) if b - a > 3]


def _part(row: Row, figure: Quantity) -> tuple[int, int]:
    left = max((m.end() for m in _CUT.finditer(row.text, 0, figure.start)), default=0)
    stop = _CUT.search(row.text, figure.end)
    return left, stop.start() if stop else len(row.text)


def _nouns(row: Row, part: tuple[int, int]) -> frozenset[str]:
    return frozenset(
        words.key(t.low)
        for t in row.tokens
        if part[0] <= t.start < part[1]
        and (t.tag in ("NN", "NAME", "ADJ") or (t.tag == "VBG" and t.start == part[0]))
    ) - (_TIMES | {"rise", "fall", "say"})


def _held(row: Row, part: tuple[int, int], kind: str) -> bool:
    return any(q.kind == kind and part[0] <= q.start < part[1] for q in row.figures)


def _both(claim: Row, mine: tuple[int, int], row: Row, part: tuple[int, int]) -> bool:
    """Say whether the claim says the figure of the other part in the same breath."""
    there = [q for q in row.figures if part[0] <= q.start < part[1]]
    here = [q for q in claim.figures if mine[0] <= q.start < mine[1] and q.kind in _KINDS]
    return any(amounts.compare(q, p) == "equal" for q in here for p in there)


def _nouns_crossed(
    claim: Row,
    mine: tuple[int, int],
    row: Row,
    own: tuple[int, int],
    rest: list[tuple[int, int]],
    figure: Quantity,
) -> str | None:
    """ "Food sales fell 2.6%" of "clothing sales fell 2.6%, while food sales grew 0.5%"."""
    ours, theirs = _nouns(claim, mine), _nouns(row, own)
    for part in rest:
        if not _held(row, part, figure.kind) or _both(claim, mine, row, part):
            continue
        other = _nouns(row, part)
        if ours & (other - theirs) and theirs - other and not ours & (theirs - other):
            return f"the source says it of {min(theirs - other)}"
    return None


def _names_crossed(
    claim: Row,
    mine: tuple[int, int],
    row: Row,
    own: tuple[int, int],
    rest: list[tuple[int, int]],
    figure: Quantity,
) -> str | None:
    """A name beside the figure that stands in another part of the row, in another's place."""
    near = [
        n
        for n in claim.names
        if mine[0] <= n.start < mine[1]
        and n.start > figure.start
        and not _BESIDE.search(claim.text[figure.end : n.start])
    ]
    here = [n for n in row.names if own[0] <= n.start < own[1]]
    for name in near:
        heads = [n for n in row.names[:1] if n.start < own[1]]
        if any(entities.alike(name.text, n.text) for n in (*here, *heads)):
            continue
        for part in rest:
            there = [n for n in row.names if part[0] <= n.start < part[1]]
            if not any(entities.alike(name.text, n.text) for n in there):
                continue
            usurped = [n for n in here[1:] or here if n.text not in claim.text]
            numbered = figure.kind == "count" and _SOME.search(row.text[part[0] : part[1]])
            moved = name.kind == "place" and (numbered or _held(row, part, figure.kind))
            if moved or (usurped and row.names[:1] != usurped[:1]):
                return f"the source does not say it of {name.text}"
    return None


def _swapped(claim: Row, pool: Pool) -> str | None:
    """Two names with a figure each in the claim and in a row, the other way round."""
    ours = _assigned(claim)
    if not ours:
        return None
    for row in pool.rows:
        theirs = _assigned(row)
        pairs = [
            (name, other)
            for q, name, _ in ours
            for p, other, _ in theirs
            if q.kind == p.kind == ours[0][0].kind and amounts.compare(q, p) == "equal"
        ]
        if moved := _moved(ours, theirs):
            return moved
        apart = [(a, b) for a, b in pairs if not entities.alike(a, b)]
        for (a, b), (c, d) in itertools.combinations(apart, 2):
            if entities.alike(a, d) and entities.alike(b, c) and len(apart) == len(pairs):
                return f"{a} and {c} have changed places"
    return None


def _moved(ours: list[_Said], theirs: list[_Said]) -> str | None:
    """Say where a figure is "at X" in the claim, and at Y in a row that has another at X."""
    for q, name, after in ours:
        same = [t for t in theirs if t[2] and amounts.compare(q, t[0]) == "equal"]
        other = [t for t in theirs if t[2] and t[0].kind == q.kind and entities.alike(t[1], name)]
        if after and same and other and not any(entities.alike(t[1], name) for t in same):
            return f"{q.text} is of {same[0][1]} in the source, not of {name}"
    return None


def _assigned(row: Row) -> list[_Said]:
    """Return the figures with the name each is said of: right after it ("4% at X") or before."""
    return row.memo(_assign)


def _assign(row: Row) -> list[_Said]:
    found = []
    for q in row.figures:
        if q.kind not in _KINDS:
            continue
        after = [n for n in row.names if n.start >= q.end and _AT.match(row.text[q.end : n.start])]
        before = [n for n in row.names if n.end <= q.start]
        if after or before:
            found.append((q, after[0].text if after else before[-1].text, bool(after)))
    return found


def _owner(claim: Row, figure: Quantity, row: Row, other: Quantity) -> str | None:
    """The subject of the figure's clause, where both are names, is the same."""
    ours, theirs = _subject(claim, figure), _subject(row, other)
    if ours is None or theirs is None or ours.pronoun or theirs.pronoun:
        return None
    if not ours.names:
        heads = {d.head for d in subjects.find(row)}
        usurped = (
            ours.verb == theirs.verb
            and ours.head in heads
            and theirs.head not in claim.keys
            and not theirs.names
        )
        return f"the source says it of {theirs.head}" if usurped else None
    if any(entities.alike(n, m.text) for n in ours.names for m in row.names):
        return None
    if any(n.text == theirs.name and n.kind == "place" for n in row.names):
        return None
    if theirs.name and not any(entities.alike(a, b) for a in ours.names for b in theirs.names):
        return f"the source says it of {theirs.name}"
    return None


def _subject(row: Row, figure: Quantity) -> subjects.Doer | None:
    """Return the subject of the last verb before a figure in its part of the sentence."""
    start, _ = _part(row, figure)
    before = [
        d
        for d in subjects.find(row)
        if start <= row.tokens[d.at].start < figure.start and d.verb != "say"
    ]
    return before[-1] if before else None
