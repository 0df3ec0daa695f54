"""What comes in: entry, page, article."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from briefing.models.headline import Verdict
from briefing.models.noun import noun

_WIDE = re.compile("[\u3040-\u9fff]+")
Arrival = Literal["new", "known", "updated", "copy"]


@noun(frozen=True, slots=True, kw_only=True)
class Enclosure:
    """A file that a feed names: podcast, picture, report."""

    url: str
    media_type: str = ""
    length: int | None = None


@noun(frozen=True, slots=True, kw_only=True)
class Entry:
    """One item as a feed announces it. `html` and `summary` are sanitised HTML."""

    guid: str
    url: str | None = None
    title: str = ""
    html: str = ""
    summary: str = ""
    authors: tuple[str, ...] = ()
    published: str | None = None
    updated: str | None = None
    language: str | None = None
    image: str | None = None
    categories: tuple[str, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()


@noun(frozen=True, slots=True, kw_only=True)
class Page:
    """Bytes as they came. `origin` is what the user named: an address, a path, `-`."""

    origin: str
    body: bytes
    url: str | None = None
    media_type: str | None = None
    charset: str | None = None
    entry: Entry | None = None
    site: str | None = None


@noun(frozen=True, slots=True, kw_only=True)
class Article:
    """One readable text. Never changes; a correction is a new Article with the same id.

    `text` is blocks separated by a blank line: paragraphs, `## ` sub-headings, `- ` list items,
    `| ` table rows. `published` is None when the source does not give a date.
    """

    id: str
    title: str
    text: str
    url: str | None = None
    site: str | None = None
    authors: tuple[str, ...] = ()
    editor: str | None = None
    published: str | None = None
    language: str | None = None
    verdict: Verdict = "article"
    image: str | None = None
    caption: str | None = None

    @property
    def words(self) -> int:
        """Return the length: words, and one for each Chinese or Japanese character."""
        rest, runs = (self.text, 0) if self.text.isascii() else _WIDE.subn(" ", self.text)
        return len(rest.split()) + len(self.text) - len(rest) + runs


class Added(NamedTuple):
    """What became of an article that was given to the archive: its id there, and how it came."""

    id: str
    arrival: Arrival
