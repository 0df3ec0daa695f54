"""Rule H, second part: what may be, depends, or is only denied in the source is no fact (English).

Compared as whole sentences: the claim takes up most of a source sentence but not its reservation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.core.card.grounding import amounts, clauses
from briefing.core.card.grounding.fault import Fault
from briefing.core.card.grounding.source import Pool, Row
from briefing.core.language import hedges
from briefing.core.language.patterns import lazy

_SURE = lazy(r"\b(?:will|is to|are to|won't|shall)\b")
_OPEN = lazy(
    r"\b(?:if|unless|provided|once|should|could|(?-i:may)|might|can|would|plan\w*|expect\w*|likely|"
    r"possibl\w+|possibility|potential\w*|threat\w*|warn\w*|predict\w*|depend\w*|conditional\w*|"
    r"subject to|pending|until|consider\w*|hope\w*|aim\w*|want\w*|intend\w*|seek\w*|propos\w+|"
    r"left open|yet to|still to|unclear|undecided|unresolved|risk|await\w*|forecast\w*|without|"
    r"barring|whether|set to|due to)\b",
    re.I,
)
_MAY = lazy(
    r"\b(?:may|might|could|whether|not rul(?:e|ed|ing) out|considering|weighing|exploring|"
    r"mulling)\b"
)
_WEIGHED = lazy(
    r"\b(?:consider(?:s|ed|ing)?|weigh(?:s|ed|ing)?|explor(?:e|es|ed|ing)|mull(?:s|ed|ing)?|"
    r"threaten(?:s|ed|ing)?|stud(?:y|ies|ied|ying)|whether)\b ((?:[\w'-]+ ?){1,8})"
)
_CONTEMPLATED = lazy(
    r"\b(?:weigh\w*|explor\w*|mull\w*|stud(?:y|ies|ied|ying)|talks|discuss\w*|option|review\w*)\b"
)
_FIRM = lazy(r"\b(?:will|would|'ll|is to|are to|shall|plans? to|confirmed)\b")
_IF = lazy(r"\b(?:if|unless|provided(?: that)?|as long as|assuming)\b")
_DISPROVED = lazy(
    r"\b(?:fail(?:ed|s|ing)? to (?:prove|show|establish|demonstrate)|no (?:evidence|proof|sign|"
    r"indication)|not (?:proved|proven|shown|established|true)|den(?:y|ies|ied|ying)|"
    r"reject(?:s|ed|ing)? (?:claims?|suggestions?|accusations?|allegations?|the claim)|"
    r"dismiss(?:es|ed|ing)? (?:claims?|suggestions?|reports?)|"
    r"rul(?:e|ed|es|ing) out)\b[^,;.]{0,40}?(?:\bthat\b|\bof\b|\bany\b|\b\w+ing\b|\bit had\b)",
    re.I,
)
_DENIAL = lazy(
    r"\b(?:not|no|never|fail\w*|den(?:y|ies|ied|ying)|denial|reject\w*|dismiss\w*|rul\w+ out|"
    r"accus\w+|alleg\w+|claim\w*|without|lack\w*|if|whether|insufficient|unproven|wrong\w*|"
    r"overturn\w*|clear\w*|refut\w+|disput\w+|contradict\w*)\b|n't\b",
    re.I,
)
_QUOTED = lazy(r'"[^"]*"')
_ENOUGH, _MOST = 0.5, 0.6


def check(claim: Row, pool: Pool) -> Iterator[Fault]:
    """Yield a fault where the claim leaves out that its sentence in the source is only possible."""
    if claim.cjk or pool.source.language not in (None, "en") or not claim.keys:
        return
    row = max(pool.rows, key=lambda r: len(claim.keys & r.keys))
    share = len(claim.keys & row.keys) / len(claim.keys)
    own = _QUOTED.sub(" ", claim.text)
    sure = _SURE.search(own) and not _OPEN.search(claim.text)
    if sure and share >= _ENOUGH:
        may = _MAY.search(row.text)
        if may and not _FIRM.search(_WHETHER.sub("", row.text)):
            yield Fault("HEDGE_DROPPED", f'the source says "{may[0]}"')
        elif (unless := _IF.search(row.text)) and _main(claim, row, unless) >= _ENOUGH:
            yield Fault("CONDITION_DROPPED", f'the source says "{unless[0]}"')
    if sure and share >= _ENOUGH and (dropped := _HAD_MEANT.search(row.text)):
        yield Fault("STATUS_UPGRADED", f'the source says "{dropped[0]}"')
    belief = _BELIEF.search(row.text)
    if belief and share >= _MOST and not (_HELD.search(claim.text) or _OPEN.search(claim.text)):
        yield Fault("HEDGE_DROPPED", f'the source says "{belief[0]}"')
    yield from _possible(claim, pool)
    yield from _disproved(claim, pool)
    yield from _weighed(claim, pool)
    yield from _undecided(claim, pool)
    yield from _only_weighed(claim, pool)
    yield from _restricted(claim, pool)


_DECIDED = lazy(r"\b(?:has|have|had) (?:\w+ )?(?:decided|chosen|resolved)\b|\bdecided to\b")
_UNDECIDED = lazy(
    r"\bdecisions?\b[^.;]{0,50}\b(?:will|not|yet|expected|due)\b|\b(?:not|n't|yet to) (?:yet "
    r")?decide|"
    r"\bundecided\b|\bno decision\b|\b(?:not|n't) (?:yet )?know (?:yet )?(?:whether|if|how|when)\b",
    re.I,
)
_ABOUT_WHAT = lazy(r"\bdecisions? (?:on|about|over) ((?:[\w-]+ ){1,4})", re.I)
_RESTRICTED = lazy(
    r"\bonly (?:with|if|when|for|after|on|to|in)\b|\bnot without\b|\bmust (?:have|show)\b"
)
_ANYWAY = lazy(
    r"\bwith or without\b|\bregardless\b|\bwhether or not\b|\beven (?:without|if)\b", re.I
)


def _undecided(claim: Row, pool: Pool) -> Iterator[Fault]:
    """What is still to be decided in the source is not decided."""
    if not _DECIDED.search(claim.text) or _OPEN.search(claim.text) or _DENIAL.search(claim.text):
        return
    rows = [r for r in pool.rows if 4 * len(claim.keys & r.keys) >= len(claim.keys)]
    rows += [
        r for r in pool.rows if (m := _ABOUT_WHAT.search(r.text)) and Row(m[1], 0).keys & claim.keys
    ]
    told = any(_DECIDED.search(r.text) and not _DENIAL.search(r.text) for r in rows)
    if not told and (open_ := next((m for r in rows if (m := _UNDECIDED.search(r.text))), None)):
        yield Fault("STATUS_UPGRADED", f'the source says "{open_[0]}"')


_MULLED = lazy(r"\b(?:considering|weighing|mulling|exploring|thinking (?:of|about))\b ([^,;]+)")
_CLOSE = 0.6


def _only_weighed(claim: Row, pool: Pool) -> Iterator[Fault]:
    """What is done in the source is not only considered."""
    m = _MULLED.search(claim.text)
    things = Row(m[1], 0).keys if m else frozenset()
    rows = [r for r in pool.rows if things and len(things & r.keys) >= _CLOSE * len(things)]
    loose = (_OPEN, _CONTEMPLATED, _WEIGHED, _DENIAL)
    if m and rows and not any(p.search(r.text) for r in pool.rows for p in loose):
        yield Fault("STATUS_CHANGED", f"{m[0]}: the source does not leave it open")


def _restricted(claim: Row, pool: Pool) -> Iterator[Fault]:
    """What holds "with or without" a thing does not hold "only with" it."""
    anyway = _ANYWAY.search(claim.text)
    for row in pool.rows if anyway else ():
        only = _RESTRICTED.search(row.text)
        if only and len(claim.keys & row.keys) >= _ENOUGH * len(claim.keys):
            yield Fault("CONDITION_DROPPED", f'the source says "{only[0]}"')
            return
    only = _RESTRICTED.search(claim.text)
    for row in pool.rows if only and not _ANYWAY.search(claim.text) else ():
        anyway = _ANYWAY.search(row.text)
        if anyway and len(claim.keys & row.keys) >= _ENOUGH * len(claim.keys):
            yield Fault(
                "CONDITION_ADDED", f'{only[0] if only else ""}: the source says "{anyway[0]}"'
            )
            return


_MIGHT = lazy(r"\b(?:may|might|could|possible|possibly)\b")
_LIKE, _NEARLY = 0.34, 0.8


def _possible(claim: Row, pool: Pool) -> Iterator[Fault]:
    """What a clause of the source calls possible, a clause of the claim calls certain.

    Compares the clauses that have most words and figures in common, whatever their verbs.
    """
    if not _SURE.search(claim.text):
        return
    theirs = [part for row in pool.rows for part in clauses.of(row)]
    for part in clauses.of(claim):
        if not _SURE.search(_QUOTED.sub(" ", part.text)) or _OPEN.search(part.text):
            continue
        alike = [(_common(part, other), other) for other in theirs]
        most = max((n for n, _ in alike), default=0.0)
        best = [other for n, other in alike if n >= _NEARLY * most]
        if most >= _LIKE and all(_MIGHT.search(o.text) and not _FIRM.search(o.text) for o in best):
            yield Fault("HEDGE_DROPPED", "the source only calls it possible")
            return


def _common(part: Row, other: Row) -> float:
    """Return the share of a clause's words that another has; a figure in common counts as two."""
    figures = sum(
        any(amounts.compare(q, p) == "equal" for p in other.figures) for q in part.figures
    )
    return (len(part.keys & other.keys) + 2 * figures) / (len(part.keys) or 1)


_HAD_MEANT = lazy(r"\bhad (?:intended|planned|hoped|wanted|meant|been due|been expected) to\b")
_BELIEF = lazy(
    r"\b(?:data|evidence|signs|figures|tests|findings) (?:suggest|indicate|point)(?:s|ed)?\b|"
    r"\b(?:believes?|thinks?|suspects? that|assumes?|(?:appears?|seems?) to)\b"
)
_HELD = lazy(
    r"\b(?:believ\w*|think\w*|thought|suspect\w*|assum\w*|appear\w*|seem\w*|according|said|says|"
    r"told|view|opinion|apparently|reported\w*|probably|expects?|accus\w+|claim\w*|foresees?|sees?|"
    r"anticipat\w+|predict\w*|point\w*|suggest\w*|indicat\w*|blam(?:ed|es|ing))\b",
    re.I,
)
_WHETHER = lazy(r"\bwhether\b.*")


def _weighed(claim: Row, pool: Pool) -> Iterator[Fault]:
    """What is only considered in the source is done in the claim."""
    if _OPEN.search(claim.text) or _CONTEMPLATED.search(claim.text) or _DENIAL.search(claim.text):
        return
    for row in pool.rows:
        for m in _WEIGHED.finditer(row.text):
            inside = Row(m[1], row.index).keys
            names = frozenset(w for n in row.names for w in Row(n.text, 0).keys)
            held = (claim.keys & inside) - names
            most = len(held) >= max(2, _ENOUGH * len(claim.keys - names))
            if most and not any(
                held <= r.keys for r in pool.rows if r is not row and not _WEIGHED.search(r.text)
            ):
                yield Fault("STATUS_UPGRADED", f'the source says "{m[0][:40]}"')
                return


def _main(claim: Row, row: Row, condition: re.Match[str]) -> float:
    """Return how much of the claim stands outside the condition."""
    rest = row.text[condition.end() :]
    stop = re.search(r",(?!\d)|;", rest) if condition.start() < 3 else None
    part = rest[: stop.start()] if stop else rest
    inside = Row(part, row.index).keys
    return len((claim.keys & row.keys) - inside) / len(claim.keys)


def _disproved(claim: Row, pool: Pool) -> Iterator[Fault]:
    """What the source says is denied or not proved stands as a fact in the claim."""
    if _DENIAL.search(claim.text) or hedges.negation(claim.text):
        return
    for row in pool.rows:
        m = _DISPROVED.search(row.text)
        if not m:
            continue
        inside = Row(row.text[m.end() - 10 :], row.index).keys
        held = len(claim.keys & inside)
        elsewhere = any(
            len(claim.keys & r.keys) >= _MOST * len(claim.keys)
            for r in pool.rows
            if r is not row and not _DISPROVED.search(r.text)
        )
        if held >= max(3, _MOST * len(claim.keys)) and not elsewhere:
            yield Fault("NEGATION", f'the source says "{m[0]}"')
            return
