"""Questions on what follows a finished act: a test widened, a plan revived, a price moved again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.core.card.asking import anchors, events, makers, parts
from briefing.core.card.asking.cast import Cast
from briefing.core.card.asking.draft import Draft
from briefing.core.card.asking.subjects import Subject
from briefing.core.language.patterns import lazy

_OPTION = lazy(
    r"\b(?P<what>options? (?:for|on|to (?:buy|acquire|purchase|order|take|lease)) "
    r"(?:(?:a|an) )?(?:further|another|up to|additional|\d[\d,]*|\w+ more|more)\b[^,.;]{2,40})"
)


_COUNTED = lazy(
    r"\b(?:planes|aircraft|jets|airliners|cars|vans|trucks|ships|shops|stores|shares|units)\b"
)


def _option(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether an option to order more is taken up."""
    m = _OPTION.search(sentence)
    at = m.start() if m else 0
    verb = re.search(
        r"\b(?:has|have|holds?|took|secured|includes?|with)\b[^,;]{0,20}$", sentence[:at]
    )
    if m is None or verb is None:
        return
    actor = parts.teller_of(cast, i) or parts.firm_of(cast, i, verb.start())
    what = parts.thing(
        re.sub(r"\bto (buy|acquire|purchase|order|take|lease) ", r"TO_\1 ", m.group("what"))
    )
    if actor and what:
        what = what.replace("TO_", "to ")
        counted = _COUNTED.search(sentence)
        if re.search(r"\b(?:\d+|\w+) more$", what):
            what = f"{what} {counted.group()}" if counted else ""
    if actor and what:
        rest = f"{parts.its(actor)} {what}"
        yield Draft.of(actor, "take up", rest, "acquire", "consider", i)


_SHELVED = lazy(
    r"\b(?:(?:has|have|is|are|was|were) )?(?:delay(?:ed|ing)|postpon(?:ed|ing)|shelv(?:ed|ing)|"
    r"pulled|"
    r"put off|putting off|abandon(?:ed|ing)|scrapp(?:ed|ing)|cancell?(?:ed|ing)|halt(?:ed|ing)|"
    r"suspend(?:ed|ing)|paus(?:ed|ing)|froze|frozen) (?P<np>(?:its|their|a|an|the|plans for (?:a|"
    r"an|its|the)|plans to) "
    r"[^,.;]{4,60})"
)
_PLAN = lazy(
    r"\b(?:sale|offering|listing|flotation|IPO|launch|plans?|opening|merger|purchase|expansion|"
    r"project|investment|production|deliver(?:y|ies)|flights?|services?|dividend|payments?|"
    r"orders?|tender|auction|construction|rollout|roll-out|deal|scheme|store|stores|plant|"
    r"factory)\b"
)


def _shelved(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether what somebody put off or dropped is taken up again."""
    m = _SHELVED.search(sentence)
    if (
        m is None
        or parts.PAST.search(sentence)
        or re.search(r"\b(?:not|n't|if|could|may)\b", sentence)
    ):
        return
    actor = parts.firm_of(cast, i, m.start())
    what = parts.thing(re.sub(r"^plans for (?:an?|the|its) ", "its planned ", m.group("np")))
    if actor is None or what is None or not _PLAN.search(what) or len(what.split()) < 2:
        return
    if begun := re.match(r"(?:the|its) (opening|launch|closure|sale) of (.+)", what):
        verb = {"opening": "open", "launch": "launch", "closure": "close", "sale": "sell"}[
            begun.group(1)
        ]
        event = events.of(verb, begun.group(2))
        yield Draft.of(actor, verb, begun.group(2), event, "due", i)
        return
    if re.match(r"(?:all|plans)\b", what) or re.match(r"(?:its|the|a) \w+$", what):
        return
    what = re.sub(r"^(?:a|an|the|their) ", f"{parts.its(actor)} ", what)
    yield Draft.of(actor, "revive", what, "launch", "due", i)


_PILOT = lazy(
    r"\b(?:is|are|has been|have been|began|begun|started|has started|will|plans to|to) (?:start )?"
    r"(?:test(?:ing)?|trial(?:l?ing)?|pilot(?:ing)?) (?P<what>(?:a|an|its|the|new|\w+) "
    r"[^,.;]{3,50}?) "
    r"(?P<where>(?:in|at|across) (?:the |its |about |around |some |just )?(?:\d+|one|two|three|"
    r"four|"
    r"five|six|seven|eight|nine|ten|a dozen|several|[A-Z])[^,.;]{0,40})"
)


def _pilot(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether a trial goes beyond where it is held."""
    m = _PILOT.search(sentence)
    if m is None or parts.PAST.search(sentence):
        return
    actor, what, where = _held(cast, i, m, 6)
    if actor and what and where and not re.fullmatch(r"the \w+", what):
        yield Draft.of(actor, "extend", f"{what} beyond {where}", "launch", "due", i)


def _held(
    cast: Cast, i: int, m: re.Match[str], most: int
) -> tuple[Subject | None, str | None, str | None]:
    """Return who holds what where: the groups `what` and `where`, the place in `most` words."""
    where = parts.thing(re.sub(r"^(?:in|at|across) ", "", m.group("where")), most)
    if where:
        where = re.sub(rf"^({_NUMBERS})\b", r"the \1", where)
    return parts.firm_of(cast, i, m.start()), parts.thing(m.group("what"), 7), where


_NUMBERS = r"\d+|one|two|three|four|five|six|seven|eight|nine|ten"


_CALENDAR = lazy(
    r"(?:the )?(?:January|February|March|April|May|June|July|August|September|October|"
    r"November|December|Spring|Summer|Autumn|Winter|(?:19|20)\d\d)\b"
)
_LAUNCHED = lazy(
    r"\b(?:has |have )?(?:launched|introduced|rolled out|started|begun|began) (?P<what>(?:a|an|"
    r"its|the|new|"
    r"\w+) [^,.;]{3,50}?(?:service|app|deliver(?:y|ies)|scheme|range|programme|program|format|"
    r"platform|"
    r"product|system|checkouts?|lockers?|concept|menu|brand|pilot|trial|card)) (?P<where>(?:in|"
    r"at|across) (?:the |about |around |some |just )?(?:\d+|two|"
    r"three|four|five|six|seven|eight|nine|ten|[A-Z])[^,.;]{0,40})"
)


def _launched(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether a service goes beyond the place where it has begun."""
    m = _LAUNCHED.search(sentence)
    if m is None or parts.PAST.search(sentence):
        return
    actor, what, where = _held(cast, i, m, 5)
    if actor and what and where and not _CALENDAR.match(where):
        what = re.sub(r"^(?:a|an|the) ", f"{parts.its(actor)} ", what)
        yield Draft.of(actor, "extend", f"{what} beyond {where}", "launch", "due", i)


_FIRST = lazy(
    r"\b(?:opened|has opened|have opened|launched|unveiled) (?:its|their|the country's) "
    r"first(?:-ever)? "
    r"(?P<what>(?:[\w-]+ ){0,3}?(?:store|shop|branch|outlet|restaurant|hotel|plant|factory|"
    r"warehouse|supermarket|mall|showroom|cafe|office|site)) (?P<where>(?:in|on|at) "
    r"(?:the )?[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,3})"
)


def _first(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether a second shop follows the first in a place."""
    m = _FIRST.search(sentence)
    actor = parts.firm_of(cast, i, m.start()) if m and not parts.PAST.search(sentence) else None
    if m and actor:
        rest = f"a second {m.group('what')} {m.group('where')}"
        yield Draft.of(actor, "open", rest, "open", "due", i)


_HALTED = lazy(
    r"\b(?:has |have )?ordered (?:a|an immediate) (?:halt|stop|suspension) (?:to|of) "
    r"(?P<np>[^,.;]{5,60})"
)


def _halted(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether what was ordered to stop may go on."""
    m = _HALTED.search(sentence)
    if m is None or parts.PAST.search(sentence):
        return
    actor = anchors.subject_at(cast, i, m.start())
    what = parts.thing(m.group("np"), 9)
    if actor and actor.actor and not actor.metric and what:
        yield Draft.of(actor, "allow", f"{what} to resume", "rule", "due", i)


_TARIFF = lazy(
    r"\b(?P<did>imposed|imposes|imposing|levied|slapped|introduced|raised|put) (?:\w+ ){0,3}?"
    r"(?P<what>(?:(?:\d[\d.]*(?:%| per ?cent)|anti-dumping|import|punitive|retaliatory|new|"
    r"extra) )+"
    r"(?:tariffs?|dut(?:y|ies)|tax|levy|quotas?) on [^,.;]{3,45})"
)


def _tariff(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether a tariff is lifted again."""
    m = _TARIFF.search(sentence)
    if m is None or parts.STALE.search(sentence):
        return
    actor = anchors.subject_at(cast, i, m.start())
    what = parts.thing(m.group("what"), 9)
    if actor and actor.actor and what:
        rest = f"{parts.its(actor)} {what}"
        yield Draft.of(actor, "lift", rest, "rule", "due", i)


_RECALL = lazy(
    r"\b(?:recall(?:ed|ing|s)|is recalling|has recalled) (?P<what>(?:(?:about|around|some|more "
    r"than|"
    r"nearly|almost|up to|over) )?\d[\d,.]*(?: million)? [^,.;]{3,40})"
)


def _recall(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether a recall is widened."""
    m = _RECALL.search(sentence)
    if m is None or parts.STALE.search(sentence):
        return
    actor = parts.firm_of(cast, i, m.start())
    what = parts.thing(m.group("what"), 7)
    if actor and what:
        what = re.sub(r"^(?:some|over|more than) ", "", what)
        rest = f"{parts.its(actor)} recall beyond the {what}"
        yield Draft.of(actor, "extend", rest, "launch", "due", i)


MAKERS: makers.Table = (
    (_option, ("option",)),
    (_shelved, ("delay", "postpon", "shelv", "pull", "put off", "abandon", "scrapp", "cancel",
                "halt", "suspend", "paus", "froze")),
    (_pilot, ("test", "trial", "pilot")),
    (_launched, ("launched", "introduced", "rolled out", "started", "begun", "began")),
    (_first, (" first ", "first-")),
    (_halted, ("ordered a",)),
    (_tariff, ("tariff", "dut", " tax", "levy", "quota")),
    (_recall, ("recall",)),
)  # fmt: skip
