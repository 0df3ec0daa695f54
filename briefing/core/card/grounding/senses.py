"""Which way a statement goes: for or against, going on or ended, kept or lost, more or less.

Claim and source are cut into clauses. In each, the words of a dimension (`senses_words`) take a
side, turned round by every negation over them; the clause of the source that speaks of the same
must take the same side, whatever its words: "did not recommend", "turned down" (English).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from briefing.core.card.grounding import clauses, denials, entities, senses_words, words
from briefing.core.card.grounding.fault import Fault
from briefing.core.card.grounding.source import Pool, Row
from briefing.core.language.lexicon import STOPWORDS
from briefing.core.language.patterns import lazy

_NEGATIVE = frozenset(
    "not n't no never nor neither nobody none nothing without cannot hardly".split()
)
_TURNING = frozenset(
    "doubt doubts doubted fail fails failed refuse refuses refused "
    "decline declines declined unable unwilling".split()
)
_ENDING = frozenset("stop stops stopped cease ceases ceased".split())
_BE = frozenset("is are was were will would has have had does do did".split())
_FAR = {"without": 2, "no": 3, "nothing": 3, "never": 6}  # words ahead that a negation turns
_OPINION = frozenset(
    "think thinks believe believes expect expects hope count see intend plan want".split()
)
_DOUBT = frozenset("doubt doubts doubted doubting".split())
_PRIOR = frozenset("decade decades years previously formerly".split())  # "a decade of free …"
_RATES = frozenset("growth inflation rate pace increase rise decline".split())
_REACH = 4  # words before a word of a side in which a negation turns it
_WEAK = frozenset(
    words.key(w)
    for w in "company group retailer say year month week quarter also new will would million "
    "billion percent plan expect".split()
) | frozenset(("say",))
_LOOSE = lazy(
    r"(?:It|He|She|They|[Tt]he (?:company|retailer|chain|group|firm|seller|grocer|store|brand))\b"
)
_NEAR, _AHEAD = 0.5, 0.15


class Side(NamedTuple):
    """A part of a sentence: what it speaks of, its first name, and the sides it takes."""

    about: frozenset[str]
    names: tuple[str, ...]
    loose: bool  # it begins with "it" or "the company", which may be anybody
    sides: dict[str, tuple[int, str]]  # dimension: side and word; 0 where it takes both


def check(claim: Row, pool: Pool) -> Iterator[Fault]:
    """Yield a fault where the source's clause on the same matter takes the other side."""
    if claim.cjk or pool.source.language not in (None, "en") or denials.apart(claim, pool):
        return
    ours = claim.memo(_sides)
    theirs = [clause for row in pool.rows for clause in row.memo(_sides)] if ours else []
    for mine in ours:
        for name, (side, word) in mine.sides.items():
            if side and (other := _contrary(mine, name, side, theirs)):
                yield Fault("CONTRARY", f'"{word}": the source says "{other}"')
                return


def _contrary(mine: Side, name: str, side: int, theirs: list[Side]) -> str:
    """Return the word by which the clause most like the claim's takes the other side, or ""."""
    own = contrary = 0.0
    found = ""
    for clause in theirs:
        taken = clause.sides.get(name)
        if taken is None:
            continue
        alike = _alike(mine, clause)
        if taken[0] == -side and alike > contrary:
            contrary, found = alike, taken[1]
        elif taken[0] != -side:
            own = max(own, alike)
    return found if contrary >= _NEAR and contrary > own + _AHEAD else ""


def _alike(mine: Side, other: Side) -> float:
    """Return how much of the claim's clause the other speaks of; 0 where it is of another."""
    if not mine.about:
        return 0.0
    shared = len(mine.about & other.about)
    subject = bool(mine.names and other.names) and entities.alike(mine.names[0], other.names[0])
    if (
        other.loose
        and mine.names
        and not other.names
        and not any(words.key(w) in other.about for w in mine.names[0].lower().split())
    ):
        subject, shared = True, shared + bool(shared)
    if (
        mine.names
        and other.names
        and not any(entities.alike(a, b) for a in mine.names for b in other.names)
    ):
        return 0.0
    if other.loose and mine.names and not other.names and not subject:
        first = [words.key(w) for w in mine.names[0].lower().split()]
        subject = any(key in other.about for key in first)
    if shared < 2 and not (shared and subject):
        return 0.0
    return shared / len(mine.about)


def _sides(row: Row) -> list[Side]:
    """Return the clauses of a row that take a side, and what each speaks of."""
    if not senses_words.heads() & row.lemmas:
        return []
    return [side for part in clauses.of(row) if (side := _clause(part)).sides]


def _clause(part: clauses.Clause) -> Side:
    plain = part.plain
    bases = [] if "whether" in plain else [words.lemma(w) for w in plain]
    taken: dict[str, tuple[int, str]] = {}
    marks: set[int] = set()
    table, heads = senses_words.table(), senses_words.heads()
    for i, base in enumerate(bases):
        if base not in heads or i in marks or _PRIOR & set(plain[max(0, i - 3) : i]):
            continue
        for size in (3, 2, 1):
            rows = table.get(" ".join(bases[i : i + size]))
            if rows:
                break
        else:
            continue
        if base == "fee" and plain[i + 1 : i + 2] and plain[i + 1] in _BE:
            continue  # "the fee will not apply" says nothing of who pays
        lost = base == "lose" and plain[i + 1 : i + 2] and plain[i + 1][0].isdigit()
        if lost:
            rows = (("result", -1),)
        turned = _turned(plain, i)
        rate = bool(_RATES & set(plain[max(0, i - 2) : i]))  # "growth eased": it still grew
        marks.update(range(i, i + size))
        for name, sign in rows or ():
            if rate and name == "trend":
                continue
            side = -sign if turned else sign
            old = taken.get(name)
            both = old is not None and old[0] != side
            taken[name] = (0 if both else side, " ".join(plain[i : i + size]))
    kept = (w for i, w in enumerate(plain) if i not in marks and w not in STOPWORDS)
    about = frozenset(map(words.key, kept)) | part.meant
    return Side(about - _WEAK, part.held, bool(_LOOSE.match(part.text)), taken)


def _turned(plain: list[str], i: int) -> bool:
    """Say whether an odd number of negations stands over the word at `i`."""
    first = plain[1] if plain[0] in ("but", "and") and i else plain[0]
    if first in ("no", "none", "nobody", "neither") and i > _FAR["no"] + 1:
        return True
    near = list(enumerate(plain[max(0, i - _REACH) : i], max(0, i - _REACH)))
    count = sum(w in _NEGATIVE or w in _TURNING for k, w in near if i - k <= _FAR.get(w, _REACH))
    count += any(
        plain[k : k + 2] in (["end", "to"], ["ruled", "out"], ["rule", "out"]) for k, _ in near
    )
    count += any(w in _ENDING and plain[k + 1].endswith("ing") for k, w in near)
    count += plain[i + 1 : i + 2] != [] and plain[i + 1] in _BE and plain[i + 2 : i + 3] == ["not"]
    for j in range(i - _REACH - 1, -1, -1):
        if plain[j:i].count("to") > 1:
            continue  # "not intend to raise fees to pay": the last "to" says what for
        if plain[j] in _DOUBT or (plain[j] in _NEGATIVE and set(plain[j + 1 : j + 3]) & _OPINION):
            count += 1
    return count % 2 == 1
