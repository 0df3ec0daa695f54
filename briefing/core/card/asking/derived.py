"""Questions that a finished act opens: a deal to close, a bid to accept, a post to fill, a suit.

Each rests on one sentence; the act itself is not asked about, only the step that must follow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.core.card.asking import phrases, subjects, terms
from briefing.core.card.asking.cast import Cast
from briefing.core.card.asking.deals import Deal
from briefing.core.card.asking.draft import Draft
from briefing.core.card.asking.figures import results
from briefing.core.card.asking.people import is_company
from briefing.core.card.asking.subjects import Subject
from briefing.core.language import chunks
from briefing.core.language.tagger import Token

Row = tuple[Token, ...]


def all_of(cast: Cast, sentences: Sequence[str], deal: Deal | None) -> Iterator[Draft]:
    """Yield the drafts that finished acts open, in no order."""
    if deal:
        yield from _of_deal(deal, sentences)
    for i, sentence in enumerate(sentences):
        if "?" in sentence or not sentence:
            continue
        yield from _suit(cast, i, sentence)
        yield from _probe(cast, i, sentence)
        yield from _post(cast, i, sentence)
        yield from _offer(cast, i, sentence)
        yield from _idle(cast, i, sentence)
        yield from _charged(cast, i, sentence)
        yield from _planned(cast, i, sentence)
        yield from _pay_offer(cast, i, sentence)
        yield from _suitor(cast, i, sentence)
        yield from _approval(cast, i, sentence, deal)
    yield from results(cast, sentences)


_DONE = re.compile(
    r"\b(?:completed|has (?:already )?(?:bought|acquired)|was completed|merged in)\b"
)
_OFF = re.compile(
    r"\b(?:talks|deal|merger|bid)\b[^.]{0,40}\b(?:collapsed|ended|broke down|called off|failed)\b"
)


def _of_deal(deal: Deal, sentences: Sequence[str]) -> Iterator[Draft]:
    text = " ".join(sentences[:12])
    if _OFF.search(text):
        return
    if deal.stage == "agreed":
        if deal.whole and not _DONE.search(sentences[deal.sentence]):
            price = f"{deal.price} " if deal.price else ""
            rest = f"its {price}purchase of {deal.other}"
            term = _closing_term(sentences)
            yield Draft(
                deal.buyer, deal.buyer, "close", rest, "close", "agreed", deal.sentence, term=term
            )
        return
    if deal.hedged:
        actor = f"{deal.buyer} or {deal.other}"
        what = f"the talks on a purchase of {deal.other}" if deal.whole else "the talks"
        yield Draft(actor, actor, "confirm", what, "confirm", "consider", deal.sentence)
    rest = f"a deal to buy {deal.other}" if deal.whole else f"a deal with {deal.other}"
    yield Draft(deal.buyer, deal.buyer, "sign", rest, "sign", "consider", deal.sentence)


_CLOSING = re.compile(
    r"\b(?:deal|merger|transaction|purchase|acquisition|takeover|closing|sale)\b.{0,40}\b(?:clos\w+|complet\w+|finali[sz]\w+|planned|conclude\w*)\b"
)


def _closing_term(sentences: Sequence[str]) -> terms.Term | None:
    for sentence in sentences[:25]:
        if m := _CLOSING.search(sentence):
            found = terms.find(sentence[m.end() - 8 :])
            if found:
                return found[0]
    return None


# ------------------------------------------------------------------ one sentence each


def _token_at(row: Row, offset: int) -> int:
    return next((k for k, t in enumerate(row) if t.end > offset), len(row))


def _subject_at(cast: Cast, i: int, offset: int) -> Subject | None:
    """Return the subject of the verb that starts at a character of sentence `i`."""
    row = cast.tokens[i]
    at = _token_at(row, offset)
    if at >= len(row):
        return None
    while at > 0 and row[at - 1].tag in ("AUX", "RB"):
        at -= 1
    span = chunks.subject_before(row, at)
    return subjects.of(cast, i, span) if span else None


def _name_at(cast: Cast, i: int, offset: int, reach: int = 7) -> str | None:
    """Return the organisation whose phrase starts at a character: "rival grocer Kroger" -> "Kroger"."""
    row = cast.tokens[i]
    at = _token_at(row, offset)
    for k in range(at, min(len(row), at + reach)):
        if row[k].tag == "NAME":
            run = next((r for r in phrases.runs(row) if r[0] <= k < r[1]), None)
            if run is None:
                return None
            if run[1] < len(row) and row[run[1]].tag in ("POS", "NN", "ADJ", "VBG"):
                return None
            the = "the " if row[run[0] - 1].low == "the" and run[0] else ""
            return the + phrases.words(row, run)
        if row[k].tag not in ("NN", "ADJ", "DET", "NUM", "POS"):
            return None
    return None


_SUIT = re.compile(
    r"\b(?:is suing|are suing|has sued|have sued|sued|filed (?:a|an) (?:\S+ ){0,3}(?:lawsuit|suit|complaint|claim) (?:against|with)|"
    r"has filed (?:a|an) (?:\S+ ){0,3}(?:lawsuit|suit) against)\s+"
)
_SETTLED = re.compile(r"\b(?:settled|settlement|dismissed|ruled|verdict|dropped)\b")


def _suit(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    m = _SUIT.search(sentence)
    if not m or _SETTLED.search(sentence):
        return
    actor, other = _subject_at(cast, i, m.start()), _name_at(cast, i, m.end())
    if actor is None or other is None or other in actor.text:
        return
    yield Draft(
        other, other, "settle", f"the lawsuit by {actor.text}", "settle", "due", i,
        other.endswith("s") and False,
    )  # fmt: skip


_PROBE = re.compile(
    r"\b(?:is|are|has been|have been) (?:investigating|probing|examining|reviewing)\s+(?:whether\s+)?|"
    r"\b(?:launched|opened|started|began|begun|ordered) (?:a|an|its|their) (?:\S+ ){0,2}?(?:investigation|probe|inquiry|enquiry|review) (?:into|of)\s+"
)


def _probe(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    m = _PROBE.search(sentence)
    if not m or m.group().rstrip().endswith("whether"):
        return
    actor = _subject_at(cast, i, m.start())
    row = cast.tokens[i]
    at = _token_at(row, m.end())
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
    yield Draft(
        actor.text, actor.actor, "report", f"findings from its investigation into {what}",
        "report", "due", i, actor.plural,
    )  # fmt: skip


_POST = (
    r"(?P<post>chief executive(?: officer)?|chief financial officer|finance (?:director|chief)|"
    r"managing director|chairman|chairwoman|CEO|CFO|chief operating officer|president)"
)
_GONE = re.compile(
    r"\b(?:resigned|stepped down|step(?:s|ping)? down|was (?:fired|sacked|ousted|dismissed|removed)|quit|"
    r"has (?:left|resigned|quit)|been (?:fired|sacked|ousted|dismissed|removed))\b"
)
_ACTING = re.compile(r"\b(?:acting|interim|temporary) " + _POST + r"\b", re.I)
_FILLED = re.compile(
    r"\b(?:appointed|named|replaced by|succeeded by|successor|will be replaced|takes over)\b"
)


def _post(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    firm = cast.topics[i] or cast.main
    if not firm or not cast.is_main(firm):
        return
    if m := _ACTING.search(sentence):
        rest = f"a permanent {m.group('post')}"
        yield Draft(firm, firm, "name", rest, "hire", "due", i)
        return
    post = re.search(_POST, sentence)
    old = re.search(r"\b(?:ex-|former|who|after|before|(?:19|20)\d\d|last year)\b", sentence)
    if (
        post
        and i < 8
        and not old
        and _GONE.search(sentence)
        and not any(_FILLED.search(s or "") for s in (sentence,))
    ):
        who = cast.people[i]
        rest = (
            f"a successor to {who} as {post.group('post')}"
            if who
            else f"a new {post.group('post')}"
        )
        yield Draft(firm, firm, "name", rest, "hire", "due", i)


_BID = re.compile(
    r"\b(?:(?:has |have )?(?:offered|bid) (?P<price>[$£€¥]\s?[\d.,]+\s?(?:bn|billion|m|million)?)[^.;]{0,40}? for|"
    r"(?:made|launched|tabled|submitted) (?:a|an) (?:\S+ ){0,4}?(?:offer|bid|takeover bid|takeover offer) for)\s+"
)
_REFUSED = re.compile(
    r"\b(?:rejected|turned down|rebuffed|spurned|dismissed) (?:a|an|the) (?:\S+ ){0,5}?(?P<what>offer|bid|takeover approach|approach)"
    r"(?: (?:\S+ ){0,4}?(?:from|by)\s+)?"
)


def _offer(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    if m := _BID.search(sentence):
        bidder, target = _subject_at(cast, i, m.start()), _name_at(cast, i, m.end())
        if (
            bidder
            and target
            and target not in bidder.text
            and is_company(target, subjects.people(cast))
        ):
            price = f"{m.group('price')} " if m.group("price") else ""
            rest = f"{subjects.possessive(bidder.text)} {price}offer"
            yield Draft(target, target, "accept", rest, "sign", "due", i)
    if m := _REFUSED.search(sentence):
        refuser = _subject_at(cast, i, m.start())
        bidder_name = (
            _name_at(cast, i, m.end()) if m.group().rstrip().endswith(("from", "by")) else None
        )
        if refuser and bidder_name and bidder_name not in refuser.text:
            yield Draft(
                bidder_name, bidder_name, "raise", f"its {m.group('what').split()[-1]} for {refuser.text}",
                "raise", "due", i,
            )  # fmt: skip


_IDLE = re.compile(
    r"\b(?:temporarily (?:closed|shut|suspended|halted)|(?:closed|shut|suspended|halted) (?:\S+ ){1,6}?temporarily|"
    r"(?:has|have) (?:suspended|halted|stopped) (?:production|operations|sales|deliveries|trading|flights)|"
    r"suspended (?:production|operations|sales|deliveries|flights))\b"
)


def _idle(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    m = _IDLE.search(sentence)
    if not m or re.search(r"\b(?:19|20)\d\d\b", sentence):
        return
    actor = _subject_at(cast, i, m.start())
    if actor is None or actor.metric or not actor.actor:
        return
    row = cast.tokens[i]
    verb = next(
        (
            t
            for t in row
            if t.end > m.start() and t.low in ("closed", "shut", "suspended", "halted", "stopped")
        ),
        None,
    )
    if verb is None:
        return
    at = row.index(verb)
    what = phrases.words(row, (at + 1, min(chunks.predicate_end(row, at), at + 9)))
    what = re.sub(r"\s*\btemporarily\b.*", "", what)
    what = re.split(r"\s(?:after|over|for|because|following|while|until|as|pending|due)\b", what)[
        0
    ].strip(" ,")
    if not what or re.search(r"\b(?:it|this|that|they)\b", what):
        return
    again = "reopen" if verb.low in ("closed", "shut") else "resume"
    yield Draft(
        actor.text,
        actor.actor,
        again,
        what,
        "open" if again == "reopen" else "launch",
        "due",
        i,
        actor.plural,
    )


_CHARGED = re.compile(
    r"\b(?:(?:has|have) been charged|(?:was|were|is|are) charged|(?:has|have) been indicted|faces? (?:\S+ ){0,3}?charges?) (?:with|of|on|for)\s+"
)


def _charged(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    m = _CHARGED.search(sentence)
    if not m or re.search(
        r"\b(?:former|if convicted|acquitted|convicted|sentenced|pleaded guilty)\b", sentence
    ):
        return
    actor = _subject_at(cast, i, m.start())
    if actor is None or not actor.actor or actor.plural:
        return
    row = cast.tokens[i]
    at = _token_at(row, m.end())
    what = phrases.words(row, (at, min(chunks.predicate_end(row, at - 1), at + 5)))
    what = re.split(r"\s(?:in|after|over|for|that|on|by)\b|,", what)[0].strip()
    if (
        not what
        or not what[0].islower()
        or re.search(r"\d|\bcounts?\b|\b(?:his|her|it|this|the)\b", what)
    ):
        return
    yield Draft(
        actor.text, actor.actor, "be convicted", f"of {what}", "rule", "due", i, passive=True
    )


_PLAN = re.compile(
    r"\b(?:is|are|has been|have been) (?:planning|considering|preparing|mulling|weighing|proposing|exploring|seeking)\s+(?P<np>(?:a|an|its|the|more|further|up to)\s)|"
    r"\b(?:plans|has announced plans for|unveiled plans for|announced plans for|proposes|has proposed)\s+(?P<np2>(?:a|an|more|further)\s)"
)


def _planned(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    m = _PLAN.search(sentence)
    if not m or re.search(r"\b(?:no|not|never)\b", sentence[max(0, m.start() - 12) : m.end()]):
        return
    actor = _subject_at(cast, i, m.start())
    if actor is None or actor.metric:
        return
    row = cast.tokens[i]
    at = _token_at(row, m.start("np") if m.group("np") else m.start("np2"))
    end = min(chunks.predicate_end(row, at - 1), at + 11)
    text = phrases.words(row, (at, end))
    found = terms.find(text)
    for term in reversed(found):
        text = (text[: term.start] + text[term.end :]).strip()
    text = re.split(r"\s(?:to|that|which|as|in order|so|because|after|following|amid)\b", text)[
        0
    ].strip(" ,")
    if not 2 <= len(text.split()) <= 9 or re.search(
        r"\b(?:it|this|that|they|them|way|number|series|range|lot)\b", text
    ):
        return
    event = next((e for pattern, e in _PLAN_EVENTS if re.search(pattern, text)), None)
    if event is None:
        return
    yield Draft(
        actor.text, actor.actor, "go ahead with", text, event, "consider", i, actor.plural,
        found[0] if found else None,
    )  # fmt: skip


_PLAN_EVENTS = (
    (r"\b(?:bid|takeover|acquisition|purchase|buyout)\b", "acquire"),
    (
        r"\b(?:sale|flotation|listing|IPO|share offering|offering|spin-off|demerger|privatisation|auction)\b",
        "divest",
    ),
    (r"\b(?:closures?|strike|walkout|shutdown|recall|boycott)\b", "shut"),
    (r"\b(?:job cuts|cuts?|layoffs|redundancies|reduction)\b", "cut"),
    (r"\b(?:increase|rise|hike|tax|levy|tariffs?|duty)\b", "raise"),
    (r"\b(?:merger|joint venture|alliance|tie-up|partnership|deal)\b", "sign"),
    (r"\b(?:ban|law|bill|rules?|legislation|regulations?)\b", "rule"),
    (
        r"\b(?:stores?|plants?|factory|warehouse|mall|hotel|service|investment|launch|expansion|restructuring|network|line|range|flights?|project|campaign|scheme|system|version|factory|centre|center|fund|appeal)\b",
        "launch",
    ),
)


_PAY = re.compile(
    r"\b(?:has |have )?offered (?:\S+ ){0,4}?(?P<n>\d+(?:\.\d+)?(?:%| percent| per cent))"
    r"(?: (?:pay|wage|salary))?(?P<what> (?:increase|rise|raise)\b)?"
)


def _pay_offer(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether an employer in a dispute goes above its offer."""
    m = _PAY.search(sentence)
    if not m or not (
        m.group("what") or re.search(r"\b(?:pay|wages?|rise of|increase of)\b", sentence)
    ):
        return
    text = " ".join(phrases.words(row, (0, len(row))) for row in cast.tokens[:8])
    actor = _subject_at(cast, i, m.start())
    if (
        actor
        and actor.actor
        and re.search(r"\b(?:strike|walked out|walk-?out|union|dispute)\b", text)
    ):
        rest = f"its pay offer above {m.group('n')}"
        yield Draft(actor.text, actor.actor, "raise", rest, "raise", "due", i, actor.plural)


_SUITOR = re.compile(
    r"\b(?:possible|potential|prospective|would-be|likely) (?:buyers?|bidders?|suitors?|acquirers?|purchasers?) (?:of|for) "
)


def _suitor(cast: Cast, i: int, sentence: str) -> Iterator[Draft]:
    """Ask whether a possible buyer buys: one or two targets, in the article's order."""
    m = _SUITOR.search(sentence)
    row = cast.tokens[i]
    at = _token_at(row, m.start()) if m else 0
    span = chunks.main_subject(row, at) if m else None
    actor = subjects.of(cast, i, span) if span else None
    if m is None or actor is None:
        return
    after = _token_at(row, m.end())
    targets = [
        phrases.words(row, r)
        for r in phrases.runs(row)
        if r[0] >= after and is_company(phrases.words(row, r), subjects.people(cast))
    ]
    targets = [t for t in dict.fromkeys(targets) if t not in actor.text][:2]
    if targets:
        yield Draft(actor.text, actor.actor, "buy", " or ".join(targets), "acquire", "consider", i)


_APPROVAL = re.compile(
    r"\b(?:subject to|needs?|requires?|awaiting|pending|conditional on|must (?:first )?(?:get|win|have)|would need|will need|still needs?)\s+(?:the )?"
    r"(?:(?:final )?approval (?:by|from|of)\s+(?:the )?(?P<who>(?:[\w&.'-]+ ){0,3}?(?:regulators|shareholders|parliament|court|authorities|commission|government|board|members|creditors))\b|"
    r"(?P<adj>regulatory|shareholder|government|court|antitrust|parliamentary) (?:approval|clearance))"
)
_WHO = {"regulatory": "regulators", "shareholder": "shareholders", "government": "the government",
        "court": "the court", "antitrust": "antitrust authorities", "parliamentary": "parliament"}  # fmt: skip


def _approval(cast: Cast, i: int, sentence: str, deal: Deal | None) -> Iterator[Draft]:
    m = _APPROVAL.search(sentence)
    if (
        not m
        or deal is None
        or not re.search(
            r"\b(?:deal|merger|takeover|acquisition|purchase|bid|offer|sale|agreement)\b", sentence
        )
    ):
        return
    who = _WHO[m.group("adj")] if m.group("adj") else m.group("who")
    if who in ("shareholders", "creditors", "board", "members"):
        who = f"{deal.other} {who}" if deal.whole else f"{deal.buyer} {who}"
    what = f"{subjects.possessive(deal.buyer)} {deal.as_object().removeprefix('its ')}"
    yield Draft(who, "", "approve", what, "rule", "due", i, plural=who.endswith("s"))
