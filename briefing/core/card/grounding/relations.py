"""Rule R: who did what to whom. No invented relation, no swapped parts, no upgraded status."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.core.card.grounding import denials, events, inventions, words
from briefing.core.card.grounding.events import Event
from briefing.core.card.grounding.fault import Fault
from briefing.core.card.grounding.source import Pool, Row, squeeze
from briefing.core.language.patterns import lazy

_ALIKE, _HALF = 0.6, 0.5
Told = tuple[Row, Event]
_WISHES = frozenset(
    "want wants wanted ask asks asked seek seeks hope hopes plan plans urge urges demand demands "
    "need needs needed if".split()
)
_CONVERSE = {"acquire": "sell", "sell": "acquire"}
# Relations that turn one name's deed on another: order matters.
_TRANSFER = frozenset("acquire sell sue invest fine approve reject replace supply ban".split())


def check(claim: Row, pool: Pool) -> Iterator[Fault]:
    """Yield the faults of a claim's relations (English)."""
    if claim.cjk or pool.source.language not in (None, "en"):
        return
    for event in events.find(claim):
        if event.kind in words.EVENTS:
            yield from _named(claim, event, pool)
        elif event.kind == "talk":
            near = _of_kind("talk", pool.rows)
            yield from _partners(claim, event, near)
            yield from _doer(claim, event, _relevant(claim, near))
        elif (claim.tokens[event.at].tag != "VBG" or _going_on(claim, event)) and not _aside(
            claim, event
        ):
            near = _of_kind(event.kind, pool.rows)
            alike = _local(claim, event, near)
            if event.object:
                done = squeeze(event.object)
                alike = [(r, e) for r, e in near if e.verb and done in squeeze(r.text)] or alike
            yield from _reality(claim, event, alike)
            yield from _negation(claim, event, alike)
            yield from _doer(claim, event, alike)


def _going_on(claim: Row, event: Event) -> bool:
    """Say whether a verb in -ing says what goes on: "are examining"."""
    before = [t.low for t in claim.tokens[max(0, event.at - 2) : event.at]]
    return bool({"is", "are", "was", "were"} & set(before))


def _aside(claim: Row, event: Event) -> bool:
    """Say whether the verb only describes somebody: "who leads Garland"."""
    return claim.tokens[max(0, event.at - 1)].low == "who"


def _named(claim: Row, event: Event, pool: Pool) -> Iterator[Fault]:
    """Hold a relation of the list (acquire, sell, close …) against the source's."""
    near = _of_kind(event.kind, pool.rows)
    found = near or _of_kind(event.kind, pool.source.all)
    if not found and event.kind == "complete":
        found = _of_kind("close", pool.rows)  # a deal closes
    word = claim.tokens[event.at].text
    if not found:
        converse = _CONVERSE.get(event.kind)
        traded = _of_kind(converse, pool.rows) if converse else []
        traded = [t for t in traded if len(claim.keys & t[0].keys) >= 0.4 * len(claim.keys)]
        if traded:
            yield from _trade(claim, event, traded)
        else:
            yield from inventions.check(claim, event, pool)
        return
    if event.kind in _TRANSFER:
        yield from _order(claim, event, found)
    yield from _partners(claim, event, near)
    about = _with_object(event, found)
    if about is None:
        yield Fault("OBJECT_CHANGED", f"{word} {event.object}: the source says it of another")
        return
    yield from _reality(claim, event, about)
    yield from _negation(claim, event, _local(claim, event, about))
    other = _of_kind(_CONVERSE.get(event.kind, ""), pool.rows)
    if event.verb and not any(_bought_from(claim, event, row, e) for row, e in other):
        yield from _doer(claim, event, _relevant(claim, about))
        yield from _trade(claim, event, other)


def _bought_from(claim: Row, event: Event, row: Row, other: Event) -> bool:
    """Say whether who buys here is whom it is sold to there."""
    ours = events.subject(claim, event) or event.left[:1]
    return bool(ours) and _among(ours[0], other.right) and not _among(ours[0], other.left[:1])


def _trade(claim: Row, event: Event, other: Sequence[Told]) -> Iterator[Fault]:
    """Who sells in the source does not buy in the claim."""
    ours = events.subject(claim, event)
    for row, e in other:
        theirs = events.subject(row, e)
        alike = len(claim.keys & row.keys) >= 0.5 * len(claim.keys)
        if alike and ours and theirs and e.verb and not e.negated and _among(ours[0], theirs):
            word = claim.tokens[event.at].text
            yield Fault("RELATION_REVERSED", f"{ours[0]} {word}: the source says the converse")
            return


def _local(claim: Row, event: Event, found: Sequence[Told]) -> list[Told]:
    """Return the verbs round which the source has the words the claim has round its own."""
    ours = _around(claim, event.at, 6)
    return [
        (row, e)
        for row, e in found
        if e.verb
        and len(ours) >= 2
        and len(ours & _around(row, e.at, 12)) >= _ALIKE * len(ours)
        and len(claim.keys & row.keys) >= _ALIKE * len(claim.keys)
    ]


def _around(row: Row, at: int, reach: int) -> frozenset[str]:
    near = (*row.tokens[max(0, at - reach) : at], *row.tokens[at + 1 : at + reach + 1])
    return frozenset(words.key(t.low) for t in near if t.low.isalpha()) & row.keys


def _of_kind(kind: str, rows: Sequence[Row]) -> list[Told]:
    return [
        (row, e)
        for row in rows
        if kind in row.memo(_kinds)  # a cheap test: tagging a row is not
        for e in events.find(row)
        if e.kind == kind
    ]


def _kinds(row: Row) -> frozenset[str]:
    """Return the kinds of event that the row's words may stand for."""
    found: set[str] = {"acquire", "replace"} if "over" in row.words else set()
    for word in {*row.words, *row.plain}:
        found.add(words.event(word) or "")
        found.add(words.key(word))
    return frozenset(found | {"talk"} if "talks" in row.words else found)


def _partners(claim: Row, event: Event, found: Sequence[Told]) -> Iterator[Fault]:
    """With whom, or of what: the name after "with" or "of" is one the source has there."""
    theirs = [(row, e) for row, e in found if e.partner]
    if event.partner is None or not theirs or len(theirs) < len(found):
        return
    if not any(_among(event.partner, e.right) for _, e in theirs):
        word, other = claim.tokens[event.at].text, theirs[0][1].partner
        yield Fault("OBJECT_CHANGED", f"{word} {event.partner}: the source says {other}")


def _with_object(event: Event, found: Sequence[Told]) -> list[Told] | None:
    """Return the events in whose sentence the claim's object stands; None where it cannot be.

    All events where the claim names no object; all, too, where the source may mean it by a noun.
    """
    if event.object is None:
        return list(found)
    about = [f for f in found if squeeze(event.object) in squeeze(f[0].text)]
    if about:
        return about
    elsewhere = all(e.verb and e.object for _, e in found)
    return None if event.verb and event.kind in _TRANSFER and elsewhere else list(found)


def _relevant(claim: Row, found: Sequence[Told]) -> list[Told]:
    """Return the events of the rows that have most in common with the claim."""
    shared = [len(row.keys & claim.keys) for row, _ in found]
    return [f for f, n in zip(found, shared, strict=True) if n >= max(2, 0.7 * max(shared))]


def _reality(claim: Row, event: Event, found: Sequence[Told]) -> Iterator[Fault]:
    word = claim.tokens[event.at].text
    ours = events.subject(claim, event)
    levels = [
        e.level
        for row, e in found
        if e.level is not None
        and (denials.share(claim, row) >= _HALF or not _of_another(ours, events.subject(row, e)))
    ]
    if event.level is None or not event.verb or not levels or _counted(claim, event):
        return
    lowest = min(levels)
    present = claim.tokens[event.at].tag != "VBD" and not _perfect(claim, event)
    wished = any(t.low in _WISHES for t in claim.tokens[max(0, event.at - 9) : event.at])
    if event.level == 0 and not wished and not _given(claim) and lowest >= (2 if present else 1):
        yield Fault("STATUS_UPGRADED", f"{word}: the source only says it may or will happen")
    elif event.level == 1 and lowest >= 3 and _will(claim, event) and not _given(claim):
        yield Fault("HEDGE_DROPPED", f"will {word}: the source only calls it possible")
    elif event.level == 1 and lowest == 2:
        yield Fault("HEDGE_WEAKENED", f"will {word}: the source says planned or expected", "warn")


def _of_another(ours: Sequence[str] | None, theirs: Sequence[str] | None) -> bool:
    """Say whether both deeds have a named doer, and not the same one."""
    return bool(ours and theirs) and not any(same(a, b) for a in ours or () for b in theirs or ())


def _counted(claim: Row, event: Event) -> bool:
    """Say whether a verb describes what is counted ("the 85 opened"), or what nobody did."""
    return claim.tokens[event.at - 1].tag == "NUM" or claim.tokens[0].low == "no"


def _perfect(row: Row, event: Event) -> bool:
    return any(t.low in ("has", "have", "had") for t in row.tokens[max(0, event.at - 3) : event.at])


_GIVEN = lazy(
    r"\b(?:if|provided|unless|as long as|assuming|subject to|once|unclear|whether)\b", re.I
)


def _given(claim: Row) -> bool:
    """Say whether the claim itself makes it depend on something."""
    return bool(_GIVEN.search(claim.text))


def _will(row: Row, event: Event) -> bool:
    return any(
        t.low in ("will", "'ll", "shall") for t in row.tokens[max(0, event.at - 5) : event.at]
    )


def _negation(claim: Row, event: Event, found: Sequence[Told]) -> Iterator[Fault]:
    mine = denials.denied(claim)
    if any(mine & denials.denied(row) or (mine and denials.denied(row)) for row, _ in found):
        return
    if not claim.lemmas.isdisjoint(("less", "few", "fewer")):
        return
    if "last" in claim.words and any("since" in row.words for row, _ in found):
        return
    if found and all(e.negated != event.negated for _, e in found):
        word = claim.tokens[event.at].text
        yield Fault("NEGATION", f"{word}: the source says the contrary")


def _order(claim: Row, event: Event, found: Sequence[Told]) -> Iterator[Fault]:
    ours = _sides(event)
    if not ours[0] or not ours[1]:
        return
    doer, done = ours[0][-1], ours[1][0]
    straight = reverse = False
    for _, other in found:
        if event.kind != "acquire" and not (event.verb and other.verb):
            continue
        left, right = _sides(other)
        if _among(doer, left) and _among(done, right):
            straight = True
        if _among(done, left) and _among(doer, right):
            reverse = True
    if reverse and not straight:
        yield Fault("RELATION_REVERSED", f"{doer} and {done} are the other way round in the source")


def _sides(event: Event) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return (event.right, event.left) if event.passive else (event.left, event.right)


def _among(name: str, names: Sequence[str]) -> bool:
    return any(same(name, other) for other in names)


def same(a: str, b: str) -> bool:
    """Say whether two names may be the same: one's words are part of the other's."""
    one, other = set(squeeze(a).split()), set(squeeze(b).split())
    return one <= other or other <= one


def _doer(claim: Row, event: Event, found: Sequence[Told]) -> Iterator[Fault]:
    ours = events.subject(claim, event)
    if not ours or not found:
        return
    theirs = [events.subject(row, e) for row, e in found]
    if any(not t for t in theirs):
        return
    if not any(same(a, b) for a in ours for t in theirs if t for b in t):
        others = theirs[0] or ("somebody else",)
        word = claim.tokens[event.at].text
        yield Fault("SUBJECT_CHANGED", f"{ours[0]} {word}: the source says it of {others[0]}")
