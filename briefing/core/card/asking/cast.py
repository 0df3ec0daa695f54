"""Who an article speaks of: its names, its main actor, and what "it" or "the company" stands "
"for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from briefing.core.card.asking import houses as houses_of
from briefing.core.card.asking import naming, nations
from briefing.core.card.asking import people as people_of
from briefing.core.card.asking.nouns import COMPANY_WORDS as COMPANY_WORDS
from briefing.core.card.asking.people import CALENDAR, NATIONS, is_company
from briefing.core.card.asking.phrases import (
    apposed,
    opening_name,
    runs,
    strip,
    trailing_name,
    with_article,
    words,
)
from briefing.core.language import chunks, gazetteer, names, tagger
from briefing.core.language import text as stems
from briefing.core.language.patterns import lazy
from briefing.core.language.tagger import Token


@dataclass(frozen=True)
class Cast:
    """The tagged sentences, the names by weight, and the topic name of each sentence.

    `topics[i]` is the organisation a sentence is about, `people[i]` the person last named;
    `nation` is the one nationality of the article ("Egyptian"), None when there are more;
    `home` the one country its opening speaks of, as printed.
    """

    tokens: tuple[tuple[Token, ...], ...]
    weight: Counter[str]
    topics: tuple[str | None, ...]
    people: tuple[str | None, ...]
    main: str | None
    nation: str | None = None
    pair: tuple[str, str] | None = None
    described: dict[str, str] = field(default_factory=dict)
    home: str | None = None

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The stems of the article's words that carry meaning."""
        return frozenset(stems.content_words(" ".join(t.low for row in self.tokens for t in row)))

    @cached_property
    def houses(self) -> dict[str, str]:
        """The firms that officers of the article speak for, by the officers' last names."""
        return houses_of.of_officers(words(row, (0, len(row))) for row in self.tokens)

    @cached_property
    def trades(self) -> dict[str, frozenset[str]]:
        """What the article calls its firms: an airline, a bank."""
        return houses_of.trades(self.tokens)

    def is_main(self, name: str) -> bool:
        """Say whether a name is the article's main organisation, in full or in short."""
        bare, main = name.removeprefix("the "), self.main or ""
        return bool(main) and (
            main == bare or main.startswith(bare + " ") or bare.startswith(main + " ")
        )

    def salient(self, text: str) -> float:
        """Return how often the names in `text` occur, their best, 0 if none is a name here."""
        return max(
            (self.weight[w] for w in re.findall(r"[\w&.’'-]+", text) for w in (strip(w),)),
            default=0,
        )


def of(title: str, sentences: Sequence[str]) -> Cast:
    """Read an article's title and sentences and return its cast."""
    known = known_names(sentences)
    pairs = naming.pairs(sentences)
    own = naming.owners(sentences, title)
    tokens = tuple(naming.named(tagger.tags(s, known), known, pairs, title, own) for s in sentences)
    weight: Counter[str] = Counter()
    for row in tokens:
        weight.update(
            {strip(t.text) for t in row if t.tag == "NAME" and not CALENDAR.fullmatch(t.text)}
        )
    in_title = set(map(strip, re.findall(r"[A-Z][\w&.’'-]+", title)))
    for name in in_title & set(weight):
        weight[name] += 2
    people = people_of.of(tokens)
    main = _main(tokens, weight, people, title, own)
    topics, persons = _topics(tokens, people, main)
    described = _described(tokens, people)
    return Cast(
        tokens, weight, topics, persons, main, _nation(tokens), described=described,
        pair=_pair(tokens[:3], people), home=nations.home(title, sentences[:3]),
    )  # fmt: skip


_OPENING = 3  # sentences, the first of which with a firm as its subject tells who it is about


def _nation(tokens: Sequence[Sequence[Token]]) -> str | None:
    found = {t.text for row in tokens for t in row if t.tag == "NAME" and t.text in NATIONS}
    return found.pop() if len(found) == 1 else None


# "Craftly Inc.": a name, whatever the word looks like
_INCORPORATED = lazy(r"([A-Z]\w+) (?:Inc|Corp|Ltd|plc|PLC|Group|Holdings)\b")


def known_names(sentences: Sequence[str]) -> frozenset[str]:
    """Words written with a capital inside a sentence, and never without one."""
    inside = {w for s in sentences for w in names.capitalised(s)}
    low = {w for s in sentences for w in names.uncapitalised(s)}
    inside |= {m[1] for s in sentences if (m := _INCORPORATED.match(s))}
    return frozenset(w for raw in inside for w in {raw, strip(raw)} if w.lower() not in low)


_OWNED_BY = lazy(r"(?:['’]s?)? (?:owner|parent|maker|operator|rival)\b")


def _main(
    tokens: Sequence[Sequence[Token]],
    weight: Counter[str],
    people: frozenset[str],
    title: str,
    endings: frozenset[str],
) -> str | None:
    """The organisation the article is about: named early, often, and in the title."""
    score: Counter[str] = Counter()
    for i, row in enumerate(tokens):
        leads = not score  # a standfirst may come before
        for a, b in runs(row):
            text = words(row, (a, b))
            if text.endswith(("'s", "’s")) and text[:-2] not in endings:
                text = text if gazetteer.find(text) else text[:-2]
            if is_company(text, people):
                score[text] += 3 if i < 2 else 1
                score[text] += 4 if text in title and i < 3 else 0
        opening = chunks.main_subject(row, len(row)) if i < _OPENING and leads else None
        opening = apposed(row, opening, COMPANY_WORDS) if opening else None
        subject = trailing_name(row, opening) if opening else None
        if subject and subject in score:
            score[subject] += 4
    for name in score:
        # "Zara owner to open stores": the story is the owner's
        own = title.startswith(name) and not _OWNED_BY.match(title[len(name) :])
        score[name] += 4 if own else 0
    # "Larkspur Outfitters", later "Larkspur": one firm, printed as first mentioned;
    # "Larkspur", later "Larkspur Capital": a firm and its arm
    met = list(score)
    for k, name in enumerate(met):
        longer = next((n for n in met[:k] if n.startswith(name + " ")), None)
        if longer:
            score[longer] += score[name]
    return score.most_common(1)[0][0] if score else None


def _pair(tokens: Sequence[Sequence[Token]], people: frozenset[str]) -> tuple[str, str] | None:
    """Return the two firms that an opening sentence joins as its subject: "Ash and Norvik"."""
    for row in tokens:
        span = chunks.main_subject(row, len(row))
        found = [r for r in runs(row) if span and span[0] <= r[0] and r[1] <= span[1]]
        if span and len(found) == 2 and [t.low for t in row[found[0][1] : found[1][0]]] == ["and"]:
            first, second = words(row, found[0]), words(row, found[1])
            if all(n in _POWERS or is_company(n, people) for n in (first, second)):
                return f"the {first}" if first in _POWERS and found[0][0] else first, second
    return None


_POWERS = frozenset(("EU", "US", "UK"))  # sides of a dispute that are no firms
# who is told not to have answered is not who the next sentence speaks of
_SILENT = lazy(
    r"\b(?:could not be reached|declined to (?:comment|say)|(?:did not|didn['’]t) (?:immediately )?"
    r"(?:respond|reply|comment|return))\b"
)
_REPRESENTS = lazy(
    r"(?:A|An|The) (?:[\w-]+ ){0,2}?(?:union|group|association|lobby|body|coalition) "
    r"(?:of|for|representing)\b"
)
_ANSWERING = frozenset("reached comment say respond reply return".split())
_BODIES = frozenset("union group association lobby body coalition".split())


def _is_silent(row: Sequence[Token]) -> bool:
    told = not _ANSWERING.isdisjoint([t.low for t in row])
    return told and _SILENT.search(words(row, (0, len(row)))) is not None


def _represents(row: Sequence[Token]) -> bool:
    speaks = row[0].text in ("A", "An", "The") if row else False
    told = speaks and not _BODIES.isdisjoint([t.low for t in row[1:6]])
    return told and _REPRESENTS.match(words(row, (0, len(row)))) is not None


_HOLDERS = frozenset("investors shareholders shares stock sales profits workers staff".split())


def _spoken_of(row: Sequence[Token], span: tuple[int, int]) -> str | None:
    """Return the firm of "investors in Nordhaven" or "shares of Kroger"."""
    for k in range(span[0] + 1, span[1] - 1):
        if row[k].tag == "IN" and row[k - 1].low in _HOLDERS:
            return trailing_name(row, (k + 1, span[1]))
    return None


def _topics(
    tokens: Sequence[Sequence[Token]], people: frozenset[str], main: str | None
) -> tuple[tuple[str | None, ...], tuple[str | None, ...]]:
    topics: list[str | None] = []
    persons: list[str | None] = []
    topic, person, age = main, None, 0
    for row in tokens:
        age += 1
        silent = _is_silent(row)
        span = None if silent else chunks.main_subject(row, len(row))
        span = apposed(row, span, COMPANY_WORDS) if span else None
        name = trailing_name(row, span) or _spoken_of(row, span) if span else None
        aside = opening_name(row, len(row)) if span is None and not silent else None
        if _represents(row):
            topic, age = "", 0  # who speaks has no name here: "it" is not the firm
        elif aside and is_company(aside, people):
            topic, age = aside, 0  # "Lumen, based in Atlanta, runs"
        elif span and name and is_company(name, people):
            topic, age = with_article(row, span, name), 0
        elif span and (row[span[0]].low == "it" or row[span[1] - 1].low in COMPANY_WORDS):
            age = 0
        # a firm named in passing is not what the next paragraph speaks of
        if age or topic is None:
            topic = main
        for a, b in runs(row):
            text = words(row, (a, b))
            if text in people or (strip(row[b - 1].text) in people and b - a <= 3):
                person = text
        topics.append(topic)
        persons.append(person)
    return tuple(topics), tuple(persons)


def _described(tokens: Sequence[Sequence[Token]], people: frozenset[str]) -> dict[str, str]:
    """Map a nationality to the one firm it describes: "Chinese e-commerce giant Alibaba"."""
    found: dict[str, str] = {}
    twice: set[str] = set()
    for row in tokens:
        for i, token in enumerate(row):
            if token.tag != "NAME" or token.text not in NATIONS:
                continue
            j = i + 1
            while j < len(row) and row[j].tag in ("NN", "ADJ", "VB") and j - i < 6:
                j += 1
            if not (i + 1 < j < len(row) and row[j].tag == "NAME"):
                continue
            run = runs(row[j:])[0]
            name = words(row[j:], run)
            if is_company(name, people) and found.setdefault(token.text, name) != name:
                twice.add(token.text)
    return {k: v for k, v in found.items() if k not in twice}
