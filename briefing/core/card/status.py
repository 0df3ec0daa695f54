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
_MINE = lazy(r"\b(?:in my (?:view|opinion)|the opinions? expressed)\b", re.I)


def status(reading: Reading) -> CardStatus:
    """Return the status tag: rumour, filed, data, announced, opinion or reported."""
    rows = [row.text for row in reading.rows]
    lead = without_quotes(". ".join([reading.title, *rows[:3]]))
    if _is_opinion(reading, rows):
        return "opinion"
    first = without_quotes(". ".join([reading.title, *rows[:1]]))
    if _FILED.search(first) and not _RUMOUR.search(first):
        return "filed"
    if _RUMOUR.search(lead):
        return "rumour"
    if _FILED.search(lead):
        return "filed"
    figures = sum(bool(row.figures) for row in reading.rows[:3])
    if figures and _DATA.search(lead):
        return "data"
    return "announced" if _ANNOUNCED.search(lead) else "reported"


def _is_opinion(reading: Reading, rows: list[str]) -> bool:
    body = rows[:40]
    if any(_COLUMN.match(t) or _MINE.search(t) for t in map(without_quotes, body)):
        return True
    if _COLUMN.match(reading.title) or _MINE.search(reading.title):
        return True
    mine = sum(first_person(r) for r in body)
    return len(body) >= 5 and mine >= 0.35 * len(body)
