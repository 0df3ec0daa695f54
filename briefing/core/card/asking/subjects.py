"""Who acts in an open sentence: the subject as a question prints it, with its name resolved.

Refuses (None) whatever has no name in the article: a question without an actor cannot be watched.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing.core.card.asking import houses, nations, nouns, phrases
from briefing.core.card.asking.cast import Cast
from briefing.core.card.asking.people import CALENDAR, is_company, is_national
from briefing.core.card.asking.triggers import Trigger
from briefing.core.language import chunks
from briefing.core.language.tagger import Token

Row = tuple[Token, ...]


class Subject(NamedTuple):
    """A subject: `text` as printed, the `actor` it names ("" for a bare institution), its number.

    `metric` marks a quantity ("Kroger's sales") rather than somebody who acts.
    """

    text: str
    actor: str
    plural: bool = False
    metric: bool = False


def span_of(row: Row, trigger: Trigger) -> chunks.Span | None:
    """Return the noun phrase that does what the trigger leaves open."""
    if trigger.owner is not None and row[trigger.owner - 1].low == "its":
        return (trigger.owner - 1, trigger.owner)
    if trigger.owner is not None:
        return chunks.noun_phrase_ending(row, trigger.owner)
    return chunks.subject_before(row, trigger.start)


def of(cast: Cast, index: int, span: chunks.Span) -> Subject | None:
    """Return the subject of sentence `index` that stands at `span`, or None when it is in doubt."""
    row = cast.tokens[index]
    first, last = row[span[0]], row[span[1] - 1]
    if last.tag == "PRP" or (last.low == "its" and first is last):
        return _pronoun(cast, index, span)
    if last.tag == "NUM" or any(t.low in nouns.POINTING for t in row[span[0] : span[1]]):
        return None
    named = any(t.tag == "NAME" for t in row[span[0] : span[1]])
    if first.low in ("its", "their", "his", "her"):
        return _owned(cast, index, span)
    if first.low == "the" and last.low in nouns.COMPANY_WORDS and last.tag != "NAME":
        topic = before(cast, index, span)
        return Subject(topic, topic) if topic else None
    if last.low in nouns.PAIRED.get(first.low, ()) and not named:
        return _pair(cast)
    if named:
        return _named(cast, index, span)
    if last.low in nouns.METRICS:
        return _metric(cast, index, span)
    return _institution(cast, index, span)


def before(cast: Cast, index: int, span: chunks.Span) -> str | None:
    """Return the organisation that "it" or "the company" at `span` stands for.

    It is the one described so, else the speaker's own, else the subject of the clause before,
    else the topic so far; None where a word for its trade ("the airline") does not fit it.
    """
    row = cast.tokens[index]
    for token in row[span[0] : span[1]]:
        if name := cast.described.get(token.text):
            # two sentences on, another firm of that country may be meant
            near = cast.tokens[max(0, index - 2) : index + 1]
            told = any(t.text == name.split()[0] for r in near for t in r)
            return name if told or cast.is_main(name) else None
    outside = row[span[1] - 1].low in nouns.COMPANY_WORDS and houses.is_outside(row, span[0])
    if outside or any(t.low in _BOTH_FIRMS for t in row[span[0] : span[1]]):
        return None
    own = houses.of_speaker(row, cast.houses, span[0])
    own = own if own and is_company(own, people(cast)) else _antecedent(cast, index, span)
    return houses.fitting(cast.trades, row[span[1] - 1].low, own) if own else None


# the firm that two become: neither of them
_BOTH_FIRMS = frozenset("combined enlarged merged".split())


def _antecedent(cast: Cast, index: int, span: chunks.Span) -> str | None:
    row = cast.tokens[index]
    said = phrases.saying_before(row, span[0]) if row[span[0]].low == "it" else None
    main = chunks.main_subject(row, len(row)) if said is None else chunks.subject_before(row, said)
    if main and main[0] < span[0]:
        main = phrases.apposed(row, main, nouns.COMPANY_WORDS)
        name = phrases.trailing_name(row, main)
        if name and is_company(name, people(cast)):
            return phrases.with_article(row, main, name)
        if name and any(t.low in nouns.SPEAKERS for t in row[main[0] : main[1]]):
            return cast.main  # "Chief Executive Ann Reed said the company": the article's own
        if name is None and row[main[1] - 1].low in nouns.INSTITUTIONS | nouns.COMPANY_WORDS:
            found = of(cast, index, main)
            if found and found.actor:
                return found.text
        told = row[main[1] - 1].low in nouns.SPEAKERS and phrases.tells_of(
            row, main, cast.topics[index]
        )
        if name is None and not told and row[main[1] - 1].tag == "NN":
            return None
        acting = phrases.acting_before(row, span[0])
        if name is None and acting and is_company(acting, people(cast)):
            return acting
    elif (main is None) and (opening := phrases.opening_name(row, span[0])):
        if is_company(opening, people(cast)):
            return opening
    elif main is None and (
        said is not None or not phrases.tells_of(row, (0, span[0]), cast.topics[index])
    ):
        return None  # "the venture with Sarvan Retail said it will": neither of the two
    last = cast.topics[index - 1] if index else None
    return cast.main if last is None else last or None


def people(cast: Cast) -> frozenset[str]:
    """Return the names of people of the article."""
    return frozenset(p for p in cast.people if p)


def _pair(cast: Cast) -> Subject | None:
    if cast.pair is None:
        return None
    return Subject(f"{cast.pair[0]} and {cast.pair[1]}", cast.pair[0], plural=True)


def _pronoun(cast: Cast, index: int, span: chunks.Span) -> Subject | None:
    row = cast.tokens[index]
    low = row[span[0]].low
    if low in ("it", "its"):
        topic = before(cast, index, span)
        return Subject(topic, topic) if topic else None
    if low == "we" and cast.main and houses.is_own_voice(row, cast.main, people(cast)):
        return Subject(cast.main, cast.main)
    if low in ("he", "she"):
        person = houses.saying(row, span[0], people(cast)) or cast.people[index]
        return Subject(person, person) if person else None
    return _they(cast, index, span) if low == "they" else None


def _they(cast: Cast, index: int, span: chunks.Span) -> Subject | None:
    """Return who says of themselves "they": "Harlow's pilots said they will strike"."""
    row = cast.tokens[index]
    main = chunks.main_subject(row, span[0])
    last = row[main[1] - 1] if main and main[1] <= span[0] else None
    if not main or not last or not (phrases.is_plural(last) or last.low in ("duo", "pair")):
        return None
    between = row[main[1] : span[0]]
    if not any(t.low in chunks.SAYING for t in between) or any(
        phrases.is_plural(t) or t.tag in ("NAME", "PRP") for t in between
    ):
        return None
    found = of(cast, index, main)
    return found if found and found.plural else None


def _owned(cast: Cast, index: int, span: chunks.Span) -> Subject | None:
    row = cast.tokens[index]
    first, last = row[span[0]], row[span[1] - 1]
    owner = before(cast, index, span) if first.low == "its" else None
    if owner is None or not 2 <= span[1] - span[0] <= 6 or not _acts(last):
        return None
    text = f"{phrases.possessive(owner)} {phrases.words(row, (span[0] + 1, span[1]))}"
    return Subject(text, owner, phrases.is_plural(last), last.low in nouns.METRICS)


def _acts(last: Token) -> bool:
    return last.tag == "NAME" or last.low in nouns.ACTING_NOUNS or last.low in nouns.METRICS


def _metric(cast: Cast, index: int, span: chunks.Span) -> Subject | None:
    row = cast.tokens[index]
    last = row[span[1] - 1]
    topic = before(cast, index, span)
    said = any(t.low in chunks.SAYING for t in row[span[0] : span[1]])
    if last.low in nouns.MACRO and not said and span[1] - span[0] <= 4:
        return _national(cast, row, span)
    if topic is None or said or last.low in nouns.MACRO or span[1] - span[0] > 4:
        return None
    if nouns.COUNTING.search(topic) or nouns.of_a_market([t.low for t in row[span[0] : span[1]]]):
        return None
    text = phrases.words(row, span)
    text = re.sub(r"^(?:the|The) (?:\w+)['’]s ", "", text)
    text = re.sub(r"^(?:The|the|a|an) ", "", text)
    return Subject(
        f"{phrases.possessive(topic)} {phrases.uncapital(text)}",
        topic,
        phrases.is_plural(last),
        metric=True,
    )


def _national(cast: Cast, row: Row, span: chunks.Span) -> Subject | None:
    """Return a country's figure: "inflation" -> "Swedish inflation", "the Swedish economy"."""
    last = row[span[1] - 1]
    if cast.home is None or row[span[0]].low not in (last.low, "the", "economic", "overall"):
        return None
    text = re.sub(r"^(?:the|The|overall|Overall) ", "", phrases.words(row, span))
    name = nations.whose(cast.home, phrases.uncapital(text), cast.weight)
    return Subject(name, cast.home, phrases.is_plural(last), metric=True)


_LOOSE = frozenset("a an most many all several some".split())


def _institution(cast: Cast, index: int, span: chunks.Span) -> Subject | None:
    row = cast.tokens[index]
    first, last = row[span[0]], row[span[1] - 1]
    if last.low not in nouns.INSTITUTIONS or span[1] - span[0] > 4 or first.low in _LOOSE:
        return None
    text = phrases.uncapital(phrases.words(row, span))
    bare = re.sub(r"^(?:the|its|their) ", "", text)
    plural = phrases.is_plural(last)
    if last.low in nouns.OWNABLE and bare[:1].isdigit():
        return None  # "1,400 staff": whose, the question would not say
    if last.low in nouns.OWNABLE and cast.main:
        topic = before(cast, index, span) or cast.main
        if cast.salient(topic) < 2 and not cast.is_main(topic):
            return None
        name = re.sub(r"^the ", "", topic)
        if plural and last.low != "directors":
            the = "the " if topic.startswith("the ") else ""
            return Subject(f"{the}{name} {bare}", name, plural)
        return Subject(f"{phrases.possessive(topic)} {bare}", name, plural)
    nation = cast.nation or nations.ADJECTIVES.get(cast.home or "")
    if last.low in nouns.STATE and nation and " " not in bare:
        return Subject(f"the {nation} {bare}", f"{nation} {bare}", plural)
    return Subject(text, "", plural)


def _lowered(m: re.Match[str]) -> str:
    return m.group().lower()


# "the Denver site": whose, the question would not say
_SITE = frozenset("site store shop warehouse plant factory depot branch centre center".split())


def _named(cast: Cast, index: int, span: chunks.Span) -> Subject | None:
    row = cast.tokens[index]
    text = phrases.words(row, span)
    last = row[span[1] - 1]
    joined = re.search(r"\band\b", text) is not None and not nouns.ONE_BODY.search(text)
    if joined and not phrases.names_joined(row, span):
        return None
    plural = joined or phrases.is_plural(phrases.head(row, span))
    tail = phrases.trailing_name(row, span)
    told = phrases.head(row, span)
    if text.lower().removeprefix("the ") in nouns.INSTITUTIONS:
        return _institution(cast, index, span)
    if told is not last and told.low in nouns.METRICS and not joined:
        text = re.sub(r"^(?:[Tt]he|[Aa]n?) ", "", text)
        return Subject(
            phrases.uncapital(text), phrases.strip(last.text), phrases.is_plural(told), metric=True
        )
    if tail and tail != text and not joined and (told is last or told.tag == "NAME"):
        text = phrases.bare(row, span, tail, text)
    elif tail is None and not _acts(last) and not _acts(phrases.head(row, span)):
        return None
    if not joined and not _acts(phrases.head(row, span)):
        return None
    if (
        len(text.split()) > 7
        or CALENDAR.fullmatch(text)
        or re.match(r"[A-Z]\d|(?:We|They|You)$", text)
        or nouns.SOURCES.search(text)
        or (is_national(last.text.removesuffix("s")) and not joined)
    ):
        return None
    if re.match(
        r"(?:CEO|CFO|[Cc]hief|[Hh]ead|[Pp]resident|[Dd]irector|[Cc]hairman) (?:\w+ )?of ", text
    ):
        text = f"the {text}"
    first = row[span[0]]
    if first.low == "the" and len(text.split()) == 3 and last.low in _SITE and not joined:
        owner = cast.topics[index]
        if owner is None or not cast.is_main(owner):
            return None
        name, site = owner.removeprefix("the "), text.removeprefix("the ")
        return Subject(f"{phrases.possessive(name)} {site}", name)
    if first.start == 0 and first.tag != "NAME" and text == phrases.words(row, span):
        text = phrases.uncapital(text)
    text = re.sub(r"^(?:Founder|Chairman|Director|Owner|Minister) (?=[A-Z])", _lowered, text)
    the = r"^(?:a|an) (?=[a-z])" if last.tag == "NAME" else "^(?:a|an) "
    text = re.sub(the, "the ", text)
    text = re.sub(r"^(?:a|an) ", "", text)
    runs = [r for r in phrases.runs(row) if r[0] >= span[0] and r[1] <= span[1]]
    first_name = phrases.words(row, runs[0]) if runs else text
    name = tail if tail and not joined else first_name
    return Subject(text, name, plural, last.low in nouns.METRICS)
