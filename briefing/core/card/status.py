"""How firm an article's news is, in one word, from the words of its opening."""

from __future__ import annotations

import re

from briefing.core.card.reading import Reading
from briefing.core.card.repair import first_person, without_quotes
from briefing.core.language.patterns import lazy
from briefing.models.headline import CardStatus

_RUMOUR = lazy(
    r"\b(?:reportedly|rumou?r(?:s|ed)?|(?:is|are|was|were) said to|(?:is|are|was|were) "
    r"(?:believed|understood|rumoured) to|unconfirmed|speculation|sources? (?:close|familiar|"
    r"told|said|say)|people familiar|person familiar|insiders?|(?:is|are|was|were|be) "
    r"considering|mull(?:s|ing)|explores?|exploring|"
    r"weigh(?:s|ing)|in (?:early |advanced |preliminary )?talks|in discussions|could be set to|"
    r"eyeing|eyes (?=a|the))\b"
    r"|soll(?:en)? (?:sich )?(?:angeblich|laut)|angeblich|Gerüchte?|Insider|selon des sources|"
    r"aurait|rumeurs?|"
    r"según fuentes|rumores?|传闻|据悉|消息人士|知情人士|据报道|関係者|検討していることが",
    re.I,
)
_FILED = lazy(
    r"\b(?:fil(?:ed|es|ing) (?:for|with|a|an|suit|papers|its)|regulatory filing|court filing|"
    r"securities filing|"
    r"Form (?:10-[KQ]|8-K|S-1)|10-K|8-K|Chapter 11|prospectus|annual report|filed|sued|lawsuit)\b"
    r"|beantragt(?:e)? Insolvenz|Insolvenzantrag|招股书|提交.{0,8}申请|有価証券報告書"
)
_DATA = lazy(
    r"\b(?:survey|study|poll|index|statistics|census|Office for National Statistics|ONS|data "
    r"(?:from|show|by|released)|"
    r"figures (?:from|show|released|published)|official figures|research (?:from|by|shows)|"
    r"according to (?:\w+ ){0,3}(?:data|figures|research)|"
    r"economists|consumer confidence|retail sales (?:rose|fell|grew|in|were)|inflation|"
    r"unemployment|house prices|trade (?:gap|deficit))\b"
    r"|Umfrage|Studie|Statistisches Bundesamt|Destatis|étude|sondage|Insee|encuesta|INE\b|统计局|"
    r"调查|調査|統計"
)
_ANNOUNCED = lazy(
    r"\b(?:announc(?:ed|es|ing|ement)|unveil(?:ed|s)|launch(?:ed|es)|confirm(?:ed|s)|agreed to|"
    r"has agreed|"
    r"said (?:it|they|on|in|its|that it|the company)|says it|will (?:open|close|launch|buy|"
    r"invest|cut|acquire|pay|sell|start|begin|"
    r"introduce|expand|shut|offer)|(?:report(?:ed|s)|post(?:ed|s)) (?:an?|its|net|record|strong|"
    r"better|higher|lower|pre-tax|annual|quarterly)|"
    r"is to (?:buy|cut|close|open|sell|acquire|launch)|has (?:bought|acquired|launched|opened|"
    r"signed|named|appointed)|"
    r"named|appoint(?:ed|s)|signed|completed|recall(?:ed|s)?|is (?:buying|cutting|closing|"
    r"opening|launching|shutting)|spokes(?:man|woman|person))\b"
    r"|teilte(?:n)? .{0,40}mit|kündigt|bestätigt|gab bekannt|a annoncé|annonce|ha anunciado|"
    r"anunció|宣布|公布|发布|発表|表示"
)
_COLUMN = lazy(
    r"(?:opinion|comment(?:ary)?|column|editorial|analysis|viewpoint|op-ed|kommentar|tribune|社说|"
    r"社説)\s*[:|]",
    re.I,
)
_BODY = 40  # sentences by which it is judged whose words an article is
_REPORT = 0.2  # share of sentences on its results that makes "we" a company
_RESULTS = lazy(
    r"\b(?:quarters?|fiscal|full[- ]year|year[- ]over[- ]year|guidance|EBITDA|EPS|earnings|"
    r"margins?|revenues?|net sales|cash flow|operating income|basis points)\b"
)
_CALL = lazy(
    r"\b(?:(?:today's|earnings|conference) call|on the call today|forward-looking statements|"
    r"[Ii]nvestor [Rr]elations|non-GAAP)\b"
)
_OPEN = lazy(r'["“][^"”]*$')  # a quotation that goes on in the next paragraph
_MINE = lazy(r"\b(?:in my (?:view|opinion)|the opinions? expressed)\b", re.I)


# What is hearsay of somebody or something that the sentence tells more of: "a man who is said to".
_ASIDE = lazy(r"\b(?:who|which|that|what) $")
_ATTRIBUTE = lazy(r"\b(?:an?|the) $")
# An opening that does not state its news as a fact: what bears it out is looked for below it.
_SOFT = lazy(
    r"\b(?:may(?! \d)|might|could|[Aa]llegedly|[Pp]urportedly|[Aa]pparently|claim(?:s|ed)?|"
    r"(?:has|have|had|was|were|first) reported|has learned|reports (?:say|claim|suggest)|"
    r"told (?:the )?[A-Z])"
)
_SAME = 0.5  # share of the headline's words by which a sentence tells the same news


def status(reading: Reading) -> CardStatus:
    """Return the status tag: rumour, filed, data, announced, opinion or reported.

    A rumour is an article whose own news is hearsay, not one that reports some on the way.
    """
    rows = [row.text for row in reading.rows]
    if _is_opinion(reading, rows):
        return "opinion"
    first = without_quotes(". ".join([reading.title, *rows[:1]]))
    if _FILED.search(first) and not hearsay(first):
        return "filed"
    if _is_rumour(reading):
        return "rumour"
    lead = without_quotes(". ".join([reading.title, *rows[:3]]))
    if _FILED.search(lead):
        return "filed"
    figures = sum(bool(row.figures) for row in reading.rows[:3])
    if figures and _DATA.search(lead):
        return "data"
    return "announced" if _ANNOUNCED.search(lead) else "reported"


def of_told(state: CardStatus, lede: str) -> CardStatus:
    """Return the status of a card whose lede is this sentence: hearsay makes it a rumour."""
    firm = state in ("reported", "announced", "data")
    return "rumour" if firm and hearsay(without_quotes(lede)) else state


def hearsay(told: str) -> str | None:
    """Return the words by which a sentence's own news is hearsay or in the balance, or None."""
    for m in _RUMOUR.finditer(told):
        before = told[max(0, m.start() - 7) : m.start()]
        attribute = m.group().lower() == "reportedly" and _ATTRIBUTE.search(before)
        aside = m.group().lower().startswith(("is ", "are ", "was ", "were "))
        if not attribute and not (aside and _ASIDE.search(before)):
            return m.group()
    return None


def _is_rumour(reading: Reading) -> bool:
    """Say whether headline or first sentence are hearsay, or rest on hearsay right below them."""
    rows = [row for row in reading.rows[:3] if row.index != reading.standfirst]
    if not rows:
        return hearsay(without_quotes(reading.title)) is not None
    first = without_quotes(". ".join([reading.title, rows[0].text]))
    if hearsay(first):
        return True
    news = reading.title_bag or rows[0].bag
    return any(
        hearsay(without_quotes(row.text))
        and (_SOFT.search(first) or len(news & row.bag) >= _SAME * len(news))
        for row in rows[1:]
    )


def _is_opinion(reading: Reading, rows: list[str]) -> bool:
    body = rows[:_BODY]
    if any(_COLUMN.match(t) or _MINE.search(t) for t in map(without_quotes, body)):
        return True
    if _COLUMN.match(reading.title) or _MINE.search(reading.title):
        return True
    if len(body) < 5 or _is_results(body):
        return False
    return sum(map(first_person, _own_words(reading))) >= 0.35 * len(body)


def _is_results(body: list[str]) -> bool:
    """Say whether a company tells its results: its "we" is no writer's opinion."""
    told = sum(bool(_RESULTS.search(row)) for row in body)
    return told >= _REPORT * len(body) or any(map(_CALL.search, body))


def _own_words(reading: Reading) -> list[str]:
    """Return the first sentences without what they quote, were the quotation several sentences."""
    blocks: dict[int, list[str]] = {}
    for row in reading.rows[:_BODY]:
        blocks.setdefault(row.block, []).append(row.text)
    plain = (without_quotes("\n".join(rows)) for rows in blocks.values())
    return [part for block in plain for part in _OPEN.sub("", block).split("\n")]
