"""Questions that a dispute or a cut of staff opens: a better offer, a deal with the union, jobs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.core.card.asking import anchors, makers, parts, phrases, terms
from briefing.core.card.asking.cast import Cast
from briefing.core.card.asking.draft import Draft
from briefing.core.language.patterns import lazy

_PAY = lazy(
    r"\b(?:has |have )?offered (?:\S+ ){0,4}?(?P<n>\d+(?:\.\d+)?(?:%| percent| per cent))"
    r"(?: (?:pay|wage|salary))?(?P<what> (?:increase|rise|raise)\b)?"
)


def _pay_offer(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether an employer in a dispute goes above its offer."""
    m = _PAY.search(sentence)
    if not m or not (
        m.group("what") or re.search(r"\b(?:pay|wages?|raise|rise of|increase of)\b", sentence)
    ):
        return
    text = " ".join(phrases.words(row, (0, len(row))) for row in cast.tokens[:8])
    actor = anchors.subject_at(cast, i, m.start())
    if not actor or not actor.actor or not _DISPUTE.search(text):
        return
    name, plural = actor.text, actor.plural
    if actor.actor == _union(cast):  # "the company has offered": it is not the union that offers
        name, plural = cast.main or "", False
    if name and name != _union(cast):
        rest = f"its pay offer above {m.group('n')}"
        yield Draft(name, name, "raise", rest, "raise", "due", i, plural)


_DISPUTE = lazy(r"\b(?:strike|strikes|walked out|walk-?outs?|union|unions|dispute)\b")
_STRIKE = lazy(r"\b(?:strikes?|walked out|walk-?outs?|industrial action)\b")
_SETTLED = lazy(r"\b(?:called off|averted|ended|ratified|accepted the|agreed a|new contract)\b")
_UNION = lazy(
    r"\b[Uu]nion,? ([A-Z][\w&-]*(?: (?:&|[A-Z][\w&-]*)){0,3})(?= (?:said|says|wants|has|is)|,)"
)


def _union(cast: Cast) -> str | None:
    """Return the union that the article names as one: "the union Depot & Dock"."""
    for row in cast.tokens[:12]:
        if m := _UNION.search(phrases.words(row, (0, len(row)))):
            return m.group(1)
    return None


def _peace(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether the firm that is struck and the union come to a pay deal."""
    m = _STRIKE.search(sentence) if i < 3 else None
    firm, union = cast.main, _union(cast) if m else None
    if m is None or firm is None or union is None or firm == union:
        return
    text = " ".join(phrases.words(row, (0, len(row))) for row in cast.tokens[:8])
    if re.search(r"\b(?:pay|wages?)\b", text) and not _SETTLED.search(text):
        yield Draft(firm, firm, "reach", f"a pay deal with {union}", "sign", "due", i)


_JOBS = lazy(
    r"\b(?P<n>(?:(?:[Ss]ome|[Aa]bout|[Aa]round|[Uu]p to|[Mm]ore than|[Aa]s many as|[Nn]early|"
    r"[Aa]lmost) )?\d[\d,]*) "
    r"(?:(?:more|further) )?(?P<what>jobs|posts|positions) (?:(?:at|in|"
    r"across) (?P<where>[^,;.]{3,50}?) )?"
    r"(?:could|may|might|will|would|are to|are expected to|are set to|are at risk|face)\b"
)


def _jobs(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Turn "2,000 jobs at Rover's plant may be cut" round: the firm cuts them."""
    m = _JOBS.search(sentence)
    if not m or not re.search(
        r"\b(?:cut|lost|axed|go|shed|risk|eliminated|the axe)\b", sentence[m.end() - 8 :]
    ):
        return
    firm = anchors.name_at(cast, i, m.start("where"), owner=True) if m.group("where") else None
    firm = firm or cast.main
    if not firm:
        return
    count = m.group("n")[0].lower() + m.group("n")[1:]
    yield Draft(firm, firm, "cut", f"{count} {m.group('what')}", "cut", "may", i)


_WALKOUT = lazy(
    r"\b(?P<who>[Ww]orkers|[Ss]taff|[Dd]rivers|[Pp]ilots|[Ee]mployees|[Uu]nions?|[Mm]embers)\b"
    r"[^.;]{0,60}?\b(?:vote|voting|ballot\w*)\b[^.;]{0,25}? whether to strike\b|"
    r"\b(?P<who2>[Ww]orkers|[Ss]taff|[Dd]rivers|[Pp]ilots|[Ee]mployees)\b[^.;]{0,70}? "
    r"(?:(?:plan|threaten|have called|are planning|will hold) (?:a|an) (?:\S+ ){0,2}"
    r"(?:strike|walkout)|(?:will|plan to|threaten to|have threatened to|"
    r"are (?:due|set|planning) to) "
    r"(?:walk out|go on strike|strike|stop work|down tools))\b"
)


def _walkout(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether a strike that is planned or voted on comes about."""
    m = _WALKOUT.search(sentence) if cast.main and cast.main in sentence else None
    if m and cast.main:
        word = (m.group("who") or m.group("who2")).lower()
        who = f"{cast.main} {'workers' if word.startswith(('union', 'member')) else word}"
        after = sentence[m.end() :] if m.group("who2") else ""
        term = next(iter(terms.find(after)), None)
        yield Draft(who, cast.main, "go", "on strike", "shut", "due", i, True, term)


_AUTHORISED = lazy(
    r"\b(?:[Mm]embers of|[Ww]orkers (?:in|of)) (?P<union>(?:the )?"
    rf"{parts.NAME})(?: union)? (?:have |has )?(?:voted|backed)\b[^.;]{{0,40}}?"
    rf"\b(?:authori[sz]e|for|back|call) [^.;]{{0,40}}?\bstrike\b"
    rf"(?P<where> (?:at|against) {parts.NAME})?"
)


def _authorised(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether a union calls the strike that its members voted for."""
    if m := _AUTHORISED.search(sentence):
        union = m.group("union")
        where = m.group("where") or ""
        yield Draft(union, union, "call", f"a strike{where}", "rule", "due", i)


_THREATENED = lazy(
    r"\b(?:(?:has|have) )?(?:warned of|threatened|is threatening|are threatening) "
    r"(?:a |an |further )?"
    r"(?:[a-z-]+ )?(?:strikes?|walkouts?|industrial action) (?:at|against) "
)


def _threatened(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether a union that warns of a strike calls one."""
    if told := anchors.done_by(cast, i, sentence, _THREATENED):
        m, union = told
        firm = anchors.name_at(cast, i, m.end())
        if firm and firm not in union.text:
            yield Draft.of(union, "call", f"a strike at {firm}", "rule", "may", i)


_BROKEN = lazy(
    r"\b[Tt]alks (?:between|with) [^.;]{0,40}?(?P<who>the (?:[\w'’]+ ){0,2}unions?)\b[^.;]{0,40}?"
    r"\b(?:broke down|broken down|collapsed|ended without|resume\w*|continu\w+|stalled)\b|"
    r"\b[Tt]alks (?:are|were) (?:still |now )?(?:continuing|under way|ongoing) with "
    r"(?P<union>(?:a|an|its|the) (?:[\w-]+ )?union(?: (?:representing|of|for) \w+)?)"
)


def _broken(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether a firm and its union agree after all."""
    m = _BROKEN.search(sentence)
    if m and cast.main and (cast.main in sentence or m.group("union")):
        rest = f"a deal with {m.group('who') or m.group('union')}"
        yield Draft(cast.main, cast.main, "reach", rest, "sign", "due", i)


MAKERS: makers.Table = (
    (_pay_offer, ("offered",)),
    (_peace, ("strike", "walked out", "walk", "industrial action")),
    (_jobs, (" jobs", " posts", " positions")),
    (_walkout, ("strike", "walkout", "walk out", "stop work", "down tools")),
    (_threatened, ("strike", "walkout", "industrial action")),
    (_authorised, ("strike",)),
    (_broken, ("alks",)),
)
