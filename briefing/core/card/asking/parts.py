"""The parts of a question that several kinds share: who does it, to what, whose it is."""

from __future__ import annotations

from briefing.core.card.asking import anchors, phrases, subjects, terms
from briefing.core.card.asking.cast import Cast
from briefing.core.card.asking.nouns import COMPANY_WORDS
from briefing.core.card.asking.subjects import Subject
from briefing.core.language import chunks
from briefing.core.language.patterns import lazy

MONEY = (
    r"(?:US\$|A\$|[$£€¥₹]|Rs\.? ?)\s?\d[\d.,]*\s?(?:bn|billion|million|trillion|crore|lakh|m|p)?"
)
SUM = (
    rf"(?:{MONEY}|\d[\d.,]*\s?(?:%|per ?cent|bn|billion|million|m|p|pence|cents)?"
    r"(?: (?:euros?|dollars|pounds|rupees|yen|yuan|won|reais|francs|pesos|crowns|roubles|naira|"
    r"pence|cents))?)(?!\w|[.,]\d)"
)
NAME = r"[A-Z][\w&.’'-]*(?: (?:& |and |of )?[A-Z][\w&.’'-]*){0,4}"
# what tells of other years, or of what might be
STALE = lazy(
    r"\b(?:(?:19|20)\d\d|years? ago|last year|previously|once|had|would|could|may|might|if|"
    r"used to)\b"
)
PAST = lazy(r"\b(?:(?:19|20)\d\d|years? ago|last year|previously|earlier|once|had|used to)\b")
_LOOSE = lazy(
    r"\b(?:it|they|them|this|that|these|those|such|which|who|what|his|her|our|we|you|some|other|"
    r"last|next|same|there|how|why|\w+self|issue|ways?)\b"
)
_TAIL = lazy(
    r"\s(?:after|because|amid|following|so|which|who|whose|by|in order|as|for fear|while|since|"
    r"until|when|where|and(?! [a-z]+$)|but|or|"
    r"with|due|over|blaming|citing|from|that|if|though|although|"
    r"despite|in a (?:deal|move|bid)|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b.*"
)


def firm_of(cast: Cast, i: int, offset: int) -> Subject | None:
    """Return the organisation that does what starts at a character of sentence `i`.

    None where it is a person, a quantity, or where another name stands nearer.
    """
    found = _organisation(cast, anchors.subject_at(cast, i, offset))
    if found is None:
        return None
    row = cast.tokens[i]
    at = anchors.token_at(row, offset)
    near = row[max(0, at - 4) : at]
    return None if any(t.tag == "NAME" and t.text not in found.text for t in near) else found


def teller_of(cast: Cast, i: int) -> Subject | None:
    """Return the organisation that is the subject of sentence `i` as a whole."""
    row = cast.tokens[i]
    span = chunks.main_subject(row, len(row))
    span = phrases.apposed(row, span, COMPANY_WORDS) if span else None
    return _organisation(cast, subjects.of(cast, i, span) if span else None)


def _organisation(cast: Cast, found: Subject | None) -> Subject | None:
    if found is None or not found.actor or found.metric or found.actor in subjects.people(cast):
        return None
    return found


def its(actor: Subject) -> str:
    """Return "its" or "their" for an actor."""
    return "their" if actor.plural else "its"


def untimed(text: str) -> tuple[str, terms.Term | None]:
    """Take the time phrases out of a text; return the first of them too."""
    found = terms.find(text)
    for term in reversed(found):
        text = (text[: term.start] + text[term.end :]).strip()
    return text, found[0] if found else None


def thing(text: str, most: int = 8) -> str | None:
    """Return an object cut to what can stand alone, None where it points elsewhere."""
    text = _TAIL.sub("", f" {untimed(text)[0]}").strip(" ,'\"“”")
    return None if not text or len(text.split()) > most or _LOOSE.search(text) else text
