"""What a figure measures, in words of its sentence; None where the sentence does not say.

Looks at the words right behind the figure, then at the noun before "of", then at the subject of
the verb before it.
"""

from __future__ import annotations

import re

from briefing.core.card.reading import Reading, Row
from briefing.core.language import chunks, hedges, tagger
from briefing.core.language.figures import Quantity
from briefing.core.language.tagger import Token

_NOUNISH = ("NN", "NAME", "ADJ", "NUM", "POS", "VBG")
_TIME = frozenset("year years month months week weeks day days hour hours minute minutes decade decades quarter quarters".split())
_BUY = re.compile(
    r"\b(?:acquir\w+|b[ou]ught|buy(?:s|ing)?|purchas\w+|s[oe]ld|sell(?:s|ing)?|takeover|acquisition|purchase|sale|bid|offer)"
    r"\s+(?:of\s+|for\s+)?(?P<what>[^,;]{2,60}?)\s+(?:for|at|worth|in a deal worth|in a)\s*(?:an? |about |around |more than |nearly )*$"
)
_OF = re.compile(r"(?P<what>(?:[\w’'&.-]+\s+){1,5})(?:of|at|worth|totall?ing|is|was|were|are|reached|hit|stood at|came to|:)\s*(?:just |only |an? |the |up )*$")
_SHARE_OF = re.compile(r"^\s*(?:of|der|des|de|del|von)\s+(?P<what>[^,.;:()]{3,60})")
_CHANGE_IN = re.compile(r"^\s*(?P<what>(?:increase|rise|fall|drop|decline|jump|growth|cut|reduction|gain|loss|slump|surge|stake|share|discount|premium|interest)\b[^,.;:()]{0,50})")
_SINCE = re.compile(r"^\s*(?:years?|months?|weeks?|days?)?\s*(?P<what>(?:since|after|before)\s+[^,.;:()]{3,40})")


def measure(reading: Reading, row: Row, q: Quantity) -> str | None:
    """Return what the figure measures, or None."""
    if not reading.english:
        return _foreign(row, q)
    before, after = row.text[: q.start], row.text[q.end :]
    tokens = tagger.tags(row.text, reading.capitals)
    if q.kind in ("year", "date"):
        return _event(row.text, q)
    if q.kind == "ordinal":
        return _rank(tokens, q, row.text)
    if q.kind == "count":
        return _counted(tokens, q, row.text)
    for found in (
        _behind(after, q),
        _bought(before) if q.kind == "money" else None,
        _noun_before(tokens, before, q),
        _subject(tokens, q, row.text),
        _head(tokens, q, row.text),
    ):
        if found and (tidy := _tidy(found)):
            return tidy
    return None


def _behind(after: str, q: Quantity) -> str | None:
    if q.kind in ("percent", "points", "ratio") and (m := _SHARE_OF.match(after)):
        return f"share of {_short(m['what'])}"
    if m := _CHANGE_IN.match(after):
        return _short(m["what"])
    return None


def _bought(before: str) -> str | None:
    m = _BUY.search(before[-120:])
    return f"price of {m['what']}" if m else None


def _noun_before(tokens: list[Token], before: str, q: Quantity) -> str | None:
    m = _OF.search(before[-90:])
    if not m:
        return None
    end = len(before) - len(before[-90:]) + m.end("what")
    at = [i for i, t in enumerate(tokens) if t.end <= end and t.start < end]
    if not at:
        return None
    span = chunks.noun_phrase_ending(tokens, at[-1] + 1)
    return _join(tokens, span) if span else None


def _subject(tokens: list[Token], q: Quantity, sentence: str) -> str | None:
    """Return the subject of the verb nearest before the figure, with the direction of change."""
    at = next((i for i, t in enumerate(tokens) if t.start >= q.start), len(tokens))
    for i in range(at - 1, max(-1, at - 9), -1):
        token = tokens[i]
        if token.tag in ("VBZ", "VBD", "VB", "AUX", "MD") and i:
            j = i
            while j and tokens[j - 1].tag in ("MD", "AUX", "TO", "RB", "VBD", "VBZ", "VB"):
                j -= 1
            span = chunks.subject_before(tokens, j)
            if span is None or tokens[span[0]].tag == "PRP":
                return None
            subject = _join(tokens, span)
            return _changed(subject, sentence, q) if subject else None
    return None


def _changed(subject: str, sentence: str, q: Quantity) -> str:
    way = hedges.direction(sentence, q.start, 30)
    if q.kind in ("percent", "points") and way and not re.search(r"\bto\s+$", sentence[: q.start]):
        return f"{'rise' if way > 0 else 'fall'} in {subject}"
    return subject


def _head(tokens: list[Token], q: Quantity, sentence: str) -> str | None:
    """Return the noun phrase right behind the figure: "$11bn deal"."""
    return _phrase_after(tokens, q)


def _phrase_after(tokens: list[Token], q: Quantity) -> str | None:
    i = next((i for i, t in enumerate(tokens) if t.start >= q.end), len(tokens))
    while i < len(tokens) and tokens[i].low in ("-", "of", "in", "the"):
        i += 1
    j = i
    while j < len(tokens) and tokens[j].tag in _NOUNISH and j - i < 6:
        j += 1
    if j < len(tokens) and tokens[j].low in ("of", "in") and j > i:
        k = j + 1
        while k < len(tokens) and tokens[k].tag in (*_NOUNISH, "DET") and k - j < 5:
            k += 1
        if k > j + 1 and tokens[k - 1].tag in ("NN", "NAME"):
            j = k
    while j > i and tokens[j - 1].tag not in ("NN", "NAME"):
        j -= 1
    return _join(tokens, (i, j)) if j > i else None


def _counted(tokens: list[Token], q: Quantity, sentence: str) -> str | None:
    unit = (q.unit or "").split(" ")[0].lower()
    if unit in _TIME or re.search(r"\b(?:years?|months?|weeks?|days?|hours?)$", q.text):
        after = sentence[q.end :]
        if m := _SINCE.match(after):
            return f"time {m['what']}"
        return f"time: {unit}" if unit else None
    phrase = _phrase_after(tokens, q)
    if phrase:
        return _tidy(phrase)
    return _tidy(_subject(tokens, q, sentence) or "") or None


def _rank(tokens: list[Token], q: Quantity, sentence: str) -> str | None:
    phrase = _phrase_after(tokens, q)
    return _tidy(f"rank: {q.text} {phrase}") if phrase else None


_CLAUSE = re.compile(r"[,;:()]|\b(?:and|but|by|when|after|while|which|who|that)\b")


def _event(sentence: str, q: Quantity) -> str | None:
    """Return what happened at a date: the words of the clause before it, or behind it."""
    before = re.sub(r"\s*\b(?:back |late |early )?(?:in|on|by|since|from|until|to|of|for|during|at)?\s*(?:the\s+)?$", "", sentence[: q.start])
    cut = [m.end() for m in _CLAUSE.finditer(before)]
    head = before[cut[-1] :] if cut else before
    words = head.split()
    if len(words) >= 2:
        return _tidy(" ".join(words[-9:]))
    behind = re.split(r"[,;:()]|\b(?:and|but|while|which|for|as)\b", sentence[q.end :].lstrip(" ,"), maxsplit=1)[0]
    return _tidy(" ".join(behind.split()[:9])) if len(behind.split()) >= 2 else None


def _foreign(row: Row, q: Quantity) -> str | None:
    return q.unit


def _join(tokens: list[Token], span: tuple[int, int]) -> str:
    out = ""
    for k in range(*span):
        gap = " " if k > span[0] and tokens[k].start > tokens[k - 1].end else ""
        out += gap + tokens[k].text
    return out


def _short(phrase: str) -> str:
    phrase = re.split(r"\b(?:after|following|since|because|as|when|while|which|who|that|compared|from|to|by|and)\b", phrase)[0]
    return " ".join(phrase.split()[:9])


def _tidy(phrase: str) -> str:
    phrase = " ".join(phrase.split()).strip(" ,;:-–—\"'“”")
    phrase = re.sub(r"^(?:the|a|an|its|their|his|her|and|of|in|that|for)\s+", "", phrase, flags=re.I)
    return phrase if re.search(r"[A-Za-z]{3}", phrase) else ""
