"""newsboat's `urls` file: feeds with tags and titles, and queries that become watchlists.

Lines that would run a program are refused, in words.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing import plain

_TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"|(\S+)')
_PROGRAM = ("exec:", "filter:", "|")
_CONDITION = re.compile(
    r'([\w-]+)\s*(=~|!~|==|!=|=|#|!#|<=|>=|<|>|between)\s*("(?:[^"\\]|\\.)*"|\S+)'
)
_FIELDS = {"title": "title:", "feedtitle": "feed:", "rssurl": "feed:", "tags": "tag:"}


class Line(NamedTuple):
    """One feed. `title` is the user's own; a hidden feed has none to show."""

    url: str
    title: str = ""
    tags: tuple[str, ...] = ()


class Query(NamedTuple):
    """A query feed: its name, what newsboat was asked, and the same in our query language, empty
    when it cannot be said there."""

    name: str
    asked: str
    query: str


class Refused(NamedTuple):
    """A line that is not taken over, and why."""

    line: str
    reason: str


def read(text: str) -> list[Line | Query | Refused]:
    """Return the lines of an urls file in their order."""
    found: list[Line | Query | Refused] = []
    for raw in text.splitlines():
        row = plain.line(raw)
        if not row or row.startswith("#"):
            continue
        tokens = [_unquoted(m) for m in _TOKEN.finditer(row)]
        if not tokens:
            continue
        if tokens[0].startswith("query:"):
            found.append(_query(tokens[0]))
        elif tokens[0].startswith(_PROGRAM):
            found.append(Refused(row, "would run a program; programs are never run for a feed"))
        elif not re.match(r"(?i)https?://", tokens[0]):
            found.append(Refused(row, "only http and https addresses are followed"))
        else:
            found.append(_feed(tokens))
    return found


def _unquoted(m: re.Match[str]) -> str:
    return re.sub(r"\\(.)", r"\1", m[1]) if m[1] is not None else m[2]


def _feed(tokens: list[str]) -> Line:
    title, tags = "", []
    for token in tokens[1:]:
        if token.startswith("~"):
            title = token[1:]
        elif token != "!":  # hidden from the list: we have no such thing
            tags.append(token)
    return Line(tokens[0], title, tuple(tags))


def _query(token: str) -> Query:
    name, _, asked = token.removeprefix("query:").partition(":")
    return Query(name.strip() or "query", asked, translated(asked))


def translated(asked: str) -> str:
    """Return a filter expression of newsboat in our query language; "" where it has no like.

    Conditions on title, content, feed, tags, author, age and the unread flag, joined by and / or.
    """
    parts: list[str] = []
    rest = asked.strip()
    while rest:
        if m := re.match(r"(?i)(and|or)\b\s*", rest):
            parts.append("OR" if m[1].lower() == "or" else "")
        elif m := re.match(r"[()]\s*", rest):
            parts.append(m.group().strip())
        elif (m := _CONDITION.match(rest)) and (condition := _condition(m[1], m[2], m[3])):
            parts.append(condition)
        else:
            return ""
        rest = rest[m.end() :].lstrip()
    return " ".join(part for part in parts if part)


def _condition(field: str, operator: str, given: str) -> str:
    value = re.sub(r"\\(.)", r"\1", given[1:-1]) if given.startswith('"') else given
    value = plain.line(value.strip())
    if field == "unread" and operator in ("=", "=="):
        return "is:unread" if value in ("yes", "true") else "is:read"
    if field == "age" and (m := re.search(r"\d+$", value)):
        return {"<": f"newer:{m[0]}d", "<=": f"newer:{m[0]}d", "between": f"newer:{m[0]}d"}.get(
            operator, f"older:{m[0]}d"
        )
    if field == "content":
        prefix = ""
    elif field in _FIELDS:
        prefix = _FIELDS[field]
    else:
        return ""
    if operator not in ("=", "==", "=~", "#", "!=", "!~", "!#"):
        return ""
    words = [w for w in re.split(r"\||\\b|[\^$]", value) if w.strip()]
    if not words or any(re.search(r"[\[\](){}*+?\\\"]", w) for w in words):
        return ""
    said = [prefix + (f'"{w.strip()}"' if " " in w.strip() else w.strip()) for w in words]
    joined = said[0] if len(said) == 1 else "(" + " OR ".join(said) + ")"
    return f"-{joined}" if operator.startswith("!") else joined
