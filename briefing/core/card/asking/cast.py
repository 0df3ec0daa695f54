"""Who an article speaks of: its names, its main actor, and what "it" or "the company" stands for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from briefing.core.language import chunks, tagger
from briefing.core.language.tagger import Token

COMPANY_WORDS = frozenset(
    "company firm group retailer chain supermarket grocer airline bank carmaker automaker maker "
    "manufacturer brewer giant corporation business operator brand startup start-up bookseller "
    "insurer broker lender supplier organisation organization club store store-chain agency "
    "watchdog regulator conglomerate drugmaker utility exchange developer publisher producer "
    "telco miner steelmaker jeweller department-store discounter wholesaler restaurant".split()
)
DEAL_WORDS = frozenset("deal merger takeover acquisition tie-up alliance partnership".split())
METRICS = frozenset(
    "sales profit profits revenue revenues earnings turnover shares income margins margin growth "
    "output production exports imports losses costs prices traffic debts debt stock results "
    "orders deliveries shipments capacity workforce economy inflation unemployment".split()
)
INSTITUTIONS = frozenset(
    "government court judge regulators regulator police prosecutors shareholders investors unions "
    "union workers ministers minister commission parliament board directors creditors lawmakers "
    "authorities officials senate house council committee lawyers employees staff members "
    "cabinet administration watchdog bank tribunal jury president retailers banks airlines "
    "airline ministry management".split()
)
_CALENDAR = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|"
    r"August|September|October|November|December|Christmas|Easter"
)
_PLACES = frozenset(
    "US UK EU USA America Britain England Scotland Wales Ireland Europe Asia Africa China Japan India Germany "
    "France Spain Italy Russia Brazil Mexico Canada Australia London Paris Tokyo Beijing Moscow "
    "Berlin Brussels Washington York Delhi Mumbai Singapore Korea Taiwan Thailand Indonesia "
    "Turkey Greece Poland Sweden Norway Denmark Finland Netherlands Belgium Switzerland Austria "
    "Israel Iran Iraq Egypt Nigeria Kenya Argentina Chile Pakistan Bangladesh Vietnam Malaysia "
    "Philippines Ukraine Portugal Hungary California Texas Florida Chicago Boston U.S. U.K.".split()
)
_TITLES = frozenset(
    "Mr Mrs Ms Dr Sir Lord Lady Mr. Mrs. Ms. Dr. President Judge Senator Minister".split()
)
_CORPORATE = re.compile(
    r"\b(?:Inc|Corp|Co|Ltd|plc|PLC|AG|SA|Group|Holdings|Stores|Bank|Airlines|Airways|Motors?|"
    r"Foods?|Industries|Energy|Media|Entertainment|Commission|Union|Federation|Association|"
    r"Ministry|Department|Court|Council|Committee|Agency|Authority|Board|Party|Parliament|"
    r"University|Foundation|Institute|Services|Partners|Capital|Systems|Technologies|Supermarkets)\b\.?"
)


@dataclass(frozen=True)
class Cast:
    """The tagged sentences, the names by weight, and the topic name of each sentence.

    `topics[i]` is the organisation a sentence is about, `people[i]` the person last named.
    """

    tokens: tuple[tuple[Token, ...], ...]
    weight: Counter[str]
    topics: tuple[str | None, ...]
    people: tuple[str | None, ...]
    main: str | None
    described: dict[str, str] = field(default_factory=dict)

    def salient(self, text: str) -> float:
        """Return how often the names in `text` occur, their best, 0 if none is a name here."""
        return max(
            (self.weight[w] for w in re.findall(r"[\w&.’'-]+", text) for w in (strip(w),)),
            default=0,
        )


def strip(word: str) -> str:
    """Return a word without a possessive ending and outer stops."""
    return re.sub(r"['’]s?$", "", word).strip(".'’-")


def of(title: str, sentences: Sequence[str]) -> Cast:
    """Read an article's title and sentences and return its cast."""
    known = _known_names(sentences)
    tokens = tuple(tuple(tagger.tags(s, known)) for s in sentences)
    weight: Counter[str] = Counter()
    for row in tokens:
        weight.update(
            {strip(t.text) for t in row if t.tag == "NAME" and not _CALENDAR.fullmatch(t.text)}
        )
    in_title = set(map(strip, re.findall(r"[A-Z][\w&.’'-]+", title)))
    for name in in_title & set(weight):
        weight[name] += 2
    people = _people(tokens)
    main = _main(tokens, weight, people, title)
    topics, persons = _topics(tokens, people, main)
    return Cast(tokens, weight, topics, persons, main, _described(tokens, people))


def _known_names(sentences: Sequence[str]) -> frozenset[str]:
    """Words written with a capital inside a sentence, and never without one."""
    inside = {w for s in sentences for w in re.findall(r"(?<=[a-z,;] )[A-Z][\w&.’'-]*", s)}
    low = {w for s in sentences for w in re.findall(r"\b[a-z][\w’'-]*", s)}
    return frozenset(w for raw in inside for w in {raw, strip(raw)} if w.lower() not in low)


def runs(row: Sequence[Token]) -> list[tuple[int, int]]:
    """Return the spans of neighbouring name tokens."""
    found, i = [], 0
    while i < len(row):
        if row[i].tag == "NAME":
            j = i + 1
            while j < len(row) and (
                row[j].tag == "NAME"
                or (
                    row[j].low in ("of", "&", "and")
                    and row[j].low != "and"
                    and j + 1 < len(row)
                    and row[j + 1].tag == "NAME"
                )
            ):
                j += 1
            found.append((i, j))
            i = j
        i += 1
    return found


def words(row: Sequence[Token], span: tuple[int, int]) -> str:
    """Return the words of a span as printed, quotation marks left out."""
    out = ""
    for k in range(*span):
        token = row[k]
        gap = " " if k > span[0] and token.start > row[k - 1].end else ""
        out += gap + token.text
    return re.sub(r"\s+", " ", re.sub(r'[“”"]', "", out)).strip()


def _people(tokens: Sequence[Sequence[Token]]) -> frozenset[str]:
    """Names of people: after a title, before "said" as two words, or called he or she."""
    found: set[str] = set()
    for row in tokens:
        for a, b in runs(row):
            text = words(row, (a, b))
            if row[a].text in _TITLES and b - a >= 2:
                found.update((text, strip(row[b - 1].text)))
                continue
            if (
                not 2 <= b - a <= 3
                or _CORPORATE.search(text)
                or any(t.text in _PLACES for t in row[a:b])
            ):
                continue
            before = row[a - 1] if a else None
            after = row[b] if b < len(row) else None
            role = before is not None and re.fullmatch(
                r"(?:chief|executive|chairman|chairwoman|president|director|analyst|economist|spokesman|"
                r"spokeswoman|minister|secretary|founder|boss|manager|head|officer|actor|actress|singer|"
                r"lawyer|attorney|coach|captain|judge|leader|governor|mayor|senator)",
                before.low,
            )
            speaks = after is not None and after.low in ("said", "says", "told", "added", "who")
            spoken = before is not None and before.low in ("said", "says", "added")
            aged = (
                after is not None
                and after.text == ","
                and b + 1 < len(row)
                and row[b + 1].tag == "NUM"
            )
            if role or speaks or spoken or aged:
                found.update((text, strip(row[b - 1].text)))
    return frozenset(found)


def _main(
    tokens: Sequence[Sequence[Token]], weight: Counter[str], people: frozenset[str], title: str
) -> str | None:
    """The organisation the article is about: named early, often, and in the title."""
    score: Counter[str] = Counter()
    for i, row in enumerate(tokens):
        for a, b in runs(row):
            text = words(row, (a, b)).removesuffix("'s")
            if is_company(text, people):
                score[text] += 3 if i < 2 else 1
                score[text] += 4 if text in title and i < 3 else 0
    return score.most_common(1)[0][0] if score else None


def is_company(name: str, people: frozenset[str]) -> bool:
    """Say whether a name may be an organisation: no person, place, month, nationality."""
    last = strip(name.split()[-1]) if name.split() else ""
    return bool(
        name
        and name not in people
        and last not in people
        and not _CALENDAR.fullmatch(name)
        and name not in _PLACES
        and not re.fullmatch(r"[A-Z][a-z]+(?:ese|ish|ian|ean|can|rench|erman|utch)", name)
        and len(last) > 1
    )


def _topics(
    tokens: Sequence[Sequence[Token]], people: frozenset[str], main: str | None
) -> tuple[tuple[str | None, ...], tuple[str | None, ...]]:
    topics: list[str | None] = []
    persons: list[str | None] = []
    topic: str | None = None
    person: str | None = None
    for row in tokens:
        span = chunks.main_subject(row, len(row))
        if span:
            name = trailing_name(row, span)
            if name and is_company(name, people):
                topic = with_article(row, span, name)
            elif row[span[0]].low == "the" and row[span[1] - 1].low in COMPANY_WORDS:
                topic = topic or main
        for a, b in runs(row):
            text = words(row, (a, b))
            if text in people or (strip(row[b - 1].text) in people and b - a <= 3):
                person = text
        topics.append(topic)
        persons.append(person)
    return tuple(topics), tuple(persons)


def trailing_name(row: Sequence[Token], span: tuple[int, int]) -> str | None:
    """Return the name a phrase ends with: "US grocer Kroger" -> "Kroger"; None if it ends otherwise."""
    end = span[1]
    if row[end - 1].tag != "NAME":
        return None
    start = end - 1
    while start > span[0] and (
        row[start - 1].tag == "NAME"
        or (
            row[start - 1].low in ("of", "&")
            and start - 2 >= span[0]
            and row[start - 2].tag == "NAME"
        )
    ):
        start -= 1
    return words(row, (start, end))


def with_article(row: Sequence[Token], span: tuple[int, int], name: str) -> str:
    """Return the name with "the" when the phrase is just that: "the European Union"."""
    size = len(name.split())
    bare = span[1] - span[0] <= size + 1 and row[span[0]].low == "the"
    return f"the {name}" if bare else name


def _described(tokens: Sequence[Sequence[Token]], people: frozenset[str]) -> dict[str, str]:
    """Map a nationality to the one firm it describes: "Chinese e-commerce giant Alibaba"."""
    found: dict[str, str] = {}
    twice: set[str] = set()
    for row in tokens:
        for i, token in enumerate(row):
            if token.tag != "NAME" or not _NATION.fullmatch(token.text):
                continue
            j = i + 1
            while j < len(row) and row[j].tag in ("NN", "ADJ", "VB") and j - i < 6:
                j += 1
            if not (i + 1 < j < len(row) and row[j].tag == "NAME"):
                continue
            run = next(r for r in runs(row[j:]))
            name = words(row[j:], run)
            if is_company(name, people):
                if found.setdefault(token.text, name) != name:
                    twice.add(token.text)
    return {k: v for k, v in found.items() if k not in twice}


_NATION = re.compile(r"[A-Z][a-z]+(?:ese|ish|ian|ean|can|ench|erman|utch|wiss|raeli)")
