"""Questions that a claim on somebody opens: a bid received, a sum sought, a call, talks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.core.card.asking import anchors, events, makers, phrases, rulings, subjects, terms
from briefing.core.card.asking.by_act import bids
from briefing.core.card.asking.cast import Cast
from briefing.core.card.asking.draft import Draft
from briefing.core.language import chunks, tagger
from briefing.core.language.patterns import lazy

_SUM = (
    r"(?P<sum>(?:US\$|A\$|[$£€¥₹]|Rs\.? ?)\s?\d[\d.,]*\s?(?:bn|billion|m|million|trillion|crore)?"
    r"|\d[\d.,]*\s?(?:bn|m|million|billion) (?:euros|dollars|pounds|rupees|yen|won|yuan|reais))"
    r"(?!\w)"
)
_PAST = lazy(r"\b(?:19|20)\d\d\b|\blast (?:year|month)\b|\b(?:had|ago|rejected|turned down)\b")

_REFUSED = lazy(r"\b(?:(?:19|20)\d\d|last year|rejected|turned down|rebuffed|ago)\b")
_RECEIVED = lazy(
    r"\b(?:an?|the|its|his) (?P<what>(?:(?:new|latest|detailed|fresh|improved|revised|rival|"
    r"hostile|formal|cash|informal|takeover|buyout|bid|proposed|[$£€]\S+|\S+m|\S+bn) ){0,3}"
    r"(?:offer|bid|approach|proposal)) (?:from|by) "
)


def _received(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether the main company accepts an offer that somebody has made for it."""
    m = _RECEIVED.search(sentence) if i <= 6 else None
    firm = cast.main
    if m is None or firm is None or _REFUSED.search(sentence):
        return
    if cast.topics[i] and not cast.is_main(cast.topics[i] or ""):
        return
    row = cast.tokens[i]
    at = anchors.token_at(row, m.end())
    run = next((r for r in phrases.runs(row) if at <= r[0] <= at + 4), None)
    if run is None or any(t.tag not in ("NN", "ADJ", "DET", "NAME") for t in row[at : run[0]]):
        return
    end = run[1]
    while end < len(row) and row[end].tag in ("NN", "ADJ"):
        end += 1  # "the US tycoon" stands for a name only with its article
    if end > run[1] and row[at].low != "the":
        return
    bidder = phrases.words(row, (at, end) if end > run[1] else run)
    if bidder in firm or firm in bidder:
        return
    rest = f"the {m.group('what')} from {bidder}"
    yield Draft(firm, firm, "accept", rest, "sign", "due", i)


_STAKE = (
    r"(?P<stake>(?:an?|its|the) (?:(?:\d+(?:\.\d+)?%|\d+(?:\.\d+)? ?per ?cent|majority|minority|"
    r"controlling|further|extra|additional|[\w.]+%?) ){0,3}stake in )"
)
_AGREED_STAKE = lazy(
    r"\b(?:agreed|agreement|deal|is|are) to (?:buy|acquire|purchase|take) (?:up )?(?:"
    + _STAKE
    + r"|(?P<owned>[A-Z][\w&-]*(?: [A-Z][\w&-]*){0,2}['’]s? (?:\S+ ){0,2}stake in ))"
)
_BOUGHT_STAKE = lazy(
    r"\b(?:bought|acquired|purchased|taken|took) "
    r"(?:an? )?(?P<share>\d+(?:\.\d+)?(?:%| ?per ?cent))(?: of(?: the shares (?:in|of))?| "
    r"stake in| of the shares in) "
)


def _stake(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether an agreed stake is bought, or a bought one raised."""
    m = _AGREED_STAKE.search(sentence)
    n = None if m else _BOUGHT_STAKE.search(sentence)
    found = m or n
    if found is None or _PAST.search(sentence):
        return
    buyer = anchors.subject_at(cast, i, found.start())
    target = anchors.name_at(cast, i, found.end())
    if buyer is None or target is None or target in buyer.text or not buyer.actor:
        return
    if m:
        rest = f"its purchase of {(m.group('stake') or m.group('owned')).strip()} {target}"
        term = bids.closing_term([phrases.words(r, (0, len(r))) for r in cast.tokens[:25]])
        yield Draft(buyer.text, buyer.actor, "complete", rest, "close", "agreed", i, term=term)
    elif n:
        rest = f"its stake in {target} above {n.group('share')}"
        yield Draft(buyer.text, buyer.actor, "raise", rest, "acquire", "due", i)


_SOUGHT = lazy(
    r"\b(?:is|are|was|were) (?:now |also |still )?(?:seeking|looking for|asking for) (?:some |"
    r"about |around |more than |at least |up to |a further |another |an extra )?" + _SUM
)
_NEEDED = lazy(
    r"\b(?:needs?|requires?) (?P<a>an? )?(?P<what>(?:capital injection|injection|investment|"
    r"cash injection|bailout|loan|rescue package|refinancing) )?(?:of )?(?:some |about |around |"
    r"more than |at least |up to |another )?" + _SUM
)


def _sought(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether somebody gets the sum that he says he needs."""
    m = _SOUGHT.search(sentence)
    n = None if m else _NEEDED.search(sentence)
    found = m or n
    if found is None or _PAST.search(sentence):
        return
    actor = anchors.subject_at(cast, i, found.start())
    if actor is None or not actor.actor or actor.metric:
        return
    if n and n.group("what"):
        rest = f"{n.group('a') or 'a '}{n.group('what')}of {n.group('sum').strip()}"
    else:
        rest = found.group("sum").strip()
        after = re.match(
            r" (?:in|for) (?:\w+ ){0,2}(?:damages|aid|compensation)\b", sentence[found.end() :]
        )
        rest += after.group() if after else ""
    verb = "win" if "damages" in rest or "compensation" in rest else "secure"
    yield Draft.of(actor, verb, rest, "sign", "plan", i)


_ASIDE = lazy(r"\s(?:after|because|amid|following|so|which|who|by|in order)\b")
_LOOSE = lazy(r"\b(?:it|them|they|this|that|these|those|his|her|their|more|something)\b")


def _object(cast: Cast, i: int, at: int) -> str | None:
    """Return what the verb at token `at` governs, its terms and asides cut; None if it points."""
    row = cast.tokens[i]
    text = phrases.words(row, (at + 1, min(chunks.predicate_end(row, at), at + 12)))
    for term in reversed(terms.find(text)):
        text = (text[: term.start] + text[term.end :]).strip()
    text = _ASIDE.split(text)[0].strip(" ,")
    return None if len(text.split()) > 10 or _LOOSE.search(text) else text


_CALLED = lazy(
    r"\b(?:faces?|facing|faced|under|amid|growing|renewed) (?:\S+ )?(?:calls|pressure|demands) to "
    r"(?P<verb>[a-z]+) "
)


def _called(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether somebody does what he is called on to do."""
    m = _CALLED.search(sentence)
    if m is None or _PAST.search(sentence.replace("had faced", "")):
        return
    actor = anchors.subject_at(cast, i, m.start())
    row = cast.tokens[i]
    at = anchors.token_at(row, m.start("verb"))
    if actor is None or not actor.actor or at + 1 >= len(row):
        return
    verb = m.group("verb")
    text = _object(cast, i, at)
    if text is None or len(text.split()) < 2:
        return
    if events.is_vague(verb, text) or events.is_certain(verb, text):
        return
    yield Draft.of(actor, verb, text, events.of(verb, text), "urged", i)


_TALKING = lazy(
    r"\b(?:in|resume|resumed|holding|hold|begin|began|continuing|more|further|fresh|rescue) "
    r"(?:\S+ )?(?:talks|negotiations|discussions) with (?P<who>(?:its |the |their )?(?:\S+ )?"
    r"(?:creditors|unions?|lenders|bondholders|banks|shareholders|regulators|suppliers|"
    r"landlords|workers|staff|pilots|trustees|bank))\b"
)


def _talks(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether talks with creditors, a union or a regulator end in a deal."""
    m = _TALKING.search(sentence)
    if m is None or _PAST.search(sentence) or re.search(r"\bif\b", sentence[: m.start()]):
        return
    actor = anchors.subject_at(cast, i, m.start())
    if actor is None:
        span = chunks.main_subject(cast.tokens[i], anchors.token_at(cast.tokens[i], m.start()))
        actor = subjects.of(cast, i, span) if span else None
    if actor is None or not actor.actor or actor.metric:
        return
    if actor.actor in subjects.people(cast) and cast.houses.get(actor.actor.split()[-1]) is None:
        return  # "Mr Reed is in talks with landlords": for a firm that is not told
    who = re.sub(r"^the ", "its ", m.group("who"))
    who = who if who.startswith(("its ", "their ")) else f"its {who}"
    who = re.sub(r"^its ", "their ", who) if actor.plural else who
    yield Draft.of(actor, "reach", f"a deal with {who}", "sign", "due", i)


_TARGET = lazy(
    r"\b(?:set|sets|has|have|announced|unveiled|reaffirmed|kept)\b(?: itself| themselves)?"
    r" (?:a |an |its |the )(?:\S+ )?(?:target|goal|aim|ambition) of (?P<verb>[a-z]+ing)\b"
)


def _target(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether somebody reaches the figure set as a target: "a target of opening 90 shops"."""
    if not (told := anchors.done_by(cast, i, sentence, _TARGET)):
        return
    m, actor = told
    if not (verb := tagger.base(m.group("verb"))):
        return
    text = _object(cast, i, anchors.token_at(cast.tokens[i], m.start("verb")))
    if text and re.search(r"\d", text):
        term = next(iter(terms.find(sentence[m.end() :])), None)
        yield Draft.of(actor, verb, text, "report", "plan", i, term=term)


_UNDECIDED = lazy(
    r"\b(?:made no decision|no decision (?:has been|was) (?:made|taken)|not (?:yet )?decided|"
    r"yet to decide|undecided|still deciding|deciding|considering|weighing|weighing up|"
    r"looking at|reviewing) (?:on |over |about )?whether (?:or not )?to (?P<verb>[a-z]+)\b"
)


def _undecided(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask for the act that somebody has not decided on."""
    if not (told := anchors.done_by(cast, i, sentence, _UNDECIDED)):
        return
    m, actor = told
    verb = m.group("verb")
    text = _object(cast, i, anchors.token_at(cast.tokens[i], m.start("verb")))
    if verb == "appeal" and not text:
        text = rulings.against(cast)
    if text is None or (not text and verb not in events.INTRANSITIVE):
        return
    if events.is_vague(verb, text) or events.is_certain(verb, text):
        return
    event = events.of(verb, text)
    yield Draft.of(actor, verb, text, event, "consider", i)


_CONSIDERED = lazy(
    r"\b(?:considering|reviewing|studying|weighing|examining) (?P<what>(?:the|an|a) (?:\S+ ){0,2}"
    r"(?:offer|proposal|bid|approach) (?:by|from) )(?P<who>the )?"
)


def _considered(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether somebody accepts the offer that he considers."""
    if not (told := anchors.done_by(cast, i, sentence, _CONSIDERED)):
        return
    m, actor = told
    bidder = anchors.name_at(cast, i, m.end())
    if bidder and bidder not in actor.text:
        rest = f"{m.group('what')}{m.group('who') or ''}{bidder.removeprefix('the ')}"
        yield Draft.of(actor, "accept", rest, "sign", "consider", i)


MAKERS: makers.Table = (
    (_received, ("offer", "bid", "approach", "proposal")),
    (_considered, ("offer", "bid", "approach", "proposal")),
    (_stake, ("stake", "%", "per cent")),
    (_sought, ("seeking", "looking", "asking", "need", "require")),
    (_called, ("calls", "pressure", "demands")),
    (_undecided, ("whether",)),
    (_talks, ("talks", "negotiations", "discussions")),
    (_target, ("target", "goal", "aim", "ambition")),
)
