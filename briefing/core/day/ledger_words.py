"""What it takes for an event to have happened, or to be off: verbs as data for the ledger."""

import re

from briefing.core.language.patterns import lazy

# event: verbs (base forms) that say it happened
DONE = {
    "confirm": "confirm acknowledge admit disclose announce reveal publish name unveil verify",
    "deny": "deny reject refute dismiss",
    "sign": "sign agree ink strike reach seal clinch partner team ally finalise finalize renew "
    "ratify extend",
    "close": "complete close finalise finalize conclude merge",
    "launch": "launch open introduce start begin debut unveil adopt accept offer add release "
    "relaunch deploy install expand enter test pilot trial resume restart",
    "open": "open reopen inaugurate",
    "shut": "close shut axe cease halt suspend scrap discontinue withdraw recall stop end exit",
    "acquire": "buy acquire purchase win",
    "divest": "sell divest offload dispose float list demerge spin auction",
    "file": "file appeal submit lodge apply register charge indict",
    "report": "report post record earn reach beat exceed top hit",
    "guide": "forecast guide predict project issue publish",
    "raise": "raise increase lift boost hike double improve",
    "cut": "cut reduce lower slash trim shed lay eliminate axe remove",
    "hire": "appoint name hire recruit elect choose pick promote select",
    "leave": "resign leave quit retire depart step",
    "sue": "sue",
    "settle": "settle pay repay refund compensate plead",
    "rule": "rule approve clear decide vote back grant fine order pass convict sentence uphold ban "
    "block reject authorise authorize impose adopt allow permit",
}
# event: verbs that say the opposite happened, with the actor as their subject
UNDONE = {
    "confirm": "deny refute",
    "deny": "confirm admit acknowledge",
    "cut": "raise increase lift",
    "raise": "cut lower reduce slash",
    "shut": "save keep reprieve",
    "leave": "stay remain",
    "rule": "",
    "divest": "keep retain",
    "acquire": "sell",
}
# verbs that call a plan off for good, alone or with the word that follows
OFF = frozenset("abandon scrap drop cancel ditch terminate withdraw axe abort reject veto".split())
OFF_WITH = {
    "call": "off",
    "walk": "away",
    "pull": "out",
    "back": "out",
    "rule": "out",
    "give": "up",
    "turn": "down",
    "break": "off",
    "vote": "down",
    "fall": "through",
}
# verbs by which those who decide end somebody else's plan
VETOING = frozenset("reject veto block prohibit vote turn".split())
DECIDERS = lazy(
    r"\b(?:authority|commission|board|office|agency|ministry|regulators?|watchdog|shareholders|"
    r"investors|owners|members|council|parliament|government|cabinet)\b",
    re.I,
)
# events of which "it dropped the price" would be one, or the contrary
ENDING = frozenset("shut cut leave raise guide report".split())
JUDGING = frozenset("rule decide judge".split())
# what can be called off, beside the thing itself
PLANS = frozenset(
    "plan plans idea proposal bid offer talks negotiations deal purchase acquisition takeover "
    "merger agreement intention scheme project pursuit opening openings closure closures closing "
    "sale launch listing float flotation spin-off strike move effort appointment recall".split()
)
# "has no plans to": a negated intention, which is a no
NEVER = lazy(
    r"(?:\b(?:will|would) (?:not|never)|\b(?:won't|wouldn't)|\b(?:has|have|had) no (?:plans?|"
    r"intention) (?:to|of)|\b(?:decided|decides) (?:not to|against)|\bno longer (?:plans|planned|"
    r"intends|intended|wants|wanted) to|\b(?:did|does|do) not (?:plan|intend|want) to)$"
)
# what limits a no to a time or a part
LIMITED = lazy(
    r"\b(?:until|till|before|yet|unless|if|for now|for the moment|today|immediately|temporar\w+|"
    r"this (?:week|month|quarter|year)|at present|currently|(?<!after )all|only|alone|just|"
    r"pending)\b",
    re.I,
)
# what makes a calling off a putting off
STAYED = lazy(
    r"\b(?:until|till|unless|for now|for the moment|temporar\w+|pending|this (?:week|month|"
    r"quarter|year))\b",
    re.I,
)
# what talks do when nothing comes of them
COLLAPSING = frozenset(("collapse", "fail"))
# verbs of a decision: which of them are a yes and which a no depends on what was asked
GRANTING = frozenset(
    "approve clear back grant pass allow authorise authorize permit uphold adopt endorse accept "
    "ratify".split()
)
REFUSING = frozenset("block reject refuse veto dismiss ban deny overturn".split())
# what keeps a sentence from being an answer: rumour, plan, condition, forecast
OPEN = (
    r"reportedly|rumou?r\w*|speculat\w*|alleged\w*|is said to|are said to|said to be|sources?\b|"
    r"people familiar|people close|person familiar|unconfirmed|understood to|believed to|thought "
    r"to|may|might|could|"
    r"would|should|if|unless|whether|likely|expect(?:s|ed|ing)?|plan(?:s|ned|ning)?|hop(?:es|ed|ing)|"
    r"aim(?:s|ed|ing)?|intend(?:s|ed)?|consider(?:s|ing)?|mull\w*|weigh(?:s|ing)|explor(?:es|ing)|"
    r"set to|due to|poised|close to|near(?:s|ing)|about to|in talks|seek(?:s|ing)?|want(?:s|ed)?|"
    r"propos(?:es|ed|al)|potential\w*|possibl[ey]|prepar(?:es|ing)|yet to|looks? set|ready to|"
    r"analysts?|predict\w*|forecasts?|urge[sd]?|call(?:s|ed) on|calls for|subject to|conditional"
)
# stems that say when, not what
CALENDAR = frozenset(
    "januari january februari february march april may june july august septemb octob novemb "
    "decemb monday tuesday wednesday thursday friday saturday sunday spring summ autumn wint "
    "year quart month week day end start begin middle next".split()
)
COUNTED = frozenset("open shut cut hire launch".split())
# verbs that say too little to be what happened
LIGHT = frozenset(
    "be have do make take get go give plan set need deal store share price cost".split()
)
# what makes a sentence hearsay
EVIDENTIAL = lazy(
    r"\b(?:reportedly|rumou?r\w*|speculat\w*|is said to|are said to|said to (?:be|have)|"
    r"unconfirmed|"
    r"(?:people|person|sources?|insiders?) (?:familiar|close|with|said|say|told|briefed)|"
    r"according to (?:\w+ )?(?:sources?|people|insiders?|reports?)|"
    r"(?:media|press|newspaper) reports?|reports? (?:says?|said|suggest\w*)|understood to|"
    r"believed to|thought to)\b",
    re.I,
)
# verbs left of the event that turn it into something else
TURNING = frozenset(
    "fail refuse deny decline postpone delay defer bar block stop halt prevent forbid suspend sue "
    "abandon drop scrap shelve ditch cancel consider weigh mull claim allege urge press ask "
    "threaten dispute contest contradict reject keep warn plan intend want hope aim expect "
    "promise vow pledge try attempt seek".split()
)
# verbs of a speaker who does not vouch for it
LOOSE = frozenset(
    "claim allege believe think suggest insist argue speculate wonder assume rumour fear muse "
    "joke quip tweet".split()
)
# words anywhere in the sentence that turn the event, and those that take the article's news back
TURNED = lazy(
    r"\b(?:all but|almost|nearly|virtually|short of|instead|rather than|not yet|yet to|no longer|"
    r"whether|as if|as though|would have|was to have|were to have|if|unless|temporar\w+|briefly|"
    r"in name only|on paper|in theory|"
    r"for (?:an?|one|two|three|the|\d+) (?:hours?|days?|nights?|weeks?|weekends?|afternoon))\b",
    re.I,
)
TAKEN_BACK = lazy(
    r"\b(?:wrong(?:ly)?|false(?:ly)?|mistake(?:n|nly)?|erroneous(?:ly)?|incorrect(?:ly)?|untrue|"
    r"not true|in error|an error|hoax|misreport\w*|satir\w+|deni(?:ed|es)|denying|"
    r"(?:withdrew|withdrawn|retracted|corrected) (?:the|its|that|a) (?:report|story|claim))\b",
    re.I,
)
# in an object these leave nothing of it
NONE = frozenset("no none not never nothing nobody neither nor hardly without".split())
# periods that one figure is not another's
PERIOD = lazy(
    r"annual|yearly|full-year|half-year|quarterly|monthly|weekly|(?:first|second|third|fourth)-"
    r"(?:quarter|half)"
)
# before these words a clause tells of something else than the news
ASIDE = frozenset("before until once when where lest unless if whether".split())
BEGUN = frozenset("begin start".split())
# who acts for a company: "Copperline's board", "the board of Copperline"
ORGAN = r"(?:board|directors|management)"
# who may say it, beside the actor itself and the parties asked about
OWN_VOICE = lazy(
    r"^(?:(?:its|the|their) )?(?:new |former )?(?:chief executive|chair\w*|managing director|"
    r"finance (?:director|chief)|founder|president|ceo)\b|"
    r"\b(?:it|they|he|she|compan(?:y|ies)|firms?|group|retailer|chain|grocer|supermarket|airline|"
    r"bank|carmaker|maker|business|brand|start-?up|sides|both|spokes\w+|statement|filing|executive|"
    r"chair\w*|director|clerk|regulator|ministry|release)$",
    re.I,
)
# nouns that stand for one another as what is bought, shut, cut or sold
ALIKE = (
    "shop store outlet branch location cafe restaurant",
    "purchase acquisition takeover deal buyout transaction merger",
    "job worker staff employee position post role",
    "plant factory",
    "arm unit division business subsidiary",
    "forecast outlook guidance",
    "strike walkout",
    "fine penalty",
)
PARTLY = lazy(
    r"\b(?:first|last|one|some|half|part|most|several|many|few|third|quarter|majority) of\b|"
    r"\b(?:up to|fewer than|less than|under|nearly|almost)\b",
    re.I,
)
PAST = lazy(
    r"\b(?:last (?:year|spring|summer|autumn|winter|decade|century)|(?:years?|decades?|months) "
    r"(?:ago|earlier|before)|previously|formerly|once|back in|in the past|at the time)\b",
    re.I,
)
