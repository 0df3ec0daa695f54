"""Phrases cut out of a tagged sentence, tidied to be read as a label."""

from __future__ import annotations

import re

from briefing.core.card import measures_words as words_of
from briefing.core.language import chunks, tagger
from briefing.core.language.figures import Quantity
from briefing.core.language.patterns import lazy
from briefing.core.language.tagger import Token

_LINKS = ("and", "or", "&", ",")
_BEFORE_NOUN = ("ADJ", "VBG", '"', "“", "''", "``")
_OF_NOUN = ("of", "on", "in", "for", "at", "per")
NOUNISH = ("NN", "NAME", "ADJ", "NUM", "POS", "VBG")


def bare(phrase: str) -> str:
    """Return a phrase without its article."""
    phrase = re.sub(r"^(?:(?:that|the|its|their|a|an)\s+)+", "", phrase, flags=re.I)
    return phrase.lower() if re.fullmatch(words_of.METRIC, phrase.lower()) else phrase


def ending_at(tokens: list[Token], end: int, *, entire: bool = False) -> str | None:
    """Return the noun phrase whose last token ends at an offset.

    `entire`: with the noun it is part of.
    """
    at = [i for i, t in enumerate(tokens) if t.start < end <= t.end + 1]
    if (
        at
        and tokens[at[-1]].tag in ("VB", "VBZ")
        and re.fullmatch(words_of.METRIC, tokens[at[-1]].low)
    ):
        k = at[-1]  # "the home-sale price to rise": a word of business behind a noun is no verb
        tokens = [*tokens[:k], tokens[k]._replace(tag="NN"), *tokens[k + 1 :]]
    span = chunks.noun_phrase_ending(tokens, at[-1] + 1) if at else None
    if span is None or tokens[span[0]].tag == "PRP" or tokens[span[1] - 1].tag == "NUM":
        return None
    span = of_business(tokens, span)
    return joined(tokens, whole(tokens, span) if entire else span)


def listed_to(tokens: list[Token], end: int) -> str | None:
    """Return the whole of a list whose last noun ends at an offset: "price in Ohio and Iowa"."""
    at = [i for i, t in enumerate(tokens) if t.start < end <= t.end + 1]
    span = chunks.noun_phrase_ending(tokens, at[-1] + 1) if at else None
    if span is None:
        return None
    start, stop = entire_list(tokens, span)
    if tokens[start].low in ("and", "or") or tokens[start - 1].low in ("and", "or"):
        return None
    return joined(tokens, whole(tokens, (start, stop)))


def of_what(tokens: list[Token], head: Token) -> str:
    """Return what follows a noun with "of": " of empty shops"; nothing where nothing does."""
    i = k = next(i for i, t in enumerate(tokens) if t.start == head.start) + 1
    if i < len(tokens) and tokens[i].low == "of":
        k = i + 1
        while k < len(tokens) and tokens[k].tag in (*NOUNISH, "DET") and k - i < 6:
            k += 1
    return f" {joined(tokens, (i, k))}" if k > i + 1 and tokens[k - 1].tag in NOUNISH else ""


def whole(tokens: list[Token], span: tuple[int, int]) -> tuple[int, int]:
    """Return a noun phrase with the noun it belongs to: "gifts" -> "Spending on gifts"."""
    start, end = span
    for _ in range(2):
        back = start
        while (
            back > 1
            and tokens[back - 1].tag in ("ADJ", "VBG", '"', "“", "''", "``")
            and start - back < 4
        ):
            back -= 1
        if back > 1 and tokens[back - 1].low in _OF_NOUN:
            start = back
        if start < 2 or tokens[start - 1].low not in _OF_NOUN:
            break
        head = chunks.noun_phrase_ending(tokens, start - 1)
        if head is None and tokens[start - 2].tag in ("NN", "VBG"):
            head = (start - 2, start - 1)
        if head is None or tokens[head[0]].tag == "PRP" or head[1] != start - 1:
            break
        start = head[0]
    return start, end


_KINDS = frozenset("operating underlying adjusted recurring trading".split())


def of_business(tokens: list[Token], span: tuple[int, int]) -> tuple[int, int]:
    """Return a noun phrase with the word that says which profit it is: "operating profit"."""
    start, end = span
    while (
        start
        and tokens[start - 1].low in _KINDS
        and not (start > 1 and tokens[start - 2].low.endswith("ly"))  # "seasonally adjusted"
        and re.fullmatch(words_of.METRIC, tokens[end - 1].low)
    ):
        start -= 1
    return start, end


def entire_list(tokens: list[Token], span: tuple[int, int]) -> tuple[int, int]:
    """Return a noun phrase with what it is the last of, and the noun the list belongs to.

    "utilities" -> "output from factories, mines and utilities": it is not the utilities that rose.
    """
    start = span[0]
    if not start or tokens[start - 1].low not in ("and", "or", "&"):
        return whole(tokens, span)
    while start and (tokens[start - 1].tag in NOUNISH or tokens[start - 1].low in _LINKS):
        start -= 1
    if start and tokens[start - 1].tag == "IN":
        head = noun_ending(tokens, start - 1)
        if head is None and start > 1 and tokens[start - 2].tag == "VBG":
            head = start - 2  # "Spending on health and education"
        return (head, span[1]) if head is not None else whole(tokens, span)
    return start, span[1]


def noun_ending(tokens: list[Token], end: int) -> int | None:
    """Return where the noun phrase that ends before a token begins."""
    found = chunks.noun_phrase_ending(tokens, end)
    return found[0] if found and tokens[found[0]].tag != "PRP" else None


def joined(tokens: list[Token], span: tuple[int, int]) -> str:
    """Return the words of a span as printed."""
    out = ""
    for k in range(*span):
        gap = " " if k > span[0] and tokens[k].start > tokens[k - 1].end else ""
        out += gap + tokens[k].text
    return out


def short(phrase: str) -> str:
    """Return a phrase cut before what is no longer part of it."""
    uncut = phrase
    phrase = re.split(
        r" [-–] |(?<!-)\b(?:through|after|following|since|because|as|when|while|which|who|that|"
        r"compared|from|to|by|and|result|is|are|was|were|on|next|last|this|between|had|has|have|will|would)\b(?!-)"
        r"|\bfor (?=[A-Z]{0,3}[$£€₹¥\d]|Rs\b)|\bworth\b"
        r"|(?<!ed )(?<!seen )\bin (?:a deal\b|(?=(?:19|20)\d\d\b))",
        phrase,
    )[0]
    phrase = re.sub(r" (?:it|they|he|she) $", "", phrase)  # "the 20% share it would have"
    if uncut[len(phrase) :].startswith("and"):  # "for fashion and homeware": not the half of it
        phrase = re.sub(r" for \w+ $", "", phrase)
    parts = phrase.split(" of ")
    return " ".join(" of ".join(parts[:2]).split()[:9])


def ended(phrase: str) -> str:
    """Return a phrase without words at its end that lead on to something cut off."""
    return re.sub(
        r"(?:\s(?:more|most|less|than|about|plus|(?<!falling )due|seen|between|during|in|of|some|"
        r"the|an?|at|on|for|by|to|from|with|and|or))+$",
        "",
        phrase,
    )


def tidy(phrase: str) -> str:
    """Return a phrase without loose ends; nothing if it says nothing."""
    phrase = _COMPARED.sub("", " ".join(phrase.split()).strip(" ,;:-–—\"'“”"))
    for _ in range(2):
        phrase = re.sub(
            r"^(?:(?:the )?(?:company|firm|group|retailer)['’]s|the|"
            r"a|an|its|their|his|her|and|of|in|that|for|on|warned|had|has|have|was|were|is|are|"
            r"been|mere|huge|also|with)\s+",
            "",
            phrase,
            flags=re.I,
        )
    phrase = re.sub(r"^.* and an? (?=[a-z]+$)", "", phrase)  # "a sentence and a fine of $9"
    phrase = re.sub(r"^((?:rise|fall) in )?(?:year|month|week|quarter) (?=[a-z])", r"\1", phrase)
    phrase = re.sub(
        r"(?: of| in| from)?(?: the)? (?:more|most|less|than|nearly|about)$", "", phrase
    )
    if (
        len(phrase) > 90
        or re.search(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y|[Yy]ou|[Yy]our|us)\b", phrase)
        or not re.search(r"[A-Za-z]{3}", phrase)
        or re.match(r"(?:rise in|fall in|price of) (?:and|or|in|on|at|by)\b", phrase)
        or re.match(r"[Tt]h(?:is|at) [a-z]+s\b", phrase)
        or re.match(r"(?:said|says|told|added) |[$£€]?\d[\d.,]* [a-z]+$", phrase)
        or re.fullmatch(
            r"(?i)(?:this|that|these|those|it|they|quarter|year|higher|lower|more|less|most|"
            r"share of (?:it|them)\b.*|share of (?:this|that|these|those)|"
            r"(?:lower|upper|top|bottom|high|low) end of .*range|\d{1,2} (?:Jan|Feb|Mar|Apr|May|"
            r"Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*|figure.*|average|oil|"
            r"short|shy|ahead|dollars|euros|(?:rise|fall) in (?:track|course|pace)|instead|result|"
            r"equivalent|"
            r"first|second|third|main|foreign|government|hit .*|(?:previous|last) year|.*\d%.*)",
            phrase,
        )
    ):
        return ""
    return phrase


_AND_OWN = lazy(
    r"^(?:\d[\d.,]* [\w -]+ and (?:its |their |his |her )?"
    r"|(?P<way>(?:rise|fall) in )?.{3,60} and (?:forecasts?|expects?|plans?|says|reports?) )"
    r"(?P<own>[a-z][\w -]*(?: \(earlier figure\))?)$"
)
_FORECASTER = lazy(  # "research group JD Power estimates sales"
    r"^(?P<way>(?:rise|fall) in )?(?:[\w&.’'-]+ )+?(?:(?:estimates|expects|predicts|reckons|says)|"
    r"(?<=company )forecast|(?<=firm )forecast|(?<=group )forecast) "
    r"(?P<own>(?!the\b|its\b|an?\b|to\b|.* to\b)[a-z][\w -]*)$"
)
_FIGURE_AND = lazy(
    r"^(?P<way>(?:rise|fall) in )?[\d.,]+ ?(?:%|per ?cent|percentage points?)? and (?P<own>.+)$"
    r"|^\w+ of [$£€]?\d[\d.,]*(?: \w+illion)? (?:on|in) (?P<second>[a-z].*)$"
)
_SHARE = lazy(
    r"(?P<way>(?:rise|fall) in )?(?:fully |diluted |common |basic )*share"
    r"(?P<late> \(earlier figure\))?"
)
_PER_SHARE = lazy(
    r"(?P<what>\b[A-Za-z]+) per (?:fully |diluted |common |basic )*share\b(?!.* per share)"
)
_EMPTY = lazy(
    r"(?:a )?(?:(?:new|good|high|low|full|net|overall|current|expected|projected) )?(?:increase|"
    r"improvement|decrease|decline|reduction|rise|fall|gain|drop|range|total|rate|levels?|period|"
    r"benefit|impact|excess|mark|path|points|worldwide|flat|greater|better|remains|free|mix|line|"
    r"amount|new|next|top|year-over-year|year-on-year|linked-quarter|electronic)"
    r"(?: (?:as reported|year|year over year|in constant currency))?|(?:versus|due|vs)\b.*"
    r"|(?:(?:prior|same|last|previous|next|first|second|third|fourth|fiscal|current|year) )*"
    r"(?:year|quarter|period|month|week)s?",
    re.I,
)
_COMPARED = lazy(r"^(?:year-over-year|year-on-year|sequential(?:ly)?|linked-quarter) (?=\w)")


def own_part(phrase: str, before: str) -> str:
    """Return a measure without another figure, with what it is per: "share" -> "earnings per"."""
    if m := _FIGURE_AND.match(phrase):
        return m["second"] or (m["way"] or "") + m["own"]
    if m := _AND_OWN.match(phrase) or _FORECASTER.match(phrase):
        return (m["way"] or "") + m["own"]
    bare = _SHARE.fullmatch(phrase)
    if bare and (m := _PER_SHARE.search(before)):
        what = m["what"] if m["what"].isupper() else m["what"].lower()
        return f"{bare['way'] or ''}{what} per share{bare['late'] or ''}"
    return phrase


def is_empty(phrase: str, *, alone: bool = False) -> bool:
    """Say whether a measure says nothing: "increase", "versus last year"; `alone`: "share" too."""
    bare = phrase.removesuffix(" (earlier figure)").removesuffix(" (for comparison)")
    return _EMPTY.fullmatch(bare) is not None or (alone and bare.lower() == "share")


def is_quantity(phrase: str) -> bool:
    """Say whether a phrase names something that goes up and down: "sales", "shares in Kroger"."""
    return re.search(rf"(?i)\b{words_of.METRIC}\b|^the [A-Z]", phrase) is not None


def done(phrase: str, tokens: list[Token], q: Quantity) -> str:
    """Return "stores closed" for what "closed 31 stores" counts."""
    at = next((i for i, t in enumerate(tokens) if t.start >= q.start), 0)
    verb = tokens[at - 1] if at else None
    what = words_of.DONE.get(tagger.base(verb.low) or verb.low) if verb else None
    past = verb is not None and verb.tag == "VBD"
    single = re.search(r"s(?: of [\w’' -]+)?$", phrase)
    return f"{phrase} {what}" if what and past and single and " " + what not in phrase else phrase


def sent_by(tokens: list[Token], end: int) -> str | None:
    """Return the offer behind whose sender stands a sum: "a proposal from Corvane worth"."""
    k = max((i for i, t in enumerate(tokens) if t.start < end), default=-1)
    if k < 0 or tokens[k].tag != "NAME":
        return None
    while k > 0 and tokens[k].tag in (*NOUNISH, "DET"):
        k -= 1
    if tokens[k].low not in ("from", "by", "with"):
        return None
    start = noun_ending(tokens, k)
    return tidy(joined(tokens, (start, k))) if start is not None else None
