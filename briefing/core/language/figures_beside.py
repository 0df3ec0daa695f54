"""What stands before a figure and changes what it is: a minus sign, the name of a model."""

from __future__ import annotations

import re
from decimal import Decimal

from briefing.core.language.names_words import MONTHS
from briefing.core.language.patterns import lazy

BEFORE_YEAR = lazy(
    r"\b(?:in|by|since|until|till|from|of|for|during|through|after|before|late|early|mid|fiscal|"
    r"year|back|to|and|between|than|im|jahr|seit|bis|ab|en|de|depuis|desde|hasta|año)[ -]\Z",
    re.I,
)
_MINUS = lazy(r"(?:\A|(?<![\d%])[\s(])[-−]\Z")
_MODEL = lazy(r"\b(?:the|an?|its|new) (?:[A-Z][\w-]+ )\Z")
_ALONE = lazy(r"[.,;)]|\s(?:to|in|on|at|of|and|or|for|by|from|is|was|has|index)\b|\Z")


def minus(source: str, start: int) -> bool:
    """Say whether a figure that begins at an offset has a minus sign before it.

    A dash between two figures, or one with a space behind it, is no sign.
    """
    return _MINUS.search(source, max(0, start - 3), start) is not None


_SUPERLATIVE = lazy(
    r"-(?:largest|biggest|highest|lowest|best|worst|richest|busiest|fastest|placed?\b|most(?:-[a-z]+)?\b)"
)
_AND_HALF = lazy(r"[- ]and[- ]a[- ](?:(half)|quarter)\b")
_IN_STATE = lazy(r"\b[A-Z]{2} \Z")


def past_superlative(source: str, end: int) -> int:
    """Return the end of a rank that goes on behind its numeral: "second-most-visited"."""
    m = _SUPERLATIVE.match(source, end)
    return m.end() if m else end


def and_half(source: str, end: int) -> tuple[Decimal, int]:
    """Return what is added behind a numeral, "five-and-a-half", and where it ends."""
    m = _AND_HALF.match(source, end)
    if m is None:
        return Decimal(0), end
    return Decimal("0.5") if m[1] else Decimal("0.25"), m.end()


def in_name(source: str, start: int, end: int) -> bool:
    """Say whether digits are part of a name or a code, and no figure."""
    return any(part(source, start, end) for part in (_model, _code, _numbered))


def _model(source: str, start: int, end: int) -> bool:
    """Say whether digits are part of a name: the Rover 25, the FTSE 100."""
    named = _MODEL.search(source, max(0, start - 40), start)
    return named is not None and _ALONE.match(source, end) is not None


_PAIRED = lazy(r"[-‑–](\d+)(?![\d,.]*\d)")
_PAIR_BEFORE = lazy(r"(?<![\d.,$£€])(\d+)[-‑–]\Z")
_GLUED = lazy(r"\((?:[a-z]|\d)\)|[/+:]\d| ?x ?\d|['’]?s\b")
_GLUED_BEFORE = lazy(
    r"[A-Za-z]\d*[-‑]?\d*[-‑]\Z|\d(?:[/+]| ?x ?)\Z|[=&?]\Z|\(\d{3}\) ?(?:\d{3}[- ])?\Z"
    r"|(?<!\d)0\d{2,} \Z|\d[-‑–]\d+[-‑–]\Z|(?<!\w)[’'‘]\Z"
)
_MAKER = lazy(r"\b[A-Z]{2,} \Z")
_MARKER = lazy(r"[.)](?:\s|\Z)|\s*\Z")
_STREET = lazy(
    r"\s(?:[NSEW]\.? )?(?:\d+(?:st|nd|rd|th)|[A-Z][\w.’'-]*)(?: [A-Z][\w.’'-]*){0,2}? "
    r"(?:St|Street|Ave|Avenue|Road|Rd|Blvd|Boulevard|Drive|Dr|Lane|Ln|Highway|Hwy|Parkway|Pkwy)\b"
    r"|\s\d+(?:st|nd|rd|th) (?:St|Street|Ave|Avenue)\b"
)
_STREET_THINGS = lazy(  # "167 Pantry Lane stores"
    r"(?: [A-Z][\w.’'-]*)+ (?:stores|shops|outlets|restaurants|branches|supermarkets|"
    r"locations|employees|workers|staff|jobs|customers|sites)\b"
)
_LABELLED = lazy(
    r"\b(?:Suite|Room|Floor|Level|Tier|Series|Step|Type|Class|Grade|Stage|Gate|Highway|Interstate|Exit|"
    r"ISO|Zone|Gen|Lot|Unit|Box|Rule|Part|Title|Version|Model|Mark|Formula|Inc\.|World War|"
    r"Covid|PlayStation|Xbox) \Z"
)
_JET = lazy(r"7[0-8]7")
_JETS = lazy(r"x\b|s\b|\s(?:Max|MAX|Dreamliner|jet|aircraft|plane|airliner|freighter|program)")
_LINE_OF_A_NAME = lazy(r"(?:[A-Z][\w&-]* ){2,}")  # "Bose QuietComfort 20 ($299)"
_LINE_ENDS = lazy(r"(?: [A-Z]{1,3})? ?\(")
_NAMED = lazy(r"(?:[a-z\d],? |[a-z] [(“\"‘])(?:[A-Z][\w’'&-]* )*?([A-Z][\w&-]*) \Z")
_DOES = (  # what a thing does, no plural of things counted
    "is|was|has|does|as|its|plus|offers|remains|features|comes|gets|makes|starts|costs|runs|uses|"
    "includes|delivers|brings|looks|goes|feels|adds|sits|weighs|supports|works|needs|takes|keeps"
)
_OF_A_NAME = lazy(
    r"(?:[.,;:)!?’'\"”]|\Z|\s(?!million|billion|trillion|lakh|crore|per|pct|euro\b|yen\b|"
    rf"yuan\b|won\b|rand\b|baht\b|(?!(?:{_DOES})\b)[a-z-]+s\b))"
)
_ENGLISH = lazy(r"\b(?:the|of|and|to|on|for|with)\b")  # elsewhere any noun may have a capital
_NOT_NAMED = MONTHS.union(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Spring Summer Autumn Fall Winter "
    "Christmas Easter Fiscal Year I Some About Over Nearly Almost Only All These".split()
)


def _code(source: str, start: int, end: int) -> bool:
    """Say whether digits are part of a code: a telephone number, an address, 787-9, 24/7."""
    digits = source[start:end]
    if digits.startswith("0") and digits.isdecimal() and len(digits) > 1:
        return True
    if not start and len(digits) < 3 and _MARKER.match(source, end):
        return True  # the number of an item of a list
    near = source[max(0, start - 14) : start]
    year = len(digits) == 4 and digits[:2] in ("19", "20")
    glued = _GLUED.match(source, end)
    if (glued and not (year and glued[0].endswith("s"))) or _GLUED_BEFORE.search(near):
        return True
    if len(digits) == 5 and digits.isdecimal() and _IN_STATE.search(near):
        return True  # "Los Angeles, CA 90069"
    if near.endswith("(") and digits.isdecimal() and _PHONE.match(source, end):
        return True
    return _paired(source, near, end, digits) or (
        _STREET.match(source, end) is not None and not _STREET_THINGS.match(source, end)
    )


_PHONE = lazy(r"\) ?\d{3}[- ]\d")


def _paired(source: str, near: str, end: int, digits: str) -> bool:
    """Say whether a dash joins digits to others that are no range: a score, a model, a chain."""
    if not digits.isdecimal():
        return False
    year = len(digits) == 4 and digits[:2] in ("19", "20")
    if (m := _PAIRED.match(source, end)) and _PAIR_BEFORE.search(near):
        return True  # the middle of a chain
    if m:
        if _MAKER.search(near) and int(m[1]) > 4 * int(digits):
            return True  # ATR 72-500
        return not year and (
            int(digits) >= int(m[1]) or source.startswith(("-", "‑", "–"), m.end())
        )
    if m := _PAIR_BEFORE.search(near):
        if _MAKER.search(near, 0, m.start()) and int(digits) > 4 * int(m[1]):
            return True
        first = len(m[1]) == 4 and m[1][:2] in ("19", "20")
        return not first and int(m[1]) >= int(digits)
    return False


def _numbered(source: str, start: int, end: int) -> bool:
    """Say whether digits are the last word of a name within a sentence: Windows 11, Tier 2."""
    near = source[max(0, start - 40) : start]
    if not source[start:end].isdecimal() or (
        end - start > 4 and not near.endswith(("Box ", "ISO "))
    ):
        return False
    if start < 40 and _LINE_OF_A_NAME.fullmatch(near) and _LINE_ENDS.match(source, end):
        return True
    if _LABELLED.search(near) or (_JET.fullmatch(source, start, end) and _JETS.match(source, end)):
        return True
    m = _NAMED.search(near)
    named = m is not None and m[1] not in _NOT_NAMED and _OF_A_NAME.match(source, end)
    return bool(named and _ENGLISH.search(source))
