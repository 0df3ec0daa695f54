"""Does an article answer a question? Actor, event, object, polarity: all from one sentence.

Refuses rumours, plans, conditions, another company's event, and a part where the whole was asked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefing.core.day import ledger_figures as figures
from briefing.core.day import ledger_words as data
from briefing.core.language import chunks, tagger
from briefing.core.language import text as words_of
from briefing.core.language.patterns import lazy
from briefing.core.language.tagger import Token
from briefing.models import Article, Polarity, Question

_SUFFIX = lazy(
    r"(?:[ ,]+(?:inc|corp|corporation|co|company|ltd|limited|plc|ag|sa|group|holdings|stores|"
    r"llc)\.?)+$|\.com$",
    re.I,
)
_OPEN = lazy(rf"\b(?:{data.OPEN})\b", re.I)
_OFF = lazy(rf"\b(?:{data.OFF_PHRASES})\b", re.I)
_COMPANY = lazy(
    r"\b(?:the|The) (?:company|firm|group|retailer|chain|grocer|supermarket|airline|bank|carmaker|"
    r"business|regulator|watchdog|union|court|commission|brand|start-?up)\b|\b(?:It|it)\b"
)


@dataclass(frozen=True)
class Reading:
    """An article ready to be held against questions: tagged sentences, the title first."""

    title: str
    sentences: tuple[str, ...]
    words: frozenset[str]

    def low(self) -> frozenset[str]:
        """Return the words of the whole article."""
        return self.words


def read(article: Article, sentences: Sequence[str]) -> Reading:
    """Return an article's reading; tagging waits until a question needs it."""
    rows = tuple(words_of.normalise(s) for s in sentences)
    every = frozenset(words_of.words(article.title + " " + article.text))
    return Reading(words_of.normalise(article.title), rows, every)


@lru_cache(maxsize=8192)
def actor_keys(actor: str) -> frozenset[str]:
    """Return the names an actor goes by, in lower case: "Kroger or Alibaba" has two."""
    names = re.split(r"\s+(?:or|and|&)\s+|/", words_of.normalise(actor))
    keys = set()
    for name in names:
        plain = re.sub(r"^the ", "", _SUFFIX.sub("", name).strip(), flags=re.I)
        plain = re.sub(r"'s$|'$", "", plain).lower()
        if plain:
            keys.add(plain)
    return frozenset(keys)


@lru_cache(maxsize=8192)
def actor_stems(actor: str) -> frozenset[str]:
    """Return the content stems of an actor's names."""
    return frozenset(words_of.content_words(actor))


@lru_cache(maxsize=8192)
def _matter(question: Question) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return what the question is about: its stems, the names among them, its verbs' bases."""
    own = actor_stems(question.actor)
    source = question.object or question.question
    asked = re.sub(r"^(?:Will|Can|Is|Are|Does|Do|By [^,]+,? will)\b", "", question.question)
    names = {
        words_of.stem(w) for n in re.findall(r"\b[A-Z][\w&.'-]+", source) for w in words_of.words(n)
    } - own
    bases = {b for w in re.findall(r"[a-z-]+", asked) if (b := tagger.base(w))}
    stems = {s for s in words_of.content_words(source) if not s.isdigit()} - own
    done = {words_of.stem(v) for v in data.DONE.get(question.event, "").split()}
    when = data.CALENDAR | {"wheth"}
    return frozenset(stems - done - when), frozenset(names - when), frozenset(bases)


def verdict(question: Question, reading: Reading) -> tuple[Polarity, str] | None:
    """Return yes or no and the sentence that says so, or None."""
    keys = actor_keys(question.actor)
    if not any(set(words_of.words(k)) <= reading.words for k in keys):
        return None
    known = _names_in(reading)
    lines = [reading.title, *reading.sentences]
    # a headline drops the hedge that its first sentences keep
    rumour = any(data.EVIDENTIAL.search(s) for s in lines[:3])
    for i, line in enumerate(lines):
        if not line or line.endswith("?") or (i == 0 and rumour):
            continue
        around = f"{reading.title} {lines[i - 1] if i else ''} {line}"
        here = _mentions(line, keys)
        if not here and not (
            _COMPANY.search(line) and i and _mentions(lines[i - 1] + " " + reading.title, keys)
        ):
            continue
        if (polarity := _judge(question, line, around, keys, known, title=i == 0)) is not None:
            return polarity, line
    return None


def _names_in(reading: Reading) -> frozenset[str]:
    return frozenset(re.findall(r"(?<=[a-z,] )[A-Z][\w&.'-]*", " ".join(reading.sentences)))


def _mentions(line: str, keys: frozenset[str]) -> bool:
    low = line.lower()
    return any(re.search(rf"(?<![\w-]){re.escape(k)}(?![\w-])", low) for k in keys)


def _judge(
    question: Question,
    line: str,
    around: str,
    keys: frozenset[str],
    known: frozenset[str],
    *,
    title: bool,
) -> Polarity | None:
    stems, names, bases = _matter(question)
    if not _about(stems, names, line, around):
        return None
    row = tagger.tags(line, known)
    for i, token in enumerate(row):
        if not token.tag.startswith("VB") and not (title and token.tag == "NN"):
            continue
        base = tagger.base(token.low)
        if base is None:
            continue
        polarity = _event(question, base, bases)
        if polarity is None or not _happened(row, i, line, title=title):
            continue
        if not _acted(row, i, keys, title=title):
            continue
        if polarity == "yes" and not figures.enough(question, line):
            continue
        return polarity
    if _called_off(question, row, line, keys):
        return "no"
    return None


def _about(stems: frozenset[str], names: frozenset[str], line: str, around: str) -> bool:
    """Say whether the sentence, with its title and neighbour, speaks of the matter asked about."""
    if not stems:
        return True
    here = set(words_of.content_words(line))
    near = here | set(words_of.content_words(around))
    if names and not names & near:
        return False
    if not (stems | names) & here:
        return False
    return len(stems & near) >= (0.25 if names & here else 0.4) * len(stems)


def _event(question: Question, base: str, asked: frozenset[str]) -> Polarity | None:
    """Return what it would mean for the question that this verb has happened."""
    if question.event in ("rule", "deny") or asked & (data.GRANTING | data.REFUSING):
        if asked & data.REFUSING:
            return "yes" if base in data.REFUSING else "no" if base in data.GRANTING else None
        if base in data.REFUSING:
            return "no"
        if base in data.GRANTING or base in asked:
            return "yes"
    if base in data.UNDONE.get(question.event, "").split() and base not in asked:
        return "no"
    if base in asked - data.LIGHT or base in data.DONE.get(question.event, "").split():
        return "yes"
    if base == "agree" and question.event in ("acquire", "divest", "settle", "sign", "close"):
        return "yes"
    return None


_AGREED = lazy(
    r"\b(?:agree[ds]|(?:signed|signs|reached|reaches|struck|strikes|sealed|seals|clinched|inked)"
    r" (?:an?|the|its|their) (?:\S+ ){0,3}(?:agreement|deal|contract|pact|accord))$"
)


_MARKS = (",", ";", ":", "-", "(", ")")
_SUBORDINATORS = ("but", "while", "after", "although", "because", "whereas", "since")


def _segment(row: Sequence[Token], i: int) -> tuple[int, int]:
    """Return the clause around token `i`: up to the nearest marks and subordinators."""
    a = i
    while a > 0 and row[a - 1].text not in _MARKS and row[a - 1].low not in _SUBORDINATORS:
        a -= 1
    b = i
    while b + 1 < len(row) and row[b + 1].text not in (*_MARKS, "."):
        b += 1
    return a, b + 1


def _group_start(row: Sequence[Token], i: int) -> int:
    while i > 0 and row[i - 1].tag in ("AUX", "RB", "MD") and row[i - 1].low != "so":
        i -= 1
    return i


def _happened(row: Sequence[Token], i: int, line: str, *, title: bool) -> bool:
    """Say whether the verb at `i` is told as done: past or perfect, or present in a title."""
    if data.EVIDENTIAL.search(line):
        return False
    start = _group_start(row, i)
    group = row[start:i]
    if any(
        t.tag == "MD" or t.low in ("not", "never", "n't") or t.low.endswith("n't") for t in group
    ):
        return False
    if start and row[start - 1].tag == "TO":
        # "agreed to buy" is told by "agreed"
        if row[i].tag != "VB":
            return False
        before = " ".join(t.low for t in row[max(0, start - 9) : start - 1])
        return bool(_AGREED.search(before))
    a, _ = _segment(row, i)
    left = " ".join(t.low for t in row[a:start])
    if _OPEN.search(left) or (row[a - 1].low if a else "") in ("if", "unless"):
        return False
    if any(t.low in ("if", "unless", "whether") for t in row[:i]):
        return False
    if row[i].tag == "VBD":
        helpers = {t.low for t in group}
        return (
            not (helpers & {"is", "are", "be", "being"})
            or bool(helpers & {"has", "have", "been"})
            or title
        )
    return title and row[i].tag in ("VBZ", "VB", "NN") and i > 0


def _acted(row: Sequence[Token], i: int, keys: frozenset[str], *, title: bool) -> bool:
    """Say whether the actor did it: its name or a word for it is the subject, or follows "by"."""
    start = _group_start(row, i)
    if start and row[start - 1].tag == "TO":
        start = _group_start(row, start - 2)
    passive = any(t.low in ("was", "were", "been", "being", "is", "are") for t in row[start:i])
    span = chunks.subject_before(row, start)
    subject = " ".join(t.text for t in row[span[0] : span[1]]) if span else ""
    if passive:
        tail = " ".join(t.text for t in row[i + 1 : i + 12])
        agent = re.search(r"\bby (.*)", tail)
        return _mentions(agent.group(1), keys) if agent else _mentions(subject, keys)
    if not subject:
        early = " ".join(t.text for t in row[:start])
        return title and _mentions(early, keys)
    if _mentions(subject, keys):
        return True
    return bool(_COMPANY.fullmatch(subject)) and not _other_name(row[:start], keys)


def _other_name(row: Sequence[Token], keys: frozenset[str]) -> bool:
    """Say whether a clause before names somebody else as its subject and not the actor."""
    span = chunks.main_subject(row, len(row))
    if span is None:
        return False
    subject = " ".join(t.text for t in row[span[0] : span[1]])
    named = any(t.tag == "NAME" for t in row[span[0] : span[1]])
    return named and not _mentions(subject, keys)


def _called_off(question: Question, row: Sequence[Token], line: str, keys: frozenset[str]) -> bool:
    """Say whether the sentence calls the matter off: by the actor, or of the actor's plan."""
    if data.EVIDENTIAL.search(line):
        return False
    places = [m.start() for m in _OFF.finditer(line)]
    for i, token in enumerate(row):
        if token.tag == "VBD" and tagger.base(token.low) in data.OFF and tagger.base(token.low):
            group = row[_group_start(row, i) : i]
            if not any(t.tag == "MD" or t.low in ("not", "never") for t in group):
                places.append(token.start)
    for place in places:
        i = max((k for k, t in enumerate(row) if t.start <= place), default=0)
        a, b = _segment(row, i)
        left = " ".join(t.low for t in row[a:i])
        if re.search(r"\b(?:if|unless|may|might|could|whether|threat\w*|urged|called on)\b", left):
            continue
        segment = " ".join(t.text for t in row[a:b])
        span = chunks.subject_before(row, _group_start(row, i))
        subject = " ".join(t.text for t in row[span[0] : span[1]]) if span else ""
        if _mentions(segment, keys) or (
            _COMPANY.fullmatch(subject) and not _other_name(row[:i], keys)
        ):
            return question.event != "deny"
    return False
