"""Questions on inquiries, charges and trials, told in other ways than those of `legal`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.core.card.asking import anchors, makers, parts, phrases, terms
from briefing.core.card.asking.cast import Cast
from briefing.core.card.asking.draft import Draft
from briefing.core.card.asking.people import CALENDAR
from briefing.core.language.patterns import lazy

_STALE = lazy(
    r"\b(?:(?:19|20)\d\d|years? ago|last year|previously|had been|acquitted|cleared|"
    r"dropped)\b"
)

_UNDER = lazy(
    r"\b(?:(?:is|are|was|were|has been|have been) (?:also |now |currently |still )?(?:being "
    r")?(?:investigated|probed)|"
    r"(?:is|are|come|came|remains?) (?:\w+ )?under (?:\w+ )?(?:investigation|scrutiny)|faces? "
    r"(?:a|an) (?:\w+ )?"
    r"(?:investigation|probe|inquiry)) (?:by|from) (?P<who>(?:the )?(?:\w+ )?" + parts.NAME + r")"
    r"(?: (?:for|over|into|about) (?P<what>[^,.;]{4,60}))?"
)


def _under(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether an inquiry into a firm ends in charges or in findings."""
    m = _UNDER.search(sentence)
    if m is None or _STALE.search(sentence):
        return
    target = anchors.subject_at(cast, i, m.start())
    if target is None or not target.actor or target.metric:
        return
    who = re.sub(r"['’]s$", "", m.group("who")).strip()
    what = re.split(r"\s(?:after|in|that|which|and|when|at|on)\b", m.group("what") or "")[0]
    if re.search(r"\b(?:it|its|his|her|their|how|whether|this)\b", what) or len(what.split()) > 6:
        what = ""
    rest = f"charges against {target.text}" + (f" over {what}" if what else "")
    yield Draft(who, who.removeprefix("the "), "bring", rest, "file", "due", i, who.endswith("s"))


_AGAINST = lazy(
    r"\b(?:has |have )?(?:sued|is suing|are suing|filed (?:a|an) (?:\S+ ){0,3}?(?:lawsuit|suit|"
    r"claim) against) "
    r"(?P<other>the [A-Z]\w+ (?:government|state|authorities)|(?:the )?"
    + parts.NAME
    + r")(?P<after>(?:[^.;]|\.\d){0,60})"
)


def _against(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether somebody wins the sum he sues for."""
    m = _AGAINST.search(sentence)
    amount = re.search(parts.MONEY + r"(?!\w)", m.group("after")) if m else None
    if m is None or amount is None or _STALE.search(sentence):
        return
    actor = anchors.subject_at(cast, i, m.start())
    if actor and actor.actor and not actor.metric:
        sum_ = amount.group().strip(" ,.")
        rest = f"{parts.its(actor)} {sum_} lawsuit against {m.group('other')}"
        yield Draft.of(actor, "win", rest, "rule", "due", i)


_DENIED = lazy(
    r"\b(?:has |have )?(?:pleaded not guilty to|(?:denies|deny|denied|is contesting|are "
    r"contesting|is fighting|"
    r"contests) (?:the |all |any )?(?:charges?|allegations?|claims?) of) (?P<what>[^,.;]{4,60})"
)
_ON_TRIAL = lazy(
    r"\b(?:is|are) (?:currently |now |also )?(?:on trial|facing trial|standing trial|awaiting "
    r"trial)"
    r"(?:,? (?:accused of|for|charged with|on charges of) (?P<what>[^,.;]{4,60}))?"
)
_FACING = lazy(
    r"\b(?:faces?|facing|charged with) (?:\w+ ){0,3}?(?P<what>(?:[\w-]+ (?:and [\w-]+ "
    r")?){1,4}?)charges\b"
)


def _tried(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether somebody on trial is convicted."""
    m = _DENIED.search(sentence) or _ON_TRIAL.search(sentence) or _FACING.search(sentence)
    if (
        m is None
        or _STALE.search(sentence)
        or re.search(r"\b(?:could|may|might|former|if)\b", sentence)
    ):
        return
    actor = anchors.subject_at(cast, i, m.start())
    if actor is None or not actor.actor or actor.metric or actor.plural:
        return
    what = m.group("what")
    what = re.split(
        r"\s(?:in|at|after|over|for|that|on|by|from|which|when|against|and (?:is|was|"
        r"has))\b",
        what or "",
    )[0]
    what = re.sub(
        r"^(?:overseeing|committing|a|an|criminal|of) ",
        lambda x: x.group() if x.group() in ("a ", "an ", "overseeing ") else "",
        what,
    ).strip()
    if not what or re.search(r"\b(?:it|his|her|this|the|these|counts?|similar|same|civil)\b", what):
        return
    yield Draft(
        actor.text, actor.actor, "be convicted", f"of {what}", "rule", "due", i, passive=True
    )


_HELD = lazy(
    r"\b(?:(?:has|have) )?(?:detained|arrested|raided|questioned|seized) (?P<who>[^.;]{5,90})"
)
_MATTER = lazy(
    r"\b(?:embezzlement|fraud|bribery|corruption|insider trading|money laundering|"
    r"price[- ]fixing|tax evasion|theft|forgery|cheating|smuggling)\b"
)


def _held(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether people of a firm who were detained are charged."""
    m = _HELD.search(sentence) if i < 5 else None
    matter = _MATTER.search(sentence)
    if m is None or matter is None or _STALE.search(sentence):
        return
    actor = anchors.subject_at(cast, i, m.start())
    if actor is None or actor.metric or not re.search(r"[A-Z]", actor.text):
        return
    who = re.split(r",|\s(?:with|after|over|on|for|in|as|who|following|and are)\b", m.group("who"))[
        0
    ].strip()
    who = re.sub(r" at (?:\w+ )*?(?=[A-Z])", " at ", who)
    if re.search(r"\b(?:him|her|them|it|his)\b", who) or len(who.split()) > 8:
        return
    who = re.sub(r"^(two|three|four|five|six|seven|eight|nine|ten|\d+)\b", r"the \1", who)
    rest = f"{who} with {matter.group()}"
    yield Draft(
        actor.text, actor.actor or actor.text, "charge", rest, "file", "due", i, actor.plural
    )


_SCHEDULED = lazy(
    r"\b(?:is|are) (?:due|scheduled|expected|set) to (?P<act>be sentenced|appear in court|go on "
    r"trial|stand trial|"
    r"testify|plead)\b"
)


def _scheduled(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether a trial that is set takes place on its day."""
    m = _SCHEDULED.search(sentence)
    if m is None or m.group("act") not in ("go on trial", "stand trial"):
        return
    actor = anchors.subject_at(cast, i, m.start())
    term = next(iter(terms.find(sentence[m.end() :])), None)
    if actor and actor.actor and term:
        yield Draft.of(actor, "go", "on trial", "rule", "due", i, term=term)


_FURTHER = lazy(
    r"\b(?:further|more|additional|other) (?P<what>(?:[a-z-]+ ){0,2}?(?:charges|court actions|"
    r"court cases|arrests|suppliers|executives|indictments|prosecutions|lawsuits|recalls|fines|"
    r"penalties))\b"
)


def _further(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask for the further charges that somebody says may follow."""
    m = _FURTHER.search(sentence)
    ahead = re.search(
        r"\b(?:expects?|will|could|may|likely|possible|investigation|warned|"
        r"continu\w+)\b",
        sentence,
    )
    if (
        m is None
        or ahead is None
        or _STALE.search(sentence)
        or re.search(r"\bno further\b", sentence)
    ):
        return
    opening = " ".join(phrases.words(r, (0, len(r))) for r in cast.tokens[:2])
    who = re.search(
        r"\b(?:(?:US|UK|[A-Z][a-z]+) )?(?:prosecutors|police|investigators)\b|\bSEC\b", opening
    )
    if who is None or CALENDAR.match(who.group()):
        return
    what = m.group("what")
    people = re.search(r"(?:suppliers|executives)$", what)
    rest = f"charges against further {what}" if people else f"further {what}"
    if cast.main and cast.main not in who.group():
        rest = f"{rest} in the {cast.main} case"
    name = who.group() if not who.group().islower() else f"the {who.group()}"
    yield Draft(name, name, "bring", rest, "file", "due", i, True)


_LOST = lazy(
    r"\b(?:has |have )?lost (?:(?:its|his|her|their|a|an|the) )(?P<what>(?:[^\s,.;]+ "
    r"){0,4}?(?:case|legal "
    r"battle|court battle|lawsuit|claim|legal challenge|suit))\b"
)
_AGAINST_WHOM = lazy(
    r"(?P<court>\b(?:[Tt]he )?(?:[A-Z][\w.]* ?){1,4}|\b(?:a|the) (?:\w+ )?(?:court|judge|"
    r"tribunal|panel)) (?:has )?"
    r"ruled against (?P<who>" + parts.NAME + r")"
)


def _lost(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether who lost a case appeals, where the article says nothing of it."""
    m = _LOST.search(sentence) or _AGAINST_WHOM.search(sentence)
    if m is None or i > 8 or _STALE.search(sentence):
        return
    if any(t.low.startswith("appeal") for row in cast.tokens for t in row):
        return
    if "who" in m.re.groupindex:
        court = phrases.uncapital(m.group("court").strip())
        court = court if court.startswith(("the ", "a ")) else f"the {m.group('court').strip()}"
        who, rest = m.group("who"), f"against the ruling of {court.replace('a ', 'the ', 1)}"
        yield Draft(who, who, "appeal", rest, "file", "due", i)
        return
    actor = anchors.subject_at(cast, i, m.start())
    if actor and actor.actor and not actor.metric and not re.search(r"\bit\b", m.group("what")):
        rest = f"against the ruling in {'their' if actor.plural else 'the'} {m.group('what')}"
        yield Draft.of(actor, "appeal", rest, "file", "due", i)


_PLEA = lazy(
    r"\b(?:expects?|expected) (?:that )?(?P<who>(?:the|all|both) [^,.;]{3,40}?) (?:to|will|would) "
    r"plead guilty\b"
)


def _plea(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether those who are charged plead guilty as it is expected."""
    m = _PLEA.search(sentence)
    if m and not _STALE.search(sentence):
        case = f" in the {cast.main} case" if cast.main else " to the charges"
        who = m.group("who")
        yield Draft(who, "", "plead", f"guilty{case}", "settle", "expected", i, who.endswith("s"))


MAKERS: makers.Table = (
    (_under, ("investigat", "probe", "scrutiny", "inquiry")),
    (_against, ("sued", "suing", "suit", "claim")),
    (_tried, ("guilty", "charges", "trial", "allegation")),
    (_held, ("detained", "arrested", "raided", "questioned", "seized")),
    (_scheduled, (" trial",)),
    (_plea, ("plead guilty",)),
    (_lost, ("lost ", "ruled against")),
    (_further, ("further", "more", "additional", "other")),
)
