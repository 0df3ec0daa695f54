"""Contraries: a claim that puts "profit" for "loss" or "approve" for "reject"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from briefing.core.card.grounding import entities, words
from briefing.core.card.grounding.denials import share
from briefing.core.card.grounding.fault import Fault
from briefing.core.card.grounding.source import Pool, Row
from briefing.core.language.lexicon import STOPWORDS
from briefing.core.language.patterns import lazy

_RANK = lazy(
    r"\b(?:(?P<nth>second|third|fourth|fifth|sixth|2nd|3rd|4th|5th|no\.? ?2|number two)[- ])?"
    r"(?P<word>largest|biggest|smallest|fastest|oldest|highest|lowest|greatest|most popular|"
    r"cheapest|best|worst|leading|first|only|sole|newest|youngest|strongest|weakest|busiest|"
    r"slowest)\b",
    re.I,
)
_ALIKE = {"largest": "biggest", "greatest": "biggest", "sole": "only"}
_LOWER = lazy(
    r"(?:\bone of (?:the |its |\w+'s )?|\bamong (?:the )?|\d(?:st|nd|rd|th)[- ]|\bnext )(?:\w+ )?$"
)
_NEAR, _AHEAD = 0.5, 0.15


def check(claim: Row, pool: Pool) -> Iterator[Fault]:
    """Yield the faults of contrary words and ranks (English)."""
    if claim.cjk:
        return
    yield from contraries(claim, pool)
    yield from _beside(claim, pool)
    yield from _ranks(claim, pool)


def contraries(claim: Row, pool: Pool) -> Iterator[Fault]:
    """Yield a fault where the row nearest to the claim has the contrary of one of its words.

    Where the word itself stands in another row, that row must be clearly less like the claim.
    """
    taken = claim.memo(_taken)
    for lemma, name, side in taken:
        both = (name, 1 - side) in claim.memo(_loosely)
        if both or any(other == name and theirs != side for _, other, theirs in taken):
            continue  # both sides: the figures' own directions tell
        own = contrary = 0.0
        found = ""
        for row in pool.rows:
            alike = share(claim, row)
            if (name, side) in row.memo(_loosely):
                own = max(own, alike)
            for other, _, theirs in (t for t in row.memo(_taken) if t[1] == name):
                if name == "trade" and not same_head(claim, row):
                    continue
                if theirs == side:
                    own = max(own, alike)
                elif alike > contrary:
                    contrary, found = alike, other
        if contrary >= _NEAR and contrary > own + _AHEAD:
            yield Fault("CONTRARY", f'"{lemma}": the source says "{found}"')


def _taken(row: Row) -> list[tuple[str, str, int]]:
    """Return the words of a row that take a side: (lemma, contrast, side)."""
    table = words.sides()
    return [
        (w, name, side)
        for w in row.lemmas
        for name, side in table.get(w, ())
        if not (name == "order" and _BEFORE_TAX.search(row.text))
        and not (name == "mandate" and _ENDED.search(row.text))
    ]


_ENDED = lazy(
    r"\b(?:end(?:s|ed|ing)?|scrap\w*|abolish\w*|no|not|without|becom\w+|drop\w*) (?:to |of "
    r")?(?:[a-z-]+ ){0,2}(?:compuls|mandat|volunt)\w+"
)
_BEFORE_TAX = lazy(r"\bbefore tax\b|\b(?:year|quarter|month|week|day|period) before\b")


def _loosely(row: Row) -> frozenset[tuple[str, int]]:
    """Return the sides a row takes by words that are too loose to be held against a claim."""
    ways = {"rise": 0, "fall": 1}
    found = {("direction", ways[k]) for k in row.keys if k in ways}
    return frozenset(found | {("result", 1) for w in row.lemmas if w == "lose"})


def same_head(claim: Row, row: Row) -> bool:
    """Say whether both rows start from the same name: else one buys what the other sells."""
    ours, theirs = claim.names[:1], row.names[:1]
    return bool(ours and theirs) and bool(
        set(ours[0].text.lower().split()) & set(theirs[0].text.lower().split())
    )


def _beside(claim: Row, pool: Pool) -> Iterator[Fault]:
    """The same neighbour, another side: "least affected" for "most affected"."""
    ours = claim.memo(_pairs)
    theirs = set().union(*(row.memo(_pairs) for row in pool.rows))
    table = words.beside()
    for side, neighbour in sorted(ours - theirs):
        for group, at in table.get(side, ()):
            for other, same in sorted(theirs):
                if same == neighbour and any(
                    g == group and n != at for g, n in table.get(other, ())
                ):
                    yield Fault("CONTRARY", f'"{side}": the source says "{other}"')
                    return


def _pairs(row: Row) -> set[tuple[str, str]]:
    """Return each word of a contrast with the content word next to it, on either side."""
    table = words.beside()
    kept = [
        w
        for before, w in itertools.pairwise(["", *row.plain])
        if (w not in STOPWORDS or words.lemma(w) in table)
        and not (w in _ORDINALS and before in ("to", "from"))  # "to fourth from third"
        and w not in ("last", "next")
    ]
    found = set()
    for a, b in itertools.pairwise(kept):
        if words.lemma(a) in table:
            found.add((words.lemma(a), "> " + words.key(b)))
        if words.lemma(b) in table:
            found.add((words.lemma(b), "< " + words.key(a)))
    return found


_ORDINALS = frozenset("first second third fourth fifth last next".split())


_LEADER = lazy(r"\b(?:market leader|leads? the market|number one|no\.? ?1)\b", re.I)
_IS = lazy(r",? (?:(?:is|was|remains|stays) )?(?:the |still )*")
_LEADS = lazy(
    r"\blead\w*|\bled\b|\b(?:larg|bigg)est\b|\bfirst\b|\btop\w*|\bdomina\w+|\bnumber one\b|"
    r"\bno\.? ?1\b",
    re.I,
)


def _ranks(claim: Row, pool: Pool) -> Iterator[Fault]:
    if (leader := _LEADER.search(claim.text)) and not _LEADS.search(pool.source.text):
        yield Fault("RANK_CHANGED", f"{leader[0]} is not in the source")
    elif leader and claim.names and _IS.fullmatch(claim.text[claim.names[0].end : leader.start()]):
        holders = [n.text for r in pool.source.all for n in r.names if _holds(n.text, r)]
        if holders and not any(entities.alike(claim.names[0].text, h) for h in holders):
            yield Fault("RANK_CHANGED", f"{leader[0]}: the source says it of {holders[0]}")
    for m in _RANK.finditer(claim.text):
        word = _rank(m)
        ranked = [r for row in pool.source.all for r in _RANK.finditer(row.text)]
        same = [r for r in ranked if _rank(r) == word]
        if word in ("first", "only", "leading", "best"):
            continue
        if not same and word == "biggest" and _MAIN.search(pool.source.text):
            continue
        alike = [r for r in ranked if _pole(word) is not None and _pole(_rank(r)) == _pole(word)]
        near = {row.text for row in (*pool.cited, pool.best)}
        if not same and any(_beside_alike(m, r) or r.string in near for r in alike):
            continue
        if not same or not any(_of_this(claim, r) for r in same):
            other = not same and _otherwise(pool.best)
            detail = f"{m[0]} is not in the source"
            yield Fault("RANK_CHANGED", detail, "warn" if other else "block")
        elif followed := _followed(m, same):
            yield Fault("RANK_CHANGED", f"{m[0]}: the source says so before {followed}")
        elif _wider(m, claim, same):
            yield Fault("RANK_CHANGED", f"{m[0]}: the source says so of {_where(same[0])}")
        elif not m["nth"] and all(_lower(r) for r in same) and not _lower(m):
            yield Fault("RANK_CHANGED", f"{m[0]}: the source says {same[0][0]}")


def _holds(name: str, row: Row) -> bool:
    return bool(
        re.search(
            rf"{re.escape(name)}, the market leader|market leader,? {re.escape(name)}", row.text
        )
    )


def _of_this(claim: Row, m: re.Match[str]) -> bool:
    """Say whether the sentence of a superlative speaks of anything the claim speaks of."""
    return bool((claim.keys - _ORDERING) & Row(m.string, 0).keys)


_ORDERING = frozenset(map(words.key, (*words.RANKED, "most", "one")))
_FOLLOWED = lazy(r"\bfollowed by|\bahead of|\bthen\b")


def _followed(m: re.Match[str], same: list[re.Match[str]]) -> str:
    """Return the claim's first word where every such superlative of the source puts it behind."""
    ours = _content(m.string[: m.start()])
    behind = [set(_content(r.string[f.end() :])) for r in same if (f := _FOLLOWED.search(r.string))]
    before = [set(_content(r.string[: r.start()])) for r in same]
    held = bool(ours) and len(behind) == len(same) and all(ours[0] in b for b in behind)
    return ours[0] if held and not any(ours[0] in b for b in before) else ""


def _content(phrase: str) -> list[str]:
    found = re.findall(r"[^\W\d_][\w-]*", phrase.lower())
    return [words.key(w) for w in found if w not in STOPWORDS]


def _otherwise(row: Row) -> bool:
    """Say whether a row ranks something by a word that `_RANK` does not know: "hit hardest"."""
    return bool(_SUPERLATIVE.search(row.text)) and not _RANK.search(row.text)


_SUPERLATIVE = lazy(r"\b(?:[a-z]{3,}(?<!inter)(?<!inv)est|most|least)\b")  # "hit hardest"
_POLES = (
    frozenset("biggest fastest highest strongest best".split()),
    frozenset("smallest slowest lowest weakest worst".split()),
)


def _pole(word: str) -> int | None:
    """Return which superlatives may stand for a word: "weakest growth", "slowest growth"."""
    return next((i for i, group in enumerate(_POLES) if word in group), None)


def _beside_alike(a: re.Match[str], b: re.Match[str]) -> bool:
    """Say whether two superlatives are of the same thing by the word after them."""
    one, other = (re.match(r" ([\w-]+)", m.string[m.end() :]) for m in (a, b))
    return bool(one and other) and words.key(one[1].lower()) == words.key(other[1].lower())  # type: ignore[index]


_MAIN = lazy(r"\b(?:main|top|leading|principal|primary|number one|no\.? ?1|chief) ", re.I)
_PLACE = lazy(r"^[\w' -]{0,30}? in (the (?:world|country|nation|region)|(?:[A-Z][\w.-]+ ?){1,3})")


def _where(m: re.Match[str]) -> str:
    """Return the place a superlative is limited to ("largest in North America"), or ""."""
    place = _PLACE.match(m.string[m.end() :])
    return place[1].strip().rstrip(".") if place else ""


def _wider(m: re.Match[str], claim: Row, same: list[re.Match[str]]) -> bool:
    """Say whether a claim is best in a place that is not the source's."""
    mine, theirs = _where(m), [_where(r) for r in same]
    apart = all(t and t.lower() not in mine.lower() and mine not in t for t in theirs)
    return bool(mine) and apart and not any(mine in r.string for r in same)


def _rank(m: re.Match[str]) -> str:
    return _ALIKE.get(m["word"].lower(), m["word"].lower())


def _lower(m: re.Match[str]) -> bool:
    """Say whether a superlative is of a lower rank ("2nd largest", "one of the largest")."""
    return bool(m["nth"] or _LOWER.search(m.string[max(0, m.start() - 22) : m.start()].lower()))
