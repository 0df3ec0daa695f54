"""What an article calls a firm: "budget airline Ostler", so that a short question says who acts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.core.card.asking import nations, phrases
from briefing.core.card.asking.cast import Cast
from briefing.core.card.asking.nouns import COMPANY_WORDS
from briefing.core.card.asking.people import is_national
from briefing.core.language.patterns import lazy
from briefing.core.language.tagger import Token

_QUARTERS = frozenset("North South East West Southeast Northeast Central Latin Northern".split())
_OPENING = 12  # sentences
_LONGEST = 4  # words
_KIND = lazy(
    r".*(?:maker|seller|builder|grocer|lender|chain|store|stores|shop|house|broker|producer)$"
)
# what says who else there is, or how the firm fares today
_LOOSE = lazy(
    r"(?:rival|fellow|parent|new|former|other|own|same|then|one|such|first|second|third|troubled|"
    r"embattled|struggling|ailing|stricken|beleaguered|failed|bankrupt|giant|leading|major|big|"
    r"large|small|ubiquitous|popular|famous|iconic|once-\w+|fast-growing|.*est)$"
)


def of(cast: Cast, name: str) -> str:
    """Return what the opening calls a firm, without an article; "" where it only names it."""
    for row in cast.tokens[:_OPENING]:
        for start, end in phrases.runs(row):
            if phrases.words(row, (start, end)) == name:
                text = _before(row, start) or _after(cast, row, end)
                if text:
                    return text
    return ""


def _is_kind(token: Token) -> bool:
    return token.tag == "NN" and (token.low in COMPANY_WORDS or _KIND.match(token.low) is not None)


def _before(row: Sequence[Token], at: int) -> str:
    """Read what stands before a name: "the US phone company MCI"."""
    if at < 1 or not _is_kind(row[at - 1]):
        return ""
    k = _first(row, at - 1, at - _LONGEST)
    if k > 0 and (row[k - 1].tag in ("IN", "POS", "NUM") or _LOOSE.match(row[k].low)):
        return ""
    if k > 0 and row[k - 1].tag == "NAME" and is_national(row[k - 1].text):
        k -= 1
        k -= k > 0 and row[k - 1].text in _QUARTERS
    text = phrases.words(row, (k, at))
    of_a_place = is_national(re.split(r"[ -]", text)[0]) or row[k].text in _QUARTERS
    plain = row[k].start == 0 and row[k].tag != "NAME" and not of_a_place
    text = phrases.uncapital(text) if plain else text
    return text if at - k > 1 and re.fullmatch(r"[\w' -]+", text) else ""


def _first(row: Sequence[Token], at: int, least: int) -> int:
    k = at
    while (
        k > max(0, least) and row[k - 1].tag in ("NN", "ADJ") and not _LOOSE.match(row[k - 1].low)
    ):
        k -= 1
    while k > max(0, least) and row[k - 1].tag == "NAME" and not is_national(row[k - 1].text):
        k -= 1
    return k


def _after(cast: Cast, row: Sequence[Token], end: int) -> str:
    """Read what is set after a name: "Yili, China's third-largest milk producer,"."""
    if end + 2 >= len(row) or row[end].text != ",":
        return ""
    for k in range(end + 1, min(len(row), end + 9)):
        if row[k].tag not in ("DET", "NN", "ADJ", "NAME", "POS", "NUM"):
            return ""
        following = row[k + 1].tag if k + 1 < len(row) else ","
        if _is_kind(row[k]) and following not in ("NN", "NAME", "POS"):
            first = _first(row, k, k - 2)
            first += row[first].tag == "NAME"
            text = phrases.words(row, (first, k + 1))
            country = _country(cast, row[end + 1 : first])
            return f"{country} {text}".strip() if country or first < k else ""
    return ""


def _country(cast: Cast, row: Sequence[Token]) -> str:
    """Return the adjective of the country that owns what follows, where the article has it."""
    for k, token in enumerate(row[:-1]):
        if row[k + 1].tag == "POS" and (adjective := nations.ADJECTIVES.get(token.text)):
            return adjective if adjective in cast.weight else ""
    return ""
