"""Retail's names kept as data: companies, brands, agencies, press, with aliases and home.

The table is `gazetteer.tsv` beside this module: name, kind, home, tickers, aliases, names in
Chinese. It is read at first use.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple, cast

from briefing.core.language.patterns import lazy
from briefing.models import EntityKind

if TYPE_CHECKING:
    from briefing.core.language.name import Name


class Known(NamedTuple):
    """An entry: canonical name, kind, ISO country of its home, exchange tickers, other names.

    `sector` is a short word: grocery, fashion, payments, logistics, press, regulator ….
    """

    name: str
    kind: EntityKind
    sector: str
    home: str
    tickers: tuple[str, ...]
    others: tuple[str, ...]
    chinese: tuple[str, ...]


@cache
def entries() -> tuple[Known, ...]:
    """Return every entry of the table."""
    from importlib import resources  # slow to import, and needed once

    table = resources.files(__package__).joinpath("gazetteer.tsv").read_text("utf-8")
    return tuple(_entry(row) for row in table.splitlines() if row and not row.startswith("#"))


def _entry(row: str) -> Known:
    cells = [*row.split("\t"), "", "", "", "", "", ""]
    name, kind, sector, home, tickers, others, chinese = (c.strip() for c in cells[:7])
    return Known(
        name,
        cast(EntityKind, kind),
        sector,
        home,
        _list(tickers),
        _list(others),
        _list(chinese),
    )


def _list(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


_SUFFIX = lazy(
    r"(?i)[,\s]+(?:inc|corp|corporation|co|company|ltd|limited|plc|llc|ag|se|sa|nv|gmbh|group|"
    r"holdings?|stores?)\.?$"
)


_APART = lazy(r"[\s.’'-]+")
_OWN = lazy(r"['’]s?$")


def _key(name: str) -> str:
    return _APART.sub("", name).casefold()


@cache
def _index() -> dict[str, tuple[Known, bool]]:
    """Map each key to its entry, and whether it counts in capitals only (BAT, not "bat")."""
    index: dict[str, tuple[Known, bool]] = {}
    for entry in entries():
        index.setdefault(_key(entry.name), (entry, _shouted(entry.name)))
    for entry in entries():
        for other in (*entry.others, *entry.chinese):
            index.setdefault(_key(other), (entry, _shouted(other)))
    return index


def _shouted(name: str) -> bool:
    return name.isascii() and name.isupper() and len(name) <= 4


# Names that are ordinary words or given names too: a capital at the start of a sentence or in a
# list of capitalised words is no proof.
_ORDINARY = frozenset(
    "gap next target boots coach guess express five vans visa shell square stripe zip wish costa "
    "sprouts giant casino metro real total joy dash block pan coop spar argos the limited action "
    "mint fortune subway discover roots loft jumbo noon mango mars staples lush saturn booker "
    "titan wise grab future reliance oracle very converse puma polo range verdi toast douglas "
    "simons ripley tiffany morrison trent otto esprit apple amazon meta arcadia wish iceland "
    "sharp independent guardian times sun mirror press orange virgin cartier globus amul".split()
)


def ordinary(name: str) -> bool:
    """Say whether a name is an ordinary word as well, so that a capital proves nothing."""
    return name.casefold() in _ORDINARY


@lru_cache(maxsize=4096)
def find(name: str) -> Known | None:
    """Return the entry a name stands for (aliases, "Inc" and possessive allowed), or None."""
    name = name.strip()
    if not name or (ordinary(name) and not name[:1].isupper()):
        return None
    found, bare = _lookup(name), _OWN.sub("", name)
    return found if found or bare == name else _lookup(bare)


def _lookup(name: str) -> Known | None:
    index = _index()
    while name:
        entry, shouted = index.get(_key(name), (None, False))
        if entry and (not shouted or name.isupper()):
            return entry
        shorter = _SUFFIX.sub("", name)
        if shorter == name:
            break
        name = shorter
    return None


def aliases(name: str) -> tuple[str, ...]:
    """Return every way to write a name, the canonical one first; just the name if unknown."""
    entry = find(name)
    if entry is None:
        return (name,)
    return tuple(dict.fromkeys((entry.name, *entry.others, *entry.chinese)))


@cache
def _chinese() -> re.Pattern[str]:
    words = {c for e in entries() for c in e.chinese if len(c) > 1}
    return re.compile("|".join(map(re.escape, sorted(words, key=lambda w: (-len(w), w)))) or "(?!)")


_LATIN_IN_CJK = lazy(r"[A-Z][A-Za-z0-9&.]*(?:\s[A-Z][A-Za-z0-9&.]*)*")


def scan(sentence: str) -> list[Name]:
    """Return the known names in a Chinese or Japanese sentence, in order."""
    from briefing.core.language.name import Name

    found = []
    for m in _chinese().finditer(sentence):
        if entry := _index().get(_key(m.group()), (None, False))[0]:
            found.append(Name(m.group(), entry.kind, m.start(), m.end()))
    for m in _LATIN_IN_CJK.finditer(sentence):
        entry = find(m.group())
        if len(m.group()) > 1:
            found.append(Name(m.group(), entry.kind if entry else "", m.start(), m.end()))
    return sorted(found, key=lambda n: n.start)
