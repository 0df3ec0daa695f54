"""A parsed query as SQL. Values travel as parameters, never inside the statement.

The words of a query that must all hold become one expression of the full-text index, which then
leads; words under OR or NOT become sets of article numbers.
"""

from __future__ import annotations

from typing import Any as Anything

from briefing.io.store import times
from briefing.io.store.index import wanted
from briefing.models.query import All, Any, Has, Not, Query, When, Words

_VERDICTS = frozenset("article consent_wall paywall link_list too_short empty".split())


class Plan:
    """`match` is for the full-text index (`phrases` are its parts), `where` for `articles a` with
    its `args`."""

    def __init__(self) -> None:
        self.match = self.where = ""
        self.phrases: list[str] = []
        self.args: dict[str, Anything] = {}


def plan(query: Query, *, now: int) -> Plan:
    """Return the plan of a query; `now` is the second that spans are measured from."""
    parts = query.parts if isinstance(query, All) else (query,)
    found = [p for p in parts if _is_text(p)]
    without = [p.part for p in parts if isinstance(p, Not) and _is_text(p.part)]
    rest = [p for p in parts if not _is_text(p)]
    if found:
        rest = [p for p in rest if not (isinstance(p, Not) and _is_text(p.part))]
    made = Plan()
    if found:
        made.match = " AND ".join(map(_text, found))
        made.phrases = [phrase for p in found for phrase in _phrases(p)]
        if without:
            made.match = f"({made.match}) NOT ({' OR '.join(map(_text, without))})"
    # The index knows spans of its row numbers; those of the table it would read one by one.
    number = "fulltext.rowid" if found else "a.n"
    conditions = [
        _when(p, made.args, now, number) if isinstance(p, When) else _sql(p, made.args, now)
        for p in rest
    ]
    made.where = " AND ".join(conditions)
    return made


def _is_text(query: Query) -> bool:
    """Say whether the full-text index alone can answer."""
    if isinstance(query, (All, Any)):
        return bool(query.parts) and all(map(_is_text, query.parts))
    return isinstance(query, Words)


def _phrases(query: Query) -> list[str]:
    if isinstance(query, (All, Any)):
        return [phrase for part in query.parts for phrase in _phrases(part)]
    return [_text(query)]


def _text(query: Query) -> str:
    if isinstance(query, Words):
        phrase = wanted(query.text, prefix=query.prefix)
        return phrase if query.place == "any" else f"{{{query.place}}} : ({phrase})"
    assert isinstance(query, (All, Any))
    return f"({f' {query.word.upper()} '.join(map(_text, query.parts))})"


def _sql(query: Query, args: dict[str, Anything], now: int) -> str:
    if _is_text(query):
        return (
            f"a.n in (select rowid from fulltext where fulltext match {_give(args, _text(query))})"
        )
    if isinstance(query, Not):
        return f"not ({_sql(query.part, args, now)})"
    if isinstance(query, (All, Any)):
        if not query.parts:
            return "1"
        return f"({f' {query.word} '.join(_sql(p, args, now) for p in query.parts)})"
    if isinstance(query, When):
        return _when(query, args, now)
    assert isinstance(query, Has)
    return _state(query.value, args) if query.trait == "is" else _has(query, args)


def _when(query: When, args: dict[str, Anything], now: int, number: str = "a.n") -> str:
    first = times.moment(query.since) if query.newer is None else now - query.newer
    last = times.moment(query.until) if query.older is None else now - query.older
    conditions = ["1"]
    for sign, second in ((">=", first), ("<", last)):
        if second is not None:
            conditions.append(f"{number} {sign} {_give(args, second * times.SLOTS)}")
    return f"({' and '.join(conditions)})"


_FEED = (
    "a.t in (select t from sources where feed in (select f from origins o left join feeds using "
    "(url) where o.url = {whole} or (not exists (select 1 from origins where url = {whole}) and "
    "(o.url like {part} escape '\\' or feeds.title like {part} escape '\\'))))"
)
_HAS = {
    "feed": _FEED,
    "category": (
        "a.t in (select t from sources where feed in (select f from origins join feeds using (url) "
        "where category = {whole} collate nocase))"
    ),
    "site": (
        "a.t in (select t from sources where place in (select p from places where "
        "name like {part} escape '\\' or host like {part} escape '\\'))"
    ),
    "tag": "a.id in (select id from tags where tag = {whole})",
}


def _has(query: Has, args: dict[str, Anything]) -> str:
    sql = _HAS[query.trait]
    like = "".join("\\" + c if c in "\\%_" else c for c in query.value)
    return sql.format(whole=_give(args, query.value), part=_give(args, f"%{like}%"))


_STATES = {
    "unread": "a.read = 0",
    "read": "a.read = 1",
    "starred": "a.starred = 1",
    "tagged": "a.id in (select id from tags)",
    "noted": "a.id in (select id from status where note <> '')",
    "briefed": "a.id in (select article from briefed)",
}


def _state(value: str, args: dict[str, Anything]) -> str:
    if value in _STATES:
        return _STATES[value]
    given = _give(args, value)
    if value in _VERDICTS:
        return f"a.verdict = {given}"
    return f"a.id in (select article from cards where latest and status = {given})"


def _give(args: dict[str, Anything], value: Anything) -> str:
    """Add a parameter; return its place in the statement."""
    name = f"p{len(args)}"
    args[name] = value
    return f":{name}"
