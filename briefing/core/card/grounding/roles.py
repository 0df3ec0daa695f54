"""Who holds which office: "chairman Peter Lowe" may not become "chief executive Peter Lowe"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.core.card.grounding import entities
from briefing.core.card.grounding.fault import Fault
from briefing.core.card.grounding.source import Pool, Row
from briefing.core.language.patterns import lazy

_OFFICES: tuple[tuple[str, str], ...] = (
    ("finance chief", r"finance (?:chief|director|boss|head)|chief financial officer|cfo"),
    ("operations chief", r"operations (?:chief|director|head)|chief operating officer|coo"),
    ("marketing chief", r"marketing (?:chief|director|head)|chief marketing officer|cmo"),
    ("technology chief", r"technology (?:chief|director)|chief technology officer|cto"),
    ("personnel director", r"(?:personnel|human resources|hr|people) (?:chief|director|head)"),
    ("chief executive", r"chief executive(?: officer)?|ceo|managing director"),
    ("chairman", r"chairman|chairwoman|chairperson|chair"),
    ("president", r"(?<!vice )(?<!vice-)president"),
    ("founder", r"co-founder|founder"),
    ("analyst", r"analyst|economist|strategist"),
    ("spokesman", r"spokes(?:man|woman|person)"),
    ("union secretary", r"(?:general |union )secretary"),
    ("minister", r"minister"),
    ("lawyer", r"lawyer|attorney"),
)  # fmt: skip
_OFFICE = lazy(
    rf"\b(?:{'|'.join(rf'(?P<o{i}>(?:{pattern}))' for i, (_, pattern) in enumerate(_OFFICES))})\b",
    re.I,
)
_TIE = lazy(r"\b(?:subsidiary|subsidiaries|parent company|owned by|majority-owned)\b", re.I)
_TIED = lazy(
    r"\b(?:subsidiar\w+|parent|own\w*|unit|arm|division|part of|belong\w*|controll\w+|stake|"
    r"acquir\w+|bought|\w+'s (?:[\w-]+ ){0,2}(?:brand|chain|service|website|business))\b",
    re.I,
)


def check(claim: Row, pool: Pool) -> Iterator[Fault]:
    """Yield a fault where a person's office differs from all the source gives that person."""
    if claim.cjk:
        return
    for m in _TIE.finditer(claim.text):
        if not _TIED.search(pool.source.text):
            yield Fault("RELATION_NOT_IN_SOURCE", f'nothing in the source says "{m[0]}"')
    yield from _elsewhere(claim, pool)
    if not _OFFICE.search(claim.text):
        return
    for name in claim.names:
        titled = _OFFICE.match(name.text)
        person = name.text[titled.end() :].strip() if titled else name.text
        mine = {_name(titled)} if titled else _offices(claim, person)
        if not mine or not person:
            continue
        rows = [row for row in pool.source.all if person in row.text]
        theirs = set().union(*(_offices(row, person) for row in rows))
        named = {_name(m) for row in rows for m in _OFFICE.finditer(row.text)}
        if theirs and not mine & theirs and not (mine & named and len(theirs) > 1):
            yield Fault("ROLE_CHANGED", f"{person} is {min(theirs)} in the source, not {min(mine)}")


def _elsewhere(claim: Row, pool: Pool) -> Iterator[Fault]:
    """A person's house may not change: "Ardent's chief executive Paul Renner" of Millbrook's."""
    for person in claim.names:
        ours = _house(claim, person.text) or _owner(claim, person.start)
        if ours is None or ours.lower() in _THEIRS:
            continue
        rows = [row for row in pool.source.rows if person.text in row.text]
        told = [(row, house) for row in rows if (house := _house(row, person.text))]
        for row, house in told:
            near = row.text
            if house.lower() in _THEIRS:
                near += " " + pool.source.rows[max(0, row.index - 1)].text
            if ours.lower() in near.lower() or entities.alike(ours, house):
                break
        else:
            if told and ours[:1].isupper() and ours.lower() in pool.source.plain:
                yield Fault("ROLE_CHANGED", f"{person.text}: the source has no such post at {ours}")


_DESCRIBED = lazy(
    r"([A-Z][\w&.-]+)'s (?:[a-z-]+ ){1,6}[a-z-]+, $"
)  # "Merrin's head of transport, "
_OWNER = lazy(r"([A-Z][\w&.-]+)'s? $")


def _owner(claim: Row, at: int) -> str | None:
    """Return the house right before a person: "Skyline's Luis Ferrand"."""
    m = _OWNER.search(claim.text[:at])
    return m[1] if m else None


_THEIRS = frozenset("its their his her".split())


def _house(row: Row, person: str) -> str | None:
    """Return whose officer a row makes of a person: a word before "'s", or "its"."""
    at = row.text.find(person)
    if at < 0:
        return None
    before, after = row.text[max(0, at - 70) : at], row.text[at + len(person) :][:70]
    for piece in (before, after):
        for office in _OFFICE.finditer(piece):
            close = piece[office.end() :] if piece is before else piece[: office.start()]
            if piece is before and not re.fullmatch(r",? ?", close):
                continue
            if piece is after and not re.match(r"^, ", piece):
                continue
            owner = re.search(
                r"([\w&.-]+)'s? (?:[a-z-]+ ){0,2}$|\b(its|their)\b (?:[a-z-]+ ){0,2}$",
                piece[: office.start()], re.I,
            )  # fmt: skip
            if owner and (piece is before or owner.start() <= 6):
                return owner[1] or owner[2]
            of = re.match(r" (?:of|at|for) (?:the )?([\w&.-]+)", piece[office.end() :])
            if of and piece is after:
                return of[1]
    described = _DESCRIBED.search(before)
    return described[1] if described else None


_JOINED = lazy(
    r"(?:'s|,| is| was| who is|, who is)?,? ?(?:currently |now |the |its |a |an |their |and |"
    r"group |company's |[A-Z][\w&]*(?:'s)? ){0,4}"
)
_LED = lazy(r",?\s*(?:and |of |at |the )*(?:the [\w -]{3,25} )?")


def _offices(row: Row, name: str) -> set[str]:
    """Return the offices that stand right by a name in a row."""
    found = set()
    for m in re.finditer(re.escape(name), row.text):
        before, after = row.text[max(0, m.start() - 45) : m.start()], row.text[m.end() :][:70]
        for office in _OFFICE.finditer(before):
            if _LED.fullmatch(_OFFICE.sub("", before[office.end() :])):
                found.add(_name(office))
        for office in _OFFICE.finditer(after):
            if _JOINED.fullmatch(re.sub(r"\s+", " ", _OFFICE.sub("", after[: office.start()]))):
                found.add(_name(office))
    return found


def _name(m: re.Match[str]) -> str:
    return _OFFICES[int(str(m.lastgroup)[1:])][0]
