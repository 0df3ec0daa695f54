"""The place, day and agency that a report opens with: "OSLO, Nov. 16, 2026 (Newswire) - "."""

from __future__ import annotations

from briefing.core.language.patterns import lazy

_REACH = 90  # characters in which a dateline ends
_DAY = (
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?|\d{1,2} [A-Z][a-z]{2,8}"
    r"|(?:(?:le|den|el) )?\d{1,2}(?:er|\.)? (?:de )?[A-Za-zäéèûç]{3,10}\.?(?= (?:de )?\d{4}))"
    r"(?:,?(?: de)? \d{4})?"
)
_AGENCY = r"(?: ?/[\w ]{2,30}/|[ -]*\([A-Z][\w ]{1,30}\))"
_LEAD = lazy(
    r"^(?:(?:[A-Z][A-Z.'’/ -]{2,30}|[A-Z][a-z]+)(?:, [A-Z][\w.]+)? ?\((?:Reuters|AP|AFP|CNN|"
    r"Bloomberg|ANI|PTI|IANS|[A-Z][\w ]{1,20})\)"
    r"|\((?:Reuters|AP|AFP|CNN|Bloomberg|PTI)\)"
    r"|[A-Z][a-z]+(?: [A-Z][a-z]+)?, [A-Z]{2}(?= [–—] [\"“‘]?[A-Z])"  # New York, NY – then it
    # CITY, Region, November 17, 2026 /Newswire/ - then the sentence with its capital.
    rf"|(?:[A-Z][A-Z.'’ ]{{3,30}}(?<! )(?:, [A-Z][\w.]+)??(?:(?:,| [—–-])? {_DAY})?"
    rf"|[A-Z][\w.'’ ]{{2,30}}(?:, [A-Z][\w.]+)??(?:,| [—–-]) {_DAY}(?<=\d{{4}})"
    rf"|{_DAY}(?<=\d{{4}}))"
    rf"{_AGENCY}?(?=\s*[—–-]+\s*[\"“‘]?[A-Z\d]))\s*[-—–:]*\s*"
)


def length(sentence: str) -> int:
    """Return how many characters of a sentence are its dateline, 0 where it has none."""
    head = sentence[:_REACH]
    if "(" not in head and not any(dash in head for dash in "-–—"):
        return 0
    m = _LEAD.match(sentence)
    return m.end() if m and m.end() < len(sentence) else 0


def without(sentence: str) -> str:
    """Return the sentence without its dateline."""
    return sentence[length(sentence) :]
