"""An article read once for all parts of its card: rows, words, names, figures, cast.

Everything is worked out at first use and kept; the last texts read are remembered, because a
summary and a card are often asked for in one breath.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property, lru_cache

from briefing.core.card.asking import cast as cast_of
from briefing.core.card.refuted import refuted
from briefing.core.language import datelines, figures, hedges, names, tagger, text
from briefing.core.language.figures import Quantity
from briefing.core.language.name import Name
from briefing.core.language.patterns import lazy
from briefing.core.language.tagger import Token

MOST_ROWS = 240  # beyond this an article is not read for its sense, only listed
LONGEST_ROW = 1200
_SHORT_LINE = 18  # words of a standfirst


class Row:
    """A sentence of the article: its index, block and place in the block, both from 0."""

    def __init__(self, index: int, sentence: str, kind: str, block: int, place: int) -> None:
        self.index, self.text, self.kind = index, sentence, kind
        self.block, self.place = block, place

    @cached_property
    def length(self) -> int:
        """Words; a Chinese or Japanese character pair counts as one."""
        if text.has_cjk(self.text):
            return max(1, len(text.words(self.text)) // 2)
        return len(self.text.split())

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Words in lower case; each Chinese or Japanese character is one."""
        return tuple(text.words(self.text))

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """Stems of the words that carry meaning."""
        return tuple(text.content_of(self.words))

    @cached_property
    def bag(self) -> frozenset[str]:
        """The distinct stems."""
        return frozenset(self.stems)

    @cached_property
    def figures(self) -> tuple[Quantity, ...]:
        """The quantities of the sentence, in order."""
        return tuple(figures.quantities(self.text)) if len(self.text) <= LONGEST_ROW else ()

    @cached_property
    def evidential(self) -> str | None:
        """The word that makes it hearsay or a claim."""
        return hedges.evidential(self.text)

    @cached_property
    def modal(self) -> str | None:
        """The word that makes it possible, planned or expected."""
        return hedges.modal(self.text)


class Reading:
    """A title and a text, read. `rows` holds at most `MOST_ROWS` sentences of sane length."""

    def __init__(self, title: str, body: str, language: str | None) -> None:
        self.title = " ".join(title.split())
        self.language = (language or text.language(body) or "en")[:2]
        self.sentences: tuple[str, ...] = ()
        self.rows: tuple[Row, ...] = ()
        self.headings: tuple[str, ...] = ()
        self._tokens: dict[int, list[Token]] = {}
        self.firms: dict[str, bool] = {}  # names judged so far: is it a firm?
        self._cut(body)

    def _cut(self, body: str) -> None:
        sentences: list[str] = []
        rows: list[Row] = []
        headings: list[str] = []
        for n, block in enumerate(text.blocks(body)):
            if block.kind == "heading":
                headings.append(block.text)
                continue
            pieces = [block.text] if block.kind == "row" else text.split(block.text)
            for place, piece in enumerate(pieces):
                if len(rows) < MOST_ROWS and len(piece) <= LONGEST_ROW:
                    told = datelines.without(piece) if place == 0 else piece
                    rows.append(Row(len(sentences), told, block.kind, n, place))
                sentences.append(piece)
        self.sentences, self.headings = tuple(sentences), tuple(headings)
        false = refuted(self.title, [row.text for row in rows]) if self.english else frozenset()
        self.rows = tuple(row for i, row in enumerate(rows) if i not in false)

    @property
    def english(self) -> bool:
        """Whether the article is in English, the only language with grammar here."""
        return self.language == "en"

    @cached_property
    def by_index(self) -> dict[int, Row]:
        """Rows by their index in `sentences`."""
        return {row.index: row for row in self.rows}

    def before(self, row: Row) -> Row | None:
        """Return the sentence before this one in its block, or the last of the block before."""
        return self.by_index.get(row.index - 1)

    @cached_property
    def standfirst(self) -> int | None:
        """The index of a line set over the article that only teases what the next one tells."""
        if len(self.rows) < 5 or self.rows[0].kind == "row" or self.rows[0].index:
            return None
        first, second = self.rows[:2]
        alone = second.block != first.block and first.length <= _SHORT_LINE
        more = len(second.bag & self.title_bag) - len(first.bag & self.title_bag)
        fuller = second.length > first.length or more > 1
        return first.index if alone and fuller and more > 0 else None

    @cached_property
    def counts(self) -> Counter[str]:
        """How many sentences hold a stem."""
        found: Counter[str] = Counter()
        for row in self.rows:
            found.update(row.bag)
        return found

    @cached_property
    def title_bag(self) -> frozenset[str]:
        """Stems of the title."""
        return frozenset(text.content_words(self.title))

    @cached_property
    def capitals(self) -> frozenset[str]:
        """Words that are names wherever they stand."""
        plain = len(re.findall(r"(?<= )[a-z][\w’'-]{3,}", self.title)) >= 2  # no Title Case
        return names.inside([*(row.text for row in self.rows), *([self.title] if plain else ())])

    @cached_property
    def spans(self) -> dict[int, tuple[Name, ...]]:
        """The names of each sentence, by its index; the last name of a person is a person."""
        found = {row.index: names.spans(row.text, self.capitals) for row in self.rows}
        found = {i: [self._settled(n) for n in row] for i, row in found.items()}
        last = {n.text.split()[-1] for row in found.values() for n in row if _full_person(n)}
        return {
            i: tuple(n._replace(kind="person") if n.text in last else n for n in row)
            for i, row in found.items()
        }

    def _settled(self, name: Name) -> Name:
        """Return a name that somebody works at as a company, whatever stands behind it."""
        if name.kind != "person" or names.gender(name.text):
            return name
        return name._replace(kind="company") if name.text in self._employers else name

    @cached_property
    def _employers(self) -> frozenset[str]:
        whole = " ".join(row.text for row in self.rows)
        return frozenset(m.group(1) for m in _EMPLOYER.finditer(whole))

    def tokens(self, row: Row) -> list[Token]:
        """Return the tagged words of a sentence (English)."""
        if row.index not in self._tokens:
            self._tokens[row.index] = tagger.tags(row.text, self._known)
        return self._tokens[row.index]

    @cached_property
    def _known(self) -> frozenset[str]:
        """The names by which the questions' cast is tagged too, so that it is done once."""
        return cast_of.known_names([row.text for row in self.rows])

    @cached_property
    def people(self) -> frozenset[str]:
        """Names of people, full and last names."""
        return people_of(self.spans.values())


_EMPLOYER = lazy(
    r"\b(?:analyst|economist|strategist|head|director|partner|executive|spokes\w+|manager|"
    r"officer|president|CEO|founder|broker|trader)"
    r" (?:at|of|for|with) ([A-Z][\w&.’'-]*(?: [A-Z][\w&.’'-]*)*)"
)
TITLED = lazy(
    r"^(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|US|Chief|Executive|Officer|Managing|Director|Attorney|"
    r"General|Vice|President|"
    r"Chairman|Minister|Prime|Finance|Foreign|Home|Interior|Trade|Economy|Communications|"
    r"Commerce|Health|Senior|Secretary|Judge|Senator|CEO|CFO|COO|"
    r"Head)\.?\s)+(?=[A-Z])"
)


def _full_person(name: Name) -> bool:
    return name.kind == "person" and " " in name.text


def people_of(spans: Iterable[Iterable[Name]]) -> frozenset[str]:
    """Return full and last names of the people among names."""
    found: set[str] = set()
    for row in spans:
        for name in row:
            if name.kind == "person":
                bare = TITLED.sub("", name.text) or name.text
                found.update((name.text, bare, bare.split()[-1]))
    return frozenset(found)


@lru_cache(maxsize=2)
def of(title: str, body: str, language: str | None = None) -> Reading:
    """Read a title and a text; the last two are remembered."""
    return Reading(title, body, language)
