"""Who is larger, least, hardly any; what a broker advises: turned round by one word (English)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.core.card.grounding import denials, entities
from briefing.core.card.grounding.fault import Fault
from briefing.core.card.grounding.source import Pool, Row
from briefing.core.language.patterns import lazy

_PAIRS = (
    ("larger", "bigger", "smaller"),
    ("older", "", "younger"),
    ("cheaper", "", "dearer"),
    ("stronger", "", "weaker"),
    ("faster", "quicker", "slower"),
    ("higher", "", "lower"),
    ("richer", "", "poorer"),
    ("upmarket", "", "downmarket"),
)
_OPPOSITE = {
    word: frozenset(others)
    for up, also, down in _PAIRS
    for word, others in ((up, (down,)), (also, (down,)), (down, (up, also)))
    if word
}
_THAN = lazy(rf"^ (?:is|was|are|were) (?:a |the |its )?(?:much |far )?({'|'.join(_OPPOSITE)})\b")
_LEAST = lazy(r"\b(least|most) ([a-z]+)")
_RATING = lazy(
    r"\b(?:advis\w+|recommend\w*|rat(?:es?|ed|ing)|urg\w+)\b[^,;.]{0,40}?\b(buy|hold|sell|keep)\b",
    re.I,
)
_HARDLY = lazy(r"\b(?:hardly any\w*|almost (?:none|nothing)|next to nothing|barely any\w*)\b", re.I)
_NEARLY = lazy(r"\b(?:nearly|almost|practically|virtually) (?:all|every\w*)\b", re.I)
_NEAR, _BESIDE = 0.5, 3
_TURNED = frozenset(  # base forms without one of which no rule but `_unlike` has anything to say
    "than least most hardly barely almost nearly practically virtually next advise recommend rate "
    "rating urge".split()
)


def check(claim: Row, pool: Pool) -> Iterator[Fault]:
    """Yield a fault for a comparison, an extreme or a rating that the source turns round."""
    if claim.cjk:
        return
    yield from _unlike(claim, pool)
    if _TURNED.isdisjoint(claim.lemmas):
        return
    yield from _compared(claim, pool)
    for row in (r for r in pool.rows if denials.share(claim, r) >= _NEAR):
        for one, other in ((_HARDLY, _NEARLY), (_NEARLY, _HARDLY)):
            if (m := one.search(claim.text)) and (n := other.search(row.text)):
                yield Fault("QUANTIFIER", f'{m[0]}: the source says "{n[0]}"')
                return
        rated, rating = _RATING.search(claim.text), _RATING.search(row.text)
        if rated and rating and _advice(rated) != _advice(rating):
            yield Fault("CONTRARY", f'"{rated[1]}": the source says "{rating[1]}"')
            return
        if crossed := _than(claim, row):
            yield Fault("RELATION_REVERSED", crossed)
            return
        if extreme := _extreme(claim, row):
            yield Fault("CONTRARY", extreme)
            return


def _advice(m: re.Match[str]) -> str:
    return {"keep": "hold"}.get(m[1].lower(), m[1].lower())


def _compared(claim: Row, pool: Pool) -> Iterator[Fault]:
    """ "Grove is smaller than Pellam" of "larger rival Grove"."""
    for name in claim.names:
        m = _THAN.match(claim.text[name.end :])
        for row in pool.source.all if m else ():
            for other in row.names:
                if not entities.alike(name.text, other.text):
                    continue
                words = row.text[: other.start].lower().split()[-_BESIDE:]
                if m and (turned := _OPPOSITE[m[1]] & set(words)):
                    yield Fault("CONTRARY", f'"{m[1]}": the source says "{min(turned)}"')
                    return


_RATHER = lazy(
    r"\b(?:rather|sooner|more|less|larger|smaller|better|worse|faster|slower|higher|"
    r"lower)\b[^,;]*?\bthan\b",
    re.I,
)


def _halves(row: Row) -> tuple[frozenset[str], frozenset[str]] | None:
    """Return the keys before and after the "than" of a comparison."""
    m = _RATHER.search(row.text)
    if m is None or any(c.isdigit() for c in row.text[m.end() : m.end() + 12]):
        return None
    left, right = Row(row.text[: m.end()], 0).keys, Row(row.text[m.end() :], 0).keys
    return left - right, right - left


def _than(claim: Row, row: Row) -> str:
    """Return what is said of "tea than coffee" where the source says "coffee than tea"."""
    ours, theirs = _halves(claim), _halves(row)
    if ours is None or theirs is None:
        return ""
    turned = ours[0] & theirs[1] and ours[1] & theirs[0]
    moved = (ours[0] & theirs[1]) | (ours[1] & theirs[0])
    if not turned or ours[1] & theirs[1]:
        return ""
    return f"{min(moved)}: the source compares it the other way round"


_UNLIKE = lazy(
    r"\b(?:unlike|in contrast (?:to|with)|with the exception of|except(?: for)?|apart from) "
    r"(?P<who>(?:the |its |their )?[\w'-]+(?: [\w'-]+)?)",
    re.I,
)


_APART = ("nlike ", "n contrast ", "xcept", "part from ", "the exception ")


def _unlike(claim: Row, pool: Pool) -> Iterator[Fault]:
    """What holds "unlike the airport business" is not said of the airport business."""
    if not any(w in row.text for row in pool.rows for w in _APART):
        return
    if _UNLIKE.search(claim.text) or " as " in claim.text:
        return
    head = Row(" ".join(claim.text.split()[:4]), 0).keys
    for row in pool.rows:
        m = _UNLIKE.search(row.text)
        if m is None or denials.share(claim, row) < _NEAR:
            continue
        who = Row(m["who"], 0).keys
        rest = Row(row.text[: m.start()] + row.text[m.end() :], 0).keys
        told = head & who - rest
        polarity = bool(denials.denied(claim)) == bool(denials.denied(row))
        if told and polarity:
            yield Fault("SUBJECT_CHANGED", f'{min(told)}: the source says "{m[0]}"')
            return


def _extreme(claim: Row, row: Row) -> str:
    """Return what is said of "least busy" where the source says "busiest"."""
    for m in _LEAST.finditer(claim.text.lower()):
        stem = m[2].removesuffix("y").removesuffix("e")
        other = {"least": "most", "most": "least"}[m[1]]
        turned = re.search(rf"\b{other} {m[2]}\b", row.text.lower())
        ends = m[1] == "least" and re.search(rf"\b{stem}i?est\b", row.text.lower())
        if turned or ends:
            return f"{m[0]}: the source says the converse"
    return ""
