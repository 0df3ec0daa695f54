"""Is it told as done? The main verb of a clause, its subject, its speaker, and what turns it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from functools import cache

from briefing.core.day import ledger_words as data
from briefing.core.language import chunks, tagger
from briefing.core.language.patterns import lazy
from briefing.core.language.tagger import Token

_AGREED = lazy(
    r"\b(?:agree[ds]|(?:signed|signs|reached|reaches|struck|strikes|sealed|seals|clinched|inked)"
    r" (?:an?|the|its|their) (?:\S+ ){0,3}(?:agreement|deal|contract|pact|accord))$"
)
_OPEN = lazy(rf"\b(?:{data.OPEN})\b", re.I)
_BE = frozenset("was were been being is are be".split())
_MARKS = (",", ";", ":", "-", "(", ")")
_SUBORDINATORS = ("but", "while", "after", "although", "because", "whereas", "since")
_YEAR = lazy(r"(?<!since )(?<!until )(?<!by )(?<!than )\b((?:19|20)\d\d)\b")
_MONTHS = "january february march april may june july august september october november december"
_IN_MONTH = lazy(rf"\bin (?:early |late |mid-)?({_MONTHS.replace(' ', '|')})\b(?! \d{{4}})", re.I)


@cache
def _rare() -> dict[str, str]:
    """Return the forms of the ledger's own verbs that the tagger does not know, with their base."""
    rows = (*data.DONE.values(), *data.UNDONE.values(), *data.OFF, *data.TURNING, *data.LOOSE)
    verbs = {verb for row in rows for verb in row.split() if tagger.base(verb) is None}
    rare = {f: v for v in verbs for f in (v, tagger.participle(v), tagger.third(v))}
    return rare | {f"{v}led": v for row in rows for v in row.split() if v.endswith("el")}


def base(word: str) -> str | None:
    """Return the base form of a verb form in lower case, None if it is none."""
    return tagger.base(word) or _rare().get(word)


def tags(line: str, names: frozenset[str]) -> list[Token]:
    """Return the tokens of a sentence; "cut" is a verb after "has", or between name and object."""
    row = tagger.tags(line, names)
    if len(row) > 2 and row[0].low == "on" and row[1].low.endswith("day"):
        row[1] = row[1]._replace(tag="RB")  # "On Monday Kroger": no part of the name
    for i in range(1, len(row) - 1):
        low, left, right = row[i].low, row[i - 1], row[i + 1]
        fixed = row[i].tag in ("NN", "VB") and tagger.base(low) == low == tagger.participle(low)
        helper = row[group_start(row, i)].low
        if fixed and (
            (left.tag in ("AUX", "RB") and helper in ("has", "have", "had", "'ve", "was", "were"))
            or (left.tag in ("NAME", "PRP", "RB") and right.tag in ("DET", "PRP", "NUM"))
            or (left.tag == "NAME" and right.tag in ("NN", "VBZ") and right.low.endswith("s"))
        ):
            row[i] = row[i]._replace(tag="VBD")
    return row


def segment(row: Sequence[Token], i: int) -> tuple[int, int]:
    """Return the clause around token `i`: up to the nearest marks and subordinators."""
    a = i
    while a > 0 and row[a - 1].text not in _MARKS and row[a - 1].low not in _SUBORDINATORS:
        a -= 1
    b = i
    while b + 1 < len(row) and row[b + 1].text not in (*_MARKS, "."):
        b += 1
    return a, b + 1


def group_start(row: Sequence[Token], i: int) -> int:
    """Return where the verb group that ends at `i` begins: "has since been closed"."""
    while i > 0 and row[i - 1].tag in ("AUX", "RB", "MD") and row[i - 1].low != "so":
        i -= 1
    return i


def passive(row: Sequence[Token], i: int) -> bool:
    """Say whether the verb at `i` is passive."""
    return any(t.low in _BE for t in row[group_start(row, i) : i])


def finite(row: Sequence[Token], i: int, *, title: bool) -> int | None:
    """Return the verb that tells the event at `i` as done: itself, "agreed" or "began"; or None."""
    tag = row[i].tag
    start = group_start(row, i)
    before = row[start - 1] if start else None
    if tag == "VB" and before is not None and before.tag == "TO":
        left = " ".join(t.low for t in row[max(0, start - 9) : start - 1])
        if start > 1 and base(row[start - 2].low) in data.BEGUN:
            return _past(row, start - 2, title=title)
        if not _AGREED.search(left):
            return None
        verbs = [k for k in range(start - 1) if row[k].tag in ("VBD", "VBZ")]
        return _past(row, verbs[-1], title=title) if verbs else None
    if tag == "VBG" and before is not None and base(before.low) in data.BEGUN:
        return _past(row, start - 1, title=title)
    return _past(row, i, title=title)


def _past(row: Sequence[Token], i: int, *, title: bool) -> int | None:
    """Return `i` if the verb there is past or perfect and positive, or present in a title."""
    start = group_start(row, i)
    group = {t.low for t in row[start:i]}
    negative = any(t in ("not", "never") or t.endswith("n't") for t in group)
    if (
        negative
        or any(t.tag == "MD" for t in row[start:i])
        or (start and row[start - 1].tag == "TO")
    ):
        return None
    if row[i].tag == "VBD":
        running = group & {"is", "are", "be", "being"} and not group & {"has", "have", "been"}
        return None if running and not title else i
    return i if title and i and row[i].tag in ("VBZ", "VB") and not group else None


def asserted(row: Sequence[Token], i: int, line: str) -> bool:
    """Say whether the finite verb at `i` heads a clause of the news itself, and nothing left of
    it, or round it, turns it."""
    if data.EVIDENTIAL.search(line):
        return False
    start = group_start(row, i)
    if row[start - 1].low in ("which", "who", "that") and start:
        return False
    a, _ = segment(row, i)
    if _OPEN.search(" ".join(t.low for t in row[a:start])):
        return False
    left = row[:start]
    if any(t.low == "that" and not _said_before(row, k) for k, t in enumerate(left)):
        return False  # "the idea that it closed 40 shops"
    if any(t.low in data.ASIDE for t in left):
        return False
    turning = (t for t in left if t.tag.startswith("VB"))
    if any(base(t.low) in data.TURNING for t in turning):
        return False
    if any(t.low == "had" for t in row[start:i]):  # before the news, unless somebody says so
        return any(t.low in chunks.SAYING for t in left)
    return True


def _said_before(row: Sequence[Token], k: int) -> bool:
    """Say whether a verb of saying stands before the token at `k`, with at most a day between."""
    words = [t.low for t in row[max(0, k - 4) : k] if t.tag not in ("RB", "IN", "NAME")]
    return bool(words) and words[-1] in chunks.SAYING


def vouched(row: Sequence[Token], i: int, parties: frozenset[str]) -> bool:
    """Say whether every speaker of the sentence is the actor, its voice or a party to the matter.

    `parties` are their names in lower case; `i` is the event, which is not a speaker's verb.
    What stands in quotation marks needs a speaker.
    """
    spoken = not sum(t.text in '"“”' for t in row[:i]) % 2
    for k, token in enumerate(row):
        if k == i or token.tag not in ("VBD", "VBZ", "AUX"):
            continue
        if k < i and base(token.low) in ("show", "know", "hope"):
            return False
        if base(token.low) in data.LOOSE:
            return False
        if base(token.low) not in ("say", "add", "announce", "report", "tell", "confirm"):
            continue
        span = chunks.subject_before(row, group_start(row, k))
        following = row[k + 1].tag if k + 1 < len(row) else ""
        if span is None and following == "IN" and base(token.low) not in ("say", "add"):
            continue  # "a plan announced in November"
        start = group_start(row, k)
        first, end = span or (segment(row, k)[0], start)  # "its chief executive" ends in no noun
        who = " ".join(t.low for t in row[first:end])
        if not (data.OWN_VOICE.search(who.split(" of ")[0]) or any(p in who for p in parties)):
            return False
        spoken = True
    return spoken


def earlier(line: str, opened: str, date: str) -> bool:
    """Say whether a sentence tells of a time before the question; ISO dates."""
    if data.PAST.search(line):
        return True
    if any(int(y) < int(opened[:4]) for y in _YEAR.findall(line)):
        return True
    day = datetime.date.fromisoformat(date[:10])
    for name in _IN_MONTH.findall(line):
        month = _MONTHS.split().index(name.lower()) + 1
        year = day.year - (month > day.month)
        if f"{year}-{month:02}" < opened[:7]:
            return True
    return False
