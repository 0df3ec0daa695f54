"""Questions on what somebody weighs: a bid, a rule, a ruling between two ways."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.core.card.asking import anchors, makers, parts, terms
from briefing.core.card.asking.cast import Cast
from briefing.core.card.asking.draft import Draft
from briefing.core.card.asking.nouns import COMPANY_WORDS
from briefing.core.language.patterns import lazy

_BID = lazy(
    r"\b(?:is|are) (?:also |now |still )?(?:considering|preparing|weighing|mulling|readying|"
    r"working on|lining up) (?P<what>an? (?:(?:binding|rival|possible|takeover|improved|cash|"
    r"formal|higher|counter) )*(?:bid|offer))"
    rf"(?: (?:of|worth) (?:about |around |up to )?{parts.SUM})?"
    r"(?P<whom> for (?:the (?P<kind>[a-z0-9-]+(?: [a-z]+)?)|(?=[A-Z]))|(?=[,.]))"
)


def _bid(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether a suitor makes the bid it prepares."""
    if not (told := anchors.done_by(cast, i, sentence, _BID)):
        return
    m, actor = told
    kind = m.group("kind")
    named = m.group("whom") and not kind
    target = anchors.name_at(cast, i, m.end()) if named else cast.main
    if kind and kind.split()[-1] not in COMPANY_WORDS:
        return
    if target and target not in actor.text and actor.actor not in target:
        what = re.sub(r"possible ", "", m.group("what"))
        yield Draft.of(actor, "make", f"{what} for {target}", "acquire", "consider", i)


_RULE = lazy(
    r"\b(?:considering|weighing|proposing|drafting|preparing|planning|mulling|proposed) "
    r"(?P<what>an? (?:[\w-]+ ){0,2}?(?:rule|law|bill|ban|regulation|levy|tax|order) "
    r"(?:that|which) would [^,.;]{8,90})"
)


def _rule(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether a body adopts the rule it considers, told by what it would do."""
    if told := anchors.done_by(cast, i, sentence, _RULE):
        m, actor = told
        what, _ = parts.untimed(m.group("what"))
        if not re.search(r"\b(?:it|they|them|this|these)\b", what):
            yield Draft.of(actor, "adopt", what, "rule", "consider", i)


_BENCH = lazy(
    r"\b(?P<who>(?:[Aa]n?|[Tt]he)(?: [\w-]+){0,3}? (?:court|tribunal|judge|jury|panel|regulator|"
    r"commission|agency|watchdog)|Judge [A-Z]\w+(?: [A-Z]\w+)?) "
    r"(?:will|(?:is|are) (?:now )?(?:due|expected|set|scheduled) to) (?:decide|rule) "
    r"(?P<when>(?:on|in|by) [^,.;]{2,30}? )?whether (?P<what>[^,.;]{8,120})"
)


def _bench(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask which way a court decides: "whether the fine was right" -> "rule that it was"."""
    m = _BENCH.search(sentence)
    if m is None:
        return
    who = re.sub(r"^an? ", "the ", m.group("who"), flags=re.I)
    who = re.sub(r"^The ", "the ", who)
    term = next(iter(terms.find(m.group("when") or "")), None)
    what = re.split(r" (?:for|by|in) [a-z]+ing\b", m.group("what"))[0]
    if re.search(r"\b(?:it|they|this|he|she|his|her|or)\b", what) or len(what.split()) > 14:
        return
    if len(f"{who} {what}".split()) > 15:
        who = f"the {who.split()[-1]}" if who.startswith("the ") else who
    if what.startswith("to "):
        yield Draft(who, who, "decide", what, "rule", "due", i, term=term)
    elif re.search(r"[A-Z]", what):
        yield Draft(who, who, "rule", f"that {what}", "rule", "due", i, term=term)


MAKERS: makers.Table = (
    (_bid, ("bid", "offer")),
    (_rule, (" would ",)),
    (_bench, ("whether",)),
)
