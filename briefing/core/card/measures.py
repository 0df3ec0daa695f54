"""What a figure measures, in words of its sentence; None where the sentence does not say.

Looks at what is compared, at the words right behind the figure, at the noun before "of", at the
object or subject of the verb before it. Only words of one clause are joined.
"""

from __future__ import annotations

import re

from briefing.core.card import measures_phrases as phrases
from briefing.core.card import measures_words as words_of
from briefing.core.card.reading import Reading, Row
from briefing.core.language import chunks, tagger
from briefing.core.language.figures import Quantity
from briefing.core.language.tagger import Token


def measure(reading: Reading, row: Row, q: Quantity) -> str | None:
    """Return what the figure measures, or None."""
    if not reading.english:
        return q.unit
    found = _measure(reading, row, q, depth=0)
    if not found:
        return None
    before = row.text[: q.start]
    if q.kind not in ("year", "date", "ordinal"):
        if words_of.EARLIER.search(before[-70:]) and "earlier" not in found:
            found += " (earlier figure)"
        elif m := words_of.AIMED.search(before[-90:]):
            found = f"{words_of.AIM_WORD.get(m['verb'], 'planned')} {found}"
    return found


def _measure(reading: Reading, row: Row, q: Quantity, depth: int) -> str | None:
    tokens = reading.tokens(row)
    if q.kind in ("year", "date"):
        return _event(row.text, q)
    if q.kind == "ordinal":
        phrase = phrases.after(tokens, q)
        return phrases.tidy(f"rank: {q.text} {phrase}") if phrase else None
    if q.kind == "count":
        return _counted(tokens, q, row.text)
    before, after = row.text[: q.start], row.text[q.end :]
    if depth == 0 and (compared := _compared(reading, row, q, before)):
        return compared
    for found in (
        _behind(after, q),
        _bought(before, after, q),
        _noun_before(tokens, before),
        _object(tokens, before, q),
        _subject(tokens, q),
        _metric(tokens, before),
        phrases.after(tokens, q) if re.match(words_of.ONWARD[q.kind == "money"], after) else None,
    ):
        if found and (tidy := phrases.tidy(found)):
            return tidy
    return None


def _compared(reading: Reading, row: Row, q: Quantity, before: str) -> str | None:
    """Take the measure of the figure before, where this one is its base or its change."""
    earlier = [
        f for f in row.figures if f.end <= q.start and f.kind in ("money", "percent", "count")
    ]
    if not earlier:
        return None
    last = next(
        (f for f in reversed(earlier) if f.kind == q.kind and f.currency == q.currency), earlier[-1]
    )
    if m := words_of.CHANGED.search(before[-40:]):
        last = next((f for f in reversed(earlier) if f.kind == "money"), earlier[-1])
        same = (
            _measure(reading, row, last, depth=1)
            if last.kind != "count"
            else _metric(reading.tokens(row), row.text[: last.start])
        )
        if not same or same.startswith(("rise", "fall")):
            return None
        return f"{'rise' if m['up'] else 'fall'} in {same}"
    if last.kind == q.kind and re.search(
        rf",?\s+(?:up |down )?(?:from|compared with|compared to|"
        rf"against)\s+{words_of.LEAD}$",
        before[-45:],
    ):
        same = _measure(reading, row, last, depth=1)
        return f"{same} (earlier figure)" if same else None
    return None


def _behind(after: str, q: Quantity) -> str | None:
    if q.kind in ("percent", "points", "ratio") and (m := words_of.SHARE_OF.match(after)):
        return f"share of {phrases.short(m['what'])}"
    if m := words_of.CHANGE_IN.match(after):
        return phrases.short(m["what"])
    return None


def _bought(before: str, after: str, q: Quantity) -> str | None:
    if q.kind != "money":
        return None
    if re.search(rf"\b(?:paid|pays?|paying) {words_of.LEAD}$", before[-40:]):
        paid = re.match(
            r"(?: \([^)]*\))? for (?P<what>(?:(?:an?|the|its) )?[^,.;–-]{2,50}?)(?= in\b| to\b| "
            r"on\b| from\b|[,.;]| -| –|$)",
            after,
        )
        return f"price paid for {paid['what']}" if paid else None
    m = words_of.BOUGHT.search(before[-120:])
    return f"price of {m['what']}" if m else None


def _noun_before(tokens: list[Token], before: str) -> str | None:
    """Return the noun phrase before "of", or before a verb that only states the amount."""
    for pattern in (words_of.OF, words_of.IS):
        if m := pattern.search(before[-90:]):
            return phrases.ending_at(tokens, len(before) - len(before[-90:]) + m.end("what"))
    return None


def _object(tokens: list[Token], before: str, q: Quantity) -> str | None:
    """Return what was moved by, or to, the figure: "inflate earnings by", "profits to rise"."""
    tail = before[-90:]
    offset = len(before) - len(tail)
    if m := words_of.TO_RISE.search(tail):
        phrase = phrases.ending_at(tokens, offset + m.end("what"))
        return _directed(phrase, tagger.base(m["verb"]), q, by=True) if phrase else None
    if m := words_of.BY.search(tail):
        phrase = phrases.ending_at(tokens, offset + m.end("what"))
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
        if verb not in words_of.UP | words_of.DOWN | words_of.STATE:
            return None
        j = i
        while j and tokens[j - 1].tag in ("MD", "AUX", "TO", "RB", "VBD", "VBZ", "VB", "ADJ"):
            j -= 1
        by = tokens[at - 1].low != "to"
        span = chunks.subject_before(tokens, j)
        if span is not None:
            return (
                None
                if tokens[span[0]].tag == "PRP"
                else _directed(phrases.joined(tokens, span), verb, q, by=by)
            )
        if (
            verb in words_of.STATE
            and (main := chunks.main_subject(tokens, i))
            and tokens[main[0]].tag != "PRP"
        ):
            return phrases.joined(tokens, main)
        phrase = _only_metric(tokens, tokens[j].start)
        return _directed(phrase, verb, q, by=by) if phrase else None
    return None


def _only_metric(tokens: list[Token], end: int) -> str | None:
    """Return the one word of business in the clause that ends at an offset, with its adjectives."""
    k = max(
        (
            i
            for i, t in enumerate(tokens)
            if t.end <= end and (t.text in ",;:" or t.tag in ("SUB", "WH"))
        ),
        default=-1,
    )
    heads = [t for t in tokens[k + 1 :] if t.end <= end and re.fullmatch(words_of.METRIC, t.low)]
    return phrases.ending_at(tokens, heads[0].end) if len(heads) == 1 else None


def _directed(phrase: str, verb: str | None, q: Quantity, *, by: bool) -> str:
    if not by or q.kind not in ("percent", "points", "money", "ratio"):
        return phrase
    if verb in words_of.UP:
        return f"rise in {phrases.bare(phrase)}"
    return f"fall in {phrases.bare(phrase)}" if verb in words_of.DOWN else phrase


def _metric(tokens: list[Token], before: str) -> str | None:
    """Return the last word of business before the figure, in its clause, no figure between."""
    clause = re.split(r"[,;:()]|\b(?:but|while|and|which|who|as)\b", before)[-1]
    found = list(re.finditer(rf"\b{words_of.METRIC}\b", clause))
    if (
        not found
        or re.search(r"\d", clause[found[-1].end() :])
        or len(clause[found[-1].end() :].split()) > 4
    ):
        return None
    offset = len(before) - len(clause)
    return phrases.ending_at(tokens, offset + found[-1].end())


def _counted(tokens: list[Token], q: Quantity, sentence: str) -> str | None:
    unit = (q.unit or "").split(" ")[0].lower()
    after = sentence[q.end :]
    if unit in words_of.TIME or re.search(r"\b(?:years?|months?|weeks?|days?|hours?)$", q.text):
        m = words_of.SINCE.match(after)
        return f"time {m['what']}" if m else (f"time: {unit}" if unit else None)
    if re.search(r"[A-Z][\w’'-]+, $", sentence[: q.start]) and after.startswith(","):
        return "age"
    if re.match(r"\s*(?:,|\.|;|\)|for|to|at|from|on|and|in|after|compared|a|per)(?!\w)", after):
        return phrases.tidy(_metric(tokens, sentence[: q.start]) or "")
    phrase = phrases.after(tokens, q)
    return phrases.tidy(phrase) if phrase else None


def _event(sentence: str, q: Quantity) -> str | None:
    """Return what happened at a date: the words of the clause before it, or behind it."""
    before = re.sub(
        r"\s*\b(?:back |late |early |mid-)?(?:in|on|by|since|from|until|to|of|for|during|"
        r"at)?\s*(?:the\s+)?(?:(?:end|start|middle) of )?$",
        "",
        sentence[: q.start],
    )
    head = words_of.CLAUSE.split(before)[-1]
    if len(head.split()) >= 3:
        return phrases.tidy(" ".join(head.split()[-9:]))
    behind = re.split(
        r"[,;:()\"“”]|\b(?:and|but|while|which|for|as)\b",
        sentence[q.end :].lstrip(" ,"),
        maxsplit=1,
    )[0]
    return phrases.tidy(" ".join(behind.split()[:9])) if len(behind.split()) >= 3 else None
