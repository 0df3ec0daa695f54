"""The words around a figure that tell what it measures, as patterns."""

from __future__ import annotations

from briefing.core.language.patterns import lazy

TIME = frozenset(
    "year years month months week weeks day days hour hours minute minutes decade decades "
    "quarter quarters".split()
)
UP = frozenset(
    "rise grow increase climb jump leap surge soar gain advance improve expand rally accelerate "
    "widen swell balloon".split()
)
DOWN = frozenset(
    "fall drop decline decrease slide slump plunge plummet tumble shrink sink slip dip "
    "narrow contract".split()
)
SHOWING = frozenset("showing suggesting indicating revealing saying".split())
SLIGHT = frozenset("edge tick inch creep nudge".split())
STATE = frozenset("reach hit total exceed average top amount".split())
METRIC = (
    r"(?:sales|revenues?|turnover|profits?|earnings|income|loss(?:es)?|margins?|prices?|costs?|"
    r"shares?|exports?|imports|output|production|growth|demand|spending|debts?|market share|"
    r"footfall|orders|dividend|"
    r"deficit|surplus|inflation|unemployment|interest rates?|investment|wages|budget|traffic|"
    r"volumes?|premium|savings|capital spending)"
)
LEAD = (
    r"(?:just |only |an? |the |about |around |some |more than |almost |nearly |up to |over |"
    r"estimated )*"
)
ONWARD = (r"\s+(?!in\b|of\b|from\b|to\b)", r"\s+(?!from\b|to\b)")
EARLIER = lazy(
    rf"\b(?:(?:(?:up |down )from|compared (?:with|to)|against|versus|rather than|instead of)"
    rf"\s+(?:[\w’']+ ){{0,4}}?"
    rf"|(?:an|the|its|their) (?:earlier|previous) (?:[\w’']+ ){{0,3}}?"
    rf"|from (?:(?:an?|the|its|their|his|her|previous|earlier|prior|last|current|revised|net|loss|"
    rf"profit|level|range|record|peak|high|low|total|forecast|estimate|year['’]s|of) )*)"
    rf"{LEAD}$"
)
UP_DOWN = lazy(
    rf"(?P<what>\S+)\s+(?:(?:is|was|were|are|been|trading)\s+)?(?P<way>up|down)\s+(?:by )?{LEAD}$"
)
CHANGE_OF = lazy(
    rf"^\s+(?:rise|fall|increase|drop|decline|jump|growth|slump|surge|gain|decrease) in "
    rf"(?P<what>[^,.;:()\d]{{3,40}}?) to {LEAD}$"
)
DONE = {
    "close": "closed", "shut": "shut", "recall": "recalled", "cut": "cut", "open": "opened",
    "hire": "hired", "axe": "axed", "sell": "sold", "remove": "removed",
}  # fmt: skip
CHANGED = lazy(
    rf"(?:,|\(|\band\b)\s*(?:(?P<up>up|an? (?:rise|increase|gain|jump) of)|(?P<down>down|an? "
    rf"(?:fall|drop|decline|decrease) of))\s+(?:by )?{LEAD}$"
)
_WAY = r"(?P<noun>increase|rise|gain|improvement|growth|jump|decrease|fall|decline|drop|reduction)"
CHANGE_BEHIND = lazy(rf"^[ -]+{_WAY}\b(?! (?:in|to|of)\b)")
CHANGE_LEAD = lazy(
    rf"^(?:(?! and )[^,;]){{0,40}}?"
    rf"(?:[,(-]|\bor|,?(?: and| which)? ?\b(?:represent|reflect)(?:ing|s|ed)|\bis)"
    rf"(?: of)? ?(?:an? )?"
    rf"(?:{_WAY} of )?{LEAD}$"
)
RANGE = lazy(
    rf"(?P<what>\S+)\s+(?:(?:is|are|was|were) )?(?:(?:expected|estimated|forecast|likely) )?"
    rf"(?:to be |of )?(?:with)?in (?:the|a) (?:range|region) of {LEAD}$"
)
ASIDE = lazy(r"\b(?:before|after|excluding|including|despite) $")
OF_WHICH = lazy(rf"\bof which,? {LEAD}$")
FALLS_DUE = lazy(r"^ (?:falls?|fell|comes?|is|are|was|were) due\b|^ (?:matur|expir)(?:es?|ed)\b")
BOUGHT = lazy(
    r"\b(?:acquir\w+|b[ou]ught|buy(?:s|ing)?|purchas\w+|s[oe]ld|sell(?:s|ing)?|takeover of|"
    r"acquisition of|"
    r"purchase of|sale of|bid for|offer for)\s+(?:out )?"
    r"(?P<what>(?!(?:between|in|on|at|by|from|to|under|within|back)\b)(?:(?! [-–] )[^,;]){2,60}?)"
    r"\s+(?:for|at|worth|in a deal worth)\s*"
    rf"{LEAD}$"
)
APPOSED = lazy(r"(?<=[\w.]),\s+(?:an?|the|its)\s[^,;]{3,60},(?=\s+(?:for|at)\b)")
OF = lazy(rf"(?P<what>\S+)(?:\s+in (?:19|20)\d\d)?\s+(?:of|worth|totall?ing)\s+{LEAD}$")
IS = lazy(
    rf"(?P<what>\S+)\s+(?:is|was|were|are|reached|hit|stood at|came to|came in at|stands at|"
    rf"totall?ed)\s+{LEAD}$"
)
BY = lazy(rf"(?P<what>\S+)\s+(?P<how>by|to)\s+{LEAD}$")
CUT_BY = lazy(  # "cut production in North America by 3%", "boosted Sina's shares by 10%"
    r"\b(?P<verb>(?:cut|reduc|lower|trim|slash|rais|increas|lift|boost|expand|extend)\w*) "
    rf"(?:(?:its|the|their) )?(?P<what>(?:[\w’'-]+ ){{0,2}}{METRIC}(?: (?:in|at|of|for) "
    rf"[^,;:()\d]{{2,40}}?)?) by {LEAD}$"
)
TO_RISE = lazy(
    rf"(?P<what>\S+)\s+(?:is |are )?(?:set |expected |forecast |likely |due )?to "
    rf"(?P<verb>\w+)\s+(?:by )?{LEAD}$"
)
SHARE_OF = lazy(
    r"^\s*(?:of|der|des|de|del|von)\s+"
    r"(?P<what>(?:[^,.;:()]|(?<=\d)[,.](?=\d)|(?<=\b[A-Z])\.(?=[A-Z ])){3,60})(?!\w)"
)
CHANGE_IN = lazy(
    r"^\s*(?P<what>(?:pay |price |wage |sales |tax )?(?:increase|rise|fall|drop|decline|jump|"
    r"growth|cut|reduction|gain|"
    r"loss|slump|surge|stake|share|discount|premium|interest|rebate|tax|tariff|tariffs|"
    r"margin)\b[^,.;:()]{0,50})(?![\w-])"
)
SINCE = lazy(
    r"^\s*(?:years?|months?|weeks?|days?)?\s*"
    r"(?P<what>(?:since|after|before)\s+(?:(?! --? )(?:[^,.;:()]|(?<=\d)[,.](?=\d))){3,40})(?!\w)"
)
AIMED = lazy(
    r"\b(?P<verb>expect|plan|aim|hope|want|intend|project|forecast)(?:s|ed|ing)?(?: \w+)? "
    r"to\b(?:\s+\S+){0,5}\s*$"
)
AIM_WORD = {"expect": "expected", "project": "projected", "forecast": "forecast"}
CLAUSE = lazy(r"[,;:()\"“”]|\b(?:and|but|when|after|while|which|who|that|because|if|said|says)\b")
MOVED_BY = lazy(  # "boost by 72% the price of their ore"
    rf"\b(?:(?P<up>rais|boost|increas|lift)|cut|reduc|lower)\w* by {LEAD}$"
)
OWNED = lazy(
    r"^\s(?:owned|controlled|held) by "
    r"(?P<what>(?:the |its )?(?:(?!and\b)[\w’'&-]+ ?){1,4})(?=[ ,.;)]|$)"
)
PER = lazy(
    r"^\s+(?:an?|per|each|every)\s+(?P<unit>share|household|store|shop|unit|hour|month|week|day|"
    r"barrel|tonne|ton|litre|gallon|person|head|customer|shopper|employee|square (?:foot|metre))\b"
)
# What a verb makes of the money behind it.
SPENT = {
    "rais": "funds raised", "spend": "spending", "spent": "spending", "invest": "investment",
    "cost": "cost", "sav": "savings", "owe": "amount owed", "los": "loss", "earn": "earnings",
    "borrow": "borrowing", "donat": "donation", "pay": "payment", "paid": "payment",
    "award": "award", "fin": "fine", "offer": "offer",
}  # fmt: skip
VERB = lazy(
    r"\b(?P<verb>(?:rais|sav|donat|los|ow)(?:e|es|ed|ing)|lost|spend(?:s|ing)?|spent|fin(?:es|ed|ing)|"
    r"(?:invest|cost|earn|borrow|award|offer)(?:s|ed|ing)?|pay(?:s|ing)?|paid)\s+"
    rf"(?P<who>(?!(?:by|to|of|in|from|on|at)\b)(?:[A-Za-z][\w&.’'-]*\s+){{0,5}}?){LEAD}$"
)
NAMED = lazy(
    r"^\s+(?:\([^)]{1,40}\) )?"
    r"(?P<what>(?:(?!(?:in|to|from|for|through|via|by|as|and|or|on|with|of|despite|after|before|"
    r"against|because|but|while|than|since)\b)[a-z-]+ ){0,2}"
    r"(?:(?:tax )?bill|case|claim|lawsuit|bail-?out|penalty|fine|fee|dividend|settlement|"
    r"bonus|bid|offer|takeover|loan|contract|order|budget|payout|stake|deficit|surplus)s?)\b"
    r"(?!-| (?!(?:in|to|from|for|over|of|and|or|with|by|on|at|as|that|which|who|was|is|are|were|"
    r"has|have|had|will|would|after|against|before|between|because|but|so|if|when|while|he|she|it|they|"
    r"the|this|last|next|than|into|under|through)\b)[a-z]+)"
)
CUT = frozenset("cut reduce lower trim slash shorten".split())
RAISED = frozenset("raise increase lift boost push expand grow extend improve".split())
VALUED = lazy(rf"\bvalu(?:es?|ed|ing) (?P<who>[^,;]{{2,40}}?) at {LEAD}$")
CLOSED = lazy(
    rf"(?P<what>\b[Ss](?:hares|tock)(?: (?:of|in) [^,;]{{2,40}}?)?|[A-Z][\w’']+ shares) "
    rf"(?:closed|ended|finished|opened|traded|were) (?:(?P<way>up|down) (?:by )?)?{LEAD}$"
)
MORE_THAN = lazy(
    r"^\s+(?P<what>(?:more|less|higher|lower|fewer|above|below) than (?:(?! and )[^,.;:()]){3,60})"
)
RESPONDS = lazy(
    r"^\s+(?P<what>(?:said|say|plan|expect|intend|want|think|use|prefer|believe|would) "
    r"[^,.;:()]{4,70})(?!\w)"
)
ANSWERING = lazy(
    r"\b(?:those (?:asked|surveyed|polled|questioned|interviewed)|"
    r"respondents|students|voters|parents|users|staff|shoppers|consumers|people|adults|customers|households|members|"
    r"employees|workers|retailers|managers)\b"
)
LENGTH = lazy(r" (?:year|month|week|day|hour|minute)\b(?! (?:ago|later|old|earlier))")
COMPARED = lazy(r"\s+(?P<way>lower|higher|less|cheaper|faster|slower|greater|smaller|larger)\b")
SUM_OF = lazy(r"(?: an?| per) share,? or (?:about |around |roughly |some |nearly |almost )?")
UNIT = lazy(
    r"(?:x|[\s-]?(?:lb-ft|km|kW|kWh|MW|MWh|GW|GWh|TWh|mm|cm|kg|GB|MB|TB|mph|kph|Hz|kHz|MHz|GHz|fps|mg|ml|lbs?|"
    r"oz|kcal|hp|nm|mpg|g))(?![\w/])"
)
SHORT_OF = lazy(rf"\b(?:short|shy|ahead|instead|north|south|front) of {LEAD}$")

_UPWARD = frozenset("increase rise gain improvement growth jump".split())


def changed(before: str, since: str, after: str) -> str | None:
    """Return "rise" or "fall" where a figure is the change of one named before it.

    `since` are the words from that one to it.
    """
    if m := CHANGED.search(before[-40:]):
        return "rise" if m["up"] else "fall"
    lead = CHANGE_LEAD.search(since)
    behind = CHANGE_BEHIND.match(after) if lead else None
    noun = (lead and lead["noun"]) or (behind and behind["noun"])
    if not noun:
        return None
    return "rise" if noun in _UPWARD else "fall"
