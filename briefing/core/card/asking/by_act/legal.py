"""Questions that courts and regulators open: suits, probes, charges, fines and awards."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.core.card.asking import anchors, makers, phrases
from briefing.core.card.asking.cast import Cast
from briefing.core.card.asking.draft import Draft
from briefing.core.card.asking.people import is_company
from briefing.core.language import chunks
from briefing.core.language.patterns import lazy

_SUIT = lazy(
    r"\b(?:is suing|are suing|has sued|have sued|sued|filed (?:a|an) (?:\S+ ){0,3}(?:lawsuit|"
    r"suit|complaint|claim) against|"
    r"has filed (?:a|an) (?:\S+ ){0,3}(?:lawsuit|suit) against)\s+"
)
_SETTLED = lazy(r"\b(?:settled|settlement|dismissed|ruled|verdict|dropped)\b")


def _suit(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    m = _SUIT.search(sentence)
    if not m or _SETTLED.search(sentence) or re.search(r"\b(?:19|20)\d\d\b", sentence):
        return
    actor, other = anchors.subject_at(cast, i, m.start()), anchors.name_at(cast, i, m.end())
    if actor is None or other is None or other in actor.text:
        return
    if not is_company(other.removeprefix("the "), frozenset()):
        return
    noun = re.search(r"\b(?:complaint|claim)\b", m.group())
    what = f"the {noun.group() if noun else 'lawsuit'} by {actor.text}"
    yield Draft(other, other, "settle", what, "settle", "due", i)


_PROBE = lazy(
    r"\b(?:is|are|has been|have been) (?:also |now |still )?(?:investigating|probing|examining|"
    r"reviewing)\s+(?:whether\s+)?|"
    r"\b(?:launched|opened|started|began|begun|ordered) (?:a|an|its|"
    r"their) (?:\S+ ){0,2}?(?:investigation|probe|inquiry|enquiry|review) (?:into|of)\s+"
)


def _probe(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    m = _PROBE.search(sentence)
    if not m or m.group().rstrip().endswith("whether"):
        return
    actor = anchors.subject_at(cast, i, m.start())
    row = cast.tokens[i]
    at = anchors.token_at(row, m.end())
    if actor is None or at >= len(row):
        return
    end = chunks.predicate_end(row, at - 1)
    what = phrases.words(row, (at, min(end, at + 8)))
    what = re.split(r"\s(?:after|over|for|because|following|as|in|on|that|who|which|,)\b", what)[
        0
    ].strip(" ,")
    if (
        len(what.split()) > 7
        or re.search(r"\b(?:it|its|their|his|her|this|that|they|how|what)\b", what)
        or not re.search("[A-Z]", what)
    ):
        return
    yield Draft.of(
        actor, "report", f"findings from its investigation into {what}", "report", "due", i
    )


_CHARGED = lazy(
    r"\b(?:(?:has|have) been charged|(?:was|were|is|are) charged|(?:has|have) been indicted|"
    r"(?:is|are) (?:also )?accused|"
    r"faces? (?:\S+ ){0,3}?charges?) (?:with|of|on|for)\s+"
)


def _charged(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    m = _CHARGED.search(sentence)
    if not m or re.search(
        r"\b(?:former|if convicted|acquitted|convicted|sentenced|pleaded guilty)\b", sentence
    ):
        return
    if "accused" in m.group() and not _at_court(cast):
        return
    actor = anchors.subject_at(cast, i, m.start())
    if actor is None or not actor.actor or actor.plural:
        return
    row = cast.tokens[i]
    at = anchors.token_at(row, m.end())
    what = phrases.words(row, (at, min(chunks.predicate_end(row, at - 1), at + 8)))
    what = _CHARGE_END.split(what)[0].strip()
    if (
        not what
        or not what[0].islower()
        or re.search(r"\bcounts?\b|\b(?:his|her|it|this|the)\b", what)
    ):
        return
    yield Draft(
        actor.text, actor.actor, "be convicted", f"of {what}", "rule", "due", i, passive=True
    )


_CHARGE_END = lazy(
    r"\s(?:in|at|after|over|for|that|on|by|early|late|last|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|"
    r"Sun)day)\b|,"
)


def _at_court(cast: Cast) -> bool:
    """Say whether the opening tells of a trial, so that an accusation will be judged."""
    return any(t.low in ("trial", "court", "jury") for row in cast.tokens[:8] for t in row)


_RULED = lazy(
    r"\b(?:(?:was|were|has been|have been|is|are) (?:also )?(?:(?P<fine>fined)|ordered to pay|"
    r"found guilty|"
    r"(?P<jail>sentenced|jailed)|(?P<guilt>convicted)))\b"
)
_MONEY_TEXT = (
    r"(?:US\$|A\$|[$£€¥₹]|Rs\.? ?)\s?\d[\d.,]*\s?(?:bn|billion|m|million|crore|lakh)?(?!\w)"
)
_MONEY = lazy(_MONEY_TEXT)
_CLOSED = lazy(
    r"\b(?:appeal\w*|pleaded guilty|admitted|(?:19|20)\d\d|last year|years ago|had been)\b"
)


_FOUND_OF = lazy(
    r" (?:of|for|on) (?P<what>[a-z]+(?: [a-z]+){0,2}?)(?=[,.;]| (?:and|in|at|by|for|on|to)\b)"
)


def _ruled(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether somebody fined or convicted appeals, when the article says nothing of it."""
    m = _RULED.search(sentence)
    if not m or i > 6 or _CLOSED.search(sentence):
        return
    if any(t.low.startswith("appeal") for row in cast.tokens for t in row):
        return
    actor = anchors.subject_at(cast, i, m.start())
    if actor is None or not actor.actor or actor.metric:
        return
    sum_ = _MONEY.search(sentence[m.end() :])
    its = "their" if actor.plural else "its" if cast.is_main(actor.actor) else "the"
    if m.group("jail"):
        what = "the sentence"
    elif m.group("guilt") or "guilty" in m.group():
        charge = _FOUND_OF.match(sentence[m.end() :])
        what = f"the conviction for {charge.group('what')}" if charge else "the conviction"
    else:
        what = (
            f"{its} {sum_.group().strip(' ,.')} fine"
            if m.group("fine") and sum_
            else "the order to pay"
        )
        what += f" {sum_.group().strip(' ,.')}" if sum_ and not m.group("fine") else ""
    yield Draft.of(actor, "appeal", f"against {what}", "file", "due", i)


_FINED = lazy(
    r"\b(?:has |have )?(?:also )?fined (?P<who>[A-Z][\w&.’'-]*(?: [A-Z][\w&.’'-]*){0,3}) (?P<sum>"
    + _MONEY_TEXT
    + ")"
)


def _fined(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether a firm that a regulator has fined appeals."""
    m = _FINED.search(sentence)
    if m is None or i > 6 or _CLOSED.search(sentence):
        return
    if any(t.low.startswith("appeal") for row in cast.tokens for t in row):
        return
    who = m.group("who")
    if is_company(who, frozenset()):
        rest = f"against its {m.group('sum').strip(' ,.')} fine"
        yield Draft(who, who, "appeal", rest, "file", "due", i)


_APPEALED = lazy(
    r"\b(?:has|have) (?:also )?(?:appealed|lodged an appeal|filed an appeal)\b(?: (?:against|over) "
    r"(?P<what>[^,.;]{4,50}?))?(?: (?P<where>to|at|with) (?P<court>the [A-Z][\w ]+?(?:[Cc]ourt|"
    r"Tribunal)))?"
    r"(?=[,.;]|$)"
)


def _appealed(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether an appeal is won."""
    m = _APPEALED.search(sentence)
    if m is None or re.search(r"\b(?:19|20)\d\d\b|years? ago|rejected|dismissed|lost\b", sentence):
        return
    actor = anchors.subject_at(cast, i, m.start())
    what, court = m.group("what") or "", m.group("court")
    if actor is None or not actor.actor or re.search(r"\b(?:it|this|that)\b", what):
        return
    rest = f"{'their' if actor.plural else 'its'} appeal" + (f" against {what}" if what else "")
    rest += f" at {court}" if court else ""
    if what or court:
        yield Draft.of(actor, "win", rest, "rule", "due", i)


MAKERS: makers.Table = (
    (_suit, ("sued", "suing", "suit", "complaint", "claim")),
    (_probe, ("nvestigat", "prob", "xamin", "review", "nquiry")),
    (_charged, ("charge", "indicted", "accused")),
    (_fined, ("fined ",)),
    (_appealed, ("appeal",)),
    (_ruled, ("fined", "ordered to", "guilty", "sentenced", "jailed", "convicted")),
)
