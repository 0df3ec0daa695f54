"""Who is who: the names of an article, once each, with kind and part in the story."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefing.core.card import roles
from briefing.core.card.held import Held
from briefing.core.card.reading import TITLED, Reading
from briefing.core.card.referents import is_described
from briefing.core.language import gazetteer, names
from briefing.core.language.name import Name
from briefing.core.language.names_words import AGENCY, JOBS, NATIONAL, ORGANISATION
from briefing.core.language.patterns import lazy
from briefing.models import Entity
from briefing.models.card import EntityKind

MOST = 14
_OFTEN = 3  # sentences that make a firm the subject where none opens the article, or a name a firm


def entities(reading: Reading) -> tuple[Entity, ...]:
    """Return the names that play a part, the most present first, at most `MOST`."""
    held = [one for one in _gathered(reading) if not _no_name(one.name)]
    ranked = sorted(held, key=lambda h: (-_presence(reading, h), h.rows[0], h.name))
    kinds = {h.name: _kind(reading, h) for h in ranked}
    firms = [h for h in ranked if kinds[h.name] in ("company", "agency")]
    often = (h.name for h in firms if len(h.rows) >= _OFTEN)
    leading = (h.name for h in firms if _leads(reading, h, kinds[h.name]))
    opening = (h.name for h in firms if kinds[h.name] == "company" and _begins(reading, h))
    main = next(opening, next(leading, next(often, "")))
    out = []
    for one in ranked:
        kind = kinds[one.name]
        if kind is None:
            continue
        role = roles.role(reading, one, main, person=kind == "person")
        if not role:  # of no part in this story
            continue
        out.append(Entity(name=one.name, kind=kind, role=role, evidence=tuple(one.rows[:5])))
    return tuple(out[:MOST])


def _leads(reading: Reading, held: Held, kind: EntityKind | None) -> bool:
    """Say whether an organisation stands in the title or the first two sentences."""
    here = held.rows[0] <= 1 or held.name in reading.title
    if kind == "agency":  # one that only comments is not what it is about
        opening = reading.rows[0].text.removeprefix("The ")
        return held.name in reading.title or opening.startswith(tuple(held.forms))
    return here


def _presence(reading: Reading, held: Held) -> float:
    title = 4 if held.name in reading.title or any(f in reading.title for f in held.forms) else 0
    return (
        len(held.rows)
        + title
        + (2 if held.rows[0] <= 2 else 0)
        + (3 if any(_opens(reading.title, form) for form in held.forms) else 0)
        + (2 if any(row.text.startswith(tuple(held.forms)) for row in reading.rows[:1]) else 0)
        - (3 if held.kind == "place" else 0)
    )


def _begins(reading: Reading, held: Held) -> bool:
    """Say whether title or text begin with a name."""
    first = reading.rows[0].text if reading.rows else ""
    return any(_opens(whole, form) for whole in (reading.title, first) for form in held.forms)


def _opens(title: str, form: str) -> bool:
    """Say whether a title begins with a name, not with that of "Macy's owner"."""
    rest = title[len(form) :]
    return title.startswith(form) and not re.match(
        r"(?:['’]s?)? (?:owner|parent|maker|boss|supplier|rival|unit|investor)\b", rest
    )


def _kind(reading: Reading, held: Held) -> EntityKind | None:
    """Return the kind; for an unclear name "company" where the text treats it as one."""
    if (
        " " not in held.name
        and (held.name in AGENCY or held.name in ORGANISATION)
        and not gazetteer.find(held.name)
    ):
        return None
    if held.kind == "person" and _FIRM_END.search(held.name):
        return "company"
    if held.kind in ("company", "person", "product", "place", "agency"):
        return held.kind  # type: ignore[return-value]
    if " " not in held.name and len(held.name) < 3 and not held.name.isupper():
        return None
    if (" " not in held.name and held.name not in reading.capitals) or _MODEL.search(held.name):
        return None
    firm = (
        is_described(reading, held.name)
        or held.name.endswith((".com", ".co.uk", ".de", ".cn"))
        or _FIRM_END.search(held.name)
        or (reading.english and roles.acts(reading, held))
        or (reading.english and _often_alone(held) and roles.deals(reading, held))
    )
    return "company" if firm else None


_FIRM_END = lazy(
    r"\b(?:(?:Air )?Lines|Energy|Petroleum|Oil|Steel|Electric|Pharmaceuticals|Telecom|"
    r"Communications|Media|Pictures|Electronics|Software|Networks|Logistics|Financial|Insurance|"
    r"Securities|Hotels|Restaurants|Cosmetics|Furniture|Supermarkets|Pharmacy|Apparel|"
    r"Properties|Partners|Advisors|Advisers|Holdings|Capital|Ventures|Research|Systems|"
    r"Brands|Airlines|Airways|Motors|Industries|Entertainment|Technologies|Outfitters|Markets|"
    r"Stores|Foods|Pay)$"
)


def _often_alone(held: Held) -> bool:
    """Say whether a name is of one word, which is no person's, and comes up often."""
    return " " not in held.name and len(held.rows) >= _OFTEN


_MODEL = lazy(r"\b[A-Z]?\d{3,}\b")  # "Airbus A350": a thing that is made
_PEOPLES = (
    "British|Turkish|Spanish|Swedish|Polish|Danish|Irish|Finnish|Kurdish|Afghan|Yemeni|Kuwaiti|"
    "Omani|Emirati|Qatari|Filipino|Punjabi|Tamil|Sikh|Sunni|Shia|Shiite|Shi'ite"
)
_NO_NAME = lazy(rf"{NATIONAL}|{_PEOPLES}|(?:The )?[A-Z]\w+ family|{JOBS}")


def _no_name(name: str) -> bool:
    """Say whether it is a nationality, a family or an office rather than a name."""
    return bool(
        _NO_NAME.fullmatch(name)
        or name in ("Congress", "Parliament")
        or name.endswith((" Deputy", " Vice", " Acting", " Assistant"))  # cut at a title
    )


def _gathered(reading: Reading) -> list[Held]:
    found: dict[str, Held] = {}
    for row in reading.rows:
        for whole, kind in _parts(reading.spans[row.index]):
            office, printed = roles.office_before(whole) if kind == "person" else ("", whole)
            key = _key(reading, printed)
            one = found.setdefault(key, Held(key))
            one.office = one.office or office
            one.forms[printed] += 1
            if kind and not one.kind:
                one.kind = kind
            if row.index not in one.rows:
                one.rows.append(row.index)
    return [_merged(found, one) for one in found.values() if not _is_part(found, one)]


_MEMBER = lazy(r"([A-Z]\w+ [A-Z]\w+) of ([A-Z].+)")
_HEAD = lazy(r"(?:The )?(?:CEO|Chairman|President|Head|Director) of ([A-Z].+)")
_ARTICLE = lazy(r"^(?:The|the)\s+")


def _parts(spans: Iterable[Name]) -> Iterator[tuple[str, str]]:
    """Yield each name with its kind; titles cut off, "Tim Daly of Michael Foods" as two."""
    for name in spans:
        both = _MEMBER.fullmatch(name.text) if " of " in name.text else None
        if name.kind != "person" and (firm := roles.employer(name.text)):
            yield firm, ""
            yield name.text, "person"
        elif both and names.gender(both[1]) and not gazetteer.find(name.text):
            yield both[1], "person"
            yield both[2], "company"
        elif " of " in name.text and (office := _HEAD.fullmatch(name.text)):
            yield office[1], ""
        elif name.text.endswith("-based"):
            continue
        elif name.kind == "person":
            yield TITLED.sub("", name.text) or name.text, "person"
        else:
            yield name.text, name.kind


def _key(reading: Reading, printed: str) -> str:
    """Return the form that stands for a name: a person's longer one, a firm's known one."""
    printed = _ARTICLE.sub("", printed)
    if entry := gazetteer.find(printed):
        return (
            entry.name
            if entry.name in reading.title or not reading.english
            else _printed(reading, entry.name, printed)
        )
    if printed in reading.people:
        last = printed.split()[-1]
        longer = [p for p in reading.people if p.endswith(" " + last) and len(p.split()) > 1]
        longer = [p for p in longer if not TITLED.match(p)]
        if longer:
            return min(longer, key=lambda p: (len(p), p))
    return printed


def _printed(reading: Reading, canonical: str, printed: str) -> str:
    """Return the canonical name if the article prints it, else the form it prints."""
    return canonical if any(canonical in row.text for row in reading.rows) else printed


def _is_part(found: dict[str, Held], one: Held) -> bool:
    """Say whether a single word is only the short form of one longer name here.

    A longer name that comes later is a thing of its own: first "Ascom", then "Ascom Myco".
    """
    if " " in one.name or gazetteer.find(one.name):
        return False
    longer = [k for k in found if k != one.name and k.startswith(one.name + " ")]
    if len(longer) != 1:
        return False
    other, end = found[longer[0]], longer[0].split()[-1]
    whole = other.kind in ("person", "agency", "place") or end in ORGANISATION
    return whole or other.rows[0] <= one.rows[0]


def _merged(found: dict[str, Held], one: Held) -> Held:
    short = one.name.split()[0]
    other = found.get(short)
    if other is not None and other is not one and _is_part(found, other):
        one.rows = sorted({*one.rows, *other.rows})
        one.forms += other.forms
        one.kind = one.kind or other.kind
    return one
