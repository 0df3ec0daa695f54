"""The same rules for a claim in the language of a source that is not English, by a few marks.

Compares the claim with the source sentence nearest to it: negation, direction, what is open or
still to come, months, and the order of two names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.core.card.grounding.fault import Fault
from briefing.core.card.grounding.source import Pool, Row
from briefing.core.language import hedges, text
from briefing.core.language.patterns import lazy

_NOT = lazy(
    r"\b(?:kein\w*|nicht|nie|ohne|weder)\b|\b(?:ne|n'|pas|jamais|aucun\w*|sans)\b|"
    r"\b(?:no|nunca|sin|tampoco|ning[uú]n\w*|não|nem|non|senza)\b|"
    r"没有|并未|尚未|未(?!来)|不(?!断|仅|过|同)|无(?!人)|ない|ません|せず",
    re.I,
)
_OPEN = lazy(
    r"\b(?:könnt\w+|dürft\w+|möglich\w*|eventuell|vielleicht|angeblich|soll(?:en|te\w*)?|"
    r"pourrai\w+|peut-être|devrai\w+|podrí\w+|quizá\w*|posible\w*|potrebb\w+|poderi\w+)\b|"
    r"可能|或将|或许|かもしれ|可能性",
    re.I,
)
_COMING = lazy(
    r"\b(?:wird|werden|muss|müssen|will|wollen|plant|planen|noch|erwartet|bis|vorgesehen|soll\w*|"
    r"könnt\w+|prévoit|compte|va|vont|doit|envisage|devra\w*|prevé|planea|quiere|va a|debe|"
    r"fordert|verlangt)\b|将|拟|计划|预计|可能|予定|方針",
    re.I,
)
_DONE = lazy(
    r"\b(?:hat|haben|wurde[n]?|ist|sind) (?:[\wäöüß]+ ){0,6}(?:ge\w+t|ge\w+en|zuge\w+t|\w+iert)\b|"
    r"\bbereits\b|\b(?:a|ont) (?:déjà |été )?\w+é(?:e|s|es)?\b|\b(?:ha|han) \w+[ai]do\b|"
    r"已经|已(?!知)|完成了|した。?$",
    re.I,
)
_MONTHS = lazy(
    r"\b(?:januar|februar|märz|april|juni|juli|august|september|oktober|november|dezember|"
    r"janvier|février|avril|juin|juillet|août|septembre|octobre|novembre|décembre|"
    r"enero|febrero|marzo|abril|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|"
    r"montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|"
    r"vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo)\b|"
    r"1?\d月|周[一二三四五六日]|星期[一二三四五六日]",
    re.I,
)
_PLACES = lazy(
    r"北京|上海|广州|深圳|成都|武汉|重庆|杭州|南京|西安|天津|苏州|香港|东京|大阪|東京|名古屋|福岡"
)
_NACH = lazy(r"\bnach ([A-ZÄÖÜ][a-zäöüß]{3,})\b")
_NO_PLACE = frozenset(
    "Angaben Berichten Informationen Ansicht Aussage Einschätzung Jahren Monaten Wochen Tagen "
    "Steuern Verlusten Meinung Auffassung Kritik Protesten Abzug Schluss".split()
)
_ENOUGH = 0.5


def check(claim: Row, pool: Pool) -> Iterator[Fault]:
    """Yield the faults of a claim in the source's own language, where that is not English."""
    source = pool.source
    if source.language in (None, "en") or source.foreign(claim) or not claim.keys:
        return
    for pattern, code in ((_MONTHS, "DATE_NOT_IN_SOURCE"), (_PLACES, "ENTITY_NOT_IN_SOURCE")):
        for m in pattern.finditer(claim.text):
            if m[0].lower() not in source.text.lower():
                yield Fault(code, f"{m[0]} is not in the source")
    for m in _NACH.finditer(claim.text):
        if m[1] not in source.text and m[1] not in _NO_PLACE:
            yield Fault("ENTITY_NOT_IN_SOURCE", f"{m[1]} is not in the source")
    row = max(pool.rows, key=lambda r: len(claim.keys & r.keys))
    if len(claim.keys & row.keys) < _ENOUGH * len(claim.keys):
        return
    yield from _against(claim, _nearest_part(claim, row), row)


def _nearest_part(claim: Row, row: Row) -> Row:
    """Return the part of the row the claim takes up, where one part holds nearly all of it."""
    shared = claim.keys & row.keys
    parts = [
        Row(p, row.index) for p in re.split(r"[;；，]|, (?:und|et|y|während)\b", row.text) if p
    ]
    best = max(parts, key=lambda p: len(p.keys & shared), default=row)
    return best if len(best.keys & shared) >= 0.8 * len(shared) else row


def _against(claim: Row, part: Row, row: Row) -> Iterator[Fault]:
    ours, theirs = bool(_NOT.search(claim.text)), bool(_NOT.search(part.text))
    if ours != theirs and ours != bool(_NOT.search(row.text)):
        yield Fault("NEGATION", "denied in one of claim and source only")
    if _direction(claim.text) * _direction(part.text) < 0:
        yield Fault("POLARITY", "the source says the opposite direction")
    unsure = _OPEN.search(part.text)
    if unsure and not _OPEN.search(claim.text) and not hedges.evidential(claim.text):
        yield Fault("HEDGE_DROPPED", f'the source says "{unsure[0]}"')
    done, coming = _DONE.search(claim.text), _COMING.search(part.text)
    if done and coming and not _DONE.search(row.text):
        yield Fault("STATUS_UPGRADED", f'{done[0]}: the source says "{coming[0]}"')
    yield from _order(claim, row)
    if claim.cjk:
        yield from _measures(claim, row)


_BACK = lazy(r"\b(?:ging|gehen|geht|gegangen)\b.*\bzurück|zurückge\w+", re.I)
_MEASURE = lazy(r"净利润|毛利|利润|营业收入|营收|收入|销售额|销售|成本|股价|売上高|利益|損失|亏损")
_FIGURE = lazy(r"\d[\d.,]*(?:%|％|[万亿億]?(?:元|円|美元|人|家)?)")


def _direction(sentence: str) -> int:
    return -1 if _BACK.search(sentence) else hedges.direction(sentence)


def _measured(row: Row) -> dict[str, str]:
    """Return each figure of a Chinese or Japanese row with the measure before it."""
    found = {}
    for m in _FIGURE.finditer(row.text):
        named = list(_MEASURE.finditer(row.text, 0, m.start()))
        if named and len(m[0]) > 1:
            found[m[0]] = named[-1][0]
    return found


def _measures(claim: Row, row: Row) -> Iterator[Fault]:
    theirs = _measured(row)
    for figure, measure in _measured(claim).items():
        other = theirs.get(figure, measure)
        if measure not in other and other not in measure:
            yield Fault("MEASURE_CHANGED", f"{figure} is {other} in the source, not {measure}")


def _order(claim: Row, row: Row) -> Iterator[Fault]:
    """Two names of the row have changed places, all the rest being the same words."""
    if claim.cjk or text.has_cjk(row.text):
        return
    names = [w for w in re.findall(r"\b[A-ZÄÖÜ][\w&-]+", claim.text) if row.text.count(w) == 1]
    found = [w for w in dict.fromkeys(names) if claim.text.count(w) == 1]
    if len(found) < 3 or len(claim.keys & row.keys) < 0.8 * len(claim.keys):
        return
    ours = sorted(found, key=claim.text.index)
    theirs = sorted(found, key=row.text.index)
    if (ours[0], ours[-1]) == (theirs[-1], theirs[0]):
        yield Fault("RELATION_REVERSED", f"{ours[0]} and {ours[-1]} have changed places")
