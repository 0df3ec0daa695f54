"""What a model's card is held to before anybody sees it, and what is left of it then.

A blocked point is left out, a blocked headline, lede or analysis is taken from the offline card;
too little left is a ModelError (grounding).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from briefing.core.card import ground
from briefing.core.language import text as words_of
from briefing.core.prompting import abroad, crosswire, injection, purged, reply
from briefing.core.prompting import strict as stricter
from briefing.core.prompting.evidence import Evidence
from briefing.desk.editor_talk import Judge
from briefing.errors import ModelError
from briefing.models import Article, Card, Finding, Point


@dataclass(frozen=True)
class Standard:
    """An article as evidence (`article`: without what was withheld) and its offline card.

    `abroad` says that the card is written in another language than the article.
    """

    article: Article
    base: Card
    evidence: Evidence
    language: str
    abroad: bool

    @classmethod
    def of(cls, article: Article, base: Card, language: str) -> Standard:
        """Return the standard for an article's cards in a language."""
        withheld = injection.withheld(article.text, base.sentences)
        foreign = abroad.differs(article, language)
        return cls(
            article=purged.article(article, base.sentences, withheld),
            base=base,
            evidence=Evidence(base.sentences, purged.title(article), withheld, alike=not foreign),
            language=language,
            abroad=foreign,
        )

    def judge(self, others: Mapping[str, set[str]]) -> Judge:
        """Return a judge of replies: something must be usable, and about this article."""

        def judge(data: dict[str, Any]) -> None:
            made = reply.card(data, self.base, self.evidence, model="", prompt="")
            told = made.headline != self.base.headline or made.lede != self.base.lede
            if not told and not made.points:
                raise ValueError("nothing in the reply can be used: links, markup or no sentences")
            said = [made.headline, made.lede.text, *(p.text for p in made.points)]
            if self.abroad:
                return
            if reason := crosswire.foreign(said, self.base.sentences, others):
                raise ValueError(reason)

        return judge

    def blocks(self, made: Card) -> list[Finding]:
        """Return what may not be published of a card.

        In its own language these are the grounding check's blocks and stricter rules' for models;
        the analysis is held to the article as a plain statement would be.
        """
        if self.abroad:
            return abroad.findings(made, self.article, self.base.sentences)
        # figures and names are checked once, when the card is published
        said = replace(made, numbers=(), entities=())
        found = [*ground.check(said, self.article).findings]
        if made.why:
            found += ground.findings_on(
                made.why.text,
                [],
                words_of.sentences(self.article.text),
                title=self.article.title,
                published=self.article.published,
                name="why",
            )
        found += stricter.findings(made, self.evidence.keys, self.evidence.withheld)
        return [f for f in found if f.severity == "block"]

    def published(self, made: Card) -> Card:
        """Return what is left of a card. Raises ModelError (grounding) when that is too little."""
        found = self.blocks(made)
        blocked = {f.claim for f in found}
        said = [n for n in reply.texts(made) if n in ("headline", "lede") or n[:6] == "points"]
        good = [n for n in said if n not in blocked]
        points = [p for i, p in enumerate(made.points) if f"points[{i}]" not in blocked]
        heads = not self.abroad or not blocked & {"headline", "lede"}
        enough = len(points) >= min(2, max(1, len(self.base.points))) and heads
        if not enough or len(good) * 2 < len(said):
            raise ModelError(
                f"of the model's {len(said)} statements the article bears out {len(good)}",
                kind="grounding",
            )
        if self.abroad:
            return abroad.published(made, found, self.language)
        made = replace(
            made,
            headline=self.base.headline if "headline" in blocked else made.headline,
            lede=self.base.lede if "lede" in blocked else made.lede,
            points=tuple(points),
            why=self.base.why if "why" in blocked else made.why,
        )
        return ground.publish(replace(made, points=_new(made)), self.article)


def _new(card: Card) -> tuple[Point, ...]:
    """Return the points that do not say the lede again: it may not be the model's own."""
    lede = set(words_of.content_words(card.lede.text))
    return tuple(
        p for p in card.points if words_of.jaccard(lede, set(words_of.content_words(p.text))) <= 0.7
    )
