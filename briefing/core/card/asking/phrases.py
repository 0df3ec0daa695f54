"""Name phrases in a tagged sentence: where they stand and how they are printed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.core.language import chunks
from briefing.core.language.patterns import lazy
from briefing.core.language.tagger import Token

_OWN = lazy(r"['’]s?$")
_NO_QUOTES = str.maketrans("", "", '“”"')
_UNIONS = frozenset("Union Federation Association Alliance Guild Society".split())
_BODIES = _UNIONS | frozenset("Authority Commission Agency Council Board Office".split())
_FIRM = frozenset("Co Co. Corp Corp. Inc Inc. Ltd Ltd. plc PLC AG SA Group Company Sons".split())


def strip(word: str) -> str:
    """Return a word without a possessive ending and outer stops."""
    return word if word.isalnum() else _OWN.sub("", word).strip(".,;:?!'’-")


def runs(row: Sequence[Token]) -> list[tuple[int, int]]:
    """Return the spans of neighbouring name tokens."""
    found, end = [], 0
    for i, token in enumerate(row):
        if token.tag == "NAME" and i >= end:
            j = i + 1
            while j < len(row) and (
                row[j].tag == "NAME"
                or (row[j].low == "of" and j + 1 < len(row) and row[j + 1].tag == "NAME")
            ):
                j += 1
            found.append((i, j))
            end = j + 1
    return found


def words(row: Sequence[Token], span: tuple[int, int]) -> str:
    """Return the words of a span as printed, quotation marks left out."""
    out = ""
    for k in range(*span):
        token = row[k]
        gap = " " if k > span[0] and token.start > row[k - 1].end else ""
        out += gap + token.text
    return " ".join(out.translate(_NO_QUOTES).split())


def trailing_name(row: Sequence[Token], span: tuple[int, int]) -> str | None:
    """Return the name a phrase ends with: "US grocer Kroger" -> "Kroger"; None if it ends "
    "otherwise."""
    end = span[1]
    if row[end - 1].tag != "NAME":
        return None
    start = end - 1
    while start > span[0] and (
        row[start - 1].tag == "NAME"
        or (row[start - 1].tag == "POS" and row[start].text in _UNIONS)
        or (
            (
                row[start - 1].low == "of"
                or (row[start - 1].low == "and" and row[end - 1].text in _FIRM | _BODIES)
            )
            and start - 2 >= span[0]
            and row[start - 2].tag == "NAME"
        )
    ):
        start -= 1
    if start > span[0] and row[start - 1].tag == "IN":
        return None
    return words(row, (start, end))


def with_article(row: Sequence[Token], span: tuple[int, int], name: str) -> str:
    """Return the name with "the" when the phrase is just that: "the European Union"."""
    size = len(name.split())
    bare = span[1] - span[0] <= size + 1 and row[span[0]].low == "the"
    return f"the {name}" if bare else name


def head(row: Sequence[Token], span: tuple[int, int]) -> Token:
    """Return the noun that the phrase is about: "executives of Ireland's airline" -> "
    ""executives"."""
    for k in range(span[0] + 1, span[1]):
        if row[k].tag == "IN" and row[k - 1].tag != "NAME":
            return row[k - 1]
    return row[span[1] - 1]


def names_joined(row: Sequence[Token], span: tuple[int, int]) -> bool:
    """Say whether every part round "and" is a name: "Pernod and Diageo", or one: "Iron and "
    "Steel Co."."""
    return all(
        t.tag in ("NAME", "POS", "DET", "IN") or t.low == "and" for t in row[span[0] : span[1]]
    )


def bare(row: Sequence[Token], span: tuple[int, int], tail: str, text: str) -> str:
    """Return the name without what describes it: "Chinese retailer Sun Art" -> "Sun Art"."""
    start, left = span[1], len(tail.split())
    while left and start > span[0]:  # "Dalby's" is one word and two tokens
        start -= 1
        apart = start == span[0] or row[start].start > row[start - 1].end
        left -= apart or row[start - 1].tag != "NAME"
    prior = row[start - 1] if start > span[0] else None
    if prior is None or prior.tag not in ("NN", "POS", "ADJ", "DET") or tail[0].isdigit():
        return text
    the = prior.low == "the" and row[span[0]].low == "the"
    return ("the " if the else "") + tail


def possessive(name: str) -> str:
    """Return the name with its ending: "Kroger's", "General Motors'"."""
    if re.search(r"['’]s$", name):
        return name
    return name + ("'" if name.endswith("s") and not name.endswith("ss") else "'s")


def uncapital(text: str) -> str:
    """Return the text with its first letter lowered."""
    return text[:1].lower() + text[1:]


def is_plural(token: Token) -> bool:
    """Say whether a noun is a plural by its form."""
    low = token.low
    if token.tag == "NAME":
        return re.fullmatch(r"[A-Z]{2,}s", token.text) is not None
    return low in ("police", "people", "staff", "drugmakers") or (
        token.tag == "NN"
        and low.endswith("s")
        and not low.endswith(("ss", "us", "is"))
        and low != "news"
    )


def tells_of(row: Sequence[Token], span: tuple[int, int], topic: str | None) -> bool:
    """Say whether a phrase names nobody, or the topic too: "Kroger's chief executive"."""
    names = [words(row, r) for r in runs(row[: span[1]]) if r[0] >= span[0]]
    return not names or any(topic and (n in topic or topic in n) for n in names)


def apposed(row: Sequence[Token], span: tuple[int, int], firms: frozenset[str]) -> tuple[int, int]:
    """Return the name set after what it is: "the biggest grocer, Kroger, said" -> "Kroger".

    `firms` are the words for a firm; without a name after one of them, the phrase itself.
    """
    if span[1] >= len(row) or row[span[1]].text != "," or row[span[1] - 1].low not in firms:
        return span
    return next((r for r in runs(row) if r[0] == span[1] + 1), span)


def opening_name(row: Sequence[Token], before: int) -> str | None:
    """Return the name a sentence opens with, an aside after it: "Kroger, based in Ohio, said"."""
    run = next((r for r in runs(row) if r[0] == 0 and r[1] < before), None)
    if run is None or row[run[1]].text != "," or any(t.low == "who" for t in row[:before]):
        return None
    return words(row, run)


def acting_before(row: Sequence[Token], at: int) -> str | None:
    """Return the last name before token `at` that does something: "Kroger is planning to"."""
    for start, end in reversed(runs(row)):
        if end < at and row[end].tag in ("AUX", "MD", "VBZ", "VBD"):
            return words(row, (start, end))
    return None


_DAYS = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday today yesterday".split()
)


def saying_before(row: Sequence[Token], at: int) -> int | None:
    """Return the verb of whoever says so of itself: "the Trade Ministry said it would"."""
    k = at - 1
    k -= k > 0 and row[k].low == "that"
    while k > 0 and row[k].text in _DAYS:
        k -= 1 + (row[k - 1].low == "on")
    if k < 1 or row[k].low not in chunks.SAYING or row[k].tag not in ("VBD", "VBZ", "VB"):
        return None
    while k > 1 and row[k - 1].tag in ("AUX", "RB"):
        k -= 1
    return None if row[k - 1].tag == "PRP" else k  # "after it said it was to": told before
