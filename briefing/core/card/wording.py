"""House style on a sentence: relative dates in quotation marks, loud words out, spaces closed."""

from __future__ import annotations

import datetime
import re

from briefing.core.language import dates
from briefing.core.language.patterns import lazy

_PRAISE = (
    r"revolutionary|unparallell?ed|world-class|best-in-class|cutting-edge|triumphant|"
    r"state-of-the-art|industry-leading|groundbreaking|ground-breaking|unrivall?ed|unmatched|"
    r"breathtaking|stunning|award-winning|world-leading|market-leading"
)
_MOST = (
    r"(?:world|country|nation|industry|region)['’]s most[- ](?:loved|trusted|admired|beloved|"
    r"innovative)"
)
LOUD = lazy(
    r"\b(?:huge|game-changing|unprecedented|explosive|shocking|behemoths?|slams?|slammed|"
    r"buzzing landscape|spark(?:s|ed|ing)? (?:\w+ )?concerns?)\b",
    re.I,
)
_ADJECTIVE = lazy(
    r"(?P<det>\b(?:an?|the|its|their|his|her|this|such an?|of|in|with|for|by|and)\s+)?"
    r"\b(?:huge|game-changing|unprecedented|explosive|shocking)\s+(?=[a-z][\w-]+)"
    r"(?!(?:and|but|for|in|to|as|that)\b(?!-))",
    re.I,
)
_PRAISING = lazy(
    rf"(?P<det>\b(?:an?|its|our|the|of|with)\s+)(?:{_PRAISE})\s+"
    r"(?!(?:and|but|for|in|to|as|that|who|war|song|guards?|party|leaders?|movement|council|step)\b"
    r"(?!-))(?=[a-zA-Z][\w-]+)"
)
_SAID_OF = lazy(r"\b(?:call|describ|hail|brand|dubb|prais)\w*\b")
# ", the world's most-loved destination for beauty,": praise that can go whole
_APPOSED = lazy(
    rf",\s+(?:the|an?|its|our)\s(?:[^,;.\"“”]{{0,60}}\s)?(?:{_PRAISE}|{_MOST})\b[^,;.\"“”]{{0,70}},"
)
_TITLED = lazy(
    r"(?<![A-Z] )(?:\b[Tt]he )?"
    r"(?:[A-Z][a-z]+(?:ese|ish|ican|ian|an) |US |U\.S\. |UK |French |German |Dutch )?"
    r"(?:(?!with |of |by |from |to |and |for |in |on |at |as |that |is |was )[a-z-]+ "
    r"){0,2}behemoth (?=[A-Z])"
)
_QUOTED = lazy(r'"[^"]*"|“[^”]*”|「[^」]*」|„[^“]*“')


def _outside(sentence: str, at: int) -> bool:
    return not any(m.start() < at < m.end() for m in _QUOTED.finditer(sentence))


def quiet(sentence: str) -> str | None:
    """Return the sentence without banned adjectives and its own praise, or None if it needs the
    former."""
    sentence = _unpraised(sentence)
    if not LOUD.search(sentence):
        return sentence
    calm = _TITLED.sub(lambda m: "" if _outside(sentence, m.start()) else m.group(), sentence)
    calm = _ADJECTIVE.sub(lambda m: _without(m, calm), calm)
    if any(_outside(calm, m.start()) for m in LOUD.finditer(calm)):
        return None
    return calm[:1].upper() + calm[1:] if sentence[:1].isupper() else calm


def _unpraised(sentence: str) -> str:
    """Return a sentence without what a firm says of itself: "its revolutionary new shops"."""
    if _SAID_OF.search(sentence):
        return sentence
    if (m := _APPOSED.search(sentence)) and _outside(sentence, m.start()):
        verb = re.match(r"\s(?:today|is|has|said|will|plans|\w+ed)\b", sentence[m.end() :])
        sentence = sentence[: m.start()] + ("" if verb else ",") + sentence[m.end() :]
    whole = sentence
    return _PRAISING.sub(lambda m: _without(m, whole), sentence)


def _without(m: re.Match[str], sentence: str) -> str:
    if not _outside(sentence, m.start()):
        return m.group()
    kept: str = m["det"] or ""
    if article := re.fullmatch(r"((?:such )?)(an?)(\s+)", kept, re.I):
        vowel = sentence[m.end() : m.end() + 1].lower() in "aeiou"
        word = "an" if vowel else "a"
        kept = article[1] + (word.capitalize() if article[2][0] == "A" else word) + article[3]
    return kept


_ACT = (
    r"(?:said|announced|reported|confirmed|agreed|signed|unveiled|launched|opened|filed|published|"
    r"warned|posted|named|appointed|completed|released)"
)
_THAT_DAY = lazy(
    rf"\b(?P<before>today)(?= {_ACT}\b)|(?P<act>\b{_ACT} )(?P<after>today)\b|"
    rf"(?<![\w’'-])(?P<gone>[Yy]esterday)(?![’'-]| (?:morning|afternoon|evening|night|and|to)\b)"
)


def dated(sentence: str, published: str | None) -> str:
    """Return the sentence with its relative dates in quotation marks, if the day is not known.

    If it is, a "yesterday", and a "today" on which something was said, become that day: they are
    read on another.
    """
    if published:
        return _resolved(sentence, published)
    out, position = "", 0
    for moment in dates.relative(sentence):
        if not _outside(sentence, moment.start) or moment.start < position:
            continue
        if re.match(r"['’\"”]", sentence[moment.end : moment.end + 1]):
            continue
        out += f'{sentence[position : moment.start]}"{moment.text}"'
        position = moment.end
    return out + sentence[position:]


def _resolved(sentence: str, published: str) -> str:
    try:
        day = datetime.date.fromisoformat(published[:10])
    except ValueError:
        return sentence

    def named(m: re.Match[str]) -> str:
        if not _outside(sentence, m.start()):
            return m[0]
        when = day - datetime.timedelta(days=bool(m["gone"]))
        on = "On" if (m["gone"] or "").startswith("Y") else "on"
        return f"{m['act'] or ''}{on} {when.day} {when:%B}"

    return _THAT_DAY.sub(named, sentence)


def closed(sentence: str) -> str:
    """Return the sentence with single spaces and none before a stop."""
    sentence = re.sub(r"\s+([,.;:!])(?=\s|$)", r"\1", sentence)
    sentence = re.sub(r",(\s*,)+", ",", sentence)
    sentence = re.sub(r",\s*\.$", ".", sentence)
    return " ".join(sentence.split())
