"""Who says it, where the claim has it of somebody by kind: "the union said", "analysts warned".

Held against the sentence that says the same: its speaker may be that somebody, unless the source
gives the kind to another ("the union Altra") and the speaker is never called so (English).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefing.core.card.grounding import attribution, denials, entities, subjects, words
from briefing.core.card.grounding.fault import Fault
from briefing.core.card.grounding.source import Pool, Row
from briefing.core.language.patterns import lazy

_SAYS = (
    r"(?:sa(?:id|ys?)|told|tells?|add(?:s|ed)|warn(?:s|ed)?|argue[sd]?|claim(?:s|ed)?|note[sd]?|"
    r"state[sd]?|explain(?:s|ed)?|call(?:s|ed)|estimate[sd]?|believe[sd]?|predict(?:s|ed)?|"
    r"blame[sd]?|criticise[sd]?|criticize[sd]?|accuse[sd]?|den(?:y|ies|ied)|describe[sd]?|"
    r"demand(?:s|ed)?|promise[sd]?|pledge[sd]?|complain(?:s|ed)?|suggest(?:s|ed)?|welcome[sd]?)"
)
_HOUSES = "company retailer chain group firm grocer seller supermarket brand maker operator"
_KINDS = (
    *subjects.ACTORS,
    "official inspector",
    "charity campaigner",
    "government minister council city mayor police",
    "resident neighbour",
    "franchisee",
    "opponent critic protester",
    "association federation league lobby alliance",
    _HOUSES,
)
_NOUN = r"([a-z]+)"
_SPEAKS = lazy(
    rf"(?:^|[,;\"] |\b(?:that|but|and|while|although) )(?:(?:the|a|an|its|their|some|many|several|"
    rf"most|"
    rf"two|three) )?(?:[a-z-]+ )?{_NOUN}(?: (?:has|have|had|also))? {_SAYS}\b|"
    rf"\baccording to (?:the |a |an |its )?(?:[a-z-]+ )?{_NOUN}(?=[,.;]|$)|"
    rf"[,\"] {_SAYS} (?:the |its |a |an )?(?:[a-z-]+ )?{_NOUN}(?=[,.;]|$)",
    re.I,
)
_SAYS_SO = lazy(rf"\b(?:{_SAYS}|according)\b")
_IT = lazy(r"^(?:It|He|She|They)\b|\b(?:it|he|she|they) (?:also |has |had )?said\b")
_AND_SAYS = lazy(
    rf"(?:\b(?:and|but)|,) (?:also |has |had )?(?:{_SAYS}|saying|blaming|adding|warning|calling)\b"
)
_LEAST, _NEAR, _BESIDE = 2, 0.5, 30


def check(claim: Row, pool: Pool) -> Iterator[Fault]:
    """Yield a fault for a statement of somebody whom the source does not have say it."""
    if claim.cjk or pool.source.language not in (None, "en") or not _SAYS_SO.search(claim.text):
        return
    if named := claim.memo(attribution.speakers):
        yield from _named(named, claim, pool)
        return
    for m in _SPEAKS.finditer(claim.text):
        kind = _kind(words.lemma(_spoken(m).lower()))
        if name := _standing_for(m, pool):
            ours = claim.keys
            rows = [r for r in pool.rows if len(ours & r.keys) >= max(_LEAST, _NEAR * len(ours))]
            others = {s for r in rows for s in r.memo(attribution.speakers)}
            if others and not any(entities.alike(name, other) for other in others):
                yield Fault("ATTRIBUTION_CHANGED", f"{name}: the source says it of {min(others)}")
                return
        if kind is None or _KINDS[kind] == _HOUSES:
            continue
        ours = claim.keys - _keys(kind)
        rows = [r for r in pool.rows if len(ours & r.keys) >= max(_LEAST, _NEAR * len(ours))]
        if not rows or any(_may_be(kind, row, pool) for row in rows):
            continue
        row = max(rows, key=lambda r: denials.share(claim, r))
        told = _speaker(row, pool)
        yield Fault("ATTRIBUTION_CHANGED", f"{_spoken(m)}: the source says it of {told}")
        return


def _named(named: list[str], claim: Row, pool: Pool) -> Iterator[Fault]:
    """A name of the claim against somebody by kind in the source: "their association said"."""
    ours = claim.keys - Row(" ".join(named), 0).keys
    rows = [r for r in pool.rows if len(ours & r.keys) >= max(_LEAST, _NEAR * len(ours))]
    for row in rows:
        told = _speaker(row, pool)
        kind = _kind(words.lemma(told.lower())) if told else None
        if kind is None or _KINDS[kind] == _HOUSES:
            return
        if any(n in row.text or subjects.called(n, _keys(kind), pool.source.all) for n in named):
            return
    if rows and len(named) == 1:
        told = _speaker(rows[0], pool)
        yield Fault("ATTRIBUTION_CHANGED", f"{named[0]}: the source says it of {told}")


def _standing_for(m: re.Match[str], pool: Pool) -> str:
    """Return the name that "the environmental group" stands for, or ""."""
    said = m[0].lower().split()
    noun = _spoken(m).lower()
    at = next((i for i, w in enumerate(said) if w.strip(",;") == noun), 0)
    adjective = said[at - 1] if at else ""
    if adjective in ("", "the", "a", "an", "its", "some", "many", "several", "most", "that", "and"):
        return ""
    for row in pool.source.all:
        for name in row.names:
            before = row.text[: name.start].lower().split()[-2:]
            if before == [adjective, noun]:
                return name.text
    return ""


def _spoken(m: re.Match[str]) -> str:
    return next(text for text in m.groups() if text)


def _kind(noun: str) -> int | None:
    return next((i for i, group in enumerate(_KINDS) if noun in group.split()), None)


@cache
def _keys(kind: int) -> frozenset[str]:
    return frozenset(words.key(w) for w in _KINDS[kind].split())


def _may_be(kind: int, row: Row, pool: Pool) -> bool:
    """Say whether what a row says may be said by somebody of a kind."""
    told = _speaker(row, pool)
    if not told:
        return True
    if (other := _kind(words.lemma(told.lower()))) is not None:
        return other == kind
    nobody = not any(_keys(kind) & r.keys for r in pool.source.all)
    return nobody or subjects.called(told, _keys(kind), pool.source.all)


def _speaker(row: Row, pool: Pool) -> str:
    """Return who speaks in a row, a name or the noun of a kind, or "" where that is not clear."""
    names = row.memo(attribution.speakers)
    nouns = row.memo(_nouns)
    if len(names) + len(nouns) == 1:
        return (*names, *nouns)[0]
    if names or nouns:
        return ""
    if _AND_SAYS.search(row.text):
        return _subject(row)
    return _subject(pool.source.rows[row.index - 1]) if row.index and _IT.search(row.text) else ""


def _nouns(row: Row) -> list[str]:
    found = [_spoken(m) for m in _SPEAKS.finditer(row.text)]
    return [n for n in found if _kind(words.lemma(n.lower())) is not None]


def _subject(row: Row) -> str:
    """Return who does the first verb of a row, "" where that is not clear."""
    doer = next(iter(subjects.find(row)), None)
    if doer is None or doer.pronoun:
        return ""
    return doer.name or next((w for w in row.words if words.key(w) == doer.head), "")
