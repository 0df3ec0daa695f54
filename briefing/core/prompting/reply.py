"""A validated reply becomes a card: the model's words on the article's own facts.

Status, figures and doubts come from the card that was made without a model; the model adds
wording, roles and questions. A claim that carries a link or markup of its own, or stands on a
sentence that was withheld, is left out here; whether it is true is for the grounding check.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from briefing.core.card.asking import events, outcomes
from briefing.core.language import text as words_of
from briefing.core.prompting import strict
from briefing.core.prompting.evidence import Evidence, clean
from briefing.models import Card, Entity, Number, Point, Watch

_MOST_POINTS, _MOST_QUESTIONS, _MOST_ENTITIES = 4, 5, 12
_HEADLINE, _STATEMENT, _ROLE = 120, 420, 60
_ROLES = strict.keys(
    [
        "subject partner rival competitor target precedent source buyer seller bidder owner parent "
        "subsidiary supplier customer client lender investor analyst regulator court founder chief "
        "executive officer chair chairman president head spokesperson spokesman spokeswoman union "
        "landlord tenant benchmark existing possible potential would-be former new local origin "
        "forecaster adviser brand product place market country city venue"
    ]
)
# A statement begins as a sentence does: "iPhone sales …", but not "… , is reportedly in talks".
_SENTENCE = re.compile(r"[\"'“‘«„(]*(?:[^\W\d_a-z]|[a-z]{1,2}[A-Z]|\d|[$€£¥₹+-]\S)")
_NAME = re.compile(r"[^\W\d_a-z]")  # a capital, or a letter of a script without case


def card(data: dict[str, Any], base: Card, evidence: Evidence, *, model: str, prompt: str) -> Card:
    """Return the card of a validated reply. `base` is the card made without a model."""
    lede = _point(data["lede"], evidence) or base.lede
    points = [p for raw in data["points"] if (p := _point(raw, evidence))]
    why = _point(data["why"], evidence)
    return replace(
        base,
        headline=_headline(data["headline"], evidence) or base.headline,
        lede=lede,
        points=tuple(_distinct(points, lede))[:_MOST_POINTS],
        why=why or (base.why if evidence.alike else None),
        numbers=_numbers(data["numbers"], base.numbers, evidence),
        entities=_entities(data["entities"], base.entities, evidence),
        watch=_questions(data["watch"], base, evidence),
        made_by=model,
        prompt=prompt,
        note=None,
    )


def corrected(made: Card, claims: Iterable[dict[str, Any]], evidence: Evidence) -> Card:
    """Return the card with corrected statements (`lede`, `points[1]`, `watch[0]` …) put in."""
    for raw in claims:
        name = re.sub(r"[^a-z\[\]0-9]", "", raw["claim"].lower())
        m = re.fullmatch(r"(headline|lede|why|points|watch)(?:\[(\d+)\])?(?:text|question)?", name)
        if not m:
            continue
        part, at = m.group(1), int(m.group(2) or 0)
        if part == "headline":
            if text := _headline(raw["text"], evidence):
                made = replace(made, headline=text)
        elif point := _point(raw, evidence):
            made = _put(made, part, at, point)
    return made


def _put(made: Card, part: str, at: int, point: Point) -> Card:
    if part == "lede":
        return replace(made, lede=point)
    if part == "why":
        return replace(made, why=point)
    if part == "points" and at < len(made.points):
        rest = list(made.points)
        rest[at] = point
        return replace(made, points=tuple(rest))
    if part == "watch" and at < len(made.watch) and point.text.endswith("?"):
        asked = list(made.watch)
        asked[at] = replace(asked[at], question=point.text, evidence=point.evidence)
        return replace(made, watch=tuple(asked))
    return made


def texts(made: Card) -> dict[str, str]:
    """Return a card's statements by the names the findings use."""
    found = {"headline": made.headline, "lede": made.lede.text}
    found |= {f"points[{i}]": p.text for i, p in enumerate(made.points)}
    found |= {"why": made.why.text} if made.why else {}
    return found | {f"watch[{i}]": w.question for i, w in enumerate(made.watch)}


# ------------------------------------------------------------------ parts


def _headline(text: str, evidence: Evidence) -> str:
    return clean(text, evidence, _HEADLINE).rstrip(".")


def _point(raw: dict[str, Any], evidence: Evidence) -> Point | None:
    text = clean(raw["text"], evidence, _STATEMENT)
    if not text or not _SENTENCE.match(text):
        return None
    return Point(text=text, evidence=evidence.cited(text, raw["evidence"]))


def _distinct(points: Iterable[Point], lede: Point) -> list[Point]:
    """Return the points that say something the lede and the points before do not."""
    taken = [set(words_of.content_words(lede.text))]
    found = []
    for point in points:
        bag = set(words_of.content_words(point.text))
        if any(words_of.jaccard(bag, other) > 0.7 for other in taken):
            continue
        taken.append(bag)
        found.append(point)
    return found


def _numbers(
    rows: Iterable[dict[str, Any]], known: Sequence[Number], evidence: Evidence
) -> tuple[Number, ...]:
    """Return the article's figures; a model's label is taken where its words are the source's."""
    labels = {words_of.normalise(row["value"]).lower(): row for row in rows}
    found = []
    for number in known:
        row = labels.get(words_of.normalise(number.value).lower())
        held = _words_of(number.evidence, evidence)
        if row and _borne(row["measures"], held) and clean(row["measures"], evidence, _STATEMENT):
            number = replace(number, measures=row["measures"])
        if row and number.period == "not stated" and row["period"] in _texts(number, evidence):
            number = replace(number, period=row["period"] or "not stated")
        found.append(number)
    return tuple(found)


def _texts(number: Number, evidence: Evidence) -> str:
    return " ".join(evidence.sentences[i] for i in number.evidence)


def _words_of(numbers: Iterable[int], evidence: Evidence) -> frozenset[str]:
    return strict.keys(evidence.sentences[i] for i in numbers)


def _borne(label: str, held: frozenset[str]) -> bool:
    bag = strict.keys([label])
    return bool(bag) and bag <= held


def _entities(
    rows: Iterable[dict[str, Any]], known: Sequence[Entity], evidence: Evidence
) -> tuple[Entity, ...]:
    """Return who is who: names printed in the source only, roles in its words or common ones."""
    source = words_of.normalise(evidence.source).lower()
    found: dict[str, Entity] = {}
    for row in rows:
        name = clean(row["name"], evidence, 80)
        if m := re.search(r"[(（]([^()（）]+)[)）]\s*$", name if not evidence.alike else ""):
            name = m.group(1)  # the source's own spelling
        if not _NAME.search(name) or words_of.normalise(name).lower() not in source:
            continue
        cited = evidence.cited(name, row["evidence"])
        held = _words_of(cited, evidence) | _ROLES
        role = clean(row["role"], evidence, _ROLE)
        found.setdefault(
            name.lower(),
            Entity(
                name=name,
                kind=row["kind"] or "company",
                role=role if _borne(role, held) else "",
                evidence=cited,
            ),
        )
    for entity in known:
        found.setdefault(entity.name.lower(), entity)
    return tuple(found.values())[:_MOST_ENTITIES]


def _questions(rows: Iterable[dict[str, Any]], base: Card, evidence: Evidence) -> tuple[Watch, ...]:
    """Return the model's questions that have an actor, an event of the list and a date, completed
    by those made without it."""
    asked: list[Watch] = []
    for row in rows:
        question = clean(row["question"], evidence, 220)
        if not question.endswith("?") or len(question.split()) > 24:
            continue
        if not evidence.alike or not strict.strange(question, evidence.keys):
            asked.append(_question(question, row, base, evidence))
    for watch in base.watch if evidence.alike else ():
        bag = set(words_of.content_words(watch.question))
        bags = [set(words_of.content_words(w.question)) for w in asked]
        if len(asked) < 3 and all(words_of.jaccard(bag, other) < 0.5 for other in bags):
            asked.append(watch)
    return tuple(asked[:_MOST_QUESTIONS])


def _question(question: str, row: dict[str, Any], base: Card, evidence: Evidence) -> Watch:
    event = row["event"] if row["event"] in events.EVENTS else "confirm"
    actor = clean(row["actor"], evidence, 80)
    if words_of.normalise(actor).lower() not in words_of.normalise(evidence.source).lower():
        actor = ""
    by, horizon = _due(row["by"], base.article.published, events.HORIZON[event])
    subject = actor or "the company"
    return Watch(
        question=question,
        actor=actor,
        event=event,
        by=by,
        horizon_days=horizon,
        yes_if=_condition(row["yes_if"], evidence) or outcomes.YES[event].format(s=subject),
        no_if=_condition(row["no_if"], evidence) or outcomes.NO[event],
        object=_object(row["object"], evidence),
        evidence=evidence.cited(question, row["evidence"]),
    )


def _object(text: str, evidence: Evidence) -> str:
    text = clean(text, evidence, 120)
    return "" if strict.keys([text]) - evidence.keys else text


def _condition(text: str, evidence: Evidence) -> str:
    """Return a yes-if or no-if that names and counts nothing the source does not."""
    text = clean(text, evidence, 160)
    named = re.findall(r"\b[A-Z][\w&'’-]+|\d[\d.,]*", text)[1:]
    foreign = any(w.lower() not in evidence.source.lower() for w in named)
    return "" if foreign or strict.strange(text, evidence.keys) else text


def _due(by: str, published: str | None, days: int) -> tuple[str | None, int | None]:
    """Return the date a question is due by, after the article's; without one, a horizon in days."""
    start = None
    try:
        start = date.fromisoformat((published or "")[:10])
        due = date.fromisoformat(by[:10])
    except ValueError:
        due = None
    if start is None:
        return None, days
    if due is None or not start < due <= start + timedelta(days=5 * 365):
        due = start + timedelta(days=days)
    return due.isoformat(), None
