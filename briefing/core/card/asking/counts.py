"""Counts whose noun stands elsewhere: "It will open eight more" after "from 48 to 96 stores"."""

from __future__ import annotations

from briefing.core.card.asking import phrases
from briefing.core.card.asking.cast import Cast
from briefing.core.language.patterns import lazy

SITES = (
    r"(?:stores|shops|restaurants|outlets|locations|branches|supermarkets|cafes|caf\u00e9s|salons|"
    r"kiosks|lockers|hotels|pharmacies|warehouses|delis|bakeries|showrooms|clinics|gyms|sites|"
    r"counters|depots|franchises)"
)
SITE = (
    r"(?:store|shop|restaurant|outlet|location|branch|supermarket|caf[e\u00e9]|salon|kiosk|hotel|"
    r"pharmacy|warehouse|deli|bakery|showroom|clinic|gym|site|flagship|mall|depot|hypermarket|"
    r"distribution cent(?:re|er)|fulfil?ment cent(?:re|er))"
)
NUMBER = r"(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a dozen)"
_BARE = lazy(
    rf"(?P<n>(?:the (?:first|other|remaining|next) )?"
    rf"(?:(?:up to|as many as|at least|more than|about|around|nearly|another|some) )*{NUMBER}"
    r"(?: more| others)?)(?P<tail>(?: (?:in|across|at|by|over|on|outside)\b.*)?)$"
)
_NOUN = lazy(rf"\b{SITES}\b")
_BEFORE = 3  # sentences looked back
_BY = frozenset("open reopen shut close reach add build".split())


def completed(cast: Cast, index: int, before: int, verb: str, rest: str) -> str | None:
    """Return an object with the noun its count lacks; None where no noun can be told.

    `before` is the token of sentence `index` where the act begins.
    """
    m = _BARE.match(rest)
    if m is None:
        return rest
    noun = noun_before(cast, index, before) if verb in _BY or verb in HOLDING else None
    return f"{m.group('n')} {noun}{m.group('tail')}" if noun else None


# what a firm that opens shops will come to: "wants to have 300" -> "reach 300 restaurants"
HOLDING = frozenset("have run operate total number".split())
HELD = lazy(
    rf"(?:(?:up to|as many as|at least|more than|about|around) )?{NUMBER} (?:\w+ ){{0,2}}?{SITES}\b"
)


def noun_before(cast: Cast, index: int, before: int) -> str | None:
    """Return what kind of shops was last spoken of: "restaurants"."""
    texts = [
        phrases.words(row, (0, len(row))) for row in cast.tokens[max(0, index - _BEFORE) : index]
    ]
    texts.append(phrases.words(cast.tokens[index], (0, before)))
    for text in reversed(texts):
        if found := [m.group() for m in _NOUN.finditer(text)]:
            return found[-1]
    return None
