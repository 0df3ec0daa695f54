"""A source prepared for checking: its sentences as rows, and the rows that bear on a claim."""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TypeVar, cast

from briefing.core.card.grounding import phrases, words
from briefing.core.language import dates, figures, names, tagger, text
from briefing.core.language.figures import Quantity
from briefing.core.language.lexicon import STOPWORDS
from briefing.core.language.name import Name
from briefing.core.language.patterns import lazy
from briefing.core.language.tagger import Token

TITLE = -1
_LONGEST = 1000
_MOST_ROWS = 1200  # of a longer text the beginning is read
T = TypeVar("T")

_PLAIN = lazy(r"n't|[^\W_]+(?:-[^\W_]+)*")
_YET_TO = lazy(r"\b(has|have|had|is|are|was|were) yet to\b")
_NO_MORE = lazy(
    r"\b(?:no|not) (more|higher|larger|greater|longer|later|less|fewer|lower) than(?= (?:about "
    r")?[$€£]?\d)"
)
_PENCE = lazy(r"p(?<=\dp)\b")


class Row:
    """One sentence (of the source, or a claim), read on demand. `text` is normalised."""

    def __init__(self, sentence: str, index: int, known: frozenset[str] = frozenset()) -> None:
        self.index = index
        self.text = _PENCE.sub(" pence", text.normalise(sentence))
        self.known = known
        self.meant: frozenset[str] = frozenset()  # keys of the name its first pronoun stands for
        self._read: dict[object, object] = {}

    @cached_property
    def words(self) -> list[str]:
        """Return the words in lower case, possessives stripped."""
        found = text.words(phrases.single(self.text))
        return [w.removesuffix("'s") for w in found] if "'s" in self.text else found

    def memo(self, read: Callable[[Row], T]) -> T:
        """Return what `read` makes of the row, made once."""
        if read not in self._read:
            self._read[read] = read(self)
        return cast(T, self._read[read])

    @cached_property
    def plain(self) -> list[str]:
        """Return the words in lower case, "not" apart from its verb; "has yet to" is a "not"."""
        low = phrases.single(self.text.lower()).replace("n't", " n't").replace("'s", "")
        low = _YET_TO.sub(r"\1 not yet", low) if " yet to " in low else low
        low = _NO_MORE.sub(r"\1 than", low) if " than" in low else low
        return _PLAIN.findall(low.replace("no one", "nobody"))

    @cached_property
    def lemmas(self) -> frozenset[str]:
        """Return the base forms of the words, and of neighbours as one word ("chief-executive")."""
        found = {words.lemma(w) for w in self.words}
        found.update(f"{a}-{b}" for a, b in itertools.pairwise(self.words))
        return frozenset(found)

    @cached_property
    def keys(self) -> frozenset[str]:
        """Return what the row is compared by: stems of content words, synonyms brought together."""
        if text.has_cjk(self.text):
            return frozenset(text.content_words(self.text))
        own = frozenset(map(words.key, (w for w in self.words if w not in STOPWORDS)))
        return own | self.meant

    @cached_property
    def figures(self) -> list[Quantity]:
        """Return the figures in order."""
        found = _in_ten(figures.quantities(self.text), self.text)
        return [_moved(q, self.text) for q in found] if "up to " in self.text else found

    @cached_property
    def moments(self) -> list[dates.Moment]:
        """Return the absolute dates in order."""
        return dates.find(self.text)

    @cached_property
    def tokens(self) -> list[Token]:
        """Return the tagged tokens (English)."""
        return tagger.tags(self.text, self.known)

    @cached_property
    def names(self) -> list[Name]:
        """Return the names in order."""
        return names.spans(self.text, self.known)

    @cached_property
    def cjk(self) -> bool:
        """Say whether the row is Chinese or Japanese."""
        return text.has_cjk(self.text)


@dataclass(frozen=True)
class Pool:
    """The rows that bear on a claim. `cited`: those it names; `rows`: with the nearest others."""

    rows: tuple[Row, ...]
    cited: tuple[Row, ...]
    best: Row
    source: Source

    @cached_property
    def keys(self) -> frozenset[str]:
        """Return the keys of all rows."""
        return frozenset().union(*(row.keys for row in self.rows))


class Source:
    """The whole source. Reads lazily, so that a check costs what its claims need."""

    def __init__(
        self, title: str, published: str | None = None, *, sentences: Sequence[str]
    ) -> None:
        pieces = [p for s in sentences[:_MOST_ROWS] for p in _pieces(s)][:_MOST_ROWS]
        self.known = names.inside(pieces)
        self.rows = [Row(p, i, self.known) for i, p in enumerate(pieces)]
        for before, row in itertools.pairwise(self.rows):
            if _PRONOUN.match(row.text):
                row.meant = _first_name(before) or before.meant
        self.title = Row(title, TITLE, self.known)
        self.published = published

    @cached_property
    def language(self) -> str | None:
        """Return the language of the text, if it is one of the six."""
        return text.language(" ".join(row.text for row in self.rows[:20]))

    def foreign(self, claim: Row) -> bool:
        """Say whether a claim is plainly in another language than the source."""
        if self.language in (None, "en"):
            return claim.cjk
        return claim.cjk != (self.language in ("zh", "ja")) or text.language(claim.text) == "en"

    @cached_property
    def all(self) -> list[Row]:
        """Return title and sentences."""
        return [self.title, *self.rows] if self.title.text else self.rows

    @cached_property
    def text(self) -> str:
        """Return the whole text, normalised."""
        return " ".join(row.text for row in self.all)

    @cached_property
    def norms(self) -> frozenset[str]:
        """Return the normal forms of all dates."""
        return frozenset(m.norm for row in self.all for m in row.moments)

    @cached_property
    def plain(self) -> str:
        """Return the whole text for looking names up: lower case, letters and digits only."""
        return squeeze(self.text)

    @cached_property
    def _holding(self) -> dict[str, list[Row]]:
        """Return the rows in which each key stands."""
        found: dict[str, list[Row]] = {}
        for row in self.all:
            for key in row.keys:
                found.setdefault(key, []).append(row)
        return found

    @cached_property
    def frequency(self) -> dict[str, int]:
        """Return in how many rows each key stands."""
        return {key: len(rows) for key, rows in self._holding.items()}

    @cached_property
    def _weights(self) -> dict[str, float]:
        """Return what each key is worth: rare ones more."""
        return {key: 1.0 / n**0.5 for key, n in self.frequency.items()}

    @cached_property
    def keys(self) -> frozenset[str]:
        """Return every key of the source."""
        return frozenset(self.frequency)

    @cached_property
    def words(self) -> frozenset[str]:
        """Return every word in lower case, hyphens split."""
        return frozenset(self.plain.split())

    def pool(self, claim: Row, cited: Sequence[int] = (), most: int = 4) -> Pool:
        """Return the rows for a claim: those cited, then the best by rare words in common."""
        named = [self.rows[i] for i in cited if 0 <= i < len(self.rows)]
        weight = {k: self._weights[k] for k in claim.keys & self._weights.keys()}
        left = set(weight)
        chosen: list[Row] = []
        for row in sorted(named, key=lambda r: -_gain(r, left, weight)):
            chosen.append(row)
            left -= row.keys
        total: dict[Row, float] = {}
        for key, worth in weight.items():
            for row in self._holding[key]:
                total[row] = total.get(row, 0.0) + worth
        ranked = sorted(total, key=lambda r: (-total[r] / (1 + 0.01 * len(r.keys)), r.index))[:12]
        while left and len(chosen) < len(named) + most and ranked:
            row = max(ranked, key=lambda r: _gain(r, left, weight))
            if _gain(row, left, weight) <= 0:
                break
            if row not in chosen:
                chosen.append(row)
            left -= row.keys
        body = next((r for r in ranked if r is not self.title), None)
        if body is not None and body not in chosen:
            chosen.append(body)
        best = ranked[0] if ranked else [*self.all, self.title][0]
        if best not in chosen:
            chosen.append(best)
        return Pool(tuple(chosen), tuple(named), best, self)


def _gain(row: Row, wanted: set[str], weight: dict[str, float]) -> float:
    held = row.keys & wanted
    return sum(map(weight.__getitem__, held)) / (1 + 0.01 * len(row.keys)) if held else 0.0


_PRONOUN = lazy(r"(?:It|He|She|They|Its|His|Her|Their)\b")


def _first_name(row: Row) -> frozenset[str]:
    first = row.names[:1]
    return frozenset(words.key(w.lower()) for w in first[0].text.split()) if first else frozenset()


def _in_ten(found: list[Quantity], sentence: str) -> list[Quantity]:
    """Read "three in ten" as one figure."""
    for i in range(len(found) - 1, 0, -1):
        a, b = found[i - 1], found[i]
        between = re.fullmatch(r" (?:in|out of)(?: every)? ", sentence[a.end : b.start])
        if between and a.kind == b.kind == "count" and a.value and b.value and a.value < b.value:
            ratio = dataclasses.replace(
                a, kind="ratio", value=a.value / b.value, unit=None, end=b.end,
                text=sentence[a.start : b.end],
            )  # fmt: skip
            found = [*found[: i - 1], ratio, *found[i + 1 :]]
    return found


_MOVING = lazy(r"\b(?:pick|mov|tick|edg|inch|creep|crept)\w*\s$")


def _moved(q: Quantity, sentence: str) -> Quantity:
    """Read "picked up to 6.2%" as a figure reached, not as a most."""
    up_to = q.hedged == "upper" and q.text.startswith("up to ")
    if up_to and _MOVING.search(sentence[: q.start]):
        return dataclasses.replace(q, hedge=None, hedged=None)
    return q


def _pieces(sentence: str) -> list[str]:
    if len(sentence) <= _LONGEST:
        return [sentence]
    return re.findall(rf".{{1,{_LONGEST}}}(?:\s|$)|\S{{1,{_LONGEST}}}", sentence, re.S)


_SHORT = 500  # characters of a phrase that is remembered squeezed
_OWN = lazy(r"'(?<=\w')s?(?!\w)")
_DOT = lazy(r"\.(?<=\b\w\.)(?=\w\b)")
_LETTERS = lazy(r"[^\W_]+")


def squeeze(phrase: str) -> str:
    """Return words in lower case without possessives, accents kept, marks as spaces."""
    return _squeezed(phrase) if len(phrase) <= _SHORT else _squeezed.__wrapped__(phrase)


@lru_cache(maxsize=2048)
def _squeezed(phrase: str) -> str:
    phrase = _OWN.sub("", text.normalise(phrase).casefold())
    return " ".join(_LETTERS.findall(_DOT.sub("", phrase).replace("'", "")))
