"""Cards in another language than their article: what can still be held against it, and is.

Figures, dates and quotations are compared as ever. A name must stand in the article, be a known
name of something there, or have been given with the article's own spelling beside it:
"JD.com (京东)". Hearsay that is cited stays hearsay. The wording cannot be compared, and the card
says so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from briefing.core.card.grounding import rules
from briefing.core.card.grounding.source import Row, Source, squeeze
from briefing.core.language import gazetteer, hedges, text
from briefing.core.language.names_words import CALENDAR, TITLES
from briefing.core.prompting import messages
from briefing.models import Article, Card, Checks, Finding, Point

RULE = (
    "The source is in another language. Give every name at its first mention with the source's own "
    "spelling in brackets behind it, such as JD.com (京东). Use no quotation marks."
)
_PAIR = re.compile(r"([\w.&'’ -]{2,60}?)\s*[(（]([^()（）]{1,40})[)）]")
_CAPITALS = re.compile(r"(?<=[a-z,;:] )[A-Z][\w&'’-]+(?: (?:& )?[A-Z][\w&'’-]+)*")
_NAMES = ("ENTITY_NOT_IN_SOURCE", "LINK_NOT_IN_SOURCE")


def differs(article: Article, language: str) -> bool:
    """Say whether a card in `language` is a translation; an unknown language is taken to be it."""
    own = (article.language or text.language(article.text) or language)[:2].lower()
    return own != language[:2].lower()


def findings(card: Card, article: Article, sentences: Sequence[str]) -> list[Finding]:
    """Return what may not be published of a card in another language. `sentences` are the
    article's as the card numbers them."""
    source = Source(article.title, article.published, sentences=sentences)
    told = _pairs(card, source)
    rows = [("headline", card.headline, card.lede.evidence), _row("lede", card.lede)]
    rows += [_row(f"points[{i}]", p) for i, p in enumerate(card.points)]
    rows += [_row("why", card.why)] if card.why else []
    rows += [(f"watch[{i}]", w.question, w.evidence) for i, w in enumerate(card.watch)]
    found = []
    for name, said, evidence in rows:
        found += [
            Finding(claim=name, code=code, detail=detail, severity="block")
            for code, detail in _faults(said, evidence, source, told, sentences)
        ]
    return found


def _row(name: str, point: Point) -> tuple[str, str, tuple[int, ...]]:
    return name, point.text, point.evidence


def _faults(
    said: str,
    evidence: Sequence[int],
    source: Source,
    told: frozenset[str],
    sentences: Sequence[str],
) -> list[tuple[str, str]]:
    if not evidence:
        return [("LOW_OVERLAP", "no sentence is cited")]
    bare = _PAIR.sub(r"\1", said)
    row = Row(bare, 0, source.known)
    found = [
        (fault.code, fault.detail)
        for fault in rules.faults(row, source.pool(row, evidence), "question")
        if fault.severity == "block" and not (fault.code in _NAMES and _known(fault.detail, told))
    ]
    found += [
        (_NAMES[0], f"{name} is not in the source, nor its spelling there beside it")
        for name in _unknown(bare, source, told)
    ]
    doubts = [hedges.evidential(sentences[i]) for i in evidence]
    held = hedges.evidential(bare) or hedges.said(bare) or hedges.modal(bare)
    if all(doubts) and not held and not said.rstrip().endswith("?"):
        found.append(("HEDGE_DROPPED", f'the cited sentence says "{doubts[0]}"'))
    return found


def _unknown(said: str, source: Source, told: frozenset[str]) -> list[str]:
    """Return the capitalised names within a sentence that nothing in the source stands for."""
    found = []
    for m in _CAPITALS.finditer(said):
        name = m.group()
        low = re.findall(r"\w+", name.lower())
        spelled = all(w in told or w in source.words for w in low)
        dated = all(w.title() in CALENDAR | TITLES for w in low)
        other = any(squeeze(alias) in source.plain for alias in gazetteer.aliases(name))
        if not (spelled or dated or other):
            found.append(name)
    return found


def _pairs(card: Card, source: Source) -> frozenset[str]:
    """Return the words of names that were given with a spelling the article holds."""
    texts = [card.headline, card.lede.text, *(p.text for p in card.points)]
    texts += [e.name for e in card.entities] + [w.question for w in card.watch]
    words: set[str] = set()
    for said in texts:
        for m in _PAIR.finditer(said):
            if text.normalise(m.group(2)) in source.text:
                words.update(re.findall(r"\w+", m.group(1).lower()))
    return frozenset(words)


def _known(detail: str, told: frozenset[str]) -> bool:
    name = detail.partition(" is not in the source")[0]
    return all(word in told for word in re.findall(r"\w+", name.lower()))


def published(card: Card, found: Sequence[Finding], language: str) -> Card:
    """Return the card without what was found, its checks counted, and a line to verify it."""
    blocked = {f.claim for f in found}
    points = tuple(p for i, p in enumerate(card.points) if f"points[{i}]" not in blocked)
    watch = tuple(w for i, w in enumerate(card.watch) if f"watch[{i}]" not in blocked)
    why = None if "why" in blocked else card.why
    total = 2 + len(points) + len(watch) + bool(why) + len(card.numbers)
    named = messages.LANGUAGES.get(language[:2].lower(), language)
    note = f"Written in {named} from another language: figures and names were checked, wording not."
    return replace(
        card,
        points=points,
        watch=watch,
        why=why,
        verify=(*card.verify, note),
        checks=Checks(passed=total, total=total),
    )
