"""Whether a question is worth asking: what is settled, certain, vague or not to be understood."""

from __future__ import annotations

import re

from briefing.core.card.asking import events, nouns
from briefing.core.card.asking.people import CALENDAR
from briefing.core.card.asking.subjects import Subject
from briefing.core.card.asking.triggers import Kind
from briefing.core.language.patterns import lazy

# a story told in order, and "its" that belongs to a name inside the object
LATER = lazy(r"(?:\w+ (?:years?|months?|weeks?|days?) later|[Ll]ater that)\b")
OTHERS = lazy(r"[A-Z]\w*['’]s?\s.*\bits\b(?! own\b)")
_APPOINTED = frozenset("succeed become take replace join".split())


_PENALTY = lazy(r"\b(?:penalt(?:y|ies)|fines?|restitution|settlement|to settle)\b")
_POOR = lazy(
    r"(?:more )?(?:money|funds|cash|capital|awareness|(?:its |their )?(?:operations|presence|"
    r"profile|reputation|capabilities))\b(?!.*[A-Z\d])"
)


# what an agreement to do it does at once
_AT_ONCE = frozenset("pause suspend halt delay postpone extend drop withdraw".split())
_PRICED = lazy(r"(?:at|from) (?:about |around |just )?[$£€¥₹]")


def settled(verb: str, rest: str, passive: bool, kind: Kind) -> bool:
    """Say whether it is as good as done: an appointment made, a right given."""
    if verb == "pay" and kind in ("will", "due", "agreed") and _PENALTY.search(rest):
        return True
    if kind == "agreed" and verb in _AT_ONCE:
        return True
    if kind == "going" and verb in ("invest", "hire", "recruit") and not re.search(r"\d", rest):
        return True  # as it does all year
    if kind not in ("will", "due", "would"):
        return False
    leaving = verb in ("leave", "resign", "quit", "retire") and not rest
    return (
        leaving
        or (passive and verb == "allow")
        or (verb in _APPOINTED and events.of(verb, rest) == "hire")
    )


# what is done to a plan or a building, not to the firm that "it" was read as
_MADE = frozenset(
    "complete finish build deliver publish release launch sign implement hold".split()
)


def is_thing(verb: str, rest: str, passive: bool) -> bool:
    """Say whether only a thing, or a deal, does this: "it will be completed", "it will close"."""
    return verb in _MADE if passive else verb in ("close", "complete") and not rest


def names_itself(subject: Subject, rest: str) -> bool:
    """Say whether the object names the subject again: a pronoun was read wrongly."""
    name = re.sub(r"^the |['’]s?$", "", subject.actor or subject.text)
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", rest) is not None


_UNNAMED = lazy(r"\bthe (?:deal|merger|takeover|acquisition|purchase|transaction|plan|proposal)\b")
# what needs no name to be understood
_STANDS = lazy(r"\b(?:talks|offer|bid|deal|merger|takeover)\b|\d\w* [a-z]{4,}|[$£€%]\d*|^more ")


_MACRO = lazy(r"\b(?:" + "|".join(sorted(nouns.MACRO)) + r")$")


_OF_ECONOMIES = frozenset("grow expand shrink contract slow recover enter avoid return".split())


# "by 4.3% in 2005 and 4.2% in 2006": two questions
_SOME_FORMAT = lazy(r"the (?:format|concept|idea|model|approach|practice|service|product)\b(?! of)")
_SALARY = lazy(r"\b(?:salary|remuneration|pay package|signing bonus)\b")
_TWO_YEARS = lazy(r"\d(?:%| ?per ?cent) in \d{4} and \d")


# praise, and more of something uncounted: no day could settle it
_PRAISE = lazy(
    r"\b(?:enormous|huge|tremendous|considerable|softer|larger|stronger|better|bigger|greater|"
    r"viable|meaningful|seamless|exciting|leading role|"
    r"leadership|successful|sustainable|competitive|healthier|smoother|flexible|efficient|"
    r"wider|broader|deeper|more [a-z]+(?:able|ive|ent|ant|ful|al))\b"
)
_BY_SOMEBODY = lazy(r"\b(?:by|to|with|from) its (?:\w+ )?(?:rivals?|owner|parent|peers?)\b")
_IDIOM = lazy(
    r"(?:gears|course|tack|(?:its |the )?(?:focus|attention|sights)|(?:a|the) (?:\w+ )?price|"
    r"ground|steam|the (?:page|tide|way|bar|scene|stage))\b"
)
# "the online furniture retailer": which one, only the article tells
_SOME_FIRM = lazy(
    r"\bthe (?!combined|merged|enlarged|new)(?:[a-z]+-?[a-z]* ){1,3}(?:"
    + "|".join(sorted(nouns.COMPANY_WORDS))
    + r")\b"
    r"(?=$| (?:in|during|at|for|by|after|on|with|to|from)\b)"
)
_GAINING = frozenset("secure win get gain attract receive earn draw sell seek".split())
_HABIT = lazy(
    r"\b(?:every|each)\b(?! (?:other|share|(?:\w+ )?(?:months?|weeks?|years?|quarter))\b)"
)
_DURATION = lazy(
    r"(?:up to |at least |about |around |as long as |over |more than |some |only |several )*"
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|long|longer|time|several|"
    r"a few)(?: (?:or|to) \w+)?"
    r"(?: (?:minutes|hours|days|weeks|months|years|decades?)\b|$| (?:to|for)\b)"
)


# terms of a merger that is agreed
_OF_BOTH = lazy(r"\d ?(?:%|per ?cent|percent) of the (?:new|combined|merged|enlarged)\b")


def _unsettling(verb: str, rest: str) -> bool:
    """Say whether no day could settle it: praise, a habit, the time something takes."""
    counted = re.search(r"\d", rest) is not None
    if (
        _IDIOM.match(rest)
        or _SOME_FIRM.search(rest)
        or _BY_SOMEBODY.search(rest)
        or (verb == "pay" and "dividend" in rest)
        or (verb == "pay" and not counted and rest.startswith("down "))
        or (verb in ("hold", "own", "get") and _OF_BOTH.search(rest) is not None)
        or (verb in ("start", "begin") and rest.startswith("with "))
    ):
        return True
    if not counted and (
        _PRAISE.search(rest) or (verb in _GAINING and re.match(r"(?:more|some|additional) ", rest))
    ):
        return True
    if verb in ("start", "begin", "retail") and _PRICED.match(rest):
        return True
    if verb in ("take", "last") and _DURATION.match(rest):
        return True
    return rest.startswith("every ") or (_HABIT.search(rest) is not None and not counted)


def is_worth(verb: str, rest: str, passive: bool, subject: Subject, *, late: bool = False) -> bool:
    """Say whether somebody could look up that it was done, and a no would be news.

    `late` says that it was put off already, so that nothing about it is certain.
    """
    if re.match(r"(?:that|why|how|what|whether)\b", rest):
        return False
    if _unsettling(verb, rest):
        return False
    if _TWO_YEARS.search(rest) or _SOME_FORMAT.match(rest) or _SALARY.search(rest):
        return False
    if _POOR.match(rest) or (rest.startswith("up ") and verb in ("end", "wind", "turn")):
        return False
    if (
        _UNNAMED.search(rest)
        and not re.search(r"[A-Z]", CALENDAR.sub("", rest))
        and verb not in ("accept", "reject")
    ):
        return False
    if re.fullmatch(r"the (?:new|latest|current|proposed|same) [\w-]+", rest):
        return False
    if re.fullmatch(
        r"(?:the|some|more|[$£€]?[\d.,]+%?|one|two|three|four|five|\w+ly) ?[\w-]*", rest
    ) and not _STANDS.search(rest):
        return False
    if subject.metric and events.of(verb, rest) not in ("report", "raise", "cut"):
        return False
    particle = re.fullmatch(r"(?:down|up|in|out|on|off)(?: and \w+)?", rest)
    if particle and not passive and verb not in ("step", "stand", "set"):
        return False
    if subject.text.endswith("economy") and verb not in _OF_ECONOMIES:
        return False
    if subject.metric and _MACRO.search(subject.text) and not re.search(r"\d", rest):
        return False
    if not rest:
        return passive or verb in events.INTRANSITIVE
    if not passive and events.is_vague(verb, rest):
        return False
    certain = events.is_certain(verb, rest) and not late
    return not certain and not (subject.metric and verb in events.VAGUE)
