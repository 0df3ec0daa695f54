"""What the words around a name say of its part: buyer, target, partner, rival, source."""

from __future__ import annotations

from briefing.core.card.referents import MARK
from briefing.core.language.patterns import lazy

_SOON = r"(?:[\w’'&.-]+\s+){0,5}?"
_BARE = r"(?:(?!from |with |by |of |in |on |to |for |our |offer |bid )[\w’'&.-]+\s+){0,4}?"
RULES = tuple(
    (label, lazy(rule.replace("~", MARK)))
    for label, rule in (
    ("source", r"\b(?:[Aa]ccording to|report(?:s|ed)? (?:by|in|from)|[Tt]old) (?:an? |the )?~|"
               r"~(?:['’]s)? (?:first )?(?:reported|reports) (?:that|on|in|the)?"),
    ("seller", r"\b(?:acquir\w+|buy(?:s|ing)?|bought|purchas\w+|takes? over) ~['’]s? "
               r"(?!parent|owner)"),
    ("target", r"\b(?:acquir(?:e|es|ed|ing)|buy(?:s|ing)?|bought|purchase(?:s|d)?|take over|"
               r"takeover of|acquisition of|purchase of|buyout of|bid for|offer for|buyers? (?:of|"
               r"for)|stake in)\s+(?:(?:rival|competitor|retailer|grocer|chain|the|a|an|US|UK|"
               r"(?!by |from |to |with |in |at |on |through |of |for |via |"
               r"and )[a-z-]+)\s+){0,4}~(?!['’]s? (?:\w+ ){0,3}"
               r"(?:technology|products?|stake|shares))"),
    ("target", r"\b(?:buyers? (?:of|for)|acquire|buy|acquisition of|bid for) [A-Z][\w.]+(?:, an? "
               r"[^,]{3,60})?,? (?:and|or) (?:of )?(?:the )?(?:[a-z-]+ ){0,3}~"),
    ("supplier", r"\b(?:orders?|ordered|ordering)\b[^.;,]{1,40}? from ~(?= )|"
                 r"\b(?:order(?:s|ed|ing)?|purchas\w+|buy(?:s|ing)?|bought)\b[^.;,]{1,40}? of "
                 r"~['’]s (?:[\w-]+ ){0,3}(?:jets?|planes?|trucks?|vans?|cars?|vehicles|aircraft|"
                 r"machines|robots|products|chips)"),
    ("adviser", r"\bwork(?:s|ed|ing)? with ~ (?:on (?:the|a|its) (?:[a-z]+ ){0,2}(?:acquisition|"
                r"sale|deal|bid|takeover|offer|purchase|review|listing)|to advise)|\badvised by ~"),
    ("partner", rf"\b(?:in talks with|talks with|partner(?:s|ed|ing|ship)? with|team(?:s|ed|"
                rf"ing)? up with|tie-up with|alliance with|joint venture with|collaborat\w+ with|"
                rf"work(?:s|ed|ing)? with|deal with|agreement with|pact with)\s+{_SOON}~"),
    ("rival", rf"\b(?:rivals?|competitors?|compet(?:e|es|ed|ing) (?:with|against)|counter|thwart|"
              rf"challenge[sd]?|take on|fend off|catch up with|overtak\w+|battle with|"
              rf"versus)\s+(?:such as |like |including |from )?{_BARE}~"),
    ("buyer", r"\b(?:sell|sale of|sold|sells|selling)\b[^.;]{1,70}? to (?:rival |the )?~"),
    ("seller", r"~[^.,;]{0,30}? (?:signed|agreed|plans|wants|decided|hopes|is|was|will|has)\b"
               r"[^.,;]{0,50}?\b(?:to sell|selling)\b"),
    ("seller", r"\b[Tt]he (?:seller|vendor)s?(?:,| -| –| —)? (?:[\w-]+ ){0,5}~"),
    ("buyer", r"~ (?:offers|offered|has offered) [$£€]"),
    ("analyst firm", r"\b(?:analysts?|economists?|strategists?|consultants?) (?:at|with|for|from) "
                     r"(?:the [a-z]+ )?~|\bhead of research at ~"),
    ("fined", r"\b(?:fine[sd]?|fining|penalised) (?:the )?(?:(?!by |from |in )[a-z-]+ ){0,3}~"),
    ("adviser", r"\bhired (?:the )?(?:[a-z-]+ ){0,2}~"),
    ("investor", r"\b(?:investors? (?:led by|including)|backed by|funding from) ~|"
                 r"~,? which (?:led|leads) the (?:round|investment)"),
    ("mall owner", r"\b[Mm]all owner ~"),
    ("client", r"\bclients? (?:such as |including )~"),
    ("stockist", r"\bsold (?:at|in|by) (?:[A-Z][\w&’' ]+(?:, | and )){0,3}~"),
    ("buyer", r"\b(?:acquired|bought|purchased) by (?:the )?(?:[a-z-]+ ){0,2}~"),
    ("seller", r"\b(?:sold by|bought from|acquired from|buy[^.]{0,40} from)\s+~"),
    ("buyer", r"~(?:['’]s)?,?[^.,;]{0,60}?(?<!being )(?<!been )(?<!was )(?<!were )(?<!is )"
              r"(?<!are )(?<!be )\b"
              r"(?:acquired|bought|to buy|will buy|to acquire|agreed "
              r"to buy|has bought|is buying|is to buy|bid for|purchased)\b"),
    )
)  # fmt: skip
DEALS = tuple(
    pattern
    for label, pattern in RULES
    if label in ("supplier", "seller", "buyer", "rival", "client")
)
