"""Shorten a sentence by leaving out what can be left out without changing what it says.

Only whole parts go (brackets, relative clauses, appositions, closing clauses), never one that
holds a hedge, a source or a negation; the words that stay stay in their order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.core.card import wording
from briefing.core.card.repair_words import balanced
from briefing.core.language import hedges, tagger
from briefing.core.language.patterns import lazy
from briefing.core.language.tagger import Token

_LEAST = 8  # words that must remain
_SUBORDINATE = frozenset(
    "while although though if when as since because after before despite once until unless "
    "whereas given during for in on at with by from under following besides amid".split()
)
_SOURCE = lazy(r"\s*(?:the )?[A-Z][^,;.]{2,60} (?:said|says|told|reported)\b")
_JOINED = frozenset(("IN", "TO", "SUB"))
_PARTS = (
    lazy(r"\s*\([^()]*\)"),
    lazy(r"(?<!\d)\s+(?P<pair>[–—-]{1,2})\s+[^–—\"“”]{8,160}?\s+[–—-]{1,2}(?=\s)"),
    lazy(r",\s+(?P<clause>which|who|whose|where)\b[^,;\"“”]{6,160},(?=\s+(?!and\b|or\b))"),
    lazy(r",\s+(?:which|who|whose|where|whom)\b[^;\"“”]{6,200}(?=\.$)"),
    lazy(r",\s+(?:adding|bringing|making|giving|taking|including|leaving|putting|following|"
               r"leading|creating|"
               r"joining|marking|ending|sending|pushing|helping|allowing|using|citing|compared "
               r"with)\b[^;\"“”]{6,160}(?=\.$)"),
    lazy(r"(?<=[\w”\"]),\s+(?P<name>an?|the|one of)\s[^,;\"“”]{6,90},(?=\s+(?!and\b|or\b|which|"
               r"who|[A-Z]))"),
    lazy(r"\s+[–—-]{1,2}\s+(?!\d)[^–—\"“”]{8,160}(?=\.$)"),
    lazy(r",\s+(?:while|although|though|as|after|amid|despite|with|but only "
               r"after)\b[^;\"“”]{10,200}(?=\.$)"),
    lazy(r";\s[^\"“”]{10,200}(?=\.$)"),
    lazy(r"^(?:On|In|At|During|Earlier|Last)\s[^,\"“”]{3,40},\s+(?=[A-Z“\"])"),
    lazy(r",\s+(?:and|but)\s[^\"“”]{20,200}(?=\.$)"),
)  # fmt: skip


def shorten(sentence: str, most: int) -> str | None:
    """Return the sentence in at most `most` words, or None if it cannot be had that short."""
    if len(sentence.split()) <= most:
        return sentence
    for shorter in steps(sentence):
        if len(shorter.split()) <= most:
            return shorter
    return None


def steps(sentence: str) -> Iterator[str]:
    """Yield ever shorter forms of a sentence."""
    for pattern in _PARTS:
        for _ in range(3):
            m = next((m for m in pattern.finditer(sentence) if _spare(sentence, m)), None)
            if m is None:
                break
            sentence = _cut(sentence, m)
            yield sentence


def _cut(sentence: str, m: re.Match[str]) -> str:
    before, after = sentence[: m.start()], sentence[m.end() :]
    comma = "," if m.lastgroup in ("clause", "pair") and _needs_comma(before, after) else ""
    rest = before + comma + after
    return wording.closed(rest[:1].upper() + rest[1:])


def _needs_comma(before: str, after: str) -> bool:
    """Say whether what stood round a part still needs a comma: "For Harlow, Spain is a market"."""
    opening = _opens(before) and "," not in before
    return bool(_SOURCE.match(after)) or (opening and not _acts(after))


def _spare(sentence: str, m: re.Match[str]) -> bool:
    """Say whether the part can go: no hedge, source or negation is lost, a whole sentence stays."""
    part, rest = m.group(), _cut(sentence, m)
    if hedges.evidential(part) or hedges.negation(part) or hedges.said(part):
        return False
    if re.search(r"\bif\b|\bunless\b", part):
        return False
    if not (len(rest.split()) >= _LEAST and balanced(rest) and balanced(part)):
        return False
    return _is_aside(sentence, m) and _has_main_clause(rest)


def _is_aside(sentence: str, m: re.Match[str]) -> bool:
    """Say whether a part between commas ends where its clause ends, and holds no main verb."""
    if m.lastgroup == "name":  # "the London chain," not "the chain will close,"
        return not _has_verb(m.group())
    if m.lastgroup != "clause" or _acts(sentence[m.end() :]):
        return True
    before = sentence[: m.start()]
    if _SOURCE.match(sentence[m.end() :]):
        return True
    follows = next((t.tag for t in tagger.tags(sentence[m.end() :]) if t.tag != "RB"), ",")
    if _has_verb(before):
        return follows in _JOINED
    return _opens(before) and follows not in ("VBG", "CC", ",")


def _acts(text: str) -> bool:
    """Say whether a text begins with a finite verb: what stood before was its subject."""
    tokens = [t for t in tagger.tags(text)[:4] if t.tag != "RB"]
    return bool(tokens) and tokens[0].tag in ("MD", "AUX", "VBZ", "VBD")


def _opens(text: str) -> bool:
    """Say whether a text is no subject but an opening: "For Harlow", "After the sale"."""
    return text.split(" ", 1)[0].lower() in _SUBORDINATE


def _has_verb(text: str) -> bool:
    tokens = tagger.tags(text)
    return any(_is_finite(tokens, i) for i in range(len(tokens)))


def _is_finite(tokens: list[Token], i: int) -> bool:
    """Say whether a word is a verb with a subject, and no participle ("founded in 1990")."""
    tag = tokens[i].tag
    if tag == "VBD":
        after = tokens[i + 1].tag if i + 1 < len(tokens) else "NN"
        subject = i > 0 and tokens[i - 1].tag in ("NN", "NAME", "PRP")
        return subject and after not in (*_JOINED, "RB", "VBG", ",")
    return tag in ("MD", "AUX", "VBZ")


def _has_main_clause(sentence: str) -> bool:
    """Say whether a sentence that opens with a subordinate part goes on to its own verb."""
    if not _opens(sentence):
        return True
    tokens = tagger.tags(sentence)
    starts = [i for i, t in enumerate(tokens) if t.text == ","]
    return (
        any(
            tokens[i + 1].low not in _SUBORDINATE
            and any(t.tag in ("MD", "AUX", "VBZ", "VBD") for t in tokens[i + 1 :])
            for i in starts
            if i + 1 < len(tokens)
        )
        or not starts
    )
