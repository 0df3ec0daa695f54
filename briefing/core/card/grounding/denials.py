"""Negations: a claim may deny only what the source denies, and must deny it where it does."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from briefing.core.card.grounding import clauses, denied_figures, words
from briefing.core.card.grounding.fault import Fault
from briefing.core.card.grounding.source import Pool, Row
from briefing.core.language.lexicon import STOPWORDS
from briefing.core.language.patterns import lazy

_NEGATIVE = frozenset("not no never n't neither nor without cannot nobody none".split())
_STRICTLY = _NEGATIVE - {"nobody", "none"}
_SPARED = frozenset("only just longer and but or".split())
_ALIKE, _FAR = 0.6, 0.25
_AROUND, _AHEAD, _BEFORE, _AFTER = 5, 9, 3, 3  # words about a denial that say what is denied
_NEARLY, _SHORT = 0.6, 4  # _SHORT: words of a clause like "meat is not"


def check(claim: Row, pool: Pool) -> Iterator[Fault]:
    """Yield a fault for a word denied here and not there, in a row otherwise alike (English)."""
    mine = denied(claim)
    if claim.cjk or apart(claim, pool):
        return
    for row in pool.rows:
        theirs = denied(row)
        no_more = "no" in claim.words and theirs  # "no other is", "others are not"
        alike = mine and (theirs or lacks(row, mine) or denies(row))
        if share(claim, row) < _ALIKE or mine & theirs or no_more or alike:
            continue
        wrong = denied(claim, 1) & row.keys
        if not mine and not lacks(claim, theirs):
            wrong |= denied(row, 1) & claim.keys
        if wrong and not any(
            wrong & (mine & denied(r) | _said(claim, r)) for r in pool.rows if r is not row
        ):
            yield Fault("NEGATION", f'"{min(wrong)}": denied in one of claim and source only')
            return


def invented(claim: Row, pool: Pool) -> Iterator[Fault]:
    """Yield a fault for a claim that denies what nothing in the source denies (English)."""
    if claim.cjk or apart(claim, pool):
        return
    if figure := denied_figures.find(claim, pool):
        yield Fault("NEGATION", f"{figure}: the source states it")
        return
    mine = denied(claim)
    if not mine - _SILENCE:
        return
    if any(mine & row.keys and _UNDONE.search(row.text) for row in pool.rows):
        return
    rows = [row for row in pool.rows if share(claim, row) >= _FAR] or [pool.best]
    if denials_near(claim, pool) or _goes_on(claim, rows):
        return
    if _IF_NOT.search(claim.text):
        given = [m[0].lower() for r in rows if (m := _CONDITION.search(r.text))]
        if not given or ("unless" in given and "unless" not in claim.words):
            return
    parts = [part for part in clauses.of(claim) if not lacks(part)]
    for behind, ahead in (scope for part in parts for scope in _scopes(part)):
        short = len(ahead) == 1 and any(_STRICTLY & set(r.plain) for r in pool.cited)
        if not short and not _denied_there(behind, ahead, rows):
            yield Fault("NEGATION", f'"{min(mine)}": nothing in the source denies it')
            return


def denials_near(claim: Row, pool: Pool) -> bool:
    """Say whether a claim in words of its own cites a sentence that denies: that may be it."""
    near = (*pool.cited, pool.best)
    return share(claim, pool.best) < _LOOSE and any(_STRICTLY & set(r.plain) for r in near)


_LOOSE = 0.45  # of a claim's words in the sentence nearest to it: it is put in words of its own
_IF_NOT = lazy(r"\b(?:if|unless)\b[^,;]*(?:\bnot\b|n't)", re.I)
_CONDITION = lazy(r"\b(?:if|unless|provided|as long as|subject to)\b", re.I)
_ENDED = lazy(
    r"(?:\bnot|n't|\bnever) (?:been |be |yet )?(?:drop|end|stop|abandon|withdr|scrap|ceas|give)\w*"
)
_KEPT = lazy(
    r"\b(?:keep\w*|kept|continu\w+|still|remain\w*|maintain\w*|stand\w* by|goes on|appeal\w*|"
    r"normal)\b"
)


def _goes_on(claim: Row, rows: list[Row]) -> bool:
    """Say whether what the claim says has not ended goes on in the source."""
    return bool(_ENDED.search(claim.text)) and any(_KEPT.search(row.text) for row in rows)


def turned(claim: Row, pool: Pool) -> Iterator[Fault]:
    """Yield a fault for a denial that is denied ("is not exempt"), or done away with by "did"
    ("did disclose terms"), against what every row of the source says (English)."""
    if claim.cjk:
        return
    for word in _denied_denials(claim):
        if any(word in row.keys for row in pool.source.all) and not any(
            word in denied(row) for row in pool.source.all
        ):
            yield Fault("NEGATION", f'"{word}": not denied in the source')
            return
    for m in _EMPHATIC.finditer(claim.text):
        said = frozenset(map(words.key, m["what"].lower().split())) - _LIGHT
        rows = [row for row in pool.rows if said & row.keys]
        if rows and all(said & denied(row) for row in rows):
            yield Fault("NEGATION", f'"{m["what"]}": denied in the source')
            return


_EMPHATIC = lazy(r"\b(?:did|does) (?!not\b)(?P<what>[a-z]+(?: [a-z]+)?)")
_LIGHT = frozenset(words.key(w) for w in "give make have take say do any the a an its".split())


def _denied_denials(claim: Row) -> Iterator[str]:
    """Yield the keys of words that deny something, and stand right after a "not"."""
    for i, word in enumerate(claim.plain):
        if word not in _NEGATIVE or word in ("without", "nor", "neither"):
            continue
        after = next((w for w in claim.plain[i + 1 : i + 3] if w not in _AUXILIARY), "")
        if after and (_UNDOING.match(after) or _LACKING.match(after)):
            yield words.key(after)


_AUXILIARY = frozenset("be been being to yet still have".split())
_LACKING = lazy(
    r"(?:exempt\w*|free|without|refus\w+|rebuff\w*|spurn\w*|turn(?:ed|s|ing)?|declin\w+|reject\w+|"
    r"fail\w+|postpon\w+|suspend\w+|"
    r"cancel\w+|scrap\w*|halt\w+|overturn\w+|quash\w+|withdr\w+|abandon\w+|delay\w+|ban\w*)$"
)


def _scopes(claim: Row) -> list[tuple[frozenset[str], frozenset[str]]]:
    """Return for each negation of a claim the content words before it and after it."""
    found = []
    for i, (word, after) in enumerate(
        itertools.zip_longest(claim.plain, claim.plain[1:], fillvalue="")
    ):
        if word in _STRICTLY and after not in ("only", "just", "until", "longer", "yet"):
            behind = [words.key(w) for w in claim.plain[:i] if w not in STOPWORDS]
            ahead = [words.key(w) for w in claim.plain[i + 1 : i + 8] if w not in STOPWORDS]
            if ahead:
                found.append((frozenset(behind[-_BEFORE:]), frozenset(ahead[:_AFTER])))
    return found


def _denied_there(behind: frozenset[str], ahead: frozenset[str], rows: list[Row]) -> bool:
    """Say whether a clause that speaks of what is denied, nearly as much as any, denies too."""
    parts = [part for row in rows for part in row.memo(_parts)]
    return _most(ahead, parts) or _most(behind | ahead, parts)


def _most(scope: frozenset[str], parts: list[_Part]) -> bool:
    most = max((len(scope & part.keys) for part in parts), default=0)
    return any(
        scope & part.near and (part.short or len(scope & part.keys) >= _NEARLY * most)
        for part in parts
    )


_BE = frozenset("is are was were will would has have had may might could".split())


class _Part(NamedTuple):
    """A clause: its keys, those about its words that deny or limit, and whether it is short."""

    keys: frozenset[str]
    near: frozenset[str]
    short: bool


def _parts(row: Row) -> list[_Part]:
    found: list[_Part] = []
    for clause in clauses.of(row):
        part = _part(clause)
        if found and part.near and clause.plain[0] in _BE:  # "and are safe": of the same thing
            before = found[-1].keys
            part = _Part(part.keys | before, part.near | before, part.short)
        found.append(part)
    return found


def _part(clause: Row) -> _Part:
    plain = clause.plain
    near = {
        word
        for i, denying in enumerate(plain)
        if _DENYING.match(denying)
        and not (denying in _MEASURED and plain[i + 1 : i + 2] == ["than"])
        for word in plain[
            max(0, i - _AROUND) : i + (_AHEAD if denying in _STRICTLY else _AROUND) + 1
        ]
    }
    keys = frozenset(words.key(w) for w in near if w not in STOPWORDS)
    return _Part(clause.keys, keys, len(plain) <= _SHORT)


_DENYING = lazy(
    r"(?:un(?!der|it|ion|iq|til|less|veil|load|lock)[a-z]{4,}|non-?\w+|"
    r"in(?:adequate|sufficient|complete|active)|few|fewer|little|less|rule[sd]?|ban\w*|halt\w*|"
    r"stop\w*|lack\w*|fail\w*|deni\w+|deny\w*|refus\w+|declin\w+|reject\w*|exempt\w*|avoid\w*|"
    r"without|free|miss\w*|cancel\w*|end(?:ed|s)?|prevent\w*|hardly|rarely|barely|"
    r"scrap\w*|drop\w*|until|empty|instead|rather|yet|still|dis(?:agre|put|miss|contin)\w+|only|"
    r"against|safe|too|n't|not|no|never|neither|nor|cannot|none|nothing|nobody|longer|except|"
    r"annul\w*|overturn\w*|quash\w*|revok\w*|withdr[ae]w\w*|abandon\w*|shelv\w*|delay\w*|"
    r"postpon\w*|"
    r"suspend\w*|ceas\w+|forbid\w*|prohibit\w*|oppos\w+|despite|last|otherwise|normal|usual|"
    r"keep\w*|remain\w*|hold\w*)$"
)
_MEASURED = frozenset(("less", "fewer"))


def denies(row: Row) -> bool:
    """Say whether any word of a row denies or limits."""
    return any(_DENYING.match(word) for word in row.plain)


def apart(claim: Row, pool: Pool) -> bool:
    """Say whether a "not" is other words for what the source says without one."""
    first = "first" in pool.source.words and _NEVER_BEFORE.search(claim.text)
    since = "last" in claim.words and "since" in pool.source.words
    return bool(since or first or _RATHER.search(claim.text))


_NEVER_BEFORE = lazy(r"\b(?:no|never)\b.* (?:before|until now|ever|previously)\b", re.I)


_RATHER = lazy(r"\b(?:rather than|instead of)\b")  # may stand for a "not" of the source
_SILENCE = frozenset(
    words.key(w)
    for w in "figure disclose state comment detail date number specify name explain clear".split()
)  # "gives no figure": the claim speaks of what the source leaves out
_UNDONE = lazy(r"\b(?:if|whether)\b", re.I)  # "no deal yet" of "if a deal is reached"


def _said(claim: Row, row: Row) -> frozenset[str]:
    """Return the words that claim and row agree on: both deny them or neither."""
    return (claim.keys & row.keys) - (denied(claim) ^ denied(row))


_LACK = frozenset(
    "lack refuse decline deny fail reject unable unlikely free exempt avoid stop end without "
    "unchanged unaffected last instead otherwise except only despite "
    "unclear unknown uncertain undecided unsure".split()
)


def lacks(row: Row, apart: frozenset[str] = frozenset()) -> bool:
    """Say whether the row denies by another word than "not", or than one of the keys `apart`."""
    found = row.lemmas & _LACK | {w for w in row.words if _UNDOING.match(w)}
    if _RULED_OUT.search(row.text):
        found = found | {"rule"}
    return any(words.key(w) not in apart for w in found)


_RULED_OUT = lazy(r"\brul(?:e|ed|es|ing) out\b")
_UNDOING = lazy(r"un(?!der|it|ion|iq|til|less|veil|load|lock)[a-z]{3,}(?:ed|able|ing)$")


_PAIRED = {"rather": "than", "instead": "of"}  # alone they deny nothing


def denied(row: Row, reach: int = 3, also: frozenset[str] = frozenset()) -> frozenset[str]:
    """Return the keys of the content words that a negation, or a word of `also`, denies.

    Up to `reach` words after it are.
    """
    found: set[str] = set()
    left = 0
    for word, after in itertools.zip_longest(row.plain, row.plain[1:], fillvalue=""):
        if (word in _NEGATIVE and not after.isdigit()) or (
            word in also and after != "by" and _PAIRED.get(word, after) == after
        ):
            left = reach
        elif word in _SPARED:
            left = 0
        elif left and word not in STOPWORDS and word != "yet":
            found.add(words.key(word))
            left -= 1
    if "not" in row.plain or "n't" in row.plain:
        found.update(words.key(m[1].lower()) for m in _DID_NOT.finditer(row.text))
    return frozenset(found)


_DID_NOT = lazy(  # "Texas did not."
    r"([\w-]+) (?:did|does|do|has|have|had|is|are|was|were|will|would|could|can)(?: not|n't)"
    r"(?=[.,;]|$| and| but)"
)


def share(claim: Row, row: Row) -> float:
    """Return the share of the claim's content words that a row has."""
    return len(claim.keys & row.keys) / len(claim.keys) if claim.keys else 0.0
