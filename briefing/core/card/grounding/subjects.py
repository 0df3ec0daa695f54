"""Who does what, by grammar: the head noun or name that governs each verb of a sentence.

Two sentences that share a verb must give it the same doer, in the same direction (English).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.core.card.grounding import entities, reality, words
from briefing.core.card.grounding.fault import Fault
from briefing.core.card.grounding.source import Pool, Row, squeeze
from briefing.core.language.patterns import lazy
from briefing.core.language.tagger import Token

_CHAIN = frozenset(("AUX", "MD", "RB", "TO"))
_NOUNS = frozenset(("NN", "NAME"))
_PHRASE = frozenset(("NN", "NAME", "ADJ", "DET", "NUM", "POS"))
_PREPOSITIONS = frozenset("of at for in from on with to between about behind".split())
_BE = frozenset(("is", "are", "was", "were"))
_ALIKE = 0.4
# Nouns that are somebody of their own, by kind; other nouns ("the group") may stand for a name.
ACTORS = (
    "authority regulator watchdog commission agency department ministry office bureau",
    "court judge tribunal jury",
    "union",
    "analyst economist broker forecaster",
    "worker employee staff driver picker",
    "shopper customer consumer",
    "supplier vendor farmer landlord lender bank creditor",
    "shareholder investor",
)


@dataclass(frozen=True, slots=True)
class Doer:
    """The subject of the verb at token `at`: its head noun's key and the names in its phrase."""

    verb: str
    at: int
    passive: bool
    head: str
    names: tuple[str, ...]  # of the whole noun phrase, modifiers included
    name: str | None  # where the head itself is a name
    pronoun: bool
    means: bool = False  # "by opening": it is done by who does the verb before


def find(row: Row) -> list[Doer]:
    """Return the subjects of a row's verbs, in order; a verb without a clear one is left out."""
    return row.memo(_find)


def _find(row: Row) -> list[Doer]:
    found = []
    last = len(row.tokens) - 1
    for i, token in enumerate(row.tokens):
        if token.low in _BE and i < last and row.tokens[i + 1].tag in ("NUM", "ADJ", "DET", "RB"):
            doer = _doer(row, i)
            if doer is not None:
                found.append(doer)
        if token.tag in ("VBD", "VBZ", "VB", "VBG") and token.low not in ("last", "own"):
            doer = _doer(row, i) or (_shared(row, i, found[0]) if found else None)
            if doer is None and found and row.tokens[i - 1].low == "by" and token.tag == "VBG":
                doer = replace(found[-1], verb=_verb(token.low), at=i, passive=False, means=True)
            if doer is not None:
                found.append(doer)
    return found


def _shared(row: Row, at: int, first: Doer) -> Doer | None:
    """Return the sentence's first subject for a second verb: "has grown, and now runs"."""
    j = at - 1
    while j > 0 and row.tokens[j].tag in ("RB", "AUX", "MD"):
        j -= 1
    token = row.tokens[at]
    if row.tokens[j].low != "and" or token.tag not in ("VBZ", "VBD") or first.pronoun:
        return None
    return replace(first, verb=_verb(token.low), at=at, passive=False)


def _doer(row: Row, at: int) -> Doer | None:
    tokens = row.tokens
    end = _phrase_end(tokens, at)
    if end is None:
        return None
    start = end
    while start > 0 and tokens[start - 1].tag in _PHRASE:
        start -= 1
    while start > 1 and tokens[start - 1].low in _PREPOSITIONS and tokens[start - 2].tag in _NOUNS:
        end = start - 2
        start = end
        while start > 0 and tokens[start - 1].tag in _PHRASE:
            start -= 1
    head = tokens[end]
    last = tokens[at].start
    held = tuple(
        n.text
        for n in row.names
        if tokens[start].start <= n.start and n.end <= last and n.kind != "place"
    )
    named = next((n.text for n in row.names if n.start <= head.start and head.end <= n.end), None)
    return Doer(
        verb="be" if tokens[at].low in _BE else _verb(tokens[at].low),
        at=at,
        passive=tokens[at].tag == "VBD" and reality.passive(tokens, at),
        head=words.key(head.low),
        names=held,
        name=named,
        pronoun=head.tag == "PRP",
    )


def _verb(word: str) -> str:
    return words.event(word) or words.key(word)


def _phrase_end(tokens: Sequence[Token], i: int) -> int | None:
    """Return the last token of the noun phrase that governs the verb at `i`."""
    j = i - 1
    while j >= 0 and (
        tokens[j].tag in _CHAIN
        or tokens[j].low in ("not", "n't")
        or (tokens[j].tag.startswith("VB") and tokens[j + 1].tag == "TO")
    ):
        j -= 1
    if j >= 0 and tokens[j].tag == "WH":
        j -= 1
    if j > 0 and tokens[j].text == ",":
        opened = next((k for k in range(j - 1, max(-1, j - 16), -1) if tokens[k].text == ","), None)
        j = opened - 1 if opened and tokens[j + 1].tag != "WH" else j - 1
    if tokens[i].tag == "VBG" and not any(t.tag == "AUX" for t in tokens[j + 1 : i]):
        return None
    if j >= 0 and tokens[j].tag == "NN" and tokens[j + 1].tag == "TO":
        return None  # "has no plans to buy"
    if j < 0 or (tokens[j].tag not in _NOUNS and tokens[j].tag != "PRP"):
        return None
    return j


def check(claim: Row, pool: Pool) -> Iterator[Fault]:
    """Yield the verbs whose subject in the source is plainly somebody else."""
    if claim.cjk or pool.source.language not in (None, "en"):
        return
    for doer in find(claim):
        if doer.pronoun or not doer.head or doer.verb in ("say", "be"):
            continue
        rivals = [
            (row, other)
            for row in pool.rows
            if _share(claim, row) >= _ALIKE
            for other in find(row)
            if other.verb == doer.verb and other.at >= 0
        ]
        if not rivals or any(_may_be(doer, claim, other, row, pool) for row, other in rivals):
            continue
        row, other = rivals[0]
        if fault := _fault(doer, claim, other, row, pool):
            yield fault
            return


def _share(claim: Row, row: Row) -> float:
    return len(claim.keys & row.keys) / len(claim.keys) if claim.keys else 0.0


def _may_be(doer: Doer, claim: Row, other: Doer, row: Row, pool: Pool) -> bool:
    """Say whether the two subjects may be one and the same."""
    if doer.passive != other.passive:
        return not _turned(doer, claim, other, row)
    if doer.name is None and doer.names and not other.names and _after(doer, other, row):
        return False
    if doer.head == other.head or other.head in _keys(doer.names):
        return True
    if any(entities.alike(a, b) for a in doer.names for b in other.names):
        return True
    if other.head in ("we", "i", "you"):
        return True
    if other.pronoun:
        near = _before(row, pool)
        return doer.name is None or any(doer.name.split()[0] in r.text for r in near) or not near
    return False


def _after(doer: Doer, other: Doer, row: Row) -> bool:
    """Say whether whose it is in the claim only follows the verb in the row."""
    at = row.tokens[other.at].start
    held = [n for n in row.names if entities.alike(n.text, doer.names[0])]
    return bool(held) and all(n.start > at for n in held)


def _turned(doer: Doer, claim: Row, other: Doer, row: Row) -> bool:
    """Say whether one name acts in the claim and suffers in the source, or the converse."""
    if doer.name is None or other.name is None or not entities.alike(doer.name, other.name):
        return False
    right = {n.text for n in claim.names if n.start > claim.tokens[doer.at].start}
    theirs = {n.text for n in row.names if n.start > row.tokens[other.at].start}
    return any(entities.alike(a, b) for a in right for b in theirs)


def _before(row: Row, pool: Pool) -> list[Row]:
    return pool.source.rows[max(0, row.index - 3) : row.index + 1]


def _fault(doer: Doer, claim: Row, other: Doer, row: Row, pool: Pool) -> Fault | None:
    verb = claim.tokens[doer.at].text
    who = doer.name or doer.head
    if doer.passive != other.passive:
        return Fault("RELATION_REVERSED", f"{who} {verb}: the source says the converse")
    held = set(squeeze(row.text).split())
    here = _in(doer, row)
    elsewhere = any(d.head == doer.head and d.verb != doer.verb for d in find(row))
    both = doer.name is not None and other.name is not None
    elsewhere = elsewhere and (both or any(d.head == other.head for d in find(claim)))
    after = _keys([t.low for t in row.tokens[other.at + 1 :]])
    ours = _keys([t.low for t in claim.tokens[doer.at + 1 :]])
    if here and doer.head in after and other.head in ours:
        return Fault("RELATION_REVERSED", f"{who} {verb}: the source has them the other way round")
    if elsewhere and not _apposed(doer, other, row):
        return Fault("SUBJECT_CHANGED", f"{who} {verb}: the source says it of {other.head}")
    if other.means and both and not other.pronoun:
        return Fault("SUBJECT_CHANGED", f"{who} {verb}: the source says it of {other.name}")
    apart = not here and both and not _same_house(doer, other, pool)
    if apart and len(claim.keys & row.keys) >= 0.5 * len(claim.keys):
        return Fault("SUBJECT_CHANGED", f"{who} {verb}: the source says it of {other.name}")
    mine, theirs = _actor(doer.head), _actor(other.head)
    if other.pronoun:
        return Fault("SUBJECT_CHANGED", f"{who} {verb}: the source says it of somebody else")
    if mine is not None and mine != theirs and (theirs is not None or other.name):
        known = other.name and any(
            doer.head in r.keys and other.name in r.text for r in pool.source.all
        )
        if not known and doer.head in pool.source.keys:
            return Fault("SUBJECT_CHANGED", f"{who} {verb}: the source says it of {other.head}")
    if doer.name and called(doer.name, frozenset((other.head,)), pool.source.all):
        return None
    if theirs is not None and doer.name and not here and mine is None and held:
        return Fault("SUBJECT_CHANGED", f"{who} {verb}: the source says it of {other.head}")
    if doer.name is None and doer.names and _after(doer, other, row):
        return Fault("RELATION_REVERSED", f"{doer.names[0]} {verb}: the source says the converse")
    return None


def _same_house(doer: Doer, other: Doer, pool: Pool) -> bool:
    """Say whether some row names both: one may be part of the other, or speak for it."""
    return any(
        str(doer.name) in r.text and str(other.name) in r.text for r in pool.source.all
    ) or not any(str(doer.name) in r.text for r in pool.source.all)


def _in(doer: Doer, row: Row) -> bool:
    """Say whether the claim's doer stands in the row at all."""
    return doer.head in row.keys or bool(doer.name and doer.name in row.text)


def _apposed(doer: Doer, other: Doer, row: Row) -> bool:
    """Say whether the row sets the two side by side as one: "the group, Defesa, said"."""
    return doer.head in _keys(other.names) or doer.head == other.head


def called(name: str, keys: frozenset[str], rows: Sequence[Row]) -> bool:
    """Say whether a name is ever called by one of the keys: "the union Altra", "Altra, a union"."""
    for row in rows:
        for m in re.finditer(re.escape(name), row.text) if keys & row.keys else ():
            before = row.text[: m.start()].rsplit(",", 1)[-1].split()[-3:]
            after = _APPOSED.match(row.text[m.end() :])
            if keys & _keys((*before, *(after[1].split() if after else ()))):
                return True
    return False


_APPOSED = lazy(r"^(?:, (?:the |a |an |its |one of )|'s? )((?:[a-z-]+ ?){1,4})")


def _actor(head: str) -> int | None:
    return next((i for i, group in enumerate(_KINDS) if head in group), None)


def _keys(found: Sequence[str]) -> frozenset[str]:
    return frozenset(words.key(w.lower()) for text in found for w in text.split())


_KINDS = tuple(frozenset(words.key(w) for w in group.split()) for group in ACTORS)
