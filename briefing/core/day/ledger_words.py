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
    "shut": "reopen save keep reprieve",
    "leave": "stay remain",
    "rule": "",
    "divest": "keep retain",
    "acquire": "sell",
}
# verbs and phrases that call off whatever it was, when their object is the matter asked about
OFF = frozenset(
    "abandon scrap drop cancel shelve ditch terminate withdraw reject collapse axe abort pull "
    "reverse rescind block veto refuse".split()
)
OFF_PHRASES = (
    r"called? off|calls off|calling off|walk(?:ed|s)? away|end(?:ed|s)? (?:the |its |their |all )?"
    r"(?:talks|negotiations|discussions|pursuit|interest|bid)|talks (?:have |had )?"
    r"(?:ended|collapsed|broke|broken|failed|fell)|ruled? out|rules out|pull(?:ed|s)? out|backed "
    r"out|"
    r"no longer|broke off|broken off|turn(?:ed|s)? down|gave up|given up|fell through|fallen "
    r"through|"
    r"decided (?:not to|against)|decides (?:not to|against)|fail(?:ed|s) to|den(?:ied|ies|y)|"
    r"has no (?:plan|plans|intention)|have no plans|no plans? to|(?:will|would) (?:not|never)|"
    r"won't|wouldn't|(?:does not|doesn't|no longer) (?:intend|plan|want)"
)
# verbs of a decision: which of them are a yes and which a no depends on what was asked
GRANTING = frozenset(
    "approve clear back grant pass allow authorise authorize permit uphold adopt endorse accept "
    "ratify".split()
)
REFUSING = frozenset("block reject refuse veto dismiss ban deny overturn oppose".split())
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
