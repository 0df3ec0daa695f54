"""Grave words: ruin, crime, lawsuits, dismissals and harm are never said of anybody unless the
source says so (English).

A claim that shares every name and figure with its source can still ruin somebody by one verb:
"defaulted", "lied", "resigned". Each class has the words that accuse, and the words by any of
which a source is taken to speak of it at all; these are wide, since other words are no fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefing.core.card.grounding.fault import Fault
from briefing.core.card.grounding.source import Pool, Row
from briefing.core.language.patterns import lazy


class Grave(NamedTuple):
    """A class of grave words: those of a claim, and those of a source that bear them out."""

    words: str
    said: re.Pattern[str]
    held: re.Pattern[str]


def _grave(said: str, held: str = "") -> Grave:
    whole = rf"\b(?:{said})\b"
    return Grave(whole, lazy(whole, re.I), lazy(rf"\b(?:{said}|(?:{held or said})\w*)", re.I))


_CLASSES = (
    _grave(
        r"bankrupt\w*|insolven\w*|chapter (?:7|11)|receivership|liquidation|default(?:s|ed|ing)?|"
        r"creditor protection|go(?:es|ing)? bust|went bust",
        r"bankrupt|insolven|chapter (?:7|11)|administrat|receiver|liquidat|default|collaps|bust|"
        r"going concern|winding|wound up|creditor|missed (?:a|its|the) payment|failure",
    ),
    _grave(
        r"collaps(?:e|es|ed|ing)",
        r"collaps|fail|bankrupt|insolven|administrat|"
        r"fell (?:apart|thr)|br[eo]\w*k|end|without",
    ),
    _grave(
        r"in breach|breach(?:es|ed|ing)?|violat(?:e|es|ed|ing|ions?)|infring(?:es|ed|ing|ement)",
        r"breach|violat|infring|br(?:ea|o)k\w* (?:\w+ ){0,2}(?:law|rule|terms?|contract)|"
        r"flout|illegal|"
        r"unlawful|against the (?:law|rules)|hack|stolen data|broke",
    ),
    _grave(
        r"fraud\w*|embezzl\w*|brib(?:e|es|ed|ing|ery)|corrupt\w*|launder\w*|stole|theft|illegal\w*|"
        r"unlawful\w*|convicted|guilty|arrested|indicted|criminal\w*|smuggl\w*",
        r"fraud|embezzl|brib|corrupt|launder|st[oe]l|theft|thie[fv]|illegal|unlawful|"
        r"convict|guilty|"
        r"arrest|indict|crim|smuggl|police|prosecut|charged with|jail|prison|sentenc|plead|fake|"
        r"scam|against the law|shoplift|robb",
    ),
    _grave(
        r"lied|lying to|misled|mislead(?:s|ing)?|deceiv\w+|falsif\w+|cover(?:ed)?[- ]up|concealed",
        r"lied|lying|lies\b|misl|decei|fals|cover[- ]?up|conceal|untrue|dishonest|hid(?:den)?\b|"
        r"fake|exaggerat|inaccura",
    ),
    _grave(
        r"investigat(?:e|es|ed|ing|ions?)|prob(?:e|es|ed|ing)|raided|subpoena\w*",
        r"investigat|prob(?:e|ing)|inquir|enquir|examin|review|look(?:s|ed|ing)? into|scrutin|raid|"
        r"subpoena|regulat|watchdog|authorit",
    ),
    _grave(
        r"sue[sd]?|suing|lawsuits?|litigation|legal action",
        r"su(?:e|es|ed|ing|its?)\b|lawsuit|litigat|legal|court|judge|plaintiff|complain|lawyer|"
        r"attorney|tribunal|arbitrat|settle",
    ),
    _grave(
        r"resign(?:s|ed|ing|ation)?|fired|sacked|ousted|dismissed|step(?:s|ped|ping)? down",
        r"resign|fired|sack|oust|dismiss|step|leav|left|depart|quit|replac|succe(?:ed|ss)|"
        r"retir|exit|"
        r"remov|reject|go(?:es|ing)?\b|out\b",
    ),
    _grave(
        r"kill(?:s|ed|ing)?|died|dead|deaths?|injur(?:y|ies|ed|ing)|poison\w*|contaminat\w*",
        r"kill|die|dead|death|injur|poison|contaminat|hurt|victim|fatal|lives|casualt|harm|"
        r"ill(?:ness)?"
        r"\b|sick|hospital|burn|chok|wound|bacteri|salmonell|listeri|outbreak|murder|toxic|suffer",
    ),
    _grave(
        r"refus(?:e|es|ed|ing|als?)",
        r"refus|reject|declin|turn(?:s|ed|ing)? (?:\w+ ){0,3}(?:down|away)|den(?:y|ied|ies)|rebuff|"
        r"unwilling|oppos|resist|(?:will|would|did|could|can|has|have|had|is|are|was|were|do|does)"
        r"(?: not|n[’']t)|won[’']t|no\b|without",
    ),
    _grave(
        r"forc(?:es|ed|ing) (?!in\b|redundan|labou?r|sales?\b)|compel(?:s|led|ling)",
        r"forc|compel|must|requir|order|oblig|ha[sd] to|have to|pressur|press|demand|made|make|"
        r"push|leav|left|because|need",
    ),
    _grave(
        r"(?:have |has |had )?failed(?! to\b)",
        r"fail|collaps|br[eo]\w*k|end|without|unsuccess|fell|reject|lost|clos|bankrupt|administrat|"
        r"n[’']t|not\b|no\b",
    ),
    _grave(r"leak(?:s|ed|ing)?", r"leak|unpublished|draft|internal|seen by"),
    _grave(r"evict(?:s|ed|ing|ion|ions)?", r"evict|throw|threw"),
    _grave(r"boycott(?:s|ed|ing)?", r"boycott|shun|avoid"),
    _grave(
        r"harass(?:es|ed|ing|ment)|discriminat\w+|racis[tm]|sexis[tm]|abus(?:e|es|ed|ing|ive)",
        r"harass|discriminat|racis|sexis|abus|bully|assault|bias|misconduct|unequal|mistreat",
    ),
    _grave(
        r"abandon(?:s|ed|ing)?",
        r"abandon|drop|scrap|walk|g[ia]ve(?:n)? up|withdr|leav|left|ditch|shelv|quit|pull|end|"
        r"no longer|stop|cancel|discontinu|axe|exit",
    ),
    _grave(
        r"(?:have |has |had )?(?:bought|acquired|purchased)(?! (?:by|from)\b)",
        r"buy|bought|acqui|(?:re)?purchas|tak(?:e|es|en|ing) over|took over|takeover|merg|sold to|"
        r"sale to|"
        r"pa(?:y|ys|id)\b|deal|order|snap|spen[dt]|invest|stake",
    ),
)


_ANY = lazy("|".join(grave.words for grave in _CLASSES), re.I)  # most claims have none


def check(claim: Row, pool: Pool) -> Iterator[Fault]:
    """Yield a fault for a grave word of a class that no sentence which bears on the claim has."""
    if claim.cjk or pool.source.language not in (None, "en") or not _ANY.search(claim.text):
        return
    for grave in _CLASSES:
        m = grave.said.search(claim.text)
        rows = (pool.source.title, *pool.rows)
        if m is not None and not any(grave.held.search(row.text) for row in rows):
            yield Fault(
                "GRAVE_CLAIM", f"“{m[0].strip()}”: what bears on it says nothing of the kind"
            )
            return
