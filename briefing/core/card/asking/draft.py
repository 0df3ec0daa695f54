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
    plainer,
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

    `term` is the article's time phrase; `lead` a condition kept ("If a deal is reached,");
    `reading` marks a figure held against its next one, of which the article says nothing.
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
    reading: bool = False

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
    verb, rest = plainer.act(base, deals.name_offer(found.rest, deal, subject.text))
    if not passive:
        whole = _whole(cast, index, trigger, verb, rest, subject)
        if whole is None:
            return None
        verb, rest = whole
    if trigger.kind in ("urged", "told") and re.search(r"\b(?:its|their|his|her)\b", rest):
        return None
    late = base in ("publish", "release", "report") and _is_overdue(cast, index)
    if not worth.is_worth(verb, rest, passive, subject, late=late) or worth.OTHERS.search(rest):
        return None
    if doubts.doubtful(row, trigger, span, lead) or (
        doubts.pointed(row, span)
        and (worth.names_itself(subject, rest) or worth.is_thing(verb, rest, passive))
    ):
        return None
    if worth.settled(verb, rest, passive, trigger.kind):
        return None
    shown = f"be {row[at].text}" if passive else verb
    key, what = plainer.chosen(verb, rest)
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


def _agrees(row: Row, trigger: Trigger) -> bool:
    """Say whether the verb of a name is a plural: "Latinos are going to", "the Browns plan to"."""
    verb = row[trigger.start]
    if trigger.start and row[trigger.start - 1].tag == "CC":
        return False  # "could lose it and have to pay"
    return verb.low in ("are", "were", "have") or (verb.tag == "VB" and trigger.kind == "plan")


_LONG_AGO = lazy(
    r"\b(?:19|20)\d\d\b|\blast (?:year|month)\b|\bhad\b|\bago\b|\b[Ss]hortly after\b|"
    r"\beventually\b|\bat the beginning of\b|\bearlier\b"
)


# "has delayed the publication of its annual results for a second time"
_OVERDUE = lazy(
    r"\b(?:delayed|postponed|put off|pushed back|missed the deadline for) (?:the )?"
    r"(?:(?:publication|publishing|release|filing|reporting) (?:of )?)?(?:its|the) (?:\w+ ){0,2}?"
    r"(?:results|accounts|report|figures)\b"
)


def _is_overdue(cast: Cast, index: int) -> bool:
    """Say whether the sentence, or the two before, tell of results put off already."""
    told = cast.tokens[max(0, index - 2) : index + 1]
    return any(_OVERDUE.search(_text(row)) for row in told)


def _text(row: Row) -> str:
    return phrases.words(row, (0, len(row)))


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
