"""Words that tie a sentence to the one before it, as patterns; and what is no news at all."""

from __future__ import annotations

import re

from briefing.core.language.patterns import lazy

_OPEN = r"(?P<open>[\"'“‘(\[]*)"

# Dropped when they start a sentence.
CONNECTIVE = lazy(
    rf"^{_OPEN}(?!so (?:far|long|many|much|\w+ (?:is|was|are|were))\b)"
    r"(?:(?:but|and|so|yet|also|however|meanwhile|moreover|furthermore|nevertheless|"
    r"nonetheless|therefore|thus|hence|still|additionally|consequently|accordingly|"
    r"(?:in addition|as a result|in contrast|by contrast|instead|besides)(?! (?:to|of|with)\b)|"
    r"in turn|in fact|indeed|for example|for instance|on the other hand|at the same time|"
    r"that said|even so|plus|in short|in other words|after all|"
    r"of course|overall|finally|similarly|likewise|then|"
    r"it(?:'|’)?s (?:also )?worth noting that|needless to say|to be sure|again)\b,?)\s+",
    re.I,
)
# Connectives that carry the sense of the sentence: not to be dropped unless set off by a comma.
BOUND = lazy(
    r"^[\"'“‘(\[]*(?:or|so that|instead of|besides the|plus the|still (?:more|others|a|the|in)|"
    r"as for|because of (?:this|that)|after (?:that|this)|(?:and|but|so|or) (?:for|so|to|yet)\b|"
    r"then[- ]|again and|conversely|otherwise|similarly|likewise|also (?:on|in|at|among)\b|"
    r"what(?:'|’)s more|"
    r"earlier in the call|on the contrary|but (?:even|only)|yet (?:another|to)|thus far|so far|"
    r"still,? (?:to|at|no)|so (?:many|much|far|long))\b",
    re.I,
)
# What is left pointing backwards.
DANGLING = lazy(
    r"^[\"'“‘(\[]*(?:he|she|it|they|him|them|his|her|hers|its|their|theirs|these|those|this|that|"
    r"such|both|"
    r"neither|either|here|there(?!\s+(?:is|are|was|were|has|have|will|would|can|could|may|might|"
    r"should)\b)|"
    r"one of (?:them|these|those)|each of (?:them|these)|some of (?:them|these|those)|many of "
    r"(?:them|these|those)|"
    r"if (?:the (?:duo|pair|trio|two)|it happens|this happens|so|not)|"
    r"the (?:duo|pair|trio|latter|former|two|move|decision|incident|same|other|others|second|third|"
    r"company|firm|retailer|group|chain|supermarket(?: chain)?|deal|bank|carmaker|airline|report|"
    r"agency|suspect|"
    r"victim|teenager|couple|man|woman|boy|girl|club|actor|actress|singer|film|figure|figures|"
    r"announcement|"
    r"statement|ruling|verdict|results?|merger|takeover|case|accident|attack|news|latter|"
    r"following|above)|"
    r"the (?:offer|plan|agreement|proposal|dispute|scheme|complaint|lawsuit|order)(?! (?:of|to|"
    r"for|between|by|from|with|that|in|on)\b)|"
    r"a (?:spokes(?:man|woman|person))|another(?! \$?\d)|others|the other|doing so|one(?= (?:of "
    r"(?:them|these|those|his|her|its|their)|was|is|had|has|recently|also|said|such|minute)\b)|"
    r"another one|all (?:this|that|these|those|of (?:this|that|these|them))|"
    r"even (?:he|she|it|they|this|that)|despite (?:this|that|these)|like (?:this|that)|with "
    r"(?:this|that|these)|"
    r"among (?:them|these|those)|for (?:this|that|these|them|him|her)|in (?:this|that|these|"
    r"those|doing so)|at that|by (?:this|that|doing)|"
    r"but|and|or|so|yet|also|however|meanwhile|moreover|furthermore|nevertheless|nonetheless|"
    r"instead|therefore|thus|"
    r"hence|then|besides|still|additionally|similarly|likewise|consequently|accordingly|"
    r"conversely|otherwise|"
    r"in addition|in contrast|by contrast|in turn|in fact|indeed|as a result|for example|for "
    r"instance|"
    r"on the other hand|on the contrary|at the same time|that said|even so|plus|because of "
    r"(?:this|that)|as for|"
    r"what'?s more|in other words|in short|after (?:that|this)|again|(?:no|yes|well|okay|sure|"
    r"like)(?=[,.])|which|whereby|whom|"
    r"the (?:answer|reasons?|stock|shares|share price)(?! (?:of|to|for|behind|why|in|at|that)\b)|"
    r"(?:when|while|as|since|after|before|because|although|though|if|once) (?:he|she|it|they|"
    r"this|that|these|those|him|her|his|its|their)|"
    r"(?:in|on|at|to|from|of|for|with|after|during|under|since|by|about) (?:his|her|its|their|"
    r"this|these|those|that|it|him|them|such))"
    r"(?:'s|’s|'ve|’ve|'re|’re|'d|’d|'ll|’ll)?(?![\w-])",
    re.I,
)
# What may begin an article's first sentence although it would point backwards in any other.
OPENING = lazy(
    r"^[\"“'‘]*(?:it\b(?!['’]s (?:a|the) )|the (?!latter|former|same|other|move|above|"
    r"following)\w+|those (?!poor)|a spokes\w+|after (?:he|she|they)|"
    r"(?:before|while|when|as|since|although|though|if) (?:he|she|they|it)|another|one|for "
    r"(?:its|their|his|her)|in (?:this|these|its|their))\b",
    re.I,
)
HE = lazy(
    r"^(?P<lead>[\"“]?)(?P<who>(?:he|she)\b(?!['’]ll|['’]d)|(?:his|her)(?= "
    r"(?!own)[a-z]+))(?P<own>)",
    re.I,
)
IT = lazy(
    r"^(?P<lead>)(?P<who>It(?= (?:has|had|also|now|plans|said|says|will|would|expects|expected|"
    r"announced|reported|"
    r"operates|runs|owns|sells|sold|bought|opened|launched|aims|hopes|wants|made|posted|added|"
    r"cut|raised|currently|recently)\b)|"
    r"Its(?= (?!own)[a-z]+))(?P<own>)"
)
THE_FIRM = lazy(
    r"^(?P<lead>)(?P<who>The (?:company|firm|retailer|group|chain|supermarket(?: chain)?|grocer|"
    r"airline|carmaker|"
    r"bank|giant|brand|business|manufacturer|brewer|operator|e-commerce giant|online retailer|"
    r"tech giant))(?P<own>['’]s)?(?=[\s,])(?! (?:that|which|who|whose|of|behind|for|from|at|with|"
    r"called|named|known|owned|formerly|led|based|founded)\b)"
)
THE_STOCK = lazy(r"^The (?=(?:stock|shares?(?: price)?)\b(?! (?:of|in|for|at)\b))")
HE_SAID = lazy(
    r"(?:[,!?]['\"”’]\s*|\b)(?P<who>he|she|they|it)\s+(?:said|added|told|says|explained|noted|"
    r"wrote|"
    r"tweeted|continued)\b",
    re.I,
)
FIRST_PERSON = lazy(
    r"(?:^|[\s(\"“])(?:I(?:['’](?:m|ve|ll|d))?|we(?:['’](?:re|ve|ll|d))?|our|us|you(?:['’](?:re|"
    r"ve|ll|d))?|your|my|me)(?=[\s,.!?'’;:]|$)"
    r"|^[\"“'‘]*(?:We|Our|You|Your|My|Let)(?:['’]\w+)?\s"
)
FURNITURE = lazy(
    r"\b(?:read (?:more|also)|also read|click here|scroll down|sign up|subscribe|image (?:credit|"
    r"courtesy|source|"
    r"caption)|photo(?:graph)?s?(?: by| credit|:)|getty images|shutterstock|file photo|ht photo|"
    r"afp photo|"
    r"copyright|all rights reserved|auto ?loading|cookies? policy|fb pixel|pictured (?:above|"
    r"below|left|right)|"
    r"scroll for video|story continues|mins? read|most popular stories|contributed to this "
    r"(?:report|story)|"
    r"terms apply|affiliate links?|may (?:receive|earn) (?:an? )?(?:\w+ )?(?:commission|"
    r"compensation)|"
    r"products from (?:one or more of )?our|"
    r"the opinions expressed|cnn student news|safe harbou?r|forward-looking statements|"
    r"newsletter)\b|"
    r"\(pictured|, pictured (?:at|in|on|here|with|during)\b|^\d{1,3} ?of ?\d{1,3}(?=[A-Z])|"
    r"^About [A-Z][\w&.'’ -]{1,40}? (?:Founded|Established|Headquartered|Based)\b|"
    r"^pictured\b|^(?:above|below|left|right|clockwise)(?: from)?\b[^.]{0,20}[,:]|"
    r"^(?:by|writer|editor|share|menu|source|watch|video|related|tags?|topics|"
    r"published|updated|"
    r"written by|edited by|reporting by|editing by)\s*[:|.]|^\s*(?:share|menu|loading|"
    r"advertisement)\b[. ]*$|"
    r"follow (?:us|@)|@\w+ (?:for more|on twitter)|\b(?:published|updated): ",
    re.I,
)
RUN_TOGETHER = lazy(r"\b[A-Z]{4,}(?:[A-Z][a-z]+ ){2}")
# The same for the other languages: what begins a sentence that leans on the one before.
LOOSE = lazy(
    r"^[\"“„«「]?(?:(?:Er|Sie|Es|Dies|Diese[rsm]?|Das|Aber|Doch|Und|Deshalb|Daher|Zudem|Außerdem|"
    r"Allerdings|"
    r"Dennoch|Damit|Dabei|Ihr|Sein|Seine|Il|Elle|Ils|Elles|Ce|Cela|Cette|Ces|Mais|Et|Donc|Ainsi|"
    r"Pourtant|Toutefois|"
    r"Cependant|Son|Sa|Ses|Leur|Él|Ella|Ellos|Esto|Esta|Este|Estos|Pero|Y|Además|Sin embargo|Por "
    r"eso|Su|Sus)\b"
    r"|他们?|她们?|它们?|这|该|此外|但是?|然而|因此|同时|其|而|これ|それ|彼|同社|しかし|また|そのため|一方)"
)


def balanced(sentence: str) -> bool:
    """Say whether quotation marks and brackets close."""
    return (
        sentence.count('"') % 2 == 0
        and sentence.count("“") == sentence.count("„" if "„" in sentence else "”")
        and sentence.count("「") == sentence.count("」")
        and sentence.count("(") == sentence.count(")")
        and sentence.count("[") == sentence.count("]")
    )


def connected(sentence: str) -> str | None:
    """Return the sentence without the connective it starts with; None if it cannot be dropped."""
    for _ in range(2):
        if m := CONNECTIVE.match(sentence):
            rest = sentence[m.end() :]
            if BOUND.match(m.group()) and not m.group().rstrip().endswith(","):
                return None
            sentence = m.group("open") + upper(rest)
    return sentence if not BOUND.match(sentence) else None


def upper(text: str) -> str:
    """Return the text with a capital first letter."""
    return text[:1].upper() + text[1:]
