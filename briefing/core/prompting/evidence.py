"""An article as evidence: which sentences a claim stands on, and which words may leave at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from briefing.core.language import text as words_of
from briefing.core.prompting import injection, strict

_NUMBERED = re.compile(r"^\s*\[\d{1,5}\]\s*|\s*\[(?:\s*S?\d{1,5}\s*,?)+\]")


class Evidence:
    """An article's sentences as something claims can be held against.

    `alike` says that claims are in the language of the article, so that words can be compared.
    """

    def __init__(
        self,
        sentences: Sequence[str],
        title: str,
        withheld: frozenset[int],
        *,
        alike: bool = True,
    ) -> None:
        self.sentences, self.withheld, self.alike = sentences, withheld, alike
        kept = [s for i, s in enumerate(sentences) if i not in withheld]
        self.source = "\n".join([title, *kept])
        self._bags = [set(words_of.content_words(s)) for s in sentences]
        self.keys = strict.keys([title, *kept])

    def cited(self, claim: str, evidence: Iterable[int]) -> tuple[int, ...]:
        """Return the sentences a claim stands on: those named where they exist and speak of it,
        else the one or two that hold most of its words."""
        bag = set(words_of.content_words(claim))
        named = sorted({i for i in evidence if 0 <= i < len(self.sentences)} - self.withheld)
        if not self.alike:
            return tuple(named)
        held = set().union(*(self._bags[i] for i in named)) if named else set()
        if named and words_of.overlap(bag, held) >= 0.5:
            return tuple(named)
        first = self._nearest(bag)
        if first is None:
            return tuple(named)
        if words_of.overlap(bag, self._bags[first]) <= words_of.overlap(bag, held):
            return tuple(named)
        second = self._nearest(bag - self._bags[first], but=first)
        rest = bag - self._bags[first]
        wanted = [first]
        if second is not None and len(rest & self._bags[second]) >= 2:
            wanted.append(second)
        return tuple(sorted(wanted))

    def _nearest(self, bag: set[str], but: int = -1) -> int | None:
        best, most = None, 0
        for i, other in enumerate(self._bags):
            if i != but and i not in self.withheld and (shared := len(bag & other)) > most:
                best, most = i, shared
        return best


def clean(text: str, evidence: Evidence, limit: int) -> str:
    """Return a statement without forged numbers, or "" when it cannot be let through."""
    text = " ".join(_NUMBERED.sub("", text).split())
    if not text or len(text) > limit:
        return ""
    if injection.alien(text, evidence.source, translated=not evidence.alike):
        return ""
    return "" if injection.addressed_to_machine(text) else text
