"""All, some or none: a claim may not say of all what its source says of some (English)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.core.card.grounding import words
from briefing.core.card.grounding.denials import share
from briefing.core.card.grounding.fault import Fault
from briefing.core.card.grounding.source import Pool, Row
from briefing.core.language.patterns import lazy

_NEAR = 0.5
_TOTAL = words.ALL | frozenset("whole entire each both none neither no".split())
_COUNT = (
    r"(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|most|some)"
)
_PART = lazy(
    rf"\b(?P<part>{_COUNT}) (?:out )?of (?:the |its |their |his |her |those |these )?"
    rf"(?:(?P<whole>{_COUNT}|them|those)\b)?(?P<things>(?: ?[a-z-]+){{0,3}})",
    re.I,
)
_WHOLE = lazy(
    rf"\b(?:the (?:whole|entire)|all|every(?: one)?|each|both|none|neither|no)(?: of)?(?: the| its|"
    rf" their| his| her)?"
    rf"(?: {_COUNT})?(?P<things>(?: [a-z-]+){{1,3}})",
    re.I,
)


def check(claim: Row, pool: Pool) -> Iterator[Fault]:
    """Yield a fault for an "all" or "none" that the source does not say."""
    if claim.cjk or _TOTAL.isdisjoint(claim.words):
        return
    yield from _counted(claim, pool)
    said = _EVERY_SO.sub(" ", claim.text.lower())
    mine = set(re.findall(r"[a-z]+", said)) & words.ALL
    if not mine:
        return
    rows = [row for row in pool.rows if share(claim, row) >= _NEAR or row is pool.best]
    near = set().union(
        *(set(re.findall(r"[^\W_]+", _EVERY_SO.sub(" ", row.text.lower()))) for row in rows)
    )
    possible = next((m for row in rows if (m := _IF_POSSIBLE.search(row.text))), None)
    if possible and not _IF_POSSIBLE.search(claim.text) and share(claim, pool.best) >= _NEAR:
        yield Fault("QUANTIFIER", f'"{min(mine)}": the source says "{possible[0]}"')
        return
    if any(_NONE_WITHOUT.search(row.text) for row in rows):
        return
    if excepted := next((m for r in (*pool.cited, *rows) if (m := _HAS_NOT.search(r.text))), None):
        yield Fault("QUANTIFIER", f'"{min(mine)}": the source says "{excepted[0]}"')
        return
    yield from _exempt(claim, pool)
    if near & words.ALL:
        return
    parts = [q.text for row in rows for q in row.figures if q.kind in ("ratio", "percent")]
    others = sorted(near & words.SOME) or [p for p in parts if p not in claim.text][:1]
    if others and share(claim, pool.best) >= _NEAR:
        yield Fault("QUANTIFIER", f'"{min(mine)}": the source says "{others[0]}"')


_HAS_NOT = lazy(  # "Copenhagen, the largest, has not."
    r"\b[A-Z][\w&-]*(?:, [^,.;]{1,30},)? (?:has|have|did|do|does|is|are|will) not(?=[,.;]|$)"
)
_EVERY_SO = lazy(
    r"\bevery (?:(?:second|other|third)\b|(?:\w+ )?(?:minute|hour|day|week|month|quarter|year|"
    r"time)s?\b)|"
    r"\bnot all\b"
)
_IF_POSSIBLE = lazy(r"\b(?:where|if|wherever|whenever) possible\b|\bwhere practicable\b", re.I)
_NONE_WITHOUT = lazy(r"\b(?:no|none)\b[^,;]*\bwithout\b", re.I)


def _counted(claim: Row, pool: Pool) -> Iterator[Fault]:
    """ "None of the 14 towns" where the source says it of "one of the 14 towns"."""
    whole = _WHOLE.search(claim.text)
    if whole is None or _SPARE.search(claim.text) or "all but" in claim.text:
        return
    ours = _things(whole["things"])
    for row in pool.rows:
        if share(claim, row) < _NEAR or words.ALL & set(row.words):
            continue
        for part in _PART.finditer(row.text):
            things = _things(part["things"])
            if part["whole"] is None and part["part"][:1].isdigit():
                continue  # "12 of the branches" may be all there are
            whole_of = (part["whole"] or "").lower() in ("them", "those")
            if (whole_of or ours & things) and part[0].lower() not in claim.text.lower():
                yield Fault("QUANTIFIER", f'{whole[0]}: the source says "{part[0]}"')
                return


def _things(phrase: str) -> set[str]:
    return {words.key(w) for w in phrase.lower().split()}


_ALL_OF = lazy(r"\b(?:all|every) (?:of )?(?:its |the |their )?((?:[\w-]+ ){0,3}[\w-]+)", re.I)
_SPARE = lazy(r"\b(?:only|not all|except|exempt|excluding|apart from|most|some)\b", re.I)


def _exempt(claim: Row, pool: Pool) -> Iterator[Fault]:
    """ "All prams" where the source counts some of them, or says "only" of who is named."""
    names = {w for n in claim.names for w in n.text.lower().split()}
    for row in pool.rows:
        spared = _SPARE.search(row.text)
        told = words.ALL & set(row.words)
        if spared and not told and names & set(row.words) and share(claim, row) >= _NEAR:
            yield Fault("QUANTIFIER", f'all: the source says "{spared[0]}"')
            return
    m = _ALL_OF.search(claim.text)
    if m is None or any(c.isdigit() for c in m[0]):
        return
    things = _things(m[1])
    for q in pool.best.figures:
        unit = (q.unit or "").split(" ")[-1].lower()
        before = pool.best.text[: q.start].rstrip().rsplit(" ", 1)[-1].lower()
        counted = q.kind == "count" and unit and words.key(unit) in things
        if counted and before not in ("its", "the", "their", "all", "his", "her", "other"):
            yield Fault("QUANTIFIER", f"all: the source says {q.text} {unit}")
            return
