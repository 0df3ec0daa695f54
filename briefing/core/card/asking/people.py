"""Which of an article's names are people, and which may be organisations."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.core.card.asking.phrases import runs, strip, words
from briefing.core.language import gazetteer, names_words
from briefing.core.language.patterns import lazy
from briefing.core.language.tagger import Token

# listed, because an ending proves nothing: "Caledonian" and "Yundian" are firms
NATIONS = frozenset(
    "American British English Scottish Welsh Irish French German Italian Spanish Portuguese Dutch "
    "Belgian Swiss Austrian Danish Swedish Norwegian Finnish Icelandic Polish Czech Slovak "
    "Hungarian "
    "Romanian Bulgarian Greek Turkish Russian Ukrainian Chinese Japanese Korean Indian Pakistani "
    "Bangladeshi Thai Vietnamese Indonesian Malaysian Singaporean Filipino Taiwanese Australian "
    "Canadian Mexican Brazilian Argentine Argentinian Chilean Colombian Peruvian Venezuelan "
    "Nigerian "
    "Kenyan Egyptian Israeli Iranian Iraqi Saudi Lebanese Syrian Emirati Qatari Kuwaiti Moroccan "
    "Algerian Tunisian African European Asian Arab Palestinian Cuban Kazakh Lankan Cypriot Serbian "
    "Croatian Slovenian Estonian Latvian Lithuanian Scandinavian US UK U.S. U.K.".split()
)
_GIVEN = names_words.MALE | names_words.FEMALE

CALENDAR = lazy(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|"
    r"August|September|October|November|December|Christmas|Easter"
)
PLACES = frozenset(
    "US UK EU USA America Britain England Scotland Wales Ireland Europe Asia Africa China Japan "
    "India Germany "
    "France Spain Italy Russia Brazil Mexico Canada Australia London Paris Tokyo Beijing Moscow "
    "Berlin Brussels Washington York Delhi Mumbai Singapore Korea Taiwan Thailand Indonesia "
    "Turkey Greece Poland Sweden Norway Denmark Finland Netherlands Belgium Switzerland Austria "
    "Israel Iran Iraq Egypt Nigeria Kenya Argentina Chile Pakistan Bangladesh Vietnam Malaysia "
    "Philippines Ukraine Portugal Hungary California Texas Florida Chicago Boston U.S. U.K.".split()
)
_TITLES = frozenset(
    "Mr Mrs Ms Dr Sir Lord Lady Mr. Mrs. Ms. Dr. President Judge Senator Minister".split()
)
_OFFICES = frozenset(
    "Chief Executive Officer Financial Finance Operating Vice Chairman Chairwoman Chair President "
    "Director Managing Minister Prime Secretary Deputy Governor Justice General Attorney CEO CFO "
    "COO Chancellor Commissioner Senator Treasury Foreign Head Founder Spokesman "
    "Spokeswoman".split()
)
_CORPORATE = lazy(
    r"\b(?:Inc|Corp|Co|Ltd|plc|PLC|AG|SA|Group|Holdings|Stores|Bank|Airlines|Airways|Motors?|"
    r"Foods?|Industries|Energy|Media|Entertainment|Commission|Union|Federation|Association|"
    r"Ministry|Department|Court|Council|Committee|Agency|Authority|Board|Party|Parliament|"
    r"University|Foundation|Institute|Services|Partners|Capital|Systems|Technologies|"
    r"Supermarkets)\b\.?"
)


def of(tokens: Sequence[Sequence[Token]]) -> frozenset[str]:
    """Names of people: after a title, before "said" as two words, or called he or she."""
    found: set[str] = set()
    alone: set[str] = set()  # names met by themselves so far: "Ford", before Bill Ford
    for row in tokens:
        met = runs(row)
        for first, b in met:
            # "Economy Minister Roberto Lavagna": the person is what follows the office
            offices = [k for k in range(first, b - 1) if row[k].text in _OFFICES]
            a = offices[-1] + 1 if offices else first
            text = words(row, (a, b))
            if (row[a].text in _TITLES or a > first) and b - a >= (1 if a > first else 2):
                found.update((text, words(row, (first, b)), *_last(row[b - 1], alone)))
                continue
            if (
                not 2 <= b - a <= 3
                or _CORPORATE.search(text)
                or "&" in text
                or any(t.text in PLACES for t in row[a:b])
                or _is_firm(row, a, b)
                or text in names_words.LONG_PLACES
            ):
                continue
            before = row[a - 1] if a else None
            after = row[b] if b < len(row) else None
            role = before is not None and _OFFICE.fullmatch(before.low)
            speaks = after is not None and after.low in ("said", "says", "told", "added", "who")
            speaks = speaks or [t.low for t in row[b : b + 2]] == [",", "who"]
            spoken = before is not None and before.low in ("said", "says", "added")
            titled = _holds_office(row, b) or _in_office(row, a, b)
            aged = (
                after is not None
                and after.text == ","
                and b + 1 < len(row)
                and row[b + 1].tag == "NUM"
            )
            if titled or role or speaks or spoken or aged:
                found.update((text, *_last(row[b - 1], alone)))
        alone.update(strip(row[a].text) for a, b in met if b - a == 1)
    for firm in {words(row, r) for row in tokens for r in runs(row) if _trades(row, r)} & found:
        found -= {firm, strip(firm.split()[-1])}
    return frozenset(found)


def _is_firm(row: Sequence[Token], start: int, end: int) -> bool:
    """Say whether the last word makes it a firm: "Bob Evans Farms", not "Emily Post"."""
    if row[end - 1].text not in names_words.ORGANISATION:
        return False
    return end - start > 2 or row[start].low not in _GIVEN


# what only firms have, and what only firms are
_OWNED = frozenset("shares stock sales profits revenue stores flights customers chief boss".split())
_KINDS = frozenset(
    "airline firm company retailer chain group bank carmaker supermarket grocer brewer insurer "
    "operator manufacturer carrier lender brand".split()
)


def _trades(row: Sequence[Token], run: tuple[int, int]) -> bool:
    """Say whether a name is a firm's by what stands beside it: "Lark Ford shares"."""
    a, b = run
    after = row[b].low if b < len(row) else ""
    before = row[a - 1].low if a else ""
    held = before == "in" and a > 1 and row[a - 2].low in ("shares", "stake", "stock")
    return after in _OWNED or before in _KINDS or held


def _last(token: Token, alone: set[str]) -> tuple[str, ...]:
    """Return a person's last name, unless something else bore it before he came in."""
    name = strip(token.text)
    return () if name in alone else (name,)


_GENERIC = frozenset(
    "Union Group Court Board Council Commission Ministry Department Bank Company Agency Photo "
    "Rumor Rumour Chief Tribunal Association Committee Federation Party President Minister "
    "However Meanwhile GST VAT GDP Internet We They You Twitter Facebook God Christmas Business "
    "Sources Reuters EBITDA EBIT EPS FFO GAAP ESG COVID-19 Covid-19 Inc Inc. Corp Corp. Co Co. Ltd "
    "Ltd. plc PLC LLC The".split()
)


_OFFICE = lazy(
    r"(?:chief|executive|chairman|chairwoman|president|director|analyst|economist|spokesman|"
    r"spokeswoman|minister|secretary|founder|boss|manager|head|officer|actor|actress|singer|"
    r"lawyer|attorney|coach|captain|judge|leader|governor|mayor|senator)"
)


def _holds_office(row: Sequence[Token], end: int) -> bool:
    """Say whether an office follows the name: "Anna Bauer, Kroger's chief executive, said"."""
    if end >= len(row) or row[end].text != ",":
        return False
    for k in range(end + 1, min(len(row) - 1, end + 7)):
        if _OFFICE.fullmatch(row[k].low):
            following = (
                row[k + 2] if row[k + 1].low == "executive" and k + 2 < len(row) else row[k + 1]
            )
            return following.tag in (",", "IN", "CC")
        if row[k].tag not in ("DET", "NN", "ADJ", "POS", "NAME", "VBG"):
            return False
    return False


def _in_office(row: Sequence[Token], start: int, end: int) -> bool:
    """Say whether a name is set after its office: "its chief executive, Helen Stott, will"."""
    if start < 2 or end >= len(row) or (row[start - 1].text, row[end].text) != (",", ","):
        return False
    return _OFFICE.fullmatch(row[start - 2].low) is not None


# written with a capital, and nobody's name
_COMMON = frozenset(
    "New SUV SUVs EV EVs AI South North East West LLC Website Social Edition Make".split()
)


def is_nobody(name: str) -> bool:
    """Say whether a capitalised word names no one: "SUV sales", "New vehicles"."""
    return name.removeprefix("the ") in _COMMON


def is_national(name: str) -> bool:
    """Say whether a word is a nationality: "German", "Japanese"."""
    return name in NATIONS


def _personal(name: str) -> bool:
    """Say whether a name that begins with a given name is a person's."""
    parts = name.partition(" of ")[0].split()  # "Ann Reed of Kroger"
    if len(parts) == 1:
        return True
    if any(p in names_words.ORGANISATION for p in parts):
        return False
    return len(parts) <= 3 and "&" not in parts and gazetteer.find(name) is None


_STREET = lazy(r" (?:Avenue|Street|Boulevard|Square)$")


def is_company(name: str, people: frozenset[str]) -> bool:
    """Say whether a name may be an organisation: no person, place, month, nationality."""
    last = strip(name.split()[-1]) if name.split() else ""
    # "Ford", though Bill Ford runs it; "Pell & Crane", though Walter Crane began it
    known = "&" in name or gazetteer.find(name) is not None
    given = name.split()[0].lower() in _GIVEN if name.split() else False
    return bool(
        name
        and (known or (name not in people and last not in people))
        and not CALENDAR.fullmatch(name)
        and name not in PLACES
        and not is_national(name)
        and name not in _GENERIC
        and not is_nobody(name)
        and name not in names_words.PLACES
        and (known or not _STREET.search(name))
        and (name not in names_words.LONG_PLACES or name.endswith("Union"))
        and (known or len(last) > 1)
        and (re.fullmatch(r"[A-Z]\d+", name) is None or gazetteer.find(name) is not None)
        and not (given and _personal(name))
    )
