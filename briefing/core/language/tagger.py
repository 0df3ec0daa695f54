"""A light part-of-speech tagger for English news: closed classes, verb forms and left context.

Knows nothing of other languages and refuses to guess deeply: what it cannot place is a noun.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from briefing.core.language import tagger_words as known
from briefing.core.language.patterns import lazy


class Token(NamedTuple):
    """A word or mark with its tag and its place in the sentence (character offsets).

    Tags: DET IN CC SUB MD TO PRP WH RB AUX VB VBZ VBD VBG NN ADJ NAME NUM POS and `,` for marks.
    `VBD` covers past and participle.
    """

    text: str
    tag: str
    start: int
    end: int
    low: str  # the word in lower case with a straight apostrophe


_TOKEN = lazy(
    r"[A-Za-z]+(?=[ ,])"  # most words, told at once
    r"|(?:[$£€¥₹]|US\$|A\$|C\$|HK\$)\s?\d[\d.,]*\d?(?:bn|mn|tn|m|k|b)?\b"
    r"|\d+(?:,\d{3})*(?:\.\d+)?(?:st|nd|rd|th|bn|mn|tn|m|k|%|p|-[a-z]+(?:-[a-z]+)*)?"
    r"|(?:[A-Z]\.){2,}|[A-Z]\.(?=\s[A-Z])|(?:Mr|Mrs|Ms|Dr|St|Inc|Corp|Co|Ltd|Bros|Jr|Sr|"
    r"No)\.(?=[\s,])"
    r"|[^\W\d_]+(?:n['’]t)\b|['’](?:s|re|ve|ll|d|m)\b|[^\W_]+(?:[&.'’/-](?!(?:s|re|ve|ll|d|"
    r"m)\b)[^\W_]+)*"
    r"|['’](?=\s|$)|[^\w\s]",
)
_NUMBER_WORDS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty "
    "hundred thousand million billion trillion dozen half".split()
)


@cache
def forms() -> dict[str, tuple[str, str]]:
    """Return every known verb form with its tag and base: "opened" -> ("VBD", "open")."""
    table: dict[str, tuple[str, str]] = {}
    for base in (*known.VERBS, *known.IRREGULAR):
        past, participle = known.IRREGULAR.get(base, (_ed(base), _ed(base)))
        for form, tag in ((_s(base), "VBZ"), (past, "VBD"), (participle, "VBD")):
            table.setdefault(form, (tag, base))
        table.setdefault(_ing(base), ("VBG", base))
    for base in known.VERBS:
        table[base] = ("VB", base) if base not in ("found",) else ("VBD", "find")
    return table


def _double(base: str) -> str:
    return base + base[-1] if base in known.DOUBLING else base


def _ed(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if re.search("[^aeiou]y$", base):
        return base[:-1] + "ied"
    return _double(base) + "ed"


def _ing(base: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith("ee"):
        return base[:-1] + "ing"
    return _double(base) + "ing"


def _s(base: str) -> str:
    if re.search("[^aeiou]y$", base):
        return base[:-1] + "ies"
    return base + ("es" if re.search("(?:s|sh|ch|x|z|o)$", base) else "s")


def base(word: str) -> str | None:
    """Return the base form of a known verb form, else None."""
    found = forms().get(word.lower())
    return found[1] if found else None


def participle(verb: str) -> str:
    """Return the past participle of a base form: "shut" -> "shut", "buy" -> "bought"."""
    return known.IRREGULAR.get(verb, ("", _ed(verb)))[1]


def third(verb: str) -> str:
    """Return the third person of a base form: "launch" -> "launches"."""
    return {"be": "is", "have": "has", "do": "does"}.get(verb) or _s(verb)


def tags(sentence: str, names: frozenset[str] = frozenset()) -> list[Token]:
    """Return the tokens of a sentence; `names` are words known to be names wherever they stand."""
    return list(_tags(sentence, names)) if len(sentence) <= _LONGEST else _read(sentence, names)


_LONGEST = 2000  # characters of a sentence whose tags are remembered


@lru_cache(maxsize=512)
def _tags(sentence: str, names: frozenset[str]) -> tuple[Token, ...]:
    return tuple(_read(sentence, names))


def _read(sentence: str, names: frozenset[str]) -> list[Token]:
    out: list[Token] = []
    for m in _TOKEN.finditer(sentence):
        text = m[0]
        low, tag = _alone(text)
        out.append(Token(text, tag or _placed(text, low, out, names), m.start(), m.end(), low))
    return _settle(out)


@lru_cache(maxsize=16384)
def _alone(text: str) -> tuple[str, str]:
    """Return a word in lower case and its first tag, "" where that hangs on its place."""
    low = text.lower().replace("’", "'")
    if text.isalpha() and text.islower():
        return low, _closed(low) or _open(low, low, opening=False)
    if low in ("'s", "'"):
        return low, "POS"
    if low in ("'re", "'ve", "'m"):
        return low, "AUX"
    if low in ("'ll", "'d"):
        return low, "MD"
    figure = any(map(str.isdigit, text))
    if not text[0].isalnum() and not figure:
        return low, "," if text != "&" else ""
    if figure:
        named = re.match(r"[A-Z]", text) and not text.startswith(("US$", "A$"))
        return low, "NAME" if named else "NUM"
    if "-" in text and re.search(
        r"-[a-z]*(?:ed|based|run|wide|led|born|hit|style|made|like)$", text
    ):
        return low, "ADJ"
    if text == "US":
        return low, "NAME"
    if text[0].isupper() and text != "I":
        return low, ""
    return low, _closed(low) or _open(low, text, opening=False)


def _placed(text: str, low: str, before: list[Token], names: frozenset[str]) -> str:
    """Return the first tag of a capitalised word, or of the "&" of a name."""
    if text == "&":
        return "NAME" if before and before[-1].tag == "NAME" else ","
    opening = not before or (
        len(before) < 2 and before[-1].text in {".", ":", '"', "“", "‘", "(", "-"}
    )
    if not opening or text in names:
        return "NAME"
    return _closed(low) or _open(low, text, opening)


def _closed(low: str) -> str | None:
    if low == "to":
        return "TO"
    if low in known.MODALS:
        return "MD"
    if low in known.AUXILIARIES:
        return "AUX"
    if low in ("who", "whom", "which", "what", "whose", "where", "when", "why", "how"):
        return "WH"
    if low in known.PRONOUNS:
        return "PRP" if low != "one" else "NUM"
    if low in ("if", "because", "although", "though", "while", "whereas", "unless", "whether"):
        return "SUB"
    if low in known.CONJUNCTIONS:
        return "CC"
    if low in known.DETERMINERS:
        return "DET"
    if low in _NUMBER_WORDS:
        return "NUM"
    if low in known.ADVERBS:
        return "RB"
    if low in known.PREPOSITIONS:
        return "IN"
    return None


def _open(low: str, text: str, opening: bool) -> str:
    if low.endswith("n't"):
        return "AUX" if low[:-3] in known.AUXILIARIES else "MD"
    if found := forms().get(low):
        return found[0]
    if low.endswith("ly") and len(low) > 4:
        return (
            "RB"
            if low not in ("early", "daily", "weekly", "monthly", "family", "supply")
            else "ADJ"
        )
    if low.endswith(_ADJECTIVE_ENDS):
        return "ADJ"
    if low.endswith("ing") and len(low) > 5:
        return "VBG"
    if low.endswith("ed") and len(low) > 4:
        return "VBD"
    # a capital at the start that is no known word and does not look like one: a name
    name = opening and text[0].isupper() and not low.endswith(_NOUN_ENDS)
    return "NAME" if name else "NN"


_ADJECTIVE_ENDS = tuple("ful ous ive ish able ible less ical ian ary".split())
_NOUN_ENDS = tuple(
    "tion sion ment ness ity ism ance ence ers ors ists ians ies ure age ship".split()
)


_UNSETTLED = frozenset(("VB", "VBZ", "VBD", "VBG"))


def _settle(tokens: list[Token]) -> list[Token]:
    """Decide noun or verb from the left neighbour, participle or adjective from the right."""
    out: list[Token] = []
    for i, token in enumerate(tokens):
        tag = token.tag
        if tag not in _UNSETTLED and token.text not in ("that", "That"):
            out.append(token)
            continue
        left = out[-1] if out else None
        right = tokens[i + 1] if i + 1 < len(tokens) else None
        if token.text in ("that", "That"):
            nounish = right is not None and right.tag in ("NN", "ADJ", "VBZ") and left is not None
            verbal = left is not None and (left.tag.startswith("VB") or left.tag == "NN")
            tag = "DET" if nounish and not verbal else "SUB"
        elif tag in ("VB", "VBZ") or (
            tag == "VBD" and token.low in ("cut", "bid", "cost", "split")
        ):
            tag = _noun_or_verb(token, left, right)
        elif tag == "VBD" and right is not None and right.tag in ("NN", "NAME", "VBZ"):
            before = left.tag if left else "START"
            if before in ("DET", "IN", "POS", "ADJ", "START", "NUM", "CC"):
                tag = "ADJ"
        elif tag == "VBG" and left is not None and left.tag in ("DET", "POS", "ADJ"):
            tag = "NN"
        out.append(token if tag == token.tag else token._replace(tag=tag))
    return out


def _noun_or_verb(token: Token, left: Token | None, right: Token | None) -> str:
    if left is None:
        return "VB" if token.tag == "VB" and token.low not in known.NOUN_TOO else "NN"
    if left.tag in ("TO", "MD") or (left.tag == "RB" and left.low != "so"):
        return token.tag
    if left.tag in ("DET", "POS", "ADJ", "IN", "NUM", "AUX", "VB", "VBZ", "VBD", "VBG"):
        return "NN" if left.tag != "AUX" or token.tag != "VBD" else token.tag
    # "stock market Euronext": a singular noun does not take a bare verb
    singular = token.tag == "VB" and left.tag == "NN" and left.low[-1:] != "s"
    if singular and token.low in known.NOUN_TOO and right is not None and right.tag == "NAME":
        return "NN"
    stem = forms()[token.low][1]
    if left.tag in ("NN", "CC", "NAME", ",") and stem in known.NOUN_TOO:
        follows_object = right is not None and right.tag in (
            "DET",
            "PRP",
            "NUM",
            "TO",
            "NAME",
            "SUB",
        )
        # "and cut about 5,400 jobs"
        follows_object = follows_object or (
            left.tag == "CC"
            and right is not None
            and right.low in ("about", "around", "nearly", "almost", "up")
        )
        return token.tag if follows_object and (token.tag != "VB" or left.tag != "NAME") else "NN"
    return token.tag
