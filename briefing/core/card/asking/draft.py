"""One open sentence filled in: actor, verb, predicate, term, condition. Refuses what it doubts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.core.card.asking import (
    acts,
    conditions,
    counts,
    deals,
    doubts,
    events,
    phrases,
    predicate,
    rulings,
    subjects,
    terms,
    worth,
)
from briefing.core.card.asking.cast import Cast
from briefing.core.card.asking.deals import Deal
from briefing.core.card.asking.nouns import COMPANY_WORDS
from briefing.core.card.asking.triggers import Kind, Trigger
from briefing.core.language import chunks, tagger
from briefing.core.language.patterns import lazy
from briefing.core.language.tagger import Token

Row = tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A question before it is worded: "{lead}will {subject} {verb} {rest}{term}?".

    `term` is the article's time phrase; `lead` a condition kept ("If a deal is reached,").
    """

    subject: str
    actor: str
    verb: str
    rest: str
    event: str
    kind: Kind
    sentence: int
    plural: bool = False
    term: terms.Term | None = None
    lead: str = ""
    metric: bool = False
    passive: bool = False

    @classmethod
    def of(
        cls,
        subject: subjects.Subject,
        verb: str,
        rest: str,
        event: str,
        kind: Kind,
        sentence: int,
        *,
        term: terms.Term | None = None,
        passive: bool = False,
    ) -> Draft:
        """Return the draft of what a subject may do."""
        return cls(
            subject.text, subject.actor, verb, rest, event, kind, sentence, subject.plural, term,
            passive=passive,
        )  # fmt: skip


def fill(cast: Cast, index: int, trigger: Trigger, deal: Deal | None) -> Draft | None:
    """Fill a draft from one trigger of sentence `index`, or None when any part is doubtful."""
    row = cast.tokens[index]
    if trigger.negated:
        return None
    span = subjects.span_of(row, trigger)
    action = acts.of(row, trigger)
    if span is None or action is None or doubts.inner(row, trigger, span):
        return None
    base, at, passive = action
    if not passive and deal and (done := _deal_done(row, span, base, at, deal)):
        return _of_deal(cast, index, trigger, done, at)
    if trigger.owner is not None and row[span[1] - 1].low in COMPANY_WORDS:
        return None  # "the operator's plans": not the clause's own subject, and so in doubt
    subject = subjects.of(cast, index, span)
    if subject is None:
        return _agentive(cast, index, trigger, span, action)
    if trigger.owner is None and row[span[1] - 1].tag == "NAME" and _agrees(row, trigger):
        subject = subject._replace(plural=True)
    lead = conditions.kept(row, trigger, span)
    if lead is None or (trigger.kind == "agreed" and _LONG_AGO.search(_text(row))):
        return None
    found = predicate.of(cast, index, at, subject.text, trigger.start)
    if found is None:
        return None
    if deal and base in _DEAL_DONE and not passive and found.rest in ("", *_THE_DEAL):
        return _of_deal(cast, index, trigger, deal, at)
    verb, rest = _plainer(base, deals.name_offer(found.rest, deal, subject.text))
    if not passive:
        whole = _whole(cast, index, trigger, verb, rest, subject)
        if whole is None:
            return None
        verb, rest = whole
    if trigger.kind in ("urged", "told") and re.search(r"\b(?:its|their|his|her)\b", rest):
        return None
    if not worth.is_worth(verb, rest, passive, subject) or worth.OTHERS.search(rest):
        return None
    if doubts.doubtful(row, trigger, span, lead) or (
        doubts.pointed(row, span)
        and (worth.names_itself(subject, rest) or worth.is_thing(verb, rest, passive))
    ):
        return None
    if worth.settled(verb, rest, passive, trigger.kind):
        return None
    shown = f"be {row[at].text}" if passive else verb
    key, what = _act(verb, rest)
    if passive:
        key, what = tagger.base(row[at].low) or "", subject.text.lower()
    elif key != verb and events.is_vague(key, what):
        return None
    event = events.of(key, what)
    if subject.metric:
        event = "report"
    return Draft(
        subject.text, subject.actor, shown, rest, event, trigger.kind, index, subject.plural,
        found.term, lead, subject.metric, passive,
    )  # fmt: skip


def _whole(
    cast: Cast, index: int, trigger: Trigger, verb: str, rest: str, subject: subjects.Subject
) -> tuple[str, str] | None:
    """Return an act with what its object leaves out: shops that are counted, what is appealed."""
    if verb == "appeal" and not rest:
        return verb, rulings.against(cast) or ""
    if subject.metric:
        return verb, rest
    whole = counts.completed(cast, index, trigger.start, verb, rest)
    if whole and verb in counts.HOLDING and counts.HELD.match(whole):
        return "reach", whole
    return None if whole is None else (verb, whole)


def _act(verb: str, rest: str) -> tuple[str, str]:
    """Return the act that a choice is about: "decide to sell its bank" -> "sell", "its bank"."""
    inner = _CHOICE.match(rest) if verb in ("decide", "choose", "opt", "agree", "vote") else None
    return (inner.group("verb"), inner.group("rest")) if inner else (verb, rest)


def _agrees(row: Row, trigger: Trigger) -> bool:
    """Say whether the verb of a name is a plural: "Latinos are going to", "the Browns plan to"."""
    verb = row[trigger.start]
    if trigger.start and row[trigger.start - 1].tag == "CC":
        return False  # "could lose it and have to pay"
    return verb.low in ("are", "were", "have") or (verb.tag == "VB" and trigger.kind == "plan")


def _plainer(base: str, rest: str) -> tuple[str, str]:
    """Return the act itself where the words go round it: "use the money to build" -> "build"."""
    if whether := _WHETHER.match(rest):
        return _decided(whether)
    if base in ("invest", "spend"):
        rest = _VENTURE.sub("", rest)
    if base in ("use", "spend") and (spent := _MEANS.match(rest)):
        return spent.group("verb"), spent.group("rest")
    if base in ("respond", "reply") and (to := re.match(r"to (.*\b(?:offer|bid|proposal))$", rest)):
        return "accept", to.group(1)
    if base == "vote" and (on := re.match(r"on (.+)", rest)):
        return "approve", on.group(1)
    return base, rest


_LONG_AGO = lazy(
    r"\b(?:19|20)\d\d\b|\blast (?:year|month)\b|\bhad\b|\bago\b|\b[Ss]hortly after\b|"
    r"\beventually\b|\bat the beginning of\b|\bearlier\b"
)


def _text(row: Row) -> str:
    return phrases.words(row, (0, len(row)))


# "use the money to refit 40 stores": what it is for is the act
_MEANS = lazy(
    r"(?:the |its |some of the |part of the )(?:money|cash|proceeds|funds|sum|"
    r"savings) to (?P<verb>[a-z]+) (?P<rest>.+)"
)
_VENTURE = lazy(r" in the (?:programme|program|project|plan|scheme|venture|effort|initiative)$")
_CHOICE = lazy(r"to (?P<verb>[a-z]+)\b\s*(?P<rest>.*)")
_WHETHER = lazy(r"(?:on )?(?:whether|if) to (?P<verb>[a-z]+)\b\s*(?P<rest>.*)")


def _decided(m: re.Match[str]) -> tuple[str, str]:
    """Ask for the act itself where a decision is due: "decide whether to accept" -> "accept"."""
    if m.group("verb") in ("accept", "approve", "back", "reject", "sign"):
        return m.group("verb"), m.group("rest")
    return "decide", f"to {m.group('verb')} {m.group('rest')}".strip()


_DEAL_DONE = frozenset("close complete finish conclude".split())
_THE_DEAL = frozenset(
    ("the deal", "the purchase", "the transaction", "the acquisition", "the takeover", "the merger")
)
_DEAL_NOUN = lazy(
    r"(?:deal|merger|takeover|acquisition|transaction|sale|purchase|tie-up|buyout|agreement)$"
)


def _deal_done(row: Row, span: chunks.Span, base: str, at: int, deal: Deal) -> Deal | None:
    last = row[span[1] - 1].low
    if last == "it" and base in ("conclude", "complete", "close") and at + 1 < len(row):
        return deal if row[at + 1].tag in ("IN", ".", ",") else None
    if not _DEAL_NOUN.match(last) or any(t.tag == "NAME" for t in row[span[0] : span[1]]):
        return None
    through = base == "go" and at + 1 < len(row) and row[at + 1].low in ("through", "ahead")
    return deal if base in _DEAL_DONE or through else None


def _of_deal(cast: Cast, index: int, trigger: Trigger, deal: Deal, at: int) -> Draft:
    found = predicate.of(cast, index, at, deal.buyer)
    verb = "complete" if deal.merger else "close"
    return Draft(
        deal.buyer, deal.buyer, verb, deal.purchase, "close", trigger.kind, index,
        term=found.term if found else None,
    )  # fmt: skip


_AGENTIVE = frozenset(
    "publish release launch introduce open close shut sell cut offer build announce axe scrap "
    "expand reopen relaunch begin start recall replace spend test withdraw phase discontinue "
    "remove extend suspend resume transfer relocate auction add install".split()
)
_THINGS = lazy(
    r"^(?:stores?|shops?|closings?|closures?|openings?|sales?|list|plants?|factor(?:y|ies)|"
    r"branch(?:es)?|"
    r"restaurants?|outlets?|supermarkets?|jobs?|posts?|positions?|products?|services?|flights?|"
    r"lines?|range|"
    r"models?|versions?|brands?|stake|shares?|units?|business(?:es)?|division|prices?|fees?|"
    r"fares?|rates?|"
    r"sites?|centres?|centers?|warehouses?|hotels?|app|website|collection|campaign|scheme|tests?|"
    r"trials?|"
    r"deliver(?:y|ies)|production|results?|plans?|details|bids?|auction|work|construction|"
    r"project|buildings?)$"
)
_STARTS = frozenset("begin start open close reopen launch resume".split())


def _agentive(
    cast: Cast, index: int, trigger: Trigger, span: chunks.Span, action: tuple[str, int, bool]
) -> Draft | None:
    """Give an act without a named actor to the company it is told of.

    "The first closings will begin in January" -> "Will Kroger begin the first closings".
    """
    row = cast.tokens[index]
    base, at, passive = action
    last = row[span[1] - 1]
    fits = base in _AGENTIVE if passive else base in _STARTS
    opened = row[span[0]]
    definite = (
        opened.low in ("the", "a", "an", "its") or opened.tag == "NUM" or last.low[-1:] == "s"
    )
    concrete = _THINGS.search(last.low) is not None and row[0].text not in ('"', "“")
    if not (fits and definite and concrete and last.tag == "NN" and span[1] - span[0] <= 7):
        return None
    if any(
        t.low in ("this", "that", "these", "those", "such", "our", "my")
        for t in row[span[0] : span[1]]
    ):
        return None
    topic = subjects.before(cast, index, span)
    if topic is None or not cast.is_main(topic) or cast.salient(topic) < 3:
        return None
    if doubts.told_by_another(cast, index, topic):
        return None
    found = predicate.of(cast, index, at, topic)
    if found is None or found.rest.startswith("by ") or conditions.kept(row, trigger, span) is None:
        return None
    thing = (
        phrases.uncapital(phrases.words(row, span))
        if opened.start == 0
        else phrases.words(row, span)
    )
    if opened.tag == "NAME":
        return None
    rest = f"{thing} {found.rest}".strip()
    if re.fullmatch(r"the [a-z]+", rest):
        return None
    return Draft(
        topic, topic, base, rest, events.of(base, rest), trigger.kind, index, term=found.term
    )
