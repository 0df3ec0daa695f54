"""Is it the actor asked about? Its names, the words that stand for it, the subject of a verb."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefing.core.day import ledger_clause as clause
from briefing.core.day import ledger_words as data
from briefing.core.language import chunks, tagger
from briefing.core.language import text as words_of
from briefing.core.language.patterns import lazy
from briefing.core.language.tagger import Token

_SUFFIX = lazy(
    r"(?:[ ,]+(?:inc|corp|corporation|co|company|ltd|limited|plc|ag|sa|group|holdings|stores|"
    r"llc)\.?)+$|\.com$",
    re.I,
)
_ORGAN_OF = lazy(rf"^{data.ORGAN} of (?:the )?| '(?:s )?{data.ORGAN}$")
_INSTITUTIONS = frozenset("regulator watchdog union court commission".split())
_INSTITUTION = lazy(
    rf"{data.DECIDERS.pattern}|\b(?:union|court|tribunal|workers|federation|bureau)\b", re.I
)
COMPANY = lazy(
    r"\b(?:the|The) (?:company|firm|group|retailer|chain|grocer|supermarket|airline|bank|carmaker|"
    r"business|regulator|watchdog|union|court|commission|brand|start-?up)\b|\b(?:It|it)\b"
)


@dataclass(frozen=True)
class Line:
    """A sentence of an article, tagged, with the one before it."""

    text: str
    row: Sequence[Token]
    before: str
    title: bool


@lru_cache(maxsize=8192)
def keys_of(actor: str) -> frozenset[str]:
    """Return the names an actor goes by, in lower case: "Kroger or Alibaba" has two."""
    whole = words_of.normalise(actor)
    names = re.split(r"\s+or\s+|/", whole)
    keys = set()
    # "Tellmann & Sons" is called Tellmann, never Sons
    for name in (*names, *(re.split(r"\s+(?:and|&)\s+", n)[0] for n in names)):
        plain = re.sub(r"^the ", "", _SUFFIX.sub("", name).strip(), flags=re.I)
        plain = re.sub(r"'s$|'$", "", plain).lower()
        if plain:
            keys.add(plain)
    return frozenset(keys)


@lru_cache(maxsize=8192)
def stems_of(actor: str) -> frozenset[str]:
    """Return the content stems of an actor's names."""
    return frozenset(words_of.content_words(actor))


def mentions(line: str, keys: frozenset[str]) -> bool:
    """Say whether one of the actor's names stands in a text."""
    low = line.lower()
    return any(re.search(rf"(?<![\w-]){re.escape(k)}(?![\w-])", low) for k in keys)


def text(row: Sequence[Token]) -> str:
    """Return tokens as a text."""
    return " ".join(t.text for t in row).replace("$ ", "$")


def agent(row: Sequence[Token], i: int, ahead: Sequence[Token], keys: frozenset[str]) -> bool:
    """Say whether the passive verb at `i` is done by the actor, or to something of the actor's."""
    if i + 1 < len(row) and row[i + 1].low == "by":
        return is_actor(row[i + 2 : clause.segment(row, i)[1]], keys, leading=True)
    return mentions(text(ahead), keys)


def is_actor(row: Sequence[Token], keys: frozenset[str], *, leading: bool = False) -> bool:
    """Say whether a noun phrase is the actor: its whole name, with nothing after it as its head.

    `leading` asks only that the name begins it.
    """
    joined = next((i for i, t in enumerate(row) if t.low == "and"), None)
    if (
        joined is not None
        and not leading
        and (is_actor(row[:joined], keys) or is_actor(row[joined + 1 :], keys))
    ):
        return True
    low = re.sub(r"^the ", "", " ".join(t.low for t in row))
    low = _ORGAN_OF.sub("", low)
    for key in keys:
        name = " ".join(t.low for t in tagger.tags(key))
        if leading and re.match(rf"{re.escape(name)}(?![\w-])(?! ')", low):
            return True
        if re.search(rf"(?<![\w-]){re.escape(name)}$", _SUFFIX.sub("", low)):
            first = low[: low.rindex(name)]
            return not re.search(r"\b(?:of|in|for|at|from|with|against|between)\b", first)
        if re.match(rf"{re.escape(name)} (?:of|in|at|for) ", low):
            return True
    return False


def acted(row: Sequence[Token], verb: int, line: Line, keys: frozenset[str]) -> bool:
    """Say whether the actor is the subject of the finite verb: its name, or a word for it."""
    start = clause.group_start(row, verb)
    span = chunks.subject_before(row, start)
    if span is None:
        return line.title and is_actor(row[:start], keys)
    subject = row[span[0] : span[1]]
    if is_actor(subject, keys):
        return True
    if row[span[1] - 1].low in _INSTITUTIONS and not _INSTITUTION.search(" ".join(keys)):
        return False
    if not COMPANY.fullmatch(text(subject)) or _other_name(row[:start], keys):
        return False
    return mentions(text(row[: span[0]]), keys) or not _other_name(tagger.tags(line.before), keys)


def _other_name(row: Sequence[Token], keys: frozenset[str]) -> bool:
    """Say whether a clause before names somebody else as its subject and not the actor."""
    span = chunks.main_subject(row, len(row))
    if span is None:
        return False
    subject = row[span[0] : span[1]]
    return any(t.tag == "NAME" for t in subject) and not mentions(text(subject), keys)
