"""Rule R: who did what to whom. No invented relation, no swapped parts, no upgraded status."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.core.card.grounding import events
from briefing.core.card.grounding.events import Event
from briefing.core.card.grounding.fault import Fault
from briefing.core.card.grounding.source import Pool, Row, squeeze

# Relations whose invention is never a matter of wording.
_STRICT = frozenset(
    "acquire sell merge invest sue settle fine close layoff resign bankrupt approve reject deny "
    "recall ban file strike replace float sign partner license".split()
)
# Relations that turn one name's deed on another: order matters.
_TRANSFER = frozenset("acquire sell sue invest fine approve reject replace supply ban".split())


def check(claim: Row, pool: Pool) -> Iterator[Fault]:
    """Yield the faults of a claim's relations (English)."""
    if claim.cjk:
        return
    for event in events.find(claim):
        near = _of_kind(event.kind, pool.rows)
        found = near or _of_kind(event.kind, pool.source.all)
        if not found:
            if event.kind in _STRICT and event.verb:
                yield Fault(
                    "RELATION_NOT_IN_SOURCE",
                    f'nothing in the source says "{claim.tokens[event.at].text}"',
                )
            continue
        if event.kind in _TRANSFER:
            yield from _order(claim, event, found)
        about = _with_object(event, found)
        if about is None:
            yield Fault(
                "OBJECT_CHANGED",
                f"{claim.tokens[event.at].text} {event.right[0]}: the source says it of another",
            )
            continue
        yield from _reality(claim, event, about)
        if event.verb:
            yield from _doer(claim, event, _relevant(claim, about))


def _of_kind(kind: str, rows: Sequence[Row]) -> list[tuple[Row, Event]]:
    return [(row, e) for row in rows for e in events.find(row) if e.kind == kind]


def _with_object(
    event: Event, found: Sequence[tuple[Row, Event]]
) -> list[tuple[Row, Event]] | None:
    """Return the events in whose sentence the claim's object stands; None where it cannot be.

    All events where the claim names no object; all, too, where the source may mean it by a noun.
    """
    named = (event.left if event.passive else event.right)[:1]
    if not named:
        return list(found)
    about = [f for f in found if squeeze(named[0]) in squeeze(f[0].text)]
    if about:
        return about
    elsewhere = all((e.left if e.passive else e.right) for _, e in found)
    return None if event.verb and event.kind in _TRANSFER and elsewhere else list(found)


def _relevant(claim: Row, found: Sequence[tuple[Row, Event]]) -> list[tuple[Row, Event]]:
    """Return the events of the rows that have most in common with the claim."""
    shared = [len(row.keys & claim.keys) for row, _ in found]
    return [f for f, n in zip(found, shared, strict=True) if n >= max(2, 0.7 * max(shared))]


def _reality(claim: Row, event: Event, found: Sequence[tuple[Row, Event]]) -> Iterator[Fault]:
    word = claim.tokens[event.at].text
    levels = [e.level for _, e in found if e.level is not None]
    if event.level is None or not event.verb or not levels:
        return
    lowest = min(levels)
    if event.level == 0 and lowest >= 1:
        yield Fault("STATUS_UPGRADED", f"{word}: the source only says it may or will happen")
    elif event.level == 1 and lowest >= 3:
        yield Fault("HEDGE_DROPPED", f"will {word}: the source only calls it possible")
    elif event.level == 1 and lowest == 2:
        yield Fault("HEDGE_WEAKENED", f"will {word}: the source says planned or expected", "warn")
    if event.negated != found[0][1].negated and all(e.negated != event.negated for _, e in found):
        yield Fault("NEGATION", f"{word}: the source says the contrary")


def _order(claim: Row, event: Event, found: Sequence[tuple[Row, Event]]) -> Iterator[Fault]:
    ours = _sides(event)
    if not ours[0] or not ours[1]:
        return
    doer, done = ours[0][-1], ours[1][0]
    straight = reverse = False
    for row, other in found:
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


def _doer(claim: Row, event: Event, found: Sequence[tuple[Row, Event]]) -> Iterator[Fault]:
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
