"""What a figure measures, in words of its sentence; None where the sentence does not say.

Looks at what is compared, at the words right behind the figure, at the noun before "of", at the
object or subject of the verb before it. Only words of one clause are joined.
"""

from __future__ import annotations

import re

from briefing.core.card import measures_beside as beside
from briefing.core.card import measures_events as events
from briefing.core.card import measures_foreign as foreign
from briefing.core.card import measures_phrases as phrases
from briefing.core.card import measures_tables as tables
from briefing.core.card import measures_words as words_of
from briefing.core.card.reading import Reading, Row
from briefing.core.language import chunks, gazetteer, tagger
from briefing.core.language.figures import Quantity
from briefing.core.language.patterns import lazy
from briefing.core.language.tagger import Token


def measure(reading: Reading, row: Row, q: Quantity) -> str | None:
    """Return what the figure measures, or None."""
    if not reading.english:
        return foreign.measure(reading.language, row.text, q)
    if row.kind == "row":
        return tables.label(row.text)
    found = _measure(reading, row, q, depth=0)
    if not found:
        return None
    found = phrases.own_part(phrases.ended(_lowered(reading, row, found)), row.text[: q.start])
    found = "stake" if found in ("share of the shares", "share of its shares") else found
    before = row.text[: q.start]
    if q.kind not in ("year", "date", "ordinal"):
        if "earlier" not in found and beside.is_base(row, q, before):
            found += " (earlier figure)"
        elif m := words_of.AIMED.search(before[-90:]):
            found = f"{words_of.AIM_WORD.get(m['verb'], 'planned')} {found}"
    return found


_OPENING = lazy(r"^(?:(?:rise|fall) in )?(?P<word>[A-Z][a-z]+)\b(?!['’]s)")


def _lowered(reading: Reading, row: Row, found: str) -> str:
    """Return a measure without the capital that only the start of the sentence gave it."""
    m = _OPENING.match(found)
    if m is None or not row.text.lstrip('"“').startswith(m["word"]):
        return found
    if m["word"] in reading.capitals or gazetteer.find(m["word"]):
        return found
    if any(n.start <= 1 for n in reading.spans[row.index]):
        return found
    return found[: m.start("word")] + m["word"].lower() + found[m.end("word") :]


def _measure(reading: Reading, row: Row, q: Quantity, depth: int) -> str | None:
    tokens = reading.tokens(row)
    if q.kind in ("year", "date"):
        return events.event(row, tokens, q)
    if q.kind == "ordinal":
        phrase = phrases.after(tokens, q)
        if not phrase or phrase.split()[0].lower() in words_of.TIME:
            return None
        return phrases.tidy(f"rank: {q.text} {phrase}")
    if q.kind == "count":
        return _counted(row, tokens, q)
    before, after = row.text[: q.start], row.text[q.end :]
    if depth == 0 and (compared := _compared(reading, row, q, before)):
        return compared
    if depth < 3 and (reached := _reached(reading, row, q, depth)):
        return reached
    if per := words_of.PER.match(after) if q.kind == "money" else None:
        return _per(reading, row, q, per["unit"], depth)
    return _plain(tokens, before, after, q)


def _plain(tokens: list[Token], before: str, after: str, q: Quantity) -> str | None:
    """Return the measure by the first rule that finds one."""
    for found in (
        beside.behind(tokens, after, q),
        beside.bought(before, after, q),
        _noun_before(tokens, before),
        beside.spent(before, after, q),
        beside.moved(before, after, q),
        _object(tokens, before, q),
        _subject(tokens, q),
        _metric(tokens, before, entire=q.kind == "percent"),
        phrases.after(tokens, q) if re.match(words_of.ONWARD[q.kind == "money"], after) else None,
    ):
        if found and (tidy := phrases.tidy(found)):
            return tidy
    return None


def _reached(reading: Reading, row: Row, q: Quantity, depth: int) -> str | None:
    """Take the measure of the change before: "rose 4% to $6 billion", "by 30 points to 27%"."""
    earlier = [f for f in row.figures if f.end <= q.start]
    if not earlier or earlier[-1].kind not in ("percent", "points"):
        return None
    if m := words_of.CHANGE_OF.match(row.text[earlier[-1].end : q.start]):
        return phrases.tidy(m["what"]) or None  # "a 6% rise in profits to £280m"
    if not re.fullmatch(
        rf"\s+to (?:a record )?{words_of.LEAD}", row.text[earlier[-1].end : q.start]
    ):
        return None
    same = _measure(reading, row, earlier[-1], depth + 1)
    return re.sub(r"^(?:rise|fall) in ", "", same) if same else None


def _per(reading: Reading, row: Row, q: Quantity, unit: str, depth: int) -> str:
    """Return the measure of an amount a share, a store, an hour."""
    before, tokens = row.text[: q.start], reading.tokens(row)
    earlier = [f for f in row.figures if f.end <= q.start]
    base = None
    if depth < 3 and earlier and re.fullmatch(r",? or ", row.text[earlier[-1].end : q.start]):
        base = _measure(reading, row, earlier[-1], depth if depth else 0)
    base = base or _plain(tokens, before, "", q) or "amount"
    if unit == "share" and base in ("payment", "offer"):
        base = "price"
    late = base.endswith(" (earlier figure)")
    return f"{base.removesuffix(' (earlier figure)')} per {unit}" + " (earlier figure)" * late


def _compared(reading: Reading, row: Row, q: Quantity, before: str) -> str | None:
    """Take the measure of the figure before, where this one is its base or its change."""
    earlier = [
        f for f in row.figures if f.end <= q.start and f.kind in ("money", "percent", "count")
    ]
    if not earlier:
        return None
    if q.kind in ("money", "percent") and (m := words_of.MORE_THAN.match(row.text[q.end :])):
        return " ".join(m["what"].split()[:10])
    last = next((f for f in reversed(earlier) if _comparable(row, f, q)), earlier[-1])
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
        return f"{beside.level(same, q, before)} (earlier figure)" if same else None
    return None


def _comparable(row: Row, f: Quantity, q: Quantity) -> bool:
    """Say whether two figures of a row are of one kind, both or neither of them per unit."""
    per = [bool(words_of.PER.match(row.text[x.end :])) for x in (f, q)]
    return f.kind == q.kind and f.currency == q.currency and per[0] == per[1]


def _noun_before(tokens: list[Token], before: str) -> str | None:
    """Return the noun phrase before "of", or before a verb that only states the amount."""
    for pattern in (words_of.OF, words_of.IS):
        if m := pattern.search(before[-90:]):
            end = len(before) - len(before[-90:]) + m.end("what")
            if " worth " in m.group() and (sent := phrases.sent_by(tokens, end)):
                return sent
            return phrases.ending_at(tokens, end, entire=pattern is words_of.IS)
    return None


def _object(tokens: list[Token], before: str, q: Quantity) -> str | None:
    """Return what was moved by, or to, the figure: "inflate earnings by", "profits to rise"."""
    tail = before[-90:]
    offset = len(before) - len(tail)
    m = words_of.TO_RISE.search(tail)
    if m and tagger.base(m["verb"]) in words_of.UP | words_of.DOWN | words_of.STATE | {"be"}:
        phrase = phrases.ending_at(tokens, offset + m.end("what"), entire=True)
        return _directed(phrase, tagger.base(m["verb"]), q, by=True) if phrase else None
    if m := words_of.UP_DOWN.search(tail) if q.kind in ("percent", "points") else None:
        phrase = phrases.ending_at(tokens, offset + m.end("what"), entire=True)
        if phrase and phrases.is_quantity(phrase):
            return f"{'rise' if m['way'] == 'up' else 'fall'} in {phrases.bare(phrase)}"
    if m := words_of.BY.search(tail):
        phrase = phrases.ending_at(tokens, offset + m.end("what"))
        at = next((i for i, t in enumerate(tokens) if t.end >= offset + m.end("what")), 0)
        start = at - len((phrase or "").split())
        if phrase and start >= 0 and tokens[start].tag in ("VB", "VBZ", "VBD", "VBG", "DET"):
            return _changed(phrase, tagger.base(tokens[start].low), m["how"])
    return None


def _changed(phrase: str, verb: str | None, how: str) -> str:
    """Return "fall in pay" for what "cuts pay by" a figure."""
    if how != "by":
        return phrase
    if verb in words_of.CUT:
        return f"fall in {phrases.bare(phrase)}"
    return f"rise in {phrases.bare(phrase)}" if verb in words_of.RAISED else phrase


def _subject(tokens: list[Token], q: Quantity) -> str | None:
    """Return the subject of the verb nearest before the figure, with the verb's direction."""
    at = next((i for i, t in enumerate(tokens) if t.start >= q.start), len(tokens))
    for i in range(at - 1, max(-1, at - 5), -1):
        if tokens[i].tag not in ("VBZ", "VBD", "VB") or not i:
            if tokens[i].tag in (",", "SUB", "WH"):
                return None
            continue
        verb = tagger.base(tokens[i].low)
        if verb in words_of.SLIGHT and i + 1 < at:  # "edged up"
            verb = "rise" if tokens[i + 1].low in ("up", "higher") else "fall"
        if verb not in words_of.UP | words_of.DOWN | words_of.STATE:
            return None
        j = i
        while j and tokens[j - 1].tag in ("MD", "AUX", "TO", "RB", "VBD", "VBZ", "VB", "ADJ"):
            j -= 1
        by = tokens[at - 1].low not in ("to", "from")
        span = chunks.subject_before(tokens, j)
        if span is not None and any(t.low == "what" for t in tokens[max(0, span[0] - 5) : span[0]]):
            return None  # "sales in what is a strong month rose": it is not the month that did
        if span is not None:
            whole = phrases.entire_list(tokens, span)
            return (
                None
                if tokens[span[0]].tag == "PRP"
                else _directed(phrases.joined(tokens, whole), verb, q, by=by)
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
    if len(heads) != 1 or any(
        t.low in words_of.SHOWING and heads[0].end < t.start < end for t in tokens
    ):
        return None  # "growth figures showing the economy expanded": it is not growth that did
    return phrases.ending_at(tokens, heads[0].end)


def _directed(phrase: str, verb: str | None, q: Quantity, *, by: bool) -> str:
    if not by or q.kind not in ("percent", "points", "money", "ratio"):
        return phrase
    if verb in words_of.UP:
        return f"rise in {phrases.bare(phrase)}"
    return f"fall in {phrases.bare(phrase)}" if verb in words_of.DOWN else phrase


def _metric(tokens: list[Token], before: str, *, entire: bool = False) -> str | None:
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
    return phrases.ending_at(tokens, offset + found[-1].end(), entire=entire)


def _counted(row: Row, tokens: list[Token], q: Quantity) -> str | None:
    sentence = row.text
    unit = (q.unit or "").split(" ")[0].lower()
    after = sentence[q.end :]
    if unit in words_of.TIME or re.search(r"\b(?:years?|months?|weeks?|days?|hours?)$", q.text):
        return events.duration(row, tokens, q)
    first = q
    following = next((f for f in row.figures if f.start >= q.end), None)
    if following and re.fullmatch(
        r"\s+(?:out )?of (?:its |the |their |his |her |(?:[A-Z][\w&.-]* ?){1,4}['’]s? )?",
        sentence[q.end : following.start],
    ):
        q, after = following, sentence[following.end :]
    if re.search(r"[A-Z][\w’'-]+, $", sentence[: q.start]) and after.startswith(","):
        return "age"
    if re.match(r"\s*(?:,|\.|;|\)|for|to|at|from|on|and|in|after|compared|a|per)(?!\w)", after):
        return phrases.tidy(_metric(tokens, sentence[: q.start]) or "")
    phrase = phrases.after(tokens, q)
    return phrases.done(phrases.tidy(phrase), tokens, first) if phrase else None
