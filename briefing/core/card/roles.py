"""The part a name plays in a story: target, partner, rival, source, or what the text calls it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.core.card import sources
from briefing.core.card.reading import Reading
from briefing.core.card.referents import MARK
from briefing.core.language import hedges
from briefing.core.language import names_words as known

if TYPE_CHECKING:
    from briefing.core.card.entities import Held

_SOON = r"(?:[\w’'&.-]+\s+){0,5}?"
_RULES = tuple(
    (label, re.compile(rule.replace("~", MARK)))
    for label, rule in (
    ("source", r"\b(?:[Aa]ccording to|report(?:s|ed)? (?:by|in|from)|[Tt]old) (?:an? |the )?~|"
               r"~(?:['’]s)? (?:first )?(?:reported|reports) (?:that|on|in|the)?"),
    ("target", r"\b(?:acquir(?:e|es|ed|ing)|buy(?:s|ing)?|bought|purchase(?:s|d)?|take over|"
               r"takeover of|acquisition of|purchase of|buyout of|bid for|offer for|buyer (?:of|"
               r"for)|stake in)\s+(?:(?:rival|competitor|retailer|grocer|chain|the|a|an|US|UK|"
               r"(?!by |from |to |with |in |at |on )[a-z-]+)\s+){0,4}~"),
    ("target", r"\b(?:buyer (?:of|for)|acquire|buy|acquisition of|bid for) [A-Z][\w.]+(?:, an? "
               r"[^,]{3,60})?,? (?:and|or) (?:the )?(?:[a-z-]+ ){0,3}~"),
    ("partner", rf"\b(?:in talks with|talks with|partner(?:s|ed|ing|ship)? with|team(?:s|ed|"
                rf"ing)? up with|tie-up with|alliance with|joint venture with|collaborat\w+ with|"
                rf"work(?:s|ed|ing)? with|deal with|agreement with|pact with)\s+{_SOON}~"),
    ("rival", rf"\b(?:rivals?|competitors?|compet(?:e|es|ed|ing) (?:with|against)|counter|thwart|"
              rf"challenge[sd]?|take on|fend off|catch up with|overtak\w+|battle with|versus|"
              rf"against)\s+(?:such as |like |including |from )?{_SOON}~"),
    ("buyer", r"\b(?:acquired|bought|purchased) by (?:the )?(?:[a-z-]+ ){0,2}~"),
    ("seller", r"\b(?:sold by|bought from|acquired from|buy[^.]{0,40} from)\s+~"),
    ("buyer", r"~(?:['’]s)?,?[^.,;]{0,60}?\b(?:acquired|bought|to buy|will buy|to acquire|agreed "
              r"to buy|has bought|is buying|is to buy|bid for|purchased)\b"),
    )
)  # fmt: skip


def role(reading: Reading, held: Held, main: str) -> str:
    """Return the role in a few words, "" if the text shows none."""
    sentences = [reading.by_index[i].text for i in held.rows if i in reading.by_index]
    forms = sorted({held.name, *held.forms}, key=len, reverse=True)
    name = re.compile("(?:" + "|".join(map(re.escape, forms)) + r")(?!\w)")
    sentences = [name.sub(MARK, s) for s in sentences]
    parts: list[str] = []
    if held.name == main:
        parts.append("subject")
    if held.kind == "person":
        return _office(sentences) or ("quoted" if any(map(_SPEAKS.search, sentences)) else "")
    if held.kind == "place":
        return ""
    if reading.english:
        for label, pattern in _RULES:
            if held.name == main and label in ("rival", "partner"):
                continue
            if label == "source" and held.kind == "company" and not _could_tell(held):
                continue
            hit = next((s for s in sentences if pattern.search(s)), None)
            if hit is not None:
                parts.append(_hedged(label, hit, pattern))
                break
        if words := _called(sentences):
            parts.append(words)
    if not parts and held.kind == "agency":
        parts.append("authority")
    return "; ".join(dict.fromkeys(parts))


def _could_tell(held: Held) -> bool:
    return sources.is_press(held.name) or bool(
        re.search(r"(?:Research|Analytics|Association|Institute)$", held.name)
    )


def _hedged(label: str, sentence: str, pattern: re.Pattern[str]) -> str:
    """Return the label, "possible" before it where the words around the name are not firm."""
    m = pattern.search(sentence)
    before = sentence[max(0, m.start() - 60) : m.start()] if m else ""
    near = re.split(r"[;,]|\b(?:and|but)\b", before)[-1] + (m.group() if m else "")
    unsure = hedges.evidential(near) or re.search(
        r"\b(?:potential|possible|would|could|may|might|talks|if|consider\w*|will|plans?|wants?|"
        r"is to|to (?:buy|acquire))\b",
        near,
    )
    if not unsure or label in ("source", "rival"):
        return label
    return {
        "partner": "possible partner",
        "target": "possible target",
        "buyer": "possible buyer",
        "seller": "possible seller",
    }[label]


_OFFICE_AFTER = re.compile(
    rf"^,\s+(?P<what>(?!who\b|which\b)(?:(?:an?|the|its|his|her|their|former|senior|group|"
    rf"global)\s+)*(?:[\w&’'.-]+\s+){{0,3}}?(?:{known.JOBS})\b(?:\s+(?:of|at|for|"
    rf"and)\s+(?:(?!said\b|called\b|who\b|told\b)[^\s,.;\"“]+\s?){{1,9}})?)"
)
_OFFICE_BEFORE = re.compile(
    rf"(?P<what>(?:[A-Z][\w&’'.-]+(?:['’]s)?\s+){{0,3}}(?:of (?=[A-Z])[A-Z]\w+\s+)?(?:(?:former|"
    rf"senior|group|co-)\s?)?(?:{known.JOBS}))\s*,?\s*$"
)


def _office(sentences: list[str]) -> str:
    """Return the office of a person as printed beside the name."""
    for sentence in sentences:
        for m in re.finditer(MARK, sentence):
            if after := _OFFICE_AFTER.match(sentence[m.end() :]):
                return re.sub(r"^(?:the|a|an|its)\s+", "", after["what"]).strip()
            if before := _OFFICE_BEFORE.search(sentence[: m.start()]):
                return re.sub(r"^(?:The|A|An|Its)\s+", "", before["what"]).strip()
    return ""


_SPEAKS = re.compile(rf"{MARK},?\s+(?:said|says|told|added)|(?:said|says|added)\s+{MARK}")


_KINDS = (
    r"(?:retailer|grocer|chain|supermarket|company|firm|group|giant|maker|brand|website|"
    r"marketplace|platform|wallet|service|"
    r"airline|bank|start-?up|startup|store|operator|wholesaler|regulator|watchdog|agency|union|"
    r"analysts?|broker|manufacturer|app|owner|parent|subsidiary|unit)"
)


_CALLED_BEFORE = re.compile(rf"\b(?P<what>(?:[a-z][\w-]+ ){{0,3}}{_KINDS}) {MARK}")
_CALLED_AFTER = re.compile(rf"{MARK}, (?:an?|the|another|one of)\s(?P<what>[^,.;]{{3,60}})(?:,|$)")


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
