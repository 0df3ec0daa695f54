"""Questions that a meeting, a vote or an approval opens: whether those who decide agree."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.core.card.asking import anchors, makers, parts, phrases, subjects, terms
from briefing.core.card.asking.cast import Cast
from briefing.core.card.asking.draft import Draft
from briefing.core.card.asking.subjects import Subject
from briefing.core.language import chunks
from briefing.core.language.patterns import lazy

_DECIDED = (
    r"(?:tax|levy|plans?|proposals?|bill|law|reforms?|ban|tariffs?|deal|merger|takeover|settlement|"
    r"rules?|cuts?|increase|loan|package|budget|directive|changes|restructuring|listing|sale|offer|"
    r"treaty|aid|relief|quotas?|duty|duties|privatisation|bailout|rescue|legislation|measures?|"
    r"pact)"
)
_DISCUSS = lazy(
    r"\b(?:(?:are|is) (?:due |set |expected |scheduled )?to|will(?: also)?(?: be)?|to) (?:also )?"
    r"(?:meet (?:\S+ ){0,4}?to )?(?:discuss(?:ing)?|debat(?:e|ing)|vote on|voting on|"
    r"consider(?:ing)?|review|"
    r"examine|decide on|rule on) (?P<np>(?:a|an|the|its|their|whether|new|controversial|\w+) "
    r"?[^,.;]{3,70})"
)


def _object(cast: Cast, i: int, at: int) -> tuple[str, terms.Term | None] | None:
    row = cast.tokens[i]
    text = phrases.words(row, (at, min(chunks.predicate_end(row, max(0, at - 1)), at + 11)))
    found = terms.find(text)
    for term in reversed(found):
        text = (text[: term.start] + text[term.end :]).strip()
    text = re.split(
        r"\s(?:after|because|amid|following|which|who|as|while|that|so|where|when|at (?:a|the|"
        r"its)|next|this)\b",
        text,
    )[0].strip(" ,")
    if re.search(
        r"\b(?:it|they|them|this|that|these|those|such|his|her|our|how|what|ways?|"
        r"issue)\b",
        text,
    ):
        return None
    return text, found[0] if found else None


def _meeting(cast: Cast, i: int) -> Subject | None:
    """Return who meets where the clause only says "they": the subject of the sentence."""
    row = cast.tokens[i]
    span = chunks.main_subject(row, len(row))
    return subjects.of(cast, i, span) if span else None


def _discussed(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether those who meet on a plan agree to it."""
    m = _DISCUSS.search(sentence)
    if m is None or re.search(r"\b(?:had|last year|refus\w+|declin\w+|not)\b", sentence):
        return
    actor = anchors.subject_at(cast, i, m.start()) or _meeting(cast, i)
    got = _object(cast, i, anchors.token_at(cast.tokens[i], m.start("np")))
    if actor is None or got is None or actor.metric:
        return
    what, term = got
    what = re.sub(r"\b(?:controversial|contentious|hotly debated) ", "", what)
    head = re.split(r"\s(?:on|of|in|for|to|by|with|from|against|governing|between)\s", what)[
        0
    ].split()
    if not head or not re.fullmatch(_DECIDED, head[-1]) or not 2 <= len(what.split()) <= 9:
        return
    if not re.search(r"[A-Z]|\s.*\s", what):
        return
    text = actor.text
    if not actor.actor and not re.search("[A-Z]", text):
        return
    yield Draft(text, actor.actor, "back", what, "rule", "due", i, actor.plural, term)


_BEGUN = lazy(
    r"\b(?:(?:agreed to|will|to|are to|is to|have|has) (?:begin|start|hold|resume|open|begun|"
    r"started|"
    r"resumed|opened)|(?:is|are|was|were|been) (?:also |now |still |currently )?in) (?:\w+ ){0,2}?"
    r"(?:talks|negotiations|discussions)(?: with [^,.;]{3,30}?)? "
    r"(?P<how>on|over|about|aimed at) (?P<np>[^,.;]{5,70})"
)


def _begun(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether talks that two sides begin end in an agreement."""
    m = _BEGUN.search(sentence)
    if m is None or re.search(r"\b(?:had|last year|refus\w+|not)\b", sentence):
        return
    actor = anchors.subject_at(cast, i, m.start())
    got = _object(cast, i, anchors.token_at(cast.tokens[i], m.start("np")))
    if actor is None or not actor.actor or got is None:
        return
    what, term = got
    if 2 <= len(what.split()) <= 9:
        yield Draft.of(actor, "reach", f"an agreement on {what}", "sign", "due", i, term=term)


_PENDING = lazy(
    r"\b(?:(?:is|are|was|were|remains?|still) )?(?:subject to|needs?|requires?|awaiting|pending|"
    r"conditional on|"
    r"must (?:first |still )?(?:get|win|have|be)|has yet to (?:get|win|receive|be)|have yet to be|"
    r"will (?:need|require|have to be|be put to the courts? for)|to be put to) (?:the |final |"
    r"its |formal )*"
    r"(?:(?:approval|clearance|consent|backing) (?:by|from|of) (?P<who>[^,.;]{3,50})|"
    r"(?:approved|ratified|cleared|passed|backed) by (?P<who2>[^,.;]{3,50})|"
    r"(?P<adj>regulatory|shareholder|court|parliamentary|"
    r"government) (?:approval|clearance)|"
    r"(?P<court>approval))"
)
_SAID_OF = lazy(
    r"\b(?:deal|merger|takeover|acquisition|settlement|plan|proposal|agreement|sale|loan|package|"
    r"offer|"
    r"bill|law|tax|budget|project|purchase)\b"
)
_ADJ = {"regulatory": "regulators", "shareholder": "shareholders", "court": "the courts",
        "parliamentary": "parliament", "government": "the government"}  # fmt: skip


def _pending(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether an approval that is named comes."""
    m = _PENDING.search(sentence)
    if m is None or re.search(r"\b(?:19|20)\d\d\b|\bhad\b|\blast year\b|\bwithout\b", sentence):
        return
    row = cast.tokens[i]
    span = chunks.subject_before(row, anchors.token_at(row, m.start()))
    if span is None:
        return
    what = phrases.words(row, span)
    if not _SAID_OF.search(what):
        return
    who = m.group("who") or m.group("who2")
    who = _ADJ[m.group("adj")] if m.group("adj") else "the courts" if m.group("court") else who
    if who is None or (m.group("court") and "court" not in m.group()):
        return
    who, within = parts.untimed(who)
    who = re.split(r"\s(?:and|before|after|as|which|who|at|in|to|but|or|with)\b", who)[0]
    named = re.search("[A-Z]", what) is not None
    whole = _full(cast, i, what)
    if not named and whole is None:
        return
    what = whole or (what if row[span[0]].tag == "NAME" else phrases.uncapital(what))
    if (
        re.search(r"\b(?:this|that|such|any|our|his|it)\b", f"{what} {who}")
        or (whole and cast.main and cast.main in who)
        or len(what.split()) > 9
    ):
        return
    who = (
        who
        if who.startswith(("the ", "its ")) or who[:1].isupper() or who.endswith("s")
        else f"the {who}"
    )
    who = re.sub(r"^its ", "the ", who)
    term = within or next(iter(terms.find(sentence[m.end() :])), None)
    yield Draft(
        who,
        who if re.search("[A-Z]", who) else "",
        "approve",
        what,
        "rule",
        "due",
        i,
        who.endswith("s"),
        term,
    )


_PRICE = r"(?:US\$|A\$|[$£€¥₹])\s?\d[\d.,]*\s?(?:bn|billion|million|m|crore)?"


def _full(cast: Cast, i: int, what: str) -> str | None:
    """Return "the $168m settlement" for "the settlement" where a sentence before prices it."""
    bare = re.fullmatch(r"(?:[Tt]he|[Ii]ts) (\w+)", what)
    if bare is None:
        return None
    noun = bare.group(1)
    before = " ".join(phrases.words(r, (0, len(r))) for r in cast.tokens[max(0, i - 4) : i + 1])
    m = re.search(rf"(?P<sum>{_PRICE}) (?:\w+ )?(?:{noun}|{noun} deal)\b", before)
    firm = cast.main
    if m and firm:
        return f"{phrases.possessive(firm)} {m.group('sum').strip()} {noun}"
    return (
        f"{phrases.possessive(firm)} {noun}"
        if firm and cast.is_main(cast.topics[i] or "")
        else None
    )


MAKERS: makers.Table = (
    (_discussed, ("discuss", "debat", "vote on", "voting on", "consider", "review", "decide on")),
    (_begun, ("talks", "negotiations", "discussions")),
    (_pending, ("approv", "clearance", "consent", "backing")),
)
