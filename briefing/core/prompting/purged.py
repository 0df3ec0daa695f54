"""An article without the sentences that address a machine, and cards made from what is left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from briefing.core.prompting import injection
from briefing.models import Article, Card

_LEFT_OUT = "the article speaks to language models in places; those sentences were left out"


class _Cites(Protocol):
    @property
    def evidence(self) -> tuple[int, ...]: ...


T = TypeVar("T", bound=_Cites)


def title(article: Article) -> str:
    """Return the title, or "" when it speaks to a machine."""
    return "" if injection.addressed_to_machine(article.title) else article.title


def article(whole: Article, sentences: Sequence[str], withheld: frozenset[int]) -> Article:
    """Return what of an article is evidence: its text (and title) without what is withheld."""
    if not withheld and title(whole) == whole.title:
        return whole
    kept = [s for i, s in enumerate(sentences) if i not in withheld]
    return replace(whole, title=title(whole), text="\n\n".join(kept))


def card(whole: Article, make: Callable[[Article], Card]) -> Card:
    """Return the card `make` gives of what is evidence; it lists all sentences of the article.

    Where the whole article speaks to a machine, the card is made of it as it stands: it then
    quotes, and claims nothing.
    """
    made = make(whole)
    withheld = injection.withheld(whole.text, made.sentences)
    rest = article(whole, made.sentences, withheld)
    if rest is whole or not rest.text.strip():
        return made
    kept = [i for i in range(len(made.sentences)) if i not in withheld]
    clean = make(rest)
    if [*clean.sentences] != [made.sentences[i] for i in kept]:
        return replace(clean, article=made.article)
    clean = _renumbered(clean, kept)
    return replace(
        clean,
        article=made.article,
        sentences=made.sentences,
        verify=(*clean.verify, _LEFT_OUT) if withheld else clean.verify,
    )


def _renumbered(made: Card, kept: Sequence[int]) -> Card:
    def put(item: T) -> T:
        evidence = tuple(kept[i] for i in item.evidence)
        return replace(item, evidence=evidence)  # type: ignore[type-var]  # all are dataclasses

    return replace(
        made,
        lede=put(made.lede),
        points=tuple(map(put, made.points)),
        why=put(made.why) if made.why else None,
        numbers=tuple(map(put, made.numbers)),
        entities=tuple(map(put, made.entities)),
        watch=tuple(map(put, made.watch)),
    )
