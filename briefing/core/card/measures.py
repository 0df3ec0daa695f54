"""What a figure measures, in words of its sentence; None where the sentence does not say.

Looks at what is compared, at the words right behind the figure, at the noun before "of", at the
object or subject of the verb before it. Only words of one clause are joined.
"""

from __future__ import annotations

import re

from briefing.core.card import measures_beside as beside
from briefing.core.card import measures_counts as counts
from briefing.core.card import measures_events as events
from briefing.core.card import measures_foreign as foreign
from briefing.core.card import measures_nouns as nouns
from briefing.core.card import measures_phrases as phrases
from briefing.core.card import measures_tables as tables
from briefing.core.card import measures_verbs as verbs
from briefing.core.card import measures_words as words_of
from briefing.core.card import numbers_spells as spells
from briefing.core.card.reading import Reading, Row
from briefing.core.language import gazetteer
from briefing.core.language.figures import Quantity
from briefing.core.language.names_words import MONTHS
from briefing.core.language.patterns import lazy
from briefing.core.language.tagger import Token


def measure(reading: Reading, row: Row, q: Quantity) -> str | None:
    """Return what the figure measures, or None."""
    if not reading.english:
        return foreign.measure(reading.language, row.text, q)
    if row.kind == "row":
        return tables.label(row.text)
    if row.text.count(" | ") > 1:
        return None  # a table run into one line: nothing tells which cell names which
    found = _measure(reading, row, q, depth=0)
    if not found:
        return None
    found = phrases.own_part(phrases.ended(_lowered(reading, row, found)), row.text[: q.start])
    found = "stake" if found in ("share of the shares", "share of its shares") else found
    if q.kind in ("money", "percent", "points", "ratio") and phrases.is_empty(found, alone=True):
        return None
    if q.kind == "money" and _COUNTED.match(found):
        return None  # "its 32.3 million shares at $44"
    before = row.text[: q.start]
    if q.kind not in ("year", "date", "ordinal") and not found.startswith("duration"):
        if not _MARKED.search(found) and beside.is_base(row, q, before):
            found += beside.base_mark(row, q, before)
        elif m := words_of.AIMED.search(before[-90:]):
            found = f"{words_of.AIM_WORD.get(m['verb'], 'planned')} {found}"
    return found


_COUNTED = lazy(r"\d[\d.,]* \w+illion\b")
_OF_A_THING = lazy(r"\bof (?:the|an?|its|their) $")
_THING = lazy(
    r" (?!(?:and|or|in|for|to|from|by|on|at|of|more|that|which|is|was|per|an?)\b)[a-z]{3,}"
)
_MARKED = lazy(r"earlier|\(for comparison\)$")
_OPENING = lazy(
    r"^(?:(?:rise|fall) in )?(?P<word>[A-Z][a-z]+)\b(?!['’]s|-(?:listed|based|owned|backed|born)\b)"
)


def _lowered(reading: Reading, row: Row, found: str) -> str:
    """Return a measure without the capital that only the start of the sentence gave it."""
    m = _OPENING.match(found)
    if m is None or not row.text.lstrip('"“').startswith(m["word"]):
        return found
    if m["word"] in reading.capitals or m["word"] in MONTHS or gazetteer.find(m["word"]):
        return found
    if any(n.start <= 1 for n in reading.spans[row.index]):
        return found
    return found[: m.start("word")] + m["word"].lower() + found[m.end("word") :]


def _measure(reading: Reading, row: Row, q: Quantity, depth: int) -> str | None:
    tokens = reading.tokens(row)
    if q.kind in ("year", "date"):
        return events.event(row, tokens, q)
    if q.kind == "ordinal":
        phrase = nouns.after(tokens, q)
        if not phrase or phrase.split()[0].lower() in words_of.TIME:
            return None
        return phrases.tidy(f"rank: {q.text} {phrase}")
    if q.kind == "count":
        found = counts.counted(row, tokens, q)
        if found or not counts.alone(row, q):
            return found
        beside_it = _noun_before(tokens, row.text[: q.start], "") or verbs.subject(tokens, q)
        named = beside_it is not None and beside_it.istitle()  # "Blair is 71": his age
        return phrases.tidy(beside_it) if beside_it and not named else None
    before, after = row.text[: q.start], row.text[q.end :]
    if depth < 3 and words_of.OF_WHICH.search(before[-60:]):
        return _part(reading, row, q, depth)
    if depth == 0 and (compared := _compared(reading, row, q, before)):
        return compared
    if depth < 3 and (reached := _reached(reading, row, q, depth)):
        return reached
    if per := words_of.PER.match(after) if q.kind == "money" else None:
        return _per(reading, row, q, per["unit"], depth)
    return _plain(tokens, before, after, q)


# "would use $200 million of the proceeds to pay down debt"
_SLICE = lazy(
    r" of (?:the|its|their|this|that) (?P<whole>proceeds|sum|total|money|price|cash|budget|loan)\b"
)
_DIRECTED = lazy(r"^(?:(?:rise|fall) in|share of)|\b(?:low|high|less|fast|slow|great)")


def _plain(tokens: list[Token], before: str, after: str, q: Quantity) -> str | None:
    """Return the measure by the first rule that finds one."""
    if words_of.SHORT_OF.search(before[-40:]):
        return None
    if q.kind == "money" and (m := _SLICE.match(after)):
        return f"part of the {m['whole']}"
    for found in (
        beside.behind(tokens, after, q),
        beside.bought(before, after, q),
        _noun_before(tokens, before, after),
        beside.spent(before, after, q),
        beside.moved(before, after, q),
        verbs.object_(tokens, before, q),
        verbs.subject(tokens, q),
        verbs.metric(tokens, before, entire=q.kind == "percent"),
        nouns.after(tokens, q) if re.match(words_of.ONWARD[q.kind == "money"], after) else None,
    ):
        if found and (tidy := phrases.tidy(found)) and not phrases.is_empty(tidy):
            m = words_of.COMPARED.match(after) if q.kind == "percent" else None
            return f"{tidy} {m['way']}" if m and not _DIRECTED.search(tidy) else tidy
    return None


def _part(reading: Reading, row: Row, q: Quantity, depth: int) -> str | None:
    """Take the measure of what it is a part of: "$2 billion of debt, of which $1 billion"."""
    whole = next((f for f in reversed(row.figures) if f.end <= q.start and f.kind == q.kind), None)
    same = _measure(reading, row, whole, depth + 1) if whole else None
    if not same:
        return None
    due = words_of.FALLS_DUE.match(row.text[q.end :])
    return f"{same} falling due" if due else f"part of {same}"


def _reached(reading: Reading, row: Row, q: Quantity, depth: int) -> str | None:
    """Take the measure of the change before: "rose 4% to $6 billion", "by 30 points to 27%"."""
    earlier = [f for f in row.figures if f.end <= q.start]
    if not earlier:
        return None
    if words_of.SUM_OF.fullmatch(row.text, earlier[-1].end, q.start) and q.kind == "money":
        same = _measure(reading, row, earlier[-1], depth + 1)
        return re.sub(r" per \w+", "", same) if same and not same.startswith("amount") else None
    if earlier[-1].kind not in ("percent", "points"):
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
    if unit == "share" and (base == "offer" or base.startswith("payment")):
        base = "price"
    if phrases.is_empty(base, alone=True) or base.startswith("share"):
        base = "amount" + " (earlier figure)" * base.endswith(" (earlier figure)")
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
    own = "than the " not in q.text  # "less than the 5% rise a year earlier": another's
    if own and (way := words_of.changed(before, before[last.end :], row.text[q.end :])):
        last = next((f for f in reversed(earlier) if f.kind == "money"), earlier[-1])
        same = (
            _measure(reading, row, last, depth=1)
            if last.kind != "count"
            else verbs.metric(reading.tokens(row), row.text[: last.start])
        )
        if not same or same.startswith(("rise", "fall", "amount")) or phrases.is_empty(same):
            return None
        return f"{way} in {same}"
    if last.kind == q.kind and re.search(
        rf",?\s+(?:up |down )?(?:from|compared with|compared to|"
        rf"against)\s+{words_of.LEAD}$",
        before[-45:],
    ):
        same = _measure(reading, row, last, depth=1)
        mark = beside.base_mark(row, q, before)
        return f"{beside.level(same, q, before)}{mark}" if same else None
    return None


def _comparable(row: Row, f: Quantity, q: Quantity) -> bool:
    """Say whether two figures of a row are of one kind, both or neither of them per unit."""
    per = [bool(words_of.PER.match(row.text[x.end :])) for x in (f, q)]
    return f.kind == q.kind and f.currency == q.currency and per[0] == per[1]


def _noun_before(tokens: list[Token], before: str, after: str) -> str | None:
    """Return the noun phrase before "of", or before a verb that only states the amount."""
    for pattern in (words_of.RANGE, words_of.OF, words_of.IS):
        if m := pattern.search(before[-90:]):
            end = len(before) - len(before[-90:]) + m.end("what")
            if pattern is words_of.OF and _OF_A_THING.search(before) and _THING.match(after):
                continue  # "the terms of the $168m settlement", "hopes of a 0.2% expansion"
            if pattern is words_of.IS:
                end = spells.cut(before, end)
            if " worth " in m.group() and (sent := phrases.sent_by(tokens, end)):
                return sent
            phrase = phrases.ending_at(tokens, end, entire=pattern is not words_of.OF)
            if phrase and before[: end - len(phrase)].endswith(" and "):
                phrase = phrases.listed_to(tokens, end)
            aside = words_of.ASIDE.search(before[: end - len(phrase)]) if phrase else None
            return None if aside and pattern is words_of.RANGE else phrase
    return None
