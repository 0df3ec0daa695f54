"""What the source only ever denies is not asserted, and what is denied twice is not denied once.

"The cause has been established" of a source that says it has not yet; "nobody was not hurt" of one
that says nobody was (English).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.core.card.grounding import clauses, denials, words
from briefing.core.card.grounding.fault import Fault
from briefing.core.card.grounding.source import Pool, Row
from briefing.core.language.lexicon import STOPWORDS
from briefing.core.language.patterns import lazy

_DENYING = lazy(
    r"(?:n't|not|no|never|nobody|none|nothing|neither|nor|without|cannot|hardly|barely|rarely|"
    r"un(?!der|it|ion|iq|til|less|veil)\w{4,}|fail\w*|refus\w+|declin\w+|reject\w*|den[iy]\w*|"
    r"avoid\w*|rule[sd]?|lack\w*|doubt\w*|stop\w*|halt\w*|ban\w*|rather|instead|longer)$"
)
_ALIKE = 0.33  # of the words of claim or row, whichever has fewer
_OPEN = lazy(
    r"\b(?:once|when|if|unless|after|until|before|only|may|might|could|whether|claim\w*|"
    r"alleg\w*|accus\w*|possib\w*|potential\w*|left open|otherwise|prefer\w*)\b",
    re.I,
)
_AVOIDED = frozenset(
    "avoid avoids avoided escape escapes escaped doubt doubts doubted rather instead "
    "lacks lacked".split()
)
_OPINION = frozenset(
    words.key(w) for w in "think believe expect see mean intend plan aim want hope".split()
)
_NO = frozenset("no nobody none".split())
_NOT = frozenset(("not", "n't"))


def check(claim: Row, pool: Pool) -> Iterator[Fault]:
    """Yield a fault for a word asserted here and denied wherever it stands in the source."""
    if claim.cjk or pool.source.language not in (None, "en") or denials.apart(claim, pool):
        return
    if _twice(claim) and not any(_twice(row) for row in pool.rows):
        yield Fault("NEGATION", "denied twice in the claim, and not in the source")
        return
    yield from _condition(claim, pool)
    if any(_DENYING.match(word) for word in claim.plain) or _OPEN.search(claim.text):
        return
    for row in pool.rows:
        if _NEVER_WITHOUT.search(row.text):
            continue
        shared = claim.keys & row.keys
        fewer = min(len(claim.keys), len(row.keys))
        if fewer and len(shared) >= _ALIKE * fewer:
            first = denials.denied(row, 1, also=_AVOIDED)
            if not first & (shared | _OPINION):
                continue  # "would not affect the dividend": the dividend is not denied
            wrong = sorted(shared & denials.denied(row, also=_AVOIDED) - row.meant)
            for word in wrong:
                held = [r for r in pool.source.all if word in r.keys]
                if not any(word in _stated(r) for r in held):
                    yield Fault("NEGATION", f'"{word}": the source only denies it')
                    return


_NEVER_WITHOUT = lazy(
    r"\b(?:no|not|never|none|nobody)\b[^,;]*\bwithout\b|n't\b[^,;]*\bwithout\b", re.I
)


def _stated(row: Row) -> frozenset[str]:
    """Return the keys of the content words that stand outside every denial."""
    held = denials.denied(row, also=_AVOIDED)
    plain = [words.key(w) for w in row.plain if w not in STOPWORDS]
    return frozenset(k for k in plain if k not in held or plain.count(k) > 1)


_IF = lazy(r"\b(?P<word>if(?! not)|provided|assuming|as long as|unless)\b(?P<rest>[^,;]*)", re.I)
_DENIED = lazy(r"\b(?:not|no|never|unless|fail\w*|refus\w+)\b|n't", re.I)
_ABOUT = 0.25


def _condition(claim: Row, pool: Pool) -> Iterator[Fault]:
    """What depends on a thing does not depend on its contrary."""
    mine = _IF.search(claim.text)
    if mine is None:
        return
    rows = [r for r in pool.rows if len(claim.keys & r.keys) >= _ABOUT * len(claim.keys)]
    theirs = [m for r in rows if (m := _IF.search(r.text))]
    ours = bool(_DENIED.search(mine[0]))
    things = Row(mine["rest"], 0).keys
    theirs = [m for m in theirs if things & Row(m["rest"], 0).keys]
    if theirs and all(bool(_DENIED.search(m[0])) != ours for m in theirs):
        yield Fault("NEGATION", f'"{mine[0]}": the source says "{theirs[0][0]}"')


def _twice(row: Row) -> bool:
    plain = set(row.plain)
    return bool(_NO & plain and _NOT & plain) and any(
        _NO & set(part.plain) and _NOT & set(part.plain) for part in clauses.of(row)
    )
