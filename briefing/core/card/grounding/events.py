"""What is said to happen in a sentence: relation words with who, whom, and how real it is.

Works on tagged English by position; says less (None) where the grammar is not clear.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.core.card.grounding import reality, words
from briefing.core.card.grounding.source import Row
from briefing.core.language.chunks import SAYING
from briefing.core.language.name import Name
from briefing.core.language.patterns import lazy
from briefing.core.language.tagger import Token

_PUBLISH = frozenset("report reports reported".split())
_TAKE = frozenset("take takes took taken taking".split())


@dataclass(frozen=True, slots=True)
class Event:
    """A relation word at token `at`. `left` and `right` are the names before and after it.

    `verb` is False for nouns ("takeover"); `level` is None where a noun leaves it open.
    """

    kind: str
    at: int
    verb: bool
    level: int | None
    negated: bool
    passive: bool
    left: tuple[str, ...]
    right: tuple[str, ...]
    past: bool
    object: str | None
    partner: str | None  # the name after "of" or "with": "a takeover of", "teamed up with"


def find(row: Row) -> list[Event]:
    """Return the events of a row in order."""
    return row.memo(_find)


def _find(row: Row) -> list[Event]:
    tokens = row.tokens
    found = []
    for i, token in enumerate(tokens):
        verb = token.tag.startswith("VB")
        kind = words.event(token.low) if token.tag not in ("NAME", "NUM", ",") else None
        if verb and token.low in _TAKE and (over := _taken_over(tokens, i)):
            kind = over
        if kind in ("close", "acquire") and _no_deed(tokens, i, verb):
            continue
        if (
            kind is None
            and verb
            and (token.low not in SAYING or token.low in _PUBLISH)
            and len(token.low) > 2
        ):
            kind = words.key(token.low)
        if token.low == "talks" and i and tokens[i - 1].low == "in":
            kind, verb = "talk", True
        if kind is None or token.low == "according":
            continue
        found.append(_event(row, tokens, i, kind, verb))
    return found


_OFFICE = frozenset("role job post position helm duties reins presidency chairmanship".split())
_HOUSES = frozenset("firm firms group groups fund funds house houses specialist".split())
_QUOTED = frozenset("share shares stock stocks price prices index".split())


def _taken_over(tokens: Sequence[Token], i: int) -> str | None:
    """Return what "take over" means: "acquire" of a company, "replace" of an office."""
    after = [t.low for t in tokens[i + 1 : i + 7]]
    if after[:1] != ["over"]:
        return None
    office = set(after) & _OFFICE or after[1:2] in (["as"], ["from"], ["on"], ["in"], ["at"])
    return "replace" if office or len(after) < 3 else "acquire"


def _no_deed(tokens: Sequence[Token], i: int, verb: bool) -> bool:
    """Say whether a word only looks like a deed: "shares closed at", "a buyout firm"."""
    if not verb:
        return i + 1 < len(tokens) and tokens[i + 1].low in _HOUSES | _QUOTED
    return bool({t.low for t in tokens[max(0, i - 5) : i]} & _QUOTED)


def _event(row: Row, tokens: Sequence[Token], i: int, kind: str, verb: bool) -> Event:
    left = reality.clause_left(tokens, i)
    passive = verb and tokens[i].tag == "VBD" and reality.passive(tokens, i)
    level, future = reality.level(tokens, i, left, verb)
    names_left, names_right = _names(row, tokens, i)
    return Event(
        kind=kind,
        at=i,
        verb=verb,
        level=level,
        negated=reality.negated(tokens, i, left),
        passive=passive,
        left=names_left,
        right=names_right,
        past=verb and tokens[i].tag == "VBD" and not future,
        object=_object(row, tokens, i, passive),
        partner=_partner(row, tokens, i),
    )


def _names(row: Row, tokens: Sequence[Token], i: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    start, end = tokens[i].start, tokens[i].end
    left = tuple(n.text for n in row.names if n.end <= start)
    right = tuple(n.text for n in row.names if n.start >= end)
    return left, right


def _object(row: Row, tokens: Sequence[Token], i: int, passive: bool) -> str | None:
    """Return the name that it is done to: right after the verb, or a passive's subject."""
    if passive:
        head = [n.text for n in row.names if n.end <= tokens[i].start]
        return head[-1] if head else None
    for name in row.names:
        if name.start >= tokens[i].end:
            between = row.text[tokens[i].end : name.start]
            plain = not re.search(r"[,;:]|\b(?:in|at|on|from|with|for|by|to|after|as)\b", between)
            return name.text if plain and len(between.split()) <= 5 else None
    return None


_OF = lazy(r"(?: up| talks)? (?:of|with) (?:the |its |rival )?(?:[a-z-]+ ){0,4}$")


def _partner(row: Row, tokens: Sequence[Token], i: int) -> str | None:
    for name in row.names:
        if name.start >= tokens[i].end:
            between = row.text[tokens[i].end : name.start]
            owner = row.text[name.end : name.end + 2] == "'s"
            return name.text if _OF.fullmatch(between) and not owner else None
    return None


def subject(row: Row, event: Event) -> tuple[str, ...] | None:
    """Return the names that do it, () for somebody not named here, None where unclear."""
    tokens = row.tokens
    if event.passive:
        return _agent(row, tokens, event)
    at = tokens[event.at].start
    verbs = [t for t in tokens[: event.at] if t.tag in ("VBZ", "VBD", "AUX", "MD")]
    first = verbs[0].start if verbs else at
    cut = max((m.end() for m in _CLAUSE.finditer(row.text[:at])), default=0)
    own = [n for n in row.names if cut <= n.start and n.end <= at and n.kind != "place"]
    verbs = [t for t in verbs if t.start >= cut]
    first = verbs[0].start if verbs else at
    if not own:
        return None if cut else ()
    head = [n for n in own if n.end <= first]
    if not head or len(own) > len(head):
        return None
    lead = head[0]
    if _is_subject(row.text, lead) and _tight(row.text, lead, first, head[1:]):
        return (lead.text, *(n.text for n in head[1:] if _joined(row.text, lead, n)))
    return None


def _tight(sentence: str, name: Name, verb: int, others: Sequence[Name]) -> bool:
    """Say whether nothing but an inserted phrase or a second subject parts a name from its verb."""
    if '"' in sentence[:verb] or ":" in sentence[name.end : verb]:
        return False
    between = sentence[name.end : verb].strip()
    opening = sentence[: name.start].strip()
    if opening and not opening.endswith(",") and len(opening.split()) > 3:
        return False
    inserted = between.startswith((",", "(")) and between.endswith((",", ")"))
    joined = all(_joined(sentence, name, n) for n in others)
    return inserted or len(between.split()) <= 2 or (joined and len(between.split()) <= 5)


_CLAUSE = lazy(
    r";|:|\b(?:said|says|that|if|when|while|whereas|although|because|but|where|told \w+)\b"
)


def _agent(row: Row, tokens: Sequence[Token], event: Event) -> tuple[str, ...] | None:
    after = row.text[tokens[event.at].end :]
    by = re.match(r"[^,;]{0,40}?\bby (?:the )?", after)
    if not by:
        return None
    at = tokens[event.at].end + by.end()
    return next(((n.text,) for n in row.names if at <= n.start <= at + 3), None)


def _is_subject(sentence: str, name: Name) -> bool:
    """Say whether a name at the head is the subject: not inside "in X", "of X", "X's"."""
    before = sentence[: name.start].rstrip().rsplit(" ", 1)[-1].lower()
    if sentence[name.end : name.end + 2] == "'s":
        return False
    return before not in ("in", "of", "at", "for", "from", "with", "by", "to", "on", "after", "as")


def _joined(sentence: str, a: Name, b: Name) -> bool:
    return sentence[a.end : b.start].strip() in ("and", "&", "or", ",", ", and")
