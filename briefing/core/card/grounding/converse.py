"""Relations told from two sides: "supplies B" and "bought from A", "outbid by" and "lost out to".

Each wording between two names, in claim and source, is brought to one relation with a first and a
second party; the two may not have changed places (English).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from briefing.core.card.grounding import entities
from briefing.core.card.grounding.fault import Fault
from briefing.core.card.grounding.source import Pool, Row
from briefing.core.language.name import Name
from briefing.core.language.patterns import lazy

# For each relation the words between its parties: the first one named first, or the second one.
_RELATIONS: tuple[tuple[str, str, str], ...] = (
    (
        "lend",
        r"lends?\b.*|lent\b.*|lending\b.*|loan(?:s|ed) (?!from|by).*\bto|(?:gave|give[sn]?) "
        r".*\bloan",
        r"loans?\b.*\bfrom|loan .*\bby|borrow(?:s|ed|ing)?\b.*\bfrom|(?:is|was|were|been) lent "
        r".*\bby",
    ),
    (
        "supply",
        r"suppl(?:y|ies|ied|ying)\b(?! from|.*\bby\b).*|makes? .*\bfor|made .*\bfor|"
        r"deliver(?:s|ed|ing)? .*\bto|sells? .*\bto|sold .*\bto|builds? .*\bfor|built .*\bfor|"
        r"produc(?:e|es|ed|ing) .*\bfor|is (?:a|the) suppliers? (?:to|of)",
        r"(?:bought|buys?|buying|sources?|sourced|order(?:s|ed)?|gets?|got) .*\bfrom|"
        r"(?:made|supplied|built|produced|delivered|packed|designed) .*\bby",
    ),
    (
        "sue",
        r"(?:sued|suing|sues)|(?:filed|brought|launched) .*\b(?:law)?suit against",
        r"sued by|faces? .*\b(?:law)?suit (?:by|from)",
    ),
    (
        "buy from",
        r"(?:bought|buys|buying|acquired|acquires|acquiring|purchased) .*\bfrom",
        r"sold .*\bto",
    ),
    (
        "beat",
        r"outb(?:id|ids|idding)(?! by)|(?<!was )(?<!been )beat(?:s|ing)?|overt(?:akes?|ook|aking)|"
        r"outs(?:ells?|old)(?! by)|outperform(?:s|ed)?(?! by)",
        r"outbid by|beaten .*by|overtaken by|outsold by|los(?:t|es|ing)(?: out)? .*\bto|lost out "
        r"to|"
        r"outperformed by|f(?:ell|alls|allen) behind",
    ),
    (
        "own",
        r"owns?|(?:has|have) owned|controls?|is the (?:owner|parent) of|the (?:owner|parent) of|"
        r"parent of",
        r"(?:is |are |was )?(?:\w+ )?owned by|belongs to|(?:a|the) (?:subsidiary|unit|arm|"
        r"division) of|"
        r"controlled by|part of",
    ),
    (
        "advise",
        r"(?:is |are |was )?advis(?:es|ed|ing)(?! by)",
        r"advised by|(?:hired|appointed|retained) .*\bas (?:an |its )?advis[eo]rs?",
    ),
    (
        "blame",
        r"accus(?:e|es|ed|ing)(?! by| of)|criticis(?:e|es|ed|ing)(?! by)|blam(?:e|es|ed|ing)(?! "
        r"by)",
        r"accused by|criticised by|blamed by",
    ),
    (
        "urge",
        r"(?:urg|ask|press|tell|told|order|warn)(?:e|es|s|ed|ing)?(?! by)|call(?:s|ed|ing) on",
        r"(?:urged|asked|pressed|told|ordered|warned) by",
    ),
    ("found", r"found(?:ed|s)(?! by)|set up(?! by)", r"founded by|set up by|brainchild of"),
    ("lead", r"(?:heads?|leads?|runs?|led)(?! by)", r"(?:led|headed|run) by"),
    (
        "succeed",
        r"succeed(?:s|ed|ing)?(?! by)|replac(?:e|es|ed|ing)(?! by| .*\bwith)|tak(?:es|ing) over "
        r"from|"
        r"took over from",
        r"(?:succeeded|replaced) by|mak(?:es|ing) way for|made way for|hand(?:s|ed|ing)? over to",
    ),
    (
        "rent",
        r"(?:rents?|rented|leas(?:es?|ed)) .*\bfrom",
        r"(?:rents?|rented|lets?|leas(?:es?|ed)) .*\bto",
    ),
    (
        "pay",
        r"(?:pay|pays|paid)(?! by|.*\bto by)",
        r"(?:receiv(?:e|es|ed|ing)|gets?|got) .*\bfrom|paid by",
    ),
)  # fmt: skip
_FILL = (
    r"[,\s]*(?:which |who )?(?:(?:has|have|had|will|would|is|was|are|were|be|been|also|may|to) )*"
)
_BETWEEN = tuple(
    (
        name,
        lazy(rf"{_FILL}(?:{first})(?: [a-z' -]{{0,30}})?", re.I),
        lazy(rf"{_FILL}(?:[\w ]+ )?(?:{second})(?: [a-z' -]{{0,30}})?", re.I),
    )
    for name, first, second in _RELATIONS
)
_ANY = lazy(
    r"\b(?:client|creditor|customer|tenant|landlord|brand|acquir|purchas|su(?:e|ing)|fil|brought|"
    r"launch|face|len[dt]|loan|borrow|suppl|mak|made|deliver|s[eo]l[ld]|buil|produc|b[ou][uy]|"
    r"sourc|order|g[eo]t|"
    r"pack|design|outb|beat|overt|outs|outp|los[te]|f[ea]ll|own|control|parent|belong|subsid|unit|"
    r"arm|"
    r"division|part|advis|hired|appoint|retain|accus|critic|blam|urg|ask|press|t[eo]l[ld]|warn|"
    r"call|"
    r"found|set up|brainchild|head|lead|led|r[au]n|succe|replac|t[ao]o?k|hand|rent|leas|let|pa[yi]|"
    r"receiv)\w*",
    re.I,
)
_FAR = 90  # characters between two names of a relation


class Relation(NamedTuple):
    """A relation with its parties, in the order of its kind's first wording."""

    kind: str
    first: str
    second: str


def check(claim: Row, pool: Pool) -> Iterator[Fault]:
    """Yield a fault where two parties have changed places."""
    if claim.cjk or pool.source.language not in (None, "en") or len(claim.names) < 2:
        return
    for mine in claim.memo(_relations):
        theirs = [r for row in pool.source.all for r in row.memo(_relations) if r.kind == mine.kind]
        straight = any(_same(mine, r.first, r.second) for r in theirs)
        turned = any(_same(mine, r.second, r.first) for r in theirs)
        told = [r for row in pool.source.all for r in row.memo(_roles) if r[0] == mine.kind]
        second = any(entities.alike(mine.second, name) for _, first, name in told if first)
        first = any(entities.alike(mine.first, name) for _, is_first, name in told if is_first)
        lost = any(entities.alike(mine.first, name) for _, is_first, name in told if not is_first)
        other = [r.second for r in theirs if entities.alike(mine.first, r.first)]
        moved = mine.kind in ("found", "lead") and other and not straight
        if moved and any(
            entities.alike(mine.second, n.text) for r in pool.source.all for n in r.names
        ):
            yield Fault("RELATION_REVERSED", f"{mine.second}: the source says it of {other[0]}")
            return
        if (turned or (second and not first) or lost) and not straight:
            yield Fault(
                "RELATION_REVERSED",
                f"{mine.first} and {mine.second} are the other way round in the source",
            )
            return


_BEFORE = (
    (
        "supply",
        r"(?:made|supplied|built|produced|designed) by|com(?:es?|ing) from|(?:supplier|maker)",
    ),
    ("lend", r"(?:loans?|financing|credit|funding|borrowed)(?: of [^,;.]{1,20})? from|lender"),
    ("sue", r"(?:(?:law)?suit|complaint) (?:filed |brought )?by"),
)
_GIVER = tuple(
    (
        kind,
        lazy(rf"\b(?:{before}) (?:the |a |an )?(?:(?:[a-z]+|[A-Z][a-z]+(?:'s|n|sh)) ){{0,3}}$"),
    )
    for kind, before in _BEFORE
)
_LOSER = lazy(
    r"^,? (?:was|is|being) the (?:losing bidder|underbidder|runner-up)|^,? (?:which )?lost out\b"
)


def _roles(row: Row) -> list[tuple[str, bool, str]]:
    """Return who gives or loses, where the other party is not named beside: (kind, first, name)."""
    found = [
        (kind, True, name.text)
        for name in row.names
        for kind, pattern in _GIVER
        if pattern.search(row.text[max(0, name.start - _FAR) : name.start])
    ]
    lost = [n.text for n in row.names if _LOSER.match(row.text[n.end :])]
    return found + [("beat", False, name) for name in lost]


def _same(mine: Relation, first: str, second: str) -> bool:
    return entities.alike(mine.first, first) and entities.alike(mine.second, second)


def _relations(row: Row) -> list[Relation]:
    names = [n for n in row.names if n.kind != "place"]
    if len(names) < 2:
        return []
    pairs = [*itertools.pairwise(names), *zip(names, names[2:], strict=False)]
    return [r for a, b in pairs if (r := _relation(row, a, b) or _office(row, a, b))]


_OFFICES = {
    "lender": ("lend", True), "creditor": ("lend", True), "supplier": ("supply", True),
    "customer": ("supply", False), "client": ("supply", False), "owner": ("own", True),
    "parent": ("own", True), "subsidiary": ("own", False), "unit": ("own", False),
    "arm": ("own", False), "brand": ("own", False), "adviser": ("advise", True),
    "landlord": ("rent", False), "tenant": ("rent", True),
}  # fmt: skip
_OFFICE = lazy(
    rf"'s? (?:[a-z-]+ ){{0,2}}({'|'.join(_OFFICES)})s?,?(?: led by| including| such as)?"
)


def _office(row: Row, a: Name, b: Name) -> Relation | None:
    """Read "Halden's lender Corbin": the second one lends to the first."""
    m = _OFFICE.fullmatch(row.text[a.end : b.start].rstrip())
    if m is None:
        return None
    kind, second = _OFFICES[m[1]]
    return Relation(kind, b.text, a.text) if second else Relation(kind, a.text, b.text)


_INSERTED = lazy(r"^, (?:which|who|whose) [^,;]*,(?= )")


def _relation(row: Row, a: Name, b: Name) -> Relation | None:
    between = _INSERTED.sub(" ", row.text[a.end : b.start])
    if (
        not _ANY.search(between)
        or len(between) > _FAR
        or between.startswith("'s")
        or re.search(r"[;:.\"]", between)
    ):
        return None
    between = between.rstrip() or between
    for kind, first, second in _BETWEEN:
        if second.fullmatch(between):
            return Relation(kind, b.text, a.text)
        if first.fullmatch(between):
            return Relation(kind, a.text, b.text)
    return None
