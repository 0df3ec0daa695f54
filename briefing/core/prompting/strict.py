"""What is asked of a model's words beyond the grounding check: few new words, no doubt dropped.

The check must let an editor's paraphrase pass; a model's statement is held to its own evidence. A
false alarm costs a statement, a missed one a false headline.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.core.card.grounding.source import Row
from briefing.core.language import hedges
from briefing.models import Card, Finding, Point

_NEW = 0.34  # share of a statement's content words that its article may lack
_IN_QUESTIONS = Row(
    "confirm deny sign close complete launch start introduce open reopen shut end acquire buy take"
    " over divest sell file appeal report exceed reach guide forecast raise lift increase cut lower"
    " reduce hire appoint name leave step sue settle pay rule approve clear reject block decide"
    " agree announce publish release press filing record statement date quarter year month start"
    " least more than any first new store stores shop shops deal agreement company results price"
    " buyer seller court ruling decision plan plans number figure official officially full final"
    " next before after within either both another other bid offer vote",
    0,
).keys


def findings(card: Card, held: frozenset[str], withheld: frozenset[int]) -> list[Finding]:
    """Return blocking findings for statements that say what their article does not.

    `held` are the keys of all that is evidence, `withheld` the sentences that are none.
    """
    anywhere = tuple(i for i in range(len(card.sentences)) if i not in withheld)
    rows = [("headline", card.headline, anywhere), ("lede", *_row(card.lede))]
    rows += [(f"points[{i}]", *_row(point)) for i, point in enumerate(card.points)]
    rows += [("why", *_row(card.why))] if card.why else []
    found = []
    for name, text, evidence in rows:
        if unheard := new(text, held):
            detail = f"not in the article: {', '.join(unheard[:6])}"
            found.append(Finding(claim=name, code="LOW_OVERLAP", detail=detail, severity="block"))
        elif doubt := dropped(text, [card.sentences[i] for i in evidence]):
            detail = f'the cited sentence says "{doubt}"'
            found.append(Finding(claim=name, code="HEDGE_DROPPED", detail=detail, severity="block"))
    return found


def _row(point: Point) -> tuple[str, tuple[int, ...]]:
    return point.text, point.evidence


def keys(texts: Iterable[str]) -> frozenset[str]:
    """Return what texts are compared by: stems, synonyms brought together."""
    return frozenset().union(*(Row(text, 0).keys for text in texts))


def new(claim: str, held: frozenset[str]) -> list[str]:
    """Return the content words the article lacks, when there are too many of them."""
    said = Row(claim, 0).keys
    unheard = sorted(said - held)
    free = 1.0 if len(said) >= 4 else 0.0
    return unheard if len(unheard) > max(free, _NEW * len(said)) else []


def strange(question: str, held: frozenset[str]) -> bool:
    """Say whether a question or condition brings in matters the article does not speak of."""
    said = Row(question, 0).keys
    unheard = [k for k in said - held - _IN_QUESTIONS if not k.isdigit()]
    return len(unheard) > (1 if len(said) >= 8 else 0)


def dropped(claim: str, cited: Sequence[str]) -> str | None:
    """Return the word of doubt in what is cited above all, when the claim has none."""
    if not cited:
        return None
    said = Row(claim, 0).keys
    main = max(cited, key=lambda sentence: len(said & Row(sentence, 0).keys))
    doubt = hedges.evidential(main)
    if doubt is None:
        return None
    kept = hedges.evidential(claim) or hedges.said(claim)
    return None if kept or (hedges.modal(claim) and not _settled(claim)) else doubt


def _settled(claim: str) -> bool:
    """Say whether a claim says that something is done."""
    words = set(claim.lower().replace(",", " ").split())
    return bool(words & {"agreed", "signed", "acquired", "completed", "confirmed"})
