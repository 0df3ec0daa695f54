"""The part a name plays in a story: target, partner, rival, source, or what the text calls it."""

from __future__ import annotations

import re

from briefing.core.card import sources
from briefing.core.card.held import Held
from briefing.core.card.reading import Reading
from briefing.core.card.referents import MARK
from briefing.core.card.roles_rules import DEALS, RULES
from briefing.core.language import hedges
from briefing.core.language import names_words as known
from briefing.core.language.patterns import lazy


def role(reading: Reading, held: Held, main: str, *, person: bool = False) -> str:
    """Return the role in a few words, "" if the text shows none; of a `person` the office."""
    sentences = [reading.by_index[i].text for i in held.rows if i in reading.by_index]
    forms = _forms(held)
    sentences = [_marked(s, forms) for s in sentences]
    parts = ["subject"] if held.name == main else []
    if person:
        return _of_person(held, sentences)
    if held.kind == "place":
        return ""
    if reading.english:
        for label, pattern in RULES:
            if held.name == main and label in ("rival", "partner"):
                continue
            if label == "source" and held.kind == "company" and not _could_tell(held):
                continue
            hit = next(filter(pattern.search, sentences), None)
            if hit is not None:
                parts.append(_hedged(label, hit, pattern))
                break
        if words := _called(sentences):
            parts.append(words)
    if not parts and held.kind == "agency" and _AUTHORITY.search(held.name):
        parts.append("authority")
    return "; ".join(dict.fromkeys(parts))


def _could_tell(held: Held) -> bool:
    return sources.is_press(held.name) or bool(
        re.search(r"(?:Research|Analytics|Association|Institute)$", held.name)
    )


_UNSURE = ("partner", "target", "buyer", "seller", "investor")


def _hedged(label: str, sentence: str, pattern: re.Pattern[str]) -> str:
    """Return the label, "possible" before it where the words around the name are not firm."""
    m = pattern.search(sentence)
    before = sentence[max(0, m.start() - 60) : m.start()] if m else ""
    near = re.split(r"[;,]|\b(?:and|but)\b", before)[-1] + (m.group() if m else "")
    if re.search(r"\b(?:agreed|signed|completed|has (?:bought|acquired))\b", near):
        return label
    unsure = hedges.evidential(near) or re.search(
        r"\b(?:potential|possible|would|could|may|might|talks|if|consider\w*|will|plans?|wants?|"
        r"is to|to (?:buy|acquire)|interest\w*)\b",
        near,
    )
    if label in ("buyer", "target") and re.search(
        r"\b(?:drop|abandon|withdr[ae]w|scrap|reject)\w*\b", near
    ):
        return f"would-be {label}"
    return f"possible {label}" if unsure and label in _UNSURE else label


_AUTHORITY = lazy(
    r"\b(?:Authority|Commission|Agency|Court|Tribunal|Ministry|Department|Office|Bureau|Board|"
    r"Regulator|Treasury|Bank|Council|Centers|Administration)\b|\b[A-Z]{2,5}$"
)
_APPOINTED = lazy(
    rf"\b(?:appoint|nam|hir|promot)\w* {MARK} (?:as )?(?:an? |the |its )?(?:new )?"
    rf"(?P<what>(?:[a-z]+ ){{0,2}}?(?:{known.JOBS})\b)"
)
_CHARGED = lazy(
    rf"\b(?:charged|accused|indicted) (?:(?!by |of |with )[\w-]+ ){{0,2}}{MARK} "
    r"(?:of|with|for|over)|"
    rf"{MARK}[^.;,]{{0,20}} (?:is|was|were|has been) (?:charged|accused|indicted)"
)
_LEAVES = lazy(
    rf"{MARK} (?:has )?(?:resigned|stepped down|quit|left|is leaving|will leave|was "
    r"(?:fired|sacked|dismissed))|"
    rf"\b(?:succeeds?|succeeded|replac(?:es|ed|ing)|fired|sacked|dismissed|"
    rf"resignation of|departure of) {MARK}"
)
_LEADS = lazy(
    rf"{MARK},? who (?:has )?(?P<what>(?:leads|led|chairs|heads|runs|founded) [^,.;]{{3,50}})"
)


def _of_person(held: Held, sentences: list[str]) -> str:
    """Return office and part of a person: "chief executive; quoted", "leaves"."""
    parts = [held.office or _office(sentences)]
    for pattern in (_APPOINTED, _LEADS):
        if not parts[0]:
            m = next((m for s in sentences if (m := pattern.search(s))), None)
            parts = ["appointed " * (pattern is _APPOINTED) + m["what"] if m else ""]
    if any(map(_LEAVES.search, sentences)):
        parts.append("predecessor or leaving")
    if any(map(_CHARGED.search, sentences)):
        parts.append("charged or accused")
    if any(map(_SPEAKS.search, sentences)):
        parts.append("quoted")
    return "; ".join(p for p in parts if p)


_OFFICE_PREFIX = lazy(
    rf"^(?P<office>(?:[A-Z][\w&’'.-]+ ){{0,3}}?"
    rf"(?i:(?:former |senior |regional |group |vice )*(?:{known.JOBS})))"
    r" (?P<name>(?!General\b)[A-Z].+)$"
)


def office_before(name: str) -> tuple[str, str]:
    """Return the office at the head of a person's name, in lower case, and the name alone."""
    m = _OFFICE_PREFIX.match(name)
    if m is None or m["office"].split()[0] in ("Partner", "Head"):
        return "", name
    job = re.search(rf"(?i:{known.JOBS})$", m["office"])
    kept = m["office"][: job.start()] if job else ""
    return (kept + _low(m["office"][len(kept) :])).strip(), m["name"]


_EMPLOYED = lazy(
    rf"^(?P<firm>[A-Z][\w&’'.-]*(?: [A-Z&][\w&’'.-]*){{0,3}}?) (?i:{known.JOBS}) "
    r"[A-Z][\w’'-]+ (?:[A-Z]\. )?[A-Z][\w’'-]+$"
)


_LEAST = 3  # spaces between a firm, an office of one word and two names


def employer(name: str) -> str:
    """Return the firm in "Tessamart Chief Executive Omar Velasquez", "" where there is none."""
    m = _EMPLOYED.match(name) if name.count(" ") >= _LEAST else None
    return m["firm"] if m else ""


_ACTS = lazy(
    rf"{MARK}(?:,? which)? (?:has )?(?:will|plans?|expects?|aims?|hopes?|agreed|has agreed|is to|"
    r"to buy|"
    r"to sell|signed|"
    r"announced|reported|runs|owns|employs|operates|opened|closed|launched|cut|raised|recalled|is "
    r"recalling|said it|says it|had sales|had revenue|bought|sold|acquired|offers?|offered|"
    r"unveiled|finali[sz]ed|merged|partnered|invested|shipped|manufactures|laid off)\b"
    rf"|\b(?:sell|sale|sold|buy|bought|acquire|acquisition of|sue[sd]?|fine[sd]?|shares (?:of|in)|"
    rf"talks with|deal with|stake in|owned by|bid for|offer for) (?:[^.;,]{{0,60}} to )?{MARK}"
    rf"|{MARK}['’]s (?:shares|board|sales|stores|customers|offer|bid|app|market)"
    rf"|{MARK}(?:['’]s)? (?:former )?(?:bosses|boss|directors|executives|shareholders|investors|"
    r"employees|staff|workers|spokes(?:man|woman|person)|shops|factories)\b"
)


def acts(reading: Reading, held: Held) -> bool:
    """Say whether a name buys, sells, plans or is dealt with like a company."""
    rows = [reading.by_index[i].text for i in held.rows if i in reading.by_index]
    forms = _forms(held)
    return any(_ACTS.search(_marked(row, forms)) for row in [reading.title, *rows])


def deals(reading: Reading, held: Held) -> bool:
    """Say whether a name is a party to business: it is ordered from, sells, is a rival."""
    rows = [reading.by_index[i].text for i in held.rows if i in reading.by_index]
    forms = _forms(held)
    return any(
        pattern.search(row) for row in (_marked(r, forms) for r in rows) for pattern in DEALS
    )


def _forms(held: Held) -> list[str]:
    """Return the forms of a name, the longest first."""
    return sorted({held.name, *held.forms}, key=lambda form: (-len(form), form))


def _marked(sentence: str, forms: list[str]) -> str:
    """Return the sentence with a mark for the name; no pattern is made for each name."""
    for form in forms:
        at = sentence.find(form)
        while at >= 0:
            end = at + len(form)
            if sentence[end : end + 1].isalnum():
                at = sentence.find(form, end)
            else:
                sentence = sentence[:at] + MARK + sentence[end:]
                at = sentence.find(form, at + 1)
    return sentence


_OFFICE_AFTER = lazy(
    rf"^,\s+(?P<what>(?!who\b|which\b|and\b|but\b|or\b)(?:(?:an?|the|its|his|her|their|former|senior|group|"
    rf"global)\s+)*(?:[\w&’'.-]+\s+){{0,3}}?(?:{known.JOBS})\b(?:\s+(?:of|at|for|"
    rf"and)\s+(?:(?!said\b|called\b|who\b|told\b)[^\s,.;\"“]+\s?){{1,9}})?)"
)
_OFFICE_BEFORE = lazy(
    rf"(?P<what>(?:[A-Z][\w&’'.-]+(?:['’]s)?\s+){{0,3}}(?:of (?=[A-Z])[A-Z]\w+\s+)?(?:(?:former|"
    rf"senior|group|co-)\s?)?(?i:{known.JOBS}))\s*,?\s*$"
)


def _office(sentences: list[str]) -> str:
    """Return the office of a person as printed beside the name."""
    for sentence in sentences:
        at = -1
        while (at := sentence.find(MARK, at + 1)) >= 0:
            if after := _OFFICE_AFTER.match(sentence[at + len(MARK) :]):
                return _bare_office(after["what"])
            if before := _OFFICE_BEFORE.search(sentence[:at]):
                return _bare_office(before["what"])
    return ""


def _bare_office(words: str) -> str:
    words = re.sub(
        r"^(?:(?:the|a|an|its|but|and|when|while|as|(?:firm|company|group)[’']s)\s+)+",
        "",
        words.strip(),
        flags=re.I,
    )
    words = re.split(rf"(?: of)? {MARK}|['’]s$", words)[0]
    words = re.sub(r"^(?:highly|very|most|long-?time) \w+ ", "", words)
    job = re.search(rf"(?i:{known.JOBS})", words)
    if job is None:
        return ""
    return (words[: job.start()] + _low(job.group()) + words[job.end() :]).strip()


def _low(job: str) -> str:
    return " ".join(w if w.isupper() else w.lower() for w in job.split(" "))


_SPEAKS = lazy(
    rf"{MARK},?\s+(?:said|says|told|added)|"
    rf"(?:said|says|added)\s+{MARK}(?=[,.;:\"”]|$| (?:of|at|in|from|who)\b)"
)
_KINDS = (
    r"(?:retailer|grocer|chain|supermarket|company|firm|group|giant|maker|brand|website|"
    r"marketplace|platform|wallet|service|site|"
    r"airline|bank|exchange|bourse|brewer|carmaker|insurer|lender|producer|distributor|developer|"
    r"start-?up|startup|store|operator|wholesaler|regulator|watchdog|agency|union|"
    r"analysts?|broker|manufacturer|app|owner|parent|subsidiary|unit)"
)


_CALLED_BEFORE = lazy(rf"(?<![\w-])(?P<what>(?:[a-z][\w-]+ ){{0,3}}{_KINDS}) {MARK}")
_CALLED_AFTER = lazy(rf"{MARK}, (?:an?|the|another|one of)\s(?P<what>[^,.;]{{3,60}})(?:,|$)")


def _called(sentences: list[str]) -> str:
    """Return what the text calls it: "delivery company Instacart", "X, an online retailer"."""
    for sentence in sentences:
        if m := _CALLED_BEFORE.search(sentence):
            words = re.sub(
                r"^(?:.*\b(?:with|of|by|from|the|its|an?|and|to|in|for|that|is|was|at|on)\s)",
                "",
                m["what"],
            )
            return words
        m = _CALLED_AFTER.search(sentence)
        if m and re.search(_KINDS, m["what"]):
            return m["what"].strip()
    return ""
