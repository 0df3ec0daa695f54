"""What a feed says, before anything is believed: the one shape that every reader of a format
fills, so that XML read fast, XML read forgivingly and JSON come to the same entries.

Strings are as the document has them (entities of XML resolved, HTML untouched).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

TextKind = Literal["text", "html", "guess"]
"""How a title is meant: `guess` is RSS, which never says."""


@dataclass(slots=True)
class Media:
    """A file an item names."""

    url: str
    media_type: str = ""
    length: str = ""
    medium: str = ""


@dataclass(slots=True)
class Item:
    """One item. `content` and `summary` are HTML; `base` is what their links are relative to."""

    guid: str = ""
    link: str = ""
    title: str = ""
    title_kind: TextKind = "guess"
    content: str = ""
    summary: str = ""
    authors: list[str] = field(default_factory=list)
    published: str = ""
    updated: str = ""
    language: str = ""
    image: str = ""
    categories: list[str] = field(default_factory=list)
    media: list[Media] = field(default_factory=list)
    base: str = ""
    guid_leads: bool = True  # the guid is an address, where no other is given
    other_title: str = ""  # of an extension, for want of the format's own
    other_summary: str = ""


@dataclass(slots=True)
class Document:
    """A feed. `minutes` is how often it says it changes; 0 when it does not say."""

    title: str = ""
    title_kind: TextKind = "guess"
    link: str = ""
    language: str = ""
    minutes: int = 0
    base: str = ""
    items: list[Item] = field(default_factory=list)
