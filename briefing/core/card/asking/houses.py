"""Whose firm "the company" or "the airline" is: a speaker's own house, and one of that kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from briefing.core.card.asking import nouns, phrases
from briefing.core.language import chunks, gazetteer
from briefing.core.language.patterns import lazy
from briefing.core.language.tagger import Token

Row = Sequence[Token]

_NAME = r"[A-Z][\w&.’'-]*[\w](?: (?:& )?[A-Z][\w&.’'-]*[\w])*"
_PERSON = r"(?P<person>[A-Z][\w’'-]+(?: [A-Z][\w’'.-]+)+)"
_OFFICE = (
    r"(?:(?:[Cc]hief|[Ss]enior|[Ee]xecutive|[Vv]ice|[Mm]anaging|[Dd]eputy|[Gg]lobal|[Gg]roup|"
    r"[Oo]perating|[Ff]inancial|[Ff]inance|[Mm]arketing|[Ii]nterim|[Ff]ounding)[ -])*"
    r"(?:[Ee]xecutive|[Oo]fficer|[Pp]resident|[Cc]hair\w*|[Dd]irector|[Bb]oss|[Hh]ead|"
    r"(?:co-)?[Ff]ounder|[Ss]pokes\w+|[Mm]anager|CEO|CFO|COO|CTO)\b"
)
# the three ways an article tells whose officer somebody is
_AFFILIATED = (
    # "Northair President Tim Weller", "Northair's chief executive, Tim Weller"
    lazy(rf"(?P<house>{_NAME})(?:['’]s?)? {_OFFICE},? {_PERSON}"),
    # "Tim Weller, vice president of exploration at Northair"
    lazy(
        rf"{_PERSON}, (?:[a-z’'-]+ ){{0,4}}{_OFFICE}(?:,? (?:and|of|for|[a-z][a-z-]+)){{0,6}}? "
        rf"(?:of|at|for|with) (?:the )?(?:[a-z][a-z-]* ){{0,3}}(?P<house>{_NAME})"
    ),
    # "Tim Weller, Northair's chief executive"
    lazy(rf"{_PERSON}, (?P<house>{_NAME})['’]s? (?:[a-z-]+ ){{0,3}}{_OFFICE}"),
)
# words for a firm that name its trade, in groups that may stand for one another
_TRADES = tuple(
    frozenset(words.split())
    for words in (
        "airline carrier",
        "bank lender",
        "carmaker automaker",
        "retailer supermarket grocer store store-chain department-store discounter chain",
        "brewer",
        "insurer",
        "broker",
        "publisher",
        "drugmaker",
        "utility",
        "telco",
        "miner",
        "steelmaker",
        "restaurant chain",
        "club",
        "equity-firm",
    )
)
_WORDS = frozenset().union(*_TRADES)
# what a name itself says of its trade
_NAMED = {
    "airline": "airline", "airlines": "airline", "airways": "airline", "bank": "bank",
    "motors": "carmaker", "motor": "carmaker", "supermarkets": "supermarket", "stores": "store",
    "insurance": "insurer", "brewery": "brewer", "breweries": "brewer", "air": "airline",
}  # fmt: skip


def of_officers(texts: Iterable[str]) -> dict[str, str]:
    """Map the last names of officers to the house each speaks for, as the article gives it."""
    found: dict[str, str] = {}
    for text in texts:
        for pattern in _AFFILIATED:
            for m in pattern.finditer(text):
                house = _RANK.sub("", re.sub(r"['’]s?$", "", m["house"]))
                if house and not _FORMER.search(text[: m.end("house")]):
                    found.setdefault(m["person"].split()[-1], house)
    return found


_RANK = lazy(
    r"(?:(?:^| )(?:Vice|Chief|Senior|Finance|Financial|Commercial|Marketing|Sales|"
    r"Retail|Property|Executive|Managing|Deputy|Group|Operating))+$"
)
_FORMER = lazy(r"\b(?:[Ff]ormer|[Ee]x)[ -](?:[\w’'-]+ ?){1,4}$")


def of_speaker(row: Row, houses: Mapping[str, str], at: int) -> str | None:
    """Return the house of the officer who says what stands at token `at`, None where unknown."""
    said = next((k for k in range(at - 1, 0, -1) if row[k].low in chunks.SAYING), None)
    if said is None or any(t.text in (".", ";") for t in row[said:at]):
        return None
    runs = [r for r in phrases.runs(row) if r[1] <= said]
    names = (phrases.strip(row[end - 1].text) for _, end in reversed(runs))
    return next((houses[name] for name in names if name in houses), None)


def is_outside(row: Row, at: int) -> bool:
    """Say whether an outsider speaks of "the company" at token `at`: whose it is, is in doubt."""
    said = any(t.low in chunks.SAYING for t in row[:at])
    told = {k + 1 for k, t in enumerate(row[:at]) if t.low in ("told", "tells")}  # "told analysts"
    return said and any(t.low in _ADVISING and k not in told for k, t in enumerate(row[:at]))


# the trades of those who speak of other firms
_ADVISING = frozenset(
    "outplacement consultancy consultants consulting research brokerage analyst analysts "
    "strategist economist adviser advisory professor ratings".split()
)


def saying(row: Row, at: int, people: frozenset[str]) -> str | None:
    """Return the person who says of himself what stands at "he": "Ann Reed has said she is"."""
    k = at - 1
    while k > 0 and (row[k].tag == "AUX" or row[k].low in chunks.SAYING or row[k].low == "that"):
        k -= 1
    run = next((r for r in phrases.runs(row) if r[1] == k + 1), None)
    if run is None or k == at - 1:
        return None
    name = phrases.words(row, run)
    if gazetteer.find(name) is not None:
        return None
    longer = [p for p in people if p.endswith(f" {name}")]
    return min(longer, key=len) if longer else name if run[1] - run[0] <= 3 else None


def fitting(kinds: Mapping[str, frozenset[str]], noun: str, name: str) -> str | None:
    """Return the firm that "the airline" stands for: `name`, or the one known as such.

    `kinds` are the trades of the article's names. None where another kind of firm is meant.
    """
    trade = next((t for t in _TRADES if noun in t), None)
    if trade is None or _is_one(kinds, name, trade):
        return name
    others = [n for n, words in kinds.items() if words & trade]
    if others:
        return others[0] if len(others) == 1 else None
    return None if _is_one(kinds, name, _WORDS) else name


def _is_one(kinds: Mapping[str, frozenset[str]], name: str, trade: frozenset[str]) -> bool:
    bare = name.removeprefix("the ")
    return any(
        words & trade and (known.startswith(bare) or bare.startswith(known))
        for known, words in kinds.items()
    )


def trades(tokens: Sequence[Row]) -> dict[str, frozenset[str]]:
    """Map the names of an article to the trades it calls them by: "the airline Northair"."""
    found: dict[str, frozenset[str]] = {}
    for row in tokens:
        for start, end in phrases.runs(row):
            words = {_NAMED.get(t.low, "") for t in row[start:end]}
            if start:
                words.add("equity-firm" if _invests(row, start) else row[start - 1].low)
            words |= _apposed(row, end)
            if kinds := _WORDS & words:
                name = phrases.words(row, (start, end))
                found[name] = found.get(name, frozenset()) | kinds
    return found


def _invests(row: Row, start: int) -> bool:
    """Say whether a name follows "private equity firm"."""
    return start > 1 and row[start - 1].low == "firm" and row[start - 2].low in _INVESTING


_INVESTING = frozenset("equity investment capital buyout buy-out law research".split())


def _apposed(row: Row, end: int) -> set[str]:
    """Return what is set after a name: ", the low-cost airline," after Northair."""
    if end + 2 >= len(row) or row[end].text != ",":
        return set()
    if row[end + 1].low not in ("the", "a", "an") and row[end + 1].tag not in ("NAME", "POS"):
        return set()
    stop = next((k for k in range(end + 1, min(len(row), end + 10)) if row[k].tag == ","), 0)
    return {row[stop - 1].low} if stop else set()


_OFFICER = lazy(
    r"\b(?:chief executive|chairman|managing director|spokes\w+|chief financial officer|boss|"
    r"president)\b"
)


def is_own_voice(row: Row, main: str, people: frozenset[str]) -> bool:
    """Say whether "we" is the main company: an officer speaks, and no other firm is named."""
    text = phrases.words(row, (0, len(row)))
    if not _OFFICER.search(text) or nouns.SOURCES.search(text.replace("spokes", "")):
        return False
    names = {phrases.words(row, r) for r in phrases.runs(row)} - people
    return all(n in main or main in n for n in names)
