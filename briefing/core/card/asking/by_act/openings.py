"""Questions on shops that are to open: how many, the first of them, one with its place and day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.core.card.asking import anchors, counts, makers, parts, subjects, terms
from briefing.core.card.asking.cast import Cast
from briefing.core.card.asking.draft import Draft
from briefing.core.language.patterns import lazy

_DUE = r"(?:will|is (?:now )?(?:due|set|expected|scheduled|slated|planned) to) "
_PLACE = r"(?:in|on|at|near|outside) (?:the )?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,4}"
_SEVERAL = lazy(
    r"\b(?:(?:is|are) (?:also )?(?:planning|preparing|targeting)|plans) "
    rf"(?P<what>(?:(?:up to|about|at least|another|as many as|some) )?{counts.NUMBER} "
    rf"(?:(?:new|more|further|additional|small|[a-z]+-[a-z]+) ){{0,2}}{counts.SITES}\b"
    rf"(?: {_PLACE})?)"
)


def _several(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether so many shops open: "is planning 12 new stores in 2026"."""
    if told := anchors.done_by(cast, i, sentence, _SEVERAL):
        m, actor = told
        what, _ = parts.untimed(m.group("what"))
        term = _term(sentence[m.end() - 8 :])
        yield Draft.of(actor, "open", re.sub(r" in$", "", what), "open", "plan", i, term=term)


def _term(text: str) -> terms.Term | None:
    return next(iter(terms.find(re.split(r"[,;]", text)[0])), None)


_FIRST = lazy(
    r"(?:The|Its) first(?: of (?:them|these|those|the [a-z-]+(?: [a-z]+)?))?"
    rf"(?: (?:new )?(?:{counts.SITE}|{counts.SITES}))?"
    rf"(?P<aside>, (?:an?|in|at|on) (?:[^,]|,(?=\d)){{4,60}},)? {_DUE}open\b"
    r"(?P<after>[^;.]*)"
)
_IN = lazy(_PLACE)


def _first(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether the first of several shops opens: "The first will open in Pune in March"."""
    m = _FIRST.match(sentence)
    firm = _owner(cast, i) if m else None
    noun = counts.noun_before(cast, i, 0) if m else None
    if m is None or firm is None or noun is None:
        return
    after, term = parts.untimed(re.split(r",| with\b", m.group("after"))[0])
    place = _IN.search(after) or _IN.search(m.group("aside") or "")
    if place:
        rest = f"the first of its planned {noun} {place.group()}"
        yield Draft(firm, firm, "open", rest, "open", "due", i, term=term)


def _owner(cast: Cast, i: int) -> str | None:
    """Return the article's firm where the sentence before still speaks of it."""
    told = cast.topics[i - 1] if i else cast.main
    return cast.main if cast.main and told and cast.is_main(told) else None


_ONE = lazy(
    rf"(?:An?|Its|The) (?P<what>(?:[\w,.’'-]+ ){{0,4}}?{counts.SITE}(?: store)? {_PLACE}) "
    rf"{_DUE}(?P<verb>open|reopen|close|shut)\b(?P<after>[^;.]*)"
)
_WHICH = lazy(
    rf"\b(?P<whose>its|an?) (?P<what>(?:[\w’'-]+ ){{0,4}}?{counts.SITE}(?: {_PLACE})?), "
    rf"which {_DUE}(?P<verb>open|reopen|close|shut)\b(?P<after>[^;.]*)"
)


def _one(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether one shop opens on time: "A flagship on Fifth Avenue is slated to open"."""
    m = _ONE.match(sentence)
    firm = _owner(cast, i) if m else None
    if m and firm:
        rest = re.sub(r"^(?=\w)", "its " if sentence.startswith("Its") else "a ", m.group("what"))
        rest = re.sub(r"^a (?=[aeiou])", "an ", rest)
        rest = re.sub(r"^an? ", "the ", rest) if sentence.startswith("The") else rest
        yield _opened(firm, m, rest, i)


def _which(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether what is told on the way opens: "its Leeds flagship, which is due to reopen"."""
    m = _WHICH.search(sentence)
    actor = parts.teller_of(cast, i) if m else None
    firm = actor.text if actor else _owner(cast, i) if m else None
    if m and firm and (m.group("whose") == "its" or " in " in m.group("what")):
        yield _opened(firm, m, f"{m.group('whose')} {m.group('what')}", i)


def _opened(firm: str, m: re.Match[str], rest: str, i: int) -> Draft:
    verb = m.group("verb")
    event = "shut" if verb in ("close", "shut") else "open"
    return Draft(firm, firm, verb, rest, event, "due", i, term=_term(m.group("after")))


_MOVED = lazy(
    r"\b(?:pushed back|pushing back|postponed|delayed|put off|brought forward) the "
    r"(?P<what>opening|launch|closure|start) of (?P<np>[^,.;]{4,70}?) (?:to|until|till) "
    r"(?P<when>[^,.;]{3,40})"
)
_VERBS = {"opening": "open", "launch": "launch", "closure": "close", "start": "start"}


def _moved(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether an opening that was moved comes by its new day."""
    if told := anchors.done_by(cast, i, sentence, _MOVED):
        m, actor = told
        term = _term(f"in {m.group('when')}")
        what = parts.thing(m.group("np"))
        if term and what and actor.actor not in subjects.people(cast):
            verb = _VERBS[m.group("what")]
            event = {"open": "open", "close": "shut"}.get(verb, "launch")
            yield Draft.of(actor, verb, what, event, "due", i, term=term)


MAKERS: makers.Table = (
    (_several, ("planning", "preparing", "targeting", "plans ")),
    (_first, ("The first", "Its first")),
    (_one, ("open", "close", "shut")),
    (_which, (", which",)),
    (_moved, ("push", "postpon", "delayed", "put off", "brought forward")),
)
