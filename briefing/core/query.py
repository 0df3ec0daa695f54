"""The query language: one for list, search, watchlists and bulk action. Pure; text in, nodes out.

    kroger alibaba          both words           "same-store sales"   a phrase
    kroger OR walmart       either               -rumour, NOT rumour  not
    title:(a OR b)          groups               krog*                beginnings of words
    title: author:          words of that place  company:Hema         any name of a company
    feed: category: site:   where it came from   tag:                 own tags
    newer:2d older:3w       spans before now (h, d, w, m, y), or dates
    date:2026-11-01         a day, month or year; date:2026-11-01..2026-11-07 a range
    is:unread               read, starred, tagged, noted, briefed; rumour, filed …; paywall …

Words are found whatever their case and accents; Chinese and Japanese inside longer runs too.
Stray operators and parentheses are forgiven; a value that cannot be right is a ConfigError.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple, cast, get_args

from briefing import plain
from briefing.errors import ConfigError
from briefing.models.headline import CardStatus, Verdict
from briefing.models.query import All, Any, Has, Not, Place, Query, Trait, When, Words

LONGEST = 2_000
"""Characters of the longest query."""
_MOST = 200  # words and fields of one query, aliases of companies included
_DEEPEST = 40  # parentheses within each other

STATES = (
    *("unread", "read", "starred", "tagged", "noted", "briefed"),
    *get_args(CardStatus),
    *get_args(Verdict),
)
"""What `is:` knows."""
_OTHER_STATES = {"rumor": "rumour", "star": "starred", "new": "unread", "notes": "noted"}

_TOKEN = re.compile(
    r"""\s*(?:
        (?:(?P<scope>[A-Za-z]+):)?(?P<open>\()
      | (?P<close>\))
      | (?P<minus>-(?=[^\s)-]))
      | (?:(?P<field>[A-Za-z]+):)?
        (?: "(?P<phrase>[^"]*)"? | (?P<word>[^\s()"]+) )
    )""",
    re.X,
)
_UNITS = {"h": 3_600, "d": 86_400, "w": 604_800, "m": 2_592_000, "y": 31_536_000}
_SPAN = re.compile(r"(\d{1,5})\s?([hdwmy])")
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


class _Token(NamedTuple):
    kind: str  # open, close, not, and, or, field, words
    text: str = ""
    field: str = ""
    prefix: bool = False


def parse(text: str) -> Query:
    """Return the query a text means. Raises ConfigError for a value that cannot be right."""
    text = plain.line(text)
    if len(text) > LONGEST:
        raise ConfigError(
            f"the query is {len(text)} characters long", hint=f"at most {LONGEST} are read"
        )
    query = _Reader(list(_tokens(text))).read()
    if _size(query) > _MOST:
        raise ConfigError("the query has too many parts", hint=f"at most {_MOST} words and names")
    return query


def _tokens(text: str) -> list[_Token]:
    found = []
    for m in _TOKEN.finditer(text):
        if m["open"]:
            scope = m["scope"] or ""
            named = scope.lower() in _FIELDS
            if scope and not named:
                found.append(_Token("words", scope))  # no field: a word that is looked for
            found.append(_Token("open", field=scope.lower() if named else ""))
        elif m["close"]:
            found.append(_Token("close"))
        elif m["minus"]:
            found.append(_Token("not"))
        elif m["phrase"] is None and not m["field"] and m["word"] in ("AND", "OR", "NOT"):
            found.append(_Token(m["word"].lower()))
        else:
            found.append(_value(m["field"], m["phrase"], m["word"]))
    return found


def _value(field: str | None, phrase: str | None, word: str | None) -> _Token:
    value = (phrase if phrase is not None else word or "").strip()
    prefix = phrase is None and len(value) > 1 and value.endswith("*")
    if phrase is None and value[-1:] == ":" and value[:-1].lower() in _FIELDS:
        return _Token("words")  # a field whose value is still to be typed
    if field and field.lower() not in _FIELDS:
        # "https://…" or "Update:news" is no field: its words are looked for.
        value, field = f"{field}:{value}", None
    if field:
        return _Token("field", value, field.lower(), prefix)
    return _Token("words", value, prefix=prefix)


class _Reader:
    """Recursive descent: OR binds weaker than AND, AND may be left out."""

    def __init__(self, tokens: list[_Token]) -> None:
        self.tokens, self.at, self.depth = tokens, 0, 0

    def read(self) -> Query:
        parts: list[Query] = []
        while self.at < len(self.tokens):
            parts.append(self.either())
            if self.at < len(self.tokens):
                self.at += 1  # a parenthesis too many
        return _all(parts)

    def peek(self) -> str:
        return self.tokens[self.at].kind if self.at < len(self.tokens) else "end"

    def either(self) -> Query:
        parts = [self.every()]
        while self.peek() == "or":
            self.at += 1
            parts.append(self.every())
        parts = [p for p in parts if p != All()] or [All()]
        return parts[0] if len(parts) == 1 else Any(tuple(parts))

    def every(self) -> Query:
        parts: list[Query] = []
        while self.peek() not in ("or", "close", "end"):
            if self.peek() == "and":
                self.at += 1
                continue
            part = self.one()
            if part is not None:
                parts.append(part)
        return _all(parts)

    def one(self) -> Query | None:
        token = self.tokens[self.at]
        self.at += 1
        if token.kind == "not":
            if self.peek() in ("or", "close", "end", "and"):
                return None
            part = self.one()
            return None if part is None or part == All() else Not(part)
        if token.kind == "open":
            inside = self.group()
            return _scoped(inside, token.field) if token.field else inside
        if token.kind == "field":
            return _FIELDS[token.field](token)
        return _words(token)

    def group(self) -> Query:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise ConfigError("the query has too many parentheses within each other")
        inside = self.either()
        if self.peek() == "close":
            self.at += 1
        self.depth -= 1
        return inside


def _all(parts: list[Query]) -> Query:
    flat: list[Query] = []
    for part in parts:
        flat += part.parts if isinstance(part, All) else (part,)
    return flat[0] if len(flat) == 1 else All(tuple(flat))


def _scoped(query: Query, field: str) -> Query:
    """Return a group with a field before it: the field holds for each of its words."""
    if isinstance(query, Words):
        token = _Token("field", query.text, field, query.prefix)
        return _FIELDS[field](token) or All()
    if isinstance(query, (All, Any)):
        return type(query)(tuple(_scoped(part, field) for part in query.parts))
    return Not(_scoped(query.part, field)) if isinstance(query, Not) else query


def _size(query: Query) -> int:
    if isinstance(query, (All, Any)):
        return sum(map(_size, query.parts))
    return _size(query.part) if isinstance(query, Not) else 1


# ------------------------------------------------------------------ fields


def _words(token: _Token, place: Place = "any") -> Query | None:
    text = token.text.rstrip("*")
    if not any(c.isalnum() for c in text):
        return None
    return Words(text, place, token.prefix)


def _in(place: Place) -> Callable[[_Token], Query | None]:
    return lambda token: _words(token, place)


def _has(token: _Token) -> Query | None:
    return Has(cast(Trait, token.field), token.text) if token.text else None


def company(name: str) -> Query:
    """Return the query for a company under any of its names."""
    from briefing.core.language import gazetteer  # most queries name no company

    names = [n for n in gazetteer.aliases(name) if any(c.isalnum() for c in n)]
    parts: tuple[Query, ...] = tuple(Words(n) for n in names)
    return parts[0] if len(parts) == 1 else Any(parts)


def _company(token: _Token) -> Query | None:
    return company(token.text) if any(c.isalnum() for c in token.text) else None


def _state(token: _Token) -> Query | None:
    value = token.text.lower().replace("-", "_")
    value = _OTHER_STATES.get(value, value)
    if value not in STATES:
        raise ConfigError(f"is:{token.text} is not known", hint=f"known: {', '.join(STATES)}")
    return Has("is", value)


def _newer(token: _Token) -> Query | None:
    if m := _SPAN.fullmatch(token.text.lower()):
        return When(newer=int(m[1]) * _UNITS[m[2]])
    return When(since=_day(token)[0])


def _older(token: _Token) -> Query | None:
    if m := _SPAN.fullmatch(token.text.lower()):
        return When(older=int(m[1]) * _UNITS[m[2]])
    return When(until=_day(token)[0])


def _date(token: _Token) -> Query | None:
    first, dots, last = token.text.partition("..")
    if not dots:
        since, until = _day(token)
        return When(since=since, until=until)
    return When(
        since=_day(token._replace(text=first))[0] if first else None,
        until=_day(token._replace(text=last))[1] if last else None,
    )


def _day(token: _Token) -> tuple[str, str]:
    """Return the first day of a date, month or year, and the day after its last."""
    try:
        if not (m := _DAY.fullmatch(token.text.strip())):
            raise ValueError
        year, month, day = int(m[1]), int(m[2] or 1), int(m[3] or 1)
        first = date(year, month, day)
        if m[3]:
            after = first + timedelta(days=1)
        elif m[2]:
            after = date(year + month // 12, month % 12 + 1, 1)
        else:
            after = date(year + 1, 1, 1)
    except (ValueError, OverflowError):
        raise ConfigError(
            f"{token.field}:{token.text} is not a time",
            hint="write newer:2d (h, d, w, m, y), or date:2026-11-01",
        ) from None
    return f"{first.isoformat()}T00:00:00Z", f"{after.isoformat()}T00:00:00Z"


_FIELDS: dict[str, Callable[[_Token], Query | None]] = {
    "title": _in("title"),
    "author": _in("author"),
    "company": _company,
    "feed": _has,
    "category": _has,
    "site": _has,
    "tag": _has,
    "is": _state,
    "newer": _newer,
    "older": _older,
    "date": _date,
}
