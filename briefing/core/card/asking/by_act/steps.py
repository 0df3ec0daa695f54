"""Questions on the step that is due next: a sale, a listing, a verdict, a fine, a closing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.core.card.asking import anchors, makers, terms
from briefing.core.card.asking.cast import Cast
from briefing.core.card.asking.draft import Draft
from briefing.core.language.patterns import lazy

_NAME = r"[A-Z][\w&.-]*(?: (?:& )?[A-Z][\w&.-]*){0,3}"
_PART = (
    r"(?P<owner>its|[A-Z][\w&.-]*(?: [A-Z][\w&.-]*){0,2}['’]s?) (?P<thing>(?:[\w-]+ ){0,3}?"
    r"(?:arm|unit|business|division|stores|shops|chain|subsidiary|stake|brands?|operations))\b"
)
_FOR_SALE = lazy(
    r"\b(?:(?:bids|bidders|offers|buyers) for|(?:bankers?|advis[eo]rs?|banks?) to (?:sell|"
    r"explore a sale of|find a buyer for)|put up for sale|strategic (?:options|review) (?:for|of)) "
    + _PART
)
_PUT_UP = lazy(r"\b(?:put|putting|placed) " + _PART + r" up for sale\b")
_SOLD = lazy(r"\b(?:sold|completed|rejected|withdrew|withdrawn|(?:19|20)\d\d|last year)\b")


def _sale(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether a part that bids are taken for is sold."""
    m = _FOR_SALE.search(sentence) or _PUT_UP.search(sentence)
    if m is None or _SOLD.search(sentence):
        return
    owner = m.group("owner")
    firm = (cast.topics[i] or cast.main) if owner == "its" else re.sub(r"['’]s?$", "", owner)
    if firm:
        yield Draft(firm, firm, "sell", f"its {m.group('thing')}", "divest", "consider", i)


_LISTING = lazy(
    r"\b(?:possible|potential|planned|proposed|preparing (?:for )?(?:an?|its)|considering an?|"
    r"(?:filed|filing|applied) for an?) "
    r"(?P<what>initial public offering|IPO|stock market listing|flotation|"
    r"listing(?= (?:in|on) [A-Z]))\b"
    r"(?P<part> of its (?:[\w-]+ ){0,3}?(?:unit|arm|business|division|subsidiary)(?: [A-Z]\w+)?)?"
    r"(?P<place> (?:in|on) (?:the )?[A-Z]\w+(?: [A-Z]\w+){0,2})?"
)


def _listing(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether a firm goes public as it may."""
    m = _LISTING.search(sentence)
    firm = cast.topics[i] or cast.main
    if m and firm and cast.is_main(firm) and not _ANALYST.search(sentence):
        article = "an" if m.group("what")[0] in "iI" else "a"
        term = next(iter(terms.find(sentence[m.end() :])), None)
        place = m.group("place") or ""
        place = "" if terms.find(place) else place
        rest = f"{article} {m.group('what')}{m.group('part') or ''}{place}"
        yield Draft(firm, firm, "go ahead with", rest, "divest", "consider", i, term=term)


_ANALYST = lazy(r"\b(?:[Aa]nalysts?|last year|(?:not|n['’]t) )")
_DUE = r"(?:is|are) (?:now )?(?:expected|due|set|scheduled) to "
_VERDICT = lazy(
    r"\b(?:[Aa]|[Tt]he) (?P<who>judge|court|tribunal|jury|appeals court|high court) "
    + _DUE
    + r"(?:rule|decide) on (?P<what>[^,.;]{5,70})"
)
_TRIAL = lazy(
    r"\b[Tt]he (?P<what>trial of [^,.;]{4,60}?) " + _DUE + r"(?P<verb>start|begin|open)\b"
)


def _court(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether a court rules, and a trial opens, when it is to."""
    if m := _VERDICT.search(sentence):
        what, term = _apart(m.group("what"))
        if re.search(r"[A-Z]", what):
            who = f"the {m.group('who')}"
            yield Draft(who, who, "rule", f"on {what}", "rule", "due", i, term=term)
    if (m := _TRIAL.search(sentence)) and re.search(r"[A-Z]", m.group("what")):
        term = next(iter(terms.find(sentence[m.end() :])), None)
        what = f"the {m.group('what')}"
        if term:
            yield Draft(what, what, m.group("verb"), "", "rule", "due", i, term=term, metric=True)


def _apart(text: str) -> tuple[str, terms.Term | None]:
    """Take the time phrase out of a text."""
    found = terms.find(text)
    for term in reversed(found):
        text = (text[: term.start] + text[term.end :]).strip()
    return text, found[0] if found else None


_FINE = lazy(
    r"\b(?:faces?|facing|risks?) (?:a |an )?(?:possible |potential |record )?fines? of "
    r"(?P<sum>(?:up to |as much as |more than |about )?(?:US\$|A\$|[$£€¥₹])\s?\d[\d.,]*\s?"
    r"(?:bn|billion|million|m|crore)?)(?!\w)"
)


def _fine(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether somebody is fined what he may be fined."""
    told = anchors.done_by(cast, i, sentence, _FINE)
    if told and not told[1].metric:
        m, actor = told
        yield Draft.of(actor, "be fined", m.group("sum").strip(), "rule", "may", i, passive=True)


_CLOSING = lazy(
    rf"(?P<buyer>{_NAME})['’]s (?P<what>(?:[$£€]\S+ )?(?:merger with|takeover of|purchase of|"
    rf"acquisition of|deal with) (?P<other>{_NAME})) {_DUE}(?:close|complete|be completed)\b"
)


def _closing(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether a merger told of by its two names closes on time."""
    if m := _CLOSING.search(sentence):
        term = next(iter(terms.find(sentence[m.end() :])), None)
        buyer = m.group("buyer")
        rest = f"its {m.group('what')}"
        yield Draft(buyer, buyer, "complete", rest, "close", "agreed", i, term=term)


_WANTED = lazy(
    r"\b(?:is|are|was) (?:now |also |still )?(?:seeking|looking for|searching for) "
    r"(?P<what>(?:a|an|another|more) (?:\w+ )?(?:partners?|buyers?|investors?|tenants?) for "
    r"[^,.;]{3,50})"
)


def _wanted(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether somebody finds the partner or the buyer he looks for."""
    told = anchors.done_by(cast, i, sentence, _WANTED)
    if told and not re.search(r"\b(?:it|them|this|that)\b", told[0].group()):
        m, actor = told
        what, term = _apart(m.group("what"))
        yield Draft.of(actor, "find", what, "sign", "plan", i, term=term)


_CAUSE = lazy(
    r"\b(?:is|are|was|were) (?:now |still )?(?:investigating|looking into) "
    r"(?P<what>the (?:causes?|source) of (?:the |a )?[a-z][^,.;]{2,40})"
)


def _cause(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether the cause that is looked into is told."""
    if told := anchors.done_by(cast, i, sentence, _CAUSE):
        m, actor = told
        what, _ = _apart(m.group("what"))
        yield Draft.of(actor, "report", what, "report", "due", i)


MAKERS: makers.Table = (
    (_sale, (" for ", " to sell ", "buyer", "strategic")),
    (_listing, ("public offering", "IPO", "listing", "flotation")),
    (_court, ("rule on", "decide on", "trial of")),
    (_fine, ("fine of", "fines of")),
    (_closing, ("close", "complete")),
    (_wanted, ("seeking", "looking for", "searching")),
    (_cause, ("investigating", "looking into")),
)
