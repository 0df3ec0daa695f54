"""Is it the same thing? The object of a sentence against the one that a question asks about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from briefing.core.day import ledger_words as data
from briefing.core.language import tagger
from briefing.core.language import text as words_of
from briefing.core.language.patterns import lazy
from briefing.core.language.tagger import Token
from briefing.models import Question

_NUMBER = lazy(
    r"(?<![\w.])[$£€¥₹]?(\d[\d,]*(?:\.\d+)?)\s*(%|per cent|percent|bn|billion|m\b|million|k\b|"
    r"thousand)?"
)
_SPELT = dict(
    zip(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty "
        "ninety".split(),
        (*range(2, 21), *range(30, 100, 10)),
        strict=True,
    )
)
_SPELT_WORD = lazy(rf"\b(?:{'|'.join(_SPELT)})\b")
_MONEY = ("acquire", "close", "sign", "divest")  # events whose price may differ from the one asked
_EDGES = ("IN", "TO", "SUB", "WH", "MD", "AUX", "CC", ",")
_PARTICLES = ("off", "up", "down")  # "hired out" is another verb
_UNSAID = frozenset("new own more further additional the a".split())


class Thing(NamedTuple):
    """A noun phrase taken apart, in stems: its head, what stands before it, and what follows
    each preposition; `named` where the head is a name."""

    head: str
    before: frozenset[str]
    after: tuple[tuple[str, tuple[str, ...]], ...]
    named: bool


def main_verb(question: Question) -> str:
    """Return the base form of the verb that a question asks about, "" if it is not known."""
    row = _asked(question)
    return next((b for t in row if (b := tagger.base(t.low)) and t.low != "going"), "")


@lru_cache(maxsize=8192)
def _asked(question: Question) -> tuple[Token, ...]:
    # a stand-in subject keeps the verb a verb
    whole, actor = question.question, question.actor.lower()
    at = whole.lower().find(actor)
    rest = whole[at + len(actor) :] if actor and at >= 0 else whole.split(None, 1)[-1]
    rest = re.sub(rf"^['’](?:s )?{data.ORGAN}\b", "", rest)
    return tuple(tagger.tags(f"it will {rest.strip()}"))[2:]


@lru_cache(maxsize=8192)
def wanted(question: Question) -> Thing:
    """Return the thing that a question asks about."""
    if question.object:
        return taken_apart(tagger.tags("it does " + question.object)[2:])
    row = _asked(question)
    verb = next((i for i, t in enumerate(row) if tagger.base(t.low) == main_verb(question)), -1)
    return taken_apart(row[verb + 1 :])


def taken_apart(row: Sequence[Token]) -> Thing:
    """Return the thing that a run of tokens begins with, the particle of its verb left out."""
    if row and row[0].low in _PARTICLES:
        row = row[1:]
    first = next((i for i in range(len(row)) if _is_edge(row, i)), len(row))
    plain = [t for t in row[:first] if t.tag not in ("DET", "POS", "RB", "PRP")]
    nouns = [t for t in plain if t.tag != "NUM" and not _when(t)]
    head = words_of.stem(nouns[-1].low) if nouns else ""
    before = frozenset(words_of.stem(t.low) for t in nouns[:-1] if t.low not in _UNSAID)
    after: dict[str, tuple[str, ...]] = {}
    i = first
    while i < len(row):
        j = next((k for k in range(i + 1, len(row)) if _is_edge(row, k)), len(row))
        if row[i].tag in ("IN", "TO") and i + 1 < j and row[i + 1].tag != "VB":
            after.setdefault(row[i].low, _owned(row[i + 1 : j]))
        i = j
    return Thing(head, before, tuple(after.items()), bool(nouns) and nouns[-1].tag == "NAME")


def _is_edge(row: Sequence[Token], k: int) -> bool:
    if row[k].low == "about":  # "questions about", but not "about 40"
        return k + 1 < len(row) and row[k + 1].tag != "NUM"
    joins = row[k].low in ("and", "or") and row[k - 1].tag in ("NAME", "POS")
    return row[k].tag in _EDGES and not (joins and k + 1 < len(row) and row[k + 1].tag == "NAME")


def _owned(row: Sequence[Token]) -> tuple[str, ...]:
    """Return the stems of a phrase without those of an owner: "Tindle's factory" is no Tindle."""
    owner = max((k for k, t in enumerate(row) if t.tag == "POS"), default=-1)
    here = [t for t in row[owner + 1 :] if t.tag in ("NN", "NAME", "ADJ", "VBZ", "VBG")]
    dated = all(_when(t) for t in here)  # "on Monday", but not "on Monday trading"
    stems = () if dated else tuple(words_of.stem(t.low) for t in here)
    return stems or (("'s",) if owner >= 0 else ())


def _when(token: Token) -> bool:
    return words_of.stem(token.low) in data.CALENDAR


@cache
def _alike() -> dict[str, frozenset[str]]:
    rows = [frozenset(map(words_of.stem, row.split())) for row in data.ALIKE]
    return {stem: row for row in rows for stem in row}


def alike(a: str, b: str) -> bool:
    """Say whether two stems name the same kind of thing."""
    return a == b or b in _alike().get(a, ())


def widened(stems: Iterable[str]) -> set[str]:
    """Return stems with all that name the same kinds of thing."""
    return {other for stem in stems for other in (stem, *_alike().get(stem, ()))}


def same(question: Question, row: Sequence[Token]) -> bool:
    """Say whether the tokens, a verb's object or its passive subject, are the thing asked about."""
    asked, told = wanted(question), taken_apart(row)
    if row and row[0].low.endswith(("self", "selves")):
        return False
    if question.event == "leave" and any(t.tag == "VBG" or t.low == "out" for t in row):
        return False  # "left the group guessing", "left it out"
    if any(t.low in data.NONE and t.low not in question.question for t in row):
        return False
    spans = set(data.PERIOD.findall(question.question.lower()))
    here = {m for t in row for m in data.PERIOD.findall(t.low)}
    if spans and here and not spans & here:
        return False
    if question.event in ("open", "shut", "close") and _led(asked, "to") != _led(told, "to"):
        return False  # "closed 40 shops to cyclists"
    if told.head == words_of.stem(main_verb(question)) and not alike(asked.head, told.head):
        told = told._replace(head="", before=frozenset())  # "lodged an appeal"
    if question.event == "hire" and told.named and not alike(asked.head, told.head):
        return _in_office(asked, row)  # "named Jan Wirth as"
    if bool(asked.head) != bool(told.head):
        return False
    if asked.head and not alike(asked.head, told.head):
        return False
    if asked.before and told.before and not asked.before & told.before and not _named(asked, told):
        return False
    return _places_agree(asked, told)


def _led(thing: Thing, word: str) -> bool:
    return bool(dict(thing.after).get(word))


def _named(asked: Thing, told: Thing) -> bool:
    """Say whether what stands before the head in one stands right after it in the other."""
    return any(told.before & set(stems) for _, stems in asked.after[:1]) or any(
        asked.before & set(stems) for _, stems in told.after[:1]
    )


def _in_office(asked: Thing, row: Sequence[Token]) -> bool:
    stems = [words_of.stem(t.low) for t in row]
    places = [i for i, stem in enumerate(stems) if alike(asked.head, stem)]
    verbs = [i for i, t in enumerate(row) if t.tag.startswith("VB")]
    return any(
        (not asked.before or stems[i - 1] in asked.before) and not any(v < i for v in verbs)
        for i in places
        if i
    )


def _places_agree(asked: Thing, told: Thing) -> bool:
    given = dict(told.after)
    for word, stems in asked.after:
        here = given.get(word, ())
        if stems and here and not _agree(stems, here):
            return False
        if stems and not asked.head and not here:
            return False
    return True


def _agree(a: Sequence[str], b: Sequence[str]) -> bool:
    """Say whether two phrases share a word; the same last word after other words is not enough."""
    shared = set(a) & set(b)
    if len(a) > 1 and len(b) > 1:
        return len(shared) > 1 if a[-1] == b[-1] else a[-1] in b and b[-1] in a
    return bool(shared)


def numbers(text: str) -> list[tuple[float, str]]:
    """Return the figures of a text in order: value and kind ("%", "$" or "n")."""
    scale = {"bn": 1e9, "billion": 1e9, "m": 1e6, "million": 1e6, "k": 1e3, "thousand": 1e3}
    out = []
    plain = _SPELT_WORD.sub(lambda m: str(_SPELT[m[0]]), text.lower())
    for m in _NUMBER.finditer(plain):
        value = float(m.group(1).replace(",", ""))
        unit = m.group(2) or ""
        kind = (
            "%" if unit in ("%", "percent", "per cent") else "$" if m.group()[0] in "$£€¥₹" else "n"
        )
        if kind == "n" and 1900 <= value <= 2100 and not unit:
            continue
        out.append((value * scale.get(unit, 1), kind))
    return out


def enough(question: Question, said: str) -> bool:
    """Say whether the figure of a predicate reaches the one asked for, where one is set.

    The first figure of a kind counts: "4 of 40" is 4.
    """
    asked = numbers(question.object or question.question)
    if not asked or (question.event in _MONEY and asked[0][1] != "n"):
        return True
    value, kind = asked[0]
    told = [v for v, k in numbers(said) if k == kind]
    if not told:
        return question.event not in (*data.COUNTED, *_MONEY, "report", "raise", "guide")
    return told[0] >= value * 0.995 and not data.PARTLY.search(said)


def other_figure(question: Question, said: str) -> bool:
    """Say whether a predicate counts another number than the one asked about."""
    asked = [v for v, k in numbers(question.object or question.question) if k == "n"]
    told = [v for v, k in numbers(said) if k == "n"]
    return bool(asked and told) and (asked[0] != told[0] or bool(data.PARTLY.search(said)))
