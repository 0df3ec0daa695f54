"""What the words right beside a figure make of it: a share of, a price of, funds raised."""

from __future__ import annotations

import re

from briefing.core.card import measures_phrases as phrases
from briefing.core.card import measures_words as words_of
from briefing.core.card.reading import Row
from briefing.core.language.figures import Quantity
from briefing.core.language.patterns import lazy
from briefing.core.language.tagger import Token


def behind(tokens: list[Token], after: str, q: Quantity) -> str | None:
    """Return what the words right behind a figure say it is a share of or a change in."""
    share = q.kind in ("percent", "points", "ratio")
    if share and (m := words_of.SHARE_OF.match(after)) and not _A_POINT.match(m["what"]):
        if after[m.end() :].startswith(",") and re.search(r"-[a-z]+$", m["what"]):
            return None  # "80% of the first-time, successful founders": the noun is further on
        return _share(tokens, m["what"], q.end + m.start("what"))
    if share and (m := words_of.RESPONDS.match(after)):
        return f"share who {_said(m['what'])}"
    if q.kind == "percent" and (m := words_of.OWNED.match(after)):
        return f"share owned by {m['what'].strip()}"
    if m := words_of.CHANGE_IN.match(after):
        if re.search(r"\b(?:month|quarter|year)[ -]o", m["what"]):
            return phrases.short(_ON_MONTH.sub("", m["what"]))
        return phrases.short(re.sub(r"^(\w+) in (?:19|20)\d\d$", r"\1", m["what"]))
    return None


_ON_MONTH = lazy(r"\b(?:month|quarter|year)[ -](?:on|over)[ -](?:month|quarter|year) ?")
_A_POINT = lazy(r"(?:an?|one) (?:percentage )?point\b")  # "a quarter of a percentage point"
_VERB_ENDS = lazy(
    r"\s+\b(?:and|but|up(?= (?:from|by|to|on|\d))|"
    r"while|compared|after|if|when|because|with|than)\b.*$"
)


def _share(tokens: list[Token], what: str, start: int) -> str:
    """Return "share of those asked who said …", the verb put into a clause of its own."""
    if re.match(r"(?:what|which|how|whom)\b", what):
        return ""
    end = start + len(what)
    inside = [i for i, t in enumerate(tokens) if i and start < t.start < end]
    verb = next((tokens[i] for i in inside if _opens_clause(tokens, i, end)), None)
    whole = what[: verb.start - start] if verb else what
    noun = re.sub(
        r"\s+(?:already|either|also|still|now)\s*$",
        "",
        phrases.short(re.split(r"\bbut\b", whole)[0]),
    ).strip()
    if verb is None or not noun or len(noun) < len(whole.strip()) - 8:
        return f"share of {noun}" if noun else ""
    link = "who" if words_of.ANSWERING.search(noun) else "that"
    return f"share of {noun} {link} {_said(what[verb.start - start :])}"


def _opens_clause(tokens: list[Token], i: int, end: int) -> bool:
    """Say whether a verb is the predicate of the noun before it, not a participle: "units sold"."""
    token, before = tokens[i], tokens[i - 1]
    if i > 1 and before.low in ("either", "also", "still", "now", "already"):
        before = tokens[i - 2]
    if before.tag not in ("NN", "NAME", "RB", "VBD") or token.low == "last":
        return False
    if i + 1 >= len(tokens) or tokens[i + 1].start >= end:
        return False  # "his recent travels"
    if token.tag == "NN":  # "people unsubscribe from": no word is known for what it is
        follows = tokens[i + 1].tag in ("IN", "TO", "DET")
        asked = words_of.ANSWERING.fullmatch(before.low) is not None
        return follows and asked and not token.low.endswith("s") and tokens[i + 1].low != "of"
    if token.tag == "VB":
        return before.low.endswith("s") or words_of.ANSWERING.fullmatch(before.low) is not None
    if token.tag == "VBD":
        after = tokens[i + 1] if i + 1 < len(tokens) and tokens[i + 1].start < end else None
        acted = words_of.ANSWERING.fullmatch(before.low) and token.low.endswith("ed")
        tags = ("PRP", "DET", "NN", "ADJ") if acted else ("PRP", "DET")
        return after is not None and (after.tag in tags or after.low == "that")
    return token.tag in ("VBZ", "MD", "AUX")


def moved(before: str, after: str, q: Quantity) -> str | None:
    """Return "rise in shares of X" for "Shares of X closed 6.8% higher"."""
    if q.kind not in ("percent", "money"):
        return None
    if (by := words_of.MOVED_BY.search(before[-40:])) and (thing := _THE_THING.match(after)):
        return f"{'rise' if by['up'] else 'fall'} in {phrases.short(thing['what'])}"
    m = words_of.CLOSED.search(before[-90:])
    way = re.match(r"\s+(?:(higher|up)|lower|down)\b", after) if m and not m["way"] else None
    if m is None or not (way or m["way"]):
        return None
    up = way[1] if way else m["way"] == "up"
    what = re.sub(r" (?:have|has|had|were|was)$", "", m["what"])
    return f"{'rise' if up else 'fall'} in {phrases.bare(what)}"


_THE_THING = lazy(r"\s+(?:the|its|their) (?P<what>[^,.;:()\d]{3,40})(?!\w)")


def _said(words: str) -> str:
    """Return a predicate cut to the length of a label."""
    kept = " ".join(_VERB_ENDS.sub("", words).split()[:9])
    return re.sub(
        r"(?:\s+(?:to|for|of|at|in|on|the|a|an|their|least|more|rather|it|as|or))+$", "", kept
    )


def spent(before: str, after: str, q: Quantity) -> str | None:
    """Return what a verb makes of the money behind it: "raised", "fined", "values it at"."""
    if q.kind != "money":
        return None
    if m := words_of.NAMED.match(after):
        return m["what"]
    if m := words_of.VALUED.search(before[-70:]):
        known = re.fullmatch(r"it|them|the (?:company|firm|group|business)", m["who"])
        return "valuation" if known else f"value of {m['who']}"
    m = words_of.VERB.search(before[-70:])
    if (
        m is None
        or _NO_OBJECT.match(m["who"])
        or (m["who"] and m["verb"][:4] in ("rais", "save", "savi", "sell", "lost", "losi"))
    ):
        return None
    verb = m["verb"].lower()
    if verb.startswith("offer") and re.match(r" (?!per\b|for\b|to\b|in\b|an?\b)[a-z]", after):
        return None  # "offers a $100,000 guarantee"
    made = next((v for k, v in words_of.SPENT.items() if verb.startswith(k)), None)
    return _further(made, m["who"].strip(), after) if made in ("payment", "spending") else made


_ON = lazy(
    r"^\s+(?P<how>on|in|to)\s+(?P<what>(?:(?<=on )(?:(?:its|their|the) )?[A-Za-z]"
    r"|(?<=in )(?!(?:the|a|an|its|total|cash|all|advance|order|exchange|return|case|part)\b)[a-z]"
    r"|(?<=to )(?:the|its|his|her|their|[A-Z])\b)[^,.;:()\d]{2,45})(?!\w|\s*\d)"
)


def _further(made: str, who: str, after: str) -> str:
    """Return what money was paid or spent with what for, or to whom, where that is said."""
    m = _ON.match(after)
    if m and (what := phrases.ended(phrases.short(m["what"]))):
        return f"{made} {m['how']} {what}"
    named = made == "payment" and who and not _NOBODY.match(who)
    return f"{made} to {who}" if named else made


_NO_OBJECT = lazy(  # "starting pay will go up to": no one is paid
    r"(?:will|would|could|may|might|should|is|are|was|were|has|have|had|ris\w+|rose|f[ae]ll\w*)\b"
)
_NOBODY = lazy(
    r"(?:down|off|out|back|up|were|was|is|are|like|about|at|just|close|some|roughly|approximately|"
    r"him|her|them|us|me|you|it|an?|more|less|over|under|nearly|almost|only|annual\w*)\b"
)


def bought(before: str, after: str, q: Quantity) -> str | None:
    """Return what the money is the price of."""
    if q.kind != "money":
        return None
    if re.search(rf"\b(?:paid|pays?|paying) {words_of.LEAD}$", before[-40:]):
        paid = re.match(
            r"(?: \([^)]*\))? for (?P<what>(?:(?:an?|the|its) )?"
            r"(?:[^,.;–-]|(?<=\d)\.(?=\d)|(?<=\w)-(?=\w)){2,50}?)(?= in\b| to\b| "
            r"on\b| from\b|[,;]|\.(?!\d)| -| –|$)",
            after,
        )
        return f"price paid for {paid['what']}" if paid else None
    m = words_of.BOUGHT.search(words_of.APPOSED.sub("", before[-180:]))
    if m is None or re.search(r"\b(?:that|which|could|would|deal)\b|^by\b", m["what"]):
        return None
    what = re.sub(r"^of | (?:to|from) [A-Z].*$", "", m["what"])
    return f"price of {what}"


_TIMED = lazy(
    r"\b(?:years?|months?|quarters?|weeks?|earlier|previous\w*|prior|last|ago|before|period|then|"
    r"decades?|today|now|a day|(?:19|20)\d\d|January|February|March|April|May|June|July|August|"
    r"September|October|November|December|spring|summer|autumn|winter|initial\w*|original\w*)\b",
    re.I,
)


_HELD = lazy(  # "compared to the national average of", not "compared with just"
    rf"(?:compared (?:with|to)|against|versus|rather than|instead of)\s+(?!{words_of.LEAD}$)"
)


_ANOTHERS = lazy(r" (?:for|among|at) (?:the |its )?[A-Z][\w.]+\b")  # "18% for the US"


def base_mark(row: Row, q: Quantity, before: str) -> str:
    """Return what a base is: the figure of an earlier time, or one that others are held against."""
    m = words_of.EARLIER.search(before[-70:])
    held = m is not None and (_HELD.match(m.group()) or _ANOTHERS.match(row.text, q.end))
    told = f"{m.group() if m else ''} {row.text[q.end : q.end + 45]}"
    return " (for comparison)" if held and not _TIMED.search(told) else " (earlier figure)"


_MOVING = lazy(
    r"\b(?:up|down|r[io]se|risen|f[ae]ll|fallen|gr[eo]w|grown|cut|increase\w*|decrease\w*|reduc\w*|"
    r"drop\w*|climb\w*|jump\w*|went|go|goes|gone|expand\w*|shr[aiu]nk\w*|more|fewer|less|change\w*|"
    r"declin\w*|slip\w*|double\w*|rais\w*|lower\w*|trim\w*|surge\w*|lift\w*|brings?|brought|takes?|took|advanc\w*)\b"
)


def is_base(row: Row, q: Quantity, before: str) -> bool:
    """Say whether it is what another figure of the row is held against."""
    m = words_of.EARLIER.search(before[-70:])
    if m is not None and m.group().startswith("against") and q.kind == "count":
        return any(f.kind == "count" and f.end <= q.start for f in row.figures)
    if m is None or not m.group().startswith("from "):
        return m is not None
    if re.search(r"\b(?:is|are|was|were|com(?:e|es|ing)|came) $", before[-70:][: m.start()]):
        return False  # "5 of the hits were from two players"
    if q.kind == "count" and not _MOVING.search(before):
        return False
    onward = re.match(r"[^,.;]{0,30}? to \D{0,12}\d", row.text[q.end :])
    return onward is not None or any(f.kind == q.kind and f.end <= q.start for f in row.figures)


def level(measure: str, q: Quantity, before: str) -> str:
    """Return what stood at a sum before it changed: "fell by £600 from £190,000"."""
    changed = q.kind == "money" and " from " in before[-45:]
    return re.sub("^(?:rise|fall) in ", "", measure) if changed else measure
