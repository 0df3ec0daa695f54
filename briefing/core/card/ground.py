"""The grounding check: no claim of a card, whoever wrote it, that its source does not bear out.

Quantities, dates, names, quotations, hedges and relations are compared with the source by rules
(no model). Following HERMAN (Zhao, Cohen and Webber 2020) for quantities.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any, TypeVar

from briefing import plain, wire
from briefing.core.card.grounding import claims as claims_of
from briefing.core.card.grounding import hedging, rows, rules
from briefing.core.card.grounding.claims import Claim
from briefing.core.card.grounding.source import Row, Source
from briefing.core.language import text
from briefing.core.language.patterns import lazy
from briefing.models import Article, Card, Checks, Finding, Point, Severity

_LONGEST = 4_000
_SEVERAL = lazy(r"[.!?]\S?\s+\S|[。！？].")  # a claim of several sentences
_READ = 200_000  # characters of a source: a longer one is no article
T = TypeVar("T")


def check(card: Card, article: Article) -> Checks:
    """Hold every claim of a card against the article; `passed` counts claims without a finding."""
    return _checks(_plain(card), _source(article))


def publish(card: Card, article: Article) -> Card:
    """Return the card without what the check blocks, `checks` filled for what remains.

    A blocked headline becomes the article's title, a blocked lede the source's own sentence in
    quotation marks; blocked points, numbers, names, questions and the analysis are left out.
    """
    source = _source(article)
    met: Met = {}
    found = _checks(_plain(card), source, met)
    blocked = {f.claim for f in found.findings if f.severity == "block"}
    if blocked:
        card = _without(card, blocked, source)
        found = _checks(_plain(card), source, met)
    return replace(card, checks=found)


def findings_on(
    claim: str,
    evidence: Sequence[int],
    sentences: Sequence[str],
    *,
    title: str = "",
    published: str | None = None,
    name: str = "claim",
) -> list[Finding]:
    """Check a single statement; without evidence it is held against all the sentences."""
    source = Source(title, published, sentences=sentences)
    return _findings(Claim(name, claim, tuple(evidence)), tuple(evidence), source)


def answer(line: dict[str, Any]) -> dict[str, Any]:
    """Answer one line of `check --jsonl`. Raises ValueError for a line of another shape."""
    body = line.get("source")
    if not isinstance(body, str):
        raise ValueError("'source' must be given as text")
    card = line.get("card")
    if card is not None and not isinstance(card, dict):
        raise ValueError("'card' must be an object")
    source = _read(*_facts(line, card), body[: 2 * _READ])
    if card is not None:
        found = list(_checks(card, source).findings)
    else:
        bare = list(claims_of.bare(line.get("claims")))
        found = [f for claim in bare for f in _findings(claim, claim.evidence, source)]
    return {
        "id": line.get("id"),
        "verdict": verdict(found),
        "findings": [{"claim": f.claim, "code": f.code, "detail": f.detail} for f in found],
    }


def _plain(card: Card) -> dict[str, Any]:
    """Return a card as JSON values; its sentences, which may be many, are strings already."""
    return {**wire.to_dict(replace(card, sentences=())), "sentences": list(card.sentences)}


def verdict(findings: Sequence[Finding]) -> Severity:
    """Return the gravest severity of the findings."""
    severities = {f.severity for f in findings}
    return "block" if "block" in severities else "warn" if "warn" in severities else "ok"


def _facts(line: Mapping[str, Any], card: Mapping[str, Any] | None) -> tuple[str, str | None]:
    """Return the title and date of a line's article, from the line or the card."""
    about = card.get("article") if card else None
    about = about if isinstance(about, dict) else {}
    title = line.get("title") or about.get("title")
    published = line.get("published") or about.get("published")
    return (
        title if isinstance(title, str) else "",
        published if isinstance(published, str) else None,
    )


def _sentences(body: str) -> list[str]:
    body = plain.block(body[: 2 * _READ])[:_READ]
    if not re.search(r"\n[ \t]*\n", body):
        body = body.replace("\n", "\n\n")
    headings = [b.text for b in text.blocks(body) if b.kind == "heading"]
    return [*text.sentences(body), *headings]


def sentences(article: Article) -> list[str]:
    """Return the sentences of an article as evidence numbers them."""
    return _sentences(article.text)


def _source(article: Article) -> Source:
    return _read(article.title, article.published, article.text[: 2 * _READ])


@lru_cache(maxsize=8)
def _read(title: str, published: str | None, body: str) -> Source:
    """Return a source prepared for checking; the last few are kept, as claims come in turns."""
    return Source(title, published, sentences=_sentences(body))


Met = dict[object, list[Finding]]  # the findings on what was checked before, by all it says


def _checks(card: Mapping[str, Any], source: Source, met: Met | None = None) -> Checks:
    places = _Places(card, source)
    met = {} if met is None else met
    found: list[Finding] = []
    total = passed = 0
    for claim in claims_of.of(card):
        if claim.text:
            new = met.get(said := claim[1:])
            if new is None:
                new = met[said] = _findings(claim, places.cited(claim.evidence), source)
            found += (replace(f, claim=claim.name) for f in new)
            total, passed = total + 1, passed + (not new)
    found += _status(card, source)
    for i, number in enumerate(claims_of.numbers(card)):
        new = met.get(row := repr(number))
        if new is None:
            new = met[row] = _on_number(number, places, source)
        found += (replace(f, claim=f"numbers[{i}]") for f in new)
        total, passed = total + 1, passed + (not new)
    return Checks(passed=passed, total=total, findings=tuple(found))


def _on_number(number: Mapping[str, Any], places: _Places, source: Source) -> list[Finding]:
    label = Row(f"{number.get('value')} {number.get('measures')}", 0)
    pool = source.pool(label, places.cited(claims_of.evidence(number.get("evidence"))))
    return [
        Finding(claim="numbers", code=f.code, detail=f.detail, severity=f.severity)
        for f in rows.check(number, pool)
    ]


def _status(card: Mapping[str, Any], source: Source) -> list[Finding]:
    """A card on a rumour may not be marked as announced, filed or data."""
    lede = next((c for c in claims_of.of(card) if c.name == "lede"), None)
    if card.get("status") not in ("announced", "filed", "data") or lede is None:
        return []
    row = Row(lede.text[:_LONGEST], 0, source.known)
    word = hedging.rumoured(row, source.pool(row))
    detail = f'the source says "{word}"'
    return [
        Finding(claim="status", code="STATUS_UPGRADED", detail=detail, severity="block")
    ] * bool(word)


def _findings(claim: Claim, cited: Sequence[int], source: Source) -> list[Finding]:
    said = claim.text[:_LONGEST]
    parts = text.sentences(said) if claim.kind == "text" and _SEVERAL.search(said) else [said]
    found: dict[tuple[str, str], Finding] = {}
    for part in parts:
        row = Row(part, 0, source.known)
        for f in rules.faults(row, source.pool(row, cited), claim.kind):
            detail = plain.line(f.detail)
            new = Finding(claim=claim.name, code=f.code, detail=detail, severity=f.severity)
            found.setdefault((f.code, f.severity), new)
    return list(found.values())


class _Places:
    """Where the sentences a card cites stand in the source, whoever numbered them."""

    def __init__(self, card: Mapping[str, Any], source: Source) -> None:
        listed = card.get("sentences")
        listed = listed.values() if isinstance(listed, dict) else listed or ()
        self.listed = [s for s in listed if isinstance(s, str)]
        self.source = source
        self.at = {row.text: row.index for row in source.rows}

    def cited(self, evidence: Sequence[int]) -> list[int]:
        """Return the source's indices for a claim's evidence."""
        if not self.listed:
            return [i for i in evidence if 0 <= i < len(self.source.rows)]
        found = []
        for i in evidence:
            if 0 <= i < len(self.listed):
                sentence = text.normalise(self.listed[i])
                place = self.at.get(sentence)
                found += [place] if place is not None else self._near(sentence)
        return found

    def _near(self, sentence: str) -> list[int]:
        row = Row(sentence, 0)
        best = self.source.pool(row).best
        alike = len(row.keys & best.keys) >= 0.5 * len(row.keys)
        return [best.index] if alike and best.index >= 0 else []


def _without(card: Card, blocked: set[str], source: Source) -> Card:
    lede, headline = card.lede, card.headline
    if "lede" in blocked:
        lede = _quoted(card.lede, card, source)
    if "headline" in blocked:
        headline = source.title.text or lede.text
    return replace(
        card,
        status="rumour" if "status" in blocked else card.status,
        headline=headline,
        lede=lede,
        points=_kept(blocked, "points", card.points),
        why=None if "why" in blocked else card.why,
        numbers=_kept(blocked, "numbers", card.numbers),
        entities=_kept(blocked, "entities", card.entities),
        watch=_kept(blocked, "watch", card.watch),
    )


def _kept(blocked: set[str], name: str, items: tuple[T, ...]) -> tuple[T, ...]:
    return tuple(item for i, item in enumerate(items) if f"{name}[{i}]" not in blocked)


def _quoted(point: Point, card: Card, source: Source) -> Point:
    """Return the source sentence nearest to a blocked statement, as a quotation."""
    best = source.pool(Row(point.text, 0)).best
    row = best if best.index >= 0 or not source.rows else source.rows[0]
    place = next(
        (i for i, s in enumerate(card.sentences) if text.normalise(s) == row.text), row.index
    )
    return Point(text=f"“{row.text}”", evidence=(place,) if place >= 0 else (), repaired=False)
