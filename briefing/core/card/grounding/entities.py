"""Rule E: every name of a claim stands in the source, under that or a known other form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from briefing.core.card.grounding import words
from briefing.core.card.grounding.fault import Fault
from briefing.core.card.grounding.source import Pool, Row, squeeze
from briefing.core.language import gazetteer, names
from briefing.core.language.lexicon import STARTERS, STOPWORDS
from briefing.core.language.names_words import CALENDAR, TITLES
from briefing.core.language.patterns import lazy

# Places and their people: one stands for the other.
_PEOPLES = [
    set(group.split())
    for group in (
        "us usa america american americans united states u s",
        "uk britain british united kingdom briton britons",
        "england english", "scotland scottish", "wales welsh", "ireland irish",
        "china chinese", "japan japanese", "india indian indians", "germany german germans",
        "france french", "spain spanish", "italy italian", "russia russian", "brazil brazilian",
        "mexico mexican", "canada canadian", "australia australian", "netherlands dutch",
        "sweden swedish", "norway norwegian", "denmark danish", "finland finnish",
        "switzerland swiss", "austria austrian", "belgium belgian", "poland polish",
        "turkey turkish", "greece greek", "portugal portuguese", "korea korean",
        "taiwan taiwanese", "thailand thai", "vietnam vietnamese", "indonesia indonesian",
        "philippines philippine filipino", "malaysia malaysian", "singapore singaporean",
        "europe european eu union", "asia asian", "africa african", "israel israeli",
        "pakistan pakistani", "argentina argentine argentinian", "chile chilean",
        "iraq iraqi", 
        "venezuela venezuelan venezuelans", "kremlin moscow russia",
         "iran iranian", "saudi arabia", "egypt egyptian", "nigeria nigerian",
        "ukraine ukrainian", "york", "london", "hungary hungarian", "czech republic",
    )
]  # fmt: skip
_OF = {word: [g for g in _PEOPLES if word in g] for group in _PEOPLES for word in group}
_PLAIN = frozenset(
    "ceo cfo coo cto chief executive chairman president director inc corp co ltd plc llc group "
    "actor actress director cm pm mp star singer author writer union next former ex headteacher "
    "company holdings mr mrs ms dr sir lord fy q1 q2 q3 q4 h1 h2 ipo ai tv it pc ebitda yes no "
    "mep meps mp mps covid internet web e-commerce usd eur gbp cny rmb inr jpy vat gdp retail "
    "retailer s based led owned backed listed style like wide run minister secretary "
    "governor professor judge senator".split()
)


def check(claim: Row, pool: Pool) -> Iterator[Fault]:
    """Yield the faults of a claim's names."""
    shouting = _title_case(claim.text)
    foreign = pool.source.language == "de" or pool.source.foreign(claim)
    shared = claim.known is pool.source.known
    for name in claim.names if shared else names.spans(claim.text, pool.source.known):
        if any(q.start < name.end and name.start < q.end for q in claim.figures):
            continue
        if shouting and not (gazetteer.find(name.text) or name.kind == "place"):
            continue
        missing = [w for w in _parts(name.text) if not known(w, pool)]
        missing = [w for w in missing if not _people(w)]  # judged below
        if not missing or _other_form(name.text, pool):
            continue
        first = squeeze(name.text).split()[:1] == missing
        if name.start == 0 and first and _common(name.text, claim.text[name.end :]):
            continue
        sure = not foreign or gazetteer.find(name.text) is not None
        detail = f"{name.text} is not in the source"
        yield Fault("ENTITY_NOT_IN_SOURCE", detail, "block" if sure else "warn")
    for word in _CAPITAL.findall(claim.text):
        groups = _OF.get(word.lower())
        if groups and not any(group & pool.source.words for group in groups):
            yield Fault("ENTITY_NOT_IN_SOURCE", f"{word} is not in the source")


def _people(word: str) -> bool:
    """Say whether a word calls somebody after a country: "swedish"."""
    return word in _OF and bool(re.search(r"(?:ish|(?<!r)an|ese|nch)$", word))


_BOUND = lazy(r"\b(?:of|to|from|by|with|in) (?:the )?$")
_FIGURES = frozenset(
    words.key(w) for w in "say million billion trillion dollar euro pound yuan percent".split()
)


def misplaced(claim: Row, pool: Pool) -> Iterator[Fault]:
    """A name of the source that stands nowhere there with anything the claim says of it."""
    if claim.cjk or pool.source.language not in (None, "en"):
        return
    of_names = frozenset(words.key(w.lower()) for n in claim.names for w in n.text.split())
    rest = {k for k in claim.keys - of_names - _FIGURES if k.isalpha()}
    main = pool.source.title.names + (pool.source.rows[0].names if pool.source.rows else [])
    for name in claim.names:
        bound = _BOUND.search(claim.text[: name.start])
        if len(rest) < 3 or not bound or any(alike(name.text, m.text) for m in main):
            continue
        rows = [r for r in pool.source.rows if name.text in r.text]
        after = [pool.source.rows[r.index + 1] for r in rows if r.index + 1 < len(pool.source.rows)]
        if rows and not any(rest & r.keys for r in (*rows, *after)):
            detail = f"{name.text}: the source says nothing like it of it"
            yield Fault("ENTITY_MISPLACED", detail, "warn")


def label(claim: Row, pool: Pool) -> Iterator[Fault]:
    """Yield the faults of a "name: role" line: its name may not start with an ordinary word."""
    name = claim.text.partition(":")[0]
    missing = [w for w in _parts(name) if not known(w, pool)]
    if missing and not _other_form(name, pool) and not claim.cjk:
        yield Fault("ENTITY_NOT_IN_SOURCE", f"{name} is not in the source")
    yield from check(claim, pool)


_CAPITAL = lazy(r"\b[A-Z][a-z]{3,}\b")
_LONG = lazy(r"[^\W\d_][\w'-]{3,}")
_SMALL = frozenset("about after amid among from into near over than that under until with".split())


def _title_case(sentence: str) -> bool:
    """Say whether all is capitalised as in a headline, so that a capital makes no name.

    A sentence that is full of names still has its verbs in small letters.
    """
    found = [w for w in _LONG.findall(sentence) if w not in _SMALL]
    return len(found) > 3 and sum(w[0].isupper() for w in found) > 0.9 * len(found)


_NO_NAMES = CALENDAR | TITLES


def _parts(name: str) -> list[str]:
    return [
        w
        for w in squeeze(name).split()
        if w not in STOPWORDS and w not in _PLAIN and w.title() not in _NO_NAMES
    ]


def known(word: str, pool: Pool) -> bool:
    """Say whether the source holds a name's word, a form of it, or its place or people."""
    held = pool.source.words
    if word in held or word.rstrip("s") in held or f"{word}s" in held:
        return True
    if re.search(r"\d", word) or word in STARTERS:
        return bool(re.search(r"\d", word)) and word in pool.source.plain.replace(" ", "")
    if any(group & held for group in _OF.get(word, ())):
        return True
    return len(word) > 5 and word in pool.source.plain.replace(" ", "")


def _other_form(name: str, pool: Pool) -> bool:
    """Say whether the source names the same by initials, in full, or by a known alias."""
    body = pool.source.text
    if any(squeeze(alias) in pool.source.plain for alias in gazetteer.aliases(name)):
        return True
    letters = re.sub(r"[^A-Z]", "", name)
    if name.isupper() and 2 <= len(letters) <= 6:
        spaced = r"\w*[\s-]+(?:(?:of|and|for|the|de|&)\s+)*".join(letters)
        return bool(re.search(rf"\b{spaced}\w*", body))
    initials = "".join(w[0] for w in re.findall(r"\b[A-Z]\w+", name))
    return len(initials) > 2 and bool(re.search(rf"\b{initials}\b", body))


@lru_cache(maxsize=4096)
def alike(a: str, b: str) -> bool:
    """Say whether two names stand for the same: a place and its people, an alias, initials."""
    one, other = set(squeeze(a).split()), set(squeeze(b).split())
    if one & other or any(group & one and group & other for group in _PEOPLES):
        return True
    entry = gazetteer.find(a)
    if entry is not None and entry is gazetteer.find(b):
        return True
    short, long = sorted((re.sub(r"[.\s]", "", a), b), key=len)
    glued = squeeze(a).replace(" ", "") == squeeze(b).replace(" ", "")
    initials = "".join(re.findall(r"\b[A-Z]", long))
    return glued or (short.isupper() and initials[:3] == short[:3] and len(short) > 1)


_ACTS = lazy(
    r"^(?:'s\b|,| and [A-Z]| (?:is|was|has|had|have|are|were|will|would|may|could|"
    r"said|says|did|does|\w+ed|bought|sold|won|lost|plans|wants|hopes|aims|expects|owns|runs|makes|"
    r"sells|buys|opens)\b)"
)


_GOODS = frozenset(
    "food clothing fashion apparel footwear grocery furniture beauty toys electronics homeware "
    "jewellery jewelry meat dairy bread fruit alcohol petrol fuel delivery demand turnover "
    "revenue trade staff management stock stocks inventory debt cash rent energy freight "
    "inflation footfall traffic milk eggs gift cards".split()
)


def _common(name: str, after: str) -> bool:
    """Say whether a claim's first word may be an ordinary word that only starts it."""
    first, *more = name.split()
    low = first.lower()
    plain = (
        low in STARTERS
        or low in _GOODS
        or re.search(
            r"(?:ing|ed|ly|ers|ors|ists|ians|ment|tion|sion|ies|ics|ness|als?|ees|ings|ors|isers|"
            r"izers|nts|ures|ions)$",
            low,
        )
    )
    return bool(plain or more or not _ACTS.match(after))
