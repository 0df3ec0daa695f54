"""One open sentence filled in: actor, verb, predicate, threshold, date. Refuses what it doubts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.core.card.asking import cast as cast_of
from briefing.core.card.asking import events
from briefing.core.card.asking.cast import Cast
from briefing.core.card.asking.triggers import Kind, Trigger
from briefing.core.language import chunks, tagger
from briefing.core.language.tagger import Token


@dataclass(frozen=True, slots=True)
class Draft:
    """A question before it is worded: "Will {subject} {verb} {rest}?"."""

    subject: str
    actor: str
    verb: str
    rest: str
    event: str
    kind: Kind
    sentence: int
    plural: bool = False
    passive: bool = False
    by: str | None = None
    weight: float = 0.0
    lead: str = ""


_RELATIVE = re.compile(
    r"[, ]*\b(?:(?:on|by|from|before|until|as early as|as soon as|at|in|for|during|over|within|through)\s+)?(?:the\s+)?"
    r"(?:(?:end of |start of |beginning of |early |late |later |mid-?)*(?:next|this|coming|current|later this|earlier this|following)\s+"
    r"(?:\w+\s+)?(?:week|month|year|quarter|summer|winter|spring|autumn|fall|weekend|Monday|Tuesday|Wednesday|Thursday|"
    r"Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|"
    r"November|December|morning|evening|afternoon|season|decade)s?"
    r"|tomorrow|today|tonight|(?:on )?(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
    r"(?: (?:morning|evening|afternoon|night))?|soon|shortly|eventually|at some point|in due course|"
    r"later in the (?:year|day|month|week)|the coming (?:weeks|months|days|years)|(?:next|coming) (?:few|couple of|two|three|five|ten|10) (?:weeks|months|days|years))\b"
)
_PRONOUN = re.compile(
    r"\b(?:it|them|they|he|she|him|we|us|our|you|your|I|my|me|this|these|those|such|here|there|"
    r"himself|herself|myself|yourself|ourselves|so|otherwise|anything|something|nothing|everything|thing|things|way|ways)\b(?!-)",
)
_COMPANY = re.compile(
    r"\bthe (?:" + "|".join(sorted(cast_of.COMPANY_WORDS)) + r")\b(?! of\b)(['’]s)?"
)
_PLURAL_PRONOUN = re.compile(r"\btheir\b")


def fill(cast: Cast, index: int, trigger: Trigger) -> Draft | None:
    """Fill a draft from one trigger of sentence `index`, or None when any part is doubtful."""
    row = cast.tokens[index]
    verb = row[trigger.verb]
    base = _base(verb, gerund=trigger.gerund)
    if base is None or trigger.negated:
        return None
    span = _subject_span(row, trigger)
    if span is None:
        return None
    subject = _subject(cast, index, row, span)
    if subject is None:
        return None
    text, actor, plural = subject
    start = trigger.verb
    passive = False
    if base == "be":
        found = _be(row, start)
        if found is None:
            return None
        base, start, passive = found
    rest = _rest(cast, index, row, start, text)
    if rest is None or (not rest and not passive and base not in _INTRANSITIVE):
        return None
    if not passive and _is_vague(base, rest):
        return None
    key = _participle_base(row[start].low) if passive else base
    event = events.EVENT_OF.get(key or "", "report")
    shown = f"be {row[start].text}" if passive else base
    return Draft(text, actor, shown, rest, event, trigger.kind, index, plural, passive)


_INTRANSITIVE = frozenset(
    "resign appeal retire close open reopen merge rise fall grow recover strike shut expand return "
    "resume step quit rebound shrink succeed leave bid stop start begin end sue split".split()
)


def _base(verb: Token, *, gerund: bool) -> str | None:
    if gerund:
        return tagger.base(verb.low) if verb.low in tagger.forms() else None
    return verb.low if verb.low.isalpha() or "-" in verb.low else None


def _participle_base(word: str) -> str | None:
    return tagger.base(word)


def _be(row: tuple[Token, ...], at: int) -> tuple[str, int, bool] | None:
    """Read what follows "be": a passive, or "be opening" turned into "open"."""
    k = at + 1
    while k < len(row) and row[k].tag == "RB":
        k += 1
    if k >= len(row):
        return None
    if row[k].tag == "VBG" and (base := tagger.base(row[k].low)):
        return base, k, False
    if (
        row[k].low in ("able", "allowed", "forced", "required")
        and k + 2 < len(row)
        and row[k + 1].low == "to"
    ):
        return (row[k + 2].low, k + 2, False) if row[k + 2].tag == "VB" else None
    base = tagger.base(row[k].low)
    if row[k].tag in ("VBD", "ADJ", "VB", "NN") and base and tagger.participle(base) == row[k].low:
        return (base, k, True) if base not in _STATIVE_PASSIVE else None
    return None


_STATIVE_PASSIVE = frozenset(
    "interest concern please worry involve need see consider know limit relate expect base "
    "disappoint surprise aim like think regard believe view treat miss remember compare feel "
    "affect impact hurt hit impress embarrass tempt damage happen tire".split()
)


def _subject_span(row: tuple[Token, ...], trigger: Trigger) -> chunks.Span | None:
    if trigger.owner is not None:
        return chunks.noun_phrase_ending(row, trigger.owner)
    return chunks.subject_before(row, trigger.start)


def _subject(
    cast: Cast, index: int, row: tuple[Token, ...], span: chunks.Span
) -> tuple[str, str, bool] | None:
    """Return the subject as a question prints it, the actor's name, and whether it is plural."""
    first, last = row[span[0]], row[span[1] - 1]
    if last.tag == "PRP":
        return _pronoun(cast, index, row, span)
    if last.tag == "NUM" or first.tag == "NUM" and len(range(*span)) == 1:
        return None
    tokens = row[span[0] : span[1]]
    if any(
        t.low
        in (
            "this",
            "that",
            "these",
            "those",
            "our",
            "my",
            "your",
            "such",
            "another",
            "other",
            "same",
            "every",
            "each",
            "no",
            "either",
            "neither",
        )
        for t in tokens
    ):
        return None
    names = [t for t in tokens if t.tag == "NAME"]
    if first.low in ("its", "their", "his", "her"):
        return _owned(cast, index, row, span)
    if first.low == "the" and last.low in cast_of.COMPANY_WORDS and not names:
        topic = _before(cast, index, row, span)
        return (topic, topic, False) if topic else None
    if names:
        return _named(cast, row, span)
    if last.low in cast_of.METRICS and (topic := _owner(cast, index, row, span)):
        text = cast_of.words(row, span)
        text = re.sub(r"^(?:the|The) (?:company|firm|group|airline|bank|retailer)['’]s ", "", text)
        text = re.sub(r"^(?:The|the|a|an|any|some) ", "", text)
        return f"{_possessive(topic)} {_uncapital(text)}", topic, _is_plural(last)
    if (
        last.low in cast_of.INSTITUTIONS
        and len(tokens) <= 4
        and first.low not in ("a", "an", "some", "any")
    ):
        return _uncapital(cast_of.words(row, span)), "", _is_plural(last)
    return None


def _uncapital(text: str) -> str:
    return text[:1].lower() + text[1:]


def _possessive(name: str) -> str:
    return name + ("'" if name.endswith("s") and not name.endswith("ss") else "'s")


def _is_plural(token: Token) -> bool:
    low = token.low
    return low in ("police", "people", "staff") or (
        token.tag == "NN"
        and low.endswith("s")
        and not low.endswith(("ss", "us", "is"))
        and low != "news"
    )


def _before(cast: Cast, index: int, row: tuple[Token, ...], span: chunks.Span) -> str | None:
    """The organisation "it" or "the company" stands for: earlier in the sentence, else before."""
    described = [t.text for t in row[span[0] : span[1]] if t.text in cast.described]
    if described:
        return cast.described[described[0]]
    main = chunks.main_subject(row, len(row))
    if main and main[0] < span[0]:
        name = cast_of.trailing_name(row, main)
        if name and cast_of.is_company(name, _people(cast)):
            return cast_of.with_article(row, main, name)
    if index and cast.topics[index - 1]:
        return cast.topics[index - 1]
    return cast.main if index == 0 else None


def _people(cast: Cast) -> frozenset[str]:
    return frozenset(p for p in cast.people if p)


def _owner(cast: Cast, index: int, row: tuple[Token, ...], span: chunks.Span) -> str | None:
    return _before(cast, index, row, span)


def _pronoun(
    cast: Cast, index: int, row: tuple[Token, ...], span: chunks.Span
) -> tuple[str, str, bool] | None:
    low = row[span[0]].low
    if low == "it":
        if span[0] == 0 and index and cast.topics[index] is None:
            return None
        topic = _before(cast, index, row, span)
        return (topic, topic, False) if topic else None
    if low in ("he", "she"):
        person = cast.people[index]
        return (person, person, False) if person else None
    return None


def _owned(
    cast: Cast, index: int, row: tuple[Token, ...], span: chunks.Span
) -> tuple[str, str, bool] | None:
    first, last = row[span[0]], row[span[1] - 1]
    owner = _before(cast, index, row, span) if first.low == "its" else None
    if owner is None or len(range(*span)) > 6 or span[1] - span[0] < 2:
        return None
    text = cast_of.words(row, (span[0] + 1, span[1]))
    return f"{_possessive(owner)} {text}", owner, _is_plural(last)


def _named(cast: Cast, row: tuple[Token, ...], span: chunks.Span) -> tuple[str, str, bool] | None:
    text = cast_of.words(row, span)
    if re.search(r"\band\b", text):
        plural = True
    else:
        plural = _is_plural(row[span[1] - 1])
        tail = cast_of.trailing_name(row, span)
        if tail and tail != text:
            start = span[1] - len(tail.split())
            prior = row[start - 1] if start > span[0] else None
            if (
                prior is not None
                and prior.tag in ("NN", "POS", "ADJ", "DET")
                and not tail[0].isdigit()
            ):
                the = prior.low == "the" and row[span[0]].low == "the"
                text = ("the " if the else "") + tail
    if len(text.split()) > 7 or re.fullmatch(cast_of._CALENDAR, text):
        return None
    first = row[span[0]]
    if first.start == 0 and first.tag != "NAME":
        text = _uncapital(text)
    text = re.sub(r"^(?:a|an) ", "", text) if re.match(r"(?:a|an) ", text) else text
    if re.match(r"(?:chief|analyst|spokes)", text) or re.search(
        r"\b(?:spokes\w+|analysts?|expert|source|sources)\b", text
    ):
        return None
    name = next(
        (cast_of.words(row, r) for r in cast_of.runs(row) if r[0] >= span[0] and r[1] <= span[1]),
        text,
    )
    return text, name, plural


def _rest(cast: Cast, index: int, row: tuple[Token, ...], verb: int, subject: str) -> str | None:
    """Return the predicate after its verb, cleaned of relative dates and resolved; None if doubtful."""
    end = chunks.predicate_end(row, verb)
    text = cast_of.words(row, (verb + 1, end)) if end > verb + 1 else ""
    full = "".join(
        (" " if k > verb + 1 and row[k].start > row[k - 1].end else "") + row[k].text
        for k in range(verb + 1, end)
    )
    if full.count('"') % 2 == 0 and "“" not in full and full.count('"'):
        text = full
    text = _RELATIVE.sub("", text).strip(" ,")
    text = re.sub(r"^(?:also|now|only|then|again) ", "", text)
    topic = cast.topics[index - 1] if index else cast.main
    if _COMPANY.search(text):
        if topic is None or topic in subject:
            text = _COMPANY.sub(lambda m: "its" if m.group(1) else "itself", text)
            if "itself" in text:
                return None
        else:
            text = _COMPANY.sub(lambda m: _possessive(topic) if m.group(1) else topic, text)
    text = _trim(text, 19 - len(subject.split()) - 2)
    if text is None or _PRONOUN.search(text) or re.search(r"\blast\b|\bprevious(?:ly)?\b", text):
        return None
    return text


_SHORTEN = re.compile(
    r"\s(?:in|at|for|from|with|by|through|via|during|under|across|between|within|against|including|as|to|and|over|on)\s(?!.*\s(?:and)\s)"
)


def _trim(text: str, room: int) -> str | None:
    """Drop phrases from the end until the words fit."""
    while len(text.split()) > room:
        cuts = [
            m.start()
            for m in re.finditer(
                r"\s(?:in|at|for|from|with|by|through|via|during|under|across|within|including|over|on|as)\s",
                text,
            )
        ]
        cuts = [c for c in cuts if len(text[:c].split()) >= 3]
        if not cuts:
            return None
        text = text[: cuts[-1]]
    if text.count("(") != text.count(")"):
        return None
    return re.sub(r"\s+(?:and|or|the|a|of|to|in|for|with|from|by|at|on|as)$", "", text)


def _is_vague(verb: str, rest: str) -> bool:
    if verb not in events.VAGUE:
        return False
    return not (verb in events.VAGUE_BUT_COUNTABLE and re.search(r"\d", rest))
