"""What a figure measures, in words of its sentence; None where the sentence does not say.

Looks at what is compared, at the words right behind the figure, at the noun before "of", at the
object or subject of the verb before it. Only words of one clause are joined.
"""

from __future__ import annotations

import re

from briefing.core.card.reading import Reading, Row
from briefing.core.language import chunks, tagger
from briefing.core.language.figures import Quantity
from briefing.core.language.tagger import Token

_NOUNISH = ("NN", "NAME", "ADJ", "NUM", "POS", "VBG")
_TIME = frozenset(
    "year years month months week weeks day days hour hours minute minutes decade decades "
    "quarter quarters".split()
)
_UP = frozenset(
    "rise grow increase climb jump surge soar gain advance improve expand double triple rally "
    "accelerate".split()
)
_DOWN = frozenset(
    "fall drop decline decrease slide slump plunge plummet tumble shrink sink slip lose dip".split()
)
METRIC = (
    r"(?:(?:[\w’'&-]+\s){0,3}?(?:sales|revenues?|turnover|profits?|earnings|income|loss(?:es)?|margins?|prices?|costs?|"
    r"shares?|exports?|imports|output|production|growth|demand|spending|debts?|market share|footfall|orders|dividend|"
    r"deficit|surplus|inflation|unemployment|rate|value|investment|stake|fee|fine|wages|pay|budget|traffic|volumes?))"
)
_LEAD = r"(?:just |only |an? |the |about |around |some |more than |almost |nearly |up to |over |estimated )*"
_EARLIER = re.compile(
    rf"\b(?:(?:up |down )?from|compared (?:with|to)|against|versus|rather than|instead of|earlier|previous(?:ly)?)"
    rf"\s+(?:[\w’']+ ){{0,4}}?{_LEAD}$"
)
_CHANGED = re.compile(
    rf"(?:,|\(|\band\b)\s*(?:(?P<up>up|an? (?:rise|increase|gain|jump) of)|(?P<down>down|an? (?:fall|drop|decline|decrease) of))\s+(?:by )?{_LEAD}$"
)
_BOUGHT = re.compile(
    r"\b(?:acquir\w+|b[ou]ught|buy(?:s|ing)?|purchas\w+|s[oe]ld|sell(?:s|ing)?|takeover of|acquisition of|"
    r"purchase of|sale of|bid for|offer for)\s+(?P<what>[^,;]{2,60}?)\s+(?:for|at|worth|in a deal worth)\s*"
    rf"{_LEAD}$"
)
_OF = re.compile(rf"(?P<what>\S+)(?:\s+in (?:19|20)\d\d)?\s+(?:of|worth|totall?ing|at)\s+{_LEAD}$")
_IS = re.compile(rf"(?P<what>\S+)\s+(?:is|was|were|are|reached|hit|stood at|came to|came in at|stands at|totall?ed)\s+{_LEAD}$")
_BY = re.compile(rf"(?P<what>\S+)\s+(?P<how>by|to)\s+{_LEAD}$")
_TO_RISE = re.compile(rf"(?P<what>\S+)\s+(?:is |are )?(?:set |expected |forecast |likely |due )?to (?P<verb>\w+)\s+(?:by )?{_LEAD}$")
_SHARE_OF = re.compile(r"^\s*(?:of|der|des|de|del|von)\s+(?P<what>[^,.;:()]{3,60})")
_CHANGE_IN = re.compile(
    r"^\s*(?P<what>(?:pay |price |wage |sales |tax )?(?:increase|rise|fall|drop|decline|jump|growth|cut|reduction|gain|"
    r"loss|slump|surge|stake|share|discount|premium|interest|rebate|tax|tariff|tariffs|margin)\b[^,.;:()]{0,50})"
)
_SINCE = re.compile(r"^\s*(?:years?|months?|weeks?|days?)?\s*(?P<what>(?:since|after|before)\s+[^,.;:()]{3,40})")
_AIMED = re.compile(
    r"\b(?P<verb>expect|plan|aim|hope|want|intend|project|forecast)(?:s|ed|ing)?(?: \w+)? to\b(?:\s+\S+){0,5}\s*$"
)
_AIM_WORD = {"expect": "expected", "project": "projected", "forecast": "forecast"}


def measure(reading: Reading, row: Row, q: Quantity) -> str | None:
    """Return what the figure measures, or None."""
    if not reading.english:
        return q.unit
    found = _measure(reading, row, q, depth=0)
    if not found:
        return None
    before = row.text[: q.start]
    if q.kind not in ("year", "date", "ordinal"):
        if _EARLIER.search(before[-70:]) and "earlier" not in found:
            found += " (earlier figure)"
        elif m := _AIMED.search(before[-90:]):
            found = f"{_AIM_WORD.get(m['verb'], 'planned')} {found}"
    return found


def _measure(reading: Reading, row: Row, q: Quantity, depth: int) -> str | None:
    tokens = reading.tokens(row)
    if q.kind in ("year", "date"):
        return _event(row.text, q)
    if q.kind == "ordinal":
        phrase = _phrase_after(tokens, q)
        return _tidy(f"rank: {q.text} {phrase}") if phrase else None
    if q.kind == "count":
        return _counted(tokens, q, row.text)
    before, after = row.text[: q.start], row.text[q.end :]
    if depth == 0 and (compared := _compared(reading, row, q, before)):
        return compared
    for found in (
        _behind(after, q),
        _bought(before, q),
        _noun_before(tokens, before),
        _object(tokens, before, q),
        _subject(tokens, q),
        _metric(before),
        _phrase_after(tokens, q) if re.match(r"\s+(?!in\b|of\b|from\b|to\b)", after) else None,
    ):
        if found and (tidy := _tidy(found)):
            return tidy
    return None


def _compared(reading: Reading, row: Row, q: Quantity, before: str) -> str | None:
    """Take the measure of the figure before, where this one is its base or its change."""
    earlier = [f for f in row.figures if f.end <= q.start and f.kind in ("money", "percent", "count")]
    if not earlier:
        return None
    last = earlier[-1]
    if m := _CHANGED.search(before[-40:]):
        same = _measure(reading, row, last, depth=1)
        if not same or same.startswith(("rise", "fall")):
            return None
        return f"{'rise' if m['up'] else 'fall'} in {same}"
    if last.kind == q.kind and re.search(rf",?\s+(?:up |down )?(?:from|compared with|compared to|against)\s+{_LEAD}$", before[-45:]):
        same = _measure(reading, row, last, depth=1)
        return f"{same} (earlier figure)" if same else None
    return None


def _behind(after: str, q: Quantity) -> str | None:
    if q.kind in ("percent", "points", "ratio") and (m := _SHARE_OF.match(after)):
        return f"share of {_short(m['what'])}"
    if m := _CHANGE_IN.match(after):
        return _short(m["what"])
    return None


def _bought(before: str, q: Quantity) -> str | None:
    m = _BOUGHT.search(before[-120:]) if q.kind == "money" else None
    return f"price of {m['what']}" if m else None


def _noun_before(tokens: list[Token], before: str) -> str | None:
    """Return the noun phrase before "of", or before a verb that only states the amount."""
    for pattern in (_OF, _IS):
        if m := pattern.search(before[-90:]):
            return _phrase_at(tokens, len(before) - len(before[-90:]) + m.end("what"))
    return None


def _object(tokens: list[Token], before: str, q: Quantity) -> str | None:
    """Return what was moved by, or to, the figure: "inflate earnings by", "profits to rise"."""
    tail = before[-90:]
    offset = len(before) - len(tail)
    if m := _TO_RISE.search(tail):
        phrase = _phrase_at(tokens, offset + m.end("what"))
        return _directed(phrase, tagger.base(m["verb"]), q, by=True) if phrase else None
    if m := _BY.search(tail):
        phrase = _phrase_at(tokens, offset + m.end("what"))
        at = next((i for i, t in enumerate(tokens) if t.end >= offset + m.end("what")), 0)
        start = at - len((phrase or "").split())
        if phrase and start >= 0 and tokens[start].tag in ("VB", "VBZ", "VBD", "VBG", "DET"):
            return phrase
    return None


def _subject(tokens: list[Token], q: Quantity) -> str | None:
    """Return the subject of the verb nearest before the figure, with the verb's direction."""
    at = next((i for i, t in enumerate(tokens) if t.start >= q.start), len(tokens))
    for i in range(at - 1, max(-1, at - 5), -1):
        if tokens[i].tag not in ("VBZ", "VBD", "VB") or not i:
            if tokens[i].tag in (",", "SUB", "WH"):
                return None
            continue
        verb = tagger.base(tokens[i].low)
        if verb not in _UP | _DOWN:
            return None
        j = i
        while j and tokens[j - 1].tag in ("MD", "AUX", "TO", "RB", "VBD", "VBZ", "VB", "ADJ"):
            j -= 1
        span = chunks.subject_before(tokens, j)
        if span is None or tokens[span[0]].tag == "PRP":
            return None
        by = tokens[at - 1].low != "to"
        return _directed(_join(tokens, span), verb, q, by=by)
    return None


def _directed(phrase: str, verb: str | None, q: Quantity, *, by: bool) -> str:
    if not by or q.kind not in ("percent", "points", "money", "ratio"):
        return phrase
    if verb in _UP:
        return f"rise in {_bare(phrase)}"
    return f"fall in {_bare(phrase)}" if verb in _DOWN else phrase


def _bare(phrase: str) -> str:
    return re.sub(r"^(?:(?:that|the|its|their|a|an)\s+)+", "", phrase, flags=re.I)


def _metric(before: str) -> str | None:
    """Return the last word of business before the figure, in its clause and with no other figure between."""
    clause = re.split(r"[,;:()]|\b(?:but|while|and|which|who|as)\b", before)[-1]
    found = list(re.finditer(rf"\b{METRIC}\b", clause))
    if not found or re.search(r"\d", clause[found[-1].end() :]) or len(clause[found[-1].end() :].split()) > 4:
        return None
    return found[-1].group()


def _phrase_at(tokens: list[Token], end: int) -> str | None:
    """Return the noun phrase whose last token ends at an offset."""
    at = [i for i, t in enumerate(tokens) if t.start < end <= t.end + 1]
    span = chunks.noun_phrase_ending(tokens, at[-1] + 1) if at else None
    if span is None or tokens[span[0]].tag == "PRP" or tokens[span[1] - 1].tag == "NUM":
        return None
    return _join(tokens, span)


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
    after = sentence[q.end :]
    if unit in _TIME or re.search(r"\b(?:years?|months?|weeks?|days?|hours?)$", q.text):
        m = _SINCE.match(after)
        return f"time {m['what']}" if m else (f"time: {unit}" if unit else None)
    if re.search(r"[A-Z][\w’'-]+, $", sentence[: q.start]) and after.startswith(","):
        return "age"
    if re.match(r"\s*(?:,|\.|;|\)|for|to|at|from|on|and|in|after|compared|a|per)(?!\w)", after):
        return _tidy(_metric(sentence[: q.start]) or "")
    phrase = _phrase_after(tokens, q)
    return _tidy(phrase) if phrase else None


_CLAUSE = re.compile(r"[,;:()\"“”]|\b(?:and|but|by|when|after|while|which|who|that)\b")


def _event(sentence: str, q: Quantity) -> str | None:
    """Return what happened at a date: the words of the clause before it, or behind it."""
    before = re.sub(
        r"\s*\b(?:back |late |early |mid-)?(?:in|on|by|since|from|until|to|of|for|during|at)?\s*(?:the\s+)?(?:(?:end|start|middle) of )?$",
        "",
        sentence[: q.start],
    )
    head = _CLAUSE.split(before)[-1]
    if len(head.split()) >= 3:
        return _tidy(" ".join(head.split()[-9:]))
    behind = re.split(
        r"[,;:()\"“”]|\b(?:and|but|while|which|for|as)\b", sentence[q.end :].lstrip(" ,"), maxsplit=1
    )[0]
    return _tidy(" ".join(behind.split()[:9])) if len(behind.split()) >= 3 else None


def _join(tokens: list[Token], span: tuple[int, int]) -> str:
    out = ""
    for k in range(*span):
        gap = " " if k > span[0] and tokens[k].start > tokens[k - 1].end else ""
        out += gap + tokens[k].text
    return out


def _short(phrase: str) -> str:
    phrase = re.split(
        r"\b(?:after|following|since|because|as|when|while|which|who|that|compared|from|to|by|and|result|is|are|was|were|on)\b",
        phrase,
    )[0]
    parts = phrase.split(" of ")
    return " ".join(" of ".join(parts[:2]).split()[:9])


def _tidy(phrase: str) -> str:
    phrase = " ".join(phrase.split()).strip(" ,;:-–—\"'“”")
    for _ in range(2):
        phrase = re.sub(
            r"^(?:the|a|an|its|their|his|her|and|of|in|that|for|on|had|has|have|was|were|is|are|been|mere|huge|also|with)\s+", "", phrase, flags=re.I
        )
    if len(phrase) > 90 or not re.search(r"[A-Za-z]{3}", phrase) or re.fullmatch(r"(?i)(?:this|that|these|those|it|they|quarter|year|higher|lower|more|less|most)", phrase):
        return ""
    return phrase
