"""Date and byline as a page prints them between its headline and its text.

Only short lines that say nothing else count: a date inside a sentence is none of ours.
"""

from __future__ import annotations

import re

from briefing.core.language import datelines
from briefing.core.language import text as language
from briefing.core.page import dates, says
from briefing.core.page.blocks import Block

_REACH = 14  # blocks after the headline
_LONGEST = 110
_OPENING = 200  # characters in which a story's dateline ends
_OTHER_DATE = re.compile(
    r"(?i)\b(?:until|through|deadline|expires?|ends?|starts?|from|between|event|webinar|register|"
    r"save the date|effective|founded|since|born|copyright|due|until|bis|vom|ab|valid|sale|"
    r"tickets?|conference|join us|issue|vol|version|ref|call|built|when|venue)\b|©|"
    r"\d{4}\s*[-–—]\s*\d{4}"
)
_ELSEWHERE = frozenset(
    "comment comments reply related recommended recommend sidebar widget event events teaser "
    "teasers latest popular promo upcoming <nav <aside <blockquote <figcaption".split()
)
_ELSEWHERE_FAR = frozenset("<nav <aside <blockquote <figure".split())
_STORY = frozenset(("<article", "<main"))
_WEEKDAY = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|"
    r"(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|(?:lun|mar|mercre|jeu|vendre|same)di|"
    r"dimanche)[.,]?\s+(?:(?:den|der|le)\s+)?"
)
_PUBLISHED = re.compile(
    r"(?i)\b(?:published|posted|veröffentlicht|publiziert|publié|publicado|pubblicato|"
    r"gepubliceerd|publisert|publicerad|offentliggjort|publikacja|opublikowano|发布)\b"
)
_STAMP = re.compile(
    rf"(?i)^(?:.{{0,60}}(?:\bupdated\b|{_PUBLISHED.pattern[4:]}).{{0,60}}|"
    rf"(?:.{{1,40}}[|/·•]\s*)?(?:{_WEEKDAY})?.{{0,10}}\d{{1,4}}\D{{1,14}}\d{{1,4}}\D{{0,14}}\d{{0,4}}.{{0,30}})$"
)
_LABEL = re.compile(r"(?i)^(?:first )?publish(?:ed|ing)?(?: (?:on|date))?:?$|^veröffentlicht:?$")
_POSTED = re.compile(r"(?i)^(?:first )?(?:posted|published|veröffentlicht|publié)\b")
_UPDATED = re.compile(r"(?i)updat|modified|reviewed|aktualisiert|mis à jour|actualizado")


def near_title(page: list[Block], title: str) -> list[str]:
    """Return the short lines around the headline that may hold date and byline."""
    known = _key(title)
    at = [
        i
        for i, b in enumerate(page)
        if known and len(known) <= len(b.text) <= 3 * len(known) and _key(b.text) == known
    ]
    heads = at or [i for i, b in enumerate(page) if b.tag == "h1"]
    if not heads:
        return []
    start = (
        heads[0]
        if page[heads[0]].tag == "h1"
        else next((i for i in heads if page[i].tag == "h1"), heads[-1])
    )
    after: list[Block] = []
    for block in page[start + 1 : start + 1 + _REACH]:
        if len(block.text) > 280 and len(after) >= 2:
            break
        after.append(block)
    around = after + page[max(0, start - 4) : start]
    return [b.text for b in around if len(b.text) <= _LONGEST and not _stands_elsewhere(b)]


def _stands_elsewhere(block: Block) -> bool:
    """Say whether a block belongs to a table, a quotation, comments, teasers or a side column."""
    return (
        block.tag == "tr"
        or not _ELSEWHERE.isdisjoint(block.near)
        or not _ELSEWHERE_FAR.isdisjoint(block.far)
        or ("<footer" in block.far and _STORY.isdisjoint(block.far))
    )


def is_other(text: str) -> bool:
    """Say whether a line dates something else than the page: an event, a sale, a founding."""
    sentence = says.ended(text) and len(language.words(text)) > 8
    return sentence or text[:1] in '"“„«' or _OTHER_DATE.search(text) is not None


def published(near: list[str], *, updates: bool = True) -> str | None:
    """Return the date these lines state; one that says "updated" only if there is no other, and
    not at all without `updates`."""
    fallback = None
    for text in near:
        if is_other(text) or not (found := dates.printed(text)):
            continue
        if len(language.words(text)) > 14:
            continue
        if not _UPDATED.search(text) or re.search(r"(?i)publish|posted|veröffentlicht", text):
            return found
        fallback = fallback or found
    return fallback if updates else None


def labelled(page: list[Block]) -> str | None:
    """Return the one date of the page that is called its publication, wherever it stands."""
    found = set()
    for above, block in zip([None, *page], page, strict=False):
        text = block.text
        if len(text) > 90 or _stands_elsewhere(block) or not (day := dates.printed(text)):
            continue
        alone = len(text) <= 30 and above is not None and _LABEL.match(above.text)
        if alone or _POSTED.match(text):
            found.add(day)
    return found.pop() if len(found) == 1 else None


def stamped(rows: list[str]) -> str | None:
    """Return the date of the first line that is a stamp, no sentence; an update's only where no
    other line says when the page was published."""
    stamps = [row for row in rows if stamp(row)]
    if stamps and _UPDATED.search(stamps[0]):
        stamps = [row for row in stamps if _POSTED.match(row)] or stamps
    return stamp(stamps[0]) if stamps else None


def stamp(row: str) -> str | None:
    """Return the date of a short line that holds little else, or a byline's."""
    if len(row) > 90 or is_other(row) or not (_STAMP.match(row) or says.writer(row)):
        return None
    called = _PUBLISHED.search(row)
    return (dates.printed(row[called.end() :]) if called else None) or dates.printed(row)


def opening(story: str) -> str | None:
    """Return the date in the dateline that a story opens with: "OSLO, Nov. 16, 2026 - "."""
    first = story[:_OPENING]
    return dates.printed(first[: datelines.length(first)])


def prints(near: list[str], day: str) -> bool:
    """Say whether one of these lines prints that day (ISO), in whatever order of its figures."""
    year, month, number = day.split("-")
    swapped = f"{year}-{number}-{month}"
    return any(found in (day, swapped) for text in near for found in dates.all_printed(text))


def _key(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.lower())
