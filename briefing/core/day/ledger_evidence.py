"""Does an article answer a question? Actor, event, object, polarity: all from one sentence.

An answer needs the asserted, positive main verb of a clause to be the event itself, or its
contrary, done by the actor asked about to the thing asked about, since the question was opened.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefing.core.day import ledger_actor as actors
from briefing.core.day import ledger_clause as clause
from briefing.core.day import ledger_object as things
from briefing.core.day import ledger_words as data
from briefing.core.language import chunks
from briefing.core.language import text as words_of
from briefing.core.language.tagger import Token
from briefing.models import Article, Polarity, Question


@dataclass(frozen=True)
class Reading:
    """An article ready to be held against questions: its sentences, the title first, its words,
    its day (ISO), and whether it takes back what it tells."""

    title: str
    sentences: tuple[str, ...]
    words: frozenset[str]
    date: str
    taken_back: bool


def read(article: Article, sentences: Sequence[str], *, date: str) -> Reading:
    """Return an article's reading; tagging waits until a question needs it."""
    rows = tuple(words_of.normalise(s) for s in sentences)
    title = words_of.normalise(article.title)
    words = words_of.words(article.title + " " + article.text)
    every = frozenset((*words, *(w.removesuffix("'s") for w in words)))
    taken_back = any(data.TAKEN_BACK.search(s) for s in (title, *rows))
    return Reading(title, rows, every, date, taken_back)


@lru_cache(maxsize=8192)
def _matter(question: Question) -> tuple[frozenset[str], frozenset[str]]:
    """Return what the question is about: its stems, and the names among them."""
    own = actors.stems_of(question.actor)
    source = question.object or question.question
    names = {
        words_of.stem(w) for n in re.findall(r"\b[A-Z][\w&.'-]+", source) for w in words_of.words(n)
    } - own
    stems = {s for s in words_of.content_words(source) if not s.isdigit()} - own
    done = {words_of.stem(v) for v in data.DONE.get(question.event, "").split()}
    when = data.CALENDAR | {"wheth"}
    return frozenset(stems - done - when), frozenset(names - when)


def verdict(question: Question, reading: Reading) -> tuple[Polarity, str] | None:
    """Return yes or no and the sentence that says so; None when none does, or two disagree."""
    keys = actors.keys_of(question.actor)
    if not any(set(words_of.words(k)) <= reading.words for k in keys):
        return None
    known = _names_in(reading)
    named = frozenset(re.findall(r"[A-Z][\w&.'-]*", question.actor))
    lines = [reading.title, *reading.sentences]
    # a headline drops the hedge that its first sentences keep
    hedged = any(data.EVIDENTIAL.search(s) or data.TURNED.search(s) for s in lines[:3])
    found: dict[Polarity, str] = {}
    for i, text in enumerate(lines):
        if not text or text.endswith("?") or (i == 0 and (hedged or "?" in text)):
            continue
        before = lines[i - 1] if i else ""
        if not actors.mentions(text, keys) and not (
            i
            and actors.COMPANY.search(text)
            and actors.mentions(before + " " + reading.title, keys)
        ):
            continue
        if not _about(question, text, f"{reading.title} {before} {text}"):
            continue
        if clause.earlier(text, question.opened, reading.date):
            continue
        line = actors.Line(text, clause.tags(text, known | named), before, i == 0)
        polarity = _judge(question, line, keys)
        if polarity and not (reading.taken_back and question.event not in ("confirm", "deny")):
            found.setdefault(polarity, text)
    return next(iter(found.items())) if len(found) == 1 else None


def _names_in(reading: Reading) -> frozenset[str]:
    return frozenset(re.findall(r"(?<=[a-z,] )[A-Z][\w&.'-]*", " ".join(reading.sentences)))


def _about(question: Question, line: str, around: str) -> bool:
    """Say whether the sentence, with its title and neighbour, speaks of the matter asked about."""
    stems, names = _matter(question)
    if not stems:
        return True
    here = things.widened(words_of.content_words(line))
    near = here | things.widened(words_of.content_words(around))
    if names and not names & near:
        return False
    if not (stems | names) & here:
        return False
    return len(stems & near) >= (0.25 if names & here else 0.4) * len(stems)


def _judge(question: Question, line: actors.Line, keys: frozenset[str]) -> Polarity | None:
    """Return what the first verb that bears on the question says."""
    parties = keys | {n for n in _matter(question)[1] if len(n) > 3}
    for i, token in enumerate(line.row):
        base = clause.base(token.low) if token.tag.startswith("VB") else None
        if base is None or not clause.vouched(line.row, i, parties):
            continue
        if polarity := _event(question, base):
            if _done(question, line, i, keys, polarity):
                return polarity
            if polarity == "yes" and _never(question, line, i, keys):
                return "no"
        if _called_off(question, line, i, base, keys):
            return "no"
    return None


def _event(question: Question, base: str) -> Polarity | None:
    """Return what it would mean for the question that this verb has happened."""
    asked = things.main_verb(question)
    for mine, contrary in ((data.REFUSING, data.GRANTING), (data.GRANTING, data.REFUSING)):
        if asked in mine:
            return "yes" if base in mine else "no" if base in contrary else None
    if base == asked and base not in data.LIGHT:
        return "yes"
    if question.event == "rule" and asked not in data.JUDGING:
        return None  # to uphold a ban is not to lift it
    if base in data.UNDONE.get(question.event, "").split():
        return "no"
    if base in data.DONE.get(question.event, "").split():
        return "yes"
    if base == "agree" and question.event in ("acquire", "divest", "settle", "sign", "close"):
        return "yes"
    return None


def _done(
    question: Question, line: actors.Line, i: int, keys: frozenset[str], polarity: Polarity
) -> bool:
    """Say whether the event at `i` has happened: told as done, by the actor, to the thing asked."""
    row = line.row
    verb = clause.finite(row, i, title=line.title)
    if verb is None or not clause.asserted(row, verb, line.text):
        return False
    if question.event in ("confirm", "deny"):
        return actors.acted(row, verb, line, keys) and _spoken_of(question, row, i)
    if data.TURNED.search(line.text):
        return False
    start = clause.group_start(row, verb)
    ahead = row[clause.segment(row, verb)[0] : start]
    if clause.passive(row, i):
        told, acted = ahead, actors.agent(row, i, ahead, keys)
    elif question.event == "close" and _alone(row, i) and things.same(question, ahead):
        told, acted = ahead, actors.mentions(actors.text(ahead), keys)  # "the purchase closed"
    else:
        end = (
            clause.segment(row, i)[1] if question.event == "hire" else chunks.predicate_end(row, i)
        )
        told, acted = row[i + 1 : end], actors.acted(row, verb, line, keys)
    if not acted or not things.same(question, told):
        return False
    return polarity == "no" or things.enough(question, actors.text(told))


def _alone(row: Sequence[Token], i: int) -> bool:
    """Say whether the verb at `i` has no object: a mark or a time follows."""
    return i + 1 == len(row) or row[i + 1].low in (
        ",",
        ".",
        ";",
        "on",
        "in",
        "after",
        "last",
        "this",
    )


def _spoken_of(question: Question, row: Sequence[Token], i: int) -> bool:
    """Say whether what is confirmed or denied at `i` is the matter asked about."""
    end = clause.segment(row, i)[1]
    joined = (k for k in range(i + 1, end) if row[k].low in ("and", "but", *data.NONE))
    stems = {words_of.stem(t.low) for t in row[i + 1 : next(joined, end)]}
    return bool(stems & (_matter(question)[1] or _matter(question)[0]))


# ------------------------------------------------------------------ a no without the contrary


def _never(question: Question, line: actors.Line, i: int, keys: frozenset[str]) -> bool:
    """Say whether the actor says that the event at `i` will not come: "will not", "no plans to"."""
    row = line.row
    found = data.NEVER.search(" ".join(t.low for t in row[:i]))
    if row[i].tag not in ("VB", "VBG") or found is None or data.LIMITED.search(line.text):
        return False
    start = i - len(found[0].split())
    if any(t.low in ("not", "never") for t in row[clause.group_start(row, start) : start]):
        return False
    told = row[i + 1 : chunks.predicate_end(row, i)]
    if any(t.low in data.ASIDE for t in row[:start]) or data.EVIDENTIAL.search(line.text):
        return False
    return (
        actors.acted(row, start, line, keys)
        and things.same(question, told)
        and not things.other_figure(question, actors.text(told))
    )


def _called_off(
    question: Question, line: actors.Line, i: int, base: str, keys: frozenset[str]
) -> bool:
    """Say whether the verb at `i` calls the plan off: by the actor, or by those who decide."""
    row = line.row
    with_next = row[i + 1].low if i + 1 < len(row) else ""
    particle = data.OFF_WITH.get(base, "-")
    ends = base == "end" or particle in (with_next, _last(row, i))
    if not (base in (data.OFF | data.VETOING | data.COLLAPSING) or ends):
        return False
    verb = clause.finite(row, i, title=line.title)
    if verb is None or not clause.asserted(row, i, line.text) or data.STAYED.search(line.text):
        return False
    a, b = clause.segment(row, i)
    ahead = row[a : clause.group_start(row, i)]
    if base in data.COLLAPSING or (base == "fall" and ends):
        named = {t.low for t in ahead if t.tag == "NAME"}
        own = set(" ".join(keys).split()) | set(words_of.words(question.object))
        return named <= own and _is_plan(question, ahead, ahead)
    if clause.passive(row, i):
        by = row[i + 2 : b] if with_next == "by" else ()
        told = ahead
        by_actor = not by or actors.is_actor(by, keys, leading=True)
    else:
        by = ahead
        told = row[i + 1 : chunks.predicate_end(row, i)]
        told = told[1:] if with_next == particle else told
        by_actor = actors.acted(row, i, line, keys)
    decided = base in data.VETOING and bool(data.DECIDERS.search(actors.text(by)))
    return (decided or (by_actor and (base in data.OFF or ends))) and _is_plan(
        question, told, row[a:b]
    )


def _last(row: Sequence[Token], i: int) -> str:
    """Return the last word of the predicate at `i`: the "down" of "voted it down"."""
    return row[chunks.predicate_end(row, i) - 1].low


def _is_plan(question: Question, told: Sequence[Token], whole: Sequence[Token]) -> bool:
    """Say whether what is called off is the thing asked about or a plan for it.

    `whole` is the clause, where the other party to a plan may be the subject.
    """
    if things.other_figure(question, actors.text(told)):
        return False
    for k, token in enumerate(told):
        inner = token.tag == "VBG" or (token.tag == "VB" and k and told[k - 1].tag == "TO")
        if inner and (base := clause.base(token.low)):
            head = things.taken_apart(told[:k]).head
            if head and all(head != words_of.stem(word) for word in data.PLANS):
                return False  # "rejected a petition to"
            return _event(question, base) == "yes" and things.same(question, told[k + 1 :])
    while told and told[0].tag == "IN":  # "walked away from", "pulled out of"
        told = told[1:]
    asked = things.wanted(question).head
    head = things.taken_apart(told).head
    joined = next((k for k, t in enumerate(told) if t.tag == "CC"), len(told))
    stems = {words_of.stem(t.low) for t in (told[: joined + 2] if asked else whole)}
    plan = any(head == words_of.stem(word) for word in data.PLANS)
    thing = things.alike(head, asked) and question.event not in data.ENDING
    return (plan or thing) and (
        bool(_matter(question)[1] & stems) or any(things.alike(asked, stem) for stem in stems)
    )
