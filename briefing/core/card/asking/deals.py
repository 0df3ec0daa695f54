"""The deal an article is about: who with whom, talked of or agreed, so that "the deal" has "
"names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from briefing.core.card.asking import merging, phrases
from briefing.core.card.asking.cast import Cast
from briefing.core.card.asking.people import is_company, is_national
from briefing.core.language import chunks, hedges
from briefing.core.language.patterns import lazy
from briefing.core.language.tagger import Token


class Deal(NamedTuple):
    """`buyer` and `other` are the two sides; `stage` is talks, offer or agreed.

    `whole` says that the other side itself is bought; `price` is as printed;
    `hedged` marks a rumour; `merger` says that the two become one.
    """

    buyer: str
    other: str
    stage: str
    whole: bool
    price: str
    sentence: int
    hedged: bool
    described: str = ""
    merger: bool = False

    @property
    def target(self) -> str:
        """Return the other side with what the article calls it: "wine company Chalone"."""
        return f"{self.described} {self.other}".strip()

    @property
    def purchase(self) -> str:
        """Return the deal as the buyer's, with its price: "its $2bn purchase of rival Chalone"."""
        price = f"{self.price} " if self.price else ""
        return f"its {price}purchase of {self.target}" if self.whole else self.as_object()

    def as_object(self) -> str:
        """Return the deal as the buyer's: "its purchase of Chalone", "its deal with Alibaba"."""
        if self.merger:
            return f"its merger with {self.other}"
        return f"its purchase of {self.other}" if self.whole else f"its deal with {self.other}"


_TALKS = lazy(
    r"\b(?:talks?|negotiations|discussions|tie-up|merger|alliance|partnership|joint venture|"
    r"collaborat\w+|negotiating|held (?:merger )?talks)\b"
)
# a partnership that is no more than talked of
_TALKING = lazy(
    r"\b(?:talks?|negotiat\w+|discuss\w+|plans?|planned|planning|consider\w*|explor\w+|mull\w*|"
    r"could|may|might|possible|potential|propos\w+|seek\w*|near\w*|close to|rumou?r\w*|reportedly|"
    r"in the works|set to|looking|hopes?|wants?|weigh\w*)\b"
)
_BUYING = lazy(r"^(?:buy|acquire|purchase|take|merge)$")
_AGREED = lazy(r"\b(?:agreed|signed|sealed|clinched|struck|agreement|reached a deal)\b")
_PRICE = lazy(
    r"(?:US\$|[$£€¥₹])\s?\d[\d.,]*\s?(?:bn|billion|m|million|trillion|crore)?(?!\w)|"
    r"\b\d[\d.,]*\s?(?:bn|m|million|billion) "
    r"(?:euros|dollars|pounds|rupees|yen)"
)


def find(cast: Cast, sentences: Sequence[str]) -> Deal | None:
    """Return the first deal of two named organisations in the opening sentences, or None."""
    people = frozenset(p for p in cast.people if p)
    for i, row in enumerate(cast.tokens[:8]):
        for reading in (_bought, _accepted, _sold, _selling, _talked, _joined):
            if deal := reading(row, i, sentences[i], people):
                return deal
    opening = " ".join(sentences[:_OPENING])
    for i, row in enumerate(cast.tokens[:_TOLD]):
        merger = merging.joined(row, sentences[i], people)
        if both := merger or merging.owned(row, sentences[i], opening, people):
            hedged = hedges.evidential(sentences[i]) is not None
            return Deal(
                both.buyer, both.other, "agreed", merger is None, both.price, i, hedged,
                merger=merger is not None,
            )  # fmt: skip
    return None


_OPENING, _TOLD = 8, 3  # sentences read for what a deal waits for, and for the deal itself


def _first_side(row: Sequence[Token], at: int, people: frozenset[str]) -> str | None:
    span = chunks.main_subject(row, at)
    name = phrases.trailing_name(row, span) if span else None
    if span is None or name is None or not is_company(name, people):
        return None
    return phrases.with_article(row, span, name)


def _other_side(
    row: Sequence[Token], start: int, stop: int, first: str, people: frozenset[str]
) -> str | None:
    for a, b in phrases.runs(row):
        if a < start or a >= stop:
            continue
        name = phrases.words(row, (a, b))
        if b < len(row) and row[b].tag == "POS":
            return None
        if b < len(row) and row[b].tag in ("NN", "ADJ", "VBG"):
            continue
        if is_company(name, people) and name not in first and first not in name:
            return name
    return None


def _called(row: Sequence[Token], start: int, stop: int, name: str) -> str:
    """Return what describes a name that follows it: "French carmaker", "rival"; else ""."""
    for a, b in phrases.runs(row):
        if start <= a < stop and phrases.words(row, (a, b)).endswith(name):
            lead = phrases.words(row, (a, b)).removesuffix(name)
            k = a
            while k > start and row[k - 1].tag in ("NN", "ADJ") and a - k < 4:
                k -= 1
            if k == a and not lead:
                return ""
            nation = k > start and is_national(row[k - 1].text)
            text = phrases.words(row, (k - nation, a))
            plain = k > start and row[k - 1].tag not in ("DET", "POS", "NAME", "CC", "NUM")
            return text if (plain or nation or k == start) and not lead else ""
    return ""


_JOINED = lazy(r"\b(?:are|were) (?:reportedly )?(?:in|holding) (?:\S+ )?(?:talks|negotiations)\b")


def _joined(row: Sequence[Token], i: int, sentence: str, people: frozenset[str]) -> Deal | None:
    """Read "Ash and Norvik are in talks"."""
    m = _JOINED.search(sentence)
    span = chunks.main_subject(row, len(row)) if m else None
    if span is None:
        return None
    names = [phrases.words(row, r) for r in phrases.runs(row) if span[0] <= r[0] < span[1]]
    if len(names) != 2 or not all(is_company(n, people) for n in names):
        return None
    hedged = hedges.evidential(sentence) is not None
    return Deal(names[0], names[1], "talks", False, "", i, hedged)


def _one_group(row: Sequence[Token], start: int, k: int) -> bool:
    """Say whether the tokens from a subject's verb to `k` are one verb group of that subject."""
    return k - start <= 8 and not any(t.tag in ("NAME", "POS", "WH", "PRP") for t in row[start:k])


def _bought(row: Sequence[Token], i: int, sentence: str, people: frozenset[str]) -> Deal | None:
    for k, token in enumerate(row):
        if not (token.tag == "VB" and _BUYING.match(token.low) and k and row[k - 1].low == "to"):
            continue
        if token.low == "take" and not (k + 1 < len(row) and row[k + 1].low == "over"):
            continue
        first = _first_side(row, k, people)
        verb = next((j for j in range(k, -1, -1) if row[j].tag in ("AUX", "MD", "VBZ")), k)
        if not _one_group(row, verb, k):
            continue
        end = chunks.predicate_end(row, k)
        if first is None or any(t.text in _PARTS for t in row[k:end]):
            continue
        other = _other_side(row, k + 1, min(end, k + 9), first, people)
        if other is None:
            continue
        ahead = sentence[: token.start].rstrip()
        agreed = _AGREED_TO.search(ahead)
        agreed = None if _NEARLY.search(ahead) else agreed
        price = _PRICE.search(sentence[token.start :])
        return Deal(
            first, other, "agreed" if agreed else "talks", True,
            price.group() if price else "", i, hedges.evidential(sentence) is not None,
            _called(row, k + 1, end, other),
        )  # fmt: skip
    return None


_AGREED_TO = lazy(
    r"\b(?:agreed|deal|agreement|is|are)(?: (?:in|on|last|this|earlier) (?:this |last )?\w+)? to$"
)
_NEARLY = lazy(r"\b(?:close to|near(?:s|ing)?|talks|possible|potential|could|may|might|proposed)\b")
_PARTS = frozenset("stake shares stores part planes out minority investors shareholders".split())
_ACCEPTED = lazy(
    r"\b(?:accepted|agreed to|backed) (?:a|an) (?:\S+ ){0,4}?(?:takeover|offer|bid|buyout)"
    r"(?: offer| bid)? (?:by|from) "
)


_A_SHARE = lazy(r"[ -](?:a|per)[ -]share\b")


def _accepted(row: Sequence[Token], i: int, sentence: str, people: frozenset[str]) -> Deal | None:
    m = _ACCEPTED.search(sentence)
    if m is None:
        return None
    at = next((k for k, t in enumerate(row) if t.start >= m.end()), len(row))
    target = _first_side(row, at, people)
    buyer = _other_side(row, at, at + 7, target, people) if target else None
    if target is None or buyer is None:
        return None
    sums = (m for m in _PRICE.finditer(sentence) if not _A_SHARE.match(sentence[m.end() :]))
    price = next(sums, None)
    return Deal(
        buyer, target, "agreed", True, price.group() if price else "", i,
        hedges.evidential(sentence) is not None,
    )  # fmt: skip


_SELLING = lazy(r"\b(?:agreed|agreement|deal|contract) to sell ")


def _sold(row: Sequence[Token], i: int, sentence: str, people: frozenset[str]) -> Deal | None:
    m = _SELLING.search(sentence)
    if m is None:
        return None
    at = next((k for k, t in enumerate(row) if t.start >= m.end()), len(row))
    to = next((k for k in range(at, min(len(row), at + 14)) if row[k].low == "to"), None)
    first = _first_side(row, at, people)
    if first is None or to is None:
        return None
    buyer = _other_side(row, to + 1, to + 8, first, people)
    what = re.split(r"\s(?:in|at|across|for)\s", phrases.words(row, (at, to)))[0]
    what = re.sub(r"^(?:its|their) ", f"{phrases.possessive(first)} ", what)
    if buyer is None or len(what.split()) > 6 or " their " in what:
        return None
    return Deal(buyer, what, "agreed", True, "", i, hedges.evidential(sentence) is not None)


_BEING_SOLD = lazy(r"\b(?:is|are) (?:to be|being) (?:sold to|bought by|acquired by|taken over by) ")


def _selling(row: Sequence[Token], i: int, sentence: str, people: frozenset[str]) -> Deal | None:
    """Read "Lumen is being sold to Kestrel in a deal worth $2 billion"."""
    m = _BEING_SOLD.search(sentence)
    if m is None:
        return None
    at = next((k for k, t in enumerate(row) if t.start >= m.end()), len(row))
    target = _first_side(row, at, people)
    buyer = _other_side(row, at, at + 8, target, people) if target else None
    if target is None or buyer is None:
        return None
    price = _PRICE.search(sentence[m.end() :])
    hedged = hedges.evidential(sentence) is not None
    return Deal(buyer, target, "agreed", True, price.group() if price else "", i, hedged)


def _talked(row: Sequence[Token], i: int, sentence: str, people: frozenset[str]) -> Deal | None:
    cue = _TALKS.search(sentence)
    if cue is None:
        return None
    at = next((k for k, t in enumerate(row) if t.end > cue.start()), len(row))
    with_ = next((k for k in range(at, min(len(row), at + 8)) if row[k].low == "with"), None)
    first = _first_side(row, at, people)
    if (
        with_ is None
        or first is None
        or re.search(r"\b(?:previously|earlier|last year|expand\w*|extend\w*)\b", sentence)
    ):
        return None
    other = _other_side(row, with_ + 1, with_ + 8, first, people)
    if other is None or not (_TALKING.search(sentence) or _AGREED.search(sentence)):
        return None
    hedged = hedges.evidential(sentence) is not None
    stage = "agreed" if _AGREED.search(sentence) else "talks"
    called = _called(row, with_ + 1, with_ + 9, other)
    return Deal(first, other, stage, False, "", i, hedged, called)


def name_offer(rest: str, deal: Deal | None, subject: str) -> str:
    """Put the bidder's name to "the offer", the two names to "the deal"."""
    if deal is None:
        return rest
    part = _THE_PART.fullmatch(rest)
    if part and deal.buyer in subject and deal.other.split()[-1] == part.group(1):
        return deal.other  # "rebrand the cafes": the 74 that it buys
    if deal.buyer not in subject:
        owner = deal.buyer + ("'" if deal.buyer.endswith("s") else "'s")
        return _OFFER.sub(f"{owner} ", rest)
    return _THE_DEAL.sub(deal.as_object(), rest, count=1)


_THE_PART = lazy(r"the ([a-z]+s)")
_OFFER = lazy(r"\bthe (?=(?:offer|bid|proposal)\b(?! (?:for|from|by|of|to)))")
_THE_DEAL = lazy(
    r"\bthe (?:purchase|acquisition|deal|takeover|merger|transaction)\b(?! (?:of|by|price|talks|"
    r"is|was)\b| with [A-Z])"
)
