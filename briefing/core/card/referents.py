"""Whom "he" and "the company" stand for: the name just before, if only one can be meant."""

from __future__ import annotations

import re

from briefing.core.card.asking.cast import COMPANY_WORDS
from briefing.core.card.reading import Reading, Row
from briefing.core.language import names
from briefing.core.language.name import Name
from briefing.core.language.names_words import PLACES
from briefing.core.language.patterns import lazy

_REACH = 3
_UNNAMED = lazy(
    r"\b(?:[Tt]he|[Aa]n?|[Tt]his|[Oo]ne) (?:[\w-]+ ){0,2}?(?:man|woman|boy|girl|patient|victim|"
    r"suspect|customer|shopper|driver|employee|worker|owner|buyer|seller|player|teenager|child)\b"
)


def person(reading: Reading, row: Row, pronoun: str) -> str | None:
    """Return the full name of the person that "he", "she", "his" or "her" stands for, or None."""
    wanted = {"he": "he", "his": "he", "she": "she", "her": "she"}.get(pronoun)
    for back in range(1, _REACH + 1):
        earlier = reading.by_index.get(row.index - back)
        if earlier is None:
            return None
        here = [n for n in reading.spans[earlier.index] if _is_person(reading, n)]
        here = [n for n in here if names.gender(full_name(reading, n.text)) in (wanted, None)]
        if not here:
            here = [
                n
                for n in reading.spans[earlier.index]
                if _may_be_person(n) and (_is_subject(earlier, n) or _speaks(earlier, n))
            ]
            if (
                len({n.text for n in here}) > 1
                or not here
                or names.gender(here[0].text) not in (wanted, None)
            ):
                here = []
        different = {full_name(reading, n.text) for n in here}
        if len(different) == 1:
            # "The man was ill, wrote Chris Kuo. His doctor": another is spoken of there too.
            other = _UNNAMED.search(earlier.text) and not _is_subject(earlier, here[0])
            return None if other else full_name(reading, here[0].text)
        if different:
            first = full_name(reading, here[0].text)
            return first if _is_subject(earlier, here[0]) else None
        if not re.search(r"\b(?:he|she|his|her)\b", earlier.text, re.I):
            return None
    return None


def _is_person(reading: Reading, name: Name) -> bool:
    return name.kind == "person" or (name.kind == "" and name.text in reading.people)


def _may_be_person(name: Name) -> bool:
    """Say whether a name of unclear kind has the form of a person's: two or three plain words."""
    words = name.text.split()
    return (
        name.kind == ""
        and 2 <= len(words) <= 3
        and all(
            re.fullmatch(r"[A-Z][a-zà-ÿ]+(?:-[A-Z][a-z]+)?", w) and w not in PLACES for w in words
        )
    )


def _is_subject(row: Row, name: Name) -> bool:
    return name.start <= 3


_SAYS = r"(?:said|says|told|added|adds|wrote|tweeted|explained|noted|warned|continued)"


def _speaks(row: Row, name: Name) -> bool:
    """Say whether the sentence gives the name as that of a speaker."""
    before, after = row.text[: name.start], row.text[name.start + len(name.text) :]
    return bool(
        re.match(rf"(?:, [^,\"“”]{{2,80}},)? {_SAYS}\b", after)
        or re.search(rf"\b{_SAYS} (?:[\w'’-]+ ){{0,5}}$", before)
    )


def speaker(reading: Reading, row: Row, pronoun: str) -> str | None:
    """Return the name of whom "he said" means: only one who is seen to speak or to act."""
    if pronoun == "it":
        return company(reading, row)
    name = person(reading, row, pronoun) if pronoun in ("he", "she") else None
    for back in range(1, _REACH + 1) if name else ():
        earlier = reading.by_index.get(row.index - back)
        for n in reading.spans[earlier.index] if earlier else ():
            if earlier and full_name(reading, n.text) == name:
                return name if _is_subject(earlier, n) or _speaks(earlier, n) else None
    return None


def full_name(reading: Reading, name: str) -> str:
    """Return a person's longer name in the article: "Barnard" -> "Kurt Barnard"."""
    last = name.split()[-1]
    if len(name.split()) > 1 and name.split()[0].rstrip(".") not in (
        "Mr",
        "Mrs",
        "Ms",
        "Dr",
        "Miss",
        "Sir",
    ):
        return name
    longer = [
        p
        for p in reading.people
        if p.endswith(" " + last)
        and p.split()[0].rstrip(".") not in ("Mr", "Mrs", "Ms", "Dr", "Miss")
    ]
    return min(longer, key=lambda p: (len(p), p)) if longer else name


def company(reading: Reading, row: Row) -> str | None:
    """Return the organisation that "it" or "the company" stands for in this row, or None."""
    for back in range(1, _REACH + 1):
        earlier = reading.by_index.get(row.index - back)
        if earlier is None:
            return None
        spans = reading.spans[earlier.index]
        if subject := next((n for n in spans if n.start <= 4), None):
            if _is_firm(reading, subject):
                return subject.text
            return None
        firms = {n.text for n in spans if _is_firm(reading, n)}
        refers = re.match(
            r"(?:It|Its|The (?:company|firm|group|retailer|chain|\w+ chain))\b", earlier.text
        )
        if len(firms) == 1 and not refers:
            return firms.pop()
        if firms and not refers:
            return None
        if not refers:
            return None
    return None


def _is_firm(reading: Reading, name: Name) -> bool:
    if name.kind in ("person", "place", "agency") or name.text in reading.people:
        return False
    return name.kind == "company" or (name.kind == "" and is_described(reading, name.text))


MARK = "\ue000"  # stands for a name, so that patterns need not be made anew for each


def is_described(reading: Reading, name: str) -> bool:
    """Say whether the article calls a name a firm, or lets it act like one."""
    known = reading.firms
    if name not in known:
        known[name] = any(
            _COMPANY_LIKE.search(row.text.replace(name, MARK))
            for row in reading.rows[:60]
            if name in row.text
        )
    return known[name]


_NOUNS = "|".join(
    sorted(
        (*COMPANY_WORDS, "behemoth", "marketplace", "website", "platform", "app", "wallet", "site")
    )
)
_COMPANY_LIKE = lazy(
    rf"\b(?:{_NOUNS})s? {MARK}"
    rf"|{MARK}(?:['’]s?)? (?:shares|sales|stores|shops|customers|profits?|revenues?|board|wallet|"
    r"brand|unit|chain|group|website|platform)\b"
    rf"|{MARK}, (?:the|an?|which|another) (?:[\w’'-]+ ){{0,6}}?(?:{_NOUNS})\b"
    r"|\b(?:shares (?:in|of)|executives? (?:at|of)|employees (?:at|of)|customers of|"
    r"(?:CEO|chairman|boss|head|director) (?:at|of)|owned by|owner of|stake in|subsidiary of) "
    rf"{MARK}"
    rf"|{MARK} (?:has )?(?:acquired|merged|launched|opened (?:its|a store|\d+)|"
    r"reported (?:a|its|sales|profit)|posted|operates|sells|runs \d)\b"
)
