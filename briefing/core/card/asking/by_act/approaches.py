"""Questions on bids that are talked of, refused or short of support."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.core.card.asking import anchors, makers, parts, phrases, subjects
from briefing.core.card.asking.cast import Cast
from briefing.core.card.asking.draft import Draft
from briefing.core.card.asking.people import is_company, is_national
from briefing.core.language import chunks
from briefing.core.language.patterns import lazy

_STALE = lazy(r"\b(?:(?:19|20)\d\d|years? ago|last year|previously|had)\b")
_BIDDING = lazy(r"\b(?:bid|bids|bidder|offer|takeover|buyout|merger|acquisition|approach)\b")

_SPURNED = lazy(
    r"\b(?:reject(?:ed|s)|turned down|rebuffed|spurned|refused|dismissed|fighting|fending off|"
    r"opposes?|"
    r"recommended against|against) (?P<bidder>(?:Mr |Sir )?"
    + parts.NAME
    + r")['’]s? (?P<what>(?:[\w-]+ |"
    + parts.MONEY
    + r" ){0,4}?(?:offer|bid|takeover bid|proposal|approach))\b"
)
_RAISED = lazy(
    r"\b(?:offer|bid|proposal) from (?:the )?(?:\w+ )?(?P<bidder>" + parts.NAME + r"),? (?:which|"
    r"that) [^.;]{0,40}?"
    r"(?:raised|increased|lifted) to (?P<sum>" + parts.MONEY + ")"
)


# "his bid to become leader"
_AMBITION = lazy(r"\bbid (?:to (?!buy|acquire|take|merge|purchase)|for (?:the )?leadership)")


def _spurned(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether a bidder who was refused pays more."""
    m = _SPURNED.search(sentence)
    if m and not _AMBITION.search(sentence):
        bidder = m.group("bidder")
        sum_ = re.search(parts.MONEY, m.group("what"))
        target = anchors.subject_at(cast, i, m.start())
        name = target.text if target and target.actor and target.actor not in bidder else None
        if name is None and cast.main and cast.main not in bidder:
            name = cast.main
        noun = m.group("what").split()[-1]
        noun = "offer" if noun in ("proposal", "approach") else noun
        noun = f"takeover {noun}" if "takeov" in cast.vocabulary else noun
        over = f" above {sum_.group().strip(' ,.')}" if sum_ else ""
        if name and (over or not _STALE.search(sentence)):
            his = (
                "his"
                if bidder in subjects.people(cast) or bidder.startswith(("Mr ", "Sir "))
                else "its"
            )
            yield Draft(
                bidder, bidder, "raise", f"{his} {noun} for {name}{over}", "raise", "due", i
            )
    if m := _RAISED.search(sentence):
        bidder, main = m.group("bidder"), cast.main
        first, _, after = bidder.partition(" ")
        bidder = after if after and is_national(first) else bidder
        if main and main not in bidder and not is_national(bidder):
            noun = "takeover offer" if "takeov" in cast.vocabulary else "offer"
            rest = f"its {noun} for {main} above {m.group('sum').strip(' ,.')}"
            yield Draft(bidder, bidder, "raise", rest, "raise", "due", i)


_KEEN = lazy(
    r"\b(?:(?:is|are|was|were|be) (?:also |now |still |reportedly |said to be )*(?:interested in|"
    r"eyeing|keen on|"
    r"weighing up|looking at)|(?:has |have )?(?:also )?(?:expressed|shown|confirmed|signalled|"
    r"registered) "
    r"(?:an |its |their |some )?interest in) (?:(?P<act>bidding for|buying|acquiring|purchasing|"
    r"taking over|making an offer for|taking a stake in) )?"
    r"|\b(?:is|are) (?:also |now |still |reportedly |said to be )*(?:exploring|considering|"
    r"weighing|preparing|mulling) (?P<offer>(?:a|an) (?:\w+ )?(?:offer|bid) for )"
)


def _keen(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether a firm bids for what it says it is interested in."""
    m = _KEEN.search(sentence)
    if m is None or re.search(r"\b(?:not|n't|no longer|never|denied)\b", sentence):
        return
    actor = anchors.subject_at(cast, i, m.start())
    if actor is None or not actor.actor or actor.actor in subjects.people(cast) or actor.metric:
        return
    target = anchors.name_at(cast, i, m.end())
    if target is None or target in actor.text or not is_company(target, subjects.people(cast)):
        return
    if not m.group("act") and not m.group("offer") and not _BIDDING.search(sentence):
        return
    stake = "stake" in (m.group("act") or "")
    noun = "a takeover offer" if "takeov" in cast.vocabulary else "an offer"
    rest = f"a stake in {target}" if stake else f"{noun} for {target}"
    yield Draft.of(actor, "buy" if stake else "make", rest, "acquire", "consider", i)


_HOLDS = lazy(
    r"\b(?:owns?|holds?|controls?|has|have|hold) (?:a |an |about |around |some "
    r")*(?:(?P<n>\d+(?:\.\d+)?(?:%| ?per ?cent)) "
    r"(?:stake in|of(?: the shares (?:in|of))?) |stake of (?P<m>\d+(?:\.\d+)?(?:%| ?per ?cent)))"
)


def _holding(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether a holder in a bid raises or sells what he holds."""
    m = _HOLDS.search(sentence)
    if m is None or _STALE.search(sentence):
        return
    opening = " ".join(phrases.words(r, (0, len(r))) for r in cast.tokens[:6])
    if not _BIDDING.search(opening):
        return
    actor = anchors.subject_at(cast, i, m.start())
    share = m.group("n") or m.group("m")
    target = anchors.name_at(cast, i, m.end()) if m.group("n") else cast.main
    if actor is None or not actor.actor or target is None or target in actor.text or actor.metric:
        return
    if float(re.match(r"[\d.]+", share).group()) >= 50:  # type: ignore[union-attr]
        return
    text = re.sub(r" and (?:his|her|its) (?:\w+)$", "", actor.text)
    plural = actor.plural and " and " in text
    his = (
        "their"
        if plural
        else "his"
        if text in subjects.people(cast) or text.startswith("Mr ")
        else "its"
    )
    rest = f"{his} {share} stake in {target}"
    verb, more = ("raise", f"{his} stake in {target} above {share}")
    if cast.salient(actor.actor) >= 2 and not plural:
        yield Draft(text, actor.actor, verb, more, "acquire", "due", i, plural)
    else:
        yield Draft(text, actor.actor, "sell", rest, "divest", "due", i, plural)


_TALK = lazy(
    r"\b(?:speculation|reports?|rumou?rs?|talk|claims?|suggestions?) (?:that |of "
    r")?(?P<one>(?:the )?"
    + parts.NAME
    + r") (?P<verb>will|could|may|might|is about to|was about to|is (?:set|poised|ready|"
    r"preparing) to|"
    r"would|plans to) (?:soon |also )?(?P<act>buy|bid for|acquire|merge with|take over|sell|join "
    r"forces with|"
    r"launch a bid for|close|shut) (?P<obj>[^,.;]{2,60})"
)


def _talk(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask for what is only talked of."""
    m = _TALK.search(sentence)
    if m is None or _STALE.search(sentence):
        return
    row = cast.tokens[i]
    at = anchors.token_at(row, m.start("act"))
    what = phrases.words(
        row, (at + len(m.group("act").split()), min(chunks.predicate_end(row, at), at + 10))
    )
    one = m.group("one")
    if what and re.search("[A-Z]", what) and not re.search(r"\b(?:it|them|its|they)\b", what):
        yield Draft(one, one.removeprefix("the "), m.group("act"), what, "acquire", "consider", i)


_LINK = lazy(
    r"\b(?:speculation|reports?|rumou?rs?|talk)\b[^.;]{0,40}\b(?:will|could|may|might|would) "
    r"(?:soon )?"
    r"(?:merge|join up|join forces|link up|combine)\b"
)


def _link(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether two firms said to merge announce it."""
    m = _LINK.search(sentence) if i < 3 else None
    if m and cast.pair:
        text = f"{cast.pair[0]} and {cast.pair[1]}"
        yield Draft(text, cast.pair[0], "announce", "a merger", "confirm", "consider", i, True)


_SUPPORT = lazy(
    r"\bneeds? (?:the )?(?:support|backing|approval|consent) of [^.;]{0,70}?,? (?:the "
    r")?(?:[a-z]+ )*"
    r"(?P<who>" + parts.NAME + r"(?: and " + parts.NAME + r")?)(?=[.,]|$)"
)


def _support(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether those whose support a bid needs give it."""
    m = _SUPPORT.search(sentence)
    if m is None or not _BIDDING.search(" ".join(t.low for t in cast.tokens[i])):
        return
    bidder = anchors.subject_at(cast, i, m.start())
    if bidder is None or not bidder.actor:
        return
    who = m.group("who")
    rest = f"{phrases.possessive(bidder.text)} bid"
    yield Draft(who, who, "back", rest, "sign", "due", i, " and " in who)


_ENDED = lazy(
    r"\b(?:merger |takeover |tie-up )?(?:talks|negotiations|discussions) (?:between (?P<one>"
    + parts.NAME
    + r") and (?P<two>"
    + parts.NAME
    + r")|with (?P<other>"
    + parts.NAME
    + r"))[^.;,]{0,40}?"
    r"\b(?:collapsed|broke down|broken down|failed|fell through|ended|stalled)\b"
)


def _ended(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether talks that came to nothing are taken up again."""
    m = _ENDED.search(sentence)
    if m is None or re.search(r"\b(?:19|20)\d\d\b|years? ago|\bif\b|last year", sentence):
        return
    one, other = m.group("one") or cast.main, m.group("two") or m.group("other")
    people = subjects.people(cast)
    if one and other not in one and is_company(one, people) and is_company(other, people):
        yield Draft(one, one, "resume", f"talks with {other}", "sign", "due", i)


MAKERS: makers.Table = (
    (_spurned, ("offer", " bid", "proposal", "approach")),
    (
        _keen,
        (
            "interest",
            "eyeing",
            "keen on",
            "looking at",
            "weighing",
            "exploring",
            "considering",
            "preparing",
            "mulling",
        ),
    ),
    (_holding, ("stake", "%", "per cent")),
    (_talk, ("speculation", "report", "rumour", "rumor", "talk", "claim", "suggestion")),
    (_link, ("speculation", "report", "rumour", "rumor", "talk")),
    (_ended, ("talks", "negotiations", "discussions")),
    (_support, ("need",)),
)
