"""What a number counts: the noun behind it, as far as it is that noun and no further."""

from __future__ import annotations

import re
from dataclasses import replace

from briefing.core.card import measures_events as events
from briefing.core.card import measures_nouns as nouns
from briefing.core.card import measures_phrases as phrases
from briefing.core.card import measures_verbs as verbs
from briefing.core.card import measures_words as words_of
from briefing.core.card.reading import Row
from briefing.core.language import tagger
from briefing.core.language.figures import Quantity
from briefing.core.language.patterns import lazy
from briefing.core.language.tagger import Token

_ALONE = lazy(
    r"\s*(?:,|\.|;|\)|$|(?:for|to|at|from|on|and|in|after|compared|a|per)(?!\w))"
)  # nothing counted behind it
_OUT_OF = lazy(
    r"\s+(?:out )?of (?:(?:its |the |their |his |her )(?:top )?|(?:[A-Z][\w&.-]* ?){1,4}['’]s? )?"
)
# Plural without an s, or units and staffs that have none.
_MANY = frozenset(
    "people men women children staff personnel police crew aircraft spacecraft feet teeth mice "
    "geese fish sheep cattle livestock poultry data media series species offspring horsepower "
    "troops faculty clergy youth headcount folk percent metric acre-feet celsius fahrenheit "
    "more others fewer additional".split()
)
# Plurals that stand before a noun as its attribute.
_ATTRIBUTES = frozenset(
    "sales savings sports goods news earnings operations systems arms customs communications "
    "jobs economics hours years days months weeks minutes miles points times".split()
)


def counted(row: Row, tokens: list[Token], q: Quantity) -> str | None:
    """Return what is counted, or what a length of time is the length of; None if not told."""
    sentence = row.text
    unit = (q.unit or "").split(" ")[0].lower()
    after = sentence[q.end :]
    if unit in words_of.TIME or re.search(r"\b(?:years?|months?|weeks?|days?|hours?)$", q.text):
        return events.duration(row, tokens, q)
    if m := words_of.UNIT.match(after):
        return _measured(tokens, replace(q, end=q.end + m.end()), sentence)
    if re.match(r"-(?:year|month|week|day)s?-old\b", after):
        aged = nouns.after(tokens, q)
        if not aged or not aged[0].islower():
            return "age"
    first = q
    following = next((f for f in row.figures if f.start >= q.end), None)
    if following and _OUT_OF.fullmatch(sentence, q.end, following.start):
        q, after = following, sentence[following.end :]
    of_an_age = q.value is not None and 5 < q.value < 106
    if of_an_age and re.search(r"[A-Z][\w’'-]+, $", sentence[: q.start]) and after.startswith(","):
        return "age"
    if _ALONE.match(after):
        return phrases.tidy(verbs.metric(tokens, sentence[: q.start]) or "")
    phrase = _thing(tokens, q, single=after.startswith("-"))
    return phrases.done(phrases.tidy(phrase), tokens, first) if phrase else None


def alone(row: Row, q: Quantity) -> bool:
    """Say whether no noun stands behind a number: "the toll rose to 13"."""
    return _ALONE.match(row.text, q.end) is not None


def _measured(tokens: list[Token], q: Quantity, sentence: str) -> str | None:
    """Return the noun behind a figure and its unit: "a 53-kW battery pack", "5km of pipe"."""
    behind = sentence[q.end :]
    if not re.match(r" (?:of )?[a-z]", behind) or _ALONE.match(behind):
        return None
    span = nouns.span_after(tokens, q)
    return phrases.tidy(phrases.joined(tokens, span)) if span else None


def _thing(tokens: list[Token], q: Quantity, *, single: bool) -> str | None:
    """Return the noun phrase behind a number; None where its noun cannot be of so many."""
    span = nouns.span_after(tokens, q)
    at = next((i for i, t in enumerate(tokens) if t.start >= q.end), len(tokens))
    if (
        single
        or q.value in (0, 1)
        or any(t.low in ("a", "an") for t in tokens[max(0, at - 3) : at])
    ):
        return phrases.joined(tokens, span) if span else None
    if 0 < at < len(tokens) and _predicate(tokens, at):
        return None
    if span and tokens[span[0]].tag == "NUM" and tokens[span[0] + 1].low in words_of.TIME:
        return None  # "up from 440,000 six months earlier"
    if span is None or not _plural_in(tokens, span):
        span = _extended(tokens, at if span is None else span[0], span[1] if span else at)
    if span is None or all(t.tag == "NAME" for t in tokens[slice(*span)]):
        return None
    return phrases.joined(tokens, _cut(tokens, span))


def _predicate(tokens: list[Token], at: int) -> bool:
    """Say whether a verb stands right behind a number that means things named: "all five make"."""
    word, before = tokens[at], tokens[at - 2] if at > 1 else tokens[0]
    return before.low in ("all", "the", "other", "big") and tagger.base(word.low) == word.low


def _plural(token: Token) -> bool:
    low = token.low
    if low in _MANY or low.endswith("%"):
        return True
    return low.endswith("s") and not low.endswith(("ss", "'s", "’s", "us", "is"))


def _head_end(tokens: list[Token], span: tuple[int, int]) -> int:
    """Return the end of the noun phrase without what it is "of" or "in"."""
    start, end = span
    return next((k for k in range(start, end) if tokens[k].low in ("of", "in")), end)


def _plural_in(tokens: list[Token], span: tuple[int, int]) -> bool:
    head = tokens[span[0] : _head_end(tokens, span)]
    return any(_plural(t) for t in head) or all(t.tag == "NAME" for t in head)


def _extended(tokens: list[Token], start: int, end: int) -> tuple[int, int] | None:
    """Return a phrase carried on to its plural: "two catastrophic crashes", "mergers and"."""
    k = end
    while k < len(tokens) and k - end < 4:
        token = tokens[k]
        attribute = token.low in _MANY and k + 1 < len(tokens) and tokens[k + 1].tag == "NN"
        if _plural(token) and token.tag in ("NN", "VBZ", "NAME") and not attribute:
            return (start, k + 1)
        paired = token.low in ("and", "or", "&")
        if not paired and token.tag not in ("NN", "ADJ", "VBD", "VBG", "NAME"):
            return None
        k += 1
    return None


def _cut(tokens: list[Token], span: tuple[int, int]) -> tuple[int, int]:
    """Return a phrase without a verb that was taken for a noun: "units results in the best"."""
    start = span[0]
    head = _head_end(tokens, span)
    for k in range(start, head - 1):
        token, behind = tokens[k], tokens[k + 1]
        if not _plural(token) or token.tag == "NAME" or token.low in _ATTRIBUTES:
            continue
        if behind.tag in ("NAME", "POS") or behind.low in ("and", "or", "&", ",", "-"):
            continue
        verb = tagger.base(behind.low) is not None
        if not _plural(behind) or verb:
            return (start, k + 1)
    return span
