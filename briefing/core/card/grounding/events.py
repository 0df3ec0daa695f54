"""What is said to happen in a sentence: relation words with who, whom, and how real it is.

Works on tagged English by position; says less (None) where the grammar is not clear.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.core.card.grounding import words
from briefing.core.card.grounding.source import Row
from briefing.core.language.chunks import SAYING
from briefing.core.language.names import Name
from briefing.core.language.tagger import Token

# How real: 0 happened or happens, 1 certain to come, 2 planned or expected, 3 possible.
_MAYBE = frozenset(
    "may might could if unless whether likely unlikely possible possibly potential "
    "potentially perhaps probably considering considers consider considered exploring explore "
    "explores explored mulling mulls mull mulled weighing weighs weigh weighed talks talk "
    "discuss discussing discussions negotiations negotiating negotiate interested interest "
    "approached bidding bid bids offer offers offered offering hope hopes hoped hoping seek seeks "
    "seeking sought try tries trying tried attempt attempts attempting attempted want wants wanted "
    "urge urged urges call calls called demand demands demanded threaten threatens threatened "
    "should can evaluate evaluating rumoured rumored rumor rumour speculation option options "
    "couldn't wouldn't asked ask asks bidder prospective mooted suggested suggests suggest "
    "studying".split()
)
_IFFY = frozenset("may might could if unless whether possibly perhaps probably".split())
_PLANNED = frozenset(
    "plan plans planned planning intend intends intended aim aims aimed aiming expect expects "
    "expected expecting propose proposes proposed proposing proposal projected projects forecast "
    "forecasts predict predicts predicted estimated target targets targeting targeted pledge "
    "pledged pledges promise promised promises vow vowed vows prepare preparing prepares prepared "
    "slated scheduled due poised set agreed agrees agree agreeing ready about decided decide "
    "pending ahead subject await awaiting awaits anticipated anticipates eyeing eyes".split()
)
_BE = frozenset("is are was were be 's 're".split())
_TOLD = frozenset(
    "said says announced confirmed told pledged promised added stated insisted vowed".split()
)
_SOUGHT = frozenset(
    "negotiating negotiates negotiate need needs needed require requires requiring subject "
    "pending awaiting awaits seek seeks "
    "seeking sought demand demands wants".split()
)
_CERTAIN = frozenset("will shall 'll wo".split())
_DONE_TO = frozenset(
    "managed began begun started continued continues continue went used helped forced proceeded "
    "led allowed enabled chose had has decided".split()
)
_NOT = frozenset("not n't never no nor neither without cannot".split())
_REFUSE = frozenset(
    "failed fails fail failing refused refuses refusing refuse declined declines declining "
    "unable denied "
    "denies deny rejected rejects unlikely ruled".split()
)
_BREAKS = frozenset(",;:()")
_PUBLISH = frozenset("report reports reported".split())
_TAKE = frozenset("take takes took taken taking".split())
_REACH = 9


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
        if verb and i + 1 < len(tokens) and tokens[i + 1].low == "over" and token.low in _TAKE:
            kind = "acquire"
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


def _event(row: Row, tokens: Sequence[Token], i: int, kind: str, verb: bool) -> Event:
    left = _clause_left(tokens, i)
    passive = verb and tokens[i].tag == "VBD" and _passive(tokens, i)
    level, future = _level(tokens, i, left, verb)
    names_left, names_right = _names(row, tokens, i)
    return Event(
        kind=kind,
        at=i,
        verb=verb,
        level=level,
        negated=_negated(tokens, i, left),
        passive=passive,
        left=names_left,
        right=names_right,
        past=verb and tokens[i].tag == "VBD" and not future,
        object=_object(row, tokens, i, passive),
        partner=_partner(row, tokens, i),
    )


def _clause_left(tokens: Sequence[Token], i: int) -> int:
    """Return where the clause of the word at `i` starts, looking over an inserted phrase."""
    for j in range(i - 1, max(-1, i - 2 * _REACH), -1):
        if tokens[j].text in (";", ":", "(", ")"):
            return j + 1
        if tokens[j].low in ("but", "while", "whereas", "although", "though"):
            return j + 1
        if tokens[j].text == "," and any(t.tag in ("VBZ", "VBD", "MD") for t in tokens[j:i]):
            return j + 1
    return max(0, i - 2 * _REACH)


def _passive(tokens: Sequence[Token], i: int) -> bool:
    before = [t.low for t in tokens[max(0, i - 4) : i]]
    be = {"is", "are", "was", "were", "be", "been", "being", "'s", "'re", "gets", "got"}
    after = [t.low for t in tokens[i + 1 : i + 8]]
    return bool(be & set(before)) or (bool(before) and "by" in after[:2])


def level_at(tokens: Sequence[Token], i: int) -> int:
    """Return how real the verb at token `i` is."""
    return _level(tokens, i, _clause_left(tokens, i), True)[0] or 0


def _level(tokens: Sequence[Token], i: int, left: int, verb: bool) -> tuple[int | None, bool]:
    before = [t.low for t in tokens[left:i]]
    reach = before[-_REACH:]
    infinitive = verb and "to" in reach[-3:] and tokens[i].tag == "VB"
    maybe = (
        _IFFY if verb and tokens[i].tag in ("VBD", "VBZ") and not _passive(tokens, i) else _MAYBE
    )
    if any(w in maybe for w in reach) and _governs(reach, maybe, infinitive, verb):
        return 3, "will" in reach
    if "would" in reach[-6:] and verb:
        return (1 if _reported(tokens, i) else 3), True
    finite = verb and tokens[i].tag in ("VBD", "VBZ") and not _passive(tokens, i)
    if (
        not finite
        and any(w in _PLANNED for w in reach)
        and _governs(reach, _PLANNED, infinitive, verb)
    ):
        return (3 if _open(tokens) else 2), True
    if any(w in _CERTAIN for w in reach[-5:]) and verb:
        return 1, True
    if infinitive:
        governor = reach[: max(k for k, w in enumerate(reach) if w == "to")][-2:]
        return (0 if set(governor) & _DONE_TO else 1), True
    if _conditional(tokens, i):
        return 3, False
    return (0, False) if verb else (_noun_level(tokens, i), False)


def _open(tokens: Sequence[Token]) -> bool:
    """Say whether the sentence makes it depend on something: "if the first meets its targets"."""
    return any(t.low in ("if", "unless", "provided") for t in tokens)


def _reported(tokens: Sequence[Token], i: int) -> bool:
    """Say whether "would" is the "will" of reported speech, not a condition."""
    lows = {t.low for t in tokens[:i]}
    return bool(lows & _TOLD) and not lows & {"if", "could", "reportedly", "rumoured", "people"}


def _noun_level(tokens: Sequence[Token], i: int) -> int | None:
    """Return how real a noun ("approval", "ban") is: what is needed or sought is not there yet."""
    before = {t.low for t in tokens[max(0, i - 16) : i]}
    after = {t.low for t in tokens[i + 1 : i + 5]}
    if before & _SOUGHT:
        return 3
    if after & {"expected", "pending", "due", "likely", "planned", "needed"}:
        return 2
    return None


def _governs(reach: Sequence[str], group: frozenset[str], infinitive: bool, verb: bool) -> bool:
    """Say whether the last unreal word still rules the verb: no finished verb in between."""
    at = max(k for k, w in enumerate(reach) if w in group)
    if len(reach) - at > (6 if verb else 5):
        return False
    between = reach[at + 1 :]
    if "," in between and not infinitive and len(between) > 3:
        return False
    return not ({"has", "had", "have", "was", "were"} & set(between) and not infinitive)


def _conditional(tokens: Sequence[Token], i: int) -> bool:
    return any(t.low in ("if", "unless", "should") for t in tokens[:3]) and i < 12


def _negated(tokens: Sequence[Token], i: int, left: int) -> bool:
    """Say whether the verb group, with the verbs that govern it, is denied."""
    seen = []
    for token in reversed(tokens[max(left, i - 8) : i]):
        low = token.low
        loose = token.tag in ("RB", "AUX", "MD", "TO") or low in _NOT | _REFUSE | _MAYBE | _PLANNED
        if not loose and not low.endswith("n't") and low != "t":
            break
        seen.append(low)
    if "only" in seen:
        return False
    return sum(w in _NOT or w.endswith("n't") or w in _REFUSE for w in seen) % 2 == 1


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


_OF = re.compile(r"(?: up| talks)? (?:of|with) (?:the |its |rival )?(?:[a-z-]+ ){0,4}$")


def _partner(row: Row, tokens: Sequence[Token], i: int) -> str | None:
    for name in row.names:
        if name.start >= tokens[i].end:
            between = row.text[tokens[i].end : name.start]
            return name.text if _OF.fullmatch(between) else None
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
    if not head:
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


_CLAUSE = re.compile(
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
