"""Questions that deals and bids open: to close, to accept, to raise, to approve."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.core.card.asking import anchors, makers, phrases, subjects, terms
from briefing.core.card.asking.cast import Cast
from briefing.core.card.asking.deals import Deal
from briefing.core.card.asking.draft import Draft
from briefing.core.card.asking.people import is_company
from briefing.core.language import chunks
from briefing.core.language.patterns import lazy

_DONE = lazy(
    r"\b(?:completed|has (?:already )?(?:bought|acquired)|was completed|merged in|"
    r"closed the deal|years? later)\b"
)
_OFF = lazy(
    r"\b(?:talks|deal|merger|bid)\b[^.]{0,40}\b(?:collapsed|ended|broke down|called off|failed)\b"
)


def of_deal(deal: Deal, sentences: Sequence[str]) -> Iterator[Draft]:
    """Yield what the article's one deal opens: its closing, or the talks and a signature."""
    text = " ".join(sentences[:12])
    if deal.stage != "agreed" and _OFF.search(text):
        return
    if deal.stage == "agreed":
        if (deal.whole or deal.merger) and not _DONE.search(sentences[deal.sentence]):
            term = closing_term(sentences)
            verb = "complete" if deal.merger else "close"
            yield Draft(
                deal.buyer, deal.buyer, verb, deal.purchase, "close", "agreed", deal.sentence,
                term=term,
            )  # fmt: skip
        return
    if deal.hedged:
        actor = f"{deal.buyer} or {deal.other}"
        what = f"the talks on a purchase of {deal.other}" if deal.whole else "the talks"
        yield Draft(actor, actor, "confirm", what, "confirm", "consider", deal.sentence)
    rest = f"a deal to buy {deal.target}" if deal.whole else f"a deal with {deal.target}"
    yield Draft(deal.buyer, deal.buyer, "sign", rest, "sign", "consider", deal.sentence)


_CLOSING = lazy(
    r"\b(?:deal|merger|transaction|purchase|acquisition|takeover|closing|"
    r"sale)\b.{0,60}\b(?:clos\w+|complet\w+|be finished|finali[sz]\w+|planned|conclude\w*)\b"
)


def closing_term(sentences: Sequence[str]) -> terms.Term | None:
    """Return when the article's deal is to close, None where it does not say."""
    for sentence in sentences[:25]:
        if m := _CLOSING.search(sentence):
            found = terms.find(sentence[m.end() - 8 :])
            if found:
                return found[0]
    return None


_BID = lazy(
    r"\b(?:(?:has |have )?(?:offered|bid) (?P<price>[$£€¥]\s?[\d.,]+\s?(?:bn|billion|m|"
    r"million)?)[^.;]{0,40}? for|"
    r"(?:made|launched|tabled|submitted) (?:a|an) (?:\S+ ){0,4}?(?:offer|bid|takeover bid|"
    r"takeover offer) for)\s+"
)
_REFUSED = lazy(
    r"\b(?:rejected|turned down|rebuffed|spurned|dismissed) (?:a|an|"
    r"the) (?:\S+ ){0,5}?(?P<what>offer|bid|takeover approach|approach)"
    r"(?: (?:\S+ ){0,4}?(?:from|by)\s+)?"
)


def _offer(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    if m := _BID.search(sentence):
        bidder, target = anchors.subject_at(cast, i, m.start()), anchors.name_at(cast, i, m.end())
        if (
            bidder
            and target
            and target not in bidder.text
            and is_company(target, subjects.people(cast))
        ):
            price = f"{m.group('price')} " if m.group("price") else ""
            noun = "takeover offer" if "takeov" in cast.vocabulary else "offer"
            rest = f"{phrases.possessive(bidder.text)} {price}{noun}"
            yield Draft(target, target, "accept", rest, "sign", "due", i)
    if m := _REFUSED.search(sentence):
        refuser = anchors.subject_at(cast, i, m.start())
        bidder_name = (
            anchors.name_at(cast, i, m.end())
            if m.group().rstrip().endswith(("from", "by"))
            else None
        )
        if refuser and bidder_name and bidder_name not in refuser.text:
            what = f"its {m.group('what').split()[-1]} for {refuser.text}"
            yield Draft(
                bidder_name, bidder_name, "raise", what,
                "raise", "due", i,
            )  # fmt: skip


_SUITOR = lazy(
    r"\b(?:possible|potential|prospective|would-be|likely) (?:buyers?|bidders?|suitors?|"
    r"acquirers?|purchasers?) (?:of|for) "
)


def _suitor(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether a possible buyer buys: one or two targets, in the article's order."""
    m = _SUITOR.search(sentence)
    row = cast.tokens[i]
    at = anchors.token_at(row, m.start()) if m else 0
    span = chunks.main_subject(row, at) if m else None
    actor = subjects.of(cast, i, span) if span else None
    if m is None or actor is None:
        return
    after = anchors.token_at(row, m.end())
    targets = [
        phrases.words(row, r)
        for r in phrases.runs(row)
        if r[0] >= after and is_company(phrases.words(row, r), subjects.people(cast))
    ]
    targets = [t for t in dict.fromkeys(targets) if t not in actor.text][:2]
    if targets:
        yield Draft(actor.text, actor.actor, "buy", " or ".join(targets), "acquire", "consider", i)


_APPROVAL = lazy(
    r"\b(?:subject to|needs?|requires?|awaiting|pending|conditional on|must (?:first )?(?:get|"
    r"win|have)|would need|will need|still needs?)\s+(?:the |that vote and to |it and to )?"
    r"(?:(?:final )?(?:approval|clearance) (?:by|from|of)\s+(?:the )?"
    r"(?P<who>(?:[\w&.'-]+ ){0,3}?(?:regulators|"
    r"shareholders|parliament|court|authorities|[Cc]ommission|government|board|members|creditors))\b|"
    r"(?P<adj>regulatory|shareholder|government|court|antitrust|parliamentary) (?:approval|"
    r"clearance))"
)
_WHO = {"regulatory": "regulators", "shareholder": "shareholders", "government": "the government",
        "court": "the court", "antitrust": "antitrust authorities",
        "parliamentary": "parliament"}  # fmt: skip


_OF_DEAL = lazy(
    r"\b(?:deal|merger|takeover|acquisition|purchase|bid|offer|sale|agreement|expects? to close)\b"
)


def _approval(i: int, sentence: str, deal: Deal) -> Iterator[Draft]:
    m = _APPROVAL.search(sentence)
    if not m or not _OF_DEAL.search(sentence):
        return
    who = _WHO[m.group("adj")] if m.group("adj") else m.group("who")
    if who in ("shareholders", "creditors", "board", "members"):
        who = f"{deal.other} {who}" if deal.whole else f"{deal.buyer} {who}"
    what = f"{phrases.possessive(deal.buyer)} {deal.as_object().removeprefix('its ')}"
    yield Draft(who, "", "approve", what, "rule", "due", i, plural=who.endswith("s"))


_VOTE = lazy(
    r"\bshareholders? (?:will |are to |are due to )?(?:vote|meeting|meet)\b[^.;]{0,30}?"
    r"(?P<when>\b(?:in|on|for) [A-Z]\w+(?: \d{1,2})?(?:,? (?:19|20)\d\d)?)"
)


def _vote(i: int, sentence: str, deal: Deal) -> Iterator[Draft]:
    """Ask whether the shareholders of the firm that is bought vote for it."""
    m = _VOTE.search(sentence) if deal.whole and deal.stage == "agreed" else None
    found = terms.find(re.sub("^for", "in", m.group("when"))) if m else []
    if found:
        who = f"{deal.other} shareholders"
        what = f"the sale to {deal.buyer}"
        yield Draft(who, deal.other, "approve", what, "rule", "due", i, plural=True, term=found[0])


_SAVINGS = lazy(
    r"\bexpects? (?:annual |cost )*(?P<what>savings|synergies) of (?:about |around |at least )?"
    r"(?P<sum>[$£€¥]\s?[\d.,]+\s?(?:bn|billion|million|m)?)\b(?P<year> a year)?"
)


def _savings(i: int, sentence: str, deal: Deal) -> Iterator[Draft]:
    """Ask whether the buyer reports the savings it expects of its purchase."""
    m = _SAVINGS.search(sentence) if deal.whole else None
    if m:
        yearly = m.group("year") or ""
        rest = f"{m.group('what')} of at least {m.group('sum').strip()}{yearly} from {deal.other}"
        yield Draft(deal.buyer, deal.buyer, "report", rest, "report", "plan", i)


_COMBINED = lazy(
    r"\b(?:combined|merged|enlarged) (?P<who>company|firm|group|business)\b[^.;]{0,40}?"
    r"(?P<n>(?:about |around |some |more than |nearly |over )?\d[\d,]*)"
    r" (?P<what>stores|shops|branches|outlets|restaurants|supermarkets)\b"
)


def _combined(i: int, sentence: str, deal: Deal) -> Iterator[Draft]:
    """Ask whether the buyer shuts shops that the two have between them."""
    m = _COMBINED.search(sentence) if deal.whole else None
    if m:
        count = "" if " " in m.group("n") else f"{m.group('n')} "
        rest = f"any of the combined {m.group('who')}'s {count}{m.group('what')}"
        yield Draft(deal.buyer, deal.buyer, "shut", rest, "shut", "due", i)


def of(i: int, sentence: str, deal: Deal) -> Iterator[Draft]:
    """Yield what sentence `i` opens about the article's one deal."""
    yield from _approval(i, sentence, deal)
    yield from _combined(i, sentence, deal)
    yield from _vote(i, sentence, deal)
    yield from _savings(i, sentence, deal)


MAKERS: makers.Table = (
    (_offer, ("offer", "bid", "approach")),
    (_suitor, ("buyer", "bidder", "suitor", "acquirer", "purchaser")),
)
