"""Questions on what is contested or held back: a ban, a dispute, a post called for, a dividend."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.core.card.asking import anchors, events, makers, parts, phrases
from briefing.core.card.asking.cast import Cast
from briefing.core.card.asking.draft import Draft
from briefing.core.card.asking.subjects import Subject
from briefing.core.language.patterns import lazy

_SETTLED = lazy(r"\b(?:lifted|ended|resolved|settled|had|(?:19|20)\d\d|years? ago|last year)\b")


def _who(cast: Cast, i: int, offset: int) -> Subject | None:
    """Return the named subject of what starts at a character, or else of the sentence."""
    return parts.firm_of(cast, i, offset) or parts.teller_of(cast, i)


_BAN = lazy(
    r"\b(?:(?:has |have )?banned|imposed a (?:\w+ )?ban on|has a ban on|blocked) "
    r"(?P<np>(?:the )?(?:imports?|sales?|exports?|use|shipments|adverts?|advertising|\w+ imports) "
    r"(?:of |for |from )[^,.;]{3,45})"
)


def _ban(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether a ban is lifted."""
    m = _BAN.search(sentence)
    actor = anchors.subject_at(cast, i, m.start()) if m and not _SETTLED.search(sentence) else None
    got = parts.thing(m.group("np"), 9) if m else None
    if actor and actor.actor and got:
        rest = f"{parts.its(actor)} ban on {got}"
        yield Draft.of(actor, "lift", rest, "rule", "due", i)


_DISPUTE = lazy(
    r"\b(?:in|resolve|settle|end|locked in|involved in|embroiled in) (?:a|an|its|the|their) "
    r"(?:[\w-]+ ){0,2}?"
    r"(?P<noun>dispute|row|legal battle|battle|stand-off) with (?P<who>(?:the |its )?(?:\w+ )?"
    + parts.NAME
    + r")"
    r"(?: over (?P<np>[^,.;]{4,60}))?"
)


def _dispute(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether a dispute with a named party is settled."""
    m = _DISPUTE.search(sentence)
    if m is None or re.search(r"\b(?:19|20)\d\d\b|\bhad\b|\bsettled\b|\bended\b", sentence):
        return
    actor = _who(cast, i, m.start())
    who = re.sub(r"['’]s?$", "", m.group("who"))
    if actor is None or who in actor.text or actor.actor in who:
        return
    got = parts.thing(m.group("np"), 7) if m.group("np") else None
    over = f" over {got}" if got else ""
    rest = f"{parts.its(actor)} {m.group('noun')} with {who}{over}"
    yield Draft.of(actor, "settle", rest, "settle", "due", i)


_RESIGN = lazy(
    r"\b(?:calls?|called|calling|demands?|demanded|demanding|pressure|urged|pressing) (?:for|on) "
    r"(?:(?:its|the) (?:[\w-]+ ){0,3})?(?P<who>" + parts.NAME + r")(?:, [^,]{3,40},)? to "
    r"(?P<act>resign|step down|quit|stand down|go)\b"
)


def _resign(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether somebody who is called on to go goes."""
    m = _RESIGN.search(sentence)
    if m and not re.search(r"\b(?:19|20)\d\d\b|\bhad\b", sentence):
        who = m.group("who")
        post = _post(cast, who)
        yield Draft(who, who, "step", f"down{post}", "leave", "urged", i)


def _post(cast: Cast, who: str) -> str:
    """Return " as chief executive of Ostler" where the article tells what somebody is."""
    for row in cast.tokens:
        text = phrases.words(row, (0, len(row)))
        m = re.search(
            rf"(?:(?P<firm>{parts.NAME})['’]s? )?(?P<post>chief executive|chairman|chairwoman|boss|"
            rf"finance director|managing director|president) {re.escape(who)}\b",
            text,
        )
        if m:
            return f" as {m.group('post')}" + (f" of {m.group('firm')}" if m.group("firm") else "")
    return ""


_DIVIDEND = lazy(
    r"\b(?:suspended|scrapped|axed|passed|cancelled|halted|cut|halved|slashed|omitted) (?:its|"
    r"the|their) "
    r"(?P<np>(?:final |interim |annual |quarterly |full-year )*dividend)s?\b"
)


def _dividend(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether a dividend that was dropped is paid again."""
    m = _DIVIDEND.search(sentence)
    if (
        m is None
        or _SETTLED.search(sentence)
        or re.search(r"\b(?:could|may|might|not)\b", sentence)
    ):
        return
    actor = _who(cast, i, m.start())
    if actor and cast.is_main(actor.actor):
        rest = f"{parts.its(actor)} {m.group('np')}"
        yield Draft.of(actor, "restore", rest, "raise", "due", i)


_WARNED = lazy(
    r"\b(?:profits? warning|warned of an? (?:[\w-]+ ){0,3}?(?:fall|drop|decline|slump) in "
    r"(?:[\w-]+ ){0,3}?"
    r"(?:profits?|earnings|sales)\b|warned (?:that |on )?(?:its |of lower |this year's |annual |"
    r"full-year )*"
    r"(?:profits?|earnings|sales)\b|warned (?:that )?it expects (?:\w+ )?(?:earnings|profits?))"
)


def _warned(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether a second profit warning follows."""
    m = _WARNED.search(sentence) if i < 4 else None
    firm = cast.topics[i] or cast.main
    if (
        m is None
        or firm is None
        or not cast.is_main(firm)
        or _SETTLED.search(sentence[: m.start()])
    ):
        return
    year = re.search(r"\b(?:in|for) (?:19|20)\d\d\b", sentence[m.end() :])
    rest = "a further warning on its profits" + (
        f" {year.group()}" if year and "than" not in sentence else ""
    )
    yield Draft(firm, firm, "issue", rest, "guide", "due", i)


_SOUGHT = lazy(
    r"\b(?:(?:is |are |was |were )?(?:bidding|tendering|competing|vying|pitching|shortlisted) "
    r"(?:for|to win)|"
    r"(?:has |have )?applied (?:to [^,.;]{3,40} )?for|bid for|(?:is |are )?(?:still )?(?:awaiting|"
    r"seeking|waiting for)) "
    r"(?P<np>(?:the|a|an|its|planning|US|European|EU|UK|FDA|regulatory) [^,.;]{0,60}?(?:contracts?|"
    r"licen[cs]es?|franchise|rights|permission|order|tender|approval|concession|auction)\b"
    r"(?: (?:to|for|in|of) [^,.;]{3,40})?)"
)


def _won(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether a contract or a licence that is sought is won."""
    m = _SOUGHT.search(sentence)
    if m is None or re.search(r"\b(?:19|20)\d\d\b|\bhad\b|\blost\b|\bwon\b", sentence):
        return
    actor = _who(cast, i, m.start())
    text, term = parts.untimed(m.group("np"))
    what = parts.thing(text, 9)
    if actor and what and not actor.plural:
        yield Draft(actor.text, actor.actor, "win", what, "sign", "plan", i, term=term)


_SHELVES = lazy(
    r"\b(?:removed|withdrawn|withdrew|pulled|taken|took|stripped) (?P<np>[^,.;]{3,45}?) (?:off|"
    r"from) "
    r"(?:sale|(?:its|the|their) (?:shelves|stores|shops|menus?|website|range))\b"
)


def _shelves(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether a product that was withdrawn is sold again."""
    m = _SHELVES.search(sentence)
    if m is None or _SETTLED.search(sentence):
        return
    actor = anchors.subject_at(cast, i, m.start())
    got = parts.thing(m.group("np"), 6)
    if actor and actor.actor and not actor.metric and got:
        rest = f"{got} back on sale"
        yield Draft.of(actor, "put", rest, "launch", "due", i)


_AIMED = lazy(
    r"\b(?:is |are )?(?:aiming|aims?|hoping|hopes?) for (?P<np>[^,.;]{0,12}?\d[^,.;]{2,50})|"
    r"\b(?:is |are |has been )?(?:targeting|targets) (?P<np2>(?:a |an |about |around |annual |at "
    r"least )*[^,.;]{0,20}?\d[^,.;]{2,50})"
)


def _aimed(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether the figure somebody aims for is reached."""
    m = _AIMED.search(sentence)
    if m is None or re.search(r"\banalysts?\b|\bprice target\b", sentence):
        return
    actor = anchors.subject_at(cast, i, m.start())
    text, term = parts.untimed(m.group("np") or m.group("np2"))
    what = parts.thing(text)
    if not actor or not actor.actor or actor.metric or not what or not re.search(r"\d", what):
        return
    if re.match(r"(?:the|its) \d\d-", what) or re.search(r"\byear-olds?\b|\baged\b", what):
        return
    event = events.of("reach", what)
    yield Draft.of(actor, "reach", what, event, "plan", i, term=term)


MAKERS: makers.Table = (
    (_ban, (" ban", "blocked")),
    (_dispute, ("dispute", " row ", "battle", "stand-off")),
    (_resign, ("resign", "step down", "quit", "stand down", " to go")),
    (_dividend, ("dividend",)),
    (_warned, ("warn",)),
    (
        _won,
        (
            "contract",
            "licen",
            "franchise",
            "rights",
            "permission",
            "tender",
            "approval",
            "concession",
        ),
    ),
    (_shelves, ("sale", "shelves", "stores", "shops", "menu", "range")),
    (_aimed, ("aim", "hop", "target")),
)
