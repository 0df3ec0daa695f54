"""What an open verb governs: its object and place, cut to what can be printed, the term apart."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing.core.card.asking import phrases, terms
from briefing.core.card.asking.cast import Cast
from briefing.core.card.asking.nouns import COMPANY_WORDS
from briefing.core.language import chunks
from briefing.core.language.patterns import lazy
from briefing.core.language.tagger import Token


class Predicate(NamedTuple):
    """The words after the verb; `term` is the time phrase taken out of them, or None."""

    rest: str
    term: terms.Term | None


_COMPANY = lazy(
    r"\bthe (?:\w+-(?:based|headquartered|owned|listed) )?(?:"
    + "|".join(sorted(COMPANY_WORDS))
    + r")\b(?! of\b)"
    r"(?! (?!(?:and|or|in|to|for|by|at|on|with|from|as|of|after|over|into)\b)[a-z])(['’]s)?"
)
_POINTING = lazy(
    r"\b(?:it|them|they|he|she|him|we|us|our|you|your|I|my|me|this|these|those|such|here|there|"
    r"himself|herself|myself|yourself|ourselves|so|otherwise|anything|something|nothing|"
    r"everything|things?|ways?|others|another(?! \d)|last|previously|latter|same|his|her|"
    r"both)\b(?!-)"
)
# a purpose, a cause or a comparison that the question does not need
_TAIL = lazy(
    r"\s(?:in order|in a bid|in an effort|in an attempt|as a result|because|due to|thanks to|"
    r"owing to|in response|in exchange|in return|according|as part of|in connection|in line with|"
    r"with a view|for example|for instance|such as|in the wake|instead of|rather than|"
    r"compared|compar\w+ with|on condition|provided|in case|as well as|along with|together with|"
    r"in addition|between now and|now that|by (?=\w+ing\b)|while|without|amid|after|following|"
    r"including|with the (?:launch|aim) of|to a similar|on the (?:issue|matter)|"
    r"despite|given|subject to|throwing|paving|sparking|prompting|causing|marking|"
    r"by an? (?:company|firm|group|consortium|vehicle)(?= (?:formed|owned|led|run|controlled|"
    r"backed|created|headed)|$))\b.*$"
)
_CUT = lazy(
    r"\s(?:in|at|for|from|with|by|through|via|during|under|across|within|including|over|on|as|"
    r"against|among|between|to)\s"
)
_LOOSE_END = lazy(
    r"(?:\s+|^)(?:and|or|the|a|an|of|to|in|for|with|from|by|at|on|as|its|their|per|than|about|only|"
    r"also|even|over|under|into|more|up to|least|nearly|almost|around|in a (?:deal|move|bid)|"
    r"later|earlier|starting|relating|related|regardless|compared|to as many \w+|"
    r"under the (?:deal|agreement|plan|terms)|received|based|needed)$"
)


def of(
    cast: Cast, index: int, verb: int, subject: str, start: int | None = None
) -> Predicate | None:
    """Return the predicate of the verb at token `verb`; None when nothing printable is left.

    `start` is where its verb group begins: "has until December 17 to file".
    """
    row = cast.tokens[index]
    end = chunks.predicate_end(row, verb)
    if end < len(row) and row[end].tag == "PRP" and row[end - 1].tag in ("NN", "NAME"):
        return None  # "the shares it does not own": cut there, it would say something else
    if end < len(row) and row[end].text == "(" and _goes_on(row, end):
        return None  # "a response (XDR) provider": cut there, it would be something else
    if end < len(row) and row[end].low in _RELATIVE and row[end - 1].tag == "NN":
        end -= 2 * (row[end - 2].tag == "IN")  # "stores in towns where they overlap": not in towns
    text = _printed(row, verb + 1, end)
    text, term = _timed(_LATER.sub(r"\1", _AFTERWARDS.sub("", text)))
    if term is None:
        ahead = _printed(row, 0, verb)
        term = next((t for t in terms.find(ahead) if not ahead[: t.start].strip(" ,")), None)
    if term is None and start is not None:
        group = _printed(row, start, verb)
        inside = terms.find(group)
        until = r"^(?:until|on)" if " until " in group else "^until"
        term = inside[0]._replace(phrase=re.sub(until, "by", inside[0].phrase)) if inside else None
        text = _OR_NOT.sub("", text)
    text = re.sub(r"^(?:also|now|only|then|again|still|further|later|instead) ", "", text)
    text = _PAYING.sub("", _untailed(_IN_TURN.sub("", text) if " first" in text else text))
    text = re.sub(
        r"\bthe ([A-Z]\w+) (?:company|firm|group|giant|retailer|chain)\b",
        lambda m: cast.described.get(m.group(1), m.group()),
        text,
    )
    topic = cast.topics[index - 1] if index else cast.main
    passing = topic is not None and topic not in subject and not cast.is_main(topic)
    if passing and _COMPANY.search(text):
        return None  # "the group": whoever came up last need not be meant
    resolved = _named(text, topic, subject)
    if resolved is None:
        return None
    short = _short(resolved, 18 - len(subject.split()))
    return None if short is None else Predicate(short, term)


def _goes_on(row: tuple[Token, ...], opened: int) -> bool:
    """Say whether a noun phrase goes on behind the bracket that opens at a token."""
    closed = next((k for k in range(opened, len(row)) if row[k].text == ")"), len(row))
    return closed + 1 < len(row) and row[closed + 1].tag in ("NN", "NAME", "ADJ")


# "to make a firm offer or walk away": to which one or the other the answer is always yes
_OR_NOT = lazy(r" or (?:walk away|withdraw|back out|drop (?:it|its \w+)|step (?:back|aside))\b.*$")
_RELATIVE = frozenset(("where", "which", "who", "whose", "that"))
# days counted from what the question does not tell, and a country it does not name
_AFTERWARDS = lazy(
    r" (?:within (?:a|one|two|three|six|\d+) (?:years?|months?|weeks?|days) of (?:closing|"
    r"completion)|(?:in|from) the country)\b"
)
_LATER = lazy(
    r"( [A-Z]\w+) (?:a|one|two|three|four|five|\d+) (?:years?|months?|weeks?)(?: later)?$"
)
# "install tills at 40 stores to cope", where what it copes with was cut off
_AIMLESS = lazy(
    r"(?<=\w\w) to (?:cope|help|meet|deal|respond|compete|keep|make|boost|support|fund|reduce|"
    r"comply|ease|address|tackle|focus)$"
)
# "sell the shops first and the depots later": the first of two acts
_IN_TURN = lazy(r" first(?: and (?:the|its) .*)?(?: later| afterwards| second)?$")
_PAYING = lazy(
    r" to (?:help )?(?:pay for|fund|finance|win (?:clearance|approval) for) (?:the|its) "
    r"(?:deal|purchase|takeover|acquisition|merger)$"
)
_TERMS = lazy(r"\s(?:as part of|in exchange for|in return for|in response to) (?:\S+ ?){1,6}$")


def _untailed(text: str) -> str:
    """Cut a purpose or a cause, but keep what a short act is part of: "pay $2bn as part of"."""
    kept = _TERMS.search(text)
    if kept and len(text[: kept.start()].split()) <= 4 and not _POINTING.search(text):
        return text
    return _TAIL.sub("", " " + text).strip()


def _printed(row: tuple[Token, ...], start: int, end: int) -> str:
    """Return the words with their quotation marks when those are whole, else without."""
    full = "".join(
        (" " if k > start and row[k].start > row[k - 1].end else "") + row[k].text
        for k in range(start, end)
    )
    if full.count('"') % 2 or full.count("“") != full.count("”"):
        return phrases.words(row, (start, end))
    return full.strip()


def _timed(text: str) -> tuple[str, terms.Term | None]:
    """Take the time phrases out of a predicate; the first one is its term."""
    found = terms.find(text)
    kept = None
    for term in reversed(found):
        after = text[term.end :]
        before = text[: term.start].rstrip(" ,")
        spell = re.search(r"\b(?:year|half|quarter|months) to$", before) is not None
        inside = re.search(r"\b(?:of|than|and|or|the|a|between|its|'s)$", before) and not (
            term.relative and not before.endswith((" of", " than"))
        )
        if spell or inside or after.lstrip().startswith(("and ", "or ", "to ", "-")):
            continue
        text = before + after
        kept = term
    return re.sub(r"\s+", " ", text).strip(" ,"), kept


def _named(text: str, topic: str | None, subject: str) -> str | None:
    """Put the company's name for "the company"; None when that cannot be told."""
    if not _COMPANY.search(text):
        return text
    # "Kestrel workers": the chain is not they; "Kestrel's board": it is
    staff = topic and subject.startswith(f"{topic} ") and subject.split()[-1][0].islower()
    staff = staff and not re.search("['’]", subject.removeprefix(str(topic)))
    if topic is None or (topic in subject and not staff):
        text = _COMPANY.sub(lambda m: "its" if m.group(1) else "itself", text)
        return None if "itself" in text else text
    return _COMPANY.sub(lambda m: phrases.possessive(topic) if m.group(1) else topic, text)


def _short(text: str, room: int) -> str | None:
    """Cut phrases from the end until the words fit and none points outside the question."""
    for _ in range(8):
        text = _LOOSE_END.sub("", text)
        text = _LOOSE_END.sub("", text).strip(" ,")
        pointing = _POINTING.search(text)
        if len(text.split()) <= room and not pointing:
            break
        limit = pointing.start() if pointing else len(text)
        cuts = [m.start() for m in _CUT.finditer(text) if m.start() < limit]
        cuts = [c for c in cuts if len(text[:c].split()) >= 2]
        if not cuts:
            return None
        text = _AIMLESS.sub("", text[: cuts[-1]])
    if re.search(r"\bthat$|\b(?:kind|sort|type) of\b|\b(?:the|a) [a-z]+-[a-z]+$", text):
        return None
    if text.count("(") != text.count(")") or _POINTING.search(text) or len(text.split()) > room:
        return None
    return text
