"""A denial travels with what is denied: who is named in hearsay is named with his answer."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.core.card import wording
from briefing.core.card.reading import Reading, Row
from briefing.core.card.repair import sound, stand_alone, without_quotes
from briefing.core.card.repair_words import balanced
from briefing.core.language import hedges
from briefing.core.language.patterns import lazy
from briefing.models import Point

MOST = 2  # denials printed
_DENIES = lazy(
    r"(?<!-)(?<!to )\b(?:den(?:y|ies|ied|ying))\b(?! (?:bail|access|entry|permission|leave|"
    r"visas?|service|"
    r"(?:a|the|his|her|its|their) (?:motion|request|appeal|petition|application|chance|right)))|"
    r"\b(?:dismiss|reject)(?:es|ed|s) (?:the|such|any|all) (?:\w+ )?(?:report|claim|rumou?r|"
    r"suggestion|allegation|story|speculation|accusation)s?\b|"
    r"\b(?:call|brand|describ)(?:s|ed) (?:it|this|that|the \w+) "
    r"(?:as )?(?:\w+ )?(?:false|untrue|baseless|wrong|nonsense|inaccurate)|"
    r"\bno (?:truth|such talks)\b"
)
_SHORT = 5  # words under which no sentence is sound, but a denial is: "Harlow denied it."
_SIGNS = (
    "deny",
    "denie",
    "dismiss",
    "reject",
    "false",
    "untrue",
    "baseless",
    "nonsense",
    "wrong",
    "inaccurate",
    "no truth",
    "no such",
)  # one of which every denial has
_PRONOUN = lazy(r"(?:It|He|She|They|Both|Neither)\b")
_LONGEST = 30  # words of a denial that follows what it denies


def with_denials(
    reading: Reading, lede: Point, points: Sequence[Point], published: str | None
) -> tuple[Point, ...]:
    """Return the points with the denials of what they and the lede tell as hearsay (English).

    One that stands alone becomes a point; another follows, word for word, what it denies. So many
    points as there were stay, those told last give way.
    """
    if not reading.english:
        return tuple(points)
    kept, added = list(points), 0
    for row in reading.rows:
        if added == MOST or not _denies(row) or _is_told(row, (lede, *kept)):
            continue
        told = next((p for p in (*kept, lede) if _concerns(reading, row, p)), None)
        if told is None:
            continue
        stands = stand_alone(reading, row)
        if stands is not None:
            text = wording.dated(wording.closed(stands.text), published)
            kept = _without_last(kept, told, len(points))
            kept.append(Point(text=text, evidence=(row.index,), repaired=text != row.text))
        elif told in kept and _follows(reading, row):
            text, rows = f"{told.text} {row.text}", (*told.evidence, row.index)
            both = Point(text=text, evidence=rows, repaired=True)
            kept[kept.index(told)] = both
        else:
            continue
        added += 1
    return tuple(sorted(kept, key=lambda p: p.evidence))


def _follows(reading: Reading, row: Row) -> bool:
    whole = sound(reading, row.text) or row.length < _SHORT
    return whole and balanced(row.text) and row.length <= _LONGEST


def _denies(row: Row) -> bool:
    may = any(map(row.text.__contains__, _SIGNS))
    return may and bool(_DENIES.search(without_quotes(row.text)))


def _is_told(row: Row, printed: Sequence[Point]) -> bool:
    return any(row.index in point.evidence for point in printed)


def _concerns(reading: Reading, row: Row, point: Point) -> bool:
    """Say whether a denial answers a point: it comes next, or names whom the point names."""
    rows = [reading.by_index[i] for i in point.evidence if i in reading.by_index]
    here = _names(reading, row)
    next_to = [r for r in rows if row.index == r.index + 1]
    if any(_PRONOUN.match(row.text) or here & _names(reading, r) for r in next_to):
        return True
    hearsay = [r for r in rows if hedges.evidential(r.text) or hedges.said(r.text)]
    return any(here & _names(reading, r) for r in hearsay)


def _names(reading: Reading, row: Row) -> set[str]:
    return {name.text for name in reading.spans[row.index]}


def _without_last(kept: list[Point], told: Point, most: int) -> list[Point]:
    """Return the points with room for one more; what is denied stays."""
    if len(kept) < max(most, 1):
        return kept
    last = next((p for p in reversed(kept) if p is not told and not _DENIES.search(p.text)), None)
    return [p for p in kept if p is not last]
