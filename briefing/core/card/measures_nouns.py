"""The noun phrase right behind a figure: where it begins, and where it ends."""

from __future__ import annotations

from briefing.core.card import measures_phrases as phrases
from briefing.core.card import measures_words as words_of
from briefing.core.language.figures import Quantity
from briefing.core.language.names_words import MONTHS
from briefing.core.language.tagger import Token


def after(tokens: list[Token], q: Quantity) -> str | None:
    """Return the noun phrase right behind a figure, what it is "of" or "in" included."""
    span = span_after(tokens, q)
    if span and q.kind == "money":
        span = _one_thing(tokens, span)
    return phrases.joined(tokens, span) if span else None


def _one_thing(tokens: list[Token], span: tuple[int, int]) -> tuple[int, int]:
    """Return the phrase of one thing, a verb behind it cut: "fund underlines growing demand"."""
    start, end = span
    if tokens[end - 1].low == "accounts" and end < len(tokens) and tokens[end].low == "for":
        return (start, end - 1)
    for k in range(start + 1, end - 1):
        one, verb = tokens[k - 1], tokens[k]
        if one.low in _SUMS and verb.tag == "NN" and verb.low.endswith("s"):
            return (start, k)  # "bid undervalues the club"
        if (
            one.tag == verb.tag == "NN"
            and verb.low.endswith("s")
            and not one.low.endswith("s")
            and (tokens[k + 1].tag in ("VBG", "ADJ", "DET") or verb.low == "accounts")
        ):
            return (start, k)
    return span


def span_after(tokens: list[Token], q: Quantity) -> tuple[int, int] | None:
    """Return where the noun phrase right behind a figure begins and ends."""
    i = next((i for i, t in enumerate(tokens) if t.start >= q.end), len(tokens))
    while i < len(tokens) and tokens[i].low in ("-", "of", "in", "the"):
        i += 1
    other = i + 1 < len(tokens) and tokens[i].low in ("or", "to") and tokens[i + 1].tag == "NUM"
    if other and q.kind == "count":
        i += 2  # "nine or fifteen nights"
    j = i
    while j < len(tokens) and j - i < 6 and _goes_on(tokens, i, j):
        j += 1
    if j == i:
        return None
    if j < len(tokens) and tokens[j].low in ("of", "in") and j > i:
        k = j + 1
        while k < len(tokens) and tokens[k].tag in (*phrases.NOUNISH, "DET") and k - j < 5:
            k += 1
        cut_off = any(t.tag == "NUM" for t in tokens[j:k]) and not tokens[k - 1].low.endswith("s")
        timed = cut_off or any(
            t.low in words_of.TIME or t.low in _FIRST or t.text in MONTHS for t in tokens[j:k]
        )
        doing = k > j + 2 and tokens[j + 1].tag == "VBG" and tokens[j + 2].tag == "DET"
        if k > j + 1 and tokens[k - 1].tag in ("NN", "NAME") and not (timed or doing):
            j = k
    while j > i and tokens[j - 1].tag not in ("NN", "NAME", "VB") and not _gerund(tokens, j, i):
        j -= 1
    j = _shared(tokens, _listed(tokens, j))
    if all(t.tag == "NAME" for t in tokens[i:j]):
        return None
    return (i, j) if j > i else None


_SUMS = ("bid", "offer", "loan", "deal", "plan", "fund", "stake")
_FIRST = frozenset("first second third last".split())
_OBJECT = ("DET", "NN", "NAME", "PRP", "ADJ", "VBG", "NUM")
_ENDING = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow earlier "
    "later last ago ages aged each apart apiece overnight".split()
)


def _goes_on(tokens: list[Token], i: int, j: int) -> bool:
    """Say whether a word is part of the phrase from `i`: not the day in "jets Wednesday".

    A verb that can only be a noun is: "an accuracy guarantee for you".
    """
    token = tokens[j]
    if token.low in _ENDING:
        return False
    if j > i and token.tag == "NUM" and _is_apart(tokens[j - 1], token):
        return False
    if token.tag != "VB":
        return token.tag in phrases.NOUNISH
    noun = j > i and tokens[j - 1].tag == "NN" and not tokens[j - 1].low.endswith("s")
    return noun and (j + 1 >= len(tokens) or tokens[j + 1].tag not in (*_OBJECT, "TO", "RB"))


def _is_apart(before: Token, figure: Token) -> bool:
    """Say whether a figure begins something of its own: "suppliers exhibiting 400 kinds"."""
    return before.tag == "VBG" or before.low == "plus" or figure.text[0] in "$£€"


def _gerund(tokens: list[Token], j: int, i: int) -> bool:
    """Say whether the word before `j` is a noun in -ing, not a verb: "school funding"."""
    if tokens[j - 1].tag != "VBG" or j - 2 < i or tokens[j - 2].tag not in ("NN", "NAME", "ADJ"):
        return False
    return j >= len(tokens) or tokens[j].tag not in (
        "DET",
        "NN",
        "NAME",
        "PRP",
        "ADJ",
        "VBG",
        "NUM",
    )


def _shared(tokens: list[Token], j: int) -> int:
    """Return the end of a pair of attributes with their noun: "business and political leaders"."""
    if j + 1 >= len(tokens) or tokens[j].low not in ("and", "or"):
        return j
    if tokens[j - 1].low.endswith("s") != tokens[j - 1].low.endswith("ss"):  # things themselves
        return j
    k = j + 1
    while k < len(tokens) and tokens[k].tag in ("NN", "ADJ", "VBG") and k - j < 4:
        k += 1
    paired = k - j > 2 and tokens[k - 1].tag == "NN" and not tokens[j + 1].low.endswith("ed")
    return k if paired else j


def _listed(tokens: list[Token], j: int) -> int:
    """Return the end of a list of names that goes on: "Virginia and the Carolinas"."""
    k = j
    while k + 1 < len(tokens) and tokens[j - 1].tag == "NAME" and tokens[k].low in (",", "and"):
        last = tokens[k].low == "and"
        k += 1 + (tokens[k + 1].low == "the")
        if k >= len(tokens) or tokens[k].tag != "NAME":
            return j
        while k < len(tokens) and tokens[k].tag == "NAME":
            k += 1
        if last:
            ends = (
                tokens[j].text == ","
                or k >= len(tokens)
                or tokens[k].tag not in ("VBZ", "VBD", "MD", "AUX", "POS")
            )
            return k if ends else j
    return j
