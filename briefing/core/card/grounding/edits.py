"""Where a claim copies a sentence but for a word or two: is the change a change of meaning?

Word by word comparison (Ratcliff and Obershelp's matching, `difflib`) of the claim with the row
that is nearest to it; a claim in words of its own is left to the other rules.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from briefing.core.card.grounding import attribution, contrast, denials, entities, measures, words
from briefing.core.card.grounding.fault import Fault
from briefing.core.card.grounding.source import Pool, Row
from briefing.core.language.name import Name
from briefing.core.language.patterns import lazy

_LEAST = 0.6  # the share of the claim's words that must stand in the row in the same order
_NEARLY = 0.75
_SHORT = 4  # words: a longer change is no substitution
_NEGATIVE = frozenset("not no never n't neither nor none without hardly cannot".split())
_UNSURE = frozenset(
    "may might could reportedly allegedly possibly potentially likely apparently perhaps "
    "supposedly purportedly probably rumoured rumored".split()
)
_MODAL = frozenset(("may", "might", "could"))
_SURE = frozenset("will would shall should if said says told according reported".split())
_SCALES = ("hundred", "thousand", "million", "billion", "trillion")
_OPPOSITE: tuple[tuple[str, ...], ...] = (
    (words.SAME["rise"] + " outstrip exceed", words.SAME["fall"] + " drag"),
    ("first earliest", "last final"),
    ("most majority", "few least minority"),
    ("all every", "some few none"),
    ("many numerous", "few"),
    ("above over", "below under"),
    ("always", "never rarely"),
    ("begin start", "end finish stop"),
    ("accept welcome", "refuse reject decline"),
    ("easy easier", "hard harder difficult"),
    ("success successful", "failure failed"),
    ("good positive", "bad negative"),
    ("happy satisfied optimistic confident", "unhappy dissatisfied pessimistic worried"),
    ("big large huge", "small tiny"),
    ("long longer", "short shorter"),
    ("new", "old"),
    ("inside within", "outside beyond"),
    ("give", "take"),
    ("lead leader", "trail laggard"),
    ("with", "without"),
    ("own", "rent lease"),
    ("upgrade", "downgrade"),
    ("chairman chairwoman", "chief-executive ceo", "president", "analyst", "spokesman"),
    ("deflation", "inflation"),
    ("buyer", "seller"),
    ("creditor lender", "debtor borrower"),
    ("employer", "employee"),
    ("day", "week", "month", "year", "decade"),
    ("morning", "evening", "afternoon"),
    _SCALES,
)
_WORD = lazy(r"§|n't|[^\W_]+(?:[.,-][^\W_]+)*|[%$€£]")
_NAME = "§"


class _Text(NamedTuple):
    words: list[str]
    names: list[Name]  # in the order of their marks among the words


def check(claim: Row, pool: Pool) -> Iterator[Fault]:
    """Yield the faults of a claim that is nearly a sentence of the source (English)."""
    if claim.cjk or pool.source.language == "de" or pool.source.foreign(claim):
        return
    ours = claim.memo(_masked)
    near = sorted(pool.rows, key=lambda r: -len(r.keys & claim.keys))[:2]
    for row in near:
        theirs = row.memo(_masked)
        match = difflib.SequenceMatcher(None, ours.words, theirs.words, autojunk=False)
        same = sum(block.size for block in match.get_matching_blocks())
        if len(ours.words) < 4 or same < _LEAST * len(ours.words):
            continue
        if not _turned(claim, row):
            yield from _names(ours, theirs, match, same >= _NEARLY * len(ours.words))
        for tag, a, b, c, d in match.get_opcodes():
            if tag != "equal" and b - a <= _SHORT and d - c <= _SHORT:
                yield from _change(ours.words[a:b], theirs.words[c:d], claim, row)
        return


_BY = lazy(r"\b(?:was|were|been|be|is|are|being) (?:\w+ )?\w+ by\b")
_BUYS = lazy(r"\b(?:buy|buys|buying|bought|acquir\w+|purchas\w+|takes? over|took over)\b")
_SELLS = lazy(r"\b(?:sell|sells|selling|sold|dispos\w+|divest\w*)\b")


def _turned(claim: Row, row: Row) -> bool:
    """Say whether claim and row tell it from two sides: "was bought by", "sold to"."""
    if bool(_BY.search(claim.text)) != bool(_BY.search(row.text)):
        return True
    ours = bool(_BUYS.search(claim.text)), bool(_SELLS.search(claim.text))
    theirs = bool(_BUYS.search(row.text)), bool(_SELLS.search(row.text))
    return ours in ((True, False), (False, True)) and theirs == ours[::-1]


def _masked(row: Row) -> _Text:
    """Return the row's words with each name as one mark."""
    text, names, at = "", [], 0
    for name in row.names:
        text += row.text[at : name.start] + f" {_NAME} "
        names.append(name)
        at = name.end
    text = (text + row.text[at:]).lower().replace("n't", " n't").replace("'s", " ")
    return _Text(_WORD.findall(text), names)


def _names(
    ours: _Text, theirs: _Text, match: difflib.SequenceMatcher[str], nearly: bool
) -> Iterator[Fault]:
    """Names at the same place must be the same; where the texts are less alike, not swapped."""
    for a, b, size in match.get_matching_blocks():
        for k in range(size if size >= 3 else 0):
            if ours.words[a + k] != _NAME:
                continue
            mine = ours.names[ours.words[: a + k].count(_NAME)]
            other = theirs.names[theirs.words[: b + k].count(_NAME)]
            if entities.alike(mine.text, other.text) or attribution.titled(mine.text):
                continue
            swapped = _among(mine, theirs.names) and _among(other, ours.names)
            alike = (mine.kind == "place") == (other.kind == "place")
            if (swapped and alike) or (nearly and alike and not _among(mine, theirs.names)):
                yield Fault("ENTITY_SWAPPED", f"{mine.text}: the source says it of {other.text}")
                return


def _among(name: Name, names: list[Name]) -> bool:
    return any(entities.alike(name.text, other.text) for other in names)


def _change(mine: list[str], other: list[str], claim: Row, row: Row) -> Iterator[Fault]:
    parity = _odd(claim.plain) != _odd(row.plain)
    if (
        parity
        and _odd(mine) != _odd(other)
        and not (
            (_odd(mine) and denials.lacks(row)) or (_odd(other) and denials.lacks(claim, row.keys))
        )
    ):
        yield Fault("NEGATION", f'"{" ".join(mine or other)}": a no more or less than the source')
    unsure = _UNSURE & set(other)
    keeps = _UNSURE if unsure & _MODAL else _UNSURE | _SURE
    if unsure and not keeps & set(claim.words):
        yield Fault("HEDGE_DROPPED", f'the source says "{min(unsure)}"')
    figure = any(w[0].isdigit() for w in mine)  # "4,051 million" may be "about 4.1 billion"
    for a in mine:
        for b in other:
            if figure and a in _SCALES and b in _SCALES:
                continue
            if a != b and a not in row.words and _contrary(a, b, contrast.same_head(claim, row)):
                yield Fault("CONTRARY", f'"{a}": the source says "{b}"')
                return


def _odd(segment: list[str]) -> bool:
    return sum(w in _NEGATIVE for w in segment) % 2 == 1


def _contrary(a: str, b: str, same_head: bool) -> bool:
    one, other = _sides().get(words.lemma(a), {}), _sides().get(words.lemma(b), {})
    if any(one[g] != other[g] and (g != "trade" or same_head) for g in one.keys() & other.keys()):
        return True
    if (m := measures.name(a)) and (n := measures.name(b)):
        return not measures.agree(m, n)
    u, v = words.unit(a), words.unit(b)
    quarter = "quarter" in (words.lemma(a), words.lemma(b))  # three months
    return bool(u and v and not u & v) and not quarter


@cache
def _sides() -> dict[str, dict[str, int]]:
    table: dict[str, dict[str, int]] = {}
    for i, classes in enumerate(_OPPOSITE):
        for side, members in enumerate(classes):
            for word in members.split():
                table.setdefault(words.lemma(word), {})[str(i)] = side
    for word, found in words.sides().items():
        for name, side in found:
            table.setdefault(word, {})[name] = side
    return table
