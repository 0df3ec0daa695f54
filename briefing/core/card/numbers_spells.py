"""Spells of time: "the 13 weeks to 4 May", "last quarter of 2004", "a year earlier"."""

from __future__ import annotations

from briefing.core.language import dates
from briefing.core.language.patterns import lazy
from briefing.core.language.recent import recent

SAME = ("the same ", "the year-ago ", "the year-earlier ", "the prior-year ", "the corresponding ")
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_DATE = (
    rf"(?:\d{{1,2}} )?(?:{_MONTH}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)"
    r"(?: \d{1,2}\b)?"
)
_MANY = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|12|\d+)[ -]"
    r"(?:months|weeks|quarters|years)"
)
_DAY = (
    rf"(?:the end of )?(?:\d{{1,2}} )?(?:{_MONTH}|[A-Z][a-z]{{2}}\b\.?)(?: \d{{1,2}}\b)?"
    r"(?:,? \d{4}\b)?"
)
_YEAR = (
    r"(?:(?:the )?(?:fiscal )?(?:19|20)\d\d|"
    r"(?:last|this|next|the(?: current)?) (?:fiscal |financial )?year)"
)
_SPELL = lazy(
    r"\b(?:(?:the )?(?:(?:first|last|past|next|final|latest|opening) )?"
    rf"{_MANY} (?:between {_MONTH} and {_MONTH}(?: (?:19|20)\d\d)?|"
    rf"(?:to|ended|ending|through|until|up to|of) (?:{_DAY}|{_YEAR}))"
    rf"|[Bb]etween {_DATE}(?: (?:19|20)\d\d)? and {_DATE}"
    r"(?: (?:19|20)\d\d)?|the following (?:year|month|quarter|week)"
    rf"|(?:the )?(?:first|second|third|fourth|last|final|latest) (?:quarter|half) of {_YEAR}"
    r"|(?:the )?(?:(?:first|last|past|next) |(?<=\b[Ii]n )|(?<=\b[Oo]ver )|(?<=\b[Ff]or )|"
    r"(?<=\b[Oo]ver the )|(?<=\b[Dd]uring )|(?<=\b[Ii]n the ))"
    r"(?:first|second|third|fourth|last|past|two|three|six|nine|12|\d+) (?:months|weeks|quarters|"
    r"years)(?! (?:ago|old|later|earlier|before|after|of(?! (?:the|this|last|its|fiscal|20)))\b)"
    rf"|(?<=\b[Ii]n ){_MONTH} and {_MONTH}"
    rf"|{_MONTH}(?:[-–]| to ){_MONTH}"
    rf"|(?<=\b[Ii]n )(?:{_MONTH})(?! \d)"
    rf"|(?:in the |for the )?(?:year|quarter|half) (?:to|ended|ending) {_DAY}"
    r"|the same (?:time|point) (?:last year|the year before)"
    r"|the (?:same|year-ago|year-earlier|prior-year|corresponding) (?:period|quarter|half|month)"
    r"(?: (?:last year|the year before|a year (?:ago|earlier|before)|(?:of|in) (?:19|20)\d\d))?"
    r"|a (?:year|month|week|quarter) (?:earlier|ago|before(?! \w+(?<!and)(?<!but)))"
    r"|year-on-year|year on year|"
    r"annual(?:ly)?|a year|per year|a day|a week|a month|overnight)\b"
)
_SPAN = lazy(r"\b(?:[Ff]rom|[Bb]etween) ((?:19|20)\d\d) (?:to|and|until|through) ((?:19|20)\d\d)\b")


def with_spans(sentence: str, near: list[dates.Moment]) -> list[dates.Moment]:
    """Return the dates, two years that are the ends of one span put together."""
    if "rom " not in sentence and "etween " not in sentence:
        return near
    spans = [dates.Moment(m.start(), m.end(), m[0], m[2]) for m in _SPAN.finditer(sentence)]
    if not spans:
        return near
    return spans + [m for m in near if not any(s.start <= m.start < s.end for s in spans)]


def cut(sentence: str, end: int) -> int:
    """Return where the words before a spell end: "Sales in the six months to May" -> "Sales"."""
    for m in _SPELL.finditer(sentence):
        if m.end() == end and (link := _LINK.search(sentence, max(0, m.start() - 12), m.start())):
            return link.start()
    return end


_LINK = lazy(r" (?:in|for|during|over) (?:the )?\Z")


def inside(long: list[dates.Moment], moment: dates.Moment) -> bool:
    """Say whether a date is part of a longer spell: "31 December" of "the year to 31 December"."""
    return any(
        s.start <= moment.start and moment.end <= s.end and len(s.text) > len(moment.text)
        for s in long
    )


@recent
def find(sentence: str) -> list[dates.Moment]:
    """Return the spells of time of a sentence in order."""
    return [dates.Moment(m.start(), m.end(), m.group(), "") for m in _SPELL.finditer(sentence)]
