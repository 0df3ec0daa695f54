"""What happened at a date, and what lasts how long, in words of the clause around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.core.card import measures_nouns as nouns
from briefing.core.card import measures_phrases as phrases
from briefing.core.card import measures_words as words_of
from briefing.core.card.numbers_status import projected
from briefing.core.card.reading import Row
from briefing.core.language.figures import Quantity
from briefing.core.language.patterns import lazy
from briefing.core.language.tagger import Token

_MOST = 12  # words of a clause that can be a label
_LEAD_IN = lazy(
    r"\s*\b(?:back |late |early |mid-)?(?:in|into|on|by|since|from|until|to|of|for|during|between|"
    r"within|over|at|at least)?\s*(?:the\s+)?(?:(?:end|start|middle|beginning) of )?"
    r"(?:the )?(?:first |last |next |past |about |around |at least )?$"
)
_PART = (
    r"end|start|beginning|middle|mid|half|quarter|spring|summer|autumn|fall|winter|rest|course|"
    r"part|months?|weeks?|days?|January|February|March|April|May|June|July|August|September|"
    r"October|November|December"
)
_OF_A_NOUN = lazy(rf"(?:\b(?!(?:{_PART})\b)[\w’']+ (?P<of>of)| from) \Z")
_COMPARED = lazy(r"\b(?:than|compared (?:with|to)|against|before|after)(?: in| for)?\s+(?:the )?$")
_ATTRIBUTE = lazy(rf" (?:[a-z]+ ){{0,2}}{words_of.METRIC}\b")
_PRONOUN = lazy(
    r"^(?:where\s+|when\s+)?(?:it|they|he|she|that|this)\s+(?:(?:is|are|was|were|has|have|had)\s+)?",
    re.I,
)
_LINK = lazy(r"^(?:since|as|when|where|while|though|although)\s+(?=\w+ \w)", re.I)
_LOOSE_END = lazy(
    r"(?:\s+\b(?:in|into|on|by|since|from|until|to|of|for|during|between|under|at|as|and|or|with|the|"
    r"a|an|its|about|than))+$"
)
_FINITE = ("VBZ", "VBD", "VB", "MD", "AUX")


def event(row: Row, tokens: Sequence[Token], q: Quantity) -> str | None:
    """Return what happened at a date: its clause before it, or behind it where it opens one.

    None for a clause without a verb, one too long for a label, or one about another figure.
    """
    if _COMPARED.search(row.text[: q.start]):
        return None
    if _ATTRIBUTE.match(row.text, q.end):
        return None  # "expects fiscal 2025 net sales to fall": the year of the sales
    before = _LEAD_IN.sub("", row.text[: q.start])
    m = _OF_A_NOUN.search(row.text, max(0, q.start - 30), q.start) if q.kind == "year" else None
    if m and (m["of"] or not projected(row, q)):
        return None  # "a design from 2015", "the trend of 2026"
    head = words_of.CLAUSE.split(before)[-1]
    if re.search(r"\b(?:if|unless|whether) ?$", before[: len(before) - len(head)]):
        return None  # what is only supposed has no day
    if len(head.split()) >= 3:
        return _label(row, tokens, q, len(before) - len(head), len(before))
    if not re.search(r"(?:^|[,;:(])\s*$", before) or q.kind == "count":
        return None
    start = q.end + len(row.text[q.end :]) - len(row.text[q.end :].lstrip(" ,"))
    behind = re.split(
        r"[,;:()\"“”]|\b(?:and|but|while|which|for|as|when|before)\b", row.text[start:], maxsplit=1
    )[0]
    if len(behind.split()) < 3:
        return None
    return _label(row, tokens, q, start, start + len(behind.rstrip()))


def _label(row: Row, tokens: Sequence[Token], q: Quantity, start: int, end: int) -> str | None:
    others = (f for f in row.figures if f is not q and start <= f.start < end)
    if q.kind != "count" and any(not _adjective(f) for f in others):
        return None
    if not any(start <= t.start < end and t.tag in _FINITE for t in tokens):
        return None
    phrase = _LINK.sub("", row.text[start:end].strip(" ,."))
    phrase = _LOOSE_END.sub("", _PRONOUN.sub("", phrase))
    phrase = re.sub(r"\s+(?:is|are|was|were)$", "", phrase)
    if q.kind == "count":  # "lasts an impressive", "may take"
        phrase = re.sub(r"\s+an? \w+$", "", phrase)
        if re.match(
            r"(?:may|might|could|can|will|would|should|must|is|are|was|were|has|have)\b", phrase
        ):
            return None
    if re.fullmatch(r"(?:will|would|could|may|might) \w+", phrase):
        return None
    if not 2 <= len(phrase.split()) <= _MOST:
        return None
    if _NO_CLAUSE.match(phrase) or re.search(
        r"[\[\]]|\bwhat\b|\bthan (?:they|it|he|she)\b", phrase
    ):
        return None
    if _INNER.search(phrase):
        return None  # "plans to stay at the label he founded in 1987": not the plan's year
    return phrases.tidy(phrase) or None


# "here are the best of", "based on data": no event; nor has what is supposed or asked a day
_NO_CLAUSE = lazy(
    r"(?:by|from|with|to|of|than|because|said|says|not|instead|after|before|how|what|why|"
    r"whether|if|based|here|there|th(?:ese|ose) (?:are|were)|data (?:is|are)|question)\b",
    re.I,
)
_NEVER = lazy(r"n['’]t\b|\bnever\b|\blast time\b")  # "hasn't seen it in 50 years"
_RECORD = lazy(
    r"\b(?:slowest|fastest|highest|lowest|best|worst|biggest|largest|smallest|weakest|strongest|"
    r"first|most|least)\b[^,;]{0,60} (?:in|for) (?:more than |over |almost |nearly |about )?$"
)
_NO_SUBJECT = lazy(r"(?:may|might|could|can|will|would|should|must|is|are|was|were|has|have)\b")
_INNER = lazy(r"\bin a bid to\b|\w \w+ (?:he|she|it|they) \w+ed$")


def _adjective(f: Quantity) -> bool:
    """Say whether a figure is an ordinal or stands before a noun: "fourth-quarter results"."""
    return f.kind == "ordinal" or f.text.endswith(("-quarter", "-half", "-year"))


def duration(row: Row, tokens: Sequence[Token], q: Quantity) -> str | None:
    """Return what a length of time is the length of; None where it only sets a period."""
    after = row.text[q.end :]
    if re.search(r"\d or $", row.text[: q.start]):
        return None  # "over 20 or 30 years"
    if _RECORD.search(row.text[: q.start]) or _NEVER.search(row.text[: q.start]):
        return None  # "its highest level in more than two years"
    if m := words_of.SINCE.match(after):
        return f"time {m['what']}"
    unit = re.match(r"[\s-]*(?:years?|months?|weeks?|days?|hours?|minutes?)?", after)
    rest = after[unit.end() :] if unit else after
    if after.startswith("-") or (q.value != 1 and words_of.LENGTH.match(after)):
        named = nouns.after(list(tokens), q)
        thing = re.sub(r"^(?:year|month|week|day|hour|minute)s?\b ?", "", named or "")
        return thing or None
    if re.match(r"\s*(?:to|ended|ending|ago|earlier|old|later)\b|-old\b|['’]", rest):
        return None
    if re.search(
        r"\b(?:first|last|past|next|every|of|than|the|to|previous|prior)\s+$", row.text[: q.start]
    ):
        return None
    found = event(row, tokens, q)
    return f"duration: {found}" if found else None
